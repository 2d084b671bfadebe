/** How does the next state of an archive come about? Segments that stay, and a new one with everything else. */

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Analyser, TAGS } from '../analysis/analyser.js'
import { NO_CONCEPT } from '../analysis/concept.js'
import { idOfRow } from '../analysis/concept-rows.js'
import { inflateSync } from '../bytes/inflate-node.js'
import type { LexiconRoot } from '../format/lexicon.js'
import { decodeRoot, type SegmentRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import type { DuplicateCluster } from '../ingest/extract/near-duplicates.js'
import { type AnalysisSettings, fullDescription, rootDescription } from './analysis-settings.js'
import { type GrowingArchive, GrownClusters } from './grown-clusters.js'
import type { IndexOptions } from './index-options.js'
import { writeLexicon } from './lexicon-writer.js'
import { lostFacets } from './lost-facets.js'
import {
  adoptFolder,
  dropUnpublished,
  encodeRoot,
  noteGenerations,
  publishRoot,
  retireFolders,
  stagingDirectory,
} from './publish.js'
import { removalOf } from './removal.js'
import { buildSegment, type Removal } from './segment-builder.js'
import { DirectoryOutput, type SegmentOutput } from './segment-output.js'
import type { IndexedRelease, Spool } from './spool.js'
import { type DocsBySegment, foldersOf, type StoredArchive } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'
import { workerCount } from './worker-pool.js'

/** Bytes of releases from which on threads are worth being started, when nothing else is said. */
const WORTH_WORKERS = 8 * 1024 * 1024

/** What the next state is made of. */
export interface NextState {
  settings: AnalysisSettings
  /** Releases of the new segment. */
  spool: Spool
  /** The state before, when segments of it stay. */
  base?: {
    archive: StoredArchive
    /** How many of its segments stay, from the oldest. */
    keeps: number
    /** Documents of those that the new segment removes. */
    gone: DocsBySegment
    /** Releases of the archive that are removed or replaced now. */
    leaving: GrowingArchive['leaving']
    /** Ids of the releases that are added. */
    added: GrowingArchive['added']
    /** No release of the archive is removed or replaced, so that it holds every concept that it held. */
    isGrowing: boolean
  }
  /** Called for each release of the new segment. */
  onDocument?: (release: IndexedRelease, done: number, total: number) => void
  /** Threads that go through the releases. Default `'auto'`. */
  workers?: IndexOptions['workers']
  signal?: AbortSignal | undefined
}

/** A state that is written but not yet published. */
export interface WrittenState {
  /** The new segment; null when there was nothing to put into it. */
  segment: SegmentRoot | null
  files: Map<string, number>
  /** The segments of the state, oldest first. */
  segments: SegmentRoot[]
  lexicon: LexiconRoot | undefined
  rootBytes: Uint8Array
  rootLength: number
  /** Number of terms of the new segment. */
  terms: number
  /** Near-duplicates with an added release. */
  duplicates: DuplicateCluster[]
}

/** Writes the new segment and the lexicon, and makes the root. */
export async function writeState(
  state: NextState,
  output: SegmentOutput,
  lexiconOutput: SegmentOutput,
): Promise<WrittenState> {
  const { settings, spool, base, onDocument, signal } = state
  const kept = base?.archive.segments.slice(0, base.keeps) ?? []
  const languages = new Set(spool.languages())
  for (const { root } of kept) for (const tag of root.languages.keys()) languages.add(tag)
  languages.delete('')
  const description = fullDescription(settings, languages)
  const removal =
    base === undefined || base.gone.size === 0 ? undefined : removalOf(base.gone, await Analyser.create(description))
  if (removal !== undefined) removal.lostFacets.push(...lostFacets(base!.archive, kept, base!.gone))
  const ordered = spool.order()
  const beside = kept.map(({ root }) => root)
  const isEmpty = ordered.count === 0 && removal === undefined && kept.length > 0
  const built = isEmpty
    ? null
    : await buildSegment(ordered, description, output, {
        beside,
        ...(base ? { older: await GrownClusters.create(base, ordered, description) } : {}),
        ...(removal ? { removal } : {}),
        ...(signal ? { signal } : {}),
        workers: workerCount(state.workers, ordered.byteLength > WORTH_WORKERS),
        onDocument: (release, done) => onDocument?.(release, done, ordered.count),
      })
  const segments = built === null ? beside : [...beside, built.root]
  const held = new Set(built?.concepts)
  if (base !== undefined) {
    const before = new Set(base.archive.lexicon.concepts.map(idOfRow))
    for (const id of before) if (base.isGrowing || isHeld(id, kept, removal)) held.add(id)
  }
  const { root, lexicon: content } = rootDescription(description, settings, liveTags(segments), held)
  const lexicon = writeLexicon(content, lexiconOutput)
  const rootBytes = encodeRoot({ description: root, segments, ...(lexicon === undefined ? {} : { lexicon }) })
  return {
    segment: built?.root ?? null,
    files: built?.files ?? new Map(),
    segments,
    lexicon,
    rootBytes,
    rootLength: rootBytes.length,
    terms: built?.termCount ?? 0,
    duplicates: built?.duplicates ?? [],
  }
}

/** Whether a release of the segments that stay has a concept, after what is removed from them. */
function isHeld(id: string, kept: readonly StoredSegment[], removal: Removal | undefined): boolean {
  // Names that only keep shorter ones from being found have no term to be counted by.
  if (id.startsWith(NO_CONCEPT)) return true
  const removed = removal?.terms.find(({ stem, tag }) => tag === TAGS.concept && stem === id)?.removed.docFreq ?? 0
  let docFreq = -removed
  for (const segment of kept) {
    const entry = segment.findTerm(id, TAGS.concept)
    if (entry !== undefined) docFreq += entry.docFreq - (entry.removed?.docFreq ?? 0)
  }
  return docFreq > 0
}

/** Language tags that live releases have; the empty one for those without. */
function liveTags(segments: readonly SegmentRoot[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { languages, removedLanguages } of segments) {
    for (const [tag, count] of languages) counts.set(tag, (counts.get(tag) ?? 0) + count)
    for (const [tag, count] of removedLanguages) counts.set(tag, (counts.get(tag) ?? 0) - count)
  }
  return new Set([...counts].filter(([, count]) => count > 0).map(([tag]) => tag))
}

/**
 * Writes the next state aside and publishes it. Only called under the lock of the folder.
 *
 * @param keep generations before it whose segments are left in place
 */
export async function publishState(out: string, state: NextState, keep: number): Promise<WrittenState> {
  const previous = await namedFolders(out)
  const staging = stagingDirectory(out)
  const adopted: string[] = []
  const adopt = (from: string, name: string): void => {
    if (!existsSync(join(out, name))) adopted.push(name)
    adoptFolder(out, from, name)
  }
  try {
    const segment = join(staging, 'segment')
    const lexicon = join(staging, 'lexicon')
    const written = await writeState(state, new DirectoryOutput(segment), new DirectoryOutput(lexicon))
    try {
      if (written.segment !== null) adopt(segment, written.segment.name)
      if (written.lexicon !== undefined) adopt(lexicon, written.lexicon.name)
      const current = foldersOf(written)
      noteGenerations(out, previous, current, keep)
      publishRoot(out, written.rootBytes)
      retireFolders(out, current)
    } catch (error) {
      // On a full disk they would be in the way of the next attempt.
      dropUnpublished(out, adopted, written.rootBytes)
      throw error
    }
    return written
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** The folders that the root of an archive names. */
async function namedFolders(out: string): Promise<string[]> {
  const path = join(out, ROOT_FILE)
  if (!existsSync(path)) return []
  try {
    return foldersOf(await decodeRoot(new Uint8Array(readFileSync(path)), path, inflateSync))
  } catch {
    // A root that cannot be read is replaced like any other; only what it names cannot be kept.
    return []
  }
}
