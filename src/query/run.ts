/** How is one search carried out? Plan, load every byte that is needed, then compute without waiting. */

import { DatelinesError } from '../errors.js'
import type { DateRun } from '../format/dates.js'
import { shownFacets } from '../format/facet-names.js'
import type { FacetColumn } from '../format/facets.js'
import type { Loaded } from '../reader/pack-cache.js'
import type { Segment, SegmentSummary } from '../reader/segment.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Applied, QueryTree, SortOrder, TextField } from '../types.js'
import { addDoc, type Bitset, countDocs, emptySet, shared } from './bitset.js'
import { inverseDocFreq, RANKING, Weights } from './bm25.js'
import type { Counts } from './counts.js'
import { type FilterClause, needsDays } from './filter-clause.js'
import type { UnknownValue } from './filter-values.js'
import { keepPlan, knownPlan, planKey } from './known-plans.js'
import type { Labels } from './labels.js'
import { loadPacks, type SegmentPacks } from './leaf-lists.js'
import type { Place } from './lookup.js'
import { counting, extras, phrases, widening } from './modules.js'
import { allLeaves, type GroupNode, innerClauses, type LeafNode, type PlanNode, scoringLeaves } from './node.js'
import { makePlan, type Plan, type PlanOptions } from './planner.js'
import { bestRoom, mergeRanked, type Ranked, rankByDate, rankedByScore } from './ranking.js'
import type { DistinctPlan } from './repeats.js'
import { clearScores, scoreRoom } from './scoring.js'
import type { SegmentFilter } from './segment-filter.js'
import { type LeafScore, SegmentQuery } from './segment-query.js'
import { isTime, TIME_AXIS } from './time-axis.js'

/** A search with everything decided but which terms its words are. */
export interface RunRequest {
  tree: QueryTree
  /** Filters that stand beside the text: they must all hold, and a facet's counts may leave out its own. */
  clauses: FilterClause[]
  /** Those of `clauses` that are not from the query. */
  where: readonly FilterClause[]
  /** The query is text: what its filters ask for may not exist, which is told and not refused. */
  typed: boolean
  /** Facets to count; true when the counts obey the facet's own filters too. */
  facets: ReadonlyMap<string, boolean>
  fields: readonly TextField[]
  boost: Partial<Record<TextField, number>>
  sort: SortOrder
  /** Matches to rank from the first. */
  limit: number
  planning: PlanOptions
  /** In which language values are called, and what callers call them: see `makeLabels`. */
  locale: string
  labels: Record<string, Record<string, string>>
  /** A release that is neither found nor counted. */
  without?: Place
  signal: AbortSignal | undefined
}

/** What a search found. */
export interface RunResult {
  total: number
  /** Matches of the text before filters. */
  unfiltered: number
  ranked: Ranked[]
  counts: Map<string, Counts>
  leaves: LeafScore[]
  /** Words of the query, negated ones too, and those that no live release holds. */
  words: readonly GroupNode[]
  unknown: string[]
  /** Values of filters that are none of their facet. */
  unknownValues: UnknownValue[]
  applied: Omit<Applied, 'relaxed'>
  /** Matching documents by segment, for callers that go on with the whole set. */
  matches: Bitset[]
  /** What values are called; null where nothing is filtered or counted. */
  labels: Labels | null
}

/** One segment with what was loaded of it. */
interface LoadedSegment {
  segment: Segment
  packs: SegmentPacks
  columns: Map<string, FacetColumn | null>
  days: DateRun[] | null
  removed: Bitset | null
}

/** The code that this search needs beyond that of plain words. */
interface LoadedCode {
  filters: Awaited<ReturnType<typeof counting>> | null
  phraseLists: Awaited<ReturnType<typeof phrases>>['phraseLists'] | null
}

/** Runs a search over a snapshot. */
export async function runSearch(snapshot: Snapshot, request: RunRequest): Promise<RunResult> {
  const { lexicon, analyser } = snapshot
  const key = planKey(request.tree, request.planning)
  const known = knownPlan(analyser, key)
  if (known !== undefined) return compute(await prepare(snapshot, known, request), request)
  const plan = makePlan(request.tree, analyser, request.planning)
  if (!lexicon?.needsForQuery(plan.words)) {
    keepPlan(analyser, key, plan)
    return compute(await prepare(snapshot, plan, request), request)
  }
  // What the words themselves need is read beside the lexicon; it is resident when the plan is made anew.
  await Promise.all([lexicon.loadForQuery(plan.words, request.signal), prepare(snapshot, plan, request)])
  const complete = makePlan(request.tree, snapshot.analyser, request.planning)
  return compute(await prepare(snapshot, complete, request), request)
}

/** What shorter queries repeat is read again: the look for it would cost more. */
const MANY_LEAVES = 10

/** A plan with all that it needs resident. */
interface PreparedRun {
  planned: PlanNode
  /** What is evaluated of it. */
  distinct: DistinctPlan
  leaves: LeafNode[]
  parts: LoadedSegment[]
  applied: Omit<Applied, 'relaxed'>
  code: LoadedCode
}

