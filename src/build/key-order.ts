/** In what order do many keys stand? Code points, as {@link compareCodePoints} has it, without comparing strings pair by pair. */

import { compareCodePoints } from '../bytes/utf8.js'

/** Bytes of a key that stand beside its index in one number of 64 bits. */
const PREFIX_BYTES = 5
const INDEX_BITS = 24
const MAX_KEYS = 2 ** INDEX_BITS

/** Groups of keys with one prefix that are smaller are compared as strings. */
const SMALL_GROUP = 12

/**
 * The indexes of keys in code point order; keys that are equal stand by `tagOf`, then by index. Keys are written as UTF-8, whose
 * byte order is that of code points, and sorted five bytes at a time as numbers.
 */
export function orderByKey(
  count: number,
  keyOf: (index: number) => string,
  tagOf: (index: number) => number,
): Uint32Array {
  const compare = (a: number, b: number): number =>
    compareCodePoints(keyOf(a), keyOf(b)) || tagOf(a) - tagOf(b) || a - b
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  if (count <= SMALL_GROUP || count > MAX_KEYS) return order.sort(compare)
  const { bytes, starts } = packKeys(count, keyOf)
  if (bytes.subarray(0, starts[count]).includes(0)) return order.sort(compare)
  const pending: [from: number, to: number, depth: number][] = [[0, count, 0]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [from, to, depth] = next
    if (to - from <= SMALL_GROUP) {
      order.subarray(from, to).sort(compare)
      continue
    }
    const numbers = new BigUint64Array(to - from)
    const halves = new Uint32Array(numbers.buffer)
    for (let i = from; i < to; i++) {
      const index = order[i]!
      const at = starts[index]! + depth
      const end = starts[index + 1]!
      // A key that ends sorts before all that go on: 0 is no byte of a key.
      const b0 = at < end ? bytes[at]! : 0
      const b1 = at + 1 < end ? bytes[at + 1]! : 0
      const b2 = at + 2 < end ? bytes[at + 2]! : 0
      const b3 = at + 3 < end ? bytes[at + 3]! : 0
      const b4 = at + 4 < end ? bytes[at + 4]! : 0
      halves[2 * (i - from) + 1] = (b0 << 24) | (b1 << 16) | (b2 << 8) | b3
      halves[2 * (i - from)] = (b4 << INDEX_BITS) | index
    }
    numbers.sort()
    let group = 0
    for (let i = 0; i < to - from; i++) {
      const low = halves[2 * i]!
      order[from + i] = low & (MAX_KEYS - 1)
      const isLast = i + 1 === to - from
      if (
        !isLast &&
        halves[2 * i + 1] === halves[2 * i + 3] &&
        low >>> INDEX_BITS === halves[2 * i + 2]! >>> INDEX_BITS
      )
        continue
      if (i > group) {
        // With a 0 at its end the prefix holds whole keys, which are equal.
        if (low >>> INDEX_BITS === 0) sortByTag(order.subarray(from + group, from + i + 1), tagOf)
        else pending.push([from + group, from + i + 1, depth + PREFIX_BYTES])
      }
      group = i + 1
    }
  }
  return order
}

function sortByTag(indexes: Uint32Array, tagOf: (index: number) => number): void {
  indexes.sort((a, b) => tagOf(a) - tagOf(b) || a - b)
}

/** All keys as UTF-8, one after the other. */
function packKeys(count: number, keyOf: (index: number) => string): { bytes: Uint8Array; starts: Uint32Array } {
  const starts = new Uint32Array(count + 1)
  let bytes = Buffer.allocUnsafeSlow(Math.max(64, count * 10))
  let at = 0
  for (let i = 0; i < count; i++) {
    const key = keyOf(i)
    const { length } = key
    if (at + length * 3 > bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, at + length * 3))
      grown.set(bytes.subarray(0, at))
      bytes = grown
    }
    let unit = 0
    let j = 0
    while (j < length && (unit = key.charCodeAt(j)) < 0x80) bytes[at + j++] = unit
    at += j === length ? length : bytes.write(key, at)
    starts[i + 1] = at
  }
  return { bytes, starts }
}
