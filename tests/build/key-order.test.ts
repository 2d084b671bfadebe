/** Do keys sorted by their bytes stand as keys compared one with the other do? */

import { describe, expect, it } from 'vitest'
import { orderByKey } from '../../src/build/key-order.js'
import { compareCodePoints } from '../../src/bytes/utf8.js'
import { Random } from '../helpers/random.js'

/** Characters of one to four bytes, with those that sort otherwise by UTF-16 units; few, so that long beginnings are shared. */
const CHARACTERS = ['a', 'b', 'é', 'ы', 'ﬀ', '語', '😀', '\u{10ffff}']

describe('an order by key', () => {
  it.each([0, 1, 12, 13, 3000])('of %d keys', (count) => {
    const random = new Random(count + 5)
    const keys = Array.from({ length: count }, () =>
      Array.from({ length: random.below(12) }, () => random.pick(CHARACTERS)).join(''),
    )
    const tags = keys.map(() => random.below(3))
    const expected = keys
      .map((_, index) => index)
      .sort((a, b) => compareCodePoints(keys[a]!, keys[b]!) || tags[a]! - tags[b]! || a - b)
    const order = orderByKey(
      count,
      (index) => keys[index]!,
      (index) => tags[index]!,
    )
    expect([...order]).toEqual(expected)
  })

  it('of keys with the character 0', () => {
    const keys = Array.from({ length: 40 }, (_, i) => `${'a\0'.repeat(i % 7)}${i % 3 === 0 ? 'b' : ''}`)
    const order = orderByKey(
      keys.length,
      (index) => keys[index]!,
      () => 0,
    )
    for (let i = 1; i < keys.length; i++) {
      expect(compareCodePoints(keys[order[i - 1]!]!, keys[order[i]!]!)).toBeLessThanOrEqual(0)
    }
  })
})
