/** Which hits are copies of another? Near-duplicates share a cluster, and only the best of each is shown. */

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
  const columns = await Promise.all(snapshot.segments.map((segment) => segment.facet(CLUSTER_FACET, request.signal)))
  if (columns.every((column) => column === null)) {
    return { ranked: result.ranked.slice(0, limit), copies: new Map(), groups: result.total }
  }
  const all =
    result.total <= result.ranked.length ? result : await runSearch(snapshot, { ...request, limit: result.total })
  const best = new Map<string, Ranked>()
  const copies = new Map<Ranked, number>()
  const ranked: Ranked[] = []
  for (const match of all.ranked) {
    const column = columns[match.segment] ?? null
    const members = column === null ? [] : column.sets[column.column[match.doc]!]!
    const cluster = members.length === 0 ? null : column!.values[members[0]!]!
    const first = cluster === null ? undefined : best.get(cluster)
    if (first !== undefined) {
      copies.set(first, (copies.get(first) ?? 1) + 1)
      continue
    }
    if (cluster !== null) best.set(cluster, match)
    ranked.push(match)
  }
  return { ranked: ranked.slice(0, limit), copies, groups: ranked.length }
}
