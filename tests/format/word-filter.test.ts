/** Does a filter let every word of its set through, few others, and refuse what is damaged? */

import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { isDatelinesError } from '../../src/errors.js'
import { openWordFilter, writeWordFilter } from '../../src/format/word-filter.js'

const open = (bytes: Uint8Array) => openWordFilter(new ByteReader(bytes, 'filter'))
const wordsFrom = (count: number, letter: string): Set<string> =>
  new Set(Array.from({ length: count }, (_, i) => `${letter}${i}`))

describe('word filter', () => {
  it.each([0, 1, 2, 500])('has all of its %i words', (count) => {
    const words = wordsFrom(count, 'w')
    const filter = open(writeWordFilter(words, 5))
    expect([...words].filter((word) => !filter.has(word))).toEqual([])
  })

  it.each([3, 5, 8])('lets about one other word in 2^%i pass', (k) => {
    const filter = open(writeWordFilter(wordsFrom(1000, 'w'), k))
    const passed = [...wordsFrom(20_000, 'x')].filter((word) => filter.has(word)).length
    expect(passed).toBeLessThan((20_000 / 2 ** k) * 1.5 + 10)
  })

  it('refuses each beginning of itself', () => {
    const bytes = writeWordFilter(wordsFrom(40, 'w'), 5)
    for (let length = 0; length < bytes.length - 1; length++) {
      let caught: unknown
      try {
        open(bytes.slice(0, length))
      } catch (error) {
        caught = error
      }
      expect(isDatelinesError(caught), `${length} bytes`).toBe(true)
    }
  })
})
