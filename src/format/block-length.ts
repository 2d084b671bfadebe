/** How long is a block of a list? Lengths cluster, so what is written is how far off the usual one they are. */

import type { ByteReader } from '../bytes/byte-reader.js'
import { corrupt } from '../bytes/byte-reader.js'
import type { ByteWriter } from '../bytes/byte-writer.js'

/** Bytes of a usual block of 128 postings, or of their positions; from 112 to 239 take one byte. */
const USUAL = 176

/** Writes a byte length as its difference from the usual one: 2d where d >= 0, else -2d - 1. */
export function writeBlockLength(out: ByteWriter, byteLength: number): void {
  const difference = byteLength - USUAL
  out.varint(difference < 0 ? -2 * difference - 1 : 2 * difference)
}

export function readBlockLength(reader: ByteReader): number {
  const value = reader.varint()
  const byteLength = USUAL + (value % 2 === 1 ? -(value + 1) / 2 : value / 2)
  if (byteLength < 0) throw corrupt(reader.where, reader.position, 'a block has a negative length')
  return byteLength
}
