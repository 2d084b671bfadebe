/** Which date do the releases of a run have? */

import type { DateRun } from '../format/dates.js'
import { TIME_AXIS } from './time-axis.js'

/** The value of a run in year, month or date; null when the run is not known so precisely. */
export function timeValueOf(facet: string, run: DateRun): string | null {
  const year = String(run.year).padStart(4, '0')
  if (facet === 'year') return year
  if (run.month === 0) return null
  const month = `${year}-${String(run.month).padStart(2, '0')}`
  if (facet === 'month') return month
  return run.day === 0 ? null : `${month}-${String(run.day).padStart(2, '0')}`
}

/** The date of a run as releases have it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function runDate(run: DateRun): string {
  return timeValueOf(TIME_AXIS, run) ?? timeValueOf('month', run) ?? timeValueOf('year', run)!
}
