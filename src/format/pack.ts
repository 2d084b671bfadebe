/**
 * What unit is read and checked at once? A pack: an envelope around one body.
 *
 *     pack  := 0xDA 0x4C kind:u8 major:u8 segment:u32 ordinal:varint body crc:u32
 *     body  := bytes                      terms and positions: as they are
 *            | length:varint deflate      all other kinds: raw deflate, with the inflated length
 *
 * `segment` is the id of the segment, the same in all its packs; with kind and ordinal it makes sure that a pack is the
 * one asked for, so that parts of two archives can never be mixed. `crc` is the CRC-32 of everything before it.
 */

import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { crc32 } from '../bytes/crc32.js'
import { checkVersion, FORMAT_MAJOR, MAX_PACK_BYTES } from './version.js'

const MAGIC_0 = 0xda
const MAGIC_1 = 0x4c

/** The kinds of packs, by the number that is written. */
export const PACK_KINDS = {
  root: 1,
  terms: 2,
  positions: 3,
  words: 4,
  ids: 5,
  facet: 6,
  dates: 7,
  'text-dictionary': 8,
  'text-directory': 9,
  removed: 10,
  lexicon: 11,
} as const

export type PackKind = keyof typeof PACK_KINDS

/** Kinds whose body is read in place; all others are deflated. */
export function isPlain(kind: PackKind): boolean {
  return kind === 'terms' || kind === 'positions'
}

/** Which pack it is. */
export interface PackName {
  kind: PackKind
  segment: number
  ordinal: number
}

/** Puts an envelope around a body; a deflated body comes with its inflated length. */
export function sealPack(name: PackName, body: Uint8Array, inflatedLength?: number): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(body.length + 24)
  out.u8(MAGIC_0)
  out.u8(MAGIC_1)
  out.u8(PACK_KINDS[name.kind])
  out.u8(FORMAT_MAJOR)
  out.u32(name.segment)
  out.varint(name.ordinal)
  if (inflatedLength !== undefined) out.varint(inflatedLength)
  out.raw(body)
  out.u32(crc32(out.view()))
  return out.finish()
}

/** The body of a pack, checked: a reader over it, and for deflated kinds the length it must inflate to. */
export interface OpenedPack {
  reader: ByteReader
  inflatedLength: number
}

/** Checks the envelope. For `root` the segment is not compared. */
export function openPack(bytes: Uint8Array, name: PackName, where: string): OpenedPack {
  if (bytes.length < 13) throw corrupt(where, bytes.length, 'the file is too short')
  const head = new ByteReader(bytes, where)
  if (head.u8() !== MAGIC_0 || head.u8() !== MAGIC_1) throw corrupt(where, 0, 'this is not a file of an archive')
  const kind = head.u8()
  checkVersion(head.u8(), where)
  const end = bytes.length - 4
  if (crc32(bytes, 0, end) !== new ByteReader(bytes, where, end).u32()) {
    throw corrupt(where, end, 'the checksum does not match the content')
  }
  const segment = head.u32()
  const ordinal = head.varint()
  if (
    kind !== PACK_KINDS[name.kind] ||
    ordinal !== name.ordinal ||
    (name.kind !== 'root' && segment !== name.segment)
  ) {
    throw corrupt(
      where,
      2,
      `expected ${name.kind} ${name.ordinal} of this segment, found kind ${kind}, number ${ordinal}`,
    )
  }
  const inflatedLength = isPlain(name.kind) ? 0 : head.varint()
  if (inflatedLength > MAX_PACK_BYTES) {
    throw corrupt(where, head.position, `an inflated length of ${inflatedLength} is over ${MAX_PACK_BYTES}`)
  }
  return { reader: new ByteReader(bytes, where, head.position, end), inflatedLength }
}
