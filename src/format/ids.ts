/**
 * Which document has this id or address? The inflated body of an `ids` pack.
 *
 *     body := count:varint shared:varint{count} suffix:string{count} (document << 1 | isUrl):varint{count}
 *
 * Keys are release ids and, where given, addresses; they ascend in code point order, then by document.
 * `shared` counts UTF-16 units shared with the key before.
 */

import type { ByteReader } from '../bytes/byte-reader.js'
import { corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { sharedUnits } from '../bytes/utf8.js'

export interface IdEntry {
  key: string
  isUrl: boolean
  doc: number
}

/** The body for entries in order. */
export function writeIds(entries: readonly IdEntry[]): Uint8Array {
  const out = new ByteWriter(entries.length * 8 + 16)
  out.varint(entries.length)
  let previous = ''
  const suffixes = entries.map(({ key }) => {
    const shared = sharedUnits(previous, key)
    out.varint(shared)
    previous = key
    return key.slice(shared)
  })
  for (const suffix of suffixes) out.string(suffix)
  for (const { doc, isUrl } of entries) out.varint(doc * 2 + (isUrl ? 1 : 0))
  return out.finish()
}

/** Every entry of an inflated body, in order. */
export function openIds(reader: ByteReader): IdEntry[] {
  const count = reader.count(3)
  const shared = Array.from({ length: count }, () => reader.varint())
  let key = ''
  const keys = shared.map((units) => {
    if (units > key.length) throw corrupt(reader.where, reader.position, 'an id shares more than there is')
    key = key.slice(0, units) + reader.string()
    return key
  })
  const entries = keys.map((each) => {
    const value = reader.varint()
    return { key: each, isUrl: value % 2 === 1, doc: Math.floor(value / 2) }
  })
  reader.finish()
  return entries
}
