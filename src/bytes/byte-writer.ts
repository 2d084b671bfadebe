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
    this.block(encoder.encode(value))
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
