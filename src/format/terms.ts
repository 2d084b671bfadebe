/**
 * Which terms are there, and where are their postings? The body of a `terms` pack: a term dictionary and its postings.
 *
 *     body     := entries:varint dictionaryLength:varint group:u16{ceil(entries / 16)} dictionary postings
 *     group    := offset of the group in the dictionary
 *     in the dictionary, each group of 16 entries opens with postingsOffset:varint positionsOffset:varint
 *     (into `postings` and into the body of the positions pack of the same number), then
 *     entry    := lengths:u8 (shared:varint suffix:varint)? head:u8? suffixBytes
 *                 body:field? title:field? (docFreq - max of both:varint)? removed?
 *     lengths  := new << 7 | shared << 3 | suffix; shared 15 means that both follow as varints. `new`: a head follows,
 *                 else it is that of the entry before. The first entry of a group shares 0 and has a head
 *     head     := tag (5 bits) | 0x20 has body | 0x40 has title | 0x80 has removed
 *     field    := ((postingsLength << 3 | positionsLength) << 1 | 1):varint    one release, both lengths under 8
 *               | (docFreq << 1):varint postingsLength:varint positionsLength:varint
 *     removed  := body:varint title:varint docFreq:varint       statistics of removed releases of older segments
 *
 * Entries ascend by the bytes of the stem, then by tag; all entries of one stem are in one pack.
 */

import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'

const GROUP = 16
const TAG_MASK = 0x1f
const HAS_BODY = 0x20
const HAS_TITLE = 0x40
const HAS_REMOVED = 0x80
const NEW_HEAD = 0x80

/** The tag of concept terms. They have no positions: their words have, and no phrase is made of concepts. */
export const CONCEPT_TAG = 31

const ESCAPE = 15

/** Bytes of the longest stem. */
const MAX_KEY = 4096

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Where one field's lists of a term are, in bytes from the start of the postings area and of the positions body. */
export interface FieldEntry {
  docFreq: number
  postingsOffset: number
  postingsLength: number
  positionsOffset: number
  positionsLength: number
}

/** How many releases with the term later segments have removed from older ones. */
export interface RemovedFreqs {
  body: number
  title: number
  docFreq: number
}

/** A dictionary entry. */
export interface TermEntry {
  stem: string
  tag: number
  body?: FieldEntry
  title?: FieldEntry
  /** Releases that hold the term in any field. */
  docFreq: number
  removed?: RemovedFreqs
}

function writeField(out: ByteWriter, { docFreq, postingsLength, positionsLength }: FieldEntry): void {
  if (docFreq === 1 && postingsLength < 8 && positionsLength < 8) {
    out.varint((((postingsLength << 3) | positionsLength) << 1) | 1)
    return
  }
  out.varint(docFreq * 2)
  out.varint(postingsLength)
  out.varint(positionsLength)
}

/** Collects entries in order, with their lists, into the bodies of one terms pack and its positions pack. */
export class TermsPackWriter {
  private readonly dictionary = new ByteWriter(4096)
  readonly postings = new ByteWriter(16384)
  readonly positions = new ByteWriter(16384)
  private groups: number[] = []
  private entries = 0
  private previous = new Uint8Array(64)
  private previousLength = 0
  private previousHead = -1

  /** Bytes the pack would take now, about. */
  get size(): number {
    return this.dictionary.length + this.postings.length + this.groups.length * 2
  }

  /** Bytes of the dictionary; its groups are addressed by 16 bits. */
  get dictionarySize(): number {
    return this.dictionary.length
  }

  get count(): number {
    return this.entries
  }

  /** Adds an entry whose lists begin at the given offsets of `postings` and `positions` and have just been written. */
  add(entry: TermEntry, postingsStart: number, positionsStart: number): void {
    const out = this.dictionary
    const key = keyOf(entry.stem)
    let shared = 0
    if (this.entries % GROUP === 0) {
      this.groups.push(out.length)
      out.varint(postingsStart)
      out.varint(positionsStart)
      this.previousHead = -1
    } else {
      while (shared < key.length && shared < this.previousLength && key[shared] === this.previous[shared]) shared++
    }
    const { body, title, removed } = entry
    const head = entry.tag | (body ? HAS_BODY : 0) | (title ? HAS_TITLE : 0) | (removed ? HAS_REMOVED : 0)
    const isNew = head === this.previousHead ? 0 : NEW_HEAD
    this.previousHead = head
    const suffix = key.length - shared
    if (shared < ESCAPE && suffix < 8) out.u8(isNew | (shared << 3) | suffix)
    else {
      out.u8(isNew | (ESCAPE << 3))
      out.varint(shared)
      out.varint(suffix)
    }
    if (isNew) out.u8(head)
    out.raw(key.subarray(shared))
    for (const field of [body, title]) if (field !== undefined) writeField(out, field)
    if (body && title) out.varint(entry.docFreq - Math.max(body.docFreq, title.docFreq))
    if (removed) {
      out.varint(removed.body)
      out.varint(removed.title)
      out.varint(removed.docFreq)
    }
    if (key.length > this.previous.length) this.previous = new Uint8Array(key.length * 2)
    this.previous.set(key)
    this.previousLength = key.length
    this.entries++
  }

