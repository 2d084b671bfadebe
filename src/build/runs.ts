/** How does part of an inverted collection wait for the rest? Runs of contiguous documents, each sorted by term; joined they are the whole. */

import type { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { symbolFreq } from '../format/postings.js'
import { IntLog } from './int-log.js'
import {
  compareTerms,
  compareWords,
  type InvertedField,
  type InvertedTerm,
  type InvertedWord,
  type Inverter,
} from './inverter.js'
import { mergeRecords, type RecordSource, RecordWriter } from './records.js'

/** The records of one run, each kind in the order of its keys. */
export interface Run<Source extends RecordSource = RecordSource> {
  terms: Source
  words: Source
}

/** A run with the number of its first document; in its records documents are numbered from 0. */
export interface PlacedRun extends Run {
  firstDoc: number
}

/**
 * Writes what an inverter holds as a run.
 *
 *     term  := stem:string tag docFreq list(title) list(body) positions(title) positions(body)      all varints
 *     list  := count (gap symbol){count}          the first gap from 0
 *     positions := count (from the position before in the document, else from 0){count}
 *     word  := surface:string tag stem:string docFreq
 */
export function writeRun(inverter: Inverter): Run<Uint8Array<ArrayBuffer>> {
  const record = new ByteWriter(65536)
  const terms = new RecordWriter()
  for (const { stem, tag, docFreq, title, body } of inverter.terms()) {
    record.clear()
    record.string(stem)
    record.varint(tag)
    record.varint(docFreq)
    writeList(record, title)
    writeList(record, body)
    writePositions(record, title)
    writePositions(record, body)
    terms.add(record.view())
  }
  const words = new RecordWriter()
  for (const { surface, tag, stem, docFreq } of inverter.words()) {
    record.clear()
    record.string(surface)
    record.varint(tag)
    record.string(stem)
    record.varint(docFreq)
    words.add(record.view())
  }
  return { terms: terms.finish(), words: words.finish() }
}

function writeList(out: ByteWriter, { count, docs, symbols }: InvertedField): void {
  out.varint(count)
  let previous = 0
  for (let i = 0; i < count; i++) {
    out.varint(docs[i]! - previous)
    out.varint(symbols[i]!)
    previous = docs[i]!
  }
}

function writePositions(out: ByteWriter, { count, symbols, positions, positionCount }: InvertedField): void {
  out.varint(positionCount)
  let at = 0
  for (let i = 0; i < count; i++) {
    let previous = 0
    for (let left = symbolFreq(symbols[i]!); left > 0; left--) {
      out.varint(positions[at]! - previous)
      previous = positions[at++]!
    }
  }
}

/** Growing lists of one field; `positions` stay empty when they are not wanted. */
class FieldParts {
  private readonly docs = new IntLog()
  private readonly symbols = new IntLog()
  private readonly positions = new IntLog()

  clear(): void {
    this.docs.length = 0
    this.symbols.length = 0
    this.positions.length = 0
  }

  /** Reads a list; returns how many postings were there before. */
  readList(reader: ByteReader, firstDoc: number): number {
    const before = this.docs.length
    let doc = firstDoc
    for (let left = reader.varint(); left > 0; left--) {
      doc += reader.varint()
      this.docs.push(doc)
      this.symbols.push(reader.varint())
    }
    return before
  }

  readPositions(reader: ByteReader, from: number): void {
    reader.varint()
    for (let i = from; i < this.symbols.length; i++) {
      let position = 0
      for (let left = symbolFreq(this.symbols.values[i]!); left > 0; left--) {
        position += reader.varint()
        this.positions.push(position)
      }
    }
  }

  get field(): InvertedField {
    return {
      count: this.docs.length,
      docs: this.docs.values,
      symbols: this.symbols.values,
      positions: this.positions.values,
      positionCount: this.positions.length,
    }
  }
}

/** All terms of some runs in order, as one inverter would give them; `wantsPositions` false leaves the positions out. */
export function* mergeTerms(runs: readonly PlacedRun[], wantsPositions: boolean): Generator<InvertedTerm> {
  const title = new FieldParts()
  const body = new FieldParts()
  const readKey = (reader: ByteReader) => ({ stem: reader.string(), tag: reader.varint() })
  const sources = runs.map(({ terms }) => terms)
  for (const { key, parts } of mergeRecords(sources, readKey, compareTerms)) {
    title.clear()
    body.clear()
    let docFreq = 0
    for (const { record: part, source } of parts) {
      const { firstDoc } = runs[source]!
      docFreq += part.varint()
      const titleFrom = title.readList(part, firstDoc)
      const bodyFrom = body.readList(part, firstDoc)
      if (!wantsPositions) continue
      title.readPositions(part, titleFrom)
      body.readPositions(part, bodyFrom)
    }
    yield { ...key, docFreq, title: title.field, body: body.field }
  }
}

/** All surface forms of some runs in order. */
export function* mergeWords(runs: readonly PlacedRun[]): Generator<InvertedWord> {
  const readKey = (reader: ByteReader) => ({ surface: reader.string(), tag: reader.varint(), stem: reader.string() })
  const sources = runs.map(({ words }) => words)
  for (const { key, parts } of mergeRecords(sources, readKey, compareWords)) {
    yield { ...key, docFreq: parts.reduce((sum, { record }) => sum + record.varint(), 0) }
  }
}
