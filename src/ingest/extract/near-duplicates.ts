/** Which releases are the same text again, on another site or re-issued with corrections? */

import type { Release } from '../../types.js'

/**
 * Texts are compared by shingles of {@link SHINGLE} words. Each release keeps a MinHash sketch of 128 values of 16 bits,
 * made by one-permutation hashing with rotation densification (A. Shrivastava and P. Li, "Densifying One Permutation
 * Hashing via Rotation for Fast Near Neighbor Search", ICML 2014): the share of equal values estimates the Jaccard
 * similarity of the shingle sets, with a standard error of at most 0.044. Pairs to compare are found by locality-sensitive
 * hashing over 32 bands of 4 values (J. Leskovec, A. Rajaraman and J. Ullman, "Mining of Massive Datasets", chapter 3),
 * which meets 98.8 % of the pairs at similarity 0.6 and all but one in ten thousand at 0.75.
 */
const SKETCH = 128
const BANDS = 32
const BAND = SKETCH / BANDS
const SHINGLE = 3
/** Texts from this similarity on are near-duplicates … */
const NEAR = 0.8
/** … and so are those where one is nearly all in the other (a paragraph was cut), from this similarity on. */
const NEAR_WITHIN = 0.6
const WITHIN = 0.95
/** Short texts differ in a word or a figure and are then different releases. */
const NEAR_SHORT = 0.9
const SHORT_TEXT = 60
/**
 * Series ("430 new citizens in Hobart", "180 in Adelaide") share their wording and not their figures: they are kept apart
 * when each has so many figures that the other lacks, and they share less than this part of them. One figure may have
 * been corrected. Days, hours and years are not figures: copies write them in other ways.
 */
const OWN_NUMBERS = 2
const COMMON_NUMBERS = 0.75
/** Numbers up to this one may be days, hours or minutes. */
const LARGEST_OF_CLOCK = 60
/** Numbers kept of a text: the first different ones. */
const MOST_NUMBERS = 24
/** Texts with fewer words are compared as a whole only. */
const FEWEST_WORDS = 12
/** Words beyond this many do not change the judgement. */
const MOST_WORDS = 8000

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

/**
 * Collects releases and tells which belong together. The clusters do not depend on the order in which releases were
 * added. Memory: about 400 bytes a release, not its text.
 */
export class DuplicateFinder {
  readonly #ids: string[] = []
  readonly #dates: string[] = []
  readonly #known: (string | undefined)[] = []
  readonly #whole: number[] = []
  readonly #wordCounts: number[] = []
  #sketches = new Uint16Array(SKETCH * 256)
  /** By release: hashes of its numbers, then zeros. */
  #numbers = new Uint16Array(MOST_NUMBERS * 256)

