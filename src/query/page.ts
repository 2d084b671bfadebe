/** What does one page of results hold? Hits with snippets, facet counts, and what was widened. */

import { compareCodePoints } from '../bytes/utf8.js'
import { shownFacets } from '../format/facet-names.js'
import { allLoaded } from '../reader/pack-cache.js'
import type { SegmentSummary } from '../reader/segment.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Correction, Query, SearchPage } from '../types.js'
import { findResult } from './find-result.js'
import { makeHit } from './hits.js'
import type { Place } from './lookup.js'
import { Marker } from './marks.js'
import { counting, extras, widening } from './modules.js'
import type { CheckedOptions } from './options.js'
import type { SearchRequest } from './request.js'
import type { RunRequest, RunResult } from './run.js'
import { readRequest } from './understanding.js'

/** The names of an archive's facets, as queries may use them. */
export function facetNames(snapshot: { segments: readonly { root: SegmentSummary }[] }): string[] {
  return [...shownFacets(snapshot.segments.map(({ root }) => root))].sort(compareCodePoints)
}

/** Searches a snapshot. The options are checked. `without`: a release that is left out of matches and counts. */
export async function searchPage(
  snapshot: Snapshot,
  query: Query,
  options: CheckedOptions,
  without?: Place,
): Promise<SearchPage> {
  const started = performance.now()
  const request = await readRequest(query, options, facetNames(snapshot))
  const asked = without === undefined ? request.run : { ...request.run, without }
  const { result, run, relaxed } = await findResult(snapshot, asked, options.relax)
  const isAsked =
    (result.unfiltered === 0 || relaxed) &&
    (result.unknown.length > 0 || result.leaves.some(({ leaf }) => leaf.kind === 'phrase'))
  const corrections = isAsked ? await (await widening()).findCorrections(snapshot, request, result) : []
  return makePage(snapshot, request, result, options, { run, relaxed, corrections, started })
}

async function makePage(
  snapshot: Snapshot,
  request: SearchRequest,
  result: RunResult,
  options: CheckedOptions,
  how: { run: RunRequest; relaxed: boolean; corrections: Correction[]; started: number },
): Promise<SearchPage> {
  const { offset, limit, snippet } = options
  const { run } = how
  const folded = options.fold ? await (await extras()).foldHits(snapshot, run, result, offset + limit) : null
  const shown = (folded?.ranked ?? result.ranked).slice(offset, offset + limit)
  const loaded = allLoaded(shown, ({ segment, doc }) => snapshot.segments[segment]!.release(doc, options.signal))
  const releases = loaded instanceof Promise ? await loaded : loaded
  const marker = snippet === 0 ? null : new Marker(result.leaves)
  const markings =
    marker && (await Promise.all(releases.map((each) => marker.marking(snapshot, each, snippet, options.signal))))
  const hits = shown.map((match, index) => {
    const { origin } = snapshot.segments[match.segment]!
    const hit = makeHit(releases[index]!, match.score, origin, markings?.[index] ?? null)
    const copies = folded?.copies.get(match)
    if (copies !== undefined) hit.copies = copies
    return hit
  })
  options.signal?.throwIfAborted()
  const page: SearchPage = {
    query: request.query,
    total: result.total,
    hits,
    facets: request.facets.length === 0 ? {} : (await counting()).facetCounts(request, result),
    corrections: how.corrections,
    applied: { relaxed: how.relaxed, ...result.applied, cut: result.applied.cut || request.cut },
    ms: performance.now() - how.started,
  }
  const concepts = snapshot.analyser.otherNames(result.words)
  if (concepts.length > 0) page.applied.concepts = concepts
  if (folded !== null) page.groups = folded.groups
  const unknown = [...request.unknown, ...result.unknownValues]
  if (unknown.length > 0) page.unknown = unknown
  return page
}
