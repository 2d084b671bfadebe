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
  hasDoc,
  intersect,
  listDocs,
  subtract,
  unite,
} from './bitset.js'
import type { Weights } from './bm25.js'
import type { FilterClause } from './filter-clause.js'
import { type FoundTerm, findTerms, openField, type SegmentPacks } from './leaf-lists.js'
import type { GroupNode, LeafNode, PlanNode } from './node.js'
import type { DecodedList } from './phrase.js'
import type { phraseLists } from './phrase-lists.js'
import { addScores, mayHold, scoreRoom } from './scoring.js'

/** A leaf in one segment: packed lists by field, or lists that had to be computed. */
type LeafLists =
  | { kind: 'packed'; fields: { field: TextField; list: PostingsList }[] }
  | { kind: 'decoded'; fields: { field: TextField; list: DecodedList }[] }

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
  private readonly lists = new Map<LeafNode, LeafLists>()

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
      const decoded = this.phrases!(this.segment, this.packs, leaf, fields)
      this.lists.set(leaf, { kind: 'decoded', fields: decoded })
      return this.countDecoded(decoded)
    }
    const terms = findTerms(this.segment, this.packs, leaf.variants)
    const packed = terms.flatMap((term) =>
      fields.flatMap((field) => {
        const list = openField(this.segment, this.packs, term, field)
        return list === undefined ? [] : [{ field, list }]
      }),
    )
    packed.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field))
    // Terms that overlap are counted by releases, in every segment, so that negative statistics play no part.
    if (leaf.overlapping && (terms.length > 1 || this.removed)) return this.prepareUnion(leaf, fields, packed)
    this.lists.set(leaf, { kind: 'packed', fields: packed })
    return terms.reduce((sum, { entry }) => sum + fieldDocFreq(entry, fields, leaf.overlapping), 0)
  }

  /** Adds up the frequencies of several terms in each document, field by field. */
  private prepareUnion(
    leaf: GroupNode,
    fields: readonly TextField[],
    packed: readonly { field: TextField; list: PostingsList }[],
  ): number {
    const { docCount } = this.segment
    if (unionFreqs.length < docCount) {
      unionFreqs = new Int32Array(docCount)
      unionClasses = new Uint8Array(docCount)
    }
    const decoded = fields.map((field) => {
      const set = emptySet(docCount)
      for (const each of packed) if (each.field === field) addToUnion(each.list, set)
      return { field, list: takeUnion(set) }
    })
    this.lists.set(leaf, { kind: 'decoded', fields: decoded })
    return this.countDecoded(decoded)
  }

  private countDecoded(decoded: readonly { list: DecodedList }[]): number {
    const set = emptySet(this.segment.docCount)
    for (const { list } of decoded) for (let i = 0; i < list.count; i++) addDoc(set, list.docs[i]!)
    if (this.removed) subtract(set, this.removed)
    return countDocs(set)
  }

  /**
   * The documents that match the plan, without those removed, and the scores of those in `wanted` (of all when null). The
   * array of scores is shared by all queries: it is valid until the next call, and `clearScores` must be called with
   * every set that was scored.
   */
  match(
    plan: PlanNode,
    leaves: readonly LeafScore[],
    weights: Weights,
    passes: ClauseFilter,
    wantScores: boolean,
    wanted: Bitset | null,
  ): { matches: Bitset; scores: Float64Array; scored: Bitset } {
    const scores = scoreRoom(this.segment.docCount)
    const isUnion =
      plan.kind === 'group' || plan.kind === 'phrase' || (plan.kind === 'or' && plan.children.every(isLeaf))
    if (isUnion && wantScores) {
      const touched = emptySet(this.segment.docCount)
      for (const { leaf, idf } of leaves) addScores(this.lists.get(leaf)!.fields, idf, weights, wanted, touched)
      const matches = this.removed ? touched.slice() : touched
      if (this.removed) subtract(matches, this.removed)
      return { matches, scores, scored: wanted === null ? touched : shared(touched, wanted) }
    }
    const matches = this.matchNode(plan, null, passes)
    if (this.removed) subtract(matches, this.removed)
    const scored = wanted === null ? matches : shared(matches, wanted)
    if (wantScores) {
      for (const { leaf, idf } of leaves) addScores(this.lists.get(leaf)!.fields, idf, weights, scored, null)
    }
    return { matches, scores, scored }
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
    if (isLeaf(node)) return this.lists.get(node)!.fields.reduce((sum, { list }) => sum + list.count, 0)
    if (node.kind === 'and') return Math.min(...node.children.map((child) => this.cost(child)))
    if (node.kind === 'or') return node.children.reduce((sum, child) => sum + this.cost(child), 0)
    // A NOT and a filter only narrow down what others found.
    return docCount * (node.kind === 'where' ? 2 : 3)
  }

  private addMatches(leaf: LeafNode, within: Bitset | null, set: Bitset): void {
    const lists = this.lists.get(leaf)!
    if (lists.kind === 'decoded') {
      for (const { list } of lists.fields) {
        for (let i = 0; i < list.count; i++) {
          const doc = list.docs[i]!
          if (within === null || hasDoc(within, doc)) addDoc(set, doc)
        }
      }
      return
    }
    for (const { list } of lists.fields) {
      for (let block = 0; block < list.blocks; block++) {
        if (within !== null && !mayHold(list, block, within)) continue
        decodeDocs(list, block, docs)
        const size = blockSize(list, block)
        if (within === null) for (let i = 0; i < size; i++) addDoc(set, docs[i]!)
        else {
          for (let i = 0; i < size; i++) {
            const doc = docs[i]!
            set[doc >>> 5]! |= within[doc >>> 5]! & (1 << (doc & 31))
          }
        }
      }
    }
  }
}

/** The documents that are in both sets. */
function shared(set: Bitset, other: Bitset): Bitset {
  const both = set.slice()
  intersect(both, other)
  return both
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
