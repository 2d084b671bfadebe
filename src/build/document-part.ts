/** What do some documents that follow each other come to, beside their terms? Text blocks and sketches; on any thread. */

import { decodeRelease } from '../format/stored-release.js'
import { RECORD, TextSketcher } from '../ingest/extract/text-sketch.js'
import { BlockBorders, deflateBlock } from './text-blocks.js'

/** Documents that follow each other. The first of them begins a text block. */
export interface DocumentPart {
  /** Their lines, with a line feed after each. */
  lines: Uint8Array<ArrayBuffer>
  /** Length of each line, without it. */
  lengths: Uint32Array<ArrayBuffer>
}

/** What they come to, in arrays that can go from one thread to another. */
export interface PartTexts {
  /** Deflated text blocks, one after the other. */
  blocks: Uint8Array<ArrayBuffer>
  /** The length of each block, and of how many documents it is. */
  blockLengths: Uint32Array<ArrayBuffer>
  blockDocs: Uint32Array<ArrayBuffer>
  /** By document: what near-duplicates are found by. */
  sketches: Uint16Array<ArrayBuffer>
  wholes: Float64Array<ArrayBuffer>
  wordCounts: Uint32Array<ArrayBuffer>
}

/** Goes through parts, one after the other. */
export class PartReader {
  private readonly sketcher = new TextSketcher()
  private readonly decoder = new TextDecoder()

  /** @param dictionary preset dictionary of the text blocks */
  constructor(private readonly dictionary: Uint8Array) {}

  /** Tells `addText` the texts of a part in their order, and returns what else there is to keep of them. */
  read(
    { lines, lengths }: DocumentPart,
    addText: (title: string, body: string, language: string | undefined) => void,
  ): PartTexts {
    const docs = lengths.length
    const sketches = new Uint16Array(docs * RECORD)
    const wholes = new Float64Array(docs)
    const wordCounts = new Uint32Array(docs)
    let at = 0
    for (let doc = 0; doc < docs; doc++) {
      const end = at + lengths[doc]!
      const { title, body, language } = decodeRelease(this.decoder.decode(lines.subarray(at, end)), 'spooled release')
      addText(title, body, language)
      const { whole, wordCount, record } = this.sketcher.sketch(title, body)
      sketches.set(record, doc * RECORD)
      wholes[doc] = whole
      wordCounts[doc] = wordCount
      at = end + 1
    }
    return { ...this.blocks(lines, lengths), sketches, wholes, wordCounts }
  }

  private blocks(lines: Uint8Array, lengths: Uint32Array): Pick<PartTexts, 'blocks' | 'blockLengths' | 'blockDocs'> {
    const borders = new BlockBorders()
    const deflated: Uint8Array[] = []
    const docs: number[] = []
    let first = 0
    let start = 0
    let at = 0
    const close = (end: number): void => {
      // The last line feed is between blocks.
      deflated.push(deflateBlock(lines.subarray(start, at - 1), this.dictionary))
      docs.push(end - first)
      first = end
      start = at
    }
    for (let doc = 0; doc < lengths.length; doc++) {
      const { closesBefore, closesAfter } = borders.next(lengths[doc]!)
      if (closesBefore) close(doc)
      at += lengths[doc]! + 1
      if (closesAfter) close(doc + 1)
    }
    if (first < lengths.length) close(lengths.length)
    const blocks = new Uint8Array(deflated.reduce((sum, { length }) => sum + length, 0))
    let used = 0
    for (const block of deflated) {
      blocks.set(block, used)
      used += block.length
    }
    return {
      blocks,
      blockLengths: Uint32Array.from(deflated, ({ length }) => length),
      blockDocs: Uint32Array.from(docs),
    }
  }
}
