/** Which values does each release have in each facet? Columns by document, collected one release after the other. */

import { isReservedFacet } from '../format/facet-names.js'
import type { Release } from '../types.js'
import { IntLog } from './int-log.js'

/** The facets every archive has; year and month are runs of documents and need no column. */
export const COLUMN_FACETS = ['country', 'mention', 'language'] as const

/** The row of a release without a value. */
export const NONE: readonly string[] = []

/** Values of every facet of a release, each once; facets of the user's own cannot replace those that every archive has. */
export function facetRows(release: Release): Map<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(release.facets ?? {})) {
    if (!isReservedFacet(name)) rows.set(name, typeof value === 'string' ? [value] : [...new Set(value)])
  }
  rows.set('country', [...new Set(release.countries)])
  rows.set('mention', [...new Set(release.mentions)])
  rows.set('language', release.language === undefined ? [] : [release.language])
  return rows
}

/** The values of one facet: each combination once, and which one each document has. */
export interface FacetRows {
  sets: readonly (readonly string[])[]
  column: Int32Array
}

/** One facet while releases come. */
class FacetLog {
  readonly sets: (readonly string[])[] = [NONE]
  /** The set of each release, 0 for one that does not name the facet; those at the end that do not are not there. */
  readonly column = new IntLog()
  private readonly numbers = new Map<string, number>()

  add(index: number, row: readonly string[]): void {
    this.column.extend(index)
    const key = row.length === 1 ? `=${row[0]}` : JSON.stringify(row)
    let number = this.numbers.get(key)
    if (number === undefined) this.numbers.set(key, (number = this.sets.push(row) - 1))
    this.column.push(number)
  }

  setOf(index: number): number {
    return index < this.column.length ? this.column.values[index]! : 0
  }
}

/** Collects the values of all facets, one release after the other. */
export class FacetCollector {
  private readonly logs = new Map<string, FacetLog>(COLUMN_FACETS.map((name) => [name, new FacetLog()]))

  /** Adds the release that comes next; `index` counts them. */
  add(index: number, release: Release): void {
    for (const [name, row] of facetRows(release)) {
      if (row.length === 0) continue
      let log = this.logs.get(name)
      if (log === undefined) this.logs.set(name, (log = new FacetLog()))
      log.add(index, row)
    }
  }

  /** The values of a release. */
  row(name: string, index: number): readonly string[] {
    const log = this.logs.get(name)
    return log === undefined ? NONE : log.sets[log.setOf(index)]!
  }

  /** The facets that these releases name, and those that every archive has; one document for each of `releases`. */
  finish(releases: ArrayLike<number>): Map<string, FacetRows> {
    const facets = new Map<string, FacetRows>()
    for (const [name, { sets, column: log }] of this.logs) {
      const column = new Int32Array(releases.length)
      let last = 0
      for (let doc = 0; doc < releases.length; doc++) {
        const index = releases[doc]!
        const set = index < log.length ? log.values[index]! : 0
        column[doc] = set
        last = Math.max(last, set)
      }
      if (last > 0 || isColumnFacet(name)) facets.set(name, { sets, column })
    }
    return facets
  }
}

function isColumnFacet(name: string): boolean {
  return (COLUMN_FACETS as readonly string[]).includes(name)
}
