/**
 * Which values does each release have in one facet? The inflated body of a `facet` pack: values, their combinations, a column.
 *
 *     body    := values sets column
 *     values  := count:varint string{count}                  in code point order
 *     sets    := count:varint (size:varint value:varint{size}){count}   combinations in the order the releases list
 *                                                            their values; the most frequent first; value: index in `values`
 *     column  := docCount:varint (set:varint){docCount}      by document number
 *
 * The set of releases without a value is an ordinary set of size 0.
 */

import { type ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { compareCodePoints } from '../bytes/utf8.js'

/** The body for the value lists of all documents, in document order. */
export function writeFacet(rows: readonly (readonly string[])[]): Uint8Array {
  const numbers = new Map<readonly string[], number>()
  const column = rows.map((row) => {
    let number = numbers.get(row)
    if (number === undefined) numbers.set(row, (number = numbers.size))
    return number
  })
  return writeFacetColumn([...numbers.keys()], column)
}

/** The body for a column of indexes into `lists` of values. Lists that no document has are left out, equal ones are one. */
export function writeFacetColumn(lists: readonly (readonly string[])[], column: ArrayLike<number>): Uint8Array {
  const counts = new Float64Array(lists.length)
  for (let doc = 0; doc < column.length; doc++) counts[column[doc]!]!++
  const values = [...new Set(lists.filter((_, index) => counts[index]! > 0).flat())].sort(compareCodePoints)
  const ordinals = new Map(values.map((value, index) => [value, index]))
  const sets = new Map<string, { members: number[]; count: number; ordinal: number }>()
  const setOf = lists.map((list, index) => {
    if (counts[index] === 0) return undefined
    const members = list.map((value) => ordinals.get(value)!)
    const key = members.join()
    let set = sets.get(key)
    if (set === undefined) sets.set(key, (set = { members, count: 0, ordinal: 0 }))
    set.count += counts[index]!
    return set
  })
  const ranked = [...sets.values()].sort((a, b) => b.count - a.count || compareMembers(a.members, b.members))
  ranked.forEach((set, index) => {
    set.ordinal = index
  })
  const out = new ByteWriter(column.length + 1024)
  out.varint(values.length)
  for (const value of values) out.string(value)
  out.varint(ranked.length)
  for (const { members } of ranked) {
    out.varint(members.length)
    for (const member of members) out.varint(member)
  }
  out.varint(column.length)
  for (let doc = 0; doc < column.length; doc++) out.varint(setOf[column[doc]!]!.ordinal)
  return out.finish()
}

/** The body for values that no document has. */
export function writeFacetValues(values: Iterable<string>, docCount: number): Uint8Array {
  const sorted = [...new Set(values)].sort(compareCodePoints)
  const out = new ByteWriter(docCount + 1024)
  out.varint(sorted.length)
  for (const value of sorted) out.string(value)
  // One empty set, which all have.
  out.varint(1)
  out.varint(0)
  out.varint(docCount)
  for (let doc = 0; doc < docCount; doc++) out.varint(0)
  return out.finish()
}

function compareMembers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** A facet of one segment. */
export interface FacetColumn {
  values: string[]
  /** Indexes into `values`, by set. */
  sets: number[][]
  /** Set by document. */
  column: Uint16Array | Uint32Array
}

/** True when one of the documents that are alive has a value. */
export function hasValue({ sets, column }: FacetColumn, isAlive: (doc: number) => boolean): boolean {
  return column.some((set, doc) => sets[set]!.length > 0 && isAlive(doc))
}

/** Decodes an inflated body, checking every reference. */
export function openFacet(reader: ByteReader, docCount: number): FacetColumn {
  const values = Array.from({ length: reader.count() }, () => reader.string())
  const sets = Array.from({ length: reader.count() }, () =>
    Array.from({ length: reader.count() }, () => {
      const value = reader.varint()
      if (value >= values.length)
        throw corrupt(reader.where, reader.position, 'a set names a value that does not exist')
      return value
    }),
  )
  const rows = reader.count()
  if (rows !== docCount) throw corrupt(reader.where, reader.position, `${docCount} rows expected, ${rows} found`)
  const column = sets.length <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows)
  for (let doc = 0; doc < rows; doc++) {
    const set = reader.varint()
    if (set >= sets.length) throw corrupt(reader.where, reader.position, 'a row names a set that does not exist')
    column[doc] = set
  }
  reader.finish()
  return { values, sets, column }
}
