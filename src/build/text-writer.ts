/** Where do blocks of stored releases go? Into files of some length, one after the other, with a directory. */

import { fileName } from '../format/root.js'
import {
  MAX_LEAF_BLOCKS,
  sealTextBlock,
  TEXT_BLOCK_BYTES,
  type TextBlock,
  writeTextDirectory,
} from '../format/texts.js'
import type { PackStream } from './pack-stream.js'
import type { SegmentOutput } from './segment-output.js'

/** A text file takes blocks until it is this long: on a host without Range a row costs a whole file. */
const TEXT_FILE_BYTES = 20 * 1024

/** Text files at the most; they grow beyond. */
const MAX_TEXT_FILES = 400

/**
 * Blocks of a leaf in a segment that needs several. A first answer reads one leaf in advance; several are read when the rows are
 * known, most rows another one, and are small for that.
 */
const LEAF_BLOCKS = 1024

/** Writes the text blocks of one segment. */
export class TextWriter {
  readonly leaves: number[] = []
  private docs = 0
  private blockCount = 0
  /** The blocks since the last leaf. */
  private readonly leaf: TextBlock[] = []
  private file = 0
  private offset = 0
  /** Blocks of a segment that may still be a single file: all of them are in the leaf. */
  private held: Uint8Array[] | null = []
  private readonly fileBytes: number
  private readonly leafBlocks: number

  /** `expectedBytes`: length of all lines, from which the length of files follows. */
  constructor(
    private readonly output: SegmentOutput,
    private readonly packs: PackStream,
    private readonly segment: number,
    dictionary: Uint8Array,
    expectedBytes: number,
  ) {
    this.fileBytes = Math.max(TEXT_FILE_BYTES, (expectedBytes * 0.45) / MAX_TEXT_FILES)
    this.leafBlocks = expectedBytes / TEXT_BLOCK_BYTES < MAX_LEAF_BLOCKS * 0.9 ? MAX_LEAF_BLOCKS : LEAF_BLOCKS
    if (dictionary.length > 0) packs.add('text-dictionary', dictionary)
  }

  /** Adds the next block: its deflated bytes, and of how many documents it is. */
  add(deflated: Uint8Array, docs: number): void {
    const index = this.blockCount++
    const bytes = sealTextBlock(this.segment, index, deflated)
    if (this.held === null) this.openFile()
    this.leaf.push({ firstDoc: this.docs, docs, file: this.file, offset: this.offset, byteLength: bytes.length })
    this.offset += bytes.length
    this.docs += docs
    if (this.held === null) this.output.append(fileName('texts', this.file), bytes)
    else {
      this.held.push(bytes)
      if (this.offset > HELD_BYTES || this.leaf.length === this.leafBlocks) this.spread(this.held)
    }
    if (this.leaf.length === this.leafBlocks) this.closeLeaf()
  }

  /** Goes on to the next file when this one is long enough. */
  private openFile(): void {
    if (this.offset < this.fileBytes) return
    this.file++
    this.offset = 0
  }

  /** Puts held blocks, which are too many for a single file, into several. */
  private spread(held: readonly Uint8Array[]): void {
    this.held = null
    this.offset = 0
    for (const [index, bytes] of held.entries()) {
      this.openFile()
      Object.assign(this.leaf[index]!, { file: this.file, offset: this.offset })
      this.output.append(fileName('texts', this.file), bytes)
      this.offset += bytes.length
    }
  }

  /** Writes what is left; returns the blocks of a segment that is still small, null when they are in files. */
  finish(): readonly Uint8Array[] | null {
    if (this.leaf.length > 0) this.closeLeaf()
    return this.held
  }

  /** Puts held blocks into a file; called when the segment turns out not to be small, though its texts are. */
  release(): void {
    for (const block of this.held ?? []) this.output.append(fileName('texts', 0), block)
    this.held = null
  }

  private closeLeaf(): void {
    this.leaves.push(this.leaf[0]!.firstDoc)
    this.packs.add('text-directory', writeTextDirectory(this.blockCount - this.leaf.length, this.leaf))
    this.leaf.length = 0
  }
}

/** Blocks held back while the segment may still fit into one file. */
const HELD_BYTES = 64 * 1024
