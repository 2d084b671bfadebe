/** Where does a word of a phrase stand? Its postings in documents that may hold the phrase, then their positions. */

import { grown, PositionsBlock, type PositionsList } from '../format/positions.js'
import {
  BLOCK,
  blockRoom,
  blockSize,
  decodeDocs,
  decodeSymbols,
  type PostingsList,
  symbolClass,
} from '../format/postings.js'
import { addDoc, type Bitset, emptySet, hasDoc } from './bitset.js'
import { mayHold } from './scoring.js'

/** A term of a word in one field, packed. */
export interface PhraseList {
  postings: PostingsList
  positions: PositionsList
}

// One phrase is looked for at a time without waiting, so scratch space can be shared by all.
const blockDocs = blockRoom()
const symbols = blockRoom()
const block = new PositionsBlock()

/** The positions of a word by document. */
export class Occurrences {
  count = 0
  docs = new Int32Array(BLOCK)
  /** Positions in document i are the tokens from `starts[i]` to before `starts[i + 1]`, ascending. */
  starts = new Int32Array(BLOCK + 1)
  tokens: Int32Array<ArrayBuffer> = new Int32Array(BLOCK)
  /** The length class of the field. */
  classes = new Uint8Array(BLOCK)

  /** Room for so many documents; what is there is given up. */
  clear(docs: number): void {
    this.count = 0
    if (this.docs.length >= docs) return
    this.docs = new Int32Array(docs)
    this.starts = new Int32Array(docs + 1)
    this.classes = new Uint8Array(docs)
  }

  needTokens(length: number): void {
    if (length > this.tokens.length) this.tokens = grown(this.tokens, length)
  }
}

/** One list, with those of its postings that may be in the phrase. Its arrays outlive a phrase, since making them takes longer than most. */
class CandidateList extends Occurrences {
  private list!: PhraseList
  /** Where in the list each candidate is. */
  private ordinals = new Int32Array(BLOCK + 1)
  /** By block: the bit where its symbols start. */
  private symbolStarts = new Int32Array(BLOCK)

  /** Finds the postings in the documents of `among` (all when null), and adds those documents to `found`. */
  open(list: PhraseList, among: Bitset | null, found: Bitset): void {
    const { postings } = list
    this.list = list
    // The posting behind the last candidate is written too.
    this.clear(postings.count + 1)
    if (this.ordinals.length <= postings.count) this.ordinals = new Int32Array(postings.count + 1)
    if (this.symbolStarts.length < postings.blocks) this.symbolStarts = new Int32Array(postings.blocks)
    const { docs } = this
    for (let block = 0; block < postings.blocks; block++) {
      if (among !== null && !mayHold(postings, block, among)) continue
      this.symbolStarts[block] = decodeDocs(postings, block, blockDocs)
      const size = blockSize(postings, block)
      const first = this.count
      this.count =
        among === null
          ? takeAll(size, block * BLOCK, docs, this.ordinals, first)
          : takeSome(size, block * BLOCK, among, docs, this.ordinals, first)
      for (let i = first; i < this.count; i++) addDoc(found, docs[i]!)
    }
  }

  /** Reads the positions in the documents of a set; the other postings are given up. */
  readPositions(candidates: Bitset): void {
    const { docs, ordinals, starts, classes, list, symbolStarts } = this
    const found = this.count
    let kept = 0
    let used = 0
    let i = 0
    while (i < found) {
      const number = ordinals[i]! >>> 7
      const before = kept
      for (; i < found && ordinals[i]! >>> 7 === number; i++) {
        docs[kept] = docs[i]!
        ordinals[kept] = ordinals[i]!
        kept += hasDoc(candidates, docs[i]!) ? 1 : 0
      }
      if (kept === before) continue
      const last = ordinals[kept - 1]! & (BLOCK - 1)
      decodeSymbols(list.postings, number, symbolStarts[number]!, symbols, last + 1)
      block.open(list.positions, number, symbols)
      for (let posting = before; posting < kept; posting++) {
        const place = ordinals[posting]! & (BLOCK - 1)
        const termFreq = block.seek(place)
        this.needTokens(used + termFreq)
        block.read(this.tokens, used)
        starts[posting] = used
        classes[posting] = symbolClass(symbols[place]!)
        used += termFreq
      }
    }
    starts[kept] = used
    this.count = kept
  }
}

function takeAll(size: number, ordinal: number, docs: Int32Array, ordinals: Int32Array, count: number): number {
  for (let i = 0; i < size; i++) {
    docs[count] = blockDocs[i]!
    ordinals[count++] = ordinal + i
  }
  return count
}

/** Without a branch: which of the documents are candidates cannot be foretold. */
function takeSome(
  size: number,
  ordinal: number,
  among: Bitset,
  docs: Int32Array,
  ordinals: Int32Array,
  count: number,
): number {
  for (let i = 0; i < size; i++) {
    const doc = blockDocs[i]!
    docs[count] = doc
    ordinals[count] = ordinal + i
    count += (among[doc >>> 5]! >>> (doc & 31)) & 1
  }
  return count
}

// Lists are opened anew for each phrase.
const lists: CandidateList[] = []
const joined: Occurrences[] = []

/** A word of the phrase, which may come in it several times: the union of its variants, of which a document's field usually holds one. */
export class PhraseWord {
  /** Postings of all lists. */
  readonly cost: number
  private readonly candidates: readonly CandidateList[]

  /**
   * @param offsets where it stands in the phrase, ascending
   * @param firstList the number of its first list among those of all words
   */
  constructor(
    private readonly packed: readonly PhraseList[],
    readonly offsets: readonly number[],
    private readonly firstList: number,
  ) {
    this.cost = packed.reduce((sum, { postings }) => sum + postings.count, 0)
    this.candidates = packed.map((_, index) => (lists[firstList + index] ??= new CandidateList()))
  }

  /** The documents of `among` (all when null) that hold the word. */
  find(among: Bitset | null, docCount: number): Bitset {
    const found = emptySet(docCount)
    this.packed.forEach((list, index) => {
      this.candidates[index]!.open(list, among, found)
    })
    return found
  }

  /** Its positions in the documents of a set, each of which holds it, ascending. */
  occurrences(candidates: Bitset): Occurrences {
    for (const list of this.candidates) list.readPositions(candidates)
    if (this.candidates.length === 1) return this.candidates[0]!
    return join(this.candidates, (joined[this.firstList] ??= new Occurrences()))
  }
}

/** The positions of several terms as those of one. */
function join(parts: readonly Occurrences[], all: Occurrences): Occurrences {
  all.clear(parts.reduce((sum, { count }) => sum + count, 0))
  const next = parts.map(() => 0)
  let used = 0
  for (;;) {
    let doc = Number.POSITIVE_INFINITY
    parts.forEach(({ docs, count }, index) => {
      if (next[index]! < count) doc = Math.min(doc, docs[next[index]!]!)
    })
    if (doc === Number.POSITIVE_INFINITY) break
    const start = used
    let sources = 0
    parts.forEach(({ docs, count, starts, tokens, classes }, index) => {
      const at = next[index]!
      if (at >= count || docs[at] !== doc) return
      next[index] = at + 1
      sources++
      all.classes[all.count] = classes[at]!
      all.needTokens(used + starts[at + 1]! - starts[at]!)
      for (let i = starts[at]!; i < starts[at + 1]!; i++) all.tokens[used++] = tokens[i]!
    })
    if (sources > 1) all.tokens.subarray(start, used).sort()
    all.docs[all.count] = doc
    all.starts[all.count++] = start
  }
  all.starts[all.count] = used
  return all
}
