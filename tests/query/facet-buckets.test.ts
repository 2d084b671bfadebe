/** Does a filter find what its facet counts? The bucket of what is not known, languages with their regions, facets of the format's own. */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { segmentedFiles } from '../helpers/segmented-archive.js'

const DATES = [undefined, '2003', '2003-05', '2003-05-17', '2004', '2004-01-01', '2005-02', undefined, '2006-06-06']
const LANGUAGES = ['en', 'en-GB', 'en-US', 'fr-CA', 'es', 'enq', undefined, 'pt-BR', 'zh-Hant-TW']

const releases = DATES.map((date, index): Release => {
  const language = LANGUAGES[index]
  return {
    id: `r${index}`,
    title: `Report ${index}`,
    body: 'A report on returns.',
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
  }
})

const archives: [name: string, archive: Archive][] = []

beforeAll(async () => {
  archives.push(['one segment', await archiveOf(releases)])
  const steps = [0, 3, 6].map((start) => ({ releases: releases.slice(start, start + 3) }))
  archives.push(['three', await openArchive(new MemorySource(await segmentedFiles(steps)))])
})

describe.each(['year', 'month', 'date', 'language'])('%s', (facet) => {
  it('finds as many releases for each value as it counts', async () => {
    for (const [, archive] of archives) {
      const rows = (await archive.search('report', { facets: [facet] })).facets[facet]!
      expect(rows.length).toBeGreaterThan(3)
      const nobody = rows.find(({ value }) => value === null)!
      expect(nobody.count).toBeGreaterThan(0)
      for (const { value, count } of facet === 'language' ? rows : [nobody]) {
        const page = await archive.search('report', { where: { [facet]: value }, limit: 20 })
        expect([value, page.total, page.hits.length]).toEqual([value, count, count])
        const others = await archive.search('report', { where: { [facet]: { none: [value] } }, limit: 0 })
        expect(others.total).toBe(releases.length - count)
      }
    }
  })
})

const ids = async (archive: Archive, query: string): Promise<string[]> =>
  (await archive.search(query, { sort: 'oldest', limit: 20 })).hits.map(({ id }) => id).sort()

describe('what is known less precisely', () => {
  it.each([
    ['year:none', ['r0', 'r7']],
    ['month:none', ['r0', 'r1', 'r4', 'r7']],
    ['date:none', ['r0', 'r1', 'r2', 'r4', 'r6', 'r7']],
    ['month:2003-05,none', ['r0', 'r1', 'r2', 'r3', 'r4', 'r7']],
    ['month:*', ['r2', 'r3', 'r5', 'r6', 'r8']],
    ['-date:none', ['r3', 'r5', 'r8']],
  ])('%s', async (query, expected) => {
    for (const [, archive] of archives) expect(await ids(archive, query)).toEqual(expected)
  })
})

describe('a language', () => {
  it.each([
    ['en', ['r0', 'r1', 'r2']],
    ['EN', ['r0', 'r1', 'r2']],
    ['English', ['r0', 'r1', 'r2']],
    ['en-GB', ['r1']],
    ['fr', ['r3']],
    ['French', ['r3']],
    ['pt', ['r7']],
    ['zh-Hant', ['r8']],
    ['zh-TW', []],
    ['e', []],
  ])('%s', async (language, expected) => {
    for (const [, archive] of archives) {
      expect(await ids(archive, `language:${language}`)).toEqual(expected)
      expect(await ids(archive, `lang:${language}`)).toEqual(expected)
    }
  })

  it('that was chosen is listed with what it finds', async () => {
    for (const [, archive] of archives) {
      const options = { where: { language: 'pt' }, facets: { language: { limit: 0 } } }
      const { facets } = await archive.search('', options)
      expect(facets.language!.map(({ value, count }) => [value, count])).toEqual([
        ['pt', 1],
        [null, 1],
      ])
    }
  })
})

describe("the format's own facet", () => {
  it('is no facet to callers', async () => {
    const text =
      'The ship came in at night with forty people on board, and the port was closed to it until the morning. '
    const copies = ['a', 'b'].map((id): Release => ({ id, title: 'Ship', body: text.repeat(8), language: 'en' }))
    const archive = await archiveOf([...copies, ...releases])
    expect((await archive.search('ship', { fold: true })).groups).toBe(1)
    for (const options of [{ where: { '~cluster': 'a' } }, { facets: ['~cluster'] }, { facets: ['nothing'] }]) {
      const failure: unknown = await archive.search('ship', options).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'E_OPTION' })
      expect((failure as Error).message.split('it has')[1]).toBe(' country, date, language, mention, month, year.')
    }
    expect(archive.info.facets.filter((name) => name.startsWith('~'))).toEqual([])
  })
})
