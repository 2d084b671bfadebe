/** Which pairs of query and release does a search find? One archive of all texts, searched with each query. */

import type { Archive } from '../../src/query/archive.js'
import type { Release } from '../../src/types.js'
import type { Pair } from './pairs.js'

/** The texts of pairs as releases, their ids by place. */
export function pairReleases(pairs: readonly Pair[]): Release[] {
  return pairs.map(({ language, text }, index) => ({ id: String(index), title: '', body: text, language }))
}

/** The pairs of which the query finds the text in an archive of {@link pairReleases}. */
export async function foundPairs(archive: Archive, pairs: readonly Pair[]): Promise<Pair[]> {
  const found: Pair[] = []
  for (const [index, pair] of pairs.entries()) {
    const { hits } = await archive.search(pair.query, { limit: 1000, snippet: false })
    if (hits.some(({ id }) => id === String(index))) found.push(pair)
  }
  return found
}