async function prepare({ segments }: Snapshot, plan: Plan, request: RunRequest): Promise<PreparedRun> {
  const applied =
    plan.expansions.length === 0
      ? { prefixes: [], fuzzy: [], cut: false }
      : await (await widening()).applyExpansions(segments, plan.expansions, request.signal)
  const planned = allLeaves(plan.root)
  const clauses = [...request.clauses, ...innerClauses(plan.root)]
  checkFacets(segments, clauses, request.facets)
  const isCounted = clauses.length > 0 || request.facets.size > 0
  const [parts, filters, phraseCode] = await Promise.all([
    load(segments, planned, clauses, request, isRanked(plan.root, request)),
    isCounted ? counting() : null,
    planned.some(({ kind }) => kind === 'phrase') ? phrases() : null,
  ])
  request.signal?.throwIfAborted()
  const code = { filters, phraseLists: phraseCode?.phraseLists ?? null }
  const root = phraseCode?.withoutCostly(plan.root, parts, liveStatistics(segments).releases) ?? plan.root
  if (plan.cut || root !== plan.root) applied.cut = true
  const leaves = root === plan.root ? planned : allLeaves(root)
  const distinct =
    leaves.length < MANY_LEAVES ? { root, firstOf: (leaf: LeafNode) => leaf } : (await extras()).withoutRepeats(root)
  return { planned: root, distinct, leaves, parts, applied, code }
}

/** Whether matches are ordered by score. */
function isRanked(root: PlanNode, { sort }: RunRequest): boolean {
  return sort === 'relevance' && scoringLeaves(root).length > 0
}

/** Facets that no segment has are a mistake of the caller. */
function checkFacets(
  segments: readonly Segment[],
  clauses: readonly FilterClause[],
  wanted: ReadonlyMap<string, boolean>,
): void {
  if (clauses.length === 0 && wanted.size === 0) return
  const known = shownFacets(segments.map(({ root }) => root))
  for (const name of [...clauses.map(({ facet }) => facet), ...wanted.keys()]) {
    if (isTime(name) || known.has(name)) continue
    const names = ['year', 'month', 'date', ...known].sort().join(', ')
    throw new DatelinesError('E_OPTION', `There is no facet ${JSON.stringify(name)} in this archive; it has ${names}.`)
  }
}

async function load(
  segments: readonly Segment[],
  leaves: readonly LeafNode[],
  clauses: readonly FilterClause[],
  request: RunRequest,
  byRelevance: boolean,
): Promise<LoadedSegment[]> {
  const wait: Promise<unknown>[] = []
  const { signal } = request
  const later = <T>(loaded: Loaded<T>, keep: (value: T) => void): void => {
    if (loaded instanceof Promise) wait.push(loaded.then(keep))
    else keep(loaded)
  }
  const facets = new Set(
    [...clauses.map(({ facet }) => facet), ...request.facets.keys()].filter((name) => !isTime(name)),
  )
  // Of matches with scores only ties of several segments need their dates, which are then read by themselves.
  const wantsDays =
    (segments.length > 1 && !byRelevance) ||
    request.sort === 'oldest' ||
    request.facets.has(TIME_AXIS) ||
    clauses.some(needsDays)
  const { releases } = liveStatistics(segments)
  const parts = segments.map((segment): LoadedSegment => {
    const columns = new Map<string, FacetColumn | null>()
    const part: LoadedSegment = {
      segment,
      packs: loadPacks(segment, leaves, wait, signal),
      columns,
      days: null,
      removed: null,
    }
    for (const name of facets) later(segment.facet(name, signal), (column) => columns.set(name, column))
    if (wantsDays) {
      later(segment.dates(signal), (days) => {
        part.days = days
      })
    }
    // The best are spread over segments as all releases are: what holds less than one of them in the mean is not read in advance.
    const isLikely = !byRelevance || segment.docCount * request.limit >= releases
    if (request.limit > 0 && isLikely) wait.push(...segment.prefetchTexts(signal))
    return part
  })
  parts.forEach(({ segment }) => {
    later(segment.removed(signal), (removed) => {
      for (const [id, docs] of removed) {
        const older = parts.find((part) => part.segment.root.id === id)
        if (older === undefined) continue
        older.removed ??= emptySet(older.segment.docCount)
        for (const doc of docs) if (doc < older.segment.docCount) addDoc(older.removed, doc)
      }
    })
  })
  if (wait.length > 0) await Promise.all(wait)
  return parts
}

/** Sums over all segments of what is live. */
export function liveStatistics(segments: readonly { root: SegmentSummary }[]): {
  releases: number
  averages: Record<TextField, number>
} {
  let releases = 0
  let title = 0
  let body = 0
  for (const { root } of segments) {
    releases += root.statistics.releases - root.removed.releases
    title += root.statistics.titleLength - root.removed.titleLength
    body += root.statistics.bodyLength - root.removed.bodyLength
  }
  const over = Math.max(1, releases)
  return { releases, averages: { title: title / over, body: body / over } }
}

let lastWeights: Weights | undefined

/** Weights depend on the archive and the boosts alone, which seldom change from one search to the next. */
function weightsFor(boost: Record<TextField, number>, averages: Record<TextField, number>): Weights {
  if (!lastWeights?.isFor(boost, averages)) lastWeights = new Weights(boost, averages)
  return lastWeights
}

