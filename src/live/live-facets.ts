/** Which values do live releases have? Columns made when they are asked for. */

import { FacetCollector, type FacetRows } from '../build/facet-columns.js'
import { ByteReader } from '../bytes/byte-reader.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { type FacetColumn, openFacet, writeFacetColumn } from '../format/facets.js'
import type { Release } from '../types.js'

/** The facets of releases in document order. */
export class LiveFacets {
  /** Names of the facets that are shown. */
  readonly names: string[]
  private readonly rows: ReadonlyMap<string, FacetRows>
  private readonly columns = new Map<string, FacetColumn | null>()

  constructor(private readonly releases: readonly Release[]) {
    const collector = new FacetCollector()
    releases.forEach((release, doc) => {
      collector.add(doc, release)
    })
    this.rows = collector.finish(releases.map((_, doc) => doc))
    this.names = [...this.rows.keys()].sort(compareCodePoints)
  }

  /** A facet by name; null when no release has it. */
  column(name: string): FacetColumn | null {
    let column = this.columns.get(name)
    if (column === undefined) {
      const body = this.valuesOf(name)
      column = body === undefined ? null : openFacet(new ByteReader(body, name), this.releases.length)
      this.columns.set(name, column)
    }
    return column
  }

  private valuesOf(name: string): Uint8Array | undefined {
    const rows = this.rows.get(name)
    return rows && writeFacetColumn(rows.sets, rows.column)
  }
}
