/**
 * Which document has this id or address? The inflated body of an `ids` pack.
 *
 *     body := count:varint shared:varint{count} suffix:string{count} isUrl:u8{ceil(count / 8)} step:varint{count}
 *
 * Keys are release ids and, where given, addresses; they ascend in code point order, then by document.
 * `shared` counts UTF-16 units shared with the key before; `isUrl` is one bit a key, lowest first. `step` is the document
 * less that of the key before (0 before the first), zigzag: ids are often given in the order of time.
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
  const flags = new Uint8Array((entries.length + 7) >> 3)
  entries.forEach(({ isUrl }, index) => {
    if (isUrl) flags[index >> 3]! |= 1 << (index & 7)
  })
  out.raw(flags)
  let last = 0
  for (const { doc } of entries) {
    const step = doc - last
    out.varint(step < 0 ? -2 * step - 1 : 2 * step)
    last = doc
  }
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
  const flags = reader.raw((count + 7) >> 3)
  let doc = 0
  const entries = keys.map((each, index) => {
    const step = reader.varint()
    doc += step % 2 === 1 ? -(step + 1) / 2 : step / 2
    if (doc < 0) throw corrupt(reader.where, reader.position, 'an id names a document before the first')
    return { key: each, isUrl: (flags[index >> 3]! & (1 << (index & 7))) !== 0, doc }
  })
  reader.finish()
  return entries
}
