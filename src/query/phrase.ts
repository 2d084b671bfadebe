/** Where do words stand at the distances asked for? Candidates by document, then positions. */

import { checkFreq, grown, type PositionsList, readPositions, skipPositions } from '../format/positions.js'
import {
  blockRoom,
  blockSize,
  decodeDocs,
  decodeSymbols,
  type PostingsList,
  postingSymbol,
  symbolClass,
  symbolFreq,
} from '../format/postings.js'
import { countNear, type NearList } from './near.js'

/** Postings in plain arrays: what phrases and joined terms give. */
export interface DecodedList {
  count: number
  docs: Int32Array
  symbols: Int32Array
}

/** One term's postings and positions, walked forward. Its arrays outlive a phrase, since making them takes longer than most. */
class PositionCursor {
  doc = -1
  /** The symbol of the posting that was read last. */
  symbol = 0
  private readonly docs = blockRoom()
  private readonly symbols = blockRoom()
  private block = -1
  private size = 0
  private index = 0
  private symbolStart = 0
  private hasSymbols = false
  /** Where the positions of posting `next` of the block start. */
  private bit = 0
  private next = 0
  private list!: PostingsList
  private positions!: PositionsList

  open(list: PostingsList, positions: PositionsList): void {
    this.list = list
    this.positions = positions
    this.doc = this.block = -1
    this.size = this.index = 0
  }

  /** Moves to the first document that is not before `target`; false at the end. */
  seek(target: number): boolean {
    const { list } = this
    if (this.block < 0 || (this.block + 1 < list.blocks && list.lastDocs[this.block]! < target)) {
      let block = Math.max(this.block, 0)
      while (block + 1 < list.blocks && list.lastDocs[block]! < target) block++
      if (block !== this.block) this.decode(block)
    }
    for (;;) {
      const { docs, size } = this
      let { index } = this
      while (index < size && docs[index]! < target) index++
      this.index = index
      if (index < size) {
        this.doc = docs[index]!
        return true
      }
      if (this.block + 1 >= list.blocks) return false
      this.decode(this.block + 1)
    }
  }

  /** Writes the positions in the current document behind the first `count` tokens; returns the tokens, which may have moved. */
  read(tokens: Int32Array<ArrayBuffer>, count: number): Int32Array<ArrayBuffer> {
    const { list, positions, symbols, index } = this
    if (!this.hasSymbols) {
      decodeSymbols(list, this.block, this.symbolStart, symbols)
      this.hasSymbols = true
      this.bit = positions.offsets[this.block]! * 8
      this.next = 0
    }
    const symbol = symbols[index]!
    const termFreq = symbolFreq(symbol)
    const bit = skipPositions(positions, this.bit, symbols, this.next, index)
    checkFreq(positions, this.block, bit, termFreq)
    const room = count + termFreq > tokens.length ? grown(tokens, count + termFreq) : tokens
    this.bit = readPositions(positions, bit, symbol, room, count)
    this.next = index + 1
    this.symbol = symbol
    return room
  }

  private decode(block: number): void {
    this.block = block
    this.size = blockSize(this.list, block)
    this.symbolStart = decodeDocs(this.list, block, this.docs)
    this.index = 0
    this.hasSymbols = false
  }
}

// One phrase is looked for at a time without waiting, so its cursors can serve the next.
const cursorPool: PositionCursor[] = []

/** What words of the phrase stand for, which may come in it several times: the union of their variants, of which a document's field usually holds one. */
class WordCursor implements NearList {
  doc = -1
  /** Positions in the current document; the first `count` are valid. */
  tokens: Int32Array<ArrayBuffer> = new Int32Array(16)
  count = 0
  readonly offsets: readonly number[]
  private readonly cursors: (PositionCursor | null)[]

