/**
 * How are hits written as CSV (RFC 4180)? Writing needs no library: a cell is quoted when it holds a separator, a
 * quotation mark or a line break, and that is all of the grammar. (Reading is another matter, and is left to one.)
 *
 * Spreadsheets run cells that begin like a formula, and a title from the web may be one. Such cells get an apostrophe in
 * front, which spreadsheets take as "this is text".
 */

import type { Hit } from '../types.js'

/** What a spreadsheet may take as the beginning of a formula, full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** How a row is written. */
export interface CsvOptions {
  /** `'text'` (default): cells that begin like a formula get an apostrophe in front; `'keep'`: every cell as it is. */
  formulas?: 'text' | 'keep'
}

/** One row, with its line end. */
export function csvRow(values: readonly string[], options: CsvOptions = {}): string {
  const cells = values.map((value) => {
    const cell = options.formulas !== 'keep' && FORMULA.test(value) ? `'${value}` : value
    return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell
  })
  return `${cells.join()}\r\n`
}

/** The columns of a hit; lists are joined with a semicolon. */
const COLUMNS: readonly [name: string, value: (hit: Hit) => string][] = [
  ['id', (hit) => hit.id],
  ['title', (hit) => hit.title],
  ['date', (hit) => hit.date ?? ''],
  ['countries', (hit) => hit.countries.join(';')],
  ['mentions', (hit) => hit.mentions.join(';')],
  ['language', (hit) => hit.language ?? ''],
  ['url', (hit) => hit.url ?? ''],
  ['origin', (hit) => hit.origin],
  ['score', (hit) => String(hit.score)],
]

/**
 * The first row of a table of hits.
 *
 * @param facets facets of the user's own that get a column each
 */
export function hitsToCsvHeader(facets: readonly string[] = [], options?: CsvOptions): string {
  return csvRow([...COLUMNS.map(([name]) => name), ...facets], options)
}

/** The row of a hit, under {@link hitsToCsvHeader} with the same facets. */
export function hitToCsvRow(hit: Hit, facets: readonly string[] = [], options?: CsvOptions): string {
  const own = facets.map((facet) => (Object.hasOwn(hit.facets, facet) ? hit.facets[facet]!.join(';') : ''))
  return csvRow([...COLUMNS.map(([, value]) => value(hit)), ...own], options)
}
