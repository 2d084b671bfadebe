/** What does a query mean that ends in a stop word while it is typed? */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import type { Release, SearchOptions } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'

const RELEASES: Release[] = [
  { id: 'fish', title: 'Zebrafish', body: 'A zebrafish in rivers.', language: 'en' },
  { id: 'therapy', title: 'Therapy', body: 'Zebrafish help to find a therapy.', language: 'en' },
  { id: 'anders', title: 'Andes', body: 'Andean rivers.', language: 'en' },
  { id: 'poisson', title: 'Zebrafish', body: 'Un zebrafish dans la mer.', language: 'fr' },
]

let archive: Archive
beforeAll(async () => {
  archive = await archiveOf(RELEASES)
})

const found = async (query: string, options: SearchOptions = {}): Promise<string[]> =>
  (await archive.search(query, { prefix: 'last', ...options })).hits.map(({ id }) => id).sort()

const ALL = ['fish', 'poisson', 'therapy']

describe('a stop word being typed', () => {
  it('is left out beside other words, as one that is complete', async () => {
    for (const query of ['zebrafish the', 'zebrafish and', 'the zebrafish', 'zebrafish the ', 'zebrafish'])
      expect([query, await found(query)]).toEqual([query, ALL])
    expect(await found('zebrafish the', { combineWith: 'OR' })).toEqual(ALL)
    expect(await found('title:zebrafish the')).toEqual(['fish', 'poisson'])
  })

  it('is not said to be widened then', async () => {
    const { applied } = await archive.search('zebrafish the', { prefix: 'last' })
    expect(applied.prefixes).toEqual([])
  })

  it('is the beginning of a word as soon as it is no stop word', async () => {
    expect(await found('zebrafish ther')).toEqual(['therapy'])
  })

  it('is the beginning of a word alone', async () => {
    expect(await found('the')).toEqual(['therapy'])
    expect(await found('and')).toEqual(['anders'])
  })
})

describe('what was widened', () => {
  it('counts and names a form once, of however many languages it is', async () => {
    const { applied } = await archive.search('zebrafish', { prefix: 'last' })
    expect(applied.prefixes).toEqual([{ word: 'zebrafish', forms: 1 }])
    const misspelled = await archive.search('zebrfish', { fuzzy: 'auto' })
    expect(misspelled.total).toBe(3)
    expect(misspelled.applied.fuzzy).toEqual([{ word: 'zebrfish', forms: ['zebrafish'] }])
  })
})
