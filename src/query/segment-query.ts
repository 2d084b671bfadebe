/** Which documents of one segment match, and with what score? Pure computation over bytes that are already there. */

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
import type { Segment } from '../reader/segment.js'
import type { TextField } from '../types.js'
import {
  addDoc,
  type Bitset,
  countDocs,
  emptySet,
  fullSet,
  intersect,
  listDocs,
  shared,
  subtract,
  unite,
} from './bitset.js'
import type { Weights } from './bm25.js'
import type { FilterClause } from './filter-clause.js'
import { type FoundTerm, findTerms, openField, type SegmentPacks } from './leaf-lists.js'
import type { LeafNode, PlanNode } from './node.js'
import type { DecodedList } from './phrase.js'
import type { phraseLists } from './phrase-lists.js'
import { type AnyList, addScores, clearScores, mayHold, rankScores, scoreRoom, type TermLists } from './scoring.js'
import type { TopK } from './top-k.js'

/** How much a leaf counts, once its joint document frequency is known. */
export interface LeafScore {
  leaf: LeafNode
  docFreq: number
  idf: number
}

/** Says which documents pass a filter; the facet columns it needs are resident. */
export type ClauseFilter = (clause: FilterClause) => Bitset

const FIELDS: readonly TextField[] = ['title', 'body']

// One query is evaluated at a time without waiting, so scratch space can be shared by all.
const docs = blockRoom()
const symbols = blockRoom()

/** The evaluation of one query over one segment. */
export class SegmentQuery {
  private readonly lists = new Map<LeafNode, readonly TermLists[]>()

  constructor(
    readonly segment: Segment,
    private readonly packs: SegmentPacks,
    /** Documents that later segments removed, if any. */
    private readonly removed: Bitset | null,
    private readonly fields: readonly TextField[],
    /** Not null when the query has phrases. */
    private readonly phrases: typeof phraseLists | null,
  ) {}

  /** Opens a leaf's lists and counts its releases; negative statistics are subtracted, so sums over segments are exact. */
  prepare(leaf: LeafNode): number {
    const fields = leaf.field === undefined ? this.fields : this.fields.filter((field) => field === leaf.field)
    if (leaf.kind === 'phrase') {
      return this.keepDecoded(leaf, this.phrases!(this.segment, this.packs, leaf, fields))
    }
    const terms = findTerms(this.segment, this.packs, leaf.variants)
    const packed = terms.map((term) => {
      const open = (field: TextField): PostingsList | null =>
        (fields.includes(field) && openField(this.segment, this.packs, term, field)) || null
      return { title: open('title'), body: open('body') }
    })
    // Terms that overlap are counted by releases, in every segment, so that negative statistics play no part.
    if (leaf.overlapping && (terms.length > 1 || this.removed)) {
      return this.keepDecoded(
        leaf,
        fields.map((field) => ({ field, list: this.union(packed.flatMap((lists) => lists[field] ?? [])) })),
      )
    }
    this.lists.set(leaf, packed)
    return terms.reduce((sum, { entry }) => sum + fieldDocFreq(entry, fields, leaf.overlapping), 0)
  }

  /** Adds up the frequencies of several terms in each document of one field. */
  private union(lists: readonly PostingsList[]): DecodedList {
    const { docCount } = this.segment
    if (unionFreqs.length < docCount) {
      unionFreqs = new Int32Array(docCount)
      unionClasses = new Uint8Array(docCount)
    }
    const set = emptySet(docCount)
    for (const list of lists) addToUnion(list, set)
    return takeUnion(set)
  }

  /** Keeps lists that had to be computed; returns how many releases they hold. */
  private keepDecoded(leaf: LeafNode, decoded: readonly { field: TextField; list: DecodedList }[]): number {
    const of = (wanted: TextField): DecodedList | null => decoded.find(({ field }) => field === wanted)?.list ?? null
    this.lists.set(leaf, [{ title: of('title'), body: of('body') }])
    return this.countDecoded(decoded)
  }

  private countDecoded(decoded: readonly { list: DecodedList }[]): number {
    const set = emptySet(this.segment.docCount)
    for (const { list } of decoded) for (let i = 0; i < list.count; i++) addDoc(set, list.docs[i]!)
    if (this.removed) subtract(set, this.removed)
    return countDocs(set)
  }

