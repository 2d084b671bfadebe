/**
 * Which releases pass a filter? Written from the interface's words alone: values in a list are alternatives, ranges are
 * inclusive at their own precision, `null` is the bucket of releases without a value, and year, month and date are one
 * axis of intervals of days.
 */

import type { Filter, FilterRange, FilterSet, FilterValue, Where } from '../../src/types.js'
import type { OracleDocument } from './documents.js'

/** One thing that a filter asks for. */
export interface Condition {
  facet: string
  /** `date` for the three facets of time. */
  axis: string
  not: boolean
  /** Values asked for by name, which facet lists always show. */
  selected: string[]
  selectsNull: boolean
  /** What is asked, before `not`. */
  test(document: OracleDocument): boolean
}

const TIME = ['year', 'month', 'date']

/** UTF-16 units of a date that is known as precisely as a facet of time has it. */
const PRECISION: Record<string, number> = { year: 4, month: 7, date: 10 }

export const isTimeFacet = (facet: string): boolean => TIME.includes(facet)

export const axisOf = (facet: string): string => (isTimeFacet(facet) ? 'date' : facet)

/** First and last day as numbers, `20100615`. */
export function daysOf(date: string): { first: number; last: number } {
  const [year, month, day] = date.split('-').map(Number)
  if (month === undefined) return { first: year! * 10_000 + 101, last: year! * 10_000 + 1231 }
  const start = year! * 10_000 + month * 100
  if (day === undefined)
    return {
      first: start + 1,
      last: start + new Date(Date.UTC(year!, month, 0)).getUTCDate(),
    }
  return { first: start + day, last: start + day }
}

const dateText = (value: string | number): string => String(value).padStart(4, '0')

export function conditionsOf(where: Where): Condition[] {
  return Object.entries(where).flatMap(([facet, filter]) => ofFacet(facet, filter))
}

export function holds(condition: Condition, document: OracleDocument): boolean {
  return condition.test(document) !== condition.not
}

function ofFacet(facet: string, filter: Filter): Condition[] {
  if (filter === null || typeof filter !== 'object') return [anyOf(facet, [filter], false)]
  if (Array.isArray(filter)) return [anyOf(facet, filter, false)]
  const conditions: Condition[] = []
  const { any, all, none } = filter as FilterSet
  const { from, to } = filter as FilterRange
  if (any) conditions.push(anyOf(facet, any, false))
  for (const value of all ?? []) conditions.push(anyOf(facet, [value], false))
  if (none && none.length > 0) conditions.push(anyOf(facet, none, true))
  if (from !== undefined || to !== undefined) conditions.push(within(facet, from, to))
  return conditions
}

function anyOf(facet: string, values: readonly FilterValue[], not: boolean): Condition {
  const named = values.filter((value) => value !== null).map(String)
  const selectsNull = values.includes(null)
  const base = {
    facet,
    axis: axisOf(facet),
    not,
    selected: named,
    selectsNull,
  }
  if (isTimeFacet(facet)) {
    const intervals = named.map((value) => daysOf(dateText(value)))
    return {
      ...base,
      test: ({ date }) => {
        // What is known less precisely than the facet has it is in its empty bucket.
        if (selectsNull && (date?.length ?? 0) < PRECISION[facet]!) return true
        if (date === undefined) return false
        const own = daysOf(date)
        return intervals.some(({ first, last }) => own.first <= last && own.last >= first)
      },
    }
  }
  const wanted = named.map((value) => value.toLowerCase())
  return {
    ...base,
    test: (document) => {
      const has = document.facets.get(facet) ?? []
      if (has.length === 0) return selectsNull
      const isWanted = (value: string): boolean => wanted.includes(value)
      // `en` is also `en-GB`.
      const isMeant = (tag: string): boolean => wanted.some((range) => tag.startsWith(`${range}-`))
      return has.some(
        (value) => isWanted(value.toLowerCase()) || (facet === 'language' && isMeant(value.toLowerCase())),
      )
    },
  }
}

function within(facet: string, from: string | number | undefined, to: string | number | undefined): Condition {
  const first = from === undefined ? 0 : daysOf(dateText(from)).first
  const last = to === undefined ? 99_999_999 : daysOf(dateText(to)).last
  return {
    facet,
    axis: 'date',
    not: false,
    selected: [],
    selectsNull: false,
    test: ({ date }) => {
      if (date === undefined || first > last) return false
      const own = daysOf(date)
      return own.first <= last && own.last >= first
    },
  }
}
