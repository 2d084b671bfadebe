/**
 * Where in the field does a term stand? One list per term and field, paired with its postings list.
 *
 *     list  := skips block*                  every list starts on a byte
 *     skips := length{blocks - 1}             see block-length.ts
 *     block := (gap{tf}){n} padding          for the n postings of the same block of the postings list
 *     gap   := Rice(position - previous - 1) previous starts at -1 in each release;
 *                                            k from the length that stands for the posting's length class, and tf
 */

import type { BitWriter } from '../bytes/bit-writer.js'
import type { ByteReader } from '../bytes/byte-reader.js'
import { corrupt } from '../bytes/byte-reader.js'
import type { ByteWriter } from '../bytes/byte-writer.js'
import { readBlockLength, writeBlockLength } from './block-length.js'
import { CLASS_LENGTHS, LENGTH_CLASSES } from './lengths.js'
import { BLOCK, symbolClass, symbolFreq } from './postings.js'
import { riceParameter } from './rice.js'

/** Parameters for the frequent small term frequencies, by symbol. */
const PARAMETERS = Uint8Array.from({ length: 16 * LENGTH_CLASSES }, (_, symbol) => parameter(symbol))

function parameter(symbol: number): number {
  return riceParameter(Math.max(1, CLASS_LENGTHS[symbolClass(symbol)]!), symbolFreq(symbol) + 1)
}

function positionParameter(symbol: number): number {
  return symbol < PARAMETERS.length ? PARAMETERS[symbol]! : parameter(symbol)
}

/**
 * Writes the positions of one list: `symbols` from `start` are those of its `count` postings; `positions` from
 * `positionStart` holds tf positions for each, ascending. Returns how many positions were written.
 */
export function writePositions(
  out: ByteWriter,
  scratch: BitWriter,
  symbols: ArrayLike<number>,
  start: number,
  count: number,
  positions: ArrayLike<number>,
  positionStart: number,
): number {
  scratch.clear()
  let next = positionStart
  let blockStart = 0
  for (let first = 0; first < count; first += BLOCK) {
    const size = Math.min(BLOCK, count - first)
    for (let i = start + first; i < start + first + size; i++) {
      const symbol = symbols[i]!
      const k = positionParameter(symbol)
      let previous = -1
      for (let remaining = symbolFreq(symbol); remaining > 0; remaining--) {
        const position = positions[next++]!
        scratch.rice(position - previous - 1, k)
        previous = position
      }
    }
    scratch.align()
    if (first + size < count) writeBlockLength(out, scratch.length - blockStart)
    blockStart = scratch.length
  }
  out.raw(scratch.view())
  return next - positionStart
}

/** One positions list, opened. */
export interface PositionsList {
  readonly view: DataView
  readonly where: string
  /** Byte offset of each block in the view, and of the end of the list. */
  readonly offsets: Int32Array
}

/** Opens the positions that belong to a postings list of `blocks` blocks, in `byteLength` bytes from the reader's position. */
export function openPositions(reader: ByteReader, view: DataView, blocks: number, byteLength: number): PositionsList {
  const end = reader.position + byteLength
  const offsets = new Int32Array(blocks + 1)
  let offset = 0
  for (let block = 0; block + 1 < blocks; block++) {
    offset += readBlockLength(reader)
    offsets[block + 1] = offset
  }
  if (reader.position + offset > end) {
    throw corrupt(reader.where, reader.position, 'the blocks of a positions list exceed it')
  }
  for (let block = 0; block < blocks; block++) offsets[block] = offsets[block]! + reader.position
  offsets[blocks] = end
  return { view, where: reader.where, offsets }
}

/** A growing array of positions, and where those of each posting of the block start. */
export interface BlockPositions {
  values: Int32Array
  /** `starts[i]` to `starts[i + 1]` are the positions of posting i. */
  starts: Int32Array
}

/** Decodes all positions of a block whose `size` symbols are known. */
export function decodePositions(
  list: PositionsList,
  block: number,
  symbols: Int32Array,
  size: number,
  out: BlockPositions,
): void {
  let bit = list.offsets[block]! * 8
  let next = 0
  for (let i = 0; i < size; i++) {
    const termFreq = symbolFreq(symbols[i]!)
    checkFreq(list, block, bit, termFreq)
    if (next + termFreq > out.values.length) out.values = grown(out.values, next + termFreq)
    out.starts[i] = next
    bit = readPositions(list, bit, symbols[i]!, out.values, next)
    next += termFreq
  }
  out.starts[size] = next
}

/** A longer array that begins with the same values. */
export function grown(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(values.length * 2, length))
  longer.set(values)
  return longer
}

/** Every gap takes a bit at least, so a frequency that the rest of a block cannot hold is damage, not a reason to allocate. */
export function checkFreq(list: PositionsList, block: number, bit: number, termFreq: number): void {
  if (termFreq > list.offsets[block + 1]! * 8 - bit)
    throw corrupt(list.where, bit >>> 3, 'a term frequency exceeds its positions')
}

/**
 * Reads the positions of one posting, which start at `bit`, into `out` from `start` on; returns where those of the next
 * posting start.
 */
export function readPositions(
  list: PositionsList,
  bit: number,
  symbol: number,
  out: Int32Array,
  start: number,
): number {
  const view = list.view
  const k = positionParameter(symbol)
  const mask = (1 << k) - 1
  const end = start + symbolFreq(symbol)
  let value = -1
  for (let i = start; i < end; i++) {
    let bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
    let zeros = 31 - Math.clz32(bits & -bits)
    if (bits !== 0 && zeros + k < 25) {
      value += ((zeros << k) | ((bits >>> (zeros + 1)) & mask)) + 1
      out[i] = value
      bit += zeros + 1 + k
      continue
    }
    let quotient = 0
    while (bits === 0) {
      const skipped = 32 - (bit & 7)
      quotient += skipped
      bit += skipped
      bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
    }
    zeros = 31 - Math.clz32(bits & -bits)
    bit += zeros + 1
    value += (((quotient + zeros) << k) | ((view.getUint32(bit >>> 3, true) >>> (bit & 7)) & mask)) + 1
    out[i] = value
    bit += k
  }
  return bit
}

/** Passes over the positions of postings `from` to before `to`, of which those of the first start at `bit`; returns where those of `to` do. */
export function skipPositions(list: PositionsList, bit: number, symbols: Int32Array, from: number, to: number): number {
  const view = list.view
  for (let posting = from; posting < to; posting++) {
    const symbol = symbols[posting]!
    const k = positionParameter(symbol)
    for (let left = symbolFreq(symbol); left > 0; left--) {
      let bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
      while (bits === 0) {
        bit += 32 - (bit & 7)
        bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
      }
      bit += 32 - Math.clz32(bits & -bits) + k
    }
  }
  return bit
}
