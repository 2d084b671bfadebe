/** Is everything told that was understood otherwise than it was typed: other names of a word, and filters that are none? */

import { beforeAll, describe, expect, it } from 'vitest'
import { LiveIndex } from '../../src/live/live-index.js'
import { overlay } from '../../src/live/overlay.js'
import type { Archive } from '../../src/query/archive.js'
import type { Query, Release, SearchOptions } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'

const RELEASES: Release[] = [
  { id: 'burma', title: 'Burma', body: 'Help for Burma after the storm.', date: '2008-05-12', language: 'en' },
  { id: 'idp', title: 'Camps', body: 'Internally displaced persons leave the camps.', date: '2009', language: 'en' },
  { id: 'interne', title: 'Camps', body: 'Les déplacés internes quittent les camps.', date: '2010', language: 'fr' },
  {
    id: 'sea',
    title: 'Boats',
    body: 'Boats at sea. Topic: boats.',
    date: '2015-02-28',
    language: 'en',
    facets: { topic: ['sea'] },
  },
]

let archive: Archive
beforeAll(async () => {
  archive = await archiveOf(RELEASES)
})

const namesIn = async (query: Query, options: SearchOptions = {}) =>
  (await archive.search(query, options)).applied.concepts

describe('applied.concepts', () => {
  it('names what was looked for too', async () => {
    expect(await namesIn('myanmar storm')).toEqual([{ word: 'myanmar', forms: expect.arrayContaining(['Burma']) }])
    const [idp, ...more] = (await namesIn('IDPs'))!
    expect(more).toEqual([])
    expect(idp).toEqual({ word: 'IDPs', forms: expect.arrayContaining(['internally displaced person']) })
    expect(idp!.forms).not.toContain('IDP')
    expect(await namesIn('camps "after the storm" OR -myanmar')).toMatchObject([{ word: 'myanmar' }])
    expect(await namesIn({ or: [{ term: 'internally' }, { term: 'displaced' }, { term: 'persons' }] })).toMatchObject([
      { word: 'internally displaced persons' },
    ])
  })

  it('is absent where nothing was, and with concepts: false', async () => {
    expect(await namesIn('storm camps')).toBeUndefined()
    expect(await namesIn('"internally displaced persons"')).toBeUndefined()
    expect(await namesIn('libya')).toBeUndefined()
    for (const query of ['myanmar', 'IDP'] as const) {
      const page = await archive.search(query, { concepts: false })
      expect([page.total, page.applied]).toEqual([0, { relaxed: false, prefixes: [], fuzzy: [], cut: false }])
    }
  })

  it('does not depend on what was asked before, nor on whether releases are live', async () => {
    const fresh = await archiveOf(RELEASES)
    const first = (await fresh.search('myanmar')).applied
    await fresh.search('ميانمار')
    await fresh.search('Мьянма IDP')
    expect((await fresh.search('myanmar')).applied).toEqual(first)
    const live = new LiveIndex({ like: fresh })
    live.add({ ...RELEASES[0]!, id: 'new' })
    const page = await overlay(fresh, live).search('myanmar')
    expect([page.total, page.applied]).toEqual([2, first])
  })
})

describe('applied.cut', () => {
  const words = (count: number): string =>
    Array.from({ length: count }, (_, i) => `w${'abcdefghijklmnopqrstuvwxyz'[i]}zz`).join(' ')

  it('is said of more than 20 widened words, in however many ways they are', async () => {
    for (const count of [10, 11, 20]) {
      const page = await archive.search(`boats ${words(count - 1)}`, { prefix: true, fuzzy: true, combineWith: 'OR' })
      expect([count, page.applied.cut, page.applied.prefixes.length]).toEqual([count, false, count])
    }
    const page = await archive.search(`boats ${words(20)}`, { prefix: true, fuzzy: true, combineWith: 'OR' })
    expect([page.applied.cut, page.applied.prefixes.length, page.applied.fuzzy.length]).toEqual([true, 20, 20])
  })

  it('is said of words that are looked for with more than 40 edits together', async () => {
    const counted = async (fuzzy: number, count: number) => {
      const { applied } = await archive.search(words(count), { fuzzy, combineWith: 'OR' })
      return [applied.cut, applied.fuzzy.length]
    }
    expect(await counted(4, 10)).toEqual([false, 10])
    expect(await counted(4, 11)).toEqual([true, 10])
    expect(await counted(2, 20)).toEqual([false, 20])
  })

  it('is said of a query whose end was not read, and not of others', async () => {
    expect((await archive.search('boats '.repeat(299))).applied.cut).toBe(false)
    expect((await archive.search('boats '.repeat(301))).applied.cut).toBe(true)
    expect((await archive.search(`"${'boats '.repeat(101)}"`)).applied.cut).toBe(true)
    expect((await archive.search(`"${'boats '.repeat(100)}"`)).applied.cut).toBe(false)
  })
})

