/** How long is a field, roughly? Absolute length classes: exact to 15 positions, then four classes an octave. */

/** Number of classes; the last one takes everything from 57,344 positions on. */
export const LENGTH_CLASSES = 64

const EXACT = 16

/** The class of a field of `length` positions. */
export function lengthClass(length: number): number {
  if (length < EXACT) return length
  const octave = 31 - Math.clz32(length)
  const quarter = (length >>> (octave - 2)) & 3
  return Math.min(LENGTH_CLASSES - 1, EXACT + (octave - 4) * 4 + quarter)
}

/** The length that stands for each class in scoring: the middle of its range. */
export const CLASS_LENGTHS: Float64Array = Float64Array.from({ length: LENGTH_CLASSES }, (_, index) => {
  if (index < EXACT) return index
  const octave = (index - EXACT) >> 2
  const quarter = (index - EXACT) & 3
  const width = 4 << octave
  return (16 << octave) + quarter * width + (width - 1) / 2
})
