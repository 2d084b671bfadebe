/** How do spooled releases become a segment? One pass in document order, then the inversion, then the packs. */

import type { AnalyserDescription } from '../analysis/analyser.js'
import type { DateRun } from '../format/dates.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import type { IdEntry } from '../format/ids.js'
import type { Removed } from '../format/removed.js'
import type { SegmentRoot, Statistics } from '../format/root.js'
import type { RemovedFreqs } from '../format/terms.js'
import { isOwnTerm, type WordEntry } from '../format/words.js'
import { type DuplicateCluster, DuplicateFinder } from '../ingest/extract/near-duplicates.js'
import type { Release } from '../types.js'
import { DocumentIndex } from './document-index.js'
import { FacetCollector, NONE } from './facet-columns.js'
import { compareTerms, compareWords, type InvertedTerm } from './inverter.js'
import { PackStream } from './pack-stream.js'
import type { SegmentOutput } from './segment-output.js'
import {
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
import { Turns } from './turns.js'

/** Bytes of releases from which the dictionary of texts is learnt. */
const SAMPLE_BYTES = 2 * 1024 * 1024

/** What a new segment takes out of older ones. */
export interface Removal {
  docs: Removed
  statistics: Statistics
  languages: Map<string, number>
  /** Their dates, those that have one, in order. */
  months: DateRun[]
  terms: { stem: string; tag: number; removed: RemovedFreqs }[]
  words: { surface: string; tag: number; stem: string; removed: number }[]
}

/** A segment that is written. */
export interface BuiltSegment {
  root: SegmentRoot
  /** Lengths of its files. */
  files: Map<string, number>
  /** Ids of the concepts that its releases have. */
  concepts: ReadonlySet<string>
  termCount: number
  /** Its near-duplicates. */
  duplicates: DuplicateCluster[]
}

/** The cluster of each document that has one. */
function clusterColumn(
  entries: readonly IdEntry[],
  clusters: readonly DuplicateCluster[],
  docCount: number,
): (readonly string[])[] {
  const values = new Map(clusters.flatMap(({ value, ids }) => ids.map((id): [string, string] => [id, value])))
  const column = new Array<readonly string[]>(docCount).fill(NONE)
  for (const { key, isUrl, doc } of entries) {
    const cluster = isUrl ? undefined : values.get(key)
    if (cluster !== undefined) column[doc] = [cluster]
  }
  return column
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
    /** Called after each document. */
    onDocument?: (release: Release, done: number) => void
    signal?: AbortSignal
  } = {},
): Promise<BuiltSegment> {
  const { removal, beside = [] } = options
  const turns = new Turns(options.signal)
  const id = segmentId(identity(spool, description, removal, beside), new Set(beside.map((segment) => segment.id)))
  const packs = new PackStream(output, id)
  const texts = new TextWriter(output, packs, id, sampleDictionary(spool), spool.byteLength)
  const index = await DocumentIndex.create(description, spool.memory, spool.directory)
  const facets = new FacetCollector()
  const duplicates = new DuplicateFinder()
  const dates: (string | undefined)[] = []
  const ids: IdEntry[] = []
  const languages = new Map<string, number>()
  for (let doc = 0; doc < spool.count; doc++) {
    const { release, line } = spool.read(doc)
    texts.add(line)
    if (index.add(release.title, release.body, release.language)) await index.spill()
    facets.add(doc, release)
    duplicates.add(release)
    dates.push(spool.date(doc))
    ids.push({ key: spool.id(doc), isUrl: false, doc })
    if (release.url !== undefined) ids.push({ key: release.url, isUrl: true, doc })
    const language = release.language ?? ''
    languages.set(language, (languages.get(language) ?? 0) + 1)
    options.onDocument?.(release, doc + 1)
    options.signal?.throwIfAborted()
    if (turns.due) await turns.pass()
  }
  const held = texts.finish()
  await index.finish()
  const { codes, termCount } = await symbolCodes(index.terms({ positions: false }), spool.count, turns)
  const expected = (index.totalLength('title') + index.totalLength('body')) * 0.9
  const terms = index.terms({ positions: true })
  const allTerms = removal ? mergeRemoved(terms, removal.terms) : terms
  const separators = {
    terms: await writeTerms(packs, spool.count, allTerms, codes, expected, turns),
    words: writeWordPacks(packs, wordEntries(index, removal), countOf(wordEntries(index, removal))),
    ids: writeIdPacks(packs, ids),
  }
  await turns.pass()
  const clusters = duplicates.clusters()
  const columns = facets.finish(spool.count)
  if (clusters.length > 0) columns.set(CLUSTER_FACET, clusterColumn(ids, clusters, spool.count))
  const names = writeFacets(packs, columns)
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
    languages: sortedCounts(languages),
    removedLanguages: sortedCounts(removal?.languages ?? new Map()),
    removedMonths: removal?.months ?? [],
  })
  return { root, files, concepts: index.concepts, termCount, duplicates: clusters }
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
    const { line } = spool.read(doc)
    const taken = line.subarray(0, 4096)
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
