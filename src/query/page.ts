/** What does one page of results hold? Hits with snippets, facet counts, and what was widened. */

import { isShownFacet } from '../format/facets.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Correction, FacetCount, Query, SearchPage } from '../types.js'
import { findCorrections } from './corrections.js'
import type { FilterClause } from './filters.js'
import { findResult } from './find-result.js'
import { foldHits } from './fold-hits.js'
import { makeHit } from './hits.js'
import type { Labels } from './labels.js'
import type { Place } from './lookup.js'
import { Marker } from './marks.js'
import type { CheckedOptions, FacetPlan } from './options.js'
import { makeRequest, type SearchRequest } from './request.js'
import type { RunResult } from './run.js'
import { type Counts, isTimeFacet } from './segment-filter.js'

/** The names of an archive's facets, as queries may use them. */
export function facetNames(snapshot: Snapshot): string[] {
  return [...new Set(snapshot.segments.flatMap((segment) => segment.root.facets.filter(isShownFacet)))]
}

/** Searches a snapshot. The options are checked. `without`: a release that is left out of matches and counts. */
export async function searchPage(
  snapshot: Snapshot,
  query: Query,
  options: CheckedOptions,
  without?: Place,
): Promise<SearchPage> {
  const started = performance.now()
  const request = makeRequest(query, options, facetNames(snapshot))
  const { result, relaxed } = await findResult(
    snapshot,
    without === undefined ? request.run : { ...request.run, without },
    options.relax,
  )
  const corrections = result.unfiltered === 0 || relaxed ? await findCorrections(snapshot, request, result) : []
  return makePage(snapshot, request, result, options, { relaxed, corrections, started })
}

async function makePage(
  snapshot: Snapshot,
  request: SearchRequest,
  result: RunResult,
  options: CheckedOptions,
  how: { relaxed: boolean; corrections: Correction[]; started: number },
): Promise<SearchPage> {
  const { offset, limit, snippet } = options
  const folded = options.fold ? await foldHits(snapshot, request.run, result, offset + limit) : null
  const shown = (folded?.ranked ?? result.ranked).slice(offset, offset + limit)
  const marker = new Marker(result.leaves)
  const marking = snippet === 0 ? null : { analyser: snapshot.analyser, marker, length: snippet }
  const hits = await Promise.all(
    shown.map(async (match) => {
      const segment = snapshot.segments[match.segment]!
      const release = await segment.release(match.doc, options.signal)
      const hit = makeHit(release, match.score, segment.origin, marking)
      const copies = folded?.copies.get(match)
      if (copies !== undefined) hit.copies = copies
      return hit
    }),
  )
  options.signal?.throwIfAborted()
  const page: SearchPage = {
    query: request.query,
    total: result.total,
    hits,
    facets: facetCounts(request, result),
    corrections: how.corrections,
    applied: { relaxed: how.relaxed, ...result.applied, cut: result.applied.cut || request.cut },
    ms: performance.now() - how.started,
  }
  if (folded !== null) page.groups = folded.groups
  return page
}

/** The counts of every facet that was asked for, as lists. */
function facetCounts(request: SearchRequest, result: RunResult): Record<string, FacetCount[]> {
  const { labels, clauses } = request.run
  return Object.fromEntries(
    request.facets.map((plan) => {
      const { facet } = plan
      const counts = result.counts.get(facet)!
      if (isTimeFacet(facet)) return [facet, timeCounts(facet, counts, labels)]
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
  const listed = [...counts].filter(([value]) => value !== null) as [string, number][]
  listed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const values = listed.map(([value]) => value)
  const chosen = new Set(
    selected.flatMap((clause) => clause.values.map((typed) => labels.match(facet, typed, values) ?? typed)),
  )
  const shown = listed.filter(([value], index) => index < limit || chosen.has(value))
  for (const value of chosen) if (!counts.has(value)) shown.push([value, 0])
  const rows: FacetCount[] = shown.map(([value, count]) => ({ value, label: labels.label(facet, value), count }))
  const none = counts.get(null) ?? 0
  if (none > 0 || selected.some(({ empty }) => empty)) {
    rows.push({ value: null, label: labels.label(facet, null), count: none })
  }
  return rows
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
