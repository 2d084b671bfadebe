/**
 * What does a filter ask for? Filters as callers write them (values, alternatives, ranges, sets) become a list of plain
 * clauses that must all hold.
 *
 * Year, month and date are one axis: every value on it, `2010` or `'2010-06'` or `'2010-06-15'`, is an interval of days,
 * and so is the date of a release. A release matches when the two overlap, so that one known only to its year is found
 * by each of its days. Undated releases match no interval, only `null`; under month and date so do those that are not
 * known so precisely, as in the counts of these facets.
 */

import type { Filter, FilterRange, FilterValue, QueryTree } from '../types.js'
import type { FilterClause, TimeRange } from './filter-clause.js'
import { entriesOf, refuse, refuseOption } from './refusal.js'
import { spreadNames } from './spread-names.js'
import { firstDay, isTime, lastDay, TIME_AXIS } from './time-axis.js'

/**
 * A point in time, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as text, from the year 1; a number is a year. Undefined for
 * anything else, days that do not exist among them.
 */
export function timeValue(value: unknown): string | undefined {
  const time = typeof value === 'number' ? String(value).padStart(4, '0') : value
  return typeof time === 'string' &&
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(time) &&
    time >= '0001' &&
    time <= lastDay(time.slice(0, 7))
    ? time
    : undefined
}

/** The first month or day in a text that is not in the calendar, as a person reads it: `day 2015-02-31`. */
export function missingTime(text: unknown): string | undefined {
  const times = typeof text === 'string' ? (text.match(/\d{4}-\d\d(-\d\d)?/g) ?? []) : []
  const missing = times.find((time) => timeValue(time) === undefined)
  return missing && `${missing.length > 7 ? 'day' : 'month'} ${missing}`
}

/** Two points in time, as they are typed: of a filter that nothing can match, a range that ends before it begins. */
export function isTimeRange(text: string): boolean {
  const bounds = text.split('..')
  return bounds.length === 2 && bounds.every((bound) => timeValue(bound) !== undefined)
}

/** From the first day of one point in time to the last of another; nothing when it ends before it begins. */
function timeRanges(from: string | undefined, to: string | undefined): TimeRange[] {
  const range = { from: from ? firstDay(from) : null, to: to ? lastDay(to) : null }
  return range.from && range.to && range.from > range.to ? [] : [range]
}

function checkValue(facet: string, value: unknown, path: string): string | null {
  if (value === null) return value
  if (isTime(facet)) {
    const missing = missingTime(value)
    if (missing) refuseOption(path, `there is no ${missing}`)
    return timeValue(value) ?? refuse(path, 'YYYY, YYYY-MM, YYYY-MM-DD or null', value)
  }
  return typeof value === 'string' || Number.isFinite(value)
    ? `${value}`
    : refuse(path, 'text, a number or null', value)
}

function clause(
  facet: string,
  not: boolean,
  alternatives: (string | null)[],
  bounds?: FilterClause['bounds'],
): FilterClause {
  const values = [
    ...new Set(
      spreadNames(
        facet,
        alternatives.filter((value) => value !== null),
      ),
    ),
  ]
  const time = isTime(facet)
  const ranges = bounds
    ? timeRanges(bounds.from, bounds.to)
    : time
      ? values.flatMap((value) => timeRanges(value, value))
      : []
  return {
    facet,
    axis: time ? TIME_AXIS : facet,
    not,
    values,
    empty: alternatives.includes(null),
    ...(bounds && { bounds }),
    ranges,
  }
}

function facetClauses(facet: string, filter: unknown, path: string): FilterClause[] {
  const isSet = typeof filter === 'object' && filter && !Array.isArray(filter)
  const clauses: FilterClause[] = []
  let bounds: FilterClause['bounds']
  for (const [name, value] of entriesOf(isSet ? filter : { any: [filter].flat() }, path)) {
    const at = isSet ? `${path}.${name}` : path
    if (name === 'from' || name === 'to') {
      if (!isTime(facet)) refuse(at, 'no range (only year, month and date have an order)', value)
      bounds = { ...bounds, [name]: checkValue(facet, value, at) ?? refuse(at, 'a date', value) }
      continue
    }
    if (!['any', 'all', 'none'].includes(name)) refuse(path, 'from, to, any, all or none', name)
    // No alternatives at all is more likely a slip than a search for nothing.
    if (!Array.isArray(value) || (name === 'any' && !value.length)) refuse(at, 'a list with a value or more', value)
    const values = value.map((one, i) => checkValue(facet, one, value.length > 1 ? `${at}[${i}]` : at))
    if (name === 'all') clauses.push(...values.map((one) => clause(facet, false, [one])))
    else if (values.length) clauses.push(clause(facet, name === 'none', values))
  }
  if (bounds) clauses.push(clause(facet, false, [], bounds))
  return clauses
}

/**
 * The clauses of a filter, all of which must hold. `{}` holds for every release.
 *
 * @param path how errors call the filter
 * @throws DatelinesError `E_OPTION` for a value of the wrong type, an impossible date, a range of something without
 *   order, an unknown part of a set, an empty list of alternatives
 */
export const normaliseWhere = (where: unknown, path = 'where'): FilterClause[] =>
  entriesOf(where, path).flatMap(([facet, filter]) => facetClauses(facet, filter, `${path}.${facet}`))

/** A value as a caller would write it: years are numbers, everything else is text. */
export const plainValue = <T extends string | null | undefined>(facet: string, value: T): T | number =>
  facet === 'year' && value?.length === 4 ? +value : value

/** A filter on one facet as a leaf of a tree. */
export const filterLeaf = (facet: string, filter: Filter): QueryTree => ({ where: { [facet]: filter } })

/** A clause as a tree: a `{ where }` leaf of one facet with a value, two or more alternatives or a range, or its `{ not }`. */
export function clauseTree({ facet, not, values, empty, bounds }: FilterClause): QueryTree {
  const alternatives: FilterValue[] = values.map((value) => plainValue(facet, value))
  if (empty) alternatives.push(null)
  const range = bounds && Object.entries(bounds).map(([name, time]) => [name, plainValue(facet, time)])
  const filter = range ? (Object.fromEntries(range) as FilterRange) : alternatives
  const leaf = filterLeaf(facet, alternatives.length === 1 ? alternatives[0]! : filter)
  return not ? { not: leaf } : leaf
}
