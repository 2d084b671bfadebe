/** Which facets has no release any more, once some are removed? */

import { shownFacets } from '../format/facet-names.js'
import { hasValue } from '../format/facets.js'
import { COLUMN_FACETS } from './facet-columns.js'
import type { DocsBySegment, StoredArchive } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'

/** Names of the facets of some segments of an archive that none of their releases has, less those that are removed now. */
export function lostFacets(archive: StoredArchive, segments: readonly StoredSegment[], gone: DocsBySegment): string[] {
  const own: readonly string[] = COLUMN_FACETS
  const names = [...shownFacets(segments.map(({ root }) => root))].filter((name) => !own.includes(name))
  const goes = new Map([...gone].map(([segment, docs]) => [segment, new Set(docs)]))
  return names.filter(
    (name) =>
      !segments.some((segment) => {
        const column = segment.facet(name)
        const isLeft = (doc: number): boolean => archive.isLive(segment, doc) && !goes.get(segment)?.has(doc)
        return column !== undefined && hasValue(column, isLeft)
      }),
  )
}
