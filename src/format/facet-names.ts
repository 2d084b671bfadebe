/** Which names of facets has the format for itself? */

/**
 * The facet that holds the cluster of near-duplicates; only releases that have a near-duplicate have a value. Names that begin with
 * `~` are the format's own: they are not listed among an archive's facets.
 */
export const CLUSTER_FACET = '~cluster'

/** True for facets that readers show. */
export function isShownFacet(name: string): boolean {
  return !name.startsWith('~')
}

/** Names of the facets that readers show, of segments from the oldest on; those whose releases are all gone are not among them. */
export function shownFacets(
  segments: Iterable<{ facets: readonly string[]; lostFacets: readonly string[] }>,
): Set<string> {
  const shown = new Set<string>()
  for (const { facets, lostFacets } of segments) {
    for (const name of lostFacets) shown.delete(name)
    for (const name of facets) if (isShownFacet(name)) shown.add(name)
  }
  return shown
}

/** Facets that every archive has. */
const BUILT_IN = new Set(['year', 'month', 'date', 'country', 'mention', 'language'])

/** True for names that a facet of the user's own cannot have. */
export function isReservedFacet(name: string): boolean {
  return BUILT_IN.has(name) || name.startsWith('~')
}
