/** How are results written for other programs? As a JSON array, as JSON Lines, or as CSV, piece by piece. */

import { hitsToCsvHeader, hitToCsvRow } from '../query/csv.js'
import type { Hit, Release } from '../types.js'

/** Formats for programs. CSV is for hits only. */
export type ExportFormat = 'json' | 'jsonl' | 'csv'

/** Writes rows as they come. `facets`: those of the user's own, which get a column each in CSV. */
export async function* exportRows(
  rows: AsyncIterable<Hit | Release> | Iterable<Hit | Release>,
  format: ExportFormat,
  facets: readonly string[],
): AsyncGenerator<string> {
  let count = 0
  if (format === 'csv') yield hitsToCsvHeader(facets)
  for await (const row of rows) {
    if (format === 'csv') yield hitToCsvRow(row as Hit, facets)
    else if (format === 'jsonl') yield `${JSON.stringify(row)}\n`
    else yield `${count === 0 ? '[\n' : ',\n'}  ${JSON.stringify(row)}`
    count++
  }
  if (format === 'json') yield count === 0 ? '[]\n' : '\n]\n'
}
