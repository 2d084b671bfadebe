/** Which segments are written anew together with a new one? Few enough that each release is rewritten seldom. */

/** What a segment holds, as far as the policy is concerned. */
export interface SegmentSize {
  /** Releases that are stored. */
  stored: number
  /** Of those, how many later segments have removed. */
  dead: number
  /** Releases of older segments that it removes. */
  removes: number
}

/** A segment of which so much is dead is written anew. */
const MAX_DEAD = 0.5

/**
 * The first segment that is merged with a new one of `size` releases; `sizes.length` when none is. The logarithmic method
 * of Bentley and Saxe (1980): a segment stays only if it is at least twice as large as what is written after it. So n additions
 * of one size leave at most log2(n) + 1 segments, and rewrite each release about as often. Only the newest segments
 * are ever merged, since older ones are named by the removals of newer ones.
 */
export function mergeStart(sizes: readonly SegmentSize[], size: number): number {
  const own = sizes.map(({ stored, dead, removes }) => stored - dead + removes)
  const wasted = sizes.findIndex(({ stored, dead }) => dead > 0 && dead >= stored * MAX_DEAD)
  let start = wasted < 0 ? sizes.length : wasted
  let total = own.slice(start).reduce((sum, each) => sum + each, size)
  while (start > 0 && own[start - 1]! < 2 * total) {
    start--
    total += own[start]!
  }
  return start
}
