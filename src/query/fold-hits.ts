/** Which hits are copies of another? Near-duplicates share a cluster, and only the best of each is shown. */

import { Clusters, REGROUPED_FACET } from '../format/clusters.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Ranked } from './ranking.js'
import { type RunRequest, type RunResult, runSearch } from './run.js'

export interface FoldedHits {
  ranked: Ranked[]
  /** How many matches each shown one stands for; only where there are more than one. */
  copies: Map<Ranked, number>
  /** Matches left when copies are folded. */
  groups: number
}

/** Folds all matches of a search, so that the number of groups is exact. */
export async function foldHits(
  snapshot: Snapshot,
  request: RunRequest,
  result: RunResult,
  limit: number,
): Promise<FoldedHits> {
  const facets = await Promise.all(
    snapshot.segments.map(async (segment) => {
      const [cluster, regrouped] = await Promise.all([
        segment.facet(CLUSTER_FACET, request.signal),
        segment.facet(REGROUPED_FACET, request.signal),
      ])
      return { id: segment.root.id, cluster, regrouped }
    }),
  )
  if (facets.every(({ cluster, regrouped }) => cluster === null && regrouped === null)) {
    return { ranked: result.ranked.slice(0, limit), copies: new Map(), groups: result.total }
  }
  const clusters = new Clusters(facets)
  const all =
    result.total <= result.ranked.length ? result : await runSearch(snapshot, { ...request, limit: result.total })
  const best = new Map<string, Ranked>()
  const copies = new Map<Ranked, number>()
  const ranked: Ranked[] = []
  for (const match of all.ranked) {
    const cluster = clusters.valueOf(match.segment, match.doc)
    const first = cluster === undefined ? undefined : best.get(cluster)
    if (first !== undefined) {
      copies.set(first, (copies.get(first) ?? 1) + 1)
      continue
    }
    if (cluster !== undefined) best.set(cluster, match)
    ranked.push(match)
  }
  return { ranked: ranked.slice(0, limit), copies, groups: ranked.length }
}
