/**
 * What is in the archive, and where? The inflated body of the `root` pack, the one file that changes.
 *
 *     body     := minor:u8 section*
 *     section  := tag:u8 block                    unknown tags are skipped
 *       1 description  JSON: the analyser, and what else a reader must know before it reads anything
 *       2 segment      section*, one for each segment, oldest first
 *       3 lexicon      see `lexicon.ts`; where the archive holds concepts or has synonyms
 *
 * Sections of a segment:
 *       1 head         name:string id:u32 single:u8 statistics statistics(removed)
 *       2 months       runs, as in a `dates` pack, with the days of a month joined
 *       3 codes        (length:u8){512} for each of three contexts, for title, then for body: code lengths of the posting symbols
 *       4 packs        for each kind in PACK_ORDER: count:varint (length << 1 | opensFile:varint){count}
 *       5 separators   for terms, words, ids: string{packs - 1}
 *       6 leaves       first document of each text directory leaf, ascending
 *       7 facets       name:string{count}, in the order of the facet packs
 *       8 languages    count:varint (tag:string releases:varint){count}
 *       9 removed languages, as 8
 *      10 removed months, as 2, of the releases that this segment removes; absent where it removes none that are dated
 *      11 lost facets, as 7: those of older segments that no release has any more; absent where there are none
 *     statistics   := releases:varint undated:varint bodyLength:varint titleLength:varint   (sums of positions)
 *
 * Packs of one kind follow each other in files `<kind>-0000.dl` …; one that opens a file is at its start. In a `single`
 * segment all packs, and then the text blocks, follow each other in `segment-0000.dl` in the order of PACK_ORDER.
 */

import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import type { Inflate } from '../bytes/inflate.js'
import { type DateRun, readRuns, writeRuns } from './dates.js'
import { type LexiconRoot, openLexiconRoot, writeLexiconRoot } from './lexicon.js'
import { openPack, type PackKind } from './pack.js'
import { CODE_CONTEXTS, SYMBOLS } from './postings.js'
import { EXTENSION, FORMAT_MINOR } from './version.js'

/** The kinds of packs of a segment, in the order of their tables. */
export const PACK_ORDER = [
  'terms',
  'positions',
  'words',
  'ids',
  'facet',
  'dates',
  'text-dictionary',
  'text-directory',
  'removed',
] as const satisfies readonly PackKind[]

export type SegmentPackKind = (typeof PACK_ORDER)[number]

/** Where one pack is. */
export interface PackLocation {
  file: string
  offset: number
  byteLength: number
  /** True when it is its file's only content, so that the file can be read whole. */
  whole: boolean
}

/** Sums over releases. */
export interface Statistics {
  releases: number
  undated: number
  bodyLength: number
  titleLength: number
}

/** One segment as the root knows it. */
export interface SegmentRoot {
  /** Folder name: the hash of its content. */
  name: string
  id: number
  /** All packs and text blocks are in one file. */
  single: boolean
  statistics: Statistics
  /** Of releases that this segment removes from older ones. */
  removed: Statistics
  months: DateRun[]
  codes: Record<'title' | 'body', Uint8Array[]>
  packs: Record<SegmentPackKind, { byteLength: number; opensFile: boolean }[]>
  separators: { terms: string[]; words: string[]; ids: string[] }
  leaves: number[]
  facets: string[]
  languages: Map<string, number>
  removedLanguages: Map<string, number>
  /** Of dated releases that this segment removes from older ones. */
  removedMonths: DateRun[]
  /** Facets of older segments that none of their releases has any more. */
  lostFacets: string[]
}

export interface Root<Description> {
  description: Description
  segments: SegmentRoot[]
  lexicon?: LexiconRoot
}

const SEPARATED = ['terms', 'words', 'ids'] as const

/** The inflated body. */
export function writeRoot(root: Root<unknown>): Uint8Array {
  const out = new ByteWriter(8192)
  out.u8(FORMAT_MINOR)
  out.u8(1)
  out.string(JSON.stringify(root.description))
  for (const segment of root.segments) {
    out.u8(2)
    out.block(writeSegment(segment))
  }
  if (root.lexicon !== undefined) {
    out.u8(3)
    out.block(writeLexiconRoot(root.lexicon))
  }
  return out.finish()
}

