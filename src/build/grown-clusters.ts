/** Which near-duplicates has an archive that grows? What a new segment must say so that they are those of a fresh build. */

import { Analyser, type AnalyserDescription } from '../analysis/analyser.js'
import { regroupedValue } from '../format/clusters.js'
import { keyWordsOf } from '../ingest/extract/key-words.js'
import { clusterValue, type DuplicateFinder } from '../ingest/extract/near-duplicates.js'
import { TextSketcher } from '../ingest/extract/text-sketch.js'
import type { Release } from '../types.js'
import { docOf, type Place, type Regrouped, regroup, segmentOf } from './regroup.js'
import type { OlderReleases, SegmentClusters } from './segment-clusters.js'
import type { OrderedSpool } from './spool.js'
import type { StoredArchive, StoredPlace } from './stored-archive.js'
import { StoredClusters, storedClusters } from './stored-clusters.js'
import { WordHolders } from './word-holders.js'

/** For so many added releases copies are looked up one by one; for more, all texts of the archive are sketched. */
const MOST_LOOKED_UP = 1000

/** An archive of which segments stay, and what happens to it. */
export interface GrowingArchive {
  archive: StoredArchive
  /** How many of its segments stay, from the oldest. */
  keeps: number
  /** Releases of it that are removed or replaced now. */
  leaving: readonly StoredPlace[]
  /** Ids of the releases that are added; the others of the new segment are the archive's own. */
  added: ReadonlySet<string>
}

/** The clusters of a segment that is added to others. */
export class GrownClusters implements OlderReleases {
  private readonly before: StoredClusters
  /** Releases that stay where they are, as they were added to the finder. */
  private readonly staying: Place[] = []

  private constructor(
    private readonly base: GrowingArchive,
    private readonly spool: OrderedSpool,
    private readonly holders: WordHolders,
    private readonly mostLookedUp: number,
  ) {
    this.before = new StoredClusters(base.archive, base.leaving, holders)
  }

  /** @param mostLookedUp added releases beyond which all texts are sketched */
  static async create(
    base: GrowingArchive,
    spool: OrderedSpool,
    { concepts: _, ...description }: AnalyserDescription,
    mostLookedUp = MOST_LOOKED_UP,
  ): Promise<GrownClusters> {
    const holders = new WordHolders(base.archive.segments, await Analyser.create(description))
    return new GrownClusters(base, spool, holders, mostLookedUp)
  }

  text(index: number): Release {
    return this.before.release(this.staying[index]!)
  }

  async cluster(finder: DuplicateFinder): Promise<SegmentClusters> {
    const { places, added, duplicates } = await this.regrouped(finder)
    const valueNow = (place: Place): string | undefined => places.get(place) ?? this.before.valueOf(place)
    const { archive, keeps } = this.base
    const kept = archive.segments.slice(0, keeps)
    const told = storedClusters(kept)
    const values = new Map(added)
    const regrouped: string[] = []
    for (const place of new Set([...this.before.clustered(), ...places.keys()])) {
      if (this.before.isGone(place)) continue
      const [index, doc] = [segmentOf(place), docOf(place)]
      const value = valueNow(place)!
      if (index >= keeps) values.set(this.before.release(place).id, value)
      else if (told.valueOf(index, doc) !== value) {
        regrouped.push(regroupedValue({ segment: kept[index]!.root.id, doc, value }))
      }
    }
    return { values, regrouped, duplicates }
  }

  private regrouped(finder: DuplicateFinder): Promise<Regrouped> | Regrouped {
    const added = [...this.addedReleases()]
    if (added.length > this.mostLookedUp) return this.foundAnew(finder)
    const releases = added.map((doc) => this.spool.read(doc).release)
    const sketcher = new TextSketcher()
    const words = releases.flatMap((release) => {
      const { wordCount } = sketcher.sketch(release.title, release.body)
      return keyWordsOf(release, wordCount).keys
    })
    this.holders.prepare(words)
    const gone = this.base.leaving.map(({ segment, doc }) => this.before.placeOf(segment, doc))
    return regroup(this.before, releases, gone)
  }

  private *addedReleases(): Generator<number> {
    for (let doc = 0; doc < this.spool.count; doc++) if (this.base.added.has(this.spool.id(doc))) yield doc
  }

  /** The clusters of all releases. */
  private foundAnew(finder: DuplicateFinder): Regrouped {
    const { added, keeps } = this.base
    const placeOf = new Map<string, Place>()
    for (const place of this.before.places()) {
      if (this.before.isGone(place)) continue
      const release = this.before.release(place)
      placeOf.set(release.id, place)
      if (segmentOf(place) >= keeps) continue
      this.staying.push(place)
      finder.add(release)
    }
    const found = finder.clusters()
    const result = { places: new Map<Place, string>(), added: new Map<string, string>() }
    const clustered = new Set<Place>()
    for (const { value, ids } of found) {
      for (const id of ids) {
        const place = placeOf.get(id)
        if (place === undefined) result.added.set(id, value)
        else {
          clustered.add(place)
          if (this.before.valueOf(place) !== value) result.places.set(place, value)
        }
      }
    }
    // One that is left alone keeps the value that its cluster would have.
    const sketcher = new TextSketcher()
    for (const place of this.before.clustered()) {
      if (clustered.has(place) || this.before.isGone(place)) continue
      const { title, body } = this.before.release(place)
      const value = clusterValue(sketcher.sketch(title, body))
      if (this.before.valueOf(place) !== value) result.places.set(place, value)
    }
    return { ...result, duplicates: found.filter(({ ids }) => ids.some((id) => added.has(id))) }
  }
}
