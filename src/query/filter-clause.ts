/** What does one condition of a filter ask? */

import { lastDay, TIME_AXIS } from './time-axis.js'

/** An interval of ISO days, both ends inclusive; `null` is open. Days compare as strings. */
export interface TimeRange {
  from: string | null
  to: string | null
}

/**
 * One condition of a filter: a release meets it when it has one of the `values` (on the time axis: when its date overlaps
 * one of the `ranges`), or when `empty` is set and it has no value at all; with `not`, when none of these holds. A clause
 * with nothing to meet (a range that ends before it begins) is met by no release.
 */
export interface FilterClause {
  /** The facet as it was named. */
  facet: string
  /** What is constrained: {@link TIME_AXIS} for year, month and date, else the facet itself. */
  axis: string
  not: boolean
  /** Alternatives as typed: a country may be a code in any case, or a name. */
  values: string[]
  /** The bucket of releases without a value is among the alternatives; for month and date those known less precisely too. */
  empty: boolean
  /** The range that was asked for instead of values, as typed. */
  bounds?: { from?: string; to?: string }
  /** Values and bounds on the time axis as intervals; always empty elsewhere. */
  ranges: TimeRange[]
}

/** A filter on the time axis cuts through a month or asks which days are unknown, so that exact days are needed. */
export function needsDays(clause: FilterClause): boolean {
  if (clause.empty && clause.facet === TIME_AXIS) return true
  return clause.ranges.some(
    ({ from, to }) => (from !== null && !from.endsWith('-01')) || (to !== null && lastDay(to.slice(0, 7)) !== to),
  )
}

/** The range of a clause that ends before it begins, as it is typed; undefined for every other clause. */
export function reversedRange({ bounds, ranges }: FilterClause): string | undefined {
  return bounds && ranges.length === 0 ? `${bounds.from}..${bounds.to}` : undefined
}
