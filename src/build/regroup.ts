/** Which clusters of near-duplicates change when releases come and go? As few of the others are looked at as can be. */

import { type KeyWords, keyWordsOf, shareKeyWords } from '../ingest/extract/key-words.js'
import { type Comparable, clusterValue, type DuplicateCluster } from '../ingest/extract/near-duplicates.js'
import { areAlike, BAND, BANDS, bandKey, compareByTime, type SketchedRelease } from '../ingest/extract/text-likeness.js'
import { FEWEST_WORDS, TextSketcher } from '../ingest/extract/text-sketch.js'

/** A release that was there before, as a number: its segment, from the oldest, and its document. */
export type Place = number

/** Documents of a segment at the most. */
const DOCS = 2 ** 24

export function placeAt(segment: number, doc: number): Place {
  return segment * DOCS + doc
}

export function segmentOf(place: Place): number {
  return Math.floor(place / DOCS)
}

export function docOf(place: Place): number {
  return place % DOCS
}

/** Releases by the value of their cluster. */
export function membersByValue(
  places: Iterable<Place>,
  valueAt: (place: Place) => string | undefined,
): ReadonlyMap<string, readonly Place[]> {
  const members = new Map<string, Place[]>()
  for (const place of places) {
    const value = valueAt(place)
    if (value === undefined) continue
    const list = members.get(value)
    if (list === undefined) members.set(value, [place])
    else list.push(place)
  }
  return members
}

/** The releases of an archive before a change, and their clusters. */
export interface ClusteredReleases {
  /** The value of the cluster of a release, if it has one. */
  valueOf(place: Place): string | undefined
  /** The releases with this value; those that go now included, and none that went before. */
  membersOf(value: string): readonly Place[]
  /** Whether a release goes now. */
  isGone(place: Place): boolean
  release(place: Place): Comparable | Promise<Comparable>
  /** Releases that stay and hold at least so many of these words. It does not matter if there are others among them. */
  holding(words: readonly string[], least: number): readonly Place[] | Promise<readonly Place[]>
}

/** What has become of the clusters. */
export interface Regrouped {
  /** Of releases that stay, the values that are not what they were. */
  places: ReadonlyMap<Place, string>
  /** Of releases that were added, by id; those that have a cluster. */
  added: ReadonlyMap<string, string>
  /** The clusters that hold one of them. */
  duplicates: DuplicateCluster[]
}

/** A release that is looked at. */
interface Member extends SketchedRelease {
  id: string
  /** Undefined for one that is added. */
  place: Place | undefined
  /** The first of its cluster, itself perhaps; null as long as it is to be found. */
  first: Member | null
  /** Those that it is the first of, beside itself. */
  others: Set<Member>
  /** Its cluster before was looked up. */
  isPlaced: boolean
  keyWords: KeyWords | undefined
}

/**
 * Tells what a fresh look at all releases would find ({@link DuplicateFinder}): each belongs to the earliest first that it is near to.
 * So only those are looked at that come, that have lost their first, or that are near to a new one; from the earliest on,
 * since whether a release is a first depends on earlier ones alone.
 */
export async function regroup(
  before: ClusteredReleases,
  added: readonly Comparable[],
  gone: readonly Place[],
): Promise<Regrouped> {
  const clusters = new Regrouping(before, added)
  for (const place of gone) await clusters.remove(place)
  await clusters.settle()
  return clusters.result()
}

class Regrouping {
  private readonly sketcher = new TextSketcher()
  private readonly old = new Map<Place, Member>()
  private readonly added: Member[]
  private readonly texts = new Map<Member, Comparable>()
  /** Added ones by what copies share. */
  private readonly byKey = new Map<string, Member[]>()
  /** Those to look at, by time; those before `next` are done. */
  private readonly queue: Member[] = []
  private next = 0
  /** Firsts that are new to a release, which is near to them. */
  private readonly offers = new Map<Member, Member[]>()

  constructor(
    private readonly before: ClusteredReleases,
    added: readonly Comparable[],
  ) {
    this.added = added.map((release) => {
      const member = this.sketched(release, undefined)
      this.texts.set(member, release)
      for (const key of keysOf(member)) {
        const sharing = this.byKey.get(key)
        if (sharing === undefined) this.byKey.set(key, [member])
        else sharing.push(member)
      }
      return member
    })
    this.queue.push(...[...this.added].sort(compareByTime))
  }

  private sketched({ id, date, title, body }: Comparable, place: Place | undefined): Member {
    const { whole, wordCount, record } = this.sketcher.sketch(title, body)
    return {
      id,
      date,
      whole,
      wordCount,
      record: record.slice(),
      place,
      first: null,
      others: new Set(),
      isPlaced: place === undefined,
      keyWords: undefined,
    }
  }

  private async member(place: Place): Promise<Member> {
    let member = this.old.get(place)
    if (member === undefined) {
      member = this.sketched(await this.before.release(place), place)
      this.old.set(place, member)
    }
    return member
  }

