/** How does a folder of releases become an archive? Reads the inputs, collects the releases, publishes the result. */

import { wrongOption } from '../ingest/option-checks.js'
import { type IngestOptions, type ReleaseReader, readWith, releaseReader } from '../ingest/read-releases.js'
import type { ReleaseInput } from '../types.js'
import { ReleaseCollector } from './archive-builder.js'
import { extractionHelpers } from './extract-documents.js'
import { checkBuildOptions, type IndexOptions, withoutIndexOptions } from './index-options.js'
import { checkOutput } from './publish.js'
import type { BuildReport } from './report.js'
import { Turns } from './turns.js'

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
  const { out, ...rest } = options ?? {}
  checkBuildOptions(rest)
  checkOut(out)
  // Reading may take hours: what can be refused is refused before.
  checkOutput(out)
  const collector = new ReleaseCollector(rest)
  const turns = new Turns(rest.signal)
  try {
    for await (const item of readWith(withoutIndexOptions(rest), extractionHelpers(rest))) {
      collector.take(item)
      if (turns.due) await turns.pass()
    }
    return await collector.publish(out)
  } finally {
    collector.close()
  }
}

function checkOut(out: unknown): asserts out is string {
  if (typeof out !== 'string' || out === '') throw wrongOption('`out` must be the path of the folder of the archive')
}

/** Options of {@link ArchiveBuilder}: as for {@link buildArchive}, without files. */
export type BuilderOptions = IndexOptions &
  Omit<IngestOptions, 'include' | 'exclude' | 'cwd' | 'releases' | 'fields' | 'map' | 'onProgress'>

/** Builds an archive from releases that a program hands in one by one. */
export class ArchiveBuilder {
  private readonly collector: ReleaseCollector
  private reader: Promise<ReleaseReader> | undefined
  private isFinished = false

  constructor(private readonly options: BuilderOptions = {}) {
    checkBuildOptions(options)
    for (const name of ['include', 'exclude', 'releases'])
      if (name in options) throw wrongOption(`ArchiveBuilder takes no \`${name}\`: hand releases to \`add\``)
    this.collector = new ReleaseCollector(options)
  }

  /** Adds one release; what it does not state is extracted. A rejected one is counted in the report. */
  async add(input: ReleaseInput): Promise<void> {
    if (this.isFinished) throw finished()
    // Corrections are read once.
    this.reader ??= releaseReader(withoutIndexOptions(this.options))
    const { read } = await this.reader
    for (const item of await read(input)) this.collector.take(item)
    this.options.onProgress?.(this.collector.progress)
  }

  /** Publishes the archive at `out` and reports. The builder cannot be used again. */
  async finish(out: string): Promise<BuildReport> {
    checkOut(out)
    await this.noteUnused()
    return this.collector.publish(out)
  }

  /** Builds the archive in memory: files by name, as `MemorySource` reads them. The builder cannot be used again. */
  async finishInMemory(): Promise<{ files: Map<string, Uint8Array>; report: BuildReport }> {
    await this.noteUnused()
    return this.collector.toMemory()
  }

  private async noteUnused(): Promise<void> {
    if (this.isFinished) throw finished()
    this.isFinished = true
    const reader = await this.reader
    this.collector.ledger.warn(reader?.unusedOverrides() ?? [])
  }
}

function finished(): Error {
  return wrongOption('this ArchiveBuilder is finished and cannot be used again: make another')
}
