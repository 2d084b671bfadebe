/** How do documents become an archive? Collect them, then write and publish a state that holds them. */

import { existsSync, rmdirSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { setCrc32 } from '../bytes/crc32.js'
import { DatelinesError, isDatelinesError } from '../errors.js'
import { ROOT_FILE } from '../format/version.js'
import type { IngestItem } from '../ingest/read-releases.js'
import type { InputPlace, Rejection } from '../types.js'
import type { AnalysisSettings } from './analysis-settings.js'
import { type ChangeResult, changeArchive } from './change-archive.js'
import type { IndexOptions, Progress } from './index-options.js'
import { lockArchive } from './lock.js'
import { type NextState, publishState, writeState } from './next-state.js'
import { Origins } from './origins.js'
import { fetchPrevious } from './previous.js'
import { checkOutput, cleanStaging } from './publish.js'
import { type BuildReport, byteReport, Ledger, Summary } from './report.js'
import { MemoryOutput } from './segment-output.js'
import { type IndexedRelease, Spool } from './spool.js'
import { StoredArchive } from './stored-archive.js'
import { temporaryDirectory } from './temporary.js'

const DEFAULT_MEMORY_MIB = 512

/** A spool for the memory allowed. */
export function openSpool({ memory = DEFAULT_MEMORY_MIB }: Pick<IndexOptions, 'memory'>): Spool {
  setCrc32(crc32)
  return new Spool(memory * 1024 * 1024, temporaryDirectory())
}

/** The settings of the analysis among the options. */
export function settingsFrom({ defaultLanguage, synonyms, stopwords }: IndexOptions): AnalysisSettings {
  return {
    ...(defaultLanguage === undefined ? {} : { defaultLanguage }),
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(stopwords === undefined ? {} : { stopwords }),
  }
}

/**
 * Runs something under the lock of an archive's folder, after cleaning up what an interrupted build has left there.
 *
 * @throws DatelinesError `E_EXISTS` when the folder holds something else, `E_LOCKED`, `E_DISK`
 */
export async function underLock<T>(directory: string, run: () => Promise<T>): Promise<T> {
  checkOutput(directory)
  const isNew = !existsSync(directory)
  const unlock = lockArchive(directory)
  try {
    cleanStaging(directory)
    return await run()
  } finally {
    unlock()
    if (isNew) removeEmpty(directory)
  }
}

/** Takes away a folder that was made for what then failed. */
function removeEmpty(directory: string): void {
  try {
    rmdirSync(directory)
  } catch {
    // It holds an archive.
  }
}

/** Ids that are looked for in an archive at once. */
const LOOKED_UP_AT_ONCE = 10_000
/** Rejected inputs that a failure names. */
const NAMED_REJECTIONS = 10

/** `1 input`, `2 inputs`. */
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function placeText({ file, line }: InputPlace): string {
  return line === undefined ? file : `${file}:${line}`
}

/** The place and the reason; messages that stand by themselves begin with it. */
function rejectionText(rejection: Rejection): string {
  const place = placeText(rejection)
  const { reason, message } = rejection
  const told = [place, rejection.file].find((one) => message.startsWith(`${one}: `))
  return `${place} (${reason}): ${(told === undefined ? message : message.slice(told.length + 2)).replace(/\.$/, '')}`
}

/** Collects what ingest gives, then builds from it. */
export class ReleaseCollector {
  readonly ledger = new Ledger()
  private readonly spool: Spool
  private readonly summary = new Summary()
  /** By row of the spool. */
  private readonly origins = new Origins()
  private taken = 0

  constructor(private readonly options: IndexOptions) {
    this.spool = openSpool(options)
  }

  /** Takes one item; throws when the build must stop for it. */
  take(item: IngestItem): void {
    this.options.signal?.throwIfAborted()
    if (item.kind === 'skipped') this.ledger.skippedOne()
    else if (item.kind === 'rejected') this.reject(item.rejection)
    else {
      const { release, place, how, warnings } = item
      this.origins.add(place, how.id === 'path')
      const row = this.taken++
      const earlier = this.spool.add(release)
      this.ledger.took(release, earlier !== undefined, warnings)
      if (earlier !== undefined) this.warnOfReplaced(release.id, row, earlier)
    }
  }

  private warnOfReplaced(id: string, row: number, earlier: number): void {
    const before = placeText(this.origins.place(earlier))
    const reason = this.spool.isSame(row, earlier)
      ? `the same release again, from ${before}`
      : `replaces the release of this id from ${before}`
    this.ledger.warn([{ ...this.origins.place(row), field: 'id', value: id, reason }])
  }

  /** How far taking in is, for callers that do not know what is to come. */
  get progress(): Progress {
    return { phase: 'read', done: this.spool.count, bytes: this.spool.byteLength }
  }

  private reject(rejection: Rejection): void {
    const { strict = false, maxRejected = Number.POSITIVE_INFINITY } = this.options
    this.ledger.reject(rejection)
    if (strict) {
      const message = `${rejectionText(rejection)}. Nothing was published: with strict, the first rejection ends the build.`
      throw new DatelinesError('E_INPUT', message, { where: placeText(rejection), reason: rejection.reason })
    }
    if (this.ledger.rejectedCount > maxRejected) {
      throw new DatelinesError(
        'E_HOLLOW',
        `${counted(this.ledger.rejectedCount, 'input')} rejected, ${maxRejected} allowed. Nothing was published; mend the inputs or raise maxRejected.${this.rejectedList()}`,
      )
    }
  }

  /** Builds the archive in a folder, in place of one that is there. */
  async publish(out: string): Promise<BuildReport> {
    this.checkEnough()
    try {
      return await underLock(out, async () => {
        const { keep = 1, previous, signal } = this.options
        const earlier = await this.earlierAt(out)
        await fetchPrevious(out, { previous, keep, signal })
        const written = await publishState(out, this.state, keep)
        const report = this.ledger.finish(this.summary, byteReport(written), written)
        return earlier === undefined ? report : { ...report, earlier }
      })
    } finally {
      this.close()
    }
  }

  /** What is going to be replaced; of an archive that cannot be read nothing can be told. */
  private async earlierAt(out: string): Promise<BuildReport['earlier']> {
    try {
      const archive = await StoredArchive.open(out)
      const releases = archive.releaseCount
      return { releases, gone: releases - archive.countHeld(this.spool.ids()) }
    } catch (error) {
      if (!isDatelinesError(error)) throw error
      return undefined
    }
  }

  /** Adds the releases to the archive in a folder; those that it has already are replaced. */
  async addTo(directory: string): Promise<{ report: BuildReport; change: ChangeResult }> {
    this.checkEnough()
    try {
      return await underLock(directory, async () => {
        const { keep = 1, previous, signal } = this.options
        await fetchPrevious(directory, { previous, keep, signal })
        const added = new Set(this.spool.ids())
        await this.warnOfOthers(directory)
        const change = await changeArchive(directory, {
          spool: this.spool,
          settings: settingsFrom(this.options),
          keep,
          signal,
          onDocument: (release, done, total) => {
            if (added.has(release.id)) this.indexed(release, done, total)
          },
        })
        return { report: this.ledger.finish(this.summary, byteReport(change), change), change }
      })
    } finally {
      this.close()
    }
  }

  /** Tomorrow's file may have other releases at the same places: that one of them replaces another must be seen. */
  private async warnOfOthers(directory: string): Promise<void> {
    const archive = await StoredArchive.open(directory)
    for (const rows of this.rowsNamedByPlace()) {
      // In document order, so that neighbours are read from one block.
      const held = archive.places(rows.keys()).sort((a, b) => a.doc - b.doc)
      for (const { id, segment, doc, isLive } of held) {
        const old = isLive ? segment.release(doc) : undefined
        const now = old === undefined ? undefined : this.spool.find(id)
        if (old === undefined || now === undefined || old.title === now.title || old.body === now.body) continue
        const place = this.origins.place(rows.get(id)!)
        const why =
          place.line === undefined
            ? 'both were read from a file of this path. Give the file another name where both are wanted'
            : `both were named by their place in the file. State ids (a field "id", or the options fields.id or id), or give each day's file a name of its own`
        const reason = `replaces another release, "${old.title.slice(0, 80)}": ${why}`
        this.ledger.warn([{ ...place, field: 'id', value: id, reason }])
      }
    }
  }

  /** Releases whose ids say only where they stood, some at a time. */
  private *rowsNamedByPlace(): Generator<Map<string, number>> {
    let rows = new Map<string, number>()
    for (const [id, row] of this.spool.rows()) {
      if (this.origins.isNamedByPlace(row)) rows.set(id, row)
      if (rows.size < LOOKED_UP_AT_ONCE) continue
      yield rows
      rows = new Map()
    }
    if (rows.size > 0) yield rows
  }

  /** Builds the archive in memory: files by name, as a source reads them. */
  async toMemory(): Promise<{ files: Map<string, Uint8Array>; report: BuildReport }> {
    this.checkEnough()
    const output = new MemoryOutput()
    const lexiconOutput = new MemoryOutput()
    const written = await writeState(this.state, output, lexiconOutput)
    this.close()
    const files = new Map<string, Uint8Array>([[ROOT_FILE, written.rootBytes]])
    for (const [file, bytes] of output.files()) files.set(`${written.segment?.name}/${file}`, bytes)
    for (const [file, bytes] of lexiconOutput.files()) files.set(`${written.lexicon?.name}/${file}`, bytes)
    return { files, report: this.ledger.finish(this.summary, byteReport(written), written) }
  }

  private get state(): NextState {
    const { options, spool, indexed } = this
    const { signal, workers } = options
    return { settings: settingsFrom(options), spool, onDocument: indexed, signal, workers }
  }

  /** Gives up temporary files. */
  close(): void {
    this.spool.close()
  }

  private readonly indexed = (release: IndexedRelease, done: number, total: number): void => {
    this.summary.add(release)
    this.options.onProgress?.({ phase: 'index', done, total, bytes: this.spool.byteLength })
  }

  private checkEnough(): void {
    const least = this.options.minReleases ?? 1
    if (this.spool.count >= least) return
    throw new DatelinesError(
      'E_HOLLOW',
      `Only ${counted(this.spool.count, 'release')} taken in, at least ${least} expected. Nothing was published; check what the inputs match, or lower minReleases.${this.rejectedList()}`,
    )
  }

  /** The inputs that were rejected, a line each, behind a message. */
  private rejectedList(): string {
    const { rejections } = this.ledger
    if (rejections.length === 0) return ''
    const more = rejections.length - NAMED_REJECTIONS
    const lines = rejections.slice(-NAMED_REJECTIONS).map(rejectionText)
    return `\nRejected${more > 0 ? ` (the last ${NAMED_REJECTIONS} of ${rejections.length})` : ''}:\n  ${lines.join('\n  ')}`
  }
}
