/** Which facets of an archive has none of its releases any more, once live ones hide some? */

import { shownFacets } from '../format/facet-names.js'
import { hasValue } from '../format/facets.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Mask } from './masked-releases.js'

/** Names of the facets that only hidden releases have. */
export async function lostFacets({ segments }: Snapshot, mask: Mask): Promise<string[]> {
  const hidden = new Set(mask.releases.flatMap(({ release }) => Object.keys(release.facets ?? {})))
  const names = [...shownFacets(segments.map(({ root }) => root))].filter((name) => hidden.has(name))
  if (names.length === 0) return []
  const removals = [...(await Promise.all(segments.map((segment) => segment.removed()))), mask.docs]
  const isHeld = async (name: string): Promise<boolean> => {
    const held = segments.map(async (segment) => {
      const column = await segment.facet(name)
      const gone = new Set(removals.flatMap((removed) => removed.get(segment.root.id) ?? []))
      return column !== null && hasValue(column, (doc) => !gone.has(doc))
    })
    return (await Promise.all(held)).includes(true)
  }
  const held = await Promise.all(names.map(isHeld))
  return names.filter((_, index) => !held[index])
}
