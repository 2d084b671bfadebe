/**
 * Where is the stored text of a release? Small compressed blocks, their directory, and the dictionary they share.
 *
 *     text block       := crc:u32 deflate          raw deflate with the preset dictionary; inflated: one release a line (see `stored-release.ts`)
 *     text file        := text block*              nothing else; blocks are read alone
 *     text directory   := (inflated body of a `text-directory` pack, one leaf)
 *                         firstBlock:varint blocks:varint file:varint offset:varint opens:ascending
 *                         middle:varint k:u8{2} (Rice(docs, k[0]) Rice(zigzag(length - middle), k[1])){blocks}   bits
 *     text dictionary  := (inflated body of a `text-dictionary` pack) the preset dictionary, at most 32 KiB
 *
 * `crc` is the CRC-32 of the deflated bytes, exclusive-or'ed with a mix of segment id and block number, so that a block
 * in the wrong place is refused. `file` and `offset` say where the leaf's first block begins; each of the blocks `opens` is at the start of
 * the next file. zigzag(d) is 2d, or -2d - 1 where d is negative.
 */

import { BitReader } from '../bytes/bit-reader.js'
import { BitWriter } from '../bytes/bit-writer.js'
import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { crc32 } from '../bytes/crc32.js'

/** Text blocks a leaf of the directory describes at the most. */
export const MAX_LEAF_BLOCKS = 8192

const MAX_K = 24

/** Bytes of JSON after which a block is closed. */
export const TEXT_BLOCK_BYTES = 4224

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
  const out = new ByteWriter(blocks.length * 2 + 64)
  out.varint(firstBlock)
  out.varint(blocks.length)
  out.varint(blocks[0]?.file ?? 0)
  out.varint(blocks[0]?.offset ?? 0)
  out.ascending(blocks.flatMap(({ offset }, index) => (index > 0 && offset === 0 ? [index] : [])))
  const bytes = blocks.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const middle = Math.round(bytes / Math.max(1, blocks.length))
  const docs = blocks.map((block) => block.docs)
  const lengths = blocks.map(({ byteLength }) => zigzag(byteLength - middle))
  const [docsK, lengthK] = [bestParameter(docs), bestParameter(lengths)]
  out.varint(middle)
  out.u8(docsK)
  out.u8(lengthK)
  const bits = new BitWriter()
  for (let i = 0; i < blocks.length; i++) {
    bits.rice(docs[i]!, docsK)
    bits.rice(lengths[i]!, lengthK)
  }
  bits.align()
  out.raw(bits.view())
  return out.finish()
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

/** The Rice parameter with which these values take the fewest bits. */
function bestParameter(values: readonly number[]): number {
  const bitsWith = (k: number): number => values.reduce((sum, value) => sum + (value >>> k), values.length * (k + 1))
  let best = 0
  for (let k = 1; k <= MAX_K; k++) if (bitsWith(k) < bitsWith(best)) best = k
  return best
}

/** A leaf, decoded. */
export interface TextDirectory {
  firstBlock: number
  blocks: TextBlock[]
}

/** Decodes the leaf whose first document is `firstDoc`. */
export function openTextDirectory(reader: ByteReader, firstDoc: number): TextDirectory {
  const firstBlock = reader.varint()
  const count = reader.count(0, MAX_LEAF_BLOCKS)
  let file = reader.varint()
  let offset = reader.varint()
  const opens = new Set(reader.ascending())
  const middle = reader.varint()
  const [docsK, lengthK] = [reader.u8(), reader.u8()]
  if (docsK > MAX_K || lengthK > MAX_K) throw corrupt(reader.where, reader.position, 'a Rice parameter is too large')
  const bits = new BitReader(reader.raw(reader.remaining), reader.where)
  let firstOfBlock = firstDoc
  const blocks = Array.from({ length: count }, (_, index): TextBlock => {
    if (opens.has(index)) {
      file++
      offset = 0
    }
    const docs = bits.rice(docsK)
    const code = bits.rice(lengthK)
    const byteLength = middle + (code % 2 === 1 ? -(code + 1) / 2 : code / 2)
    if (byteLength < 0) throw corrupt(reader.where, reader.position, 'a text block has a negative length')
    const block = { firstDoc: firstOfBlock, docs, file, offset, byteLength }
    firstOfBlock += docs
    offset += byteLength
    return block
  })
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
