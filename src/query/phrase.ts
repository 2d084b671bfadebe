/** Where do words stand at the distances asked for? Candidates by document, then positions. */

import { type BlockPositions, decodePositions, type PositionsList } from '../format/positions.js'
import {
  BLOCK,
  blockSize,
  decodeDocs,
  decodeSymbols,
  type PostingsList,
  postingSymbol,
  symbolClass,
} from '../format/postings.js'

/** Postings in plain arrays: what phrases and joined terms give. */
export interface DecodedList {
  count: number
  docs: Int32Array
  symbols: Int32Array
}

/** One term's postings and positions, walked forward. */
class PositionCursor {
  doc = -1
  symbol = 0
  positions: BlockPositions = { values: new Int32Array(256), starts: new Int32Array(BLOCK + 1) }
  private readonly docs = new Int32Array(BLOCK)
  private readonly symbols = new Int32Array(BLOCK)
  private block = -1
  private size = 0
  private index = 0
  private symbolStart = 0
  private decoded = false

  constructor(
    private readonly list: PostingsList,
    private readonly positionsList: PositionsList,
  ) {}

  /** Moves to the first document that is not before `target`; false at the end. */
  seek(target: number): boolean {
    const { list } = this
    if (this.block < 0 || (this.block + 1 < list.blocks && list.lastDocs[this.block]! < target)) {
      let block = Math.max(this.block, 0)
      while (block + 1 < list.blocks && list.lastDocs[block]! < target) block++
      if (block !== this.block) this.open(block)
    }
    for (;;) {
      while (this.index < this.size) {
        const doc = this.docs[this.index]!
        if (doc >= target) {
          this.doc = doc
          return true
        }
        this.index++
      }
      if (this.block + 1 >= list.blocks) return false
      this.open(this.block + 1)
    }
  }

  /** Decodes what belongs to the current document; `start` and `end` then delimit its positions. */
  load(): void {
    if (!this.decoded) {
      decodeSymbols(this.list, this.block, this.symbolStart, this.symbols)
      decodePositions(this.positionsList, this.block, this.symbols, this.size, this.positions)
      this.decoded = true
    }
    this.symbol = this.symbols[this.index]!
  }

  get start(): number {
    return this.positions.starts[this.index]!
  }

  get end(): number {
    return this.positions.starts[this.index + 1]!
  }

  private open(block: number): void {
    this.block = block
    this.size = blockSize(this.list, block)
    this.symbolStart = decodeDocs(this.list, block, this.docs)
    this.index = 0
    this.decoded = false
  }
}

/** A word of the phrase: the union of its variants, of which a document's field usually holds one. */
class WordCursor {
  doc = -1
  private readonly cursors: (PositionCursor | null)[]

  constructor(
    lists: readonly { postings: PostingsList; positions: PositionsList }[],
    readonly offset: number,
  ) {
    this.cursors = lists.map(({ postings, positions }) => new PositionCursor(postings, positions))
  }

  seek(target: number): boolean {
    let doc = Number.POSITIVE_INFINITY
    this.cursors.forEach((cursor, index) => {
      if (cursor === null) return
      if (cursor.doc < target && !cursor.seek(target)) this.cursors[index] = null
      else doc = Math.min(doc, cursor.doc)
    })
    this.doc = doc
    return doc !== Number.POSITIVE_INFINITY
  }

  /** Positions in the current document less the word's offset, ascending; the length class comes with them. */
  read(out: number[]): number {
    out.length = 0
    let symbol = 0
    let sources = 0
    for (const cursor of this.cursors) {
      if (cursor === null || cursor.doc !== this.doc) continue
      cursor.load()
      symbol = cursor.symbol
      sources++
      const { values } = cursor.positions
      for (let i = cursor.start; i < cursor.end; i++) out.push(values[i]! - this.offset)
    }
    if (sources > 1) out.sort((a, b) => a - b)
    return symbolClass(symbol)
  }
}

/** The words of a phrase in one field: for each, the lists of its variants and its offset. */
export type PhraseLists = { lists: { postings: PostingsList; positions: PositionsList }[]; offset: number }[]

/** The documents whose field holds the phrase, with the number of its occurrences as term frequency. */
export function matchPhrase(words: PhraseLists, slop: number): DecodedList {
  const docs: number[] = []
  const symbols: number[] = []
  const cursors = words.map(({ lists, offset }) => new WordCursor(lists, offset))
  // The rarest word leads; the others are only asked for documents that it has.
  const order = cursors
    .map((cursor, index) => ({
      cursor,
      cost: words[index]!.lists.reduce((sum, { postings }) => sum + postings.count, 0),
    }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ cursor }) => cursor)
  const places = cursors.map((): number[] => [])
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
    cursors.forEach((cursor, index) => {
      lengthClass = cursor.read(places[index]!)
    })
    const occurrences = slop === 0 ? countExact(places) : countNear(places, words, slop)
    if (occurrences > 0) {
      docs.push(doc)
      symbols.push(postingSymbol(occurrences, lengthClass))
    }
  }
  return { count: docs.length, docs: Int32Array.from(docs), symbols: Int32Array.from(symbols) }
}

/** How many positions all lists share. */
function countExact(places: readonly number[][]): number {
  let count = 0
  const next = new Array<number>(places.length).fill(0)
  search: for (const place of places[0]!) {
    for (let word = 1; word < places.length; word++) {
      const list = places[word]!
      let index = next[word]!
      while (index < list.length && list[index]! < place) index++
      next[word] = index
      if (index === list.length) break search
      if (list[index] !== place) continue search
    }
    count++
  }
  return count
}

/**
 * How many windows hold every word with moves of `slop` at the most: the spread of the places, each less its word's
 * offset, is the number of moves (as in Lucene's sloppy phrases). Two words may not share one token.
 */
function countNear(places: readonly number[][], words: PhraseLists, slop: number): number {
  const next = new Array<number>(places.length).fill(0)
  let count = 0
  for (;;) {
    let low = 0
    let high = Number.NEGATIVE_INFINITY
    for (let word = 0; word < places.length; word++) {
      const place = places[word]![next[word]!]!
      if (place < places[low]![next[low]!]!) low = word
      high = Math.max(high, place)
    }
    if (high - places[low]![next[low]!]! <= slop && areDistinct(places, words, next)) count++
    next[low]!++
    if (next[low] === places[low]!.length) return count
  }
}

function areDistinct(places: readonly number[][], words: PhraseLists, next: readonly number[]): boolean {
  const tokens = new Set<number>()
  for (let word = 0; word < places.length; word++) tokens.add(places[word]![next[word]!]! + words[word]!.offset)
  return tokens.size === places.length
}
