/** How does an archive change without being built anew? A new segment with what is added, and with what is taken out of older ones. */

import type { LexiconRoot } from '../format/lexicon.js'
import type { SegmentRoot } from '../format/root.js'
import type { DuplicateCluster } from '../ingest/extract/near-duplicates.js'
import { type AnalysisSettings, fingerprintOf, fullDescription, mergeSettings } from './analysis-settings.js'
import { mergeStart } from './merge-policy.js'
import { type NextState, publishState } from './next-state.js'
import { dropGenerations } from './publish.js'
import type { Spool } from './spool.js'
import { type DocsBySegment, StoredArchive, type StoredPlace } from './stored-archive.js'

/** What is to change. */
export interface Change {
  /** Releases that are added, or replace those with their ids. What is merged with them is put here too. */
  spool: Spool
  /** Ids to remove. */
  removed?: readonly string[]
  /** Nothing of the removed releases stays on the disk. Default false. */
  purge?: boolean
  /** Settings that are not given stay as they are. */
  settings: AnalysisSettings
  /** Generations before whose segments are left in place. */
  keep: number
  onDocument?: NextState['onDocument']
  workers?: NextState['workers']
  signal?: AbortSignal | undefined
}

/** What an archive holds now. */
export interface ArchiveState {
  releases: number
  segments: number
}

/** What has changed. */
export interface ChangeResult {
  /** Ids of the archive's releases that were replaced. */
  replaced: string[]
  /** Ids of the releases that were removed. */
  removed: string[]
  /** Ids to remove that the archive does not hold. */
  unknown: string[]
  archive: ArchiveState
  segment: SegmentRoot | null
  files: Map<string, number>
  lexicon: LexiconRoot | undefined
  rootLength: number
  terms: number
  /** Near-duplicates with an added release. */
  duplicates: DuplicateCluster[]
}

/**
 * Changes the archive in a folder and publishes the result. Only called under its lock. Segments that stay are not touched;
 * which of them are merged with the new one is the policy's business ({@link mergeStart}), unless texts must go or the
 * analysis is another one than that of the archive: then all stored texts that it concerns are written anew.
 */
export async function changeArchive(directory: string, change: Change): Promise<ChangeResult> {
  const { spool, removed = [], purge = false, keep } = change
  const archive = await StoredArchive.open(directory)
  const adding = new Set(spool.ids())
  const wanted = new Set([...adding, ...removed])
  const places = archive.places(wanted)
  const live = places.filter(({ isLive }) => isLive)
  const idsOf = (list: readonly StoredPlace[]): Set<string> => new Set(list.map(({ id }) => id))
  const held = idsOf(live)
  const known = purge ? idsOf(places) : held
  const result = {
    replaced: [...adding].filter((id) => held.has(id)),
    removed: removed.filter((id) => known.has(id) && !adding.has(id)),
    unknown: removed.filter((id) => !known.has(id)),
  }
  const stays = {
    segments: archive.segments.map(({ root }) => root),
    segment: null,
    lexicon: undefined,
    files: new Map(),
    terms: 0,
    duplicates: [],
  }
  if (adding.size === 0 && result.removed.length === 0) {
    if (purge) dropGenerations(directory, archive.folders)
    return { ...result, ...stays, archive: stateOf(stays.segments), rootLength: archive.rootLength }
  }
  const settings = mergeSettings(archive.settings, change.settings)
  const isSame = fingerprintOf(fullDescription(settings, [])) === archive.description.fingerprint
  const keeps = isSame ? segmentsThatStay(archive, live, purge ? places : [], adding.size) : 0
  for (const segment of archive.segments.slice(keeps)) {
    for (const release of archive.releases(segment)) if (!wanted.has(release.id)) spool.add(release)
  }
  const base = {
    archive,
    keeps,
    gone: goneFrom(archive, keeps, live),
    leaving: live,
    added: adding,
    isGrowing: live.length === 0,
  }
  const { onDocument, signal, workers } = change
  const state: NextState = {
    settings,
    spool,
    signal,
    workers,
    ...(keeps > 0 ? { base } : {}),
    ...(onDocument ? { onDocument } : {}),
  }
  const written = await publishState(directory, state, purge ? 0 : keep)
  const { segments, segment, lexicon, files, rootLength, terms, duplicates } = written
  return { ...result, archive: stateOf(segments), segment, lexicon, files, rootLength, terms, duplicates }
}

/** How many segments, from the oldest, are not written anew. */
function segmentsThatStay(
  archive: StoredArchive,
  live: readonly StoredPlace[],
  purged: readonly StoredPlace[],
  adding: number,
): number {
  const sizes = archive.segments.map((segment) => ({
    stored: segment.docCount,
    dead: archive.deadCount(segment) + live.filter((place) => place.segment === segment).length,
    removes: segment.root.removed.releases,
  }))
  const first = purged.map(({ segment }) => archive.segments.indexOf(segment))
  return Math.min(mergeStart(sizes, adding + live.length), ...first)
}

/** What the new segment takes out of those that stay: what is removed now, and what the merged segments had removed. */
function goneFrom(archive: StoredArchive, keeps: number, live: readonly StoredPlace[]): DocsBySegment {
  const merged = archive.segments.slice(keeps).map((segment) => segment.removed())
  const gone: DocsBySegment = new Map()
  for (const segment of archive.segments.slice(0, keeps)) {
    const docs = live.filter((place) => place.segment === segment).map(({ doc }) => doc)
    for (const removed of merged) docs.push(...(removed.get(segment.root.id) ?? []))
    if (docs.length > 0) gone.set(segment, docs)
  }
  return gone
}

function stateOf(segments: readonly SegmentRoot[]): ArchiveState {
  const releases = segments.reduce((sum, { statistics, removed }) => sum + statistics.releases - removed.releases, 0)
  return { releases, segments: segments.length }
}
