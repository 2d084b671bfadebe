/** Which releases are the same text again, on another site or re-issued with corrections? */

import type { Release } from '../../types.js'
import { FEWEST_WORDS, MOST_NUMBERS, RECORD, SKETCH, type TextSketch, TextSketcher } from './text-sketch.js'

/** Pairs to compare share one of so many bands of their sketches. */
const BANDS = 32
const BAND = SKETCH / BANDS
/** Bytes of keys of bands that are held at once. */
const KEY_BYTES = 32 * 1024 * 1024
/** Sketches read at once. */
const READ_AT_ONCE = 2048
/** Texts from this similarity on are near-duplicates … */
const NEAR = 0.8
/** … and so are those where one is nearly all in the other (a paragraph was cut), from this similarity on. */
const NEAR_WITHIN = 0.6
const WITHIN = 0.95
/**
 * Short texts differ in a word or a figure and are then different releases: of a series, when they are weeks apart. What
 * came out on one day or the next is more often the same, mended.
 */
const SHORT_TEXT = 60
const NEAR_SHORT = 0.9
const NEAR_SHORT_SAME_DAYS = 0.82
/** Sketches of fewer words are too coarse for that. */
const FEWEST_MENDED = 28
const NEAR_SHORT_OTHER_DAYS = 0.95
const SAME_DAYS = 1
/**
 * Series ("430 new citizens in Hobart", "180 in Adelaide") share their wording and not their figures: they are kept apart
 * when each has so many figures that the other lacks, and they share less than this part of them. One figure may have
 * been corrected. Days, hours and years are not figures: copies write them in other ways.
 */
const OWN_NUMBERS = 2
const COMMON_NUMBERS = 0.75
/** A release as the finder needs it. */
export type Comparable = Pick<Release, 'id' | 'title' | 'body' | 'date'>

/** Releases that are the same text again. */
export interface DuplicateCluster {
  value: string
  /** Members by (date, id). */
  ids: string[]
  /** How many of them have, word for word, the title and text of one before them. */
  exact: number
}

/** Where sketches wait until all are there: records of {@link RECORD} values. */
export interface SketchStore {
  add(record: Uint16Array): void
  /** Some records that follow each other; valid until one is added. */
  read(first: number, count: number): Uint16Array
}

class HeldSketches implements SketchStore {
  private records = new Uint16Array(RECORD * 64)
  private length = 0

  add(record: Uint16Array): void {
    if (this.length + RECORD > this.records.length) {
      const larger = new Uint16Array(this.records.length * 2)
      larger.set(this.records)
      this.records = larger
    }
    this.records.set(record, this.length)
    this.length += RECORD
  }

  read(first: number, count: number): Uint16Array {
    return this.records.subarray(first * RECORD, (first + count) * RECORD)
  }
}

/**
 * Collects releases and tells which belong together. The clusters do not depend on the order in which releases were
 * added. Memory: about 60 bytes a release, beside the sketches in their store (304 bytes each).
 */
export class DuplicateFinder {
  readonly #ids: string[] = []
  readonly #dates: string[] = []
  readonly #known = new Map<number, string>()
  readonly #whole: number[] = []
  readonly #wordCounts: number[] = []
  readonly #store: SketchStore
  readonly #sketcher = new TextSketcher()

  constructor(store: SketchStore = new HeldSketches()) {
    this.#store = store
  }

