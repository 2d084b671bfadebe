/** How does part of an inverted collection wait on the disk? Runs of contiguous documents, each sorted by term; joined they are the whole. */

import { join } from 'node:path'
import type { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { symbolFreq } from '../format/postings.js'
import {
  compareTerms,
  compareWords,
  IntLog,
  type InvertedField,
  type InvertedTerm,
  type InvertedWord,
  type Inverter,
} from './inverter.js'
import { mergeRecords, RecordWriter } from './records.js'

/** The files of one run. */
export interface RunFiles {
  terms: string
  words: string
}

/**
 * Writes what an inverter holds as a run.
 *
 *     term  := stem:string tag docFreq list(title) list(body) positions(title) positions(body)      all varints
 *     list  := count (gap symbol){count}          the first gap from 0
 *     positions := count (from the position before in the document, else from 0){count}
 *     word  := surface:string tag stem:string docFreq
 */
export function writeRun(inverter: Inverter, directory: string, ordinal: number): RunFiles {
  const files = { terms: join(directory, `terms-${ordinal}`), words: join(directory, `words-${ordinal}`) }
  const record = new ByteWriter(65536)
  const terms = new RecordWriter(files.terms)
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
  terms.close()
  const words = new RecordWriter(files.words)
  for (const { surface, tag, stem, docFreq } of inverter.words()) {
    record.clear()
    record.string(surface)
    record.varint(tag)
    record.string(stem)
    record.varint(docFreq)
    words.add(record.view())
  }
  words.close()
  return files
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
  readList(reader: ByteReader): number {
    const before = this.docs.length
    let doc = 0
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
export function* mergeTerms(runs: readonly RunFiles[], wantsPositions: boolean): Generator<InvertedTerm> {
  const title = new FieldParts()
  const body = new FieldParts()
  const readKey = (reader: ByteReader) => ({ stem: reader.string(), tag: reader.varint() })
  const paths = runs.map(({ terms }) => terms)
  for (const { key, parts } of mergeRecords(paths, readKey, compareTerms)) {
    title.clear()
    body.clear()
    let docFreq = 0
    for (const part of parts) {
      docFreq += part.varint()
      const titleFrom = title.readList(part)
      const bodyFrom = body.readList(part)
      if (!wantsPositions) continue
      title.readPositions(part, titleFrom)
      body.readPositions(part, bodyFrom)
    }
    yield { ...key, docFreq, title: title.field, body: body.field }
  }
}

/** All surface forms of some runs in order. */
export function* mergeWords(runs: readonly RunFiles[]): Generator<InvertedWord> {
  const readKey = (reader: ByteReader) => ({ surface: reader.string(), tag: reader.varint(), stem: reader.string() })
  const paths = runs.map(({ words }) => words)
  for (const { key, parts } of mergeRecords(paths, readKey, compareWords)) {
    yield { ...key, docFreq: parts.reduce((sum, part) => sum + part.varint(), 0) }
  }
}
