/** Which live releases are near-duplicates, of each other or of releases of the archive beneath? Told when a search folds. */

import { Analyser } from '../analysis/analyser.js'
import { NONE } from '../build/facet-columns.js'
import {
  type ClusteredReleases,
  docOf,
  membersByValue,
  type Place,
  placeAt,
  regroup,
  segmentOf,
} from '../build/regroup.js'
import { languagesOfTerms, termsOfWord, WordCounter } from '../build/word-holders.js'
import { ByteReader } from '../bytes/byte-reader.js'
import { Clusters, REGROUPED_FACET, regroupedValue } from '../format/clusters.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import { type FacetColumn, openFacet, writeFacet, writeFacetValues } from '../format/facets.js'
import type { Removed } from '../format/removed.js'
import { documentsOf } from '../format/term-documents.js'
import { lookupStem } from '../format/terms.js'
import { keyWordsOf } from '../ingest/extract/key-words.js'
import { findDuplicates } from '../ingest/extract/near-duplicates.js'
import { TextSketcher } from '../ingest/extract/text-sketch.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Release } from '../types.js'

/** The facets of clusters that a live segment has. */
export interface LiveClusters {
  cluster: FacetColumn | null
  regrouped: FacetColumn | null
}

/** The clusters of live releases, in document order, that nothing is beneath. */
export function clustersAlone(releases: readonly Release[]): LiveClusters {
  const values = findDuplicates(releases).flatMap(({ value, ids }) => ids.map((id): [string, string] => [id, value]))
  return { cluster: clusterColumn(releases, new Map(values)), regrouped: null }
}

/** An archive in which copies of live releases are looked up. */
export class ArchiveClusters {
  private readonly holders = new Map<string, Promise<Place[]>>()

  private constructor(
    private readonly base: Snapshot,
    private readonly clusters: Clusters,
    private readonly removed: readonly ReadonlySet<number>[],
    private readonly analyser: Analyser,
    private readonly members: ReadonlyMap<string, readonly Place[]>,
  ) {}

  static async open(base: Snapshot): Promise<ArchiveClusters> {
    const { segments } = base
    const facets = await Promise.all(
      segments.map(async (segment) => ({
        id: segment.root.id,
        cluster: await segment.facet(CLUSTER_FACET),
        regrouped: await segment.facet(REGROUPED_FACET),
      })),
    )
    const removals = await Promise.all(segments.map((segment) => segment.removed()))
    const removed = segments.map(({ root }) => new Set(removals.flatMap((each) => each.get(root.id) ?? [])))
    const { concepts: _, ...description } = base.analyser.description
    const clusters = new Clusters(facets)
    const held = function* (): Generator<Place> {
      for (const [index, { docCount }] of segments.entries()) {
        for (let doc = 0; doc < docCount; doc++) if (!removed[index]!.has(doc)) yield placeAt(index, doc)
      }
    }
    const members = membersByValue(held(), (place) => clusters.valueOf(segmentOf(place), docOf(place)))
    return new ArchiveClusters(base, clusters, removed, await Analyser.create(description), members)
  }

  /** The clusters of live releases, in document order, over the archive without what they hide of it. */
  async with(releases: readonly Release[], hidden: Removed): Promise<LiveClusters> {
    const { segments } = this.base
    const gone = new Set(
      segments.flatMap(({ root }, index) => (hidden.get(root.id) ?? []).map((doc) => placeAt(index, doc))),
    )
    const before: ClusteredReleases = {
      valueOf: (place) => this.clusters.valueOf(segmentOf(place), docOf(place)),
      membersOf: (value) => this.members.get(value) ?? [],
      isGone: (place) => gone.has(place),
      release: async (place) => segments[segmentOf(place)]!.release(docOf(place)),
      holding: (words, least) => this.holding(words, least),
    }
    // All at once, so that few rounds are needed over a network.
    const sketcher = new TextSketcher()
    await Promise.all(
      releases.map((release) => {
        const { keys, least } = keyWordsOf(release, sketcher.sketch(release.title, release.body).wordCount)
        return this.holding(keys, least)
      }),
    )
    const { added, places } = await regroup(before, releases, [...gone])
    const regrouped = [...places].map(([place, value]) =>
      regroupedValue({ segment: segments[segmentOf(place)]!.root.id, doc: docOf(place), value }),
    )
    return {
      cluster: clusterColumn(releases, added),
      regrouped: regrouped.length === 0 ? null : column(writeFacetValues(regrouped, releases.length), releases.length),
    }
  }

  /** Releases of the archive that hold so many of these words, hidden ones among them. */
  private holding(words: readonly string[], least: number): Promise<Place[]> {
    const key = JSON.stringify(words)
    let found = this.holders.get(key)
    if (found === undefined) {
      found = this.lookUp(words, least)
      this.holders.set(key, found)
      found.catch(() => this.holders.delete(key))
    }
    return found
  }

  private async lookUp(words: readonly string[], least: number): Promise<Place[]> {
    const languages = languagesOfTerms(this.analyser)
    const terms = words.map((word) => termsOfWord(this.analyser, word, languages))
    const found = await Promise.all(
      this.base.segments.map(async (segment, index) => {
        const lists = await Promise.all(
          terms.map((each) =>
            Promise.all(
              each.map(async ({ stem, tag }) => {
                const ordinal = segment.packOf('terms', stem)
                if (ordinal < 0) return []
                const pack = await segment.terms(ordinal)
                const entry = lookupStem(pack, stem).find((one) => one.tag === tag)
                return entry === undefined ? [] : documentsOf(pack, entry, segment.docCount)
              }),
            ),
          ),
        )
        const counter = new WordCounter(segment.docCount)
        for (const word of lists) {
          counter.startWord()
          for (const docs of word.flat()) counter.add(docs)
        }
        return counter
          .take(least)
          .filter((doc) => !this.removed[index]!.has(doc))
          .map((doc) => placeAt(index, doc))
      }),
    )
    return found.flat()
  }
}

function clusterColumn(releases: readonly Release[], values: ReadonlyMap<string, string>): FacetColumn | null {
  if (values.size === 0) return null
  const rows = releases.map(({ id }) => (values.has(id) ? [values.get(id)!] : NONE))
  return column(writeFacet(rows), releases.length)
}

function column(body: Uint8Array, docCount: number): FacetColumn {
  return openFacet(new ByteReader(body, 'the live index'), docCount)
}
