/** What is each match worth? Scores by document, to which the words of a query are added one after the other. */

import {
  blockRoom,
  blockSize,
  decodeDocs,
  decodeSymbols,
  type PostingsList,
  postingSymbol,
  SYMBOLS,
  symbolClass,
  symbolFreq,
} from '../format/postings.js'
import type { TextField } from '../types.js'
import { addDoc, anyInRange, type Bitset, hasDoc } from './bitset.js'
import { NO_BODY, type Weights } from './bm25.js'
import type { DecodedList } from './phrase.js'

/** The lists of a word by field: packed, or computed. */
export type FieldLists = readonly { field: TextField; list: PostingsList | DecodedList }[]

// One query is evaluated at a time without waiting, so scratch space can be shared by all.
const docs = blockRoom()
const symbols = blockRoom()
let scores = new Float64Array(0)
/** The current word's postings in titles: symbol + 1 by document, all 0 between words, and which documents those are. */
let titleSymbols = new Int32Array(0)
let titleDocs = new Int32Array(0)

/** The scores of a segment's documents, all 0. They are shared: valid until the next call, and to be cleared before. */
export function scoreRoom(docCount: number): Float64Array {
  if (scores.length < docCount) {
    scores = new Float64Array(docCount)
    titleSymbols = new Int32Array(docCount)
    titleDocs = new Int32Array(docCount)
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

/**
 * Adds what a word is worth to the scores of the documents in `only` (of all it is in when null), and notes all that it
 * is in in `touched`, if given. {@link scoreRoom} must have been called.
 */
export function addScores(
  lists: FieldLists,
  idf: number,
  weights: Weights,
  only: Bitset | null,
  touched: Bitset | null,
): void {
  let titles = 0
  for (const { field, list } of lists) {
    if (field !== 'title') continue
    titles = 'blocks' in list ? noteTitles(list, only, touched, titles) : noteDecodedTitles(list, only, touched, titles)
  }
  for (const { field, list } of lists) {
    if (field !== 'body') continue
    if (!('blocks' in list)) addDecoded(list, idf, weights, only, touched)
    else if (only === null) addAll(list, idf, weights, touched!)
    else addSome(list, idf, weights, only, touched)
  }
  // What is left has the word in the title alone.
  for (let i = 0; i < titles; i++) {
    const doc = titleDocs[i]!
    const symbol = titleSymbols[doc]!
    if (symbol === 0) continue
    scores[doc]! += idf * weights.weight(symbolFreq(symbol - 1), 0, NO_BODY)
    titleSymbols[doc] = 0
  }
}

function noteTitle(doc: number, symbol: number, titles: number): number {
  const before = titleSymbols[doc]!
  if (before === 0) {
    titleSymbols[doc] = symbol + 1
    titleDocs[titles] = doc
    return titles + 1
  }
  titleSymbols[doc] = postingSymbol(symbolFreq(before - 1) + symbolFreq(symbol), symbolClass(symbol)) + 1
  return titles
}

function noteTitles(list: PostingsList, only: Bitset | null, touched: Bitset | null, titles: number): number {
  for (let block = 0; block < list.blocks; block++) {
    if (only !== null && touched === null && !mayHold(list, block, only)) continue
    const size = blockSize(list, block)
    const position = decodeDocs(list, block, docs)
    if (touched !== null) for (let i = 0; i < size; i++) addDoc(touched, docs[i]!)
    decodeSymbols(list, block, position, symbols)
    for (let i = 0; i < size; i++) {
      if (only === null || hasDoc(only, docs[i]!)) titles = noteTitle(docs[i]!, symbols[i]!, titles)
    }
  }
  return titles
}

function noteDecodedTitles(list: DecodedList, only: Bitset | null, touched: Bitset | null, titles: number): number {
  for (let i = 0; i < list.count; i++) {
    const doc = list.docs[i]!
    if (touched !== null) addDoc(touched, doc)
    if (only === null || hasDoc(only, doc)) titles = noteTitle(doc, list.symbols[i]!, titles)
  }
  return titles
}

/** The loop that most time is spent in: no allocation, no call per posting but for those with the word in the title too. */
function addAll(list: PostingsList, idf: number, weights: Weights, touched: Bitset): void {
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
      touched[doc >>> 5]! |= 1 << (doc & 31)
    }
  }
}

/** The same for the documents of a set: what blocks without any say of them stays packed, and where few are wanted the others cost little. */
function addSome(list: PostingsList, idf: number, weights: Weights, only: Bitset, touched: Bitset | null): void {
  const table = weights.bodyTable
  const sums = scores
  const titles = titleSymbols
  for (let block = 0; block < list.blocks; block++) {
    if (touched === null && !mayHold(list, block, only)) continue
    const size = blockSize(list, block)
    const position = decodeDocs(list, block, docs)
    if (touched !== null) {
      let wanted = 0
      for (let i = 0; i < size; i++) {
        const doc = docs[i]!
        const bit = 1 << (doc & 31)
        touched[doc >>> 5]! |= bit
        wanted |= only[doc >>> 5]! & bit
      }
      if (wanted === 0) continue
    }
    decodeSymbols(list, block, position, symbols)
    for (let i = 0; i < size; i++) {
      const doc = docs[i]!
      if ((only[doc >>> 5]! & (1 << (doc & 31))) === 0) continue
      const symbol = symbols[i]!
      if (titles[doc] === 0 && symbol < SYMBOLS) sums[doc]! += idf * table[symbol]!
      else sums[doc]! += idf * bodyWeight(doc, symbol, weights)
    }
  }
}

function addDecoded(
  list: DecodedList,
  idf: number,
  weights: Weights,
  only: Bitset | null,
  touched: Bitset | null,
): void {
  for (let i = 0; i < list.count; i++) {
    const doc = list.docs[i]!
    if (touched !== null) addDoc(touched, doc)
    if (only === null || hasDoc(only, doc)) scores[doc]! += idf * bodyWeight(doc, list.symbols[i]!, weights)
  }
}

/** The weight of a body posting with what the title adds, which is then done with. */
function bodyWeight(doc: number, symbol: number, weights: Weights): number {
  const title = titleSymbols[doc]!
  titleSymbols[doc] = 0
  return weights.weight(title === 0 ? 0 : symbolFreq(title - 1), symbolFreq(symbol), symbolClass(symbol))
}

/** Whether a block may hold a document of a set, by its first and last. */
export function mayHold(list: PostingsList, block: number, set: Bitset): boolean {
  return anyInRange(set, block === 0 ? 0 : list.lastDocs[block - 1]! + 1, list.lastDocs[block]!)
}
