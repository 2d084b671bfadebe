/** How do spooled releases become a segment? One pass in document order, then their terms, then the packs. */

import type { AnalyserDescription } from '../analysis/analyser.js'
import { REGROUPED_FACET } from '../format/clusters.js'
import type { DateRun } from '../format/dates.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import { writeFacetValues } from '../format/facets.js'
import type { Removed } from '../format/removed.js'
import type { SegmentRoot, Statistics } from '../format/root.js'
import type { RemovedFreqs } from '../format/terms.js'
import { isOwnTerm, type WordEntry } from '../format/words.js'
import { DuplicateFinder } from '../ingest/extract/near-duplicates.js'
import { RECORD } from '../ingest/extract/text-sketch.js'
import { DocumentAnalysis } from './analyse-documents.js'
import type { DocumentIndex } from './document-index.js'
import type { PartTexts } from './document-part.js'
import { type FacetRows, NONE } from './facet-columns.js'
import { compareTerms, compareWords, type InvertedTerm } from './inverter.js'
import { PackStream } from './pack-stream.js'
import { clustersAlone, type OlderReleases, type SegmentClusters } from './segment-clusters.js'
import type { SegmentOutput } from './segment-output.js'
import {
  facetBodies,
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
import { SpilledSketches } from './spilled-sketches.js'
import type { IndexedRelease, OrderedSpool } from './spool.js'
import { learnDictionary } from './text-dictionary.js'
import { TextWriter } from './text-writer.js'
import { Turns } from './turns.js'

/** Bytes of releases from which the dictionary of texts is learnt. */
const SAMPLE_BYTES = 2 * 1024 * 1024

/** Share of the memory of a build for sketches that wait. */
const SKETCHES_SHARE = 16

/** What a new segment takes out of older ones. */
export interface Removal {
  docs: Removed
  statistics: Statistics
  languages: Map<string, number>
  /** Their dates, those that have one, in order. */
  months: DateRun[]
  terms: { stem: string; tag: number; removed: RemovedFreqs }[]
  words: { surface: string; tag: number; stem: string; removed: number }[]
  /** Facets that no release of the older segments has any more. */
  lostFacets: string[]
}

/** A segment that is written. */
export interface BuiltSegment {
  root: SegmentRoot
  /** Lengths of its files. */
  files: Map<string, number>
  /** Ids of the concepts that its releases have. */
  concepts: ReadonlySet<string>
  termCount: number
  /** Near-duplicates among them, or between them and older ones. */
  duplicates: SegmentClusters['duplicates']
}

/** The cluster of each document that has one. */
function clusterRows(spool: OrderedSpool, values: SegmentClusters['values']): FacetRows {
  const sets: (readonly string[])[] = [NONE]
  const setOf = new Map<string, number>()
  const column = Int32Array.from({ length: spool.count }, (_, doc) => {
    const value = values.get(spool.id(doc))
    if (value === undefined) return 0
    let set = setOf.get(value)
    if (set === undefined) setOf.set(value, (set = sets.push([value]) - 1))
    return set
  })
  return { sets, column }
}

/** Writes one segment. */
export async function buildSegment(
  spool: OrderedSpool,
  description: AnalyserDescription,
  output: SegmentOutput,
  options: {
    removal?: Removal
    /** The other segments of the archive. */
    beside?: readonly SegmentRoot[]
    /** Their releases, among which near-duplicates of those of the segment may be. */
    older?: OlderReleases
    /** Called for each document. */
    onDocument?: (release: IndexedRelease, done: number) => void
    /** Threads that go through the documents; 0 for none but this one. Default 0. */
    workers?: number
    signal?: AbortSignal
  } = {},
): Promise<BuiltSegment> {
  const { removal, beside = [], older, workers = 0 } = options
  const turns = new Turns(options.signal)
  const id = segmentId(identity(spool, description, removal, beside), new Set(beside.map((segment) => segment.id)))
  const packs = new PackStream(output, id)
  const dictionary = sampleDictionary(spool)
  const texts = new TextWriter(output, packs, id, dictionary, spool.byteLength)
  const textOf = (index: number) => (index < spool.count ? spool.read(index).release : older!.text(index - spool.count))
  const sketches = new SpilledSketches(spool.directory, spool.memory / SKETCHES_SHARE, textOf)
  const duplicates = new DuplicateFinder(sketches)
  const analysis = new DocumentAnalysis(spool, { description, dictionary }, turns)
  for await (const { firstDoc, texts: part } of analysis.parts(workers)) {
    addBlocks(texts, part)
    addSketches(duplicates, spool, firstDoc, part)
    const end = firstDoc + part.wholes.length
    if (options.onDocument) for (let doc = firstDoc; doc < end; doc++) options.onDocument(spool.indexed(doc), doc + 1)
    options.signal?.throwIfAborted()
  }
  const { index } = analysis
  const held = texts.finish()
  const { codes, termCount } = await symbolCodes(index.terms({ positions: false }), spool.count, turns)
  const expected = (index.totalLength('title') + index.totalLength('body')) * 0.9
  const terms = index.terms({ positions: true })
  const allTerms = removal ? mergeRemoved(terms, removal.terms) : terms
  const separators = {
    terms: await writeTerms(packs, spool.count, allTerms, codes, expected, turns),
    words: writeWordPacks(packs, wordEntries(index, removal), countOf(wordEntries(index, removal))),
    ids: writeIdPacks(packs, spool),
  }
  await turns.pass()
  const clusters = older === undefined ? clustersAlone(duplicates) : await older.cluster(duplicates)
  sketches.close()
  const facets = spool.facets()
  if (clusters.values.size > 0) facets.set(CLUSTER_FACET, clusterRows(spool, clusters.values))
  const bodies = facetBodies(facets)
  if (clusters.regrouped.length > 0) bodies.set(REGROUPED_FACET, writeFacetValues(clusters.regrouped, spool.count))
  const names = writeFacets(packs, bodies)
  const dates = Array.from({ length: spool.count }, (_, doc) => spool.date(doc))
  const months = writeDatePack(packs, dates)
  if (removal) writeRemovedPack(packs, removal.docs)
  const single = packs.finish(held)
  if (!single) texts.release()
  const { name, files } = output.finish()
  const statistics: Statistics = {
    releases: spool.count,
    undated: dates.filter((date) => date === undefined).length,
    bodyLength: index.totalLength('body'),
    titleLength: index.totalLength('title'),
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
    languages: sortedCounts(languageCounts(spool)),
    removedLanguages: sortedCounts(removal?.languages ?? new Map()),
    removedMonths: removal?.months ?? [],
    lostFacets: removal?.lostFacets ?? [],
  })
  return { root, files, concepts: index.concepts, termCount, duplicates: clusters.duplicates }
}

