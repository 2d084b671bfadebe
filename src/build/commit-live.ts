/** How do releases that live in memory become a part of the archive? Frozen into a segment, and only then forgotten. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT_FILE } from '../format/version.js'
import { isBoolean, wrongOption } from '../ingest/option-checks.js'
import type { Release } from '../types.js'
import type { AnalysisSettings } from './analysis-settings.js'
import { openSpool, underLock } from './archive-builder.js'
import { type ArchiveState, changeArchive } from './change-archive.js'
import { checkFolder, checkIndexOptions, type IndexOptions } from './index-options.js'
import { publishState } from './next-state.js'
import { requireArchive } from './stored-archive.js'

/** What is to be made permanent: releases that are added or replace others, and ids that are removed. */
export interface Uncommitted {
  releases: readonly Release[]
  removed: readonly string[]
}

/** A `LiveIndex`, as far as it concerns a commit. */
export interface Committable {
  changes(): Uncommitted
  /** Forgets what was made permanent, but not what has changed since. */
  forget(changes: Uncommitted): void
  /** How it analyses when there is no archive to take that from. */
  settings(): Promise<AnalysisSettings>
}

/** Something that was opened on the folder: an archive, or an overlay over it. */
export interface Refreshable {
  refresh(): Promise<boolean>
}

/** Options of {@link commitLive}. */
export interface CommitOptions extends Pick<IndexOptions, 'keep' | 'memory' | 'signal'> {
  /**
   * Archives that this process has opened on the folder. They turn to the new state before the live index forgets, so that an overlay
   * of both misses nothing at any moment. Default none: refresh them afterwards.
   */
  refresh?: Refreshable | readonly Refreshable[]
  /** Makes an archive, with the settings of the live index, where there is none. Default false: `E_NOT_FOUND`. */
  create?: boolean
}

/** What was made permanent. */
export interface CommitReport {
  /** Releases that were written. */
  releases: number
  /** Ids of those among them that the archive had, and that were replaced. */
  updated: string[]
  /** Ids of releases that were removed from the archive. */
  removed: string[]
  /** The archive afterwards. */
  archive: ArchiveState
  ms: number
}

/**
 * Writes what a live index holds, and what it has removed, into the archive in a folder, in a new segment; then the live index forgets
 * it. What is added, replaced or removed while this goes on stays in the live index. Releases are analysed with the settings
 * of the archive. When there is nothing to write, nothing is published.
 *
 * @throws DatelinesError `E_OPTION`, `E_NOT_FOUND`, `E_EXISTS`, `E_LOCKED`, `E_DISK`, `E_CORRUPT`; in each case the archive is left as it was, and
 *   the live index holds what it held
 */
export async function commitLive(
  live: Committable,
  directory: string,
  options: CommitOptions = {},
): Promise<CommitReport> {
  const started = performance.now()
  if (!isCommittable(live)) throw wrongOption('commitLive takes a LiveIndex, then the folder of the archive')
  checkFolder(directory)
  checkIndexOptions(options, ['keep', 'memory', 'signal'], {
    refresh: [isRefreshable, 'an opened archive, or several'],
    create: [isBoolean, 'true or false'],
  })
  const { create = false, refresh = [] } = options
  if (!create) requireArchive(directory)
  const spool = openSpool(options)
  try {
    return await underLock(directory, async () => {
      const changes = live.changes()
      for (const release of changes.releases) spool.add(release)
      const report = await write(live, directory, changes, spool, options)
      for (const opened of [refresh].flat()) await opened.refresh()
      live.forget(changes)
      return { ...report, ms: Math.round(performance.now() - started) }
    })
  } finally {
    spool.close()
  }
}

async function write(
  live: Committable,
  directory: string,
  { releases, removed: wanted }: Uncommitted,
  spool: ReturnType<typeof openSpool>,
  { keep = 1, signal }: CommitOptions,
): Promise<Omit<CommitReport, 'ms'>> {
  if (existsSync(join(directory, ROOT_FILE))) {
    const change = { spool, removed: wanted, settings: {}, keep, signal }
    const { replaced, removed, archive } = await changeArchive(directory, change)
    return { releases: releases.length, updated: replaced, removed, archive }
  }
  const { segments } = await publishState(directory, { settings: await live.settings(), spool, signal }, keep)
  const archive = { releases: releases.length, segments: segments.length }
  return { releases: releases.length, updated: [], removed: [], archive }
}

function isCommittable(live: unknown): live is Committable {
  return typeof (live as Partial<Committable> | null | undefined)?.changes === 'function'
}

function isRefreshable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isRefreshable)
  return typeof (value as Partial<Refreshable> | null | undefined)?.refresh === 'function'
}
