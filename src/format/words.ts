/**
 * Which surface forms are there, which term is each, and in how many releases? The inflated body of a `words` pack.
 *
 *     body    := count:varint shared:u8{count} suffix:(length:u8){count} suffixBytes:block
 *                head:u8{count} docFreq:varint{count} stems displays removed
 *     head    := tag (5 bits) | 0x20 the stem differs from the surface | 0x40 has a display form | 0x80 has removed
 *     stems   := (cut:varint add:string) for each entry whose stem differs: the surface less its last `cut` units, plus `add`
 *     displays:= string for each entry that has one: how the form is usually written, when folding changed it
 *     removed := varint for each entry that has one: releases with the form, removed from older segments
 *
 * Untagged forms that begin with a digit and are their own stem, which is nearly every number, are left out: the term
 * dictionary says the same of them. Entries ascend by surface in code point order, then by tag. `shared` counts UTF-16 units shared with the entry before.
 */

import { type ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { sharedUnits } from '../bytes/utf8.js'

const TAG_MASK = 0x1f
const HAS_STEM = 0x20
const HAS_DISPLAY = 0x40
const HAS_REMOVED = 0x80

/** Surface forms are cut to this many UTF-16 units by the analyser. */
const MAX_UNITS = 255

/** A surface form in one language. */
export interface WordEntry {
  surface: string
  tag: number
  stem: string
  /** Releases that hold the form. */
  docFreq: number
  display?: string
  /** Releases with the form that later segments removed from older ones. */
  removed?: number
}

/** True for the forms that are left out, because their entry in the term dictionary says the same. */
export function isOwnTerm(surface: string, term: { stem: string; tag: number }): boolean {
  return term.tag === 0 && term.stem === surface && startsWithDigit(surface)
}

export function startsWithDigit(text: string): boolean {
  const unit = text.charCodeAt(0)
  return unit >= 48 && unit <= 57
}

/** The body for entries in order. */
export function writeWords(entries: readonly WordEntry[]): Uint8Array {
  const out = new ByteWriter(entries.length * 12 + 16)
  const suffixes = new ByteWriter(entries.length * 6)
  const lengths = new Uint8Array(entries.length)
  out.varint(entries.length)
  let previous = ''
  entries.forEach((entry, i) => {
    const shared = Math.min(sharedUnits(previous, entry.surface), MAX_UNITS)
    out.u8(shared)
    const before = suffixes.length
    suffixes.text(entry.surface, shared)
    const length = suffixes.length - before
    if (length > MAX_UNITS) throw new RangeError(`a surface form of ${length} bytes is too long`)
    lengths[i] = length
    previous = entry.surface
  })
  out.raw(lengths)
  out.block(suffixes.view())
  for (const entry of entries) {
    const flags =
      (entry.stem === entry.surface ? 0 : HAS_STEM) |
      (entry.display === undefined ? 0 : HAS_DISPLAY) |
      (entry.removed === undefined ? 0 : HAS_REMOVED)
    out.u8(entry.tag | flags)
  }
  for (const entry of entries) out.varint(entry.docFreq)
  for (const entry of entries) {
    if (entry.stem === entry.surface) continue
    const shared = sharedUnits(entry.surface, entry.stem)
    out.varint(entry.surface.length - shared)
    out.string(entry.stem.slice(shared))
  }
  for (const entry of entries) if (entry.display !== undefined) out.string(entry.display)
  for (const entry of entries) if (entry.removed !== undefined) out.varint(entry.removed)
  return out.finish()
}

/** Up to this depth a scan can leap over all forms with a common beginning. */
export const HEAD_DEPTH = 3

/** A words pack, decoded. Surfaces stay front-coded, which is what typo search walks. */
export interface WordsPack {
  count: number
  /** UTF-16 units shared with the entry before. */
  shared: Uint8Array
  /** Units that follow the shared ones: entry i has `units[starts[i]]` to `units[starts[i + 1]]`. */
  units: Uint16Array
  starts: Int32Array
  /** By depth, up to {@link HEAD_DEPTH}: entries that share fewer units than that with the one before, ascending. */
  heads: Int32Array[]
  tags: Uint8Array
  docFreqs: Int32Array
  /** Releases removed by form; null when there are none. */
  removed: Int32Array | null
  /** A stem is the surface less its last `cuts[i]` units, plus `endings[added[i]]`; the first ending is empty. */
  cuts: Uint8Array
  added: Uint16Array | Uint32Array
  endings: string[]
  displays: Map<number, string>
}

/** Decodes the inflated body. */
export function openWords(reader: ByteReader): WordsPack {
  const count = reader.count(4)
  const shared = reader.raw(count).slice()
  const lengths = reader.raw(count)
  const bytes = reader.block()
  const units = new Uint16Array(bytes.length)
  const starts = new Int32Array(count + 1)
  const decoder = new TextDecoder()
  let at = 0
  let used = 0
  let unitCount = 0
  for (let i = 0; i < count; i++) {
    const length = lengths[i]!
    starts[i] = used
    let ascii = true
    for (let j = at; j < at + length; j++) {
      const byte = bytes[j]!
      if (byte >= 0x80) ascii = false
      units[used + j - at] = byte
    }
    if (ascii) used += length
    else {
      const text = decoder.decode(bytes.subarray(at, at + length))
      for (let j = 0; j < text.length; j++) units[used++] = text.charCodeAt(j)
    }
    at += length
    if (shared[i]! > unitCount) throw corrupt(reader.where, reader.position, 'a surface form shares more than there is')
    unitCount = shared[i]! + used - starts[i]!
  }
  starts[count] = used
  const tags = reader.raw(count).slice()
  const docFreqs = new Int32Array(count)
  for (let i = 0; i < count; i++) docFreqs[i] = reader.varint()
  const pack: WordsPack = {
    count,
    shared,
    units: units.slice(0, used),
    starts,
    heads: headsOf(shared),
    tags,
    docFreqs,
    removed: null,
    cuts: new Uint8Array(count),
    added: count < 0xffff ? new Uint16Array(count) : new Uint32Array(count),
    endings: [''],
    displays: new Map(),
  }
  readColumns(reader, pack)
  return pack
}

function headsOf(shared: Uint8Array): Int32Array[] {
  return Array.from({ length: HEAD_DEPTH + 1 }, (_, depth) => {
    const heads: number[] = []
    if (depth > 0) for (let i = 0; i < shared.length; i++) if (shared[i]! < depth) heads.push(i)
    return Int32Array.from(heads)
  })
}

function readColumns(reader: ByteReader, pack: WordsPack): void {
  const { count, tags, shared, starts, cuts, added, endings, displays } = pack
  const known = new Map([['', 0]])
  for (let i = 0; i < count; i++) {
    if ((tags[i]! & HAS_STEM) === 0) continue
    const cut = reader.varint()
    if (cut > shared[i]! + starts[i + 1]! - starts[i]!)
      throw corrupt(reader.where, reader.position, 'a stem cuts more than the surface form has')
    const ending = reader.string()
    let index = known.get(ending)
    if (index === undefined) known.set(ending, (index = endings.push(ending) - 1))
    cuts[i] = cut
    added[i] = index
  }
  for (let i = 0; i < count; i++) if (tags[i]! & HAS_DISPLAY) displays.set(i, reader.string())
  for (let i = 0; i < count; i++) {
    if (tags[i]! & HAS_REMOVED) (pack.removed ??= new Int32Array(count))[i] = reader.varint()
  }
  for (let i = 0; i < count; i++) tags[i] = tags[i]! & TAG_MASK
  reader.finish()
}

function suffixOf(pack: WordsPack, index: number): string {
  return String.fromCharCode(...pack.units.subarray(pack.starts[index]!, pack.starts[index + 1]!))
}

/** Every entry from `from` on, in order; `from` 0 unless the caller knows where to begin with an entry that shares nothing. */
export function* readWords(pack: WordsPack): Generator<WordEntry> {
  let surface = ''
  for (let i = 0; i < pack.count; i++) {
    surface = surface.slice(0, pack.shared[i]!) + suffixOf(pack, i)
    yield wordAt(pack, i, surface)
  }
}

/** The entry at an index whose surface form is known. */
export function wordAt(pack: WordsPack, index: number, surface: string): WordEntry {
  const entry: WordEntry = {
    surface,
    tag: pack.tags[index]!,
    stem: stemOf(pack, index, surface),
    docFreq: pack.docFreqs[index]!,
  }
  const display = pack.displays.get(index)
  if (display !== undefined) entry.display = display
  const removed = pack.removed?.[index] ?? 0
  if (removed > 0) entry.removed = removed
  return entry
}

function stemOf({ cuts, added, endings }: WordsPack, index: number, surface: string): string {
  const cut = cuts[index]!
  const ending = endings[added[index]!]!
  return cut === 0 && ending === '' ? surface : surface.slice(0, surface.length - cut) + ending
}
