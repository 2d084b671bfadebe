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
import type { Snapshot } from '../reader/snapshot.js'
import type { ExplainedTerm, Explanation, Query, QueryTree } from '../types.js'
import { hasDoc } from './bitset.js'
import { NO_BODY, RANKING, Weights } from './bm25.js'
import { findTerms, loadPacks, openField } from './leaf-lists.js'
import type { Place } from './lookup.js'
import { findPlace } from './lookup.js'
import { language } from './modules.js'
import type { CheckedOptions } from './options.js'
import { facetNames } from './page.js'
import { liveStatistics, runSearch } from './run.js'
import type { LeafScore } from './segment-query.js'
import { readRequest } from './understanding.js'

/** Explains one release. An id that the archive does not hold is a miss with that reason. */
export async function explainHit(
  snapshot: Snapshot,
  query: Query,
  id: string,
  options: CheckedOptions,
): Promise<Explanation> {
  const { signal } = options
  const place = await findPlace(snapshot, id, false, signal)
  const miss: Explanation = { id, matched: false, score: 0, terms: [], bonus: 0, failed: [] }
  if (place === undefined) {
    return { ...miss, failed: [{ clause: id, reason: 'the archive holds no release with this id' }] }
  }
  const names = facetNames(snapshot)
  const { clauseTree, formatQuery } = await language()
  const { run } = await readRequest(query, { ...options, facets: [] }, names)
  const everything = snapshot.segments.reduce((sum, segment) => sum + segment.docCount, 0)
  const result = await runSearch(snapshot, { ...run, limit: everything, facets: new Map() })
  const terms = await explainTerms(snapshot, place, result.leaves, options)
  const hit = result.ranked.find(({ segment, doc }) => segment === place.segment && doc === place.doc)
  if (hit !== undefined) {
    // What no single word adds is what phrases do.
    const bonus = hit.score - terms.reduce((sum, term) => sum + term.score, 0)
    return { ...miss, matched: true, score: hit.score, terms, bonus: Math.abs(bonus) < 1e-9 ? 0 : bonus }
  }
  const failed: Explanation['failed'] = []
  const matches = async (tree: QueryTree): Promise<boolean> => {
    const alone = await runSearch(snapshot, { ...run, tree, clauses: [], limit: 0, facets: new Map() })
    return hasDoc(alone.matches[place.segment]!, place.doc)
  }
  for (const clause of 'and' in run.tree ? run.tree.and : [run.tree]) {
    if (await matches(clause)) continue
    const text = formatQuery(clause, { facets: names })
    failed.push({
      clause: text,
      reason: 'not' in clause ? 'the release has what is excluded' : 'the release does not have this',
    })
  }
  for (const clause of run.clauses) {
    const alone = await runSearch(snapshot, {
      ...run,
      tree: { all: true },
      clauses: [clause],
      limit: 0,
      facets: new Map(),
    })
    if (hasDoc(alone.matches[place.segment]!, place.doc)) continue
    failed.push({
      clause: formatQuery(clauseTree(clause), { facets: names }),
      reason: 'the release does not pass this filter',
    })
  }
  return { ...miss, terms, failed }
}

/** What each word adds. A word in both fields is scored once: its row for the title has the share of the title. */
async function explainTerms(
  snapshot: Snapshot,
  place: Place,
  leaves: readonly LeafScore[],
  options: CheckedOptions,
): Promise<ExplainedTerm[]> {
  const segment = snapshot.segments[place.segment]!
  const wait: Promise<unknown>[] = []
  const words = leaves.flatMap((each) => (each.leaf.kind === 'group' ? [{ ...each, leaf: each.leaf }] : []))
  const packs = loadPacks(
    segment,
    words.map(({ leaf }) => leaf),
    wait,
    options.signal,
  )
  await Promise.all(wait)
  const boost = { ...RANKING.boost, ...options.boost }
  const { averages } = liveStatistics(snapshot.segments)
  const weights = new Weights(boost, averages)
  return words.flatMap(({ leaf, idf, docFreq }): ExplainedTerm[] => {
    const terms = findTerms(segment, packs, leaf.variants)
    const uses = options.fields.flatMap((field) => {
      if (leaf.field !== undefined && leaf.field !== field) return []
      const found = terms.flatMap((term) => {
        const list = openField(segment, packs, term, field)
        const symbol = list === undefined ? undefined : symbolOf(list, place.doc)
        return symbol === undefined ? [] : [{ stem: term.entry.stem, symbol }]
      })
      if (found.length === 0) return []
      const termFreq = found.reduce((sum, { symbol }) => sum + symbolFreq(symbol), 0)
      return [{ field, termFreq, lengthClass: symbolClass(found[0]!.symbol), terms: found.map(({ stem }) => stem) }]
    })
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
