/** Are counts ranked as sorting them does? Typed arrays and lists, with counts at the borders of their bytes. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranksOf } from '../../src/query/counts.js'

/** Sorting is stable: equal counts stay in their order. */
const plainly = (counts: readonly number[]): number[] =>
  counts
    .map((count, index) => ({ count, index }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ index }) => index)

const BORDERS = [0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 2 ** 24 - 1, 2 ** 24, 2 ** 31 - 1]
const count = fc.oneof(fc.constantFrom(...BORDERS), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 70_000 }))

describe('ranks', () => {
  it('are those of a stable sort', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 600 }), (counts) => {
        expect(Array.from(ranksOf(counts))).toEqual(plainly(counts))
        expect(Array.from(ranksOf(Int32Array.from(counts)))).toEqual(plainly(counts))
      }),
      { numRuns: 300 },
    )
  })

  it('of no counts, or of none above 0, are none', () => {
    for (const counts of [[], [0], [0, 0, 0]]) expect(ranksOf(counts)).toHaveLength(0)
  })
})
