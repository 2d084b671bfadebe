/** In what order do matches of several segments stand? Each segment's best, merged by score or date, then id. */

import type { DateRun } from '../format/dates.js'
import type { Loaded } from '../reader/pack-cache.js'
import type { Segment } from '../reader/segment.js'
import type { SortOrder } from '../types.js'
import { type Bitset, docsOf } from './bitset.js'
import { runDate } from './run-date.js'
import { TopK } from './top-k.js'

/** A match with its place. */
export interface Ranked {
  segment: number
  doc: number
  score: number
}

/** Room for the best `limit` documents of a segment. */
export function bestRoom(segment: Segment, limit: number): TopK {
  return new TopK(Math.min(limit, segment.docCount), undatedFrom(segment))
}

/** What was ranked by score, best first. */
export function rankedByScore(top: TopK, segment: number): Ranked[] {
  return top.drain().map(({ doc, score }) => ({ segment, doc, score }))
}

/** The first `limit` documents of a set by date; `scores` are only told. */
export function rankByDate(
  segment: Segment,
  index: number,
  set: Bitset,
  scores: Float64Array | null,
  sort: SortOrder,
  limit: number,
  days: readonly DateRun[],
): Ranked[] {
  const docs = docsOf(set, segment.docCount)
  const from = undatedFrom(segment)
  const ordered = sort === 'oldest' ? oldestFirst(docs, days, from, limit) : newestFirst(docs, from, limit)
  return ordered.map((doc) => ({ segment: index, doc, score: scores?.[doc] ?? 0 }))
}

function undatedFrom(segment: Segment): number {
  return segment.docCount - segment.root.statistics.undated
}

/** Documents are numbered by date, and within one by descending id, so that this is only a matter of direction. */
function newestFirst(docs: Int32Array, undatedFrom: number, limit: number): number[] {
  const first: number[] = []
  let dated = docs.length
  while (dated > 0 && docs[dated - 1]! >= undatedFrom) dated--
  for (let i = dated - 1; i >= 0 && first.length < limit; i--) first.push(docs[i]!)
  for (let i = docs.length - 1; i >= dated && first.length < limit; i--) first.push(docs[i]!)
  return first
}

/** Ascending dates, but ascending ids within each: every run of one date is read backwards. */
function oldestFirst(docs: Int32Array, days: readonly DateRun[], undatedFrom: number, limit: number): number[] {
  const first: number[] = []
  let next = 0
  const ends = [...days.map(({ end }) => end), undatedFrom, Number.POSITIVE_INFINITY]
  for (const end of ends) {
    const start = next
    while (next < docs.length && docs[next]! < end) next++
    for (let i = next - 1; i >= start && first.length < limit; i--) first.push(docs[i]!)
    if (first.length >= limit) break
  }
  return first
}

/** The date of a document; undefined when undated. */
export function dateOf(days: readonly DateRun[], doc: number): string | undefined {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]!.end <= doc) low = middle + 1
    else high = middle
  }
  const run = days[low]
  return run === undefined ? undefined : runDate(run)
}

/** Whether two matches that stand beside each other have one score, but not one segment. */
function isEqualElsewhere(a: Ranked, b: Ranked): boolean {
  return a.score === b.score && a.segment !== b.segment
}

/**
 * Merges what several segments ranked. Scores, then dates decide; where both are equal, ids do, which are only read then.
 *
 * @param daysOf the dates of a segment; asked for only where scores do not decide
 * @param keyOf the id of a match, read from its stored release
 */
export async function mergeRanked(
  lists: readonly (readonly Ranked[])[],
  daysOf: (segment: number) => Loaded<readonly DateRun[]>,
  sort: SortOrder,
  limit: number,
  keyOf: (match: Ranked) => Promise<string>,
): Promise<Ranked[]> {
  const used = lists.filter((list) => list.length > 0)
  if (used.length <= 1) return (used[0] ?? []).slice(0, limit)
  let matches = used.flat()
  if (sort === 'relevance') {
    // In the order of their segment, which stays that of equal scores.
    matches.sort((a, b) => b.score - a.score)
    // A tie may begin among those that are shown and reach another segment only further down.
    const last = matches[Math.min(limit, matches.length) - 1]!.score
    matches = matches.filter(({ score }) => score >= last)
    if (!matches.some((match, rank) => rank > 0 && isEqualElsewhere(match, matches[rank - 1]!)))
      return matches.slice(0, limit)
  }
  const segments = [...new Set(matches.map(({ segment }) => segment))]
  const datesOf = await Promise.all(segments.map(daysOf))
  const days = new Map(segments.map((segment, index) => [segment, datesOf[index]!]))
  const dated = matches.map((match) => ({ match, date: dateOf(days.get(match.segment)!, match.doc), id: '' }))
  const compare = (a: (typeof dated)[number], b: (typeof dated)[number]): number => {
    if (sort === 'relevance' && a.match.score !== b.match.score) return b.match.score - a.match.score
    if (a.date === b.date) return 0
    if (a.date === undefined) return 1
    if (b.date === undefined) return -1
    return a.date < b.date === (sort === 'oldest') ? -1 : 1
  }
  dated.sort(compare)
  // Ids are wanted only where a tie reaches over segments, and only as far down as is shown.
  for (let start = 0; start < Math.min(limit, dated.length); ) {
    let end = start + 1
    while (end < dated.length && compare(dated[start]!, dated[end]!) === 0) end++
    const tied = dated.slice(start, end)
    if (new Set(tied.map(({ match }) => match.segment)).size > 1) {
      const ids = await Promise.all(tied.map(({ match }) => keyOf(match)))
      tied.forEach((each, index) => {
        each.id = ids[index]!
      })
      tied.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
      dated.splice(start, tied.length, ...tied)
    }
    start = end
  }
  return dated.slice(0, limit).map(({ match }) => match)
}
