/** Do engine and oracle agree on one search? Totals, order, scores, counts, and what was widened. */

import { expect } from 'vitest'
import type { Query, QueryTree, Searchable, SearchOptions, SearchPage } from '../../src/types.js'
import type { Oracle, OracleOptions, OracleResult } from './brute-force.js'

export interface Search {
  /** What the engine is asked. */
  query: Query
  /** The same as a tree, which is what the oracle is asked. */
  tree: QueryTree
  options: SearchOptions
  /** The word being typed, for `prefix: 'last'`. */
  lastWord?: QueryTree
}

/** Scores may differ by so much of their size: sums of the same numbers, rounded apart. */
const TOLERANCE = 1e-9

/** Searches both and compares; throws an error that shows the search. */
export async function compareSearch(
  archive: Pick<Searchable, 'search'>,
  oracle: Oracle,
  search: Search,
): Promise<OracleResult> {
  const { query, tree, options, lastWord } = search
  const asked: OracleOptions = {
    ...options,
    ...(lastWord ? { lastWord } : {}),
  }
  const expected = oracle.search(tree, asked)
  const label = JSON.stringify({ query, options })
  let page: SearchPage
  try {
    page = await archive.search(query, { snippet: false, ...options })
  } catch (cause) {
    throw new Error(`${label}: ${String(cause)}`, { cause })
  }
  try {
    comparePage(page, expected, options)
  } catch (cause) {
    throw new Error(`${label}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
  return expected
}

function comparePage(page: SearchPage, expected: OracleResult, options: SearchOptions): void {
  expect(page.total, 'total').toBe(expected.total)
  const offset = options.offset ?? 0
  const wanted = expected.hits.slice(offset, offset + (options.limit ?? 10))
  expect(page.hits.length, 'hits').toBe(wanted.length)
  const scores = new Map(expected.hits.map(({ id, score }) => [id, score]))
  page.hits.forEach((hit, index) => {
    const { id, score } = wanted[index]!
    expect(Math.abs(hit.score - scores.get(hit.id)!), `score of ${hit.id}`).toBeLessThanOrEqual(
      TOLERANCE * Math.max(1, hit.score),
    )
    if (hit.id === id) return
    // Another order is only right where rounding made a difference of scores that are equal or nearly so.
    const other = scores.get(hit.id)!
    const isRounding = other !== score && Math.abs(other - score) <= TOLERANCE * Math.max(1, score)
    expect(isRounding ? id : hit.id, `hit ${index}`).toBe(id)
  })
  const counts = Object.entries(page.facets).map(([name, rows]) => [
    name,
    rows.map(({ value, count }) => ({ value, count })),
  ])
  expect(Object.fromEntries(counts), 'facets').toEqual(expected.facets)
  expect(page.applied.relaxed, 'relaxed').toBe(expected.relaxed)
  expect(page.applied.cut, 'cut').toBe(expected.cut)
  expect(byWord(page.applied.prefixes), 'prefixes').toEqual(byWord(expected.prefixes))
  expect(byWord(page.applied.fuzzy), 'fuzzy').toEqual(byWord(expected.fuzzy))
}

/** A word may be widened in several places of a query, in the order of which nothing depends. */
function byWord<T extends { word: string }>(list: readonly T[]): string[] {
  return list.map((each) => JSON.stringify(each)).sort()
}
