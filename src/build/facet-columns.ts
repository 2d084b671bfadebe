/** Which values does each release have in each facet? Columns by document, collected one release after the other. */

import { isOwnFacet } from '../format/facet-names.js'
import type { Release } from '../types.js'

/** The facets every archive has; year and month are runs of documents and need no column. */
export const COLUMN_FACETS = ['country', 'mention', 'language'] as const

/** The row of a release without a value. */
export const NONE: readonly string[] = []

/** Values of every facet of a release, each once; facets of the user's own cannot replace those that every archive has. */
export function facetRows(release: Release): Map<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(release.facets ?? {})) {
    if (!isOwnFacet(name)) rows.set(name, typeof value === 'string' ? [value] : [...new Set(value)])
  }
  rows.set('country', [...new Set(release.countries)])
  rows.set('mention', [...new Set(release.mentions)])
  rows.set('language', release.language === undefined ? [] : [release.language])
  return rows
}

/** Collects the columns of all facets; a facet that first occurs late is empty before. */
export class FacetCollector {
  readonly columns = new Map<string, (readonly string[])[]>(COLUMN_FACETS.map((name) => [name, []]))
  private readonly rows = new Map<string, readonly string[]>()

  add(doc: number, release: Release): void {
    for (const [name, row] of facetRows(release)) {
      const values = this.shared(row)
      let column = this.columns.get(name)
      if (column === undefined) this.columns.set(name, (column = []))
      while (column.length < doc) column.push(NONE)
      column.push(values)
    }
  }

  /** Rows that are alike are one in memory. */
  private shared(row: readonly string[]): readonly string[] {
    if (row.length === 0) return NONE
    const key = row.join('\n')
    let known = this.rows.get(key)
    if (known === undefined) this.rows.set(key, (known = row))
    return known
  }

  finish(docCount: number): Map<string, readonly (readonly string[])[]> {
    for (const column of this.columns.values()) while (column.length < docCount) column.push(NONE)
    return this.columns
  }
}
