/** How is a value written? A growable little-endian sink; its method names mirror those of `ByteReader`. */

const encoder = new TextEncoder()

/** A growable sink of bytes. Integers are unsigned; varints are LEB128, at most 53 bits. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>
  private used = 0

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Bytes written so far. */
  get length(): number {
    return this.used
  }

  u8(value: number): void {
    this.reserve(1)
    this.bytes[this.used++] = value
  }

  u16(value: number): void {
    this.u8(value & 0xff)
    this.u8((value >>> 8) & 0xff)
  }

  u32(value: number): void {
    this.u16(value & 0xffff)
    this.u16(value >>> 16)
  }

  f64(value: number): void {
    this.reserve(8)
    new DataView(this.bytes.buffer).setFloat64(this.used, value, true)
    this.used += 8
  }

  varint(value: number): void {
    this.reserve(8)
    while (value >= 0x80) {
      this.bytes[this.used++] = (value % 0x80) | 0x80
      value = Math.floor(value / 0x80)
    }
    this.bytes[this.used++] = value
  }

  /** Raw bytes, without their length. */
  raw(value: Uint8Array): void {
    this.reserve(value.length)
    this.bytes.set(value, this.used)
    this.used += value.length
  }

  /** Length as a varint, then the bytes. */
  block(value: Uint8Array): void {
    this.varint(value.length)
    this.raw(value)
  }

  /** UTF-8 with its byte length as a varint. Lone surrogates become U+FFFD. */
  string(value: string): void {
    const { length } = value
    // The length of a short one is one byte, if it is ASCII.
    if (length < 0x80) {
      this.u8(length)
      if (this.ascii(value, 0)) return
      this.used--
    }
    this.block(encoder.encode(value))
  }

  /** UTF-8 of a string from the unit `start` on, without its length. */
  text(value: string, start: number): void {
    if (!this.ascii(value, start)) this.raw(encoder.encode(value.slice(start)))
  }

  /** Writes ASCII from `start` on, for which the platform's encoder is slow; false and nothing when it is more than that. */
  private ascii(value: string, start: number): boolean {
    const { length } = value
    this.reserve(length - start)
    const { bytes } = this
    let at = this.used
    for (let i = start; i < length; i++) {
      const unit = value.charCodeAt(i)
      if (unit >= 0x80) return false
      bytes[at++] = unit
    }
    this.used = at
    return true
  }

  /** Ascending whole numbers as differences: count, then each gap. */
  ascending(values: ArrayLike<number>): void {
    this.varint(values.length)
    let previous = 0
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      this.varint(value - previous)
      previous = value
    }
  }

  /** A view of what was written; valid until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.used)
  }

  /** A copy of what was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.used)
  }

  /** Forgets everything written, keeping the buffer. */
  clear(): void {
    this.used = 0
  }

  private reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.used + count))
    grown.set(this.bytes.subarray(0, this.used))
    this.bytes = grown
  }
}
