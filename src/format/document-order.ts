/** In what order are documents numbered? Every segment has this one, on disk and in memory. */

import { compareCodePoints } from '../bytes/utf8.js'

/** What decides the number of a document. */
export interface Dated {
  id: string
  date?: string | undefined
}

/**
 * Ascending by date, undated last, and descending by id within a date, so that newest first with ties by ascending id is
 * simply descending document number.
 */
export function compareDocuments(a: Dated, b: Dated): number {
  return compareDates(a.date, b.date) || compareCodePoints(b.id, a.id)
}

function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}
