/** Which near-duplicates does a new segment write down? Clusters of its own releases, and of older ones what has changed. */

import type { DuplicateCluster, DuplicateFinder } from '../ingest/extract/near-duplicates.js'
import type { Release } from '../types.js'

/** What a segment says of clusters. */
export interface SegmentClusters {
  /** By id, the values of its releases that have one. */
  values: ReadonlyMap<string, string>
  /** Values of the facet `~regrouped`. */
  regrouped: readonly string[]
  /** Clusters with an added release. */
  duplicates: DuplicateCluster[]
}

/** Releases of an archive that a segment is added to. */
export interface OlderReleases {
  /** The text of the how manieth of those that were added to the finder of the segment, from 0. */
  text(index: number): Pick<Release, 'title' | 'body'>
  /** The clusters of the segment, whose finder has its releases. */
  cluster(finder: DuplicateFinder): Promise<SegmentClusters>
}

/** The clusters of a segment that is all there is. */
export function clustersAlone(finder: DuplicateFinder): SegmentClusters {
  const duplicates = finder.clusters()
  const values = new Map(duplicates.flatMap(({ value, ids }) => ids.map((id): [string, string] => [id, value])))
  return { values, regrouped: [], duplicates }
}
