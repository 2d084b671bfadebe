/** Which facets are a matter of time? Year, month and date are one axis, whose values are intervals of days. */

/** The axis of the facets year, month and date. */
export const TIME_AXIS = 'date'

const TIME_FACETS: readonly string[] = ['year', 'month', TIME_AXIS]

/** The facets that are always there. */
export const CORE_FACETS: readonly string[] = [...TIME_FACETS, 'country', 'mention', 'language']

/** True for the facets whose values are intervals of days: year, month and date. */
export const isTime = (facet: string): boolean => TIME_FACETS.includes(facet)

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
