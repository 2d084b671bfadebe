/**
 * What does a filter ask for? Filters as callers write them (values, alternatives, ranges, sets) become a list of plain
 * clauses that must all hold.
 *
 * Year, month and date are one axis: every value on it, `2010` or `'2010-06'` or `'2010-06-15'`, is an interval of days,
 * and so is the date of a release. A release matches when the two overlap, so that one known only to its year is found
 * by each of its days. Undated releases match no interval, only `null`.
 */

import { DatelinesError } from '../errors.js'
import type { Filter, FilterRange, FilterValue, QueryTree } from '../types.js'

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
  /** The bucket of releases without a value is among the alternatives. */
  empty: boolean
  /** The range that was asked for instead of values, as typed. */
  bounds?: { from?: string; to?: string }
  /** Values and bounds on the time axis as intervals; always empty elsewhere. */
  ranges: TimeRange[]
}

/** The axis of the facets year, month and date. */
export const TIME_AXIS = 'date'

const TIME_FACETS: readonly string[] = ['year', 'month', TIME_AXIS]

/** The facets that are always there. */
export const CORE_FACETS: readonly string[] = [...TIME_FACETS, 'country', 'mention', 'language']

/** True for the facets whose values are intervals of days: year, month and date. */
export const isTime = (facet: string): boolean => TIME_FACETS.includes(facet)

/** Throws `E_OPTION` about the value at a path. */
export function refuseOption(path: string, message: string): never {
  throw new DatelinesError('E_OPTION', `${path.slice(0, 99)}: ${message}`, { where: path })
}

/** Throws `E_OPTION` with the path of the value, what was expected and what was found. */
export function refuse(path: string, expected: string, got: unknown): never {
  const found = Array.isArray(got)
    ? `a list of ${got.length}`
    : typeof got === 'object' && got
      ? 'an object'
      : typeof got === 'string'
        ? JSON.stringify(got.slice(0, 60))
        : String(got).slice(0, 60)
  return refuseOption(path, `expected ${expected}, got ${found}`)
}

/** The entries of a plain object that are not `undefined`. */
export function entriesOf(value: unknown, path: string): [name: string, value: unknown][] {
  if (typeof value !== 'object' || !value || Array.isArray(value)) refuse(path, 'an object', value)
  return Object.entries(value).filter((entry) => entry[1] !== undefined)
}

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

/** The first day of a point in time. */
export const firstDay = (time: string): string => `${time}-01-01`.slice(0, 10)

/** The last day of a point in time. */
export function lastDay(time: string): string {
  if (time.length !== 7) return `${time}-12-31`.slice(0, 10)
  const year = +time.slice(0, 4)
  const month = +time.slice(5)
  const leap = year % 4 === 0 && (year % 100 > 0 || year % 400 === 0)
  return `${time}-${month === 2 ? 28 + +leap : 30 + ((month + (month >> 3)) & 1)}`
}

/** From the first day of one point in time to the last of another; nothing when it ends before it begins. */
function timeRanges(from: string | undefined, to: string | undefined): TimeRange[] {
  const range = { from: from ? firstDay(from) : null, to: to ? lastDay(to) : null }
  return range.from && range.to && range.from > range.to ? [] : [range]
}

function checkValue(facet: string, value: unknown, path: string): string | null {
  if (value === null) return value
  if (isTime(facet)) return timeValue(value) ?? refuse(path, 'YYYY, YYYY-MM, YYYY-MM-DD or null', value)
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
  const values = alternatives.filter((value) => value !== null)
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
    empty: values.length < alternatives.length,
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

const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * The value of a facet that was meant: the very value, else one that is written or called so but for case, accents,
 * spaces and punctuation.
 *
 * @param names what a value is called
 */
export function matchFacetValue(
  input: string,
  values: readonly string[],
  names: (value: string) => readonly string[],
): string | undefined {
  const folded = foldName(input)
  const isMeant = (name: string): boolean => foldName(name) === folded
  return (
    values.find((value) => value === input) ??
    (folded ? (values.find(isMeant) ?? values.find((value) => names(value).some(isMeant))) : undefined)
  )
}