  /** Sees to it that the first of a release is known. */
  private async placed(place: Place): Promise<Member> {
    const member = await this.member(place)
    if (member.isPlaced) return member
    const value = this.before.valueOf(place)
    if (value === undefined) {
      member.isPlaced = true
      member.first = member
      return member
    }
    const members: Member[] = []
    for (const each of this.before.membersOf(value)) members.push(await this.member(each))
    members.sort(compareByTime)
    const [first] = members
    for (const each of members) {
      each.isPlaced = true
      each.first = first!
      if (each !== first && !this.isGone(each)) first!.others.add(each)
    }
    return member
  }

  private isGone({ place }: Member): boolean {
    return place !== undefined && this.before.isGone(place)
  }

  /** Those that a release is the first of lose it. */
  async remove(place: Place): Promise<void> {
    if (this.before.valueOf(place) === undefined) return
    this.abandon(await this.placed(place))
  }

  private abandon(first: Member): void {
    for (const other of first.others) {
      other.first = null
      this.enqueue(other)
    }
    first.others.clear()
  }

  private enqueue(member: Member): void {
    let low = this.next
    let high = this.queue.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareByTime(this.queue[middle]!, member) < 0) low = middle + 1
      else high = middle
    }
    if (this.queue[low] !== member) this.queue.splice(low, 0, member)
  }

  async settle(): Promise<void> {
    while (this.next < this.queue.length) await this.place(this.queue[this.next++]!)
  }

  private async place(member: Member): Promise<void> {
    const was = member.first
    const near = was === null ? await this.near(member) : []
    const earlier = was === null ? near.filter((each) => compareByTime(each, member) < 0) : this.offers.get(member)!
    const firsts = earlier.filter((each) => each.first === each)
    if (was !== null && was !== member) firsts.push(was)
    const first = firsts.sort(compareByTime)[0] ?? member
    if (first === was) return
    was?.others.delete(member)
    member.first = first
    if (first !== member) {
      first.others.add(member)
      this.abandon(member)
      return
    }
    for (const later of near) {
      if (later.first === null || compareByTime(member, later.first) >= 0) continue
      const offers = this.offers.get(later)
      if (offers === undefined) this.offers.set(later, [member])
      else offers.push(member)
      this.enqueue(later)
    }
  }

  /** All releases that stay or come and are near to one, each with its first known where it has one. */
  private async near(member: Member): Promise<Member[]> {
    const own = await this.keyWords(member)
    const candidates = new Set<Member>()
    for (const key of keysOf(member)) for (const other of this.byKey.get(key) ?? []) candidates.add(other)
    if (own.keys.length > 0) {
      for (const place of await this.before.holding(own.keys, own.least)) candidates.add(await this.member(place))
    }
    candidates.delete(member)
    const near: Member[] = []
    for (const other of candidates) {
      if (this.isGone(other) || !areAlike(member, other)) continue
      if (!shareKeyWords(own, await this.keyWords(other))) continue
      near.push(other.place === undefined ? other : await this.placed(other.place))
    }
    return near
  }

  private async keyWords(member: Member): Promise<KeyWords> {
    if (member.keyWords === undefined) {
      const text = this.texts.get(member) ?? (await this.before.release(member.place!))
      member.keyWords = keyWordsOf(text, member.wordCount)
    }
    return member.keyWords
  }

  result(): Regrouped {
    const places = new Map<Place, string>()
    for (const [place, member] of this.old) {
      if (!member.isPlaced || this.isGone(member)) continue
      const was = this.before.valueOf(place)
      const value = sharedValue(member)
      // A release that is left alone keeps the value that its cluster would have.
      if (value !== undefined && value !== was) places.set(place, value)
      else if (value === undefined && was !== undefined && was !== clusterValue(member)) {
        places.set(place, clusterValue(member))
      }
    }
    const added = new Map<string, string>()
    const firsts = new Set<Member>()
    for (const member of this.added) {
      const value = sharedValue(member)
      if (value === undefined) continue
      added.set(member.id, value)
      firsts.add(member.first!)
    }
    return { places, added, duplicates: [...firsts].sort(compareByTime).map(clusterOf) }
  }
}

/** The value of a release; undefined when it has no near-duplicates. */
function sharedValue(member: Member): string | undefined {
  const first = member.first!
  return first === member && member.others.size === 0 ? undefined : clusterValue(first)
}

function clusterOf(first: Member): DuplicateCluster {
  const members = [first, ...[...first.others].sort(compareByTime)]
  const texts = new Set(members.map(({ whole }) => whole))
  return { value: clusterValue(first), ids: members.map(({ id }) => id), exact: members.length - texts.size }
}

/** What two releases that are alike have in common, one of these at least. */
function keysOf({ whole, wordCount, record }: SketchedRelease): string[] {
  if (wordCount === 0) return []
  const keys = [`whole ${whole}`]
  if (wordCount < FEWEST_WORDS) return keys
  for (let band = 0; band < BANDS; band++) keys.push(`${band} ${bandKey(record, band * BAND)}`)
  return keys
}
