/** Which years have a place in the timeline? A wrong date must not push all others to one side. */

import type { FacetCount } from '../types.js'

/** Bars that fit beside each other. */
const MOST_BARS = 120

/** More years than this in a row, without a release, part those before and after. */
const WIDE_GAP = 25

/** Years that stand together, each with its count, those without releases too. */
export interface ShownYears {
  years: FacetCount[]
  /** Stretches of years far from these that hold releases too. */
  outside: { from: number; to: number; count: number }[]
}

/**
 * The years of the whole archive, so that they stay in their places from search to search; where these are too many to
 * be drawn, those of the releases found, without what lies far from most of them.
 *
 * @param found years with counts, ascending
 * @param span the first and the last year of the archive
 */
export function shownYears(
  found: readonly FacetCount[],
  span: readonly [first: number, last: number] | null,
): ShownYears {
  const dated = found.filter(({ value }) => value !== null)
  if (span === null) return { years: dated, outside: [] }
  if (span[1] - span[0] < MOST_BARS) return { years: filled(dated, span[0], span[1]), outside: [] }
  const stretches: ShownYears['outside'] = []
  for (const { value, count } of dated) {
    if (count === 0) continue
    const year = Number(value)
    const last = stretches.at(-1)
    if (last === undefined || year - last.to > WIDE_GAP + 1) stretches.push({ from: year, to: year, count })
    else {
      last.to = year
      last.count += count
    }
  }
  if (stretches.length === 0) return { years: [], outside: [] }
  const main = stretches.reduce((most, each) => (each.count > most.count ? each : most))
  return { years: filled(dated, main.from, main.to), outside: stretches.filter((each) => each !== main) }
}

function filled(years: readonly FacetCount[], first: number, last: number): FacetCount[] {
  const known = new Map(years.map((year) => [Number(year.value), year]))
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const value = first + index
    return known.get(value) ?? { value, label: yearText(value), count: 0 }
  })
}

/** A year as dates are written. */
export const yearText = (year: number): string => String(year).padStart(4, '0')