  /**
   * The documents that match the plan, without those removed and `without`. With leaves that score, those in `wanted` (all
   * when null) are given to `top`, or get their scores into {@link scoreRoom}. `clearScores` must then be
   * called with the set `scored`, if any.
   */
  match(
    plan: PlanNode,
    leaves: readonly LeafScore[],
    weights: Weights,
    passes: ClauseFilter,
    wanted: Bitset | null,
    top: TopK | null,
    without: number | undefined,
  ): { matches: Bitset; scored: Bitset | null } {
    const barred = this.barred(without)
    scoreRoom(this.segment.docCount)
    if (leaves.length > 0 && (isLeaf(plan) || (plan.kind === 'or' && plan.children.every(isLeaf)))) {
      return this.matchAny(leaves, weights, wanted, top, barred)
    }
    const matches = this.matchNode(plan, null, passes)
    if (barred) subtract(matches, barred)
    const scored = wanted === null ? matches : shared(matches, wanted)
    // Where every leaf is in every match, the last one completes all scores.
    const isWhole = plan.kind === 'and' && plan.children.every(isLeaf)
    leaves.forEach(({ leaf, idf }, index) => {
      const last = isWhole && index === leaves.length - 1 ? top : null
      addScores(this.lists.get(leaf)!, { idf, weights, only: scored, touched: null, top: last, barred: null })
    })
    if (top !== null && !isWhole) rankScores(scored, top)
    return { matches, scored }
  }

  /** The documents that hold any of the leaves. */
  private matchAny(
    leaves: readonly LeafScore[],
    weights: Weights,
    wanted: Bitset | null,
    top: TopK | null,
    barred: Bitset | null,
  ): { matches: Bitset; scored: Bitset | null } {
    const touched = emptySet(this.segment.docCount)
    const before = top === null ? leaves : leaves.slice(0, -1)
    for (const { leaf, idf } of before) {
      addScores(this.lists.get(leaf)!, { idf, weights, only: wanted, touched, top: null, barred: null })
    }
    let scored: Bitset | null = null
    if (top === null) scored = touched.slice()
    else {
      const { leaf, idf } = leaves.at(-1)!
      const isOnly = before.length === 0
      const own = isOnly ? touched : ownRoom(touched.length)
      addScores(this.lists.get(leaf)!, { idf, weights, only: wanted, touched: own, top, barred })
      if (!isOnly) {
        rankOthers(touched, own, wanted, barred, top)
        clearScores(touched)
        unite(touched, own)
      }
    }
    if (barred) subtract(touched, barred)
    return { matches: touched, scored }
  }

  /** Documents that are neither found nor counted. */
  private barred(without: number | undefined): Bitset | null {
    if (without === undefined) return this.removed
    const barred = this.removed?.slice() ?? emptySet(this.segment.docCount)
    addDoc(barred, without)
    return barred
  }

  /** The documents among `within` (all when null) that match a node. */
  private matchNode(node: PlanNode, within: Bitset | null, passes: ClauseFilter): Bitset {
    const { docCount } = this.segment
    switch (node.kind) {
      case 'group':
      case 'phrase': {
        const set = emptySet(docCount)
        this.addMatches(node, within, set)
        return set
      }
      case 'and':
        return this.matchAnd(node.children, within, passes)
      case 'or': {
        const set = emptySet(docCount)
        for (const child of node.children) {
          if (isLeaf(child)) this.addMatches(child, within, set)
          else unite(set, this.matchNode(child, within, passes))
        }
        return set
      }
      case 'not': {
        const set = within ? within.slice() : fullSet(docCount)
        subtract(set, this.matchNode(node.child, set, passes))
        return set
      }
      case 'where': {
        const set = within ? within.slice() : fullSet(docCount)
        for (const clause of node.clauses) intersect(set, passes(clause))
        return set
      }
      case 'all':
        return within ? within.slice() : fullSet(docCount)
      case 'none':
        return emptySet(docCount)
    }
  }

