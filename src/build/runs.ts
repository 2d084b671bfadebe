/** How does part of an inverted collection wait for the rest? Runs of contiguous documents, each sorted by term; joined they are the whole. */

import type { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { symbolFreq } from '../format/postings.js'
import type { InvertedField, InvertedTerm, InvertedWord, Inverter } from './inverter.js'
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
 * Writes what an inverter holds as a run:
 *
 *     term  := stem tag docFreq counts(title) counts(body) list(title) list(body) positions(title) positions(body)
 *     counts := how many postings, how many positions
 *     list  := (gap symbol){count}          the first gap from 0
 *     positions := (from the position before in the document, else from 0){count}
 *     word  := surface tag docFreq stem
 *
 * Strings and tags as in `records.ts`, all others varints. One writer writes many runs, since their room is large.
 */
export class RunWriter {
  private readonly record = new ByteWriter(65536)
  private readonly terms = new RecordWriter()
  private readonly words = new RecordWriter()

  write(inverter: Inverter): Run<Uint8Array<ArrayBuffer>> {
    const { record, terms, words } = this
    for (const { stem, tag, docFreq, title, body } of inverter.terms()) {
      record.clear()
      record.string(stem)
      record.u8(tag)
      record.varint(docFreq)
      for (const { count, positionCount } of [title, body]) {
        record.varint(count)
        record.varint(positionCount)
      }
      writeList(record, title)
      writeList(record, body)
      writePositions(record, title)
      writePositions(record, body)
      terms.add(record.view())
    }
    for (const { surface, tag, stem, docFreq } of inverter.words()) {
      record.clear()
      record.string(surface)
      record.u8(tag)
      record.varint(docFreq)
      record.string(stem)
      words.add(record.view())
    }
    return { terms: terms.take(), words: words.take() }
  }
}

function writeList(out: ByteWriter, { count, docs, symbols }: InvertedField): void {
  let previous = 0
  for (let i = 0; i < count; i++) {
    out.varint(docs[i]! - previous)
    out.varint(symbols[i]!)
    previous = docs[i]!
  }
}

function writePositions(out: ByteWriter, { count, symbols, positions }: InvertedField): void {
  let at = 0
  for (let i = 0; i < count; i++) {
    let previous = 0
    for (let left = symbolFreq(symbols[i]!); left > 0; left--) {
      out.varint(positions[at]! - previous)
      previous = positions[at++]!
    }
  }
}

/** The postings of one field of one term, put together from several runs. */
class JoinedField implements InvertedField {
  count = 0
  positionCount = 0
  docs = new Int32Array(0)
  symbols = new Int32Array(0)
  positions = new Int32Array(0)
  private expectedCount = 0
  private expectedPositions = 0

  /** Begins the next term. */
  clear(): void {
    this.count = 0
    this.positionCount = 0
    this.expectedCount = 0
    this.expectedPositions = 0
  }

  /** Reads how much a run has. */
  expect(reader: ByteReader): void {
    this.expectedCount += reader.varint()
    this.expectedPositions += reader.varint()
  }

  /** Makes room for what is expected and no more: lists of the most frequent words take a good part of the memory. */
  reserve(wantsPositions: boolean): void {
    if (this.expectedCount > this.docs.length) {
      this.docs = new Int32Array(this.expectedCount)
      this.symbols = new Int32Array(this.expectedCount)
    }
    if (wantsPositions && this.expectedPositions > this.positions.length) {
      this.positions = new Int32Array(this.expectedPositions)
    }
  }

  readList(reader: ByteReader, count: number, firstDoc: number): void {
    const { docs, symbols } = this
    const end = this.count + count
    let doc = firstDoc
    for (let i = this.count; i < end; i++) {
      doc += reader.varint()
      docs[i] = doc
      symbols[i] = reader.varint()
    }
    this.count = end
  }

  /** Reads the positions of the last `count` postings. */
  readPositions(reader: ByteReader, count: number): void {
    const { positions, symbols } = this
    let at = this.positionCount
    for (let i = this.count - count; i < this.count; i++) {
      let position = 0
      for (let left = symbolFreq(symbols[i]!); left > 0; left--) {
        position += reader.varint()
        positions[at++] = position
      }
    }
    this.positionCount = at
  }
}

/** All terms of some runs in order, as one inverter would give them; `wantsPositions` false leaves the positions out. */
export function* mergeTerms(runs: readonly PlacedRun[], wantsPositions: boolean): Generator<InvertedTerm> {
  const title = new JoinedField()
  const body = new JoinedField()
  for (const { key, tag, parts } of mergeRecords(runs.map(({ terms }) => terms))) {
    title.clear()
    body.clear()
    let docFreq = 0
    for (const { reader } of parts) {
      const start = reader.position
      docFreq += reader.varint()
      title.expect(reader)
      body.expect(reader)
      reader.position = start
    }
    title.reserve(wantsPositions)
    body.reserve(wantsPositions)
    for (const { reader, source } of parts) {
      const { firstDoc } = runs[source]!
      reader.varint()
      const titles = reader.varint()
      reader.varint()
      const bodies = reader.varint()
      reader.varint()
      title.readList(reader, titles, firstDoc)
      body.readList(reader, bodies, firstDoc)
      if (!wantsPositions) continue
      title.readPositions(reader, titles)
      body.readPositions(reader, bodies)
    }
    yield { stem: key, tag, docFreq, title, body }
  }
}

/** All surface forms of some runs in order. */
export function* mergeWords(runs: readonly PlacedRun[]): Generator<InvertedWord> {
  for (const { key, tag, parts } of mergeRecords(runs.map(({ words }) => words))) {
    let docFreq = 0
    for (const { reader } of parts) docFreq += reader.varint()
    yield { surface: key, tag, stem: parts[0]!.reader.string(), docFreq }
  }
}