function addBlocks(texts: TextWriter, { blocks, blockLengths, blockDocs }: PartTexts): void {
  let at = 0
  blockLengths.forEach((length, block) => {
    texts.add(blocks.subarray(at, at + length), blockDocs[block]!)
    at += length
  })
}

function addSketches(
  duplicates: DuplicateFinder,
  spool: OrderedSpool,
  firstDoc: number,
  { sketches, wholes, wordCounts }: PartTexts,
): void {
  for (let i = 0; i < wholes.length; i++) {
    const date = spool.date(firstDoc + i)
    const release = { id: spool.id(firstDoc + i), ...(date === undefined ? {} : { date }) }
    const record = sketches.subarray(i * RECORD, (i + 1) * RECORD)
    duplicates.addSketch(release, { whole: wholes[i]!, wordCount: wordCounts[i]!, record })
  }
}

function languageCounts(spool: OrderedSpool): Map<string, number> {
  const counts = new Map<string, number>()
  for (let doc = 0; doc < spool.count; doc++) {
    const language = spool.language(doc)
    counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

/** What makes a segment the one that it is. */
function* identity(
  spool: OrderedSpool,
  description: AnalyserDescription,
  removal: Removal | undefined,
  beside: readonly SegmentRoot[],
): Generator<string> {
  yield JSON.stringify(description)
  yield* spool.fingerprint()
  if (removal) yield* removedKey(removal)
  // The same releases, removed and added again, make another segment than the one that they were removed from.
  for (const { name } of beside) yield `beside ${name}`
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
    const taken = spool.line(doc).subarray(0, 4096)
    samples.push(taken)
    bytes += taken.length
  }
  return learnDictionary(samples)
}

/** The words of the segment and those that are removed from older ones, in order. */
function* wordEntries(index: DocumentIndex, removal: Removal | undefined): Generator<WordEntry> {
  const removed = [...(removal?.words ?? [])].sort(compareWords)
  let next = 0
  for (const word of index.words()) {
    if (isOwnTerm(word.surface, word)) continue
    while (next < removed.length && compareWords(removed[next]!, word) < 0) yield { docFreq: 0, ...removed[next++]! }
    const match = removed[next]
    if (match && compareWords(match, word) === 0) {
      next++
      yield { ...word, removed: match.removed }
    } else yield word
  }
  while (next < removed.length) yield { docFreq: 0, ...removed[next++]! }
}

function countOf(entries: Iterable<unknown>): number {
  let count = 0
  for (const _ of entries) count++
  return count
}

/** Joins what is removed into the terms of the segment; a term that only older segments hold gets an entry without lists. */
function* mergeRemoved(
  terms: Iterable<InvertedTerm>,
  removed: Removal['terms'],
): Generator<InvertedTerm & { removed?: RemovedFreqs }> {
  const ordered = [...removed].sort(compareTerms)
  let next = 0
  for (const inverted of terms) {
    while (next < ordered.length && compareTerms(ordered[next]!, inverted) < 0) yield onlyRemoved(ordered[next++]!)
    const match = ordered[next]
    if (match && compareTerms(match, inverted) === 0) {
      next++
      yield { ...inverted, removed: match.removed }
    } else yield inverted
  }
  while (next < ordered.length) yield onlyRemoved(ordered[next++]!)
}

function onlyRemoved(entry: Removal['terms'][number]): InvertedTerm & { removed: RemovedFreqs } {
  const empty = { count: 0, docs: EMPTY, symbols: EMPTY, positions: EMPTY, positionCount: 0 }
  return { ...entry, docFreq: 0, title: empty, body: empty }
}

const EMPTY = new Int32Array(0)
