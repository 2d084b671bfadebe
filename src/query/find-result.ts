/** What is found, if need be with any word sufficient? */

import type { Snapshot } from '../reader/snapshot.js'
import type { QueryTree } from '../types.js'
import { type RunRequest, type RunResult, runSearch } from './run.js'

/** A result, and the search that it is of. */
export interface FoundResult {
  result: RunResult
  run: RunRequest
  relaxed: boolean
}

/** Runs a search; when its text finds nothing before filters and `relax` is set, again with any of its words sufficient. */
export async function findResult(snapshot: Snapshot, request: RunRequest, relax: boolean): Promise<FoundResult> {
  const result = await runSearch(snapshot, request)
  if (!relax || result.unfiltered > 0) return { result, run: request, relaxed: false }
  const tree = relaxTree(request.tree)
  if (tree === request.tree) return { result, run: request, relaxed: false }
  const run = { ...request, tree }
  const wider = await runSearch(snapshot, run)
  return wider.unfiltered > 0 ? { result: wider, run, relaxed: true } : { result, run: request, relaxed: false }
}

/** The same query with any of its words sufficient; phrases, filters and NOT hold as before. */
function relaxTree(tree: QueryTree): QueryTree {
  if (!('and' in tree)) return tree
  const words = tree.and.filter((child) => 'term' in child || 'prefix' in child || 'fuzzy' in child || 'or' in child)
  const others = tree.and.filter((child) => !(words as QueryTree[]).includes(child))
  if (words.length < 2) return tree
  return others.length === 0 ? { or: words } : { and: [{ or: words }, ...others] }
}
