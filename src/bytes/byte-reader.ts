/** How is a value read back? A bounded cursor: whatever lies outside its bytes is `E_CORRUPT` with file and offset. */

import { DatelinesError } from '../errors.js'

// Without `ignoreBOM` a leading U+FEFF would be dropped, and a key that begins with one would come back as another.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The error for bytes that cannot be what they claim to be. */
export function corrupt(where: string, offset: number, expected: string, cause?: unknown): DatelinesError {
  const advice = 'The file is damaged or foreign: restore it, or build the archive again.'
  return new DatelinesError('E_CORRUPT', `${where}: damaged at byte ${offset}: ${expected}. ${advice}`, {
    where,
    offset,
    cause,
  })
}

/** A cursor over bytes that never reads outside them. */
export class ByteReader {
  position: number
  private readonly end: number

  constructor(
    readonly bytes: Uint8Array,
    readonly where: string,
    start = 0,
    end = bytes.length,
  ) {
    this.position = start
    this.end = end
  }

  get remaining(): number {
    return this.end - this.position
  }

  u8(): number {
    this.need(1)
    return this.bytes[this.position++]!
  }

  u16(): number {
    return this.u8() | (this.u8() << 8)
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0
  }

  f64(): number {
    const bytes = this.raw(8)
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)
  }

  varint(): number {
    // Most are a single byte.
    if (this.position < this.end && this.bytes[this.position]! < 0x80) return this.bytes[this.position++]!
    // And nearly all the others are of four at most, which fit into a word.
    let word = 0
    for (let at = this.position, shift = 0; at < this.end && shift < 28; at++, shift += 7) {
      const byte = this.bytes[at]!
      word |= (byte & 0x7f) << shift
      if (byte < 0x80) {
        this.position = at + 1
        return word
      }
    }
    let value = 0
    let scale = 1
    for (let count = 0; count < 8; count++) {
      const byte = this.u8()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (value <= Number.MAX_SAFE_INTEGER) return value
        break
      }
      scale *= 0x80
    }
    throw corrupt(this.where, this.position, 'an integer is longer than 53 bits')
  }

  /** A varint that counts things of at least `size` bytes each (0 for things that may take none): checked before anything is allocated. */
  count(size = 1, most = 0x7fffffff): number {
    const value = this.varint()
    if (value > most || value * size > this.remaining) {
      throw corrupt(this.where, this.position, `a count of ${value} does not fit into ${this.remaining} bytes`)
    }
    return value
  }

  raw(length: number): Uint8Array {
    this.need(length)
    this.position += length
    return this.bytes.subarray(this.position - length, this.position)
  }

  block(): Uint8Array {
    return this.raw(this.count())
  }

  string(): string {
    return decoder.decode(this.block())
  }

  ascending(): number[] {
    const length = this.count()
    const values = new Array<number>(length)
    let value = 0
    for (let i = 0; i < length; i++) values[i] = value += this.varint()
    return values
  }

  /** Refuses bytes left over. */
  finish(): void {
    if (this.remaining !== 0) throw corrupt(this.where, this.position, `${this.remaining} bytes too many`)
  }

  private need(count: number): void {
    if (this.position + count > this.end) {
      throw corrupt(this.where, this.position, `${count} bytes expected, ${this.end - this.position} left`)
    }
  }
}
