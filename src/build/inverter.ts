/** Which terms does each document hold, and where? A log of tokens, turned into postings by one counting sort a field, without a comparison. */

import type { Analyser, TokenSink } from '../analysis/analyser.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { lengthClass, TITLE_CLASS } from '../format/lengths.js'
import { postingSymbol } from '../format/postings.js'
import type { TextField } from '../types.js'
import { IntLog } from './int-log.js'
import { orderByKey } from './key-order.js'

/** Tokens of one field over all documents: parallel logs, and where each document begins. */
class FieldLog {
  /** The ordinal of a word; of a concept the complement of its term's, which is negative. */
  readonly tokens = new IntLog()
  readonly positions = new IntLog()
  readonly docStarts = new IntLog()
  readonly lengths = new IntLog()

  readonly sink: TokenSink = (term, word, position) => {
    this.tokens.push(word === null ? ~term.ordinal : word.ordinal)
    this.positions.push(position)
  }

  /** Where the tokens of a document end, of `docCount` documents. */
  endOf(doc: number, docCount: number): number {
    return doc + 1 < docCount ? this.docStarts.values[doc + 1]! : this.tokens.length
  }

  clear(): void {
    for (const log of [this.tokens, this.positions, this.docStarts, this.lengths]) log.length = 0
  }
}

/** The postings of one field of one term; arrays are shared between terms and valid until the next one. */
export interface InvertedField {
  count: number
  docs: Int32Array
  symbols: Int32Array
  /** The positions of all postings, one after the other. */
  positions: Int32Array
  positionCount: number
}

/** A term with its postings in both fields. */
export interface InvertedTerm {
  stem: string
  tag: number
  docFreq: number
  title: InvertedField
  body: InvertedField
}

/** A surface form with the number of documents that hold it. */
export interface InvertedWord {
  surface: string
  tag: number
  stem: string
  docFreq: number
}

/** Orders terms as the dictionary does. */
export function compareTerms(a: { stem: string; tag: number }, b: { stem: string; tag: number }): number {
  return compareCodePoints(a.stem, b.stem) || a.tag - b.tag
}

/** Orders surface forms as the words packs do. */
export function compareWords(a: { surface: string; tag: number }, b: { surface: string; tag: number }): number {
  return compareCodePoints(a.surface, b.surface) || a.tag - b.tag
}

/** Collects the tokens of documents in document order, then gives them back by term. Its room outlives a restart. */
export class Inverter {
  private readonly fields: Record<TextField, FieldLog> = { title: new FieldLog(), body: new FieldLog() }
  private readonly indexes: Record<TextField, FieldIndex> = { title: new FieldIndex(), body: new FieldIndex() }
  private docs = 0
  private sorted: ReturnType<Inverter['invert']> | undefined
  private sortedWords: InvertedWord[] | undefined

  constructor(private analyser: Analyser) {}

  /** Number of documents added. */
  get docCount(): number {
    return this.docs
  }

  /** Number of tokens held. */
  get tokenCount(): number {
    return this.fields.title.tokens.length + this.fields.body.tokens.length
  }

  /** Forgets what was added; goes on perhaps with another analyser. */
  restart(analyser: Analyser): void {
    for (const log of Object.values(this.fields)) log.clear()
    this.sorted = undefined
    this.sortedWords = undefined
    this.docs = 0
    this.analyser = analyser
  }

  /** Adds the next document. */
  add(title: string, body: string, language: string | undefined): void {
    this.sorted = undefined
    this.sortedWords = undefined
    this.analyseField(this.fields.title, title, language)
    this.analyseField(this.fields.body, body, language)
    this.docs++
  }

  private analyseField(log: FieldLog, text: string, language: string | undefined): void {
    log.docStarts.push(log.tokens.length)
    log.lengths.push(this.analyser.analyse(text, language, log.sink))
  }

  /** Sum of the lengths of a field, in positions. */
  totalLength(field: TextField): number {
    const { lengths } = this.fields[field]
    let total = 0
    for (let doc = 0; doc < this.docs; doc++) total += lengths.values[doc]!
    return total
  }

  /** The surface forms of the documents, in order. */
  words(): readonly InvertedWord[] {
    this.sortedWords ??= this.countWords()
    return this.sortedWords
  }

  private countWords(): InvertedWord[] {
    const { words } = this.analyser
    const docFreqs = new Int32Array(words.length)
    const lastDocs = new Int32Array(words.length).fill(-1)
    const { title, body } = this.fields
    for (let doc = 0; doc < this.docs; doc++) {
      for (const log of [title, body]) {
        const tokens = log.tokens.values
        const end = log.endOf(doc, this.docs)
        for (let i = log.docStarts.values[doc]!; i < end; i++) {
          const word = tokens[i]!
          if (word < 0 || lastDocs[word] === doc) continue
          lastDocs[word] = doc
          docFreqs[word]!++
        }
      }
    }
    const used: InvertedWord[] = []
    for (const { surface, term, ordinal } of words) {
      const docFreq = docFreqs[ordinal]!
      if (docFreq > 0) used.push({ surface, tag: term.tag, stem: term.stem, docFreq })
    }
    const order = orderByKey(
      used.length,
      (index) => used[index]!.surface,
      (index) => used[index]!.tag,
    )
    return Array.from(order, (index) => used[index]!)
  }

  /** The terms of the documents in dictionary order. The logs are sorted once, until a document is added. */
  *terms(): Generator<InvertedTerm> {
    this.sorted ??= this.invert()
    const { used, title, body } = this.sorted
    for (const { ordinal, stem, tag } of used) {
      const inTitle = title.postings(ordinal)
      const inBody = body.postings(ordinal)
      yield { stem, tag, docFreq: countEither(inTitle, inBody), title: inTitle, body: inBody }
    }
  }

