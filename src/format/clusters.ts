/**
 * Which releases are near-duplicates of each other? Two facets of the format's own: `~cluster` is what a segment knows of its own
 * releases, and the values of `~regrouped`, which no release has, say what is otherwise with those of older segments.
 *
 *     value of ~regrouped := segment ' ' document ' ' value     the id of the segment and the document in base 36
 */

import { corrupt } from '../bytes/byte-reader.js'
import type { FacetColumn } from './facets.js'

/** The facet whose values say which releases of older segments have another cluster now. */
export const REGROUPED_FACET = '~regrouped'

/** What a segment says of clusters. */
export interface ClusterFacets {
  /** The id of the segment. */
  id: number
  cluster: FacetColumn | null | undefined
  regrouped: FacetColumn | null | undefined
}

/** A release of an older segment that has another cluster now. */
export interface RegroupedRelease {
  segment: number
  doc: number
  value: string
}

/** The value of {@link REGROUPED_FACET} that says so. */
export function regroupedValue({ segment, doc, value }: RegroupedRelease): string {
  return `${segment.toString(36)} ${doc.toString(36)} ${value}`
}

/** What a value of {@link REGROUPED_FACET} says. */
export function readRegrouped(text: string): RegroupedRelease {
  const [segment = '', doc = '', value = '', more] = text.split(' ')
  const read = { segment: Number.parseInt(segment, 36), doc: Number.parseInt(doc, 36), value }
  if (value === '' || more !== undefined || regroupedValue(read) !== text) {
    throw corrupt('facet ~regrouped', 0, `"${text}" does not say which release has which cluster`)
  }
  return read
}

/** The clusters of releases of segments, oldest first. */
export class Clusters {
  /** By segment and document, what later segments say. */
  private readonly regrouped = new Map<number, Map<number, string>>()

  constructor(private readonly segments: readonly ClusterFacets[]) {
    for (const { regrouped } of segments) {
      for (const text of regrouped?.values ?? []) {
        const { segment, doc, value } = readRegrouped(text)
        const docs = this.regrouped.get(segment)
        if (docs === undefined) this.regrouped.set(segment, new Map([[doc, value]]))
        else docs.set(doc, value)
      }
    }
  }

  /** The value of a document of the segment with this index; undefined when it has none. */
  valueOf(index: number, doc: number): string | undefined {
    const { id, cluster } = this.segments[index]!
    const told = this.regrouped.get(id)?.get(doc)
    if (told !== undefined || !cluster) return told
    const [member] = cluster.sets[cluster.column[doc]!]!
    return member === undefined ? undefined : cluster.values[member]
  }
}