function writeSegment(segment: SegmentRoot): Uint8Array {
  const out = new ByteWriter(4096)
  const section = (tag: number, write: (body: ByteWriter) => void): void => {
    const body = new ByteWriter()
    write(body)
    out.u8(tag)
    out.block(body.view())
  }
  section(1, (body) => {
    body.string(segment.name)
    body.u32(segment.id)
    body.u8(segment.single ? 1 : 0)
    writeStatistics(body, segment.statistics)
    writeStatistics(body, segment.removed)
  })
  section(2, (body) => writeRuns(body, segment.months))
  section(3, (body) => {
    for (const lengths of [...segment.codes.title, ...segment.codes.body]) body.raw(lengths)
  })
  section(4, (body) => {
    for (const kind of PACK_ORDER) {
      body.varint(segment.packs[kind].length)
      for (const { byteLength, opensFile } of segment.packs[kind]) body.varint(byteLength * 2 + (opensFile ? 1 : 0))
    }
  })
  section(5, (body) => {
    for (const kind of SEPARATED) for (const text of segment.separators[kind]) body.string(text)
  })
  section(6, (body) => body.ascending(segment.leaves))
  section(7, (body) => writeNames(body, segment.facets))
  section(8, (body) => writeCounts(body, segment.languages))
  section(9, (body) => writeCounts(body, segment.removedLanguages))
  if (segment.removedMonths.length > 0) section(10, (body) => writeRuns(body, segment.removedMonths))
  if (segment.lostFacets.length > 0) section(11, (body) => writeNames(body, segment.lostFacets))
  return out.finish()
}

function writeNames(out: ByteWriter, names: readonly string[]): void {
  out.varint(names.length)
  for (const name of names) out.string(name)
}

function writeStatistics(out: ByteWriter, statistics: Statistics): void {
  out.varint(statistics.releases)
  out.varint(statistics.undated)
  out.varint(statistics.bodyLength)
  out.varint(statistics.titleLength)
}

function writeCounts(out: ByteWriter, counts: ReadonlyMap<string, number>): void {
  out.varint(counts.size)
  for (const [key, count] of counts) {
    out.string(key)
    out.varint(count)
  }
}

/** Decodes an inflated body; the description is whatever JSON was stored. */
export function openRoot(reader: ByteReader): Root<unknown> {
  reader.u8()
  let description: unknown
  const segments: SegmentRoot[] = []
  let lexicon: LexiconRoot | undefined
  while (reader.remaining > 0) {
    const tag = reader.u8()
    const block = reader.block()
    if (tag === 1) description = parseJson(block, reader)
    else if (tag === 2) segments.push(openSegment(block, `${reader.where}, segment ${segments.length}`))
    else if (tag === 3) lexicon = openLexiconRoot(new ByteReader(block, `${reader.where}, lexicon`))
  }
  if (description === undefined) throw corrupt(reader.where, reader.position, 'the description is missing')
  return { description, segments, ...(lexicon === undefined ? {} : { lexicon }) }
}

function parseJson(block: Uint8Array, reader: ByteReader): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(block))
  } catch (cause) {
    throw corrupt(reader.where, reader.position, 'the description is not JSON', cause)
  }
}

function openSegment(bytes: Uint8Array, where: string): SegmentRoot {
  const sections = new Map<number, ByteReader>()
  const reader = new ByteReader(bytes, where)
  while (reader.remaining > 0) {
    const tag = reader.u8()
    sections.set(tag, new ByteReader(reader.block(), `${where}, section ${tag}`))
  }
  const section = (tag: number): ByteReader => {
    const found = sections.get(tag)
    if (found === undefined) throw corrupt(where, 0, `section ${tag} is missing`)
    return found
  }
  const head = section(1)
  const name = head.string()
  if (!/^[0-9a-f]{16}$/.test(name)) throw corrupt(where, 0, 'the name of a segment is not a hash')
  const id = head.u32()
  const single = head.u8() === 1
  const statistics = readStatistics(head)
  const removed = readStatistics(head)
  const codes = section(3)
  const packs = readPacks(section(4))
  const removedMonths = sections.get(10)
  const lostFacets = sections.get(11)
  return {
    name,
    id,
    single,
    statistics,
    removed,
    months: readRuns(section(2), statistics.releases),
    codes: { title: readCodes(codes), body: readCodes(codes) },
    packs,
    separators: readSeparators(section(5), packs),
    leaves: section(6).ascending(),
    facets: readNames(section(7)),
    languages: readCounts(section(8)),
    removedLanguages: readCounts(section(9)),
    removedMonths: removedMonths === undefined ? [] : readRuns(removedMonths, removed.releases),
    lostFacets: lostFacets === undefined ? [] : readNames(lostFacets),
  }
}

