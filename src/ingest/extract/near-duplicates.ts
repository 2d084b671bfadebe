/** Which releases are the same text again, on another site or re-issued with corrections? */

import type { Release } from '../../types.js'
import { type KeyWords, keyWordsOf } from './key-words.js'
import { areNear, BAND, BANDS, bandKey, compareByTime, type SketchedRelease } from './text-likeness.js'
import { FEWEST_WORDS, RECORD, type TextSketch, TextSketcher } from './text-sketch.js'

/** Bytes of keys of bands that are held at once. */
const KEY_BYTES = 32 * 1024 * 1024
/** Sketches read at once. */
const READ_AT_ONCE = 2048

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

/** The value of the cluster that a release is the first of: of its words, so that no other can be the first of one with that value. */
export function clusterValue({ whole }: Pick<TextSketch, 'whole'>): string {
  return whole.toString(36)
}

/** Where sketches wait until all are there, records of {@link RECORD} values, and where texts are read again. */
export interface SketchStore {
  add(record: Uint16Array): void
  /** Some records that follow each other; valid until one is added. */
  read(first: number, count: number): Uint16Array
  /** The text of the release that was added as the how manieth, from 0. */
  text(index: number): Pick<Release, 'title' | 'body'>
}

/** Sketches in memory, of releases that are there anyway. */
class HeldSketches implements SketchStore {
  private records = new Uint16Array(RECORD * 64)
  private length = 0

  constructor(private readonly releases: readonly Comparable[]) {}

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

  text(index: number): Comparable {
    return this.releases[index]!
  }
}

interface IndexedSketch extends SketchedRelease {
  index: number
}

/** The clusters of some releases. */
export function findDuplicates(releases: readonly Comparable[]): DuplicateCluster[] {
  const finder = new DuplicateFinder(new HeldSketches(releases))
  for (const release of releases) finder.add(release)
  return finder.clusters()
}

/**
 * Collects releases and tells which belong together: each, by (date, id), belongs to the earliest first of a cluster that it is
 * near to ({@link areNear}), and else is the first of its own. Likeness to the first keeps chains of small changes from joining
 * all. So clusters are a matter of the set of releases alone. Memory: about 60 bytes a release, beside the sketches in
 * their store ({@link RECORD} values each) and 12 bytes for each band that a release shares with another.
 */
export class DuplicateFinder {
  readonly #ids: string[] = []
  readonly #dates: (string | undefined)[] = []
  readonly #whole: number[] = []
  readonly #wordCounts: number[] = []
  readonly #store: SketchStore
  readonly #sketcher = new TextSketcher()

  constructor(store: SketchStore) {
    this.#store = store
  }