  /**
   * Adds a release. `cluster` is the value it has already, from a segment built earlier: releases that join it get the
   * same value.
   */
  add(release: Comparable, cluster?: string): void {
    const at = this.#ids.length
    if ((at + 1) * SKETCH > this.#sketches.length) {
      this.#sketches = doubled(this.#sketches)
      this.#numbers = doubled(this.#numbers)
    }
    const { words, numbers } = wordHashes(`${release.title}\n${release.body}`)
    this.#numbers.set(numbers, at * MOST_NUMBERS)
    this.#ids.push(release.id)
    this.#dates.push(release.date ?? '~')
    this.#known.push(cluster)
    this.#whole.push(wholeHash(words))
    this.#wordCounts.push(words.length)
    if (words.length >= FEWEST_WORDS) writeSketch(words, this.#sketches.subarray(at * SKETCH, (at + 1) * SKETCH))
  }

  /**
   * Releases that belong together, each group and its members by (date, id). Its value is the known one of a member, or is
   * made of the text of the first, so that it stays the same when later releases join.
   */
  clusters(): DuplicateCluster[] {
    const order = this.#ids.map((_, i) => i).sort((a, b) => this.#compare(a, b))
    const rank = new Uint32Array(order.length)
    for (const [position, index] of order.entries()) rank[index] = position
    // leader[i]: the first member of the cluster of i, as an index.
    const leader = order.map((_, i) => i)
    for (const [earlier, later] of this.#pairs(order, rank)) {
      const first = leader[earlier] as number
      if (leader[later] !== later || first === later) continue
      // Likeness to the first keeps chains of small changes from joining all.
      if (this.#isNear(later, earlier) && this.#isNear(later, first)) leader[later] = first
    }
    const members = new Map<number, number[]>()
    for (const index of order) {
      const first = leader[index] as number
      const list = members.get(first)
      if (list === undefined) members.set(first, [index])
      else list.push(index)
    }
    return [...members].filter(([, list]) => list.length > 1).map(([first, list]) => this.#cluster(first, list))
  }

  #cluster(first: number, list: readonly number[]): DuplicateCluster {
    const known = list.flatMap((index) => this.#known[index] ?? []).sort()[0]
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
  #pairs(order: readonly number[], rank: Uint32Array): [earlier: number, later: number][] {
    const found = new Set<number>()
    const count = order.length
    const add = (a: number, b: number): void => {
      const [low, high] = [
        Math.min(rank[a] as number, rank[b] as number),
        Math.max(rank[a] as number, rank[b] as number),
      ]
      found.add(high * count + low)
    }
    const link = (keyOf: (index: number) => number | undefined): void => {
      const buckets = new Map<number, { first: number; last: number }>()
      for (const index of order) {
        const key = keyOf(index)
        if (key === undefined) continue
        const bucket = buckets.get(key)
        if (bucket === undefined) {
          buckets.set(key, { first: index, last: index })
          continue
        }
        add(bucket.first, index)
        if (bucket.last !== bucket.first) add(bucket.last, index)
        bucket.last = index
      }
    }
    link((index) => ((this.#wordCounts[index] as number) > 0 ? this.#whole[index] : undefined))
    for (let band = 0; band < BANDS; band++) {
      link((index) => ((this.#wordCounts[index] as number) >= FEWEST_WORDS ? this.#bandKey(index, band) : undefined))
    }
    return [...found]
      .sort((a, b) => a - b)
      .map((pair) => [order[pair % count] as number, order[Math.floor(pair / count)] as number])
  }

  /** Four values of 16 bits as one number, exact to 2^53: the first loses its upper bits. */
  #bandKey(index: number, band: number): number {
    const at = index * SKETCH + band * BAND
    const sketch = this.#sketches
    return (
      (((sketch[at] as number) & 0x1f) * 0x1_0000 + (sketch[at + 1] as number)) * 0x1_0000_0000 +
      (sketch[at + 2] as number) * 0x1_0000 +
      (sketch[at + 3] as number)
    )
  }

  #isNear(a: number, b: number): boolean {
    if (this.#whole[a] === this.#whole[b]) return true
    const [lengthA, lengthB] = [this.#wordCounts[a] as number, this.#wordCounts[b] as number]
    const shorter = Math.min(lengthA, lengthB)
    if (shorter < FEWEST_WORDS) return false
    let equal = 0
    for (let i = 0; i < SKETCH; i++) if (this.#sketches[a * SKETCH + i] === this.#sketches[b * SKETCH + i]) equal++
    const similarity = equal / SKETCH
    if (shorter < SHORT_TEXT) return similarity >= NEAR_SHORT && this.#sharesNumbers(a, b)
    // From |A ∩ B| = J / (1 + J) · (|A| + |B|).
    const within = ((similarity / (1 + similarity)) * (lengthA + lengthB)) / shorter
    return (similarity >= NEAR || (similarity >= NEAR_WITHIN && within >= WITHIN)) && this.#sharesNumbers(a, b)
  }

  #sharesNumbers(a: number, b: number): boolean {
    const [of, and] = [this.#numbersOf(a), this.#numbersOf(b)]
    const fewer = Math.min(of.length, and.length)
    const common = of.filter((number) => and.includes(number)).length
    return fewer - common < OWN_NUMBERS || common >= fewer * COMMON_NUMBERS
  }

  #numbersOf(index: number): number[] {
    const list = [...this.#numbers.subarray(index * MOST_NUMBERS, (index + 1) * MOST_NUMBERS)]
    return list.filter((number) => number !== 0)
  }
}

const WORD = /[\p{L}\p{N}]+/gu

/** FNV-1a of each word in lower case, and of the first different figures in 16 bits that are never 0. */
function wordHashes(text: string): { words: number[]; numbers: number[] } {
  const words: number[] = []
  const numbers: number[] = []
  // "2 300", "2,300" and "2.300" are written alike.
  const joined = text.toLowerCase().replace(/(?<=(?<!\d)\d{1,3})[ ,.\u00a0\u202f](?=\d{3}(?!\d))/g, '')
  for (const [word] of joined.matchAll(WORD)) {
    let hash = 0x811c9dc5
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    if (numbers.length < MOST_NUMBERS && isFigure(word)) {
      const number = mixed(hash) & 0xffff || 1
      if (!numbers.includes(number)) numbers.push(number)
    }
    if (words.push(hash >>> 0) >= MOST_WORDS) break
  }
  return { words, numbers }
}

function isFigure(word: string): boolean {
  return /^[1-9]\d+$/.test(word) && Number(word) > LARGEST_OF_CLOCK && !/^(?:19|20)\d\d$/.test(word)
}

function doubled(values: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(values.length * 2)
  larger.set(values)
  return larger
}

/** The whole sequence of words as a number of 53 bits. */
function wholeHash(words: readonly number[]): number {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (const word of words) {
    low = Math.imul(low ^ word, 0x01000193)
    high = mixed(high ^ word)
  }
  return (high & 0x1f_ffff) * 0x1_0000_0000 + (low >>> 0)
}

/** The finishing step of MurmurHash3 (A. Appleby, public domain): every bit depends on every other. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function writeSketch(words: readonly number[], sketch: Uint16Array): void {
  const smallest = new Float64Array(SKETCH).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let shingle = 0
    for (let j = 0; j < SHINGLE; j++) shingle = mixed(Math.imul(shingle, 31) ^ (words[i + j] as number))
    const bin = shingle % SKETCH
    if (shingle < (smallest[bin] as number)) smallest[bin] = shingle
  }
  for (let bin = 0; bin < SKETCH; bin++) {
    // An empty bin borrows from the next filled one, marked by the distance.
    let distance = 0
    while (smallest[(bin + distance) % SKETCH] === Number.POSITIVE_INFINITY) distance++
    sketch[bin] = mixed((smallest[(bin + distance) % SKETCH] as number) + Math.imul(distance, 0x9e3779b9)) & 0xffff
  }
}