  /** @param first the number of its first cursor; it takes one for each list */
  constructor({ lists, offsets }: PhraseLists[number], first: number) {
    this.offsets = offsets
    this.cursors = lists.map(({ postings, positions }, index) => {
      const cursor = (cursorPool[first + index] ??= new PositionCursor())
      cursor.open(postings, positions)
      return cursor
    })
  }

  seek(target: number): boolean {
    let doc = Number.POSITIVE_INFINITY
    for (let index = 0; index < this.cursors.length; index++) {
      const cursor = this.cursors[index]!
      if (cursor === null) continue
      if (cursor.doc < target && !cursor.seek(target)) this.cursors[index] = null
      else if (cursor.doc < doc) doc = cursor.doc
    }
    this.doc = doc
    return doc !== Number.POSITIVE_INFINITY
  }

  /** Reads the positions in the current document, ascending; returns the length class. */
  read(): number {
    let symbol = 0
    let sources = 0
    this.count = 0
    for (const cursor of this.cursors) {
      if (cursor === null || cursor.doc !== this.doc) continue
      this.tokens = cursor.read(this.tokens, this.count)
      symbol = cursor.symbol
      this.count += symbolFreq(symbol)
      sources++
    }
    if (sources > 1) this.tokens.subarray(0, this.count).sort()
    return symbolClass(symbol)
  }
}

/** The different words of a phrase in one field: for each, the lists of its variants and where it stands in the phrase, ascending. */
export type PhraseLists = { lists: { postings: PostingsList; positions: PositionsList }[]; offsets: number[] }[]

/** The documents whose field holds the phrase, with the number of its occurrences as term frequency. */
export function matchPhrase(words: PhraseLists, slop: number): DecodedList {
  const docs: number[] = []
  const symbols: number[] = []
  let used = 0
  const cursors = words.map((word) => {
    used += word.lists.length
    return new WordCursor(word, used - word.lists.length)
  })
  // The rarest word leads; the others are only asked for documents that it has.
  const order = cursors
    .map((cursor, index) => ({
      cursor,
      cost: words[index]!.lists.reduce((sum, { postings }) => sum + postings.count, 0),
    }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ cursor }) => cursor)
  let target = 0
  search: while (order[0]!.seek(target)) {
    const { doc } = order[0]!
    for (let i = 1; i < order.length; i++) {
      if (!order[i]!.seek(doc)) break search
      if (order[i]!.doc > doc) {
        target = order[i]!.doc
        continue search
      }
    }
    target = doc + 1
    let lengthClass = 0
    for (const cursor of cursors) lengthClass = cursor.read()
    const occurrences = slop === 0 ? countExact(cursors) : countNear(cursors, slop)
    if (occurrences > 0) {
      docs.push(doc)
      symbols.push(postingSymbol(occurrences, lengthClass))
    }
  }
  return { count: docs.length, docs: Int32Array.from(docs), symbols: Int32Array.from(symbols) }
}

let shared: Int32Array<ArrayBuffer> = new Int32Array(16)

/** How many places all words share: positions less the word's offset. */
function countExact(words: readonly WordCursor[]): number {
  const { tokens, offsets, count: first } = words[0]!
  if (first > shared.length) shared = grown(shared, first)
  for (let i = 0; i < first; i++) shared[i] = tokens[i]! - offsets[0]!
  let count = first
  for (let word = 0; word < words.length; word++) {
    const { offsets } = words[word]!
    for (let i = word === 0 ? 1 : 0; i < offsets.length && count > 0; i++)
      count = keepShared(shared, count, words[word]!, offsets[i]!)
  }
  return count
}

/** Keeps of the first `count` places those that a word has too; returns how many are left. */
function keepShared(places: Int32Array, count: number, word: WordCursor, offset: number): number {
  const { tokens, count: size } = word
  let kept = 0
  let next = 0
  for (let i = 0; i < count; i++) {
    const token = places[i]! + offset
    while (next < size && tokens[next]! < token) next++
    if (next === size) break
    if (tokens[next] === token) places[kept++] = token - offset
  }
  return kept
}