  /** The body of the terms pack. */
  finish(): Uint8Array {
    const out = new ByteWriter(this.size + 16)
    out.varint(this.entries)
    out.varint(this.dictionary.length)
    for (const offset of this.groups) out.u16(offset)
    out.raw(this.dictionary.view())
    out.raw(this.postings.view())
    return out.finish()
  }

  /** Starts the next pack. */
  clear(): void {
    this.dictionary.clear()
    this.postings.clear()
    this.positions.clear()
    this.groups = []
    this.entries = 0
  }
}

/** The body of a terms pack, opened. */
export interface TermsPack {
  reader: ByteReader
  /** Over the whole pack, so that a read of four bytes at the end of a list stays inside (the checksum follows). */
  view: DataView
  entries: number
  /** Byte offsets into `reader.bytes`. */
  groups: number
  dictionary: number
  postings: number
}

/** Opens the body that the reader stands on. */
export function openTerms(reader: ByteReader): TermsPack {
  const entries = reader.varint()
  const dictionaryLength = reader.varint()
  const groups = reader.position
  const dictionary = groups + Math.ceil(entries / GROUP) * 2
  const postings = dictionary + dictionaryLength
  if (postings > groups + reader.remaining) throw corrupt(reader.where, groups, 'the dictionary exceeds the pack')
  const { bytes } = reader
  return {
    reader,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
    entries,
    groups,
    dictionary,
    postings,
  }
}

/** One entry at a time, from the start of a group on. One cursor serves all lookups, so that a lookup allocates only what it finds. */
class EntryCursor {
  key = new Uint8Array(MAX_KEY)
  keyLength = 0
  tag = 0
  private head = 0
  private index = 0
  private pack!: TermsPack
  private reader!: ByteReader
  private postingsOffset = 0
  private positionsOffset = 0

  /** Moves to the first entry of a group. */
  open(pack: TermsPack, group: number): void {
    this.pack = pack
    this.reader = new ByteReader(pack.reader.bytes, pack.reader.where, 0, pack.postings)
    this.index = group * GROUP
    this.keyLength = 0
    this.seekGroup()
  }

  get done(): boolean {
    return this.index >= this.pack.entries
  }

  private seekGroup(): void {
    this.reader.position = groupOffset(this.pack, this.index / GROUP)
    this.postingsOffset = this.reader.varint()
    this.positionsOffset = this.reader.varint()
  }

  /** Reads the key of the next entry. */
  readKey(): void {
    const { reader, key } = this
    const lengths = reader.u8()
    const isLong = ((lengths >> 3) & 15) === ESCAPE
    const shared = isLong ? reader.varint() : (lengths >> 3) & 15
    const suffix = isLong ? reader.varint() : lengths & 7
    if (lengths & NEW_HEAD) this.head = reader.u8()
    this.tag = this.head & TAG_MASK
    if (shared > this.keyLength || shared + suffix > MAX_KEY || reader.position + suffix > this.pack.postings)
      throw corrupt(reader.where, reader.position, 'a term is too long')
    const { bytes } = reader
    let { position } = reader
    this.keyLength = shared + suffix
    for (let at = shared; at < this.keyLength; at++) key[at] = bytes[position++]!
    reader.position = position
  }

  /** Reads what follows the key. */
  readEntry(stem: string): TermEntry {
    const { reader } = this
    const body = this.head & HAS_BODY ? this.readField() : undefined
    const title = this.head & HAS_TITLE ? this.readField() : undefined
    let docFreq = Math.max(body?.docFreq ?? 0, title?.docFreq ?? 0)
    if (body && title) docFreq += reader.varint()
    const entry: TermEntry = { stem, tag: this.tag, docFreq }
    if (body) entry.body = body
    if (title) entry.title = title
    if (this.head & HAS_REMOVED) {
      entry.removed = { body: reader.varint(), title: reader.varint(), docFreq: reader.varint() }
    }
    this.next()
    return entry
  }

