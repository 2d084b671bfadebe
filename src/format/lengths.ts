/** How long is a field, roughly? Absolute length classes: exact to 15 positions, then two classes an octave. */

/** Number of classes; the last one takes everything from its start on. */
export const LENGTH_CLASSES = 64

const EXACT = 16
const PER_OCTAVE = 2

/** The class that all postings of titles carry: their lengths hardly differ and are not used in scoring. */
export const TITLE_CLASS = 8

/** Where each class begins, in positions: 0 to 15, then 16 * 2^(n / 2), rounded up. */
const STARTS = Int32Array.from({ length: LENGTH_CLASSES }, (_, index) =>
  index < EXACT ? index : Math.ceil(16 * 2 ** ((index - EXACT) / PER_OCTAVE) - 1e-9),
)

/** The class of a field of `length` positions. */
export function lengthClass(length: number): number {
  if (length < EXACT) return length
  let low = EXACT
  let high = LENGTH_CLASSES
  while (low < high) {
    const middle = (low + high) >> 1
    if (STARTS[middle]! <= length) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The length that stands for each class in scoring: the middle of its range. */
export const CLASS_LENGTHS: Float64Array = Float64Array.from({ length: LENGTH_CLASSES }, (_, index) =>
  index < EXACT || index === LENGTH_CLASSES - 1 ? STARTS[index]! : (STARTS[index]! + STARTS[index + 1]! - 1) / 2,
)