  /** Cheap children first, so that the lists of frequent words are only read where a match is still possible. */
  private matchAnd(children: readonly PlanNode[], within: Bitset | null, passes: ClauseFilter): Bitset {
    const ordered = children
      .map((child) => ({ child, cost: this.cost(child) }))
      .sort((a, b) => a.cost - b.cost)
      .map(({ child }) => child)
    let set = within
    for (const child of ordered) set = this.matchNode(child, set, passes)
    return set ?? fullSet(this.segment.docCount)
  }

  private cost(node: PlanNode): number {
    const { docCount } = this.segment
    if (node.kind === 'none') return 0
    if (isLeaf(node)) {
      return this.lists.get(node)!.reduce((sum, { title, body }) => sum + (title?.count ?? 0) + (body?.count ?? 0), 0)
    }
    if (node.kind === 'and') return Math.min(...node.children.map((child) => this.cost(child)))
    if (node.kind === 'or') return node.children.reduce((sum, child) => sum + this.cost(child), 0)
    // A NOT and a filter only narrow down what others found.
    return docCount * (node.kind === 'where' ? 2 : 3)
  }

  private addMatches(leaf: LeafNode, within: Bitset | null, set: Bitset): void {
    for (const { title, body } of this.lists.get(leaf)!) {
      if (title !== null) addListed(title, within, set)
      if (body !== null) addListed(body, within, set)
    }
  }
}

/** Adds the documents of a list that are among `within` (all when null) to a set. */
function addListed(list: AnyList, within: Bitset | null, set: Bitset): void {
  if (!('blocks' in list)) {
    addEach(list.docs, list.count, within, set)
    return
  }
  for (let block = 0; block < list.blocks; block++) {
    if (within !== null && !mayHold(list, block, within)) continue
    decodeDocs(list, block, docs)
    addEach(docs, blockSize(list, block), within, set)
  }
}

function addEach(docs: Int32Array, size: number, within: Bitset | null, set: Bitset): void {
  for (let i = 0; i < size; i++) {
    const doc = docs[i]!
    const bit = 1 << (doc & 31)
    set[doc >>> 5]! |= within === null ? bit : within[doc >>> 5]! & bit
  }
}

let ownScratch = new Uint32Array(0)

/** An empty set of so many words; the same each time. */
function ownRoom(length: number): Bitset {
  if (ownScratch.length < length) ownScratch = new Uint32Array(length)
  return ownScratch.subarray(0, length).fill(0)
}

/** Ranks what earlier leaves touched and the last one has not. */
function rankOthers(touched: Bitset, own: Bitset, wanted: Bitset | null, barred: Bitset | null, top: TopK): void {
  const others = touched.slice()
  subtract(others, own)
  if (wanted) intersect(others, wanted)
  if (barred) subtract(others, barred)
  rankScores(others, top)
}

/** The frequencies of a union by document, all 0 between unions, and the length classes of documents that it holds. */
let unionFreqs = new Int32Array(0)
let unionClasses = new Uint8Array(0)

function addToUnion(list: PostingsList, set: Bitset): void {
  for (let block = 0; block < list.blocks; block++) {
    decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
    for (let i = 0, size = blockSize(list, block); i < size; i++) {
      const doc = docs[i]!
      const symbol = symbols[i]!
      addDoc(set, doc)
      unionFreqs[doc]! += symbolFreq(symbol)
      unionClasses[doc] = symbolClass(symbol)
    }
  }
}

/** The union of the documents in a set, as one list. */
function takeUnion(set: Bitset): DecodedList {
  const count = countDocs(set)
  const list: DecodedList = { count, docs: new Int32Array(count), symbols: new Int32Array(count) }
  listDocs(set, list.docs)
  for (let i = 0; i < count; i++) {
    const doc = list.docs[i]!
    list.symbols[i] = postingSymbol(unionFreqs[doc]!, unionClasses[doc]!)
    unionFreqs[doc] = 0
  }
  return list
}

function isLeaf(node: PlanNode): node is LeafNode {
  return node.kind === 'group' || node.kind === 'phrase'
}

function fieldDocFreq(entry: FoundTerm['entry'], fields: readonly TextField[], isOwn: boolean): number {
  const removed = isOwn ? undefined : entry.removed
  if (fields.length === FIELDS.length) return entry.docFreq - (removed?.docFreq ?? 0)
  return fields.reduce((sum, field) => sum + (entry[field]?.docFreq ?? 0) - (removed?.[field] ?? 0), 0)
}