  /** Passes over what follows the key; only the lengths of lists matter. */
  skipEntry(): void {
    const { reader, head } = this
    if (head & HAS_BODY) this.skipField()
    if (head & HAS_TITLE) this.skipField()
    if ((head & HAS_BODY) !== 0 && (head & HAS_TITLE) !== 0) reader.varint()
    if (head & HAS_REMOVED) for (let count = 0; count < 3; count++) reader.varint()
    this.next()
  }

  private next(): void {
    this.index++
    if (this.index % GROUP === 0 && !this.done) {
      this.seekGroup()
      this.keyLength = 0
    }
  }

  private readField(): FieldEntry {
    const { postingsOffset, positionsOffset } = this
    const docFreq = this.skipField()
    return {
      docFreq,
      postingsOffset,
      postingsLength: this.postingsOffset - postingsOffset,
      positionsOffset,
      positionsLength: this.positionsOffset - positionsOffset,
    }
  }

  /** Moves past a field's lists; returns how many postings they have. */
  private skipField(): number {
    const { reader } = this
    const first = reader.varint()
    if (first % 2 === 1) {
      this.postingsOffset += first > 0x7fffffff ? Math.floor(first / 16) : first >> 4
      this.positionsOffset += (first >> 1) & 7
      return 1
    }
    if (first === 0) throw corrupt(reader.where, reader.position, 'a term has an empty list')
    this.postingsOffset += reader.varint()
    this.positionsOffset += reader.varint()
    return first / 2
  }
}

const lookupCursor = new EntryCursor()
const keyScratch = new Uint8Array(MAX_KEY)

/** The bytes of a stem: in a scratch array, valid until the next call. Nearly all stems are ASCII, for which the platform's encoder is slow. */
function keyOf(stem: string): Uint8Array {
  const { length } = stem
  if (length > keyScratch.length) return encoder.encode(stem)
  for (let i = 0; i < length; i++) {
    const unit = stem.charCodeAt(i)
    if (unit >= 0x80) return encoder.encode(stem)
    keyScratch[i] = unit
  }
  return keyScratch.subarray(0, length)
}

function groupOffset(pack: TermsPack, group: number): number {
  return pack.dictionary + pack.view.getUint16(pack.groups + group * 2, true)
}

/** Compares the first key of a group with `key`, in place. */
function compareGroup(pack: TermsPack, group: number, key: Uint8Array): number {
  const { bytes } = pack.reader
  let at = groupOffset(pack, group)
  for (let varints = 0; varints < 2; varints++) while (bytes[at++]! >= 0x80);
  const lengths = bytes[at]!
  if (((lengths >> 3) & 15) === ESCAPE) {
    lookupCursor.open(pack, group)
    lookupCursor.readKey()
    return compareBytes(lookupCursor.key, 0, lookupCursor.keyLength, key)
  }
  return compareBytes(bytes, at + 2, lengths & 7, key)
}

function compareBytes(a: Uint8Array, aStart: number, aLength: number, b: Uint8Array): number {
  const length = Math.min(aLength, b.length)
  for (let i = 0; i < length; i++) {
    const order = a[aStart + i]! - b[i]!
    if (order !== 0) return order
  }
  return aLength - b.length
}

/** All entries of a stem, by ascending tag; empty when there is none. */
export function lookupStem(pack: TermsPack, stem: string): TermEntry[] {
  const key = keyOf(stem)
  let low = 0
  let high = Math.ceil(pack.entries / GROUP)
  while (low < high) {
    const middle = (low + high) >> 1
    // Strictly before: the stem's entries may begin at the end of the group before the one that it opens.
    if (compareGroup(pack, middle, key) < 0) low = middle + 1
    else high = middle
  }
  const found: TermEntry[] = []
  if (pack.entries === 0) return found
  const cursor = lookupCursor
  cursor.open(pack, Math.max(0, low - 1))
  while (!cursor.done) {
    cursor.readKey()
    const order = compareBytes(cursor.key, 0, cursor.keyLength, key)
    if (order > 0) break
    if (order === 0) found.push(cursor.readEntry(stem))
    else cursor.skipEntry()
  }
  return found
}

/** Every entry of a pack, in order. */
export function* readEntries(pack: TermsPack): Generator<TermEntry> {
  if (pack.entries === 0) return
  const cursor = new EntryCursor()
  cursor.open(pack, 0)
  while (!cursor.done) {
    cursor.readKey()
    yield cursor.readEntry(decoder.decode(cursor.key.subarray(0, cursor.keyLength)))
  }
}