  /**
   * Adds a release. `cluster` is the value it has already, from a segment built earlier: releases that join it get the
   * same value.
   */
  add(release: Comparable, cluster?: string): void {
    this.addSketch(release, this.#sketcher.sketch(release.title, release.body), cluster)
  }

  /** Adds a release whose text has been sketched. */
  addSketch({ id, date }: Pick<Comparable, 'id' | 'date'>, sketch: TextSketch, cluster?: string): void {
    if (cluster !== undefined) this.#known.set(this.#ids.length, cluster)
    this.#ids.push(id)
    this.#dates.push(date ?? '~')
    this.#whole.push(sketch.whole)
    this.#wordCounts.push(sketch.wordCount)
    this.#store.add(sketch.record)
  }

  /**
   * Releases that belong together, each group and its members by (date, id). Its value is the known one of a member, or is
   * made of the text of the first, so that it stays the same when later releases join.
   */
  clusters(): DuplicateCluster[] {
    const order = Uint32Array.from(this.#ids, (_, i) => i).sort((a, b) => this.#compare(a, b))
    const rank = new Uint32Array(order.length)
    for (const [position, index] of order.entries()) rank[index] = position
    // leader[i]: the first member of the cluster of i, as an index.
    const leader = Uint32Array.from(order, (_, i) => i)
    for (const [earlier, later] of this.#pairs(order, rank)) {
      const first = leader[earlier] as number
      if (leader[later] !== later || first === later) continue
      // Likeness to the first keeps chains of small changes from joining all.
      if (this.#isNear(later, earlier) && this.#isNear(later, first)) leader[later] = first
    }
    const members = new Map<number, number[]>()
    for (const index of order) {
      const first = leader[index] as number
      if (first === index) continue
      const list = members.get(first)
      if (list === undefined) members.set(first, [first, index])
      else list.push(index)
    }
    const byFirst = [...members].sort(([a], [b]) => (rank[a] as number) - (rank[b] as number))
    return byFirst.map(([first, list]) => this.#cluster(first, list))
  }

  #cluster(first: number, list: readonly number[]): DuplicateCluster {
    const known = list.flatMap((index) => this.#known.get(index) ?? []).sort()[0]
    const texts = new Set(list.map((index) => this.#whole[index]))
    return {
      value: known ?? (this.#whole[first] as number).toString(36),
      ids: list.map((index) => this.#ids[index] as string),
      exact: list.length - texts.size,
    }
  }

  #compare(a: number, b: number): number {
    const [dateA, dateB] = [this.#dates[a] as string, this.#dates[b] as string]
    if (dateA !== dateB) return dateA < dateB ? -1 : 1
    const [idA, idB] = [this.#ids[a] as string, this.#ids[b] as string]
    return idA < idB ? -1 : idA > idB ? 1 : a - b
  }

  /** Pairs worth comparing, earlier one first, by the later one's rank and then the earlier one's. */
  #pairs(order: Uint32Array, rank: Uint32Array): [earlier: number, later: number][] {
    const count = order.length
    const found = new Set<number>()
    const buckets = new Buckets(count)
    const link = (keys: ArrayLike<number>, fewestWords: number): void => {
      buckets.clear()
      for (const index of order) {
        if ((this.#wordCounts[index] as number) < fewestWords) continue
        const own = rank[index] as number
        const bucket = buckets.find(keys[index] as number)
        const first = buckets.first[bucket] as number
        const last = buckets.last[bucket] as number
        if (first >= 0) found.add(own * count + first)
        if (last !== first) found.add(own * count + last)
        if (first < 0) buckets.first[bucket] = own
        buckets.last[bucket] = own
      }
    }
    link(this.#whole, 1)
    const atOnce = Math.max(1, Math.min(BANDS, Math.floor(KEY_BYTES / 8 / Math.max(1, count))))
    for (let band = 0; band < BANDS; band += atOnce) {
      const keys = Array.from({ length: Math.min(atOnce, BANDS - band) }, () => new Float64Array(count))
      for (let first = 0; first < count; first += READ_AT_ONCE) {
        const read = Math.min(READ_AT_ONCE, count - first)
        const records = this.#store.read(first, read)
        for (const [ordinal, column] of keys.entries()) {
          const at = (band + ordinal) * BAND
          for (let i = 0; i < read; i++) column[first + i] = bandKey(records, i * RECORD + at)
        }
      }
      for (const column of keys) link(column, FEWEST_WORDS)
    }
    return [...found]
      .sort((a, b) => a - b)
      .map((pair) => [order[pair % count] as number, order[Math.floor(pair / count)] as number])
  }

  #leastOfShort(a: number, b: number, words: number): number {
    const days = daysApart(this.#dates[a] as string, this.#dates[b] as string)
    if (days === undefined) return NEAR_SHORT
    if (days > SAME_DAYS) return NEAR_SHORT_OTHER_DAYS
    return words < FEWEST_MENDED ? NEAR_SHORT : NEAR_SHORT_SAME_DAYS
  }

  #isNear(a: number, b: number): boolean {
    if (this.#whole[a] === this.#whole[b]) return true
    const [lengthA, lengthB] = [this.#wordCounts[a] as number, this.#wordCounts[b] as number]
    const shorter = Math.min(lengthA, lengthB)
    if (shorter < FEWEST_WORDS) return false
    const [one, other] = [this.#store.read(a, 1), this.#store.read(b, 1)]
    let equal = 0
    for (let i = 0; i < SKETCH; i++) if (one[i] === other[i]) equal++
    const similarity = equal / SKETCH
    if (shorter < SHORT_TEXT) return similarity >= this.#leastOfShort(a, b, shorter) && sharesNumbers(one, other)
    // From |A ∩ B| = J / (1 + J) · (|A| + |B|).
    const within = ((similarity / (1 + similarity)) * (lengthA + lengthB)) / shorter
    return (similarity >= NEAR || (similarity >= NEAR_WITHIN && within >= WITHIN)) && sharesNumbers(one, other)
  }
}

/** Days between two dates that are both known to the day. */
function daysApart(one: string, other: string): number | undefined {
  if (one.length !== 10 || other.length !== 10) return undefined
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
}

function sharesNumbers(one: Uint16Array, other: Uint16Array): boolean {
  const [of, and] = [numbersOf(one), numbersOf(other)]
  const fewer = Math.min(of.length, and.length)
  const common = of.filter((number) => and.includes(number)).length
  return fewer - common < OWN_NUMBERS || common >= fewer * COMMON_NUMBERS
}

function numbersOf(record: Uint16Array): number[] {
  return [...record.subarray(SKETCH, SKETCH + MOST_NUMBERS)].filter((number) => number !== 0)
}

/** Four values of 16 bits as one number, exact to 2^53: the first loses its upper bits. */
function bandKey(sketch: Uint16Array, at: number): number {
  return (
    (((sketch[at] as number) & 0x1f) * 0x1_0000 + (sketch[at + 1] as number)) * 0x1_0000_0000 +
    (sketch[at + 2] as number) * 0x1_0000 +
    (sketch[at + 3] as number)
  )
}

/** By key, the ranks of the first and the last release that had it; -1 for none. A table with open addressing, at most half full. */
class Buckets {
  readonly first: Int32Array
  readonly last: Int32Array
  private readonly keys: Float64Array
  private readonly mask: number

  constructor(count: number) {
    let size = 16
    while (size < count * 2) size *= 2
    this.mask = size - 1
    this.keys = new Float64Array(size)
    this.first = new Int32Array(size)
    this.last = new Int32Array(size)
  }

  clear(): void {
    this.first.fill(-1)
    this.last.fill(-1)
  }

  /** The bucket of a key; a new one takes the key. */
  find(key: number): number {
    const low = key >>> 0
    const high = Math.floor(key / 0x1_0000_0000)
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
    hash ^= hash >>> 15
    let at = hash & this.mask
    while ((this.first[at] as number) >= 0 && this.keys[at] !== key) at = (at + 1) & this.mask
    if ((this.first[at] as number) < 0) this.keys[at] = key
    return at
  }
}
