/** What is each match worth? Scores by document, to which the words of a query are added one after the other. */

import {
  blockRoom,
  blockSize,
  decodeDocs,
  decodeSymbols,
  type PostingsList,
  SYMBOLS,
  symbolClass,
  symbolFreq,
} from '../format/postings.js'
import { anyInRange, type Bitset, hasDoc } from './bitset.js'
import { NO_BODY, type Weights } from './bm25.js'
import type { DecodedList } from './phrase.js'
import type { TopK } from './top-k.js'

/** A list of a word: packed, or computed. */
export type AnyList = PostingsList | DecodedList

/** A term's lists by field. A release holds one term of a word, or the terms were joined into one. */
export interface TermLists {
  title: AnyList | null
  body: AnyList | null
}

/** How the scores of a word are counted, and where they go. */
export interface Scoring {
  idf: number
  weights: Weights
  /** The documents that are scored; all when null. */
  only: Bitset | null
  /** Notes all documents that the word is in, if given. */
  touched: Bitset | null
  /** Given with the last word of a query: the sums are final, so they are ranked and not kept. */
  top: TopK | null
  /** Documents that are not ranked. */
  barred: Bitset | null
}

// One query is evaluated at a time without waiting, so scratch space can be shared by all.
const docs = blockRoom()
const symbols = blockRoom()
let scores = new Float64Array(0)
/** The current term's postings in titles: symbol + 1 by document, all 0 between terms, and which documents those are. */
let titleSymbols = new Int32Array(0)
let titleDocs = new Int32Array(0)
let titles = 0

/** The scores of a segment's documents, all 0. They are shared: valid until the next call, and to be cleared before. */
export function scoreRoom(docCount: number): Float64Array {
  if (scores.length < docCount) {
    scores = new Float64Array(docCount)
    titleDocs = new Int32Array(docCount)
    titleSymbols = new Int32Array(docCount)
  }
  return scores
}

/** Sets the scores of the documents in a set back to 0. */
export function clearScores(scored: Bitset): void {
  for (let word = 0; word < scored.length; word++) {
    if (scored[word] === 0) continue
    const start = word
    while (++word < scored.length && scored[word] !== 0);
    scores.fill(0, start << 5, word << 5)
  }
}

/** Adds what a word is worth to the scores of documents. {@link scoreRoom} must have been called. */
export function addScores(terms: readonly TermLists[], scoring: Scoring): void {
  for (const { title, body } of terms) {
    titles = 0
    if (title !== null) noteTitles(title, scoring)
    if (body === null) addTitles(scoring)
    else {
      if (!('blocks' in body)) addDecoded(body, scoring)
      else if (scoring.only !== null) addSome(body, scoring, scoring.only)
      else if (scoring.top !== null) rankAll(body, scoring, scoring.top)
      else addAll(body, scoring)
      addTitles(scoring)
    }
  }
}

function noteTitles(list: AnyList, { only, touched }: Scoring): void {
  if (!('blocks' in list)) {
    if (touched !== null) touch(list.docs, list.count, touched)
    noteEach(list.docs, list.symbols, list.count, only)
    return
  }
  for (let block = 0; block < list.blocks; block++) {
    if (only !== null && touched === null && !mayHold(list, block, only)) continue
    const size = blockSize(list, block)
    const position = decodeDocs(list, block, docs)
    if (touched !== null) touch(docs, size, touched)
    decodeSymbols(list, block, position, symbols)
    noteEach(docs, symbols, size, only)
  }
}

function noteEach(docs: Int32Array, symbols: Int32Array, size: number, only: Bitset | null): void {
  let count = titles
  for (let i = 0; i < size; i++) {
    const doc = docs[i]!
    if (only !== null && !hasDoc(only, doc)) continue
    titleSymbols[doc] = symbols[i]! + 1
    titleDocs[count++] = doc
  }
  titles = count
}

function touch(docs: Int32Array, size: number, touched: Bitset): void {
  for (let i = 0; i < size; i++) {
    const doc = docs[i]!
    touched[doc >>> 5]! |= 1 << (doc & 31)
  }
}

/** The loop that most time is spent in: no allocation, no call per posting but for those with the word in the title too. */
function addAll(list: PostingsList, { idf, weights, touched }: Scoring): void {
  const table = weights.bodyTable
  const sums = scores
  const titles = titleSymbols
  for (let block = 0; block < list.blocks; block++) {
    decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
    for (let i = 0, size = blockSize(list, block); i < size; i++) {
      const doc = docs[i]!
      const symbol = symbols[i]!
      if (titles[doc] === 0 && symbol < SYMBOLS) sums[doc]! += idf * table[symbol]!
      else sums[doc]! += idf * bodyWeight(doc, symbol, weights)
      touched![doc >>> 5]! |= 1 << (doc & 31)
    }
  }
}