  /** Adds a release. */
  add(release: Comparable): void {
    this.addSketch(release, this.#sketcher.sketch(release.title, release.body))
  }

  /** Adds a release whose text has been sketched. */
  addSketch({ id, date }: Pick<Comparable, 'id' | 'date'>, sketch: TextSketch): void {
    this.#ids.push(id)
    this.#dates.push(date)
    this.#whole.push(sketch.whole)
    this.#wordCounts.push(sketch.wordCount)
    this.#store.add(sketch.record)
  }

  /** Releases that belong together, each group and its members by (date, id). */
  clusters(): DuplicateCluster[] {
    const count = this.#ids.length
    const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
      (a, b) => compareByTime(this.#named(a), this.#named(b)) || a - b,
    )
    const shared = this.#sharedKeys(order)
    const members = new Map<number, number[]>()
    const firsts = new FirstsByKey(shared, count)
    for (let rank = 0; rank < count; rank++) {
      const candidates = firsts.sharing(rank)
      const own = candidates.length > 0 ? this.#sketched(order[rank]!) : undefined
      const first = candidates.find((candidate) => areNear(this.#sketched(order[candidate]!), own!, this.#keyWords))
      if (first === undefined) firsts.add(rank)
      else if (members.has(first)) members.get(first)!.push(order[rank]!)
      else members.set(first, [order[first]!, order[rank]!])
    }
    return [...members].sort(([a], [b]) => a - b).map(([, list]) => this.#cluster(list))
  }

  #named(index: number): { date: string | undefined; id: string } {
    return { date: this.#dates[index], id: this.#ids[index]! }
  }

  readonly #keyWords = ({ index, wordCount }: IndexedSketch): KeyWords => keyWordsOf(this.#store.text(index), wordCount)

  #sketched(index: number): IndexedSketch {
    return {
      index,
      date: this.#dates[index],
      whole: this.#whole[index]!,
      wordCount: this.#wordCounts[index]!,
      record: this.#store.read(index, 1),
    }
  }

  #cluster(list: readonly number[]): DuplicateCluster {
    const texts = new Set(list.map((index) => this.#whole[index]))
    return {
      value: clusterValue({ whole: this.#whole[list[0]!]! }),
      ids: list.map((index) => this.#ids[index]!),
      exact: list.length - texts.size,
    }
  }

  /** The keys, of texts as a whole and of bands, that several releases have. */
  #sharedKeys(order: Uint32Array): SharedKeys {
    const count = order.length
    const shared = new SharedKeys(count)
    const note = (keys: ArrayLike<number>, fewestWords: number): void => {
      shared.startColumn()
      for (let rank = 0; rank < count; rank++) {
        const index = order[rank]!
        if (this.#wordCounts[index]! >= fewestWords) shared.add(keys[index]!, rank)
      }
    }
    note(this.#whole, 1)
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
      for (const column of keys) note(column, FEWEST_WORDS)
    }
    return shared
  }
}

/** Which keys have several releases? Keys are numbered as they turn up for the second time. */
class SharedKeys {
  /** Ranks of releases, and the number of a key that each has. */
  readonly ranks: number[] = []
  readonly keys: number[] = []
  /** How many keys are shared. */
  count = 0
  private readonly buckets: Buckets

  constructor(releases: number) {
    this.buckets = new Buckets(releases)
  }

  /** Keys from here on have nothing to do with those before. */
  startColumn(): void {
    this.buckets.clear()
  }

  add(key: number, rank: number): void {
    const { buckets } = this
    const bucket = buckets.find(key)
    const first = buckets.first[bucket]!
    if (first < 0) {
      buckets.first[bucket] = rank
      return
    }
    if (buckets.number[bucket]! < 0) {
      buckets.number[bucket] = this.count++
      this.note(first, buckets.number[bucket]!)
    }
    this.note(rank, buckets.number[bucket]!)
  }

  private note(rank: number, key: number): void {
    this.ranks.push(rank)
    this.keys.push(key)
  }
}

/** Which firsts of clusters share a key with a release? */
class FirstsByKey {
  /** Of each release the keys that it shares, from `starts[rank]` on. */
  private readonly starts: Uint32Array
  private readonly keys: Uint32Array
  /** By key the last entry of a first, and by entry the one before; -1 for none. */
  private readonly last: Int32Array
  private readonly before: Int32Array
  private readonly rankOf: Uint32Array
  private readonly seenBy: Int32Array

  constructor(shared: SharedKeys, count: number) {
    const entries = shared.ranks.length
    this.starts = new Uint32Array(count + 1)
    for (const rank of shared.ranks) this.starts[rank + 1]!++
    for (let rank = 0; rank < count; rank++) this.starts[rank + 1]! += this.starts[rank]!
    const next = this.starts.slice()
    this.keys = new Uint32Array(entries)
    this.rankOf = new Uint32Array(entries)
    shared.ranks.forEach((rank, entry) => {
      this.keys[next[rank]!] = shared.keys[entry]!
      this.rankOf[next[rank]!++] = rank
    })
    this.last = new Int32Array(shared.count).fill(-1)
    this.before = new Int32Array(entries).fill(-1)
    this.seenBy = new Int32Array(count).fill(-1)
  }

  /** Ranks of the firsts so far that share a key with a release, ascending. */
  sharing(rank: number): number[] {
    const found: number[] = []
    for (let entry = this.starts[rank]!; entry < this.starts[rank + 1]!; entry++) {
      for (let other = this.last[this.keys[entry]!]!; other >= 0; other = this.before[other]!) {
        const first = this.rankOf[other]!
        if (this.seenBy[first] === rank) continue
        this.seenBy[first] = rank
        found.push(first)
      }
    }
    return found.sort((a, b) => a - b)
  }

  /** A release is the first of a cluster. */
  add(rank: number): void {
    for (let entry = this.starts[rank]!; entry < this.starts[rank + 1]!; entry++) {
      const key = this.keys[entry]!
      this.before[entry] = this.last[key]!
      this.last[key] = entry
    }
  }
}

/** By key, the rank of the first release that had it and the number of the key; -1 for none. A table with open addressing, at most half full. */
class Buckets {
  readonly first: Int32Array
  readonly number: Int32Array
  private readonly keys: Float64Array
  private readonly mask: number

  constructor(count: number) {
    let size = 16
    while (size < count * 2) size *= 2
    this.mask = size - 1
    this.keys = new Float64Array(size)
    this.first = new Int32Array(size)
    this.number = new Int32Array(size)
    this.clear()
  }

  clear(): void {
    this.first.fill(-1)
    this.number.fill(-1)
  }

  /** The bucket of a key; a new one takes the key. */
  find(key: number): number {
    const low = key >>> 0
    const high = Math.floor(key / 0x1_0000_0000)
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
    hash ^= hash >>> 15
    let at = hash & this.mask
    while (this.first[at]! >= 0 && this.keys[at] !== key) at = (at + 1) & this.mask
    if (this.first[at]! < 0) this.keys[at] = key
    return at
  }
}
