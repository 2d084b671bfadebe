/** How do spooled releases become a segment? One pass in document order, then the inversion, then the packs. */

import type { Analyser } from '../analysis/analyser.js'
import type { IdEntry } from '../format/ids.js'
import type { Removed } from '../format/removed.js'
import type { SegmentRoot, Statistics } from '../format/root.js'
import type { RemovedFreqs } from '../format/terms.js'
import { isOwnTerm, type WordEntry } from '../format/words.js'
import type { Release } from '../types.js'
import { type InvertedTerm, Inverter } from './inverter.js'
import { PackStream } from './pack-stream.js'
import type { SegmentOutput } from './segment-output.js'
import {
  compareTerms,
  compareWords,
  segmentId,
  segmentRoot,
  symbolCodes,
  writeDatePack,
  writeFacets,
  writeIdPacks,
  writeRemovedPack,
  writeTerms,
  writeWordPacks,
} from './segment-writer.js'
import type { OrderedSpool } from './spool.js'
import { learnDictionary } from './text-dictionary.js'
import { TextWriter } from './text-writer.js'

/** The facets every archive has; year and month are runs of documents and need no column. */
export const COLUMN_FACETS = ['country', 'mention', 'language'] as const

/** Bytes of releases from which the dictionary of texts is learnt. */
const SAMPLE_BYTES = 2 * 1024 * 1024

/** What a new segment takes out of older ones. */
export interface Removal {
  docs: Removed
  statistics: Statistics
  languages: Map<string, number>
  terms: { stem: string; tag: number; removed: RemovedFreqs }[]
  words: { surface: string; tag: number; stem: string; removed: number }[]
}

/** Values of every facet of a release; facets of the user's own come after the built-in ones and cannot replace them. */
export function facetRows(release: Release): Map<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(release.facets ?? {})) {
    rows.set(name, typeof value === 'string' ? [value] : [...new Set(value)])
  }
  rows.set('country', release.countries ?? [])
  rows.set('mention', release.mentions ?? [])
  rows.set('language', release.language === undefined ? [] : [release.language])
  return rows
}

/** Collects the columns of all facets; a facet that first occurs late is empty before. */
class FacetCollector {
  readonly columns = new Map<string, (readonly string[])[]>(COLUMN_FACETS.map((name) => [name, []]))

  add(doc: number, release: Release): void {
    for (const [name, values] of facetRows(release)) {
      let column = this.columns.get(name)
      if (column === undefined) this.columns.set(name, (column = []))
      while (column.length < doc) column.push(NONE)
      column.push(values)
    }
  }

  finish(docCount: number): Map<string, readonly (readonly string[])[]> {
    for (const column of this.columns.values()) while (column.length < docCount) column.push(NONE)
    return this.columns
  }
}

const NONE: readonly string[] = []

