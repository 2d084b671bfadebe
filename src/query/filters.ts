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
 * One condition of a filter: a release meets it when it has one of the `values`, or its date overlaps one of the
 * `ranges`, or `empty` is set and it has no value at all; with `not`, when none of these holds. A clause with nothing to
 * meet (a range that ends before it begins) is met by no release.
 */
export interface FilterClause {
  /** The facet as it was named. */
  facet: string
  /** What is constrained: {@link TIME_AXIS} for year, month and date, else the facet itself. */
  axis: string
  not: boolean
  /** Alternatives as typed (a country may be a code in any case, or a name). Always empty on the time axis. */
  values: string[]
  /** Alternatives on the time axis. Always empty elsewhere. */
  ranges: TimeRange[]
  /** The bucket of releases without a value is among the alternatives. */
  empty: boolean
}

/** The axis of the facets year, month and date. */
export const TIME_AXIS = 'date'

const TIME_FACETS: readonly string[] = ['year', 'month', TIME_AXIS]

/** The facets that are always there. */
export const CORE_FACETS: readonly string[] = [...TIME_FACETS, 'country', 'mention', 'language']

/** True for the facets whose values are intervals of days: year, month and date. */
export const isTime = (facet: string): boolean => TIME_FACETS.includes(facet)

/** What a facet constrains: `date` for year, month and date, else the facet itself. Filters on one axis share it. */
export const axisOf = (facet: string): string => (isTime(facet) ? TIME_AXIS : facet)

/**
 * Throws the error for a wrong option.
 *
 * @throws DatelinesError `E_OPTION` with the path of the value, what was expected and what was found
 */
export function refuse(path: string, expected: string, got: unknown): never {
  const found =
    typeof got === 'string'
      ? JSON.stringify(got.slice(0, 60))
      : Array.isArray(got)
        ? got.length
          ? 'a list'
          : 'an empty list'
        : typeof got === 'object' && got
          ? 'an object'
          : String(got)
  throw new DatelinesError('E_OPTION', `${path}: expected ${expected}, got ${found}`, { where: path })
}

/** The entries of a plain object that are not `undefined`. */
export function entriesOf(value: unknown, path: string): [name: string, value: unknown][] {
  if (typeof value !== 'object' || !value || Array.isArray(value)) refuse(path, 'an object', value)
  return Object.entries(value).filter(([, item]) => item !== undefined)
}

/**
 * The shortest spelling of a point in time: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A number is a year. Longer ISO 8601 is
 * cut to the day, in UTC. Undefined for anything else, days that do not exist among them.
 */
export function timeValue(value: unknown): string | undefined {
  if (typeof value === 'number') value = String(value).padStart(4, '0')
  if (typeof value !== 'string') return
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(Z|[+-]\d\d:\d\d)$/.test(value)) {
    const instant = Date.parse(value)
    // Years outside 0 to 9999 have a sign and do not pass the test below.
    if (!Number.isNaN(instant)) value = new Date(instant).toISOString()
  }
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(value as string)
  if (!found) return
  const [, year, month, day] = found
  if (month && (+month < 1 || +month > 12)) return
  if (day && (+day < 1 || +day > daysIn(+year!, +month!))) return
  return found[0].slice(0, 10)
}

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29) : 30 + ((month + (month >> 3)) & 1)

/** The first day of a {@link timeValue}. */
export const firstDay = (time: string): string => `${time}-01-01`.slice(0, 10)

/** The last day of a {@link timeValue}. */
export const lastDay = (time: string): string =>
  time.length > 7 ? time : time.length > 4 ? `${time}-${daysIn(+time.slice(0, 4), +time.slice(5))}` : `${time}-12-31`

/**
 * The interval of a point in time, or from one to another, inclusive at their own precision.
 *
 * @param from as {@link timeValue} gives it; undefined is open
 * @param to the same
 * @returns undefined when it ends before it begins
 */
export function timeRange(from: string | undefined, to: string | undefined): TimeRange | undefined {
  const range = { from: from === undefined ? null : firstDay(from), to: to === undefined ? null : lastDay(to) }
  return range.from && range.to && range.from > range.to ? undefined : range
}

/** One condition as it was written, with checked values: alternatives, or a range on the time axis. */
interface Condition {
  facet: string
  not: boolean
  values: (string | null)[]
  range?: { from?: string; to?: string }
}

