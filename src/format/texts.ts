/**
 * Where is the stored text of a release? Small compressed blocks, their directory, and the dictionary they share.
 *
 *     text block       := crc:u32 deflate          raw deflate with the preset dictionary; inflated: one release a line (see `stored-release.ts`)
 *     text file        := text block*              nothing else; blocks are read alone
 *     text directory   := (inflated body of a `text-directory` pack, one leaf)
 *                         firstBlock:varint blocks:varint file:varint offset:varint
 *                         docs:varint{blocks} (length << 1 | opensFile:varint){blocks}
 *     text dictionary  := (inflated body of a `text-dictionary` pack) the preset dictionary, at most 32 KiB
 *
 * `crc` is the CRC-32 of the deflated bytes, exclusive-or'ed with a mix of segment id and block number, so that a block
 * in the wrong place is refused. `file` and `offset` say where the leaf's first block begins; a block that opens a file is at its start.
 */

import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { crc32 } from '../bytes/crc32.js'

/** Text blocks a leaf of the directory describes at the most. */
export const LEAF_BLOCKS = 4096

/** Bytes of JSON after which a block is closed. */
export const TEXT_BLOCK_BYTES = 4096

/** A block never inflates to more than this; a single larger release is refused when building. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024

/** A text block as the directory knows it. */
export interface TextBlock {
  firstDoc: number
  docs: number
  file: number
  offset: number
  byteLength: number
}

function seal(segment: number, block: number): number {
  return (segment ^ Math.imul(block + 1, 0x9e3779b1)) >>> 0
}

/** A text block from its deflated bytes. */
export function sealTextBlock(segment: number, block: number, deflated: Uint8Array): Uint8Array {
  const out = new ByteWriter(deflated.length + 4)
  out.u32((crc32(deflated) ^ seal(segment, block)) >>> 0)
  out.raw(deflated)
  return out.finish()
}

/** The deflated bytes of a text block, checked. */
export function openTextBlock(bytes: Uint8Array, segment: number, block: number, where: string): Uint8Array {
  const crc = new ByteReader(bytes, where).u32()
  if ((crc32(bytes, 4) ^ seal(segment, block)) >>> 0 !== crc) {
    throw corrupt(where, 0, 'the checksum of a text block does not match')
  }
  return bytes.subarray(4)
}

/** The body of one leaf; `blocks` are all those of the leaf. */
export function writeTextDirectory(firstBlock: number, blocks: readonly TextBlock[]): Uint8Array {
  const out = new ByteWriter(blocks.length * 4 + 32)
  out.varint(firstBlock)
  out.varint(blocks.length)
  out.varint(blocks[0]?.file ?? 0)
  out.varint(blocks[0]?.offset ?? 0)
  for (const block of blocks) out.varint(block.docs)
  for (const block of blocks) out.varint(block.byteLength * 2 + (block.offset === 0 ? 1 : 0))
  return out.finish()
}

/** A leaf, decoded. */
export interface TextDirectory {
  firstBlock: number
  blocks: TextBlock[]
}

/** Decodes the leaf whose first document is `firstDoc`. */
export function openTextDirectory(reader: ByteReader, firstDoc: number): TextDirectory {
  const firstBlock = reader.varint()
  const count = reader.count(2, LEAF_BLOCKS)
  let file = reader.varint()
  let offset = reader.varint()
  let doc = firstDoc
  const docs = Array.from({ length: count }, () => reader.varint())
  const blocks = docs.map((size, index) => {
    const value = reader.varint()
    if (value % 2 === 1 && index > 0) {
      file++
      offset = 0
    }
    const block: TextBlock = { firstDoc: doc, docs: size, file, offset, byteLength: Math.floor(value / 2) }
    doc += size
    offset += block.byteLength
    return block
  })
  reader.finish()
  return { firstBlock, blocks }
}

/** The index in the leaf of the block that holds a document, or -1. */
export function findTextBlock(directory: TextDirectory, doc: number): number {
  let low = 0
  let high = directory.blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (directory.blocks[middle]!.firstDoc <= doc) low = middle + 1
    else high = middle
  }
  const block = directory.blocks[low - 1]
  return block !== undefined && doc < block.firstDoc + block.docs ? low - 1 : -1
}
