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

  /** Writes the positions in the current document, each less `offset`, behind the first `count` places; returns the places, which may have moved. */
  read(places: Int32Array<ArrayBuffer>, count: number, offset: number): Int32Array<ArrayBuffer> {
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
    const room = count + termFreq > places.length ? grown(places, count + termFreq) : places
    this.bit = readPositions(positions, bit, symbol, room, count, offset)
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

/** A word of the phrase: the union of its variants, of which a document's field usually holds one. */
class WordCursor {
  doc = -1
  /** Positions in the current document less the offset; the first `count` are valid. */
  places: Int32Array<ArrayBuffer> = new Int32Array(16)
  count = 0
  private readonly cursors: (PositionCursor | null)[]

  /** @param first the number of its first cursor; it takes one for each list */
  constructor(
    lists: readonly { postings: PostingsList; positions: PositionsList }[],
    readonly offset: number,
    first: number,
  ) {
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

  /** Reads the positions in the current document, each less the word's offset, ascending; returns the length class. */
  read(): number {
    let symbol = 0
    let sources = 0
    this.count = 0
    for (const cursor of this.cursors) {
      if (cursor === null || cursor.doc !== this.doc) continue
      this.places = cursor.read(this.places, this.count, this.offset)
      symbol = cursor.symbol
      this.count += symbolFreq(symbol)
      sources++
    }
    if (sources > 1) this.places.subarray(0, this.count).sort()
    return symbolClass(symbol)
  }
}

/** The words of a phrase in one field: for each, the lists of its variants and its offset. */
export type PhraseLists = { lists: { postings: PostingsList; positions: PositionsList }[]; offset: number }[]

/** The documents whose field holds the phrase, with the number of its occurrences as term frequency. */
export function matchPhrase(words: PhraseLists, slop: number): DecodedList {
  const docs: number[] = []
  const symbols: number[] = []
  let used = 0
  const cursors = words.map(({ lists, offset }) => {
    used += lists.length
    return new WordCursor(lists, offset, used - lists.length)
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

/** How many positions all words share. */
function countExact(words: readonly WordCursor[]): number {
  const first = words[0]!
  let count = first.count
  for (let i = 1; i < words.length && count > 0; i++) count = keepShared(first.places, count, words[i]!)
  return count
}

/** Keeps of the first `count` places those that a word has too; returns how many are left. */
function keepShared(places: Int32Array, count: number, word: WordCursor): number {
  let kept = 0
  let next = 0
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    while (next < word.count && word.places[next]! < place) next++
    if (next === word.count) break
    if (word.places[next] === place) places[kept++] = place
  }
  return kept
}

/**
 * How many windows hold every word with moves of `slop` at the most: the spread of the places, each less its word's
 * offset, is the number of moves (as in Lucene's sloppy phrases). Two words may not share one token.
 */
function countNear(words: readonly WordCursor[], slop: number): number {
  const next = new Int32Array(words.length)
  let count = 0
  for (;;) {
    let low = 0
    let least = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let word = 0; word < words.length; word++) {
      const place = words[word]!.places[next[word]!]!
      if (place < least) {
        least = place
        low = word
      }
      high = Math.max(high, place)
    }
    if (high - least <= slop && (areDistinct(words, next) || canBeDistinct(words, next, low, slop))) count++
    if (++next[low]! === words[low]!.count) return count
  }
}

function areDistinct(words: readonly WordCursor[], next: Int32Array): boolean {
  const tokens = new Set<number>()
  words.forEach((word, index) => {
    tokens.add(word.places[next[index]!]! + word.offset)
  })
  return tokens.size === words.length
}

/**
 * Whether every word can have a token of its own in the window, the lowest word staying where it is. Words that a
 * phrase has twice want the same token first, so later ones are tried: a matching of words and tokens (Kuhn 1955).
 */
function canBeDistinct(words: readonly WordCursor[], next: Int32Array, low: number, slop: number): boolean {
  const least = words[low]!.places[next[low]!]!
  const holders = new Map<number, number>()
  const place = (index: number, tried: Set<number>): boolean => {
    const { places, count, offset } = words[index]!
    const last = index === low ? least : least + slop
    for (let i = next[index]!; i < count && places[i]! <= last; i++) {
      const token = places[i]! + offset
      if (tried.has(token)) continue
      tried.add(token)
      const holder = holders.get(token)
      if (holder !== undefined && !place(holder, tried)) continue
      holders.set(token, index)
      return true
    }
    return false
  }
  return words.every((_, index) => place(index, new Set()))
}
