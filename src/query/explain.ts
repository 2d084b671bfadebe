/** Why does a release have its score, or why is it not found? */

import { BLOCK, blockSize, decodeDocs, decodeSymbols, type PostingsList, symbolClass, symbolFreq } from '../format/postings.js'
import { CLASS_LENGTHS } from '../format/lengths.js'
import type { Snapshot } from '../reader/archive-reader.js'
import type { ExplainedTerm, Explanation, Query, QueryTree } from '../types.js'
import { fieldWeights, liveStatistics, runSearch } from './run.js'
import { hasDoc } from './bitset.js'
import { findPlace } from './lookup.js'
import type { CheckedOptions } from './options.js'
import { facetNames } from './page.js'
import { makeRequest } from './request.js'
import { formatQuery } from './syntax/print.js'
import { findTerms, loadPacks, openField } from './leaf-lists.js'
import type { LeafScore } from './segment-query.js'
import type { Place } from './lookup.js'

/** Explains one release. An id that the archive does not hold is a miss with that reason. */
export async function explainHit(snapshot: Snapshot, query: Query, id: string, options: CheckedOptions): Promise<Explanation> {
  const { signal } = options
  const place = await findPlace(snapshot, id, false, signal)
  const miss: Explanation = { id, matched: false, score: 0, terms: [], bonus: 0, failed: [] }
  if (place === undefined) {
    return { ...miss, failed: [{ clause: id, reason: 'the archive holds no release with this id' }] }
  }
  const names = facetNames(snapshot)
  const { run } = makeRequest(query, { ...options, facets: [] }, names)
  const result = await runSearch(snapshot, { ...run, limit: 0, facets: new Map() })
  const terms = await explainTerms(snapshot, place, result.leaves, options)
  const score = terms.reduce((sum, term) => sum + term.score, 0)
  if (hasDoc(result.matches[place.segment]!, place.doc)) return { ...miss, matched: true, score, terms }
  const failed: Explanation['failed'] = []
  const matches = async (tree: QueryTree): Promise<boolean> => {
    const alone = await runSearch(snapshot, { ...run, tree, clauses: [], limit: 0, facets: new Map() })
    return hasDoc(alone.matches[place.segment]!, place.doc)
  }
  for (const clause of 'and' in run.tree ? run.tree.and : [run.tree]) {
    if (await matches(clause)) continue
    const text = formatQuery(clause, { facets: names })
    failed.push({ clause: text, reason: 'not' in clause ? 'the release has what is excluded' : 'the release does not have this' })
  }
  for (const clause of run.clauses) {
    const alone = await runSearch(snapshot, { ...run, tree: { all: true }, clauses: [clause], limit: 0, facets: new Map() })
    if (hasDoc(alone.matches[place.segment]!, place.doc)) continue
    failed.push({ clause: `filter on ${clause.facet}`, reason: 'the release does not pass this filter' })
  }
  return { ...miss, terms, failed }
}

/** What each word and phrase adds, field by field. */
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
  await Promise.all(wait)
  const { averages } = liveStatistics(snapshot.segments)
  const weights = fieldWeights(averages, options.boost)
  return leaves.flatMap(({ leaf, idf, docFreq }): ExplainedTerm[] =>
    options.fields.flatMap((field): ExplainedTerm[] => {
      if (leaf.kind === 'phrase' || (leaf.field !== undefined && leaf.field !== field)) return []
      const found = findTerms(segment, packs, leaf.variants).flatMap((term) => {
        const list = openField(segment, packs, term, field)
        const symbol = list === undefined ? undefined : symbolOf(list, place.doc)
        return symbol === undefined ? [] : [{ stem: term.entry.stem, symbol }]
      })
      if (found.length === 0) return []
      const termFreq = found.reduce((sum, { symbol }) => sum + symbolFreq(symbol), 0)
      const lengthClass = symbolClass(found[0]!.symbol)
      const { boost } = weights[field].settings
      return [
        {
          word: leaf.word,
          terms: found.map(({ stem }) => stem),
          field,
          termFreq,
          fieldLength: CLASS_LENGTHS[lengthClass]!,
          docFreq,
          idf,
          boost,
          score: idf * boost * weights[field].weightOf(termFreq, lengthClass),
        },
      ]
    }),
  )
}

function symbolOf(list: PostingsList, doc: number): number | undefined {
  const docs = new Int32Array(BLOCK)
  const symbols = new Int32Array(BLOCK)
  for (let block = 0; block < list.blocks; block++) {
    if (list.lastDocs[block]! < doc) continue
    decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
    const index = docs.subarray(0, blockSize(list, block)).indexOf(doc)
    return index < 0 ? undefined : symbols[index]
  }
  return undefined
}
