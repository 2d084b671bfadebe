/** How many releases has each value of a facet? Counts in typed arrays beside the values that they are of. */

/** Counts by value, ascending; `none` counts releases without one. */
export interface Counts {
  readonly values: readonly string[]
  readonly counts: ArrayLike<number>
  readonly none: number
}

/** Lists of values that are ascending, so that they are looked through once: those of a segment stay. */
const ascending = new WeakMap<readonly string[], boolean>()

/** Whether values are in the order in which equal counts are listed. A segment's are in that of code points, which is nearly always the same. */
function isAscending(values: readonly string[]): boolean {
  let known = ascending.get(values)
  if (known === undefined) {
    known = values.every((value, index) => index === 0 || values[index - 1]! < value)
    ascending.set(values, known)
  }
  return known
}

/** The sums over several segments. */
export function joinCounts(parts: readonly Counts[]): Counts {
  if (parts.length === 1 && isAscending(parts[0]!.values)) return parts[0]!
  const sums = new Map<string, number>()
  let none = 0
  for (const part of parts) {
    part.values.forEach((value, index) => {
      sums.set(value, (sums.get(value) ?? 0) + part.counts[index]!)
    })
    none += part.none
  }
  return countsOf(sums, none)
}

/** Counts from a map. */
export function countsOf(sums: ReadonlyMap<string, number>, none: number): Counts {
  const values = [...sums.keys()].sort()
  return { values, counts: values.map((value) => sums.get(value)!), none }
}

const RADIX = 256

/** The indexes of counts above 0, largest count first, equal ones in their order: a radix sort, since rows are sorted in every search. */
export function ranksOf(counts: ArrayLike<number>): Int32Array {
  let most = 0
  let size = 0
  let ranks = new Int32Array(counts.length)
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!
    if (count === 0) continue
    ranks[size++] = index
    if (count > most) most = count
  }
  ranks = ranks.subarray(0, size)
  let sorted = new Int32Array(size)
  const starts = new Int32Array(RADIX)
  for (let shift = 0; most >>> shift > 0 && shift < 32; shift += 8) {
    starts.fill(0)
    for (let i = 0; i < size; i++) starts[(counts[ranks[i]!]! >>> shift) & (RADIX - 1)]!++
    for (let digit = RADIX - 1, start = 0; digit >= 0; digit--) {
      const count = starts[digit]!
      starts[digit] = start
      start += count
    }
    for (let i = 0; i < size; i++) {
      const digit = (counts[ranks[i]!]! >>> shift) & (RADIX - 1)
      sorted[starts[digit]!++] = ranks[i]!
    }
    const done = sorted
    sorted = ranks
    ranks = done
  }
  return ranks
}