/** The same for the last word of a query: most documents are passed over after one comparison, and no score is kept. */
function rankAll(list: PostingsList, scoring: Scoring, top: TopK): void {
  const { idf, weights, touched } = scoring
  const table = weights.bodyTable
  const sums = scores
  const titles = titleSymbols
  for (let block = 0; block < list.blocks; block++) {
    let least = top.threshold
    decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
    for (let i = 0, size = blockSize(list, block); i < size; i++) {
      const doc = docs[i]!
      const symbol = symbols[i]!
      const worth = titles[doc] === 0 && symbol < SYMBOLS ? table[symbol]! : bodyWeight(doc, symbol, weights)
      const sum = sums[doc]! + idf * worth
      touched![doc >>> 5]! |= 1 << (doc & 31)
      if (sum >= least) least = rank(doc, sum, scoring, top)
    }
  }
}

/** The same for the documents of a set: what blocks without any say of them stays packed, and where few are wanted the others cost little. */
function addSome(list: PostingsList, scoring: Scoring, only: Bitset): void {
  const { touched } = scoring
  for (let block = 0; block < list.blocks; block++) {
    if (touched === null && !mayHold(list, block, only)) continue
    const size = blockSize(list, block)
    const position = decodeDocs(list, block, docs)
    if (touched !== null) touch(docs, size, touched)
    const wanted = untilLast(docs, size, only)
    if (wanted === 0) continue
    decodeSymbols(list, block, position, symbols, wanted)
    addEach(docs, symbols, wanted, only, scoring)
  }
}

/** How many of the first documents there are up to the last that is in a set. */
function untilLast(docs: Int32Array, size: number, set: Bitset): number {
  let count = size
  while (count > 0 && !hasDoc(set, docs[count - 1]!)) count--
  return count
}

/** Adds what postings are worth in the documents of a set (in all when null). */
function addEach(docs: Int32Array, symbols: Int32Array, size: number, only: Bitset | null, scoring: Scoring): void {
  const { idf, weights, top } = scoring
  const table = weights.bodyTable
  const sums = scores
  const titles = titleSymbols
  for (let i = 0; i < size; i++) {
    const doc = docs[i]!
    if (only !== null && (only[doc >>> 5]! & (1 << (doc & 31))) === 0) continue
    const symbol = symbols[i]!
    const worth = titles[doc] === 0 && symbol < SYMBOLS ? table[symbol]! : bodyWeight(doc, symbol, weights)
    const sum = sums[doc]! + idf * worth
    if (top === null) sums[doc] = sum
    else if (sum >= top.threshold) rank(doc, sum, scoring, top)
  }
}

function addDecoded(list: DecodedList, scoring: Scoring): void {
  const { only, touched } = scoring
  if (touched !== null) touch(list.docs, list.count, touched)
  addEach(list.docs, list.symbols, list.count, only, scoring)
}

/** The weight of a body posting with what the title adds, which is then done with. */
function bodyWeight(doc: number, symbol: number, weights: Weights): number {
  const title = titleSymbols[doc]!
  titleSymbols[doc] = 0
  return weights.weight(title === 0 ? 0 : symbolFreq(title - 1), symbolFreq(symbol), symbolClass(symbol))
}

/** Adds what the documents are worth that have the word in the title alone. */
function addTitles(scoring: Scoring): void {
  const { idf, weights, top } = scoring
  for (let i = 0; i < titles; i++) {
    const doc = titleDocs[i]!
    const symbol = titleSymbols[doc]!
    if (symbol === 0) continue
    titleSymbols[doc] = 0
    const sum = scores[doc]! + idf * weights.weight(symbolFreq(symbol - 1), 0, NO_BODY)
    if (top === null) scores[doc] = sum
    else if (sum >= top.threshold) rank(doc, sum, scoring, top)
  }
}

/** Ranks a document unless it is barred; returns the score that the next one must at least have. */
function rank(doc: number, score: number, { barred }: Scoring, top: TopK): number {
  if (barred === null || !hasDoc(barred, doc)) top.offer(doc, score)
  return top.threshold
}

/** Ranks the documents of a set by the scores that they have; most are passed over after one comparison. */
export function rankScores(set: Bitset, top: TopK): void {
  let threshold = top.threshold
  for (let index = 0; index < set.length; index++) {
    let word = set[index]! | 0
    while (word !== 0) {
      const doc = (index << 5) + 31 - Math.clz32(word & -word)
      word &= word - 1
      const score = scores[doc]!
      if (score < threshold) continue
      top.offer(doc, score)
      threshold = top.threshold
    }
  }
}

/** Whether a block may hold a document of a set, by its first and last. */
export function mayHold(list: PostingsList, block: number, set: Bitset): boolean {
  return anyInRange(set, block === 0 ? 0 : list.lastDocs[block - 1]! + 1, list.lastDocs[block]!)
}
