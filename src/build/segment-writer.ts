/** How does one segment come about? Documents in their final order in, packs and text blocks out, and the segment's root entry. */

import { createHash } from 'node:crypto'
import { canonicalCodes, codeLengths } from '../bytes/huffman.js'
import { compareCodePoints, separator } from '../bytes/utf8.js'
import { type DateRun, dateRuns, monthRuns, writeDates } from '../format/dates.js'
import { writeFacetColumn } from '../format/facets.js'
import { type IdEntry, writeIds } from '../format/ids.js'
import { CODE_CONTEXTS, codeContext, SYMBOLS, type SymbolCode, symbolLetter } from '../format/postings.js'
import { type Removed, writeRemoved } from '../format/removed.js'
import type { SegmentRoot, Statistics } from '../format/root.js'
import { type RemovedFreqs, TermsPackWriter } from '../format/terms.js'
import { type WordEntry, writeWords } from '../format/words.js'
import type { TextField } from '../types.js'
import type { FacetRows } from './facet-columns.js'
import type { InvertedField, InvertedTerm } from './inverter.js'
import { orderByKey } from './key-order.js'
import type { PackStream } from './pack-stream.js'
import type { OrderedSpool } from './spool.js'
import { TermEncoder } from './term-encoder.js'
import type { Turns } from './turns.js'

/** Bytes after which a terms pack is closed: a word costs one, and the root a few bytes for each … */
const TERMS_PACK_BYTES = 8 * 1024

/** … and in a segment of few packs: a query reads one of each segment, and the latest are small. */
const LEAST_PACK_BYTES = 4 * 1024
const FEW_PACKS = 32

/** Terms packs at the most, so that their table stays small; packs grow beyond. */
const MAX_TERMS_PACKS = 1500

/** Bytes of dictionary in one pack at the most; groups are addressed by 16 bits. */
const MAX_DICTIONARY_BYTES = 60_000

/** Entries of a words pack and of an ids pack. */
const WORDS_PER_PACK = 3000
const IDS_PER_PACK = 6000

/** The id that all packs of a segment carry: a hash of what goes in, made to differ from those that are taken. */
export function segmentId(parts: Iterable<string>, taken: ReadonlySet<number>): number {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(part)
    hash.update('\n')
  }
  let id = hash.digest().readUInt32LE(0)
  while (taken.has(id)) id = (id + 1) >>> 0
  return id
}

/** Writes terms and positions packs from terms in dictionary order. Returns the separators. */
export async function writeTerms(
  packs: PackStream,
  docCount: number,
  terms: Iterable<InvertedTerm & { removed?: RemovedFreqs }>,
  codes: Record<'title' | 'body', readonly SymbolCode[]>,
  expectedBytes: number,
  turns: Turns,
): Promise<string[]> {
  const small = Math.max(LEAST_PACK_BYTES, Math.min(TERMS_PACK_BYTES, expectedBytes / FEW_PACKS))
  const limit = Math.max(small, expectedBytes / MAX_TERMS_PACKS)
  packs.expect('terms', expectedBytes)
  packs.expect('positions', expectedBytes)
  const pack = new TermsPackWriter()
  const encoder = new TermEncoder(docCount, codes)
  const separators: string[] = []
  let previous = ''
  const close = (): void => {
    packs.add('terms', pack.finish())
    packs.add('positions', pack.positions.view())
    pack.clear()
  }
  for (const inverted of terms) {
    const { stem } = inverted
    encoder.encode(inverted)
    const full = pack.size + encoder.byteLength > limit || pack.dictionarySize > MAX_DICTIONARY_BYTES
    if (pack.count > 0 && full && previous !== stem) {
      close()
      separators.push(separator(previous, stem))
    }
    encoder.addTo(pack)
    previous = stem
    if (turns.due) await turns.pass()
  }
  if (pack.count > 0) close()
  return separators
}

/** The codes of the posting symbols by field and context, from how often each occurs in `terms`; and how many terms there are. */
export async function symbolCodes(
  terms: Iterable<InvertedTerm>,
  docCount: number,
  turns: Turns,
): Promise<{ codes: Record<TextField, SymbolCode[]>; termCount: number }> {
  const counts = { title: emptyCounts(), body: emptyCounts() }
  let termCount = 0
  for (const { title, body } of terms) {
    termCount++
    countSymbols(title, docCount, counts.title)
    countSymbols(body, docCount, counts.body)
    if (turns.due) await turns.pass()
  }
  return { codes: { title: counts.title.map(codeOf), body: counts.body.map(codeOf) }, termCount }
}

