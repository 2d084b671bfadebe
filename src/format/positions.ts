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
  const view = list.view
  const bitEnd = list.offsets[block + 1]! * 8
  let position = list.offsets[block]! * 8
  let next = 0
  for (let i = 0; i < size; i++) {
    const symbol = symbols[i]!
    const k = positionParameter(symbol)
    const mask = (1 << k) - 1
    const termFreq = symbolFreq(symbol)
    if (next + termFreq > out.values.length) {
      // Every gap takes a bit at least, so a frequency that the block cannot hold is damage, not a reason to allocate.
      if (termFreq > bitEnd - position)
        throw corrupt(list.where, position >>> 3, 'a term frequency exceeds its positions')
      const grown = new Int32Array(Math.max(out.values.length * 2, next + termFreq))
      grown.set(out.values)
      out.values = grown
    }
    out.starts[i] = next
    let value = -1
    for (let remaining = termFreq; remaining > 0; remaining--) {
      let bits = view.getUint32(position >>> 3, true) >>> (position & 7)
      let quotient = 0
      while (bits === 0) {
        const skipped = 32 - (position & 7)
        quotient += skipped
        position += skipped
        bits = view.getUint32(position >>> 3, true) >>> (position & 7)
      }
      const zeros = 31 - Math.clz32(bits & -bits)
      position += zeros + 1
      const low = (view.getUint32(position >>> 3, true) >>> (position & 7)) & mask
      position += k
      value += (((quotient + zeros) << k) | low) + 1
      out.values[next++] = value
    }
  }
  out.starts[size] = next
}
