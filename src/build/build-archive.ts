/** How does a folder of releases become an archive? Reads the inputs, collects the releases, publishes the result. */

import { type IngestOptions, readReleases } from '../ingest/read-releases.js'
import type { ReleaseInput } from '../types.js'
import { type IndexOptions, ReleaseCollector, withoutIndexOptions } from './archive-builder.js'
import type { BuildReport } from './report.js'

/** Options of {@link buildArchive}: what to read, how to understand it, and where the archive goes. */
export type BuildOptions = Omit<IngestOptions, 'onProgress'> &
  IndexOptions & {
    /** The archive's folder: absent, empty, or an archive, which is replaced. */
    out: string
  }

/**
 * Builds an archive from files and releases, and publishes it at `out`.
 *
 * @throws DatelinesError `E_OPTION`, `E_INPUT` (no file matches, or `strict`), `E_HOLLOW`, `E_EXISTS`, `E_LOCKED`, `E_DISK`; in each case
 *   the archive that was at `out` is left as it was
 */
export async function buildArchive(options: BuildOptions): Promise<BuildReport> {
  const { out, ...rest } = options
  const ingest = withoutIndexOptions(rest)
  const collector = new ReleaseCollector(options)
  try {
    for await (const item of readReleases(ingest)) collector.take(item)
    return await collector.publish(out)
  } finally {
    collector.close()
  }
}

/** Options of {@link ArchiveBuilder}: as for {@link buildArchive}, without files. */
export type BuilderOptions = IndexOptions &
  Omit<IngestOptions, 'include' | 'exclude' | 'cwd' | 'releases' | 'fields' | 'map' | 'onProgress'>

/** Builds an archive from releases that a program hands in one by one. */
export class ArchiveBuilder {
  private readonly collector: ReleaseCollector
  private readonly ingest: IngestOptions

  constructor(options: BuilderOptions = {}) {
    this.collector = new ReleaseCollector(options)
    this.ingest = withoutIndexOptions(options)
  }

  /** Adds one release; what it does not state is extracted. A rejected one is counted in the report. */
  async add(input: ReleaseInput): Promise<void> {
    for await (const item of readReleases({ ...this.ingest, releases: [input] })) this.collector.take(item)
  }

  /** Publishes the archive at `out` and reports. The builder cannot be used again. */
  async finish(out: string): Promise<BuildReport> {
    return this.collector.publish(out)
  }

  /** Builds the archive in memory: files by name, as `MemorySource` reads them. The builder cannot be used again. */
  async finishInMemory(): Promise<{ files: Map<string, Uint8Array>; report: BuildReport }> {
    return this.collector.toMemory()
  }
}
