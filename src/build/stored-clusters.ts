/** Which clusters of near-duplicates has an archive on disk, and who is in them? */

import { Clusters, REGROUPED_FACET } from '../format/clusters.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import type { Release } from '../types.js'
import type { ClusteredReleases, Place } from './regroup.js'
import type { StoredArchive, StoredPlace } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'
import type { WordHolders } from './word-holders.js'

/** Documents of a segment at the most. */
const DOCS = 2 ** 24

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
  private readonly members = new Map<string, Place[]>()
  private readonly gone: ReadonlySet<Place>

  /** @param leaving the releases that go now */
  constructor(
    private readonly archive: StoredArchive,
    leaving: readonly StoredPlace[],
    private readonly holders: WordHolders,
  ) {
    this.values = storedClusters(archive.segments)
    this.gone = new Set(leaving.map(({ segment, doc }) => this.placeOf(segment, doc)))
    for (const place of this.places()) {
      const value = this.valueOf(place)
      if (value === undefined) continue
      const list = this.members.get(value)
      if (list === undefined) this.members.set(value, [place])
      else list.push(place)
    }
  }

  placeOf(segment: StoredSegment, doc: number): Place {
    return this.archive.segments.indexOf(segment) * DOCS + doc
  }

  /** Where a release is: the index of its segment, and its document. */
  at(place: Place): { index: number; doc: number } {
    return { index: Math.floor(place / DOCS), doc: place % DOCS }
  }

  /** All releases that are there before the change. */
  *places(): Generator<Place> {
    for (const [index, segment] of this.archive.segments.entries()) {
      for (let doc = 0; doc < segment.docCount; doc++) {
        if (this.archive.isLive(segment, doc)) yield index * DOCS + doc
      }
    }
  }

  /** Those of them that have a cluster. */
  *clustered(): Generator<Place> {
    for (const places of this.members.values()) yield* places
  }

  valueOf(place: Place): string | undefined {
    const { index, doc } = this.at(place)
    return this.values.valueOf(index, doc)
  }

  membersOf(value: string): readonly Place[] {
    return this.members.get(value) ?? []
  }

  isGone(place: Place): boolean {
    return this.gone.has(place)
  }

  release(place: Place): Release {
    const { index, doc } = this.at(place)
    return this.archive.segments[index]!.release(doc)
  }

  holding(words: readonly string[], least: number): Place[] {
    return this.holders.holding(words, least).flatMap((docs, index) => {
      const segment = this.archive.segments[index]!
      return docs
        .filter((doc) => this.archive.isLive(segment, doc))
        .map((doc) => index * DOCS + doc)
        .filter((place) => !this.isGone(place))
    })
  }
}
