/** Which documents hold a term? Its lists without frequencies and lengths. */

import { ByteReader } from '../bytes/byte-reader.js'
import { blockRoom, blockSize, decodeDocs, openPostings, type SymbolTables } from './postings.js'
import type { TermEntry, TermsPack } from './terms.js'

/** Symbols are not decoded. */
const NO_TABLES: SymbolTables = {}

const room = blockRoom()

/** The documents that hold a term of a pack: a list for each field that has it. */
export function documentsOf(pack: TermsPack, { title, body }: TermEntry, docCount: number): Int32Array[] {
  return [title, body].flatMap((field) => {
    if (field === undefined || field.docFreq === 0) return []
    const reader = new ByteReader(pack.reader.bytes, pack.reader.where, pack.postings + field.postingsOffset)
    const list = openPostings(reader, pack.view, field.docFreq, field.postingsLength, docCount, NO_TABLES)
    const docs = new Int32Array(field.docFreq)
    let count = 0
    for (let block = 0; block < list.blocks; block++) {
      decodeDocs(list, block, room)
      const size = blockSize(list, block)
      docs.set(room.subarray(0, size), count)
      count += size
    }
    return [docs]
  })
}
