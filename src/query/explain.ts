/** Why does a release have its score, or why is it not found? */

import { CLASS_LENGTHS } from '../format/lengths.js'
import {
  blockRoom,
  blockSize,
  decodeDocs,
  decodeSymbols,
  type PostingsList,
  symbolClass,
  symbolFreq,
} from '../format/postings.js'
import type { Segment } from '../reader/segment.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { ExplainedTerm, Explanation, Query, TextField } from '../types.js'
import { hasDoc } from './bitset.js'
import { NO_BODY, RANKING, Weights } from './bm25.js'
import { findResult } from './find-result.js'
import { findTerms, loadPacks, openField, type SegmentPacks } from './leaf-lists.js'
import type { Place } from './lookup.js'
import { findPlace } from './lookup.js'
import { language, phrases } from './modules.js'
import type { GroupNode, PhraseNode } from './node.js'
import type { CheckedOptions } from './options.js'
import { facetNames } from './page.js'
import type { phraseLists } from './phrase-lists.js'
import { liveStatistics, type RunRequest, type RunResult, runSearch } from './run.js'
import type { LeafScore } from './segment-query.js'
import { readRequest } from './understanding.js'

/** Why a clause may fail that the release has: see `applied.cut`. */
const CUT = 'it was cut: not all of its words, forms and phrases were looked for'

/** Explains one release. An id that the archive does not hold is a miss with that reason. */
export async function explainHit(
  snapshot: Snapshot,
  query: Query,
  id: string,
  options: CheckedOptions,
): Promise<Explanation> {
  const { signal } = options
  const names = facetNames(snapshot)
  const asked = await readRequest(query, { ...options, facets: [] }, names)
  const place = await findPlace(snapshot, id, false, signal)
  const miss: Explanation = { id, matched: false, score: 0, terms: [], bonus: 0, failed: [] }
  if (place === undefined) {
    return { ...miss, failed: [{ clause: id, reason: 'the archive holds no release with this id' }] }
  }
  const { clauseTree, formatQuery } = await language()
  const everything = snapshot.segments.reduce((sum, segment) => sum + segment.docCount, 0)
  const { result, run } = await findResult(snapshot, { ...asked.run, limit: everything }, options.relax)
  const terms = await explainTerms(snapshot, place, result.leaves, options)
  const hit = result.ranked.find(({ segment, doc }) => segment === place.segment && doc === place.doc)
  if (hit !== undefined) {
    const bonus = hit.score - terms.reduce((sum, term) => sum + term.score, 0)
    return { ...miss, matched: true, score: hit.score, terms, bonus: Math.abs(bonus) < 1e-9 ? 0 : bonus }
  }
  const failed: Explanation['failed'] = []
  const searchFor = (part: Pick<RunRequest, 'tree' | 'clauses'>): Promise<RunResult> =>
    runSearch(snapshot, { ...run, ...part, limit: 0 })
  const isFound = ({ matches }: RunResult): boolean => hasDoc(matches[place.segment]!, place.doc)
  for (const clause of 'and' in run.tree ? run.tree.and : [run.tree]) {
    const alone = await searchFor({ tree: clause, clauses: [] })
    if (isFound(alone)) continue
    const reason = 'not' in clause ? 'the release has what is excluded' : 'the release does not have this'
    failed.push({ clause: formatQuery(clause, { facets: names }), reason: alone.applied.cut ? CUT : reason })
  }
  for (const clause of run.clauses) {
    if (isFound(await searchFor({ tree: { all: true }, clauses: [clause] }))) continue
    failed.push({
      clause: formatQuery(clauseTree(clause), { facets: names }),
      reason: 'the release does not pass this filter',
    })
  }
  // Each clause alone may be looked for in full where all of them together are not.
  if (failed.length === 0 && (asked.cut || result.applied.cut)) failed.push({ clause: asked.query, reason: CUT })
  return { ...miss, terms, failed }
}