async function compute(
  { planned, distinct: { root, firstOf }, leaves, parts, applied, code: { filters, phraseLists } }: PreparedRun,
  request: RunRequest,
): Promise<RunResult> {
  const segments = parts.map(({ segment }) => segment)
  const { releases, averages } = liveStatistics(segments)
  const queries = parts.map(
    ({ segment, packs, removed }) => new SegmentQuery(segment, packs, removed, request.fields, phraseLists),
  )
  const docFreqs = new Map<LeafNode, number>()
  const docFreqOf = (leaf: LeafNode): number => docFreqs.get(firstOf(leaf))!
  for (const leaf of new Set(leaves.map(firstOf))) {
    docFreqs.set(
      leaf,
      queries.reduce((sum, query) => sum + query.prepare(leaf), 0),
    )
  }
  const scoring = scoringLeaves(planned).map((leaf): LeafScore => {
    const docFreq = docFreqOf(leaf)
    return { leaf, docFreq, idf: inverseDocFreq(releases, docFreq) }
  })
  const summands = joinRepeats(scoring, firstOf)
  const weights = weightsFor({ ...RANKING.boost, ...request.boost }, averages)
  const sort = request.sort === 'relevance' && !isRanked(root, request) ? 'newest' : request.sort
  const counted = new Map([...request.facets.keys()].map((name): [string, Counts[]] => [name, []]))
  let total = 0
  let unfiltered = 0
  const inner = innerClauses(root)
  const values =
    filters &&
    (await filters.readFilterValues(
      parts.map(({ columns }) => columns),
      [...request.clauses, ...inner],
      request.locale,
      request.labels,
    ))
  const labels = values?.labels ?? null
  if (values?.unknown.length)
    filters!.refuseUnknown(request.typed ? request.where : [...request.clauses, ...inner], values.unknown)
  const lists: Ranked[][] = []
  const matches: Bitset[] = []
  parts.forEach(({ segment, columns, days }, index) => {
    const filter = filters && new filters.SegmentFilter(segment, columns, days, labels!)
    const wanted = filter?.passAll(request.clauses) ?? null
    const top = sort === 'relevance' ? bestRoom(segment, request.limit) : null
    const without = request.without?.segment === index ? request.without.doc : undefined
    const passes = (clause: FilterClause): Bitset => filter!.passes(clause)
    const found = queries[index]!.match(root, summands, weights, passes, wanted, top, without)
    const passing = wanted === null ? found.matches : shared(found.matches, wanted)
    const matching = countDocs(found.matches)
    unfiltered += matching
    total += wanted === null ? matching : countDocs(passing)
    for (const [name, own] of request.facets) {
      const axis = isTime(name) ? TIME_AXIS : name
      const hasOwn = !own && request.clauses.some((clause) => clause.axis === axis)
      const set = hasOwn ? filtered(found.matches, request.clauses, filter!, axis) : passing
      counted.get(name)!.push(filter!.count(name, set))
    }
    if (top !== null) lists.push(rankedByScore(top, index))
    else {
      const scores = scoring.length > 0 ? scoreRoom(segment.docCount) : null
      lists.push(rankByDate(segment, index, passing, scores, sort, request.limit, days ?? []))
    }
    if (scoring.length > 0 && found.scored !== null) clearScores(found.scored)
    matches.push(passing)
  })
  const counts = new Map([...counted].map(([name, parts]) => [name, filters!.joinCounts(parts)]))
  const daysOf = (index: number): Loaded<DateRun[]> => parts[index]!.days ?? segments[index]!.dates(request.signal)
  const idOf = async (match: Ranked): Promise<string> =>
    (await segments[match.segment]!.release(match.doc, request.signal)).id
  const ranked = await mergeRanked(lists, daysOf, sort, request.limit, idOf)
  const words = leaves.filter((leaf) => leaf.kind === 'group')
  const unknown = words.filter((leaf) => docFreqOf(leaf) === 0).map(({ word }) => word)
  const unknownValues = values?.unknown ?? []
  return {
    total,
    unfiltered,
    ranked,
    counts,
    leaves: scoring,
    unknown,
    words,
    unknownValues,
    applied,
    matches,
    labels,
  }
}

/** What leaves add to a score, where those that stand for the same are one. */
function joinRepeats(scoring: readonly LeafScore[], firstOf: DistinctPlan['firstOf']): LeafScore[] {
  const joined = new Map<LeafNode, LeafScore>()
  for (const { leaf, docFreq, idf } of scoring) {
    const first = firstOf(leaf)
    joined.set(first, { leaf: first, docFreq, idf: idf + (joined.get(first)?.idf ?? 0) })
  }
  return [...joined.values()]
}

/** The documents of a set that pass the filters of all axes but one. */
function filtered(matches: Bitset, clauses: readonly FilterClause[], filter: SegmentFilter, axis: string): Bitset {
  const others = filter.passAll(clauses.filter((clause) => clause.axis !== axis))
  return others === null ? matches : shared(matches, others)
}
