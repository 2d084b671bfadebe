/** How many matches has each value of a facet? Counts become lists, with labels and in order. */

import type { FacetCount } from '../types.js'
import { type Counts, ranksOf } from './counts.js'
import type { FilterClause } from './filter-clause.js'
import type { Labels } from './labels.js'
import { isWithin, LANGUAGE_FACET, rangesOf } from './language-range.js'
import type { FacetPlan } from './options.js'
import type { SearchRequest } from './request.js'
import type { RunResult } from './run.js'
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
  { values, counts: own, none }: Counts,
  selected: readonly FilterClause[],
  labels: Labels,
): FacetCount[] {
  const isLanguage = facet === LANGUAGE_FACET
  // What a language counts is what it finds: its more exact forms too.
  const within = (range: string): number =>
    values.reduce((sum, tag, index) => (isWithin(range, tag) ? sum + own[index]! : sum), 0)
  const counts = isLanguage ? values.map((tag, index) => (own[index]! > 0 ? within(tag) : 0)) : own
  const ranks = ranksOf(counts)
  // What no match has is listed as it was typed.
  const meant = (typed: string): string => {
    if (isLanguage) return labels.match(facet, typed, rangesOf(Array.from(ranks, (index) => values[index]!))) ?? typed
    const value = labels.match(facet, typed, values)
    return value !== undefined && counts[values.indexOf(value)]! > 0 ? value : typed
  }
  const chosen = new Set(selected.flatMap((clause) => clause.values.map(meant)))
  const rows: FacetCount[] = []
  const known = labels.labelsOf(facet, values)
  ranks.forEach((index, rank) => {
    const value = values[index]!
    if (rank >= limit && !chosen.has(value)) return
    rows.push({ value, label: (known[index] ??= labels.label(facet, value)), count: counts[index]! })
  })
  for (const value of chosen) {
    if ((counts[values.indexOf(value)] ?? 0) > 0) continue
    rows.push({ value, label: labels.label(facet, value), count: isLanguage ? within(value) : 0 })
  }
  if (none > 0 || selected.some(({ empty }) => empty)) {
    rows.push({ value: null, label: labels.label(facet, null), count: none })
  }
  return rows
}

/** Ascending, years and months without gaps, undated last. */
function timeCounts(name: string, { values: known, counts, none }: Counts, labels: Labels): FacetCount[] {
  const values = name === 'date' || known.length === 0 ? known : filled(name, known[0]!, known.at(-1)!)
  let next = 0
  const rows = values.map((value): FacetCount => {
    const count = known[next] === value ? counts[next++]! : 0
    return { value: name === 'year' ? Number(value) : value, label: labels.label(name, value), count }
  })
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
