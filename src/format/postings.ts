/**
 * Which releases hold a term, how often, in how long a field? One list per term and field.
 *
 *     list    := skips block*                 every list starts on a byte
 *     skips   := (lastDelta:varint length){blocks - 1}       nothing for a single block; length: see block-length.ts
 *     block   := gap{n} symbol{n} padding     n = 128, the rest in the last block; bits, lowest first
 *     gap     := Rice(doc - previous - 1)     previous starts at -1; k from the block's span (last block: the list's)
 *     symbol  := Huffman(min(tf, 8) - 1, length class)  then, when tf >= 8, Rice(tf - 8) with k = 2; one of three codes
 *
 * `lastDelta` is the last document of the block less that of the block before. Example: documents 7 and 11 of 16, in one
 * block: span 16, k = 2, gaps 7 and 3, bits `01 11` and `1 11` (quotient in unary, then two low bits).
 */

import type { BitWriter } from '../bytes/bit-writer.js'
import type { ByteReader } from '../bytes/byte-reader.js'
import { corrupt } from '../bytes/byte-reader.js'
import type { ByteWriter } from '../bytes/byte-writer.js'
import { decodeTable } from '../bytes/huffman.js'
import { readBlockLength, writeBlockLength } from './block-length.js'
import { LENGTH_CLASSES } from './lengths.js'
import { riceParameter } from './rice.js'

/** Documents in a full block. */
export const BLOCK = 128

/** Term frequencies from here on are written with an escape. */
const ESCAPE_FREQ = 8
const ESCAPE_RICE = 2
const CLASS_BITS = 6

/** Size of the symbol alphabet: (min(tf, 8) - 1) * 64 + length class. */
export const SYMBOLS = ESCAPE_FREQ * LENGTH_CLASSES

/** The symbol of a posting, as counted for the code and as decoded: `(tf - 1) << 6 | class`, tf unbounded. */
export function postingSymbol(termFreq: number, lengthClass: number): number {
  return ((termFreq - 1) << CLASS_BITS) | lengthClass
}

export function symbolFreq(symbol: number): number {
  return (symbol >>> CLASS_BITS) + 1
}

export function symbolClass(symbol: number): number {
  return symbol & (LENGTH_CLASSES - 1)
}

/** The alphabet's letter of a decoded symbol. */
export function symbolLetter(symbol: number): number {
  return symbol < SYMBOLS ? symbol : (SYMBOLS - LENGTH_CLASSES) | (symbol & (LENGTH_CLASSES - 1))
}

/** Lists of frequent words have other frequencies than those of rare ones, so each kind has a code of its own. */
export const CODE_CONTEXTS = 3

/** Which code a list of `count` postings uses: 0 in more than a quarter of the documents, 1 in more than a sixteenth, else 2. */
export function codeContext(count: number, docCount: number): number {
  if (count * 4 > docCount) return 0
  return count * 16 > docCount ? 1 : 2
}

/** A Huffman code as the writer needs it. */
export interface SymbolCode {
  lengths: Uint8Array
  codes: Uint16Array
}

/** The decode table of a code: symbols with an escape are followed by bits of their own. */
export function symbolTable(lengths: Uint8Array): Uint32Array {
  return decodeTable(lengths, SYMBOLS - LENGTH_CLASSES)
}

/** The decode tables of a field's codes, by context. */
export type SymbolTables = Readonly<Record<number, Uint32Array>>

/** Tables that are made when a list first needs them: the first search needs few, and waits for those. */
export function symbolTables(codes: readonly Uint8Array[]): SymbolTables {
  const made: Uint32Array[] = []
  const tables: Record<number, Uint32Array> = {}
  codes.forEach((lengths, context) => {
    Object.defineProperty(tables, context, { get: () => (made[context] ??= symbolTable(lengths)) })
  })
  return tables
}

/** Writes one list of `count` postings from `start` in parallel arrays of documents and symbols. */
export function writePostings(
  out: ByteWriter,
  scratch: BitWriter,
  code: SymbolCode,
  docCount: number,
  docs: ArrayLike<number>,
  symbols: ArrayLike<number>,
  start: number,
  count: number,
): void {
  scratch.clear()
  let previous = -1
  let blockStart = 0
  for (let first = 0; first < count; first += BLOCK) {
    const size = Math.min(BLOCK, count - first)
    const isLast = first + size === count
    const last = docs[start + first + size - 1]!
    const k = isLast ? riceParameter(docCount, count) : riceParameter(last - previous, size)
    const before = previous
    for (let i = start + first; i < start + first + size; i++) {
      scratch.rice(docs[i]! - previous - 1, k)
      previous = docs[i]!
    }
    for (let i = start + first; i < start + first + size; i++) writeSymbol(scratch, code, symbols[i]!)
    scratch.align()
    if (!isLast) {
      out.varint(last - before)
      writeBlockLength(out, scratch.length - blockStart)
    }
    blockStart = scratch.length
  }
  out.raw(scratch.view())
}

function writeSymbol(bits: BitWriter, code: SymbolCode, symbol: number): void {
  const letter = symbolLetter(symbol)
  bits.bits(code.codes[letter]!, code.lengths[letter]!)
  const termFreq = symbolFreq(symbol)
  if (termFreq >= ESCAPE_FREQ) bits.rice(termFreq - ESCAPE_FREQ, ESCAPE_RICE)
}

