/** How does a term get into a pack? Its postings and positions in bytes, then its entry. */

import { BitWriter } from '../bytes/bit-writer.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { writePositions } from '../format/positions.js'
import { codeContext, type SymbolCode, writePostings } from '../format/postings.js'
import {
  CONCEPT_TAG,
  type FieldEntry,
  type RemovedFreqs,
  type TermEntry,
  type TermsPackWriter,
} from '../format/terms.js'
import type { TextField } from '../types.js'
import type { InvertedField, InvertedTerm } from './inverter.js'

/** Encodes one term after the other; each goes to a pack once its size is known. */
export class TermEncoder {
  private readonly lists = new ByteWriter(65536)
  private readonly positions = new ByteWriter(65536)
  private readonly bits = new BitWriter()
  private entry: TermEntry | undefined

  constructor(
    private readonly docCount: number,
    private readonly codes: Record<TextField, readonly SymbolCode[]>,
  ) {}

  /** Bytes of the postings of the term that was encoded last. */
  get byteLength(): number {
    return this.lists.length
  }

  /** Encodes the lists of a term. */
  encode(inverted: InvertedTerm & { removed?: RemovedFreqs }): void {
    const { stem, tag, docFreq, removed } = inverted
    this.lists.clear()
    this.positions.clear()
    const body = this.field(inverted.body, this.codes.body, tag)
    const title = this.field(inverted.title, this.codes.title, tag)
    this.entry = { stem, tag, docFreq, ...(body && { body }), ...(title && { title }), ...(removed && { removed }) }
  }

  private field(inverted: InvertedField, codes: readonly SymbolCode[], tag: number): FieldEntry | undefined {
    const { count, docs, symbols } = inverted
    if (count === 0) return undefined
    const { lists, positions, bits } = this
    const postingsOffset = lists.length
    const positionsOffset = positions.length
    const code = codes[codeContext(count, this.docCount)]!
    writePostings(lists, bits, code, this.docCount, docs, symbols, 0, count)
    if (tag !== CONCEPT_TAG) writePositions(positions, bits, symbols, 0, count, inverted.positions, 0)
    return {
      docFreq: count,
      postingsOffset,
      postingsLength: lists.length - postingsOffset,
      positionsOffset,
      positionsLength: positions.length - positionsOffset,
    }
  }

  /** Adds the term that was encoded last to a pack. */
  addTo(pack: TermsPackWriter): void {
    if (this.entry === undefined) throw new RangeError('no term was encoded')
    const postingsStart = pack.postings.length
    const positionsStart = pack.positions.length
    pack.postings.raw(this.lists.view())
    pack.positions.raw(this.positions.view())
    pack.add(this.entry, postingsStart, positionsStart)
    this.entry = undefined
  }
}
