/** What is an opened archive? The searches over a reader, and what it says of itself. */

import type { Inflate } from '../bytes/inflate.js'
import { ArchiveReader } from '../reader/archive-reader.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Source } from '../source/source.js'
import type { ArchiveInfo } from '../types.js'
import { infoOf, Searcher } from './searcher.js'

/** Options of `openArchive`. */
export interface OpenOptions {
  /** Bytes of the archive to keep in memory. Default 64 MiB. */
  cacheBytes?: number
  /** Read everything but the texts at once, so that no search waits. Default false. */
  eager?: boolean
  /** When a segment is gone after a later publication, read the new root and go on. Default true; false throws `E_STALE`. */
  reopen?: boolean
  /** For addresses: the `fetch` to use. */
  fetch?: typeof fetch
  /** For addresses: headers of every request. */
  headers?: Record<string, string>
  /** For addresses: milliseconds a request may take. Default 30,000. */
  timeout?: number
  signal?: AbortSignal
}

/** An opened archive. */
export class Archive extends Searcher {
  private constructor(
    protected override readonly reader: ArchiveReader,
    reopen: boolean,
  ) {
    super(reader, reopen)
  }

  /** Opens the archive behind a source; `inflate` is the platform's. */
  static async open(source: Source, options: OpenOptions, inflate: Inflate): Promise<Archive> {
    const { cacheBytes, signal } = options
    const reader = await ArchiveReader.open(source, {
      inflate,
      ...(cacheBytes === undefined ? {} : { cacheBytes }),
      ...(signal === undefined ? {} : { signal }),
    })
    if (options.eager) await reader.loadAll(signal)
    return new Archive(reader, options.reopen ?? true)
  }

  get info(): ArchiveInfo {
    return infoOf(this.reader.snapshot)
  }

  /** The state that searches read now; what is opened later does not change it. */
  get snapshot(): Snapshot {
    return this.reader.snapshot
  }

  /** Looks for a newer root; true if there was one. */
  async refresh(): Promise<boolean> {
    return this.reader.refresh()
  }
}