describe('page.unknown', () => {
  it.each<[string, number, { facet: string; value: string }[] | undefined]>([
    ['topik:sea', 0, [{ facet: 'topik', value: 'sea' }]],
    ['foo:bar boats', 0, [{ facet: 'foo', value: 'bar' }]],
    ['boats foo:"a b",c', 0, [{ facet: 'foo', value: '"a b",c' }]],
    ['year:abc', 0, [{ facet: 'year', value: 'abc' }]],
    ['date:2015-02-30', 0, [{ facet: 'date', value: '2015-02-30' }]],
    ['Month:2015-13 boats', 0, [{ facet: 'month', value: '2015-13' }]],
    ['boats year:2015..2009', 0, [{ facet: 'year', value: '2015..2009' }]],
    ['boats date:2015-03..2015-02-28', 0, [{ facet: 'date', value: '2015-03..2015-02-28' }]],
    ['(boats year:2015..2009) OR camps', 2, [{ facet: 'year', value: '2015..2009' }]],
    ['x:y z:1 year:2015..2009', 0, ['x', 'z', 'year'].map((facet) => expect.objectContaining({ facet }))],
    ['boats language:zz', 0, [{ facet: 'language', value: 'zz' }]],
    ['boats lang:xx-GB,en', 1, [{ facet: 'language', value: 'xx-GB' }]],
    ['boats language:sw', 0, undefined],
    ['boats language:ksw', 0, undefined],
    ['boats language:en-GB', 0, undefined],
    ['topic:sea', 1, undefined],
    ['topic:land', 0, undefined],
    ['year:2015', 1, undefined],
    ['boats title:boats', 1, undefined],
    // Colons of titles, times and addresses.
    ['topic: boats', 1, undefined],
    ['at 10:30', 0, undefined],
    ['https://example.org/a', 0, undefined],
    ['"foo:bar"', 0, undefined],
    ['topic:(sea OR land)', 1, [{ facet: 'topic', value: '(sea OR land)' }]],
    ['foo:(boats sea', 0, [{ facet: 'foo', value: '(boats sea' }]],
  ])('%s', async (query, total, unknown) => {
    const page = await archive.search(query)
    expect([page.total, page.unknown]).toEqual([total, unknown])
  })

  it('is for what is typed: the same in `where` is refused', async () => {
    for (const [where, path] of [
      [{ year: { from: 2015, to: 2009 } }, 'options.where.year'],
      [{ date: { from: '2015-03', to: '2015-02-28' } }, 'options.where.date'],
      [{ date: '2015-02-30' }, 'options.where.date'],
      [{ year: 'abc' }, 'options.where.year'],
      [{ language: 'zz' }, 'where.language'],
    ] as const) {
      await expect(archive.search('boats', { where })).rejects.toMatchObject({ code: 'E_OPTION', where: path })
    }
    await expect(archive.search('boats', { where: { topik: 'sea' } })).rejects.toMatchObject({ code: 'E_OPTION' })
  })

  it('tells of a range in a tree, which finds nothing', async () => {
    const page = await archive.search({ where: { year: { from: 2015, to: 2009 } } })
    expect([page.total, page.unknown]).toEqual([0, [{ facet: 'year', value: '2015..2009' }]])
  })
})
