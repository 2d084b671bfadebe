/**
 * Which releases of older segments are gone? The inflated body of a `removed` pack.
 *
 *     body := (segments:varint) (segment:u32 docs:ascending){segments}
 *
 * Documents are numbered as in the segment they are removed from.
 */

import type { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'

/** Removed documents by segment id. */
export type Removed = Map<number, number[]>

export function writeRemoved(removed: Removed): Uint8Array {
  const out = new ByteWriter()
  out.varint(removed.size)
  for (const [segment, docs] of removed) {
    out.u32(segment)
    out.ascending(docs)
  }
  return out.finish()
}

export function openRemoved(reader: ByteReader): Removed {
  const removed: Removed = new Map()
  for (let left = reader.count(5); left > 0; left--) removed.set(reader.u32(), reader.ascending())
  reader.finish()
  return removed
}
