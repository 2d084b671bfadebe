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

/** Plain comparisons: a framework's assertion for every hit would take longer than the searches. */
function comparePage(page: SearchPage, expected: OracleResult, options: SearchOptions): void {
  same('total', page.total, expected.total)
  const offset = options.offset ?? 0
  const wanted = expected.hits.slice(offset, offset + (options.limit ?? 10))
  same('number of hits', page.hits.length, wanted.length)
  const scores = new Map(expected.hits.map(({ id, score }) => [id, score]))
  page.hits.forEach((hit, index) => {
    const { id, score } = wanted[index]!
    const own = scores.get(hit.id)
    if (own === undefined || Math.abs(hit.score - own) > TOLERANCE * Math.max(1, own)) {
      same(`score of ${hit.id}`, hit.score, own)
    }
    if (hit.id === id) return
    // Another order is only right where rounding made a difference of scores that are equal or nearly so.
    const isRounding = own !== score && Math.abs(own! - score) <= TOLERANCE * Math.max(1, score)
    if (!isRounding) same(`hit ${index}`, hit.id, id)
  })
  const counts = Object.entries(page.facets).map(([name, rows]) => [
    name,
    rows.map(({ value, count }) => ({ value, count })),
  ])
  same('facets', counts, Object.entries(expected.facets))
  same('relaxed', page.applied.relaxed, expected.relaxed)
  same('cut', page.applied.cut, expected.cut)
  same('prefixes', byWord(page.applied.prefixes), byWord(expected.prefixes))
  same('fuzzy', byWord(page.applied.fuzzy), byWord(expected.fuzzy))
}

/** Throws the framework's difference when two values of plain data are not the same. */
function same(label: string, got: unknown, wanted: unknown): void {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) expect(got, label).toEqual(wanted)
}

/** A word may be widened in several places of a query, in the order of which nothing depends. */
function byWord<T extends { word: string }>(list: readonly T[]): string[] {
  return list.map((each) => JSON.stringify(each)).sort()
}