/** What each word and phrase adds. One in both fields is scored once: its row for the title has the share of the title. */
async function explainTerms(
  snapshot: Snapshot,
  place: Place,
  leaves: readonly LeafScore[],
  options: CheckedOptions,
): Promise<ExplainedTerm[]> {
  const segment = snapshot.segments[place.segment]!
  const wait: Promise<unknown>[] = []
  const packs = loadPacks(
    segment,
    leaves.map(({ leaf }) => leaf),
    wait,
    options.signal,
  )
  const hasPhrases = leaves.some(({ leaf }) => leaf.kind === 'phrase')
  const [phraseCode] = await Promise.all([hasPhrases ? phrases() : null, ...wait])
  const boost = { ...RANKING.boost, ...options.boost }
  const { averages } = liveStatistics(snapshot.segments)
  const weights = new Weights(boost, averages)
  return leaves.flatMap(({ leaf, idf, docFreq }): ExplainedTerm[] => {
    const fields = options.fields.filter((field) => leaf.field === undefined || leaf.field === field)
    const uses =
      leaf.kind === 'group'
        ? usesOfWord(segment, packs, leaf, fields, place.doc)
        : usesOfPhrase(phraseCode!.phraseLists(segment, packs, leaf, fields), leaf, place.doc)
    const title = uses.find(({ field }) => field === 'title')?.termFreq ?? 0
    const body = uses.find(({ field }) => field === 'body')
    return uses.map(({ field, termFreq, terms: stems }) => {
      const whole = idf * weights.weight(title, body?.termFreq ?? 0, body?.lengthClass ?? NO_BODY)
      const bodyOnly = body ? idf * weights.weight(0, body.termFreq, body.lengthClass) : 0
      return {
        word: leaf.word,
        terms: stems,
        field,
        termFreq,
        // A title alone is scored as if the body had the average length.
        fieldLength: body ? CLASS_LENGTHS[body.lengthClass]! : averages.body,
        docFreq,
        idf,
        boost: boost[field],
        score: field === 'body' ? bodyOnly : whole - bodyOnly,
      }
    })
  })
}

/** Where and how often a release has a word, or a phrase. */
interface Use {
  field: TextField
  termFreq: number
  lengthClass: number
  terms: string[]
}

function usesOfWord(
  segment: Segment,
  packs: SegmentPacks,
  leaf: GroupNode,
  fields: readonly TextField[],
  doc: number,
): Use[] {
  const terms = findTerms(segment, packs, leaf.variants)
  return fields.flatMap((field) => {
    const found = terms.flatMap((term) => {
      const list = openField(segment, packs, term, field)
      const symbol = list === undefined ? undefined : symbolOf(list, doc)
      return symbol === undefined ? [] : [{ stem: term.entry.stem, symbol }]
    })
    if (found.length === 0) return []
    const termFreq = found.reduce((sum, { symbol }) => sum + symbolFreq(symbol), 0)
    return [{ field, termFreq, lengthClass: symbolClass(found[0]!.symbol), terms: found.map(({ stem }) => stem) }]
  })
}

/** A phrase is scored as one term that is as frequent as the phrase; its terms are those of its words. */
function usesOfPhrase(lists: ReturnType<typeof phraseLists>, leaf: PhraseNode, doc: number): Use[] {
  const terms = [...new Set(leaf.words.flatMap(({ variants }) => variants.map(({ stem }) => stem)))]
  return lists.flatMap(({ field, list }) => {
    // Behind the last one there is room that was not needed.
    const index = list.docs.subarray(0, list.count).indexOf(doc)
    if (index < 0) return []
    const symbol = list.symbols[index]!
    return [{ field, termFreq: symbolFreq(symbol), lengthClass: symbolClass(symbol), terms }]
  })
}

function symbolOf(list: PostingsList, doc: number): number | undefined {
  const docs = blockRoom()
  const symbols = blockRoom()
  for (let block = 0; block < list.blocks; block++) {
    if (list.lastDocs[block]! < doc) continue
    decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
    const index = docs.subarray(0, blockSize(list, block)).indexOf(doc)
    return index < 0 ? undefined : symbols[index]
  }
  return undefined
}
