/** Has this run of letters been seen before? A hash table that is asked with a stretch of a text, not with a copy of it. */

const FIRST_SLOTS = 1 << 8
/** Raw forms remembered, and their units in all; beyond either, remembering starts anew. */
const MAX_REMEMBERED = 1 << 19
const MAX_UNITS = 1 << 23

/** Start value of {@link mixHash}'s sum. */
export const HASH_START = 0x2f6e2b1

/** One step of the hash over units, for the scanner's inner loop. */
export function mixHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0
}

/** The hash of a stretch of a text, for runs that were not hashed while they were scanned. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_START
  for (let i = start; i < end; i++) hash = mixHash(hash, text.charCodeAt(i))
  return hash
}

/**
 * Values by raw form. A `Map` would need a copy of every word of every text as its key; comparing with the text in
 * place makes analysis of English news half as fast again. Units of all forms stand in one array: strings would be
 * looked at one by one wherever they are in memory.
 */
export class RawTable<T> {
  /** Index of a form plus one, 0 for a free slot; linear probing, at most half full. */
  private slots = new Int32Array(FIRST_SLOTS)
  private hashes = new Int32Array(FIRST_SLOTS / 2)
  private units = new Uint16Array(FIRST_SLOTS * 4)
  /** Where the units of each form begin; those of the next one are its end. */
  private starts = new Int32Array(FIRST_SLOTS / 2 + 1)
  private values: T[] = []

  /** The value of the form that is `text` from `start` to before `end`. */
  get(text: string, start: number, end: number, hash: number): T | undefined {
    const { slots, hashes, units, starts } = this
    const mask = slots.length - 1
    for (let slot = slotOf(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot]! - 1
      if (hashes[index] !== hash) continue
      let unit = starts[index]!
      const last = starts[index + 1]!
      if (last - unit !== end - start) continue
      for (let i = start; unit < last && units[unit] === text.charCodeAt(i); i++) unit++
      if (unit === last) return this.values[index]
    }
    return undefined
  }

  /** Remembers a form that is not there yet. */
  set(raw: string, hash: number, value: T): void {
    const { length } = this.values
    if (length >= MAX_REMEMBERED || this.starts[length]! + raw.length > MAX_UNITS) this.clear()
    const entry = this.values.push(value)
    if (entry * 2 > this.slots.length) this.grow()
    const start = this.starts[entry - 1]!
    const end = start + raw.length
    if (end > this.units.length) this.units = enlarged(this.units, Math.max(end, this.units.length * 2))
    for (let i = 0; i < raw.length; i++) this.units[start + i] = raw.charCodeAt(i)
    this.starts[entry] = end
    this.hashes[entry - 1] = hash
    this.place(hash, entry)
  }

  private place(hash: number, entry: number): void {
    const { slots } = this
    const mask = slots.length - 1
    let slot = slotOf(hash) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = entry
  }

  /** Twice the slots; the last of the values is not placed yet. */
  private grow(): void {
    const { hashes, starts } = this
    this.slots = new Int32Array(this.slots.length * 2)
    this.hashes = new Int32Array(this.slots.length / 2)
    this.hashes.set(hashes)
    this.starts = new Int32Array(this.slots.length / 2 + 1)
    this.starts.set(starts)
    for (let entry = 1; entry < this.values.length; entry++) this.place(hashes[entry - 1]!, entry)
  }

  private clear(): void {
    this.slots.fill(0)
    this.values = []
  }
}

function enlarged(units: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(length)
  larger.set(units)
  return larger
}

/** Spreads the sum, whose low bits know little of the first units. */
function slotOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x45d9f3b)
  return mixed ^ (mixed >>> 13)
}