function emptyCounts(): Float64Array[] {
  return Array.from({ length: CODE_CONTEXTS }, () => new Float64Array(SYMBOLS))
}

function countSymbols({ count, symbols }: InvertedField, docCount: number, contexts: readonly Float64Array[]): void {
  const counts = contexts[codeContext(count, docCount)]!
  for (let i = 0; i < count; i++) counts[symbolLetter(symbols[i]!)]!++
}

function codeOf(counts: Float64Array): SymbolCode {
  const lengths = codeLengths(counts)
  return { lengths, codes: canonicalCodes(lengths) }
}

/** Writes words packs from entries in order. Returns the separators. */
export function writeWordPacks(packs: PackStream, entries: Iterable<WordEntry>, count: number): string[] {
  packs.expect('words', count * 5)
  return writeChunks(
    entries,
    WORDS_PER_PACK,
    ({ surface }) => surface,
    (chunk) => packs.add('words', writeWords(chunk)),
  )
}

/** Writes ids packs. Returns the separators. */
export function writeIdPacks(packs: PackStream, spool: Pick<OrderedSpool, 'count' | 'id' | 'url'>): string[] {
  const urls = Array.from({ length: spool.count }, (_, doc) => doc).filter((doc) => spool.url(doc) !== undefined)
  const count = spool.count + urls.length
  packs.expect('ids', count * 5)
  const isUrl = (index: number): boolean => index >= spool.count
  const docOf = (index: number): number => (isUrl(index) ? urls[index - spool.count]! : index)
  const keyOf = (index: number): string => (isUrl(index) ? spool.url(docOf(index))! : spool.id(index))
  const entries = function* (): Generator<IdEntry> {
    for (const index of orderByKey(count, keyOf, docOf)) {
      yield { key: keyOf(index), isUrl: isUrl(index), doc: docOf(index) }
    }
  }
  return writeChunks(
    entries(),
    IDS_PER_PACK,
    ({ key }) => key,
    (chunk) => packs.add('ids', writeIds(chunk)),
  )
}

/** Cuts ordered entries into packs, never between two with the same key. */
function writeChunks<T>(
  entries: Iterable<T>,
  size: number,
  keyOf: (entry: T) => string,
  write: (chunk: readonly T[]) => void,
): string[] {
  const separators: string[] = []
  let chunk: T[] = []
  for (const entry of entries) {
    const last = chunk.at(-1)
    if (last !== undefined && chunk.length >= size && keyOf(last) !== keyOf(entry)) {
      write(chunk)
      separators.push(separator(keyOf(last), keyOf(entry)))
      chunk = []
    }
    chunk.push(entry)
  }
  if (chunk.length > 0) write(chunk)
  return separators
}

/** The bodies of facets, by name. */
export function facetBodies(facets: ReadonlyMap<string, FacetRows>): Map<string, Uint8Array> {
  return new Map([...facets].map(([name, { sets, column }]) => [name, writeFacetColumn(sets, column)]))
}

/** Writes facets in the order of their names, which are returned. */
export function writeFacets(packs: PackStream, bodies: ReadonlyMap<string, Uint8Array>): string[] {
  const names = [...bodies.keys()].sort(compareCodePoints)
  for (const name of names) packs.add('facet', bodies.get(name)!)
  return names
}

/** Writes the exact dates; returns the runs that go into the root. */
export function writeDatePack(packs: PackStream, dates: readonly (string | undefined)[]): DateRun[] {
  const runs = dateRuns(dates)
  packs.add('dates', writeDates(runs))
  return monthRuns(runs)
}

export function writeRemovedPack(packs: PackStream, removed: Removed): void {
  if (removed.size > 0) packs.add('removed', writeRemoved(removed))
}

/** What the root knows of a segment, from what the writers returned. */
export function segmentRoot(parts: {
  name: string
  id: number
  single: boolean
  statistics: Statistics
  removed: Statistics
  months: DateRun[]
  codes: Record<'title' | 'body', readonly SymbolCode[]>
  packs: PackStream
  separators: SegmentRoot['separators']
  leaves: number[]
  facets: string[]
  languages: Map<string, number>
  removedLanguages: Map<string, number>
  removedMonths: DateRun[]
  lostFacets: string[]
}): SegmentRoot {
  const { codes, packs, ...rest } = parts
  const lengths = (field: readonly SymbolCode[]): Uint8Array[] => field.map((code) => code.lengths)
  return { ...rest, codes: { title: lengths(codes.title), body: lengths(codes.body) }, packs: packs.tables }
}
