/**
 * May a word be one of a set? A set of hashes in a few bits each, with a known share of false positives and no false negatives.
 *
 *     filter := words:varint k:u8 hashes:varint code{hashes}        bits
 *     code   := Rice(hash - previous - 1, k)        hashes ascend, previous is -1 before the first
 *
 * A word's hash is the CRC-32 of its UTF-8, modulo words << k: a word that is not in the set passes once in 2^k.
 */

import { BitReader } from '../bytes/bit-reader.js'
import { BitWriter } from '../bytes/bit-writer.js'
import { type ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { crc32 } from '../bytes/crc32.js'

const MAX_K = 16
const MAX_WORDS = 1 << 20

const encoder = new TextEncoder()

function hashOf(word: string, words: number, k: number): number {
  return crc32(encoder.encode(word)) % Math.max(1, words * 2 ** k)
}

/** The filter of a set of words. */
export function writeWordFilter(words: ReadonlySet<string>, k: number): Uint8Array {
  const hashes = [...new Set([...words].map((word) => hashOf(word, words.size, k)))].sort((a, b) => a - b)
  const bits = new BitWriter()
  let previous = -1
  for (const hash of hashes) {
    bits.rice(hash - previous - 1, k)
    previous = hash
  }
  bits.align()
  const out = new ByteWriter()
  out.varint(words.size)
  out.u8(k)
  out.varint(hashes.length)
  out.raw(bits.view())
  return out.finish()
}

/** A set that was read. */
export interface WordFilter {
  /** False for words that are surely not in the set. */
  has(word: string): boolean
}

/** Reads a filter; what is left of the reader is its bits. */
export function openWordFilter(reader: ByteReader): WordFilter {
  const words = reader.varint()
  const k = reader.u8()
  const count = reader.varint()
  const bytes = reader.raw(reader.remaining)
  if (words > MAX_WORDS || k > MAX_K || count > words || count * (k + 1) > bytes.length * 8) {
    throw corrupt(reader.where, reader.position, `${count} hashes of ${words} words do not fit into the filter`)
  }
  const hashes = new Set<number>()
  const bits = new BitReader(bytes, reader.where)
  let hash = -1
  for (let i = 0; i < count; i++) {
    hash += bits.rice(k) + 1
    hashes.add(hash)
  }
  return { has: (word) => hashes.has(hashOf(word, words, k)) }
}
