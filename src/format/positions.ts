/**
 * Where in the field does a term stand? One list per term and field, paired with its postings list.
 *
 *     list  := skips block*                  every list starts on a byte
 *     skips := length{blocks - 1}             see block-length.ts
 *     block := quotient* padding rest*       for the n postings of the same block of the postings list, tf of each
 *     gap   := position - previous - 1       previous starts at -1 in each release; k from the length that stands for
 *                                            the posting's length class, and tf
 *     quotient := gap >> k zeros, then a one;  rest := the k lowest bits of a gap, those of the last gap first
 *
 * These are Rice codes with their two parts kept apart, quotients from the front and rests from the end, so that postings are
 * passed over without being decoded: symbols tell how many bits their rests take, and their quotients end with the n-th
 * one, counted a word at a time.
 */

import type { BitWriter } from '../bytes/bit-writer.js'
import type { ByteReader } from '../bytes/byte-reader.js'
import { corrupt } from '../bytes/byte-reader.js'
import type { ByteWriter } from '../bytes/byte-writer.js'
import { popCount } from '../bytes/pop-count.js'
import { readBlockLength, writeBlockLength } from './block-length.js'
import { CLASS_LENGTHS, LENGTH_CLASSES } from './lengths.js'
import { BLOCK, symbolClass, symbolFreq } from './postings.js'
import { riceParameter } from './rice.js'

/** Parameters for the frequent small term frequencies, and the bits of all rests of a posting, by symbol. */
const PARAMETERS = Uint8Array.from({ length: 16 * LENGTH_CLASSES }, (_, symbol) => parameter(symbol))
const REST_BITS = Uint16Array.from(PARAMETERS, (k, symbol) => k * symbolFreq(symbol))

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
    const from = start + first
    let rests = 0
    for (let i = from; i < from + size; i++) {
      const symbol = symbols[i]!
      const k = positionParameter(symbol)
      let previous = -1
      for (const end = next + symbolFreq(symbol); next < end; next++) {
        scratch.rice((positions[next]! - previous - 1) >>> k, 0)
        previous = positions[next]!
        rests += k
      }
    }
    scratch.pad(rests)
    let last = next
    for (let i = from + size - 1; i >= from; i--) {
      const symbol = symbols[i]!
      const k = positionParameter(symbol)
      const begin = last - symbolFreq(symbol)
      while (last > begin) {
        last--
        const gap = positions[last]! - (last > begin ? positions[last - 1]! : -1) - 1
        scratch.bits(gap & ((1 << k) - 1), k)
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

/** A longer array that begins with the same values. */
export function grown(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(values.length * 2, length))
  longer.set(values)
  return longer
}

/** The positions of one block, read posting by posting in any steps forward. */
export class PositionsBlock {
  private list!: PositionsList
  private symbols!: Int32Array
  /** The posting whose parts come next, the bit where its quotients start, and that where its rests end. */
  private next = 0
  private bit = 0
  private rest = 0

  /** Turns to a block whose symbols are known as far as it will be read; they are looked at until the next call. */
  open(list: PositionsList, block: number, symbols: Int32Array): void {
    this.list = list
    this.symbols = symbols
    this.next = 0
    this.bit = list.offsets[block]! * 8
    this.rest = list.offsets[block + 1]! * 8
  }

  /**
   * Makes sure that the positions of a posting, which is none of those read, are where they can be.
   *
   * @returns how many there are
   */
  seek(posting: number): number {
    const { symbols } = this
    let { rest } = this
    let codes = 0
    for (let i = this.next; i < posting; i++) {
      const symbol = symbols[i]!
      rest -= symbol < REST_BITS.length ? REST_BITS[symbol]! : parameter(symbol) * symbolFreq(symbol)
      codes += symbolFreq(symbol)
    }
    this.rest = rest
    this.next = posting
    this.bit = this.pass(codes)
    const termFreq = symbolFreq(symbols[posting]!)
    // Every quotient takes a bit at least: what the block cannot hold is damage, not a reason to allocate.
    if (termFreq > rest - this.bit)
      throw corrupt(this.list.where, this.bit >>> 3, 'a term frequency exceeds its positions')
    return termFreq
  }

  /** Reads the positions of the posting that was sought into `out` from `start` on. */
  read(out: Int32Array, start: number): void {
    const { view } = this.list
    const symbol = this.symbols[this.next++]!
    const k = positionParameter(symbol)
    const mask = (1 << k) - 1
    const end = start + symbolFreq(symbol)
    let { bit, rest } = this
    let position = -1
    for (let i = start; i < end; i++) {
      let bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
      let quotient = 0
      while (bits === 0) {
        const skipped = 32 - (bit & 7)
        quotient += skipped
        bit += skipped
        bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
      }
      const zeros = 31 - Math.clz32(bits & -bits)
      bit += zeros + 1
      rest -= k
      position += (((quotient + zeros) << k) | ((view.getUint32(rest >>> 3, true) >>> (rest & 7)) & mask)) + 1
      out[i] = position
    }
    this.bit = bit
    this.rest = rest
  }

  /** Whether all was read, and nothing is left between quotients and rests. */
  get isDone(): boolean {
    const left = this.rest - this.bit
    return left >= 0 && left < 8
  }

  /** Where the quotients start that follow so many others. */
  private pass(codes: number): number {
    const { view } = this.list
    let { bit } = this
    while (codes > 0) {
      let bits = view.getUint32(bit >>> 3, true) >>> (bit & 7)
      const ones = popCount(bits)
      if (ones < codes) {
        codes -= ones
        bit += 32 - (bit & 7)
        continue
      }
      while (--codes > 0) bits &= bits - 1
      bit += 32 - Math.clz32(bits & -bits)
    }
    return bit
  }
}
