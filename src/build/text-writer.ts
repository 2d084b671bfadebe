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
  private held: Uint8Array[] | null = []
  private heldBytes = 0
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
    if (this.offset >= this.fileBytes) {
      this.file++
      this.offset = 0
    }
    this.leaf.push({ firstDoc: this.docs, docs, file: this.file, offset: this.offset, byteLength: bytes.length })
    this.offset += bytes.length
    this.docs += docs
    if (this.held === null) this.output.append(fileName('texts', this.file), bytes)
    else {
      this.held.push(bytes)
      this.heldBytes += bytes.length
      if (this.heldBytes > HELD_BYTES) this.release()
    }
    if (this.leaf.length === this.leafBlocks) this.closeLeaf()
  }

  /** Writes what is left; returns the blocks of a segment that is still small, null when they are in files. */
  finish(): readonly Uint8Array[] | null {
    if (this.leaf.length > 0) this.closeLeaf()
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

  private closeLeaf(): void {
    this.leaves.push(this.leaf[0]!.firstDoc)
    this.packs.add('text-directory', writeTextDirectory(this.blockCount - this.leaf.length, this.leaf))
    this.leaf.length = 0
  }
}

/** Blocks held back while the segment may still fit into one file. */
const HELD_BYTES = 64 * 1024