  private invert() {
    const { terms, words } = this.analyser
    const termOf = Int32Array.from(words, ({ term }) => term.ordinal)
    const { docs, fields } = this
    const { title, body } = this.indexes
    title.sort(fields.title, termOf, terms.length, docs, () => TITLE_CLASS)
    body.sort(fields.body, termOf, terms.length, docs, lengthClass)
    const used = terms.filter(({ ordinal }) => title.holds(ordinal) || body.holds(ordinal))
    const order = orderByKey(
      used.length,
      (index) => used[index]!.stem,
      (index) => used[index]!.tag,
    )
    return { used: Array.from(order, (index) => used[index]!), title, body }
  }
}

/** How many documents are in one list or the other. */
function countEither(a: InvertedField, b: InvertedField): number {
  let both = 0
  if (a.count > 0 && b.count > 0) {
    let i = 0
    let j = 0
    while (i < a.count && j < b.count) {
      const order = a.docs[i]! - b.docs[j]!
      if (order === 0) both++
      if (order <= 0) i++
      if (order >= 0) j++
    }
  }
  return a.count + b.count - both
}

/**
 * One field's log sorted by term: a counting sort, stable, so that documents and positions stay ascending.
 */
class FieldIndex {
  private starts = new Int32Array(0)
  private ends = new Int32Array(0)
  private docs = new Int32Array(0)
  private positions = new Int32Array(0)
  private classes = new Uint8Array(0)
  private readonly field: InvertedField = {
    count: 0,
    docs: new Int32Array(256),
    symbols: new Int32Array(256),
    positions: new Int32Array(256),
    positionCount: 0,
  }

  /** Sorts a log; what was sorted before is given up. */
  sort(
    log: FieldLog,
    termOf: Int32Array,
    termCount: number,
    docCount: number,
    classOf: (length: number) => number,
  ): void {
    const total = log.tokens.length
    this.makeRoom(total, termCount)
    const { starts, ends: next, docs, positions } = this
    const tokens = log.tokens.values
    starts.fill(0, 0, termCount + 1)
    for (let i = 0; i < total; i++) {
      const token = tokens[i]!
      starts[(token < 0 ? ~token : termOf[token]!) + 1]!++
    }
    for (let term = 0; term < termCount; term++) {
      starts[term + 1]! += starts[term]!
      next[term] = starts[term]!
    }
    const allPositions = log.positions.values
    for (let doc = 0; doc < docCount; doc++) {
      const end = log.endOf(doc, docCount)
      for (let i = log.docStarts.values[doc]!; i < end; i++) {
        const token = tokens[i]!
        const slot = next[token < 0 ? ~token : termOf[token]!]!++
        docs[slot] = doc
        positions[slot] = allPositions[i]!
      }
    }
    this.classes = Uint8Array.from({ length: docCount }, (_, doc) => classOf(log.lengths.values[doc]!))
    // After the scatter, `ends` holds where each term ends; dropped doubles move that end down.
    for (let term = 0; term < termCount; term++) next[term] = settle(starts[term]!, next[term]!, docs, positions)
  }

  /** A segment in one piece takes no more than it needs; of runs, which are alike, the largest serves for all. */
  private makeRoom(tokens: number, terms: number): void {
    if (this.docs.length < tokens) {
      this.docs = new Int32Array(tokens)
      this.positions = new Int32Array(tokens)
    }
    if (this.ends.length < terms + 1) {
      this.starts = new Int32Array(terms + 1)
      this.ends = new Int32Array(terms + 1)
    }
  }

  holds(ordinal: number): boolean {
    return this.ends[ordinal]! > this.starts[ordinal]!
  }

  /** The postings of a term, valid until the next call. */
  postings(ordinal: number): InvertedField {
    const { field } = this
    const start = this.starts[ordinal]!
    const end = this.ends[ordinal]!
    if (end - start > field.docs.length) {
      const size = (end - start) * 2
      field.docs = new Int32Array(size)
      field.symbols = new Int32Array(size)
      field.positions = new Int32Array(size)
    }
    gather(start, end, this.docs, this.positions, this.classes, field)
    return field
  }
}

/**
 * Makes the positions of each document strictly ascending: the joined form of a hyphenated word comes after its parts, and
 * may be the same term at the same position. Returns the new end.
 */
function settle(start: number, end: number, docs: Int32Array, positions: Int32Array): number {
  // Nearly every list is in order.
  let used = start + 1
  while (used < end && (docs[used]! !== docs[used - 1]! || positions[used]! > positions[used - 1]!)) used++
  if (used >= end) return end
  for (let i = used; i < end; i++) {
    const doc = docs[i]!
    const position = positions[i]!
    let at = used
    while (at > start && docs[at - 1] === doc && positions[at - 1]! > position) at--
    if (at > start && docs[at - 1] === doc && positions[at - 1] === position) continue
    positions.copyWithin(at + 1, at, used)
    docs[used] = doc
    positions[at] = position
    used++
  }
  return used
}

function gather(
  start: number,
  end: number,
  docs: Int32Array,
  positions: Int32Array,
  classes: Uint8Array,
  out: InvertedField,
): void {
  let count = 0
  let i = start
  while (i < end) {
    const doc = docs[i]!
    const first = i
    while (i < end && docs[i] === doc) i++
    out.docs[count] = doc
    out.symbols[count] = postingSymbol(i - first, classes[doc]!)
    count++
  }
  out.count = count
  for (i = start; i < end; i++) out.positions[i - start] = positions[i]!
  out.positionCount = end - start
}
