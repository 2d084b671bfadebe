/** How are few, small tables of bits read? A bounded cursor over Rice codes; lists of postings have faster ones of their own. */

import { corrupt } from './byte-reader.js'

/** The counterpart of `BitWriter`. */
export class BitReader {
  private bit = 0

  constructor(
    private readonly bytes: Uint8Array,
    private readonly where: string,
  ) {}

  /** The next Rice code; `k` is below 31. */
  rice(k: number): number {
    let value = 0
    // Shifts, since powers are kept as floating point numbers, each an object of its own in what is made of them.
    while (this.next() === 0) value += 1 << k
    for (let i = 0; i < k; i++) value += this.next() << i
    return value
  }

  private next(): number {
    const byte = this.bytes[this.bit >> 3]
    if (byte === undefined) throw corrupt(this.where, this.bytes.length, 'a code ends before its last bit')
    return (byte >> (this.bit++ & 7)) & 1
  }
}
