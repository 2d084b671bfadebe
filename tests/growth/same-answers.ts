/** Do two archives give the same answers? Everything that a caller sees, scores to a millionth. */

import { expect } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import type { Hit, SearchOptions, SearchPage } from '../../src/types.js'
import type { Random } from '../helpers/random.js'
import { QUERIES } from './releases.js'

const FACETS = ['year', 'month', 'country', 'mention', 'language']

const OPTIONS: readonly SearchOptions[] = [
  {},
  { sort: 'newest' },
  { sort: 'oldest', limit: 1000 },
  { limit: 3, offset: 2 },
  { combineWith: 'OR', limit: 1000 },
  { prefix: 'last' },
  { prefix: true, combineWith: 'OR' },
  { fuzzy: 1 },
  { fuzzy: 'auto' },
  { relax: true },
  { where: { country: ['MO', 'CI'] } },
  { where: { year: { from: 2010, to: 2011 } } },
  { where: { language: 'fr' } },
  { where: { year: null } },
  { fields: ['title'] },
  { concepts: false },
  { fold: true },
  { fold: true, sort: 'newest', limit: 1000 },
  { fold: true, limit: 3, offset: 2 },
  { fold: true, combineWith: 'OR', limit: 1000 },
]

const plainHit = ({ score: _, ...hit }: Hit) => hit

function plainPage({ hits, ms: _, ...page }: SearchPage) {
  return { ...page, hits: hits.map(plainHit) }
}

/** Compares `queries` searches, some suggestions, and the releases with these ids. */
export async function expectSameAnswers(
  grown: Archive,
  fresh: Archive,
  random: Random,
  queries: number,
  ids: Iterable<string>,
): Promise<void> {
  const { segments: _, ...about } = fresh.info
  expect(grown.info).toMatchObject(about)
  for (let i = 0; i < queries; i++) {
    const query = random.pick(QUERIES)
    const options = { facets: FACETS, ...random.pick(OPTIONS) }
    const label = JSON.stringify({ query, options })
    const [a, b] = [await grown.search(query, options), await fresh.search(query, options)]
    expect(plainPage(a), label).toEqual(plainPage(b))
    a.hits.forEach((hit, rank) => {
      expect(Math.abs(hit.score - b.hits[rank]!.score), `${label}: score ${rank}`).toBeLessThan(1e-6)
    })
  }
  for (const sort of ['newest', 'oldest'] as const) {
    const options: SearchOptions = { fold: true, sort, limit: 1000, snippet: false }
    expect(plainPage(await grown.search('', options)), `all, ${sort}`).toEqual(
      plainPage(await fresh.search('', options)),
    )
  }
  for (const text of ['mi', 'tra', 'human tra', 'fa', '2', 'la tra']) {
    expect(await grown.suggest(text), text).toEqual(await fresh.suggest(text))
  }
  for (const id of ids) expect(await grown.get(id), id).toEqual(await fresh.get(id))
}