function checkValue(facet: string, value: unknown, path: string): string | null {
  if (value === null) return value
  if (isTime(facet)) return timeValue(value) ?? refuse(path, 'YYYY, YYYY-MM, YYYY-MM-DD or null', value)
  if (typeof value === 'string' || Number.isFinite(value)) return String(value)
  return refuse(path, 'text, a number or null', value)
}

function conditionsOf(facet: string, filter: unknown, path: string): Condition[] {
  const values = (list: unknown, at: string, least: number): (string | null)[] =>
    Array.isArray(list) && list.length >= least
      ? list.map((value, i) => checkValue(facet, value, `${at}[${i}]`))
      : refuse(at, least ? 'at least one value (leave the filter out for none)' : 'a list of values', list)
  if (typeof filter !== 'object' || !filter) return [{ facet, not: false, values: [checkValue(facet, filter, path)] }]
  if (Array.isArray(filter)) return [{ facet, not: false, values: values(filter, path, 1) }]
  const conditions: Condition[] = []
  let range: { from?: string; to?: string } | undefined
  for (const [name, value] of entriesOf(filter, path)) {
    const at = `${path}.${name}`
    if (name === 'any') conditions.push({ facet, not: false, values: values(value, at, 1) })
    else if (name === 'all')
      for (const one of values(value, at, 0)) conditions.push({ facet, not: false, values: [one] })
    else if (name === 'none') {
      const none = values(value, at, 0)
      if (none.length) conditions.push({ facet, not: true, values: none })
    } else if (name === 'from' || name === 'to') {
      if (!isTime(facet)) refuse(at, 'no range (only year, month and date have an order)', value)
      range = { ...range, [name]: checkValue(facet, value, at) ?? refuse(at, 'a date', value) }
    } else refuse(path, 'from, to, any, all or none', name)
  }
  if (range) conditions.push({ facet, not: false, values: [], range })
  return conditions
}

const allConditions = (where: unknown, path: string): Condition[] =>
  entriesOf(where, path).flatMap(([facet, filter]) => conditionsOf(facet, filter, `${path}.${facet}`))

/**
 * The clauses of a filter, all of which must hold. A filter on `{}` holds for every release.
 *
 * @param path how errors call the filter
 * @throws DatelinesError `E_OPTION` for a value of the wrong type, an impossible date, a range of something without
 *   order, an unknown part of a set, an empty list of alternatives
 */
export function normaliseWhere(where: unknown, path = 'where'): FilterClause[] {
  return allConditions(where, path).map(({ facet, not, values, range }) => {
    const time = isTime(facet)
    const given = values.filter((value) => value !== null)
    const ranges = given.map((value) => (time ? timeRange(value, value) : undefined))
    if (range) ranges.push(timeRange(range.from, range.to))
    return {
      facet,
      axis: axisOf(facet),
      not,
      values: time ? [] : given,
      ranges: ranges.filter((one) => one !== undefined),
      empty: given.length < values.length,
    }
  })
}

/** A value as a caller would write it: years are numbers, everything else is text. */
export const plainValue = (facet: string, value: string | null): FilterValue =>
  facet === 'year' && value && value.length < 5 ? +value : value

/** A single filter on one facet. */
export const filterLeaf = (facet: string, filter: Filter): QueryTree => ({ where: { [facet]: filter } })

/**
 * The same filter as trees, all of which must hold: `{ where }` leaves of one facet with one value, two or more
 * alternatives or a range, or `{ not }` of such a leaf.
 */
export function whereTrees(where: unknown, path: string): QueryTree[] {
  return allConditions(where, path).map(({ facet, not, values, range }) => {
    const plain = values.map((value) => plainValue(facet, value))
    const bounds: FilterRange = {}
    if (range?.from) bounds.from = plainValue(facet, range.from) as string
    if (range?.to) bounds.to = plainValue(facet, range.to) as string
    const leaf = filterLeaf(facet, range ? bounds : plain.length > 1 ? plain : plain[0]!)
    return not ? { not: leaf } : leaf
  })
}

/** Text as names are compared: without case, accents and punctuation. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The value of a facet that was meant: the very value, else the same in another case, else one that is called so.
 *
 * @param names what a value is called
 */
export function matchFacetValue(
  input: string,
  values: readonly string[],
  names: (value: string) => readonly string[],
): string | undefined {
  if (values.includes(input)) return input
  const code = input.normalize('NFKC').trim().toLowerCase()
  const name = foldName(input)
  return (
    values.find((value) => value.toLowerCase() === code) ??
    (name ? values.find((value) => names(value).some((one) => foldName(one) === name)) : undefined)
  )
}
