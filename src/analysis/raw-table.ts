/** Has this run of letters been seen before? A hash table that is asked with a stretch of a text, not with a copy of it. */

const FIRST_SLOTS = 1 << 12
/** Raw forms remembered; when they are so many, remembering starts anew. */
const MAX_REMEMBERED = 1 << 19

/** Start value of {@link mixHash}'s sum. */
export const HASH_START = 0x2f6e2b1

/** One step of the hash over units, for the scanner's inner loop. */
export function mixHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0
}

/**
 * Values by raw form. A `Map` would need a copy of every word of every text as its key; comparing with the text in
 * place makes analysis of English news half as fast again.
 */
export class RawTable<T> {
  /** Index of a form plus one, 0 for a free slot; linear probing, at most half full. */
  private slots = new Int32Array(FIRST_SLOTS)
  private hashes = new Int32Array(FIRST_SLOTS / 2)
  private raws: string[] = []
  private values: T[] = []

  /** The value of the form that is `text` from `start` to before `end`. */
  get(text: string, start: number, end: number, hash: number): T | undefined {
    const { slots, hashes, raws } = this
    const mask = slots.length - 1
    const length = end - start
    for (let slot = slotOf(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot]! - 1
      if (hashes[index] !== hash) continue
      const raw = raws[index]!
      if (raw.length !== length) continue
      let i = 0
      while (i < length && raw.charCodeAt(i) === text.charCodeAt(start + i)) i++
      if (i === length) return this.values[index]
    }
    return undefined
  }

  /** Remembers a form that is not there yet. */
  set(raw: string, hash: number, value: T): void {
    if (this.raws.length >= MAX_REMEMBERED) this.clear()
    if (this.raws.length * 2 >= this.slots.length) this.grow()
    this.hashes[this.raws.length] = hash
    this.raws.push(raw)
    this.values.push(value)
    this.place(hash, this.raws.length)
  }

  private place(hash: number, entry: number): void {
    const { slots } = this
    const mask = slots.length - 1
    let slot = slotOf(hash) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = entry
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    const hashes = new Int32Array(this.slots.length / 2)
    hashes.set(this.hashes)
    this.hashes = hashes
    for (let i = 0; i < this.raws.length; i++) this.place(hashes[i]!, i + 1)
  }

  private clear(): void {
    this.slots.fill(0)
    this.raws = []
    this.values = []
  }
}

/** Spreads the sum, whose low bits know little of the first units. */
function slotOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x45d9f3b)
  return mixed ^ (mixed >>> 13)
}
