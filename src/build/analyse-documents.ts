/** Who goes through the documents of a segment? This thread, or workers, in parts that come back in order; the bytes are the same. */

import type { AnalyserDescription } from '../analysis/analyser.js'
import { DocumentIndex, type DocumentRun, IndexFiller, RunBuilder } from './document-index.js'
import { type DocumentPart, PartReader, type PartTexts } from './document-part.js'
import type { OrderedSpool } from './spool.js'
import { BlockBorders } from './text-blocks.js'
import type { Turns } from './turns.js'
import { inOrder, type Job, WorkerPool } from './worker-pool.js'

/** Bytes of lines in a part on this thread: others have their turn between parts. */
const OWN_PART_BYTES = 128 * 1024

/** Bytes of lines in a part for a worker at the least; less is not worth the way. */
const LEAST_PART_BYTES = 512 * 1024

/** Parts for each worker of a small collection, so that none waits long for the last. */
const PARTS_A_WORKER = 3

/** Shares of the memory of a build: tokens that are sorted, and runs that wait. */
const SORTED_SHARE = 16
const WAITING_SHARE = 8

/** Bytes that the tokens of one byte of text take while they are sorted. */
const BYTES_SORTED = 4

/** What a worker is told once. */
export interface AnalyseSetup {
  description: AnalyserDescription
  dictionary: Uint8Array
  /** Bytes that the forms its analyser has seen may take. */
  memory: number
}

/** What comes of a part in a worker. */
export interface AnalysedPart {
  texts: PartTexts
  run: DocumentRun
}

/** The work of a worker: see {@link AnalyseSetup}. */
export const createJob = async ({
  description,
  dictionary,
  memory,
}: AnalyseSetup): Promise<Job<DocumentPart, AnalysedPart>> => {
  const builder = await RunBuilder.create(description, memory)
  const reader = new PartReader(dictionary)
  return async (part) => {
    const texts = reader.read(part, (title, body, language) => builder.add(title, body, language))
    const run = await builder.take()
    const buffers = [texts.blocks, texts.sketches, texts.wholes, run.run.terms, run.run.words]
    return { result: { texts, run }, transfer: buffers.map(({ buffer }) => buffer) }
  }
}

/** Documents that have been gone through, from a number on. */
export interface PartDone {
  firstDoc: number
  texts: PartTexts
}

/** Goes through all documents: gives what is to be kept of their texts, in order, and fills an index with their terms. */
export class DocumentAnalysis {
  readonly index: DocumentIndex

  constructor(
    private readonly spool: OrderedSpool,
    private readonly setup: Omit<AnalyseSetup, 'memory'>,
    private readonly turns: Turns,
  ) {
    this.index = new DocumentIndex(spool.memory / WAITING_SHARE, spool.directory)
  }

  /** @param workers how many; 0 for none but this thread */
  parts(workers: number): AsyncGenerator<PartDone> {
    return workers > 0 ? this.inWorkers(workers) : this.here()
  }

  private async *here(): AsyncGenerator<PartDone> {
    const { spool, setup, turns } = this
    const sorted = spool.memory / SORTED_SHARE
    const filler = new IndexFiller(this.index, await RunBuilder.create(setup.description, sorted))
    const reader = new PartReader(setup.dictionary)
    for (const { firstDoc, part } of cutParts(spool, Math.min(OWN_PART_BYTES, sorted))) {
      const texts = reader.read(part, (title, body, language) => filler.add(title, body, language))
      await filler.settle()
      yield { firstDoc, texts }
      if (turns.due) await turns.pass()
    }
    await filler.finish()
  }

  private async *inWorkers(workers: number): AsyncGenerator<PartDone> {
    const { spool, setup } = this
    const memory = spool.memory / SORTED_SHARE / workers
    const wanted = spool.byteLength / (workers * PARTS_A_WORKER)
    const limit = Math.min(Math.max(LEAST_PART_BYTES, wanted), memory / BYTES_SORTED)
    const pool = new WorkerPool<DocumentPart, AnalysedPart>('analyse', workers, { ...setup, memory })
    try {
      const firsts: number[] = []
      const tasks = function* () {
        for (const { firstDoc, part } of cutParts(spool, limit)) {
          firsts.push(firstDoc)
          yield { task: part, transfer: [part.lines.buffer] }
        }
      }
      for await (const { texts, run } of inOrder(pool, tasks())) {
        const firstDoc = firsts.shift()!
        this.index.addRun(run, firstDoc)
        yield { firstDoc, texts }
        if (this.turns.due) await this.turns.pass()
      }
    } finally {
      await pool.close()
    }
  }
}

/** Cuts documents between text blocks, once a part has so many bytes. */
function* cutParts(spool: OrderedSpool, limit: number): Generator<{ firstDoc: number; part: DocumentPart }> {
  const borders = new BlockBorders()
  let byteLength = 0
  let firstDoc = 0
  const take = (end: number) => {
    const taken = { firstDoc, part: readPart(spool, firstDoc, end) }
    byteLength = 0
    firstDoc = end
    return taken
  }
  for (let doc = 0; doc < spool.count; doc++) {
    const length = spool.lineLength(doc)
    const { closesBefore, closesAfter } = borders.next(length)
    if (closesBefore && byteLength >= limit) yield take(doc)
    byteLength += length
    if (closesAfter && byteLength >= limit) yield take(doc + 1)
  }
  if (firstDoc < spool.count) yield take(spool.count)
}

const NEWLINE = 0x0a

function readPart(spool: OrderedSpool, from: number, to: number): DocumentPart {
  const lengths = Uint32Array.from({ length: to - from }, (_, index) => spool.lineLength(from + index))
  const lines = new Uint8Array(lengths.reduce((sum, length) => sum + length + 1, 0))
  let at = 0
  for (let doc = from; doc < to; doc++) {
    spool.copyLine(doc, lines, at)
    at += lengths[doc - from]!
    lines[at++] = NEWLINE
  }
  return { lines, lengths }
}
