/** How many matches has each value of a facet? Counts become lists, with labels and in order. */

import type { FacetCount } from '../types.js'
import type { FilterClause } from './filter-clause.js'
import type { Labels } from './labels.js'
import { isWithin, LANGUAGE_FACET, rangesOf } from './language-range.js'
import type { FacetPlan } from './options.js'
import type { SearchRequest } from './request.js'
import type { RunResult } from './run.js'
import type { Counts } from './segment-filter.js'
import { isTime } from './time-axis.js'

/** The counts of every facet that was asked for, as lists. */
export function facetCounts(request: SearchRequest, result: RunResult): Record<string, FacetCount[]> {
  const { clauses } = request.run
  const { labels } = result
  if (labels === null) return {}
  return Object.fromEntries(
    request.facets.map((plan) => {
      const { facet } = plan
      const counts = result.counts.get(facet)!
      if (isTime(facet)) return [facet, timeCounts(facet, counts, labels)]
      const own = clauses.filter((clause) => clause.axis === facet && !clause.not)
      return [facet, valueCounts(plan, counts, own, labels)]
    }),
  )
}

/** By count, then value; selected values are always listed, also beyond the limit and with a count of 0. */
function valueCounts(
  { facet, limit }: FacetPlan,
  counts: Counts,
  selected: readonly FilterClause[],
  labels: Labels,
): FacetCount[] {
  const found = [...counts].filter(([value]) => value !== null) as [string, number][]
  // What a language counts is what it finds: its more exact forms too.
  const within = (range: string): number =>
    found.reduce((sum, [tag, count]) => (isWithin(range, tag) ? sum + count : sum), 0)
  const isLanguage = facet === LANGUAGE_FACET
  const listed = isLanguage ? found.map(([tag]): [string, number] => [tag, within(tag)]) : found
  sortByCount(listed)
  const tags = listed.map(([value]) => value)
  const values = isLanguage ? rangesOf(tags) : tags
  const chosen = new Set(
    selected.flatMap((clause) => clause.values.map((typed) => labels.match(facet, typed, values) ?? typed)),
  )
  const shown = listed.filter(([value], index) => index < limit || chosen.has(value))
  for (const value of chosen) if (!counts.has(value)) shown.push([value, isLanguage ? within(value) : 0])
  const rows: FacetCount[] = shown.map(([value, count]) => ({ value, label: labels.label(facet, value), count }))
  const none = counts.get(null) ?? 0
  if (none > 0 || selected.some(({ empty }) => empty)) {
    rows.push({ value: null, label: labels.label(facet, null), count: none })
  }
  return rows
}

/** Most first, then by value. Numbers sort many times faster than pairs do: each holds a count and the place of its value. */
function sortByCount(rows: [string, number][]): void {
  const byValue = [...rows]
  if (byValue.some(([value], index) => index > 0 && value < byValue[index - 1]![0])) {
    byValue.sort(([a], [b]) => (a < b ? -1 : 1))
  }
  const size = byValue.length
  const keys = Float64Array.from(byValue, ([, count], index) => index - count * size).sort()
  keys.forEach((key, rank) => {
    rows[rank] = byValue[((key % size) + size) % size]!
  })
}

/** Ascending, years and months without gaps, undated last. */
function timeCounts(name: string, counts: Counts, labels: Labels): FacetCount[] {
  const known = ([...counts.keys()].filter((value) => value !== null) as string[]).sort()
  const values = name === 'date' || known.length === 0 ? known : filled(name, known[0]!, known.at(-1)!)
  const rows = values.map((value): FacetCount => {
    const count = counts.get(value) ?? 0
    return { value: name === 'year' ? Number(value) : value, label: labels.label(name, value), count }
  })
  const none = counts.get(null) ?? 0
  if (none > 0) rows.push({ value: null, label: labels.label(name, null), count: none })
  return rows
}

/** Every year, or month, from first to last. */
function filled(name: string, first: string, last: string): string[] {
  const values: string[] = []
  let year = Number(first.slice(0, 4))
  let month = Number(first.slice(5)) || 1
  for (let value = first; ; ) {
    values.push(value)
    if (value === last) return values
    if (name === 'month' && month < 12) month++
    else {
      year++
      month = 1
    }
    const text = String(year).padStart(4, '0')
    value = name === 'year' ? text : `${text}-${String(month).padStart(2, '0')}`
  }
}