function readNames(reader: ByteReader): string[] {
  return Array.from({ length: reader.count() }, () => reader.string())
}

function readCodes(reader: ByteReader): Uint8Array[] {
  return Array.from({ length: CODE_CONTEXTS }, () => reader.raw(SYMBOLS).slice())
}

function readStatistics(reader: ByteReader): Statistics {
  return {
    releases: reader.varint(),
    undated: reader.varint(),
    bodyLength: reader.varint(),
    titleLength: reader.varint(),
  }
}

function readCounts(reader: ByteReader): Map<string, number> {
  return new Map(Array.from({ length: reader.count(2) }, () => [reader.string(), reader.varint()]))
}

function readPacks(reader: ByteReader): SegmentRoot['packs'] {
  const tables = PACK_ORDER.map((kind) => {
    const table = Array.from({ length: reader.count() }, () => {
      const value = reader.varint()
      return { byteLength: Math.floor(value / 2), opensFile: value % 2 === 1 }
    })
    return [kind, table] as const
  })
  return Object.fromEntries(tables) as SegmentRoot['packs']
}

function readSeparators(reader: ByteReader, packs: SegmentRoot['packs']): SegmentRoot['separators'] {
  const lists = SEPARATED.map((kind) => {
    const length = Math.max(0, packs[kind].length - 1)
    return [kind, Array.from({ length }, () => reader.string())] as const
  })
  return Object.fromEntries(lists) as SegmentRoot['separators']
}

/** The name of a file of a segment. */
export function fileName(kind: string, ordinal: number): string {
  return `${kind}-${String(ordinal).padStart(4, '0')}${EXTENSION}`
}

/** Where every pack of a segment is, by kind, and where its text files begin. */
export interface SegmentLayout {
  packs: Record<SegmentPackKind, PackLocation[]>
  /** In a single segment: where the text blocks begin in the one file. */
  textOffset: number
}

/** Works out the layout from the tables. */
export function segmentLayout(segment: SegmentRoot): SegmentLayout {
  let offset = 0
  const located = PACK_ORDER.map((kind) => {
    const table = segment.packs[kind]
    let file = -1
    const list = table.map(({ byteLength, opensFile }, index): PackLocation => {
      if (opensFile && !segment.single) {
        file++
        offset = 0
      }
      const whole = !segment.single && opensFile && (table[index + 1]?.opensFile ?? true)
      const location = {
        file: fileName(segment.single ? 'segment' : kind, Math.max(file, 0)),
        offset,
        byteLength,
        whole,
      }
      offset += byteLength
      return location
    })
    return [kind, list] as const
  })
  return {
    packs: Object.fromEntries(located) as SegmentLayout['packs'],
    textOffset: segment.single ? offset : 0,
  }
}

/** Decodes the bytes of a root file, whose description must name an analyser. */
export async function decodeRoot(
  bytes: Uint8Array,
  where: string,
  inflate: Inflate,
): Promise<Root<{ analysis: unknown }>> {
  const { reader, inflatedLength } = openPack(bytes, { kind: 'root', segment: 0, ordinal: 0 }, where)
  let body: Uint8Array
  try {
    body = await inflate(reader.raw(reader.remaining), inflatedLength)
  } catch (cause) {
    throw corrupt(where, 0, 'the deflated data is damaged', cause)
  }
  const { description, ...rest } = openRoot(new ByteReader(body, where))
  if (typeof description !== 'object' || description === null || !('analysis' in description)) {
    throw corrupt(where, 0, 'the description names no analyser')
  }
  return { description, ...rest }
}
