/** Which archive is open? The root and the segments that it names, as they were at one moment. */

import { Analyser, type AnalyserDescription, SHOWN_FORMS } from '../analysis/analyser.js'
import type { Inflate } from '../bytes/inflate.js'
import { DatelinesError, isDatelinesError } from '../errors.js'
import { decodeRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import type { Source } from '../source/source.js'
import { ArchiveLexicon } from './archive-lexicon.js'
import { PackCache } from './pack-cache.js'
import { RowCache } from './row-cache.js'
import { SegmentReader } from './segment-reader.js'
import type { Snapshot, SnapshotReader } from './snapshot.js'

/** What the root says beside its segments. */
export interface ArchiveDescription {
  analysis: AnalyserDescription
}

/** An archive at one moment. */
interface OpenedRoot extends Snapshot {
  segments: readonly SegmentReader[]
  /** Folders that the root names. */
  folders: readonly string[]
  /** The bytes of the root, to tell a newer one from the same. */
  rootBytes: Uint8Array
}

export interface ReaderOptions {
  /** Bytes of packs and decoded releases to keep. Default 64 MiB. */
  cacheBytes?: number
  inflate: Inflate
  signal?: AbortSignal
}

const DEFAULT_CACHE_BYTES = 64 * 1024 * 1024

/** Bytes for decoded releases: a share of the whole, but never more than keeps memory near the size of the archive. */
const ROW_SHARE = 32
const MAX_ROW_BYTES = 1024 * 1024

/** Reads roots and makes snapshots; the cache outlives them, since segments never change. */
export class ArchiveReader implements SnapshotReader {
  private readonly cache: PackCache
  private readonly rows: RowCache
  private current!: OpenedRoot
  private looking: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly source: Source,
    private readonly options: ReaderOptions,
  ) {
    const { cacheBytes = DEFAULT_CACHE_BYTES } = options
    const rowBytes = Math.min(MAX_ROW_BYTES, Math.floor(cacheBytes / ROW_SHARE))
    this.rows = new RowCache(rowBytes)
    this.cache = new PackCache(
      cacheBytes - rowBytes,
      (error) => isDatelinesError(error) && error.code === 'E_CORRUPT' && source.forget?.() === true,
    )
  }

  /** Opens the archive behind a source. */
  static async open(source: Source, options: ReaderOptions): Promise<ArchiveReader> {
    const reader = new ArchiveReader(source, options)
    reader.current = await reader.read(await reader.readRoot(options.signal))
    return reader
  }

  get snapshot(): Snapshot {
    return this.current
  }

  get state(): Snapshot {
    return this.current
  }

  latest(): Snapshot {
    return this.current
  }

  get description(): string {
    return this.source.description
  }

  /**
   * Looks for a newer root; true if there was one. One look after the other, so that an older root never takes the place of a newer
   * one; what was published before the call is seen.
   */
  refresh(signal?: AbortSignal): Promise<boolean> {
    const looked = this.looking.then(() => this.look(signal))
    this.looking = looked.catch(() => {})
    return looked
  }

  private async look(signal: AbortSignal | undefined): Promise<boolean> {
    const bytes = await this.readRoot(signal)
    const known = this.current.rootBytes
    if (bytes.length === known.length && bytes.every((byte, index) => byte === known[index])) return false
    const next = await this.read(bytes)
    for (const folder of this.current.folders) if (!next.folders.includes(folder)) this.cache.drop(`${folder}/`)
    this.current = next
    return true
  }

  /** Reads every pack that searches use, so that they never wait; texts stay where they are. */
  async loadAll(signal?: AbortSignal): Promise<void> {
    const { segments, lexicon } = this.current
    await lexicon?.loadAll(signal)
    for (const segment of segments) await segment.loadAll(signal)
  }

  async close(): Promise<void> {
    this.cache.drop('')
    this.rows.clear()
    await this.source.close()
  }

  private async readRoot(signal?: AbortSignal): Promise<Uint8Array> {
    try {
      return await this.source.read(ROOT_FILE, undefined, { fresh: true, ...(signal ? { signal } : {}) })
    } catch (error) {
      if (!isDatelinesError(error) || error.code !== 'E_NOT_FOUND') throw error
      throw new DatelinesError(
        'E_NOT_FOUND',
        `There is no archive at ${this.source.description}: it has no ${ROOT_FILE}. Give the folder that "datelines build" wrote.`,
        { where: this.source.description, cause: error },
      )
    }
  }

  private async read(bytes: Uint8Array): Promise<OpenedRoot> {
    const root = await decodeRoot(bytes, ROOT_FILE, this.options.inflate)
    const { analysis } = root.description as ArchiveDescription
    const segments = root.segments.map(
      (each) => new SegmentReader(each, this.source, this.cache, this.rows, this.options.inflate),
    )
    const names = root.segments.map(({ name }) => name)
    if (root.lexicon === undefined) {
      return { analyser: await Analyser.create(analysis, SHOWN_FORMS), segments, folders: names, rootBytes: bytes }
    }
    const lexicon = await ArchiveLexicon.open(root.lexicon, analysis, this.source, this.cache, this.options.inflate)
    return {
      get analyser() {
        return lexicon.analyser
      },
      lexicon,
      segments,
      folders: [...names, root.lexicon.name],
      rootBytes: bytes,
    }
  }
}
