/** Which terms does each document hold, and where? A log of tokens, turned into postings by one counting sort a field. */

import type { Analyser } from '../analysis/analyser.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { lengthClass, TITLE_CLASS } from '../format/lengths.js'
import { postingSymbol } from '../format/postings.js'
import type { TextField } from '../types.js'

/** A growable array of 32-bit integers. */
export class IntLog {
  values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }
}

/** Tokens of one field over all documents: parallel logs, and where each document begins. */
class FieldLog {
  readonly terms = new IntLog()
  readonly positions = new IntLog()
  readonly docStarts = new IntLog()
  readonly lengths = new IntLog()

  clear(): void {
    for (const log of [this.terms, this.positions, this.docStarts, this.lengths]) log.length = 0
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

/** Collects the tokens of documents in document order, then gives them back by term. */
export class Inverter {
  private readonly fields: Record<TextField, FieldLog> = { title: new FieldLog(), body: new FieldLog() }
  private termSeen = new Int32Array(1024).fill(-1)
  private termFreqs = new Int32Array(1024)
  private wordSeen = new Int32Array(1024).fill(-1)
  private wordFreqs = new Int32Array(1024)
  private docs = 0
  private firstDoc = 0
  private sorted: ReturnType<Inverter['invert']> | undefined

  constructor(private analyser: Analyser) {}

  /** Number of documents added. */
  get docCount(): number {
    return this.docs
  }

  /** Number of tokens held. */
  get tokenCount(): number {
    return this.fields.title.terms.length + this.fields.body.terms.length
  }

  /** Forgets what was added and goes on with the next document number, and perhaps another analyser. */
  restart(analyser: Analyser): void {
    for (const log of Object.values(this.fields)) log.clear()
    for (const seen of [this.termSeen, this.wordSeen]) seen.fill(-1)
    for (const freqs of [this.termFreqs, this.wordFreqs]) freqs.fill(0)
    this.sorted = undefined
    this.firstDoc += this.docs
    this.docs = 0
    this.analyser = analyser
  }

  /** Adds the next document. */
  add(title: string, body: string, language: string | undefined): void {
    this.sorted = undefined
    this.analyseField(this.fields.title, title, language)
    this.analyseField(this.fields.body, body, language)
    this.docs++
  }

  private analyseField(log: FieldLog, text: string, language: string | undefined): void {
    log.docStarts.push(log.terms.length)
    const { terms, positions } = log
    const doc = this.docs
    const length = this.analyser.analyse(text, language, (term, word, position) => {
      terms.push(term.ordinal)
      positions.push(position)
      if (term.ordinal >= this.termSeen.length) this.growTerms(term.ordinal)
      if (this.termSeen[term.ordinal] !== doc) {
        this.termSeen[term.ordinal] = doc
        this.termFreqs[term.ordinal]!++
      }
      if (word === null) return
      if (word.ordinal >= this.wordSeen.length) this.growWords(word.ordinal)
      if (this.wordSeen[word.ordinal] !== doc) {
        this.wordSeen[word.ordinal] = doc
        this.wordFreqs[word.ordinal]!++
      }
    })
    log.lengths.push(length)
  }

  private growTerms(ordinal: number): void {
    ;[this.termSeen, this.termFreqs] = grow(this.termSeen, this.termFreqs, ordinal)
  }

  private growWords(ordinal: number): void {
    ;[this.wordSeen, this.wordFreqs] = grow(this.wordSeen, this.wordFreqs, ordinal)
  }

  /** Sum of the lengths of a field, in positions. */
  totalLength(field: TextField): number {
    const { lengths } = this.fields[field]
    let total = 0
    for (let doc = 0; doc < this.docs; doc++) total += lengths.values[doc]!
    return total
  }

  /** The surface forms of the documents, in order. */
  words(): InvertedWord[] {
    const words: InvertedWord[] = []
    for (const { surface, term, ordinal } of this.analyser.words) {
      const docFreq = ordinal < this.wordFreqs.length ? this.wordFreqs[ordinal]! : 0
      if (docFreq > 0) words.push({ surface, tag: term.tag, stem: term.stem, docFreq })
    }
    return words.sort(compareWords)
  }

  /** The terms of the documents in dictionary order. The logs are sorted once, until a document is added. */
  *terms(): Generator<InvertedTerm> {
    this.sorted ??= this.invert()
    const { used, titleOf, bodyOf } = this.sorted
    for (const { ordinal, stem, tag } of used) {
      yield { stem, tag, docFreq: this.termFreqs[ordinal]!, title: titleOf(ordinal), body: bodyOf(ordinal) }
    }
  }

  private invert() {
    const { title, body } = this.fields
    const all = this.analyser.terms
    const used = all.filter((term) => (this.termFreqs[term.ordinal] ?? 0) > 0).sort(compareTerms)
    return {
      used,
      titleOf: invertField(title, this.docs, this.firstDoc, all.length, () => TITLE_CLASS),
      bodyOf: invertField(body, this.docs, this.firstDoc, all.length, lengthClass),
    }
  }
}

function grow(
  seen: Int32Array<ArrayBuffer>,
  freqs: Int32Array<ArrayBuffer>,
  ordinal: number,
): [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>] {
  const size = Math.max(seen.length * 2, ordinal + 1)
  const grownSeen = new Int32Array(size).fill(-1)
  grownSeen.set(seen)
  const grownFreqs = new Int32Array(size)
  grownFreqs.set(freqs)
  return [grownSeen, grownFreqs]
}

/**
 * Sorts one field's log by term (counting sort, stable, so that documents and positions stay ascending), and gives
 * access to each term's postings.
 */
function invertField(
  log: FieldLog,
  docs: number,
  firstDoc: number,
  termCount: number,
  classOf: (length: number) => number,
): (ordinal: number) => InvertedField {
  const total = log.terms.length
  const termLog = log.terms.values
  const starts = new Int32Array(termCount + 1)
  for (let i = 0; i < total; i++) starts[termLog[i]! + 1]!++
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const sortedDocs = new Int32Array(total)
  const sortedPositions = new Int32Array(total)
  for (let doc = 0; doc < docs; doc++) {
    const end = doc + 1 < docs ? log.docStarts.values[doc + 1]! : total
    for (let i = log.docStarts.values[doc]!; i < end; i++) {
      const slot = next[termLog[i]!]!++
      sortedDocs[slot] = doc
      sortedPositions[slot] = log.positions.values[i]!
    }
  }
  const classes = Uint8Array.from({ length: docs }, (_, doc) => classOf(log.lengths.values[doc]!))
  // After the scatter, `next` holds where each term ends; dropped doubles move that end down.
  const ends = next
  for (let term = 0; term < termCount; term++) {
    ends[term] = settle(starts[term]!, ends[term]!, sortedDocs, sortedPositions)
  }
  const field: InvertedField = {
    count: 0,
    docs: new Int32Array(256),
    symbols: new Int32Array(256),
    positions: new Int32Array(256),
    positionCount: 0,
  }
  return (ordinal) => {
    const start = starts[ordinal]!
    const end = ends[ordinal]!
    if (end - start > field.docs.length) {
      const size = (end - start) * 2
      field.docs = new Int32Array(size)
      field.symbols = new Int32Array(size)
      field.positions = new Int32Array(size)
    }
    gather(start, end, sortedDocs, sortedPositions, classes, firstDoc, field)
    return field
  }
}

/**
 * Makes the positions of each document strictly ascending: the joined form of a hyphenated word comes after its parts, and
 * may be the same term at the same position. Returns the new end.
 */
function settle(start: number, end: number, docs: Int32Array, positions: Int32Array): number {
  let used = start
  for (let i = start; i < end; i++) {
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
  firstDoc: number,
  out: InvertedField,
): void {
  let count = 0
  let i = start
  while (i < end) {
    const doc = docs[i]!
    const first = i
    while (i < end && docs[i] === doc) i++
    out.docs[count] = firstDoc + doc
    out.symbols[count] = postingSymbol(i - first, classes[doc]!)
    count++
  }
  out.count = count
  out.positions.set(positions.subarray(start, end))
  out.positionCount = end - start
}
