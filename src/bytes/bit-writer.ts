/** How are bits packed? A sink of bits, lowest bit first, with Rice codes. */

/** A growable sink of bits; `align` fills the last byte with zeros. */
export class BitWriter {
  private bytes = new Uint8Array(1024)
  private used = 0
  private pending = 0
  private pendingBits = 0

  /** Whole bytes written; call `align` first. */
  get length(): number {
    return this.used
  }

  /** The lowest `count` bits of `value`, `count` at most 24. */
  bits(value: number, count: number): void {
    this.pending |= value << this.pendingBits
    this.pendingBits += count
    while (this.pendingBits >= 8) {
      if (this.used === this.bytes.length) this.grow()
      this.bytes[this.used++] = this.pending & 0xff
      this.pending >>>= 8
      this.pendingBits -= 8
    }
  }

  /** Rice code: the quotient in unary (zeros, then a one), then `k` low bits, `k` at most 31. */
  rice(value: number, k: number): void {
    let quotient = k > 30 ? 0 : value >>> k
    while (quotient >= 16) {
      this.bits(0, 16)
      quotient -= 16
    }
    this.bits(1 << quotient, quotient + 1)
    if (k > 16) {
      this.bits(value & 0xffff, 16)
      this.bits((value >>> 16) & ((1 << (k - 16)) - 1), k - 16)
    } else if (k > 0) {
      this.bits(value & ((1 << k) - 1), k)
    }
  }

  align(): void {
    this.pad(0)
  }

  /** Writes zeros after which so many more bits end with a byte. */
  pad(count: number): void {
    this.bits(0, -(this.pendingBits + count) & 7)
  }

  /** A view of whole bytes from `start`; valid until the next write. */
  view(start = 0): Uint8Array {
    return this.bytes.subarray(start, this.used)
  }

  clear(): void {
    this.used = 0
    this.pending = 0
    this.pendingBits = 0
  }

  private grow(): void {
    const grown = new Uint8Array(this.bytes.length * 2)
    grown.set(this.bytes)
    this.bytes = grown
  }
}
