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
 * A segment stays only if it is so many times as large as what is written after it. Three instead of two writes half as much
 * again over a year of days, and leaves at most six segments instead of nine, each of which a cold search reads.
 */
const RATIO = 3

/**
 * The first segment that is merged with a new one of `size` releases; `sizes.length` when none is. The logarithmic method
 * of Bentley and Saxe (1980): the sizes of segments fall at least by the {@link RATIO}, so that their number grows with the
 * logarithm of that of the additions, as does how often each release is rewritten. Only the newest segments are ever
 * merged, since older ones are named by the removals of newer ones.
 */
export function mergeStart(sizes: readonly SegmentSize[], size: number): number {
  const own = sizes.map(({ stored, dead, removes }) => stored - dead + removes)
  const wasted = sizes.findIndex(({ stored, dead }) => dead > 0 && dead >= stored * MAX_DEAD)
  let start = wasted < 0 ? sizes.length : wasted
  let total = own.slice(start).reduce((sum, each) => sum + each, size)
  while (start > 0 && own[start - 1]! < RATIO * total) {
    start--
    total += own[start]!
  }
  return start
}
