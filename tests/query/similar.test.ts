/** Are similar releases a whole result? Totals without the release itself, pages that join, filters, counts and folding. */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Hit, Release } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { segmentedFiles } from '../helpers/segmented-archive.js'
import { generateCollection } from '../oracle/generate.js'

const releases = generateCollection(71, 300).releases.map(({ release }) => release)
const archives: Archive[] = []
let ids: string[]

beforeAll(async () => {
  archives.push(await archiveOf(releases))
  const steps = [0, 100, 200].map((start) => ({ releases: releases.slice(start, start + 100) }))
  archives.push(await openArchive(new MemorySource(await segmentedFiles(steps))))
  ids = releases
    .filter(({ body }) => body.length > 400)
    .map(({ id }) => id)
    .slice(0, 12)
})

const plain = ({ id, score }: Hit): [string, number] => [id, Number(score.toFixed(9))]

describe('similar', () => {
  it('finds the same whatever the segments', async () => {
    for (const id of ids) {
      const [one, three] = await Promise.all(archives.map((archive) => archive.similar(id, { limit: 50 })))
      expect([three!.total, three!.hits.map(plain)]).toEqual([one!.total, one!.hits.map(plain)])
    }
  })

  it('counts all but the release itself, in pages that join', async () => {
    for (const archive of archives) {
      for (const id of ids) {
        const facets = ['year', 'office'] as const
        const whole = await archive.similar(id, { limit: 1000, facets, snippet: false })
        expect(whole.hits.length).toBe(whole.total)
        expect(whole.hits.map((hit) => hit.id)).not.toContain(id)
        expect(new Set(whole.hits.map((hit) => hit.id)).size).toBe(whole.total)
        for (const facet of facets)
          expect(whole.facets[facet]!.reduce((sum, { count }) => sum + count, 0)).toBe(whole.total)
        const asked = await archive.search(whole.query, { limit: 0, concepts: false })
        expect(asked.total).toBe(whole.total + 1)
        const joined: Hit[] = []
        for (let offset = 0; offset < 90; offset += 30)
          joined.push(...(await archive.similar(id, { offset, limit: 30, snippet: false })).hits)
        expect(joined).toEqual(whole.hits.slice(0, 90))
        expect((await archive.similar(id)).hits.map(plain)).toEqual(whole.hits.slice(0, 5).map(plain))
      }
    }
  })

  it('obeys filters', async () => {
    const [archive] = archives
    for (const id of ids) {
      const where = { language: 'en' }
      const page = await archive!.similar(id, { where, limit: 1000, snippet: false })
      const all = await archive!.similar(id, { limit: 1000, snippet: false })
      expect(page.hits.map(plain)).toEqual(all.hits.filter(({ language }) => language?.startsWith('en')).map(plain))
    }
  })

  it('leaves itself out when copies are folded too', async () => {
    const text =
      'The ship came in at night with forty people on board, and the port was closed to it until the morning. '
    const copies = ['a', 'b', 'c'].map((id): Release => ({ id, title: 'Ship', body: text.repeat(8), language: 'en' }))
    const archive = await archiveOf([
      ...copies,
      { id: 'd', title: 'Ships', body: 'Another ship in port.', language: 'en' },
    ])
    const page = await archive.similar('a', { fold: true, limit: 1 })
    expect([page.total, page.groups]).toEqual([3, 2])
    expect(page.hits[0]).toMatchObject({ copies: 2 })
  })
})