/** Writes one segment. `onDocument` is called after each document. */
export function buildSegment(
  spool: OrderedSpool,
  byteLength: number,
  analyser: Analyser,
  output: SegmentOutput,
  options: {
    removal?: Removal
    /** The other segments of the archive. */
    beside?: readonly SegmentRoot[]
    onDocument?: (release: Release, done: number) => void
  } = {},
): { root: SegmentRoot; files: Map<string, number> } {
  const { removal, beside = [] } = options
  const id = segmentId(
    [
      JSON.stringify(analyser.description),
      ...spool.fingerprint(),
      ...(removal ? removedKey(removal) : []),
      // The same releases, removed and added again, make another segment than the one that they were removed from.
      ...beside.map(({ name }) => `beside ${name}`),
    ],
    new Set(beside.map((segment) => segment.id)),
  )
  const packs = new PackStream(output, id)
  const texts = new TextWriter(output, packs, id, sampleDictionary(spool), byteLength)
  const inverter = new Inverter(analyser)
  const facets = new FacetCollector()
  const dates: (string | undefined)[] = []
  const ids: IdEntry[] = []
  const languages = new Map<string, number>()
  for (let doc = 0; doc < spool.count; doc++) {
    const { release, line } = spool.read(doc)
    texts.add(line)
    inverter.add(release.title, release.body, release.language)
    facets.add(doc, release)
    dates.push(release.date)
    ids.push({ key: release.id, isUrl: false, doc })
    if (release.url !== undefined) ids.push({ key: release.url, isUrl: true, doc })
    const language = release.language ?? ''
    languages.set(language, (languages.get(language) ?? 0) + 1)
    options.onDocument?.(release, doc + 1)
  }
  const held = texts.finish()
  const { symbolCounts, terms } = inverter.invert(compareTerms)
  const codes = { title: symbolCodes(symbolCounts.title), body: symbolCodes(symbolCounts.body) }
  const expected = (inverter.totalLength('title') + inverter.totalLength('body')) * 0.9
  const merged = removal ? mergeRemoved(terms, removal.terms) : terms
  const separators = {
    terms: writeTerms(packs, spool.count, merged, codes, expected),
    words: writeWordPacks(packs, wordEntries(inverter, removal)),
    ids: writeIdPacks(packs, ids),
  }
  const names = writeFacets(packs, facets.finish(spool.count))
  const months = writeDatePack(packs, dates)
  if (removal) writeRemovedPack(packs, removal.docs)
  const single = packs.finish(held)
  if (!single) texts.release()
  const { name, files } = output.finish()
  const statistics: Statistics = {
    releases: spool.count,
    undated: dates.filter((date) => date === undefined).length,
    bodyLength: inverter.totalLength('body'),
    titleLength: inverter.totalLength('title'),
  }
  const root = segmentRoot({
    name,
    id,
    single,
    statistics,
    removed: removal?.statistics ?? { releases: 0, undated: 0, bodyLength: 0, titleLength: 0 },
    months,
    codes,
    packs,
    separators,
    leaves: texts.leaves,
    facets: names,
    languages: sortedCounts(languages),
    removedLanguages: sortedCounts(removal?.languages ?? new Map()),
  })
  return { root, files }
}

function removedKey(removal: Removal): string[] {
  return [...removal.docs].map(([segment, docs]) => `removed ${segment} ${docs.join()}`)
}

function sortedCounts(counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
}

/** Whole lines from evenly spaced releases. */
function sampleDictionary(spool: OrderedSpool): Uint8Array {
  const samples: Uint8Array[] = []
  let bytes = 0
  const step = Math.max(1, Math.floor(spool.count / 4000))
  for (let doc = 0; doc < spool.count && bytes < SAMPLE_BYTES; doc += step) {
    const { line } = spool.read(doc)
    const taken = line.subarray(0, 4096)
    samples.push(taken)
    bytes += taken.length
  }
  return learnDictionary(samples)
}

function wordEntries(inverter: Inverter, removal: Removal | undefined): WordEntry[] {
  const entries = new Map<string, WordEntry>()
  for (const { word, docFreq } of inverter.words()) {
    if (isOwnTerm(word.surface, word.term)) continue
    const entry = { surface: word.surface, tag: word.term.tag, stem: word.term.stem, docFreq }
    entries.set(`${word.term.tag} ${word.surface}`, entry)
  }
  for (const { surface, tag, stem, removed } of removal?.words ?? []) {
    const entry = entries.get(`${tag} ${surface}`)
    if (entry) entry.removed = removed
    else entries.set(`${tag} ${surface}`, { surface, tag, stem, docFreq: 0, removed })
  }
  return [...entries.values()].sort(compareWords)
}

/** Joins what is removed into the terms of the segment; a term that only older segments hold gets an entry without lists. */
function* mergeRemoved(
  terms: Iterable<InvertedTerm>,
  removed: Removal['terms'],
): Generator<InvertedTerm & { removed?: RemovedFreqs }> {
  const ordered = [...removed].sort(compareTerms)
  let next = 0
  for (const inverted of terms) {
    while (next < ordered.length && compareTerms(ordered[next]!, inverted.term) < 0) yield onlyRemoved(ordered[next++]!)
    const match = ordered[next]
    if (match && compareTerms(match, inverted.term) === 0) {
      next++
      yield { ...inverted, removed: match.removed }
    } else yield inverted
  }
  while (next < ordered.length) yield onlyRemoved(ordered[next++]!)
}

function onlyRemoved(entry: Removal['terms'][number]): InvertedTerm & { removed: RemovedFreqs } {
  const empty = { count: 0, docs: EMPTY, symbols: EMPTY, positions: EMPTY, positionCount: 0 }
  const term = { ordinal: -1, stem: entry.stem, tag: entry.tag }
  return { term, docFreq: 0, title: empty, body: empty, removed: entry.removed }
}

const EMPTY = new Int32Array(0)
