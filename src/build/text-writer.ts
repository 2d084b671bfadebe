/** How are releases stored? As lines of JSON in small blocks, deflated with a shared dictionary, in document order. */

import { deflateRawSync } from 'node:zlib'
import { DatelinesError } from '../errors.js'
import { fileName } from '../format/root.js'
import {
  LEAF_BLOCKS,
  MAX_TEXT_BYTES,
  sealTextBlock,
  TEXT_BLOCK_BYTES,
  type TextBlock,
  writeTextDirectory,
} from '../format/texts.js'
import type { PackStream } from './pack-stream.js'
import type { SegmentOutput } from './segment-output.js'

/** A text file takes blocks until it is this long: on a host without Range a row costs a whole file. */
const TEXT_FILE_BYTES = 30 * 1024

/** Text files at the most; they grow beyond. */
const MAX_TEXT_FILES = 260

/** Writes the text blocks of one segment. */
export class TextWriter {
  readonly leaves: number[] = []
  private readonly lines: Buffer[] = []
  private lineBytes = 0
  private docs = 0
  private readonly blocks: TextBlock[] = []
  private leafBlocks = 0
  private file = 0
  private offset = 0
  private held: Uint8Array[] | null = []
  private heldBytes = 0
  private readonly fileBytes: number

  /** `expectedBytes`: length of all lines, from which the length of files follows. */
  constructor(
    private readonly output: SegmentOutput,
    private readonly packs: PackStream,
    private readonly segment: number,
    private readonly dictionary: Uint8Array,
    expectedBytes: number,
  ) {
    this.fileBytes = Math.max(TEXT_FILE_BYTES, (expectedBytes * 0.45) / MAX_TEXT_FILES)
    if (dictionary.length > 0) packs.add('text-dictionary', dictionary)
  }

  /** Adds the next document's line of JSON. */
  add(line: Buffer): void {
    if (line.length > MAX_TEXT_BYTES) {
      throw new DatelinesError('E_INPUT', `a release of ${line.length} bytes is over the limit of ${MAX_TEXT_BYTES}`, {
        reason: 'too-large',
      })
    }
    if (this.lineBytes > 0 && this.lineBytes + line.length > TEXT_BLOCK_BYTES * 1.25) this.closeBlock()
    this.lines.push(line)
    this.lineBytes += line.length + 1
    if (this.lineBytes >= TEXT_BLOCK_BYTES) this.closeBlock()
  }

  /** Writes what is left; returns the blocks of a segment that is still small, null when they are in files. */
  finish(): readonly Uint8Array[] | null {
    if (this.lines.length > 0) this.closeBlock()
    if (this.blocks.length > this.leafBlocks) this.closeLeaf()
    return this.held
  }

  /** Puts held blocks into files; called when the segment turns out not to be small. */
  release(): void {
    const held = this.held
    if (held === null) return
    this.held = null
    let file = 0
    let bytes = 0
    for (const block of held) {
      if (bytes >= this.fileBytes) {
        file++
        bytes = 0
      }
      this.output.append(fileName('texts', file), block)
      bytes += block.length
    }
  }

  private closeBlock(): void {
    const text = Buffer.concat(this.lines.flatMap((line, index) => (index === 0 ? [line] : [NEWLINE, line])))
    const options = this.dictionary.length > 0 ? { level: 9, dictionary: this.dictionary } : { level: 9 }
    const index = this.blocks.length
    const bytes = sealTextBlock(this.segment, index, deflateRawSync(text, options))
    if (this.offset >= this.fileBytes) {
      this.file++
      this.offset = 0
    }
    this.blocks.push({
      firstDoc: this.docs,
      docs: this.lines.length,
      file: this.file,
      offset: this.offset,
      byteLength: bytes.length,
    })
    this.offset += bytes.length
    this.docs += this.lines.length
    this.lines.length = 0
    this.lineBytes = 0
    if (this.held === null) this.output.append(fileName('texts', this.file), bytes)
    else {
      this.held.push(bytes)
      this.heldBytes += bytes.length
      if (this.heldBytes > HELD_BYTES) this.release()
    }
    if (this.blocks.length - this.leafBlocks === LEAF_BLOCKS) this.closeLeaf()
  }

  private closeLeaf(): void {
    const blocks = this.blocks.slice(this.leafBlocks)
    this.leaves.push(blocks[0]!.firstDoc)
    this.packs.add('text-directory', writeTextDirectory(this.leafBlocks, blocks))
    this.leafBlocks = this.blocks.length
  }
}

const NEWLINE = Buffer.from('\n')

/** Blocks held back while the segment may still fit into one file. */
const HELD_BYTES = 64 * 1024