/** One list, opened: where its blocks are. Blocks are decoded one at a time into the caller's arrays. */
export interface PostingsList {
  readonly view: DataView
  readonly where: string
  /** Number of postings. */
  readonly count: number
  readonly docCount: number
  readonly blocks: number
  /** Last document of each block but the last, whose end is not stored and given as the last possible document. */
  readonly lastDocs: Int32Array
  /** Byte offset of each block in the view, and of the end of the list. */
  readonly offsets: Int32Array
  readonly table: Uint32Array
}

/** Opens the list of `count` postings in `byteLength` bytes from the reader's position. */
export function openPostings(
  reader: ByteReader,
  view: DataView,
  count: number,
  byteLength: number,
  docCount: number,
  tables: SymbolTables,
): PostingsList {
  const blocks = Math.ceil(count / BLOCK)
  const end = reader.position + byteLength
  const lastDocs = new Int32Array(blocks)
  const offsets = new Int32Array(blocks + 1)
  let last = -1
  let offset = 0
  for (let block = 0; block + 1 < blocks; block++) {
    lastDocs[block] = last += reader.varint()
    offset += readBlockLength(reader)
    offsets[block + 1] = offset
  }
  lastDocs[blocks - 1] = docCount - 1
  if (last >= docCount || reader.position + offset > end) {
    throw corrupt(reader.where, reader.position, 'the blocks of a postings list exceed it')
  }
  for (let block = 0; block < blocks; block++) offsets[block] = offsets[block]! + reader.position
  offsets[blocks] = end
  const table = tables[codeContext(count, docCount)]!
  return { view, where: reader.where, count, docCount, blocks, lastDocs, offsets, table }
}

/** Number of postings in a block. */
export function blockSize(list: PostingsList, block: number): number {
  return block + 1 < list.blocks ? BLOCK : list.count - block * BLOCK
}

/** Room for the documents or symbols of a block; a few symbols beyond its end are written too. */
export function blockRoom(): Int32Array {
  return new Int32Array(BLOCK + 4)
}

/** Decodes the documents of a block; returns the bit position where its symbols start. */
export function decodeDocs(list: PostingsList, block: number, docs: Int32Array): number {
  const size = blockSize(list, block)
  const view = list.view
  let doc = block === 0 ? -1 : list.lastDocs[block - 1]!
  const k =
    block + 1 < list.blocks
      ? riceParameter(list.lastDocs[block]! - doc, size)
      : riceParameter(list.docCount, list.count)
  const mask = (1 << k) - 1
  let position = list.offsets[block]! * 8
  let i = 0
  while (i < size) {
    // A read holds 25 bits at the least, in which nearly every gap is whole, and often two are.
    let bits = view.getUint32(position >>> 3, true) >>> (position & 7)
    let zeros = 31 - Math.clz32(bits & -bits)
    let used = zeros + 1 + k
    if (bits === 0 || used > 25) {
      let quotient = 0
      while (bits === 0) {
        const skipped = 32 - (position & 7)
        quotient += skipped
        position += skipped
        bits = view.getUint32(position >>> 3, true) >>> (position & 7)
      }
      zeros = 31 - Math.clz32(bits & -bits)
      position += zeros + 1
      const low = (view.getUint32(position >>> 3, true) >>> (position & 7)) & mask
      position += k
      doc += (((quotient + zeros) << k) | low) + 1
      docs[i++] = doc
      continue
    }
    doc += ((zeros << k) | ((bits >>> (zeros + 1)) & mask)) + 1
    docs[i++] = doc
    position += used
    bits >>>= used
    if (bits === 0 || i === size) continue
    zeros = 31 - Math.clz32(bits & -bits)
    used += zeros + 1 + k
    if (used > 25) continue
    doc += ((zeros << k) | ((bits >>> (zeros + 1)) & mask)) + 1
    docs[i++] = doc
    position += zeros + 1 + k
  }
  if (doc >= list.docCount || doc < 0)
    throw corrupt(list.where, position >>> 3, 'a posting names a document that does not exist')
  return position
}

/** Decodes the first `size` symbols of a block from the bit position that {@link decodeDocs} gave, up to four from one read. */
export function decodeSymbols(
  list: PostingsList,
  block: number,
  position: number,
  symbols: Int32Array,
  size = blockSize(list, block),
): void {
  const view = list.view
  const table = list.table
  let i = 0
  while (i < size) {
    let bits = view.getUint32(position >>> 3, true) >>> (position & 7)
    const entry = table[bits & 0xfff]!
    if (entry >= 1 << 22) {
      symbols[i] = entry & 0x1ff
      symbols[i + 1] = (entry >>> 9) & 0x1ff
      i += entry >>> 22
      const used = (entry >>> 18) & 15
      // An escape has neither bits nor count, so that what is written of it here is written over.
      const next = table[(bits >>> used) & 0xfff]!
      symbols[i] = next & 0x1ff
      symbols[i + 1] = (next >>> 9) & 0x1ff
      i += next >>> 22
      position += used + ((next >>> 18) & 15)
      continue
    }
    const letter = entry & 0x1ff
    position += (entry >>> 9) & 15
    bits = view.getUint32(position >>> 3, true) >>> (position & 7)
    let quotient = 0
    while (bits === 0) {
      const skipped = 32 - (position & 7)
      quotient += skipped
      position += skipped
      bits = view.getUint32(position >>> 3, true) >>> (position & 7)
    }
    const zeros = 31 - Math.clz32(bits & -bits)
    position += zeros + 1
    const low = (view.getUint32(position >>> 3, true) >>> (position & 7)) & 3
    position += ESCAPE_RICE
    symbols[i++] = letter + ((((quotient + zeros) << ESCAPE_RICE) | low) << CLASS_BITS)
  }
}
