/** Which documents of a segment are meant? Sets of document numbers, 32 to a word. */

import { popCount } from '../bytes/pop-count.js'

/** A set of documents; bits beyond the last document are always 0. */
export type Bitset = Uint32Array

export function emptySet(docCount: number): Bitset {
  return new Uint32Array((docCount + 31) >>> 5)
}

export function fullSet(docCount: number): Bitset {
  const set = emptySet(docCount).fill(0xffffffff)
  if (docCount & 31) set[set.length - 1] = (1 << (docCount & 31)) - 1
  return set
}

export function hasDoc(set: Bitset, doc: number): boolean {
  return (set[doc >>> 5]! & (1 << (doc & 31))) !== 0
}

export function addDoc(set: Bitset, doc: number): void {
  set[doc >>> 5]! |= 1 << (doc & 31)
}

/** Adds the documents from `start` to before `end`. */
export function addRange(set: Bitset, start: number, end: number): void {
  if (start >= end) return
  const first = start >>> 5
  const last = (end - 1) >>> 5
  const head = 0xffffffff << (start & 31)
  const tail = 0xffffffff >>> (31 - ((end - 1) & 31))
  if (first === last) {
    set[first]! |= head & tail
    return
  }
  set[first]! |= head
  set.fill(0xffffffff, first + 1, last)
  set[last]! |= tail
}

export function intersect(set: Bitset, other: Bitset): void {
  for (let i = 0; i < set.length; i++) set[i]! &= other[i]!
}

/** The documents that are in both sets. */
export function shared(set: Bitset, other: Bitset): Bitset {
  const both = set.slice()
  intersect(both, other)
  return both
}

export function unite(set: Bitset, other: Bitset): void {
  for (let i = 0; i < set.length; i++) set[i]! |= other[i]!
}

export function subtract(set: Bitset, other: Bitset): void {
  for (let i = 0; i < set.length; i++) set[i]! &= ~other[i]!
}

export function countDocs(set: Bitset): number {
  let count = 0
  for (let i = 0; i < set.length; i++) count += popCount(set[i]!)
  return count
}

/** How many documents from `start` to before `end` are in the set. */
export function countRange(set: Bitset, start: number, end: number): number {
  if (start >= end) return 0
  const first = start >>> 5
  const last = (end - 1) >>> 5
  const head = 0xffffffff << (start & 31)
  const tail = 0xffffffff >>> (31 - ((end - 1) & 31))
  if (first === last) return popCount(set[first]! & head & tail)
  let count = popCount(set[first]! & head) + popCount(set[last]! & tail)
  for (let i = first + 1; i < last; i++) count += popCount(set[i]!)
  return count
}

/** True when a document from `start` to `end`, both included, is in the set. */
export function anyInRange(set: Bitset, start: number, end: number): boolean {
  const first = start >>> 5
  const last = end >>> 5
  const head = 0xffffffff << (start & 31)
  const tail = 0xffffffff >>> (31 - (end & 31))
  if (first === last) return (set[first]! & head & tail) !== 0
  if ((set[first]! & head) !== 0) return true
  for (let i = first + 1; i < last; i++) if (set[i] !== 0) return true
  return (set[last]! & tail) !== 0
}

/** Writes the documents of a set into `docs`, ascending; returns how many. */
export function listDocs(set: Bitset, docs: Int32Array): number {
  let count = 0
  for (let i = 0; i < set.length; i++) {
    let word = set[i]!
    while (word !== 0) {
      docs[count++] = (i << 5) + 31 - Math.clz32(word & -word)
      word &= word - 1
    }
  }
  return count
}

let scratch = new Int32Array(0)

/** The documents of a set, ascending, in an array that is shared: valid until the next call. */
export function docsOf(set: Bitset, docCount: number): Int32Array {
  if (scratch.length < docCount) scratch = new Int32Array(docCount)
  return scratch.subarray(0, listDocs(set, scratch))
}
