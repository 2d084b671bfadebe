/** Which clusters of near-duplicates has an archive on disk, and who is in them? */

import { Clusters, REGROUPED_FACET } from '../format/clusters.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import type { Release } from '../types.js'
import { type ClusteredReleases, docOf, membersByValue, type Place, placeAt, segmentOf } from './regroup.js'
import type { StoredArchive, StoredPlace } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'
import type { WordHolders } from './word-holders.js'

/** What some segments, oldest first, say of clusters. */
export function storedClusters(segments: readonly StoredSegment[]): Clusters {
  return new Clusters(
    segments.map((segment) => ({
      id: segment.root.id,
      cluster: segment.facet(CLUSTER_FACET),
      regrouped: segment.facet(REGROUPED_FACET),
    })),
  )
}

/** The clusters of an archive that is going to change. */
export class StoredClusters implements ClusteredReleases {
  private readonly values: Clusters
  private readonly members: ReadonlyMap<string, readonly Place[]>
  private readonly gone: ReadonlySet<Place>

  /** @param leaving the releases that go now */
  constructor(
    private readonly archive: StoredArchive,
    leaving: readonly StoredPlace[],
    private readonly holders: WordHolders,
  ) {
    this.values = storedClusters(archive.segments)
    this.gone = new Set(leaving.map(({ segment, doc }) => this.placeOf(segment, doc)))
    this.members = membersByValue(this.places(), (place) => this.valueOf(place))
  }

  placeOf(segment: StoredSegment, doc: number): Place {
    return placeAt(this.archive.segments.indexOf(segment), doc)
  }

  /** All releases that are there before the change. */
  *places(): Generator<Place> {
    for (const [index, segment] of this.archive.segments.entries()) {
      for (let doc = 0; doc < segment.docCount; doc++) {
        if (this.archive.isLive(segment, doc)) yield placeAt(index, doc)
      }
    }
  }

  /** Those of them that have a cluster. */
  *clustered(): Generator<Place> {
    for (const places of this.members.values()) yield* places
  }

  valueOf(place: Place): string | undefined {
    return this.values.valueOf(segmentOf(place), docOf(place))
  }

  membersOf(value: string): readonly Place[] {
    return this.members.get(value) ?? []
  }

  isGone(place: Place): boolean {
    return this.gone.has(place)
  }

  release(place: Place): Release {
    return this.archive.segments[segmentOf(place)]!.release(docOf(place))
  }

  holding(words: readonly string[], least: number): Place[] {
    return this.holders.holding(words, least).flatMap((docs, index) => {
      const segment = this.archive.segments[index]!
      return docs
        .filter((doc) => this.archive.isLive(segment, doc))
        .map((doc) => placeAt(index, doc))
        .filter((place) => !this.isGone(place))
    })
  }
}
