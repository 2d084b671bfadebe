/** How do documents become an archive? Collect them, fix their order, write a segment, publish it. */

import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Analyser, createDescription } from '../analysis/analyser.js'
import { FULL_LEXICON } from '../analysis/lexicon/index.js'
import { inflateSync } from '../bytes/inflate-node.js'
import { DatelinesError } from '../errors.js'
import { decodeRoot, type SegmentRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import type { IngestItem } from '../ingest/read-releases.js'
import { lockArchive } from './lock.js'
import {
  adoptSegment,
  checkOutput,
  cleanStaging,
  encodeRoot,
  publishRoot,
  retireSegments,
  stagingDirectory,
} from './publish.js'
import { type BuildReport, byteReport, Ledger, Summary } from './report.js'
import { buildSegment } from './segment-builder.js'
import { DirectoryOutput, MemoryOutput, type SegmentOutput } from './segment-output.js'
import { Spool } from './spool.js'

/** Options of the index itself. */
export interface IndexOptions {
  /** Languages that releases without one are taken for is the ingest's business; this one analyses what stays unknown. */
  defaultLanguage?: string
  /** Groups of words or names that mean the same. */
  synonyms?: string[][]
  /** Further stop words by language. */
  stopwords?: Record<string, string[]>
  /** MiB of releases held before they go to a temporary file. Default 512. */
  memory?: number
  /** Earlier generations of segments to leave in place. Default 1. */
  keep?: number
  /** Fewer releases than this are not published. Default 1. */
  minReleases?: number
  /** More rejections than this fail the build. Default no limit. */
  maxRejected?: number
  /** The first rejection fails the build. Default false. */
  strict?: boolean
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

/** How far a build is. */
export interface Progress {
  phase: 'read' | 'index' | 'write'
  done: number
  total?: number
  bytes: number
}

const DEFAULT_MEMORY_MIB = 512

/** Collects what ingest gives, then builds from it. */
export class ReleaseCollector {
  readonly ledger = new Ledger()
  private readonly spool: Spool
  private readonly languages = new Set<string>()

  constructor(private readonly options: IndexOptions) {
    const budget = (options.memory ?? DEFAULT_MEMORY_MIB) * 1024 * 1024 * 0.5
    this.spool = new Spool(budget, join(tmpdir(), `datelines-${process.pid}-${randomUUID()}`, 'spool'))
  }

  /** Takes one item; throws when the build must stop for it. */
  take(item: IngestItem): void {
    this.options.signal?.throwIfAborted()
    if (item.kind === 'skipped') this.ledger.skippedOne()
    else if (item.kind === 'rejected') this.reject(item.rejection)
    else {
      this.ledger.took(item.release, this.spool.add(item.release), item.warnings)
      if (item.release.language !== undefined) this.languages.add(item.release.language)
    }
    this.options.onProgress?.({ phase: 'read', done: this.spool.count, bytes: this.spool.byteLength })
  }

  private reject(rejection: Parameters<Ledger['reject']>[0]): void {
    const { strict = false, maxRejected = Number.POSITIVE_INFINITY } = this.options
    this.ledger.reject(rejection)
    if (strict) {
      throw new DatelinesError('E_INPUT', rejection.message, { where: rejection.file, reason: rejection.reason })
    }
    if (this.ledger.rejections > maxRejected) {
      throw new DatelinesError(
        'E_HOLLOW',
        `${this.ledger.rejections} inputs are rejected, ${maxRejected} are allowed (the last: ${rejection.message}). Nothing was published; mend the inputs or raise maxRejected.`,
      )
    }
  }

  /** Builds the archive in a folder, in place of one that is there. */
  async publish(out: string): Promise<BuildReport> {
    this.checkEnough()
    checkOutput(out)
    const unlock = lockArchive(out)
    try {
      cleanStaging(out)
      const previous = await previousSegments(out)
      const staging = stagingDirectory(out)
      try {
        const built = await this.build(new DirectoryOutput(staging))
        adoptSegment(out, staging, built.root.name)
        const bytes = encodeRoot({ description: built.description, segments: [built.root] })
        publishRoot(out, bytes)
        retireSegments(out, [built.root.name], previous, this.options.keep ?? 1)
        return this.ledger.finish(built.summary, byteReport(built.root, built.files, bytes.length), built.terms)
      } finally {
        rmSync(staging, { recursive: true, force: true })
      }
    } finally {
      unlock()
      this.close()
    }
  }

  /** Builds the archive in memory: files by name, as a source reads them. */
  async toMemory(): Promise<{ files: Map<string, Uint8Array>; report: BuildReport }> {
    this.checkEnough()
    const output = new MemoryOutput()
    const built = await this.build(output)
    const root = encodeRoot({ description: built.description, segments: [built.root] })
    const files = new Map<string, Uint8Array>([[ROOT_FILE, root]])
    for (const [file, bytes] of output.files()) files.set(`${built.root.name}/${file}`, bytes)
    this.close()
    return {
      files,
      report: this.ledger.finish(built.summary, byteReport(built.root, built.files, root.length), built.terms),
    }
  }

  /** Gives up temporary files. */
  close(): void {
    this.spool.close()
  }

  private checkEnough(): void {
    const least = this.options.minReleases ?? 1
    if (this.spool.count >= least) return
    throw new DatelinesError(
      'E_HOLLOW',
      `Only ${this.spool.count} releases were taken in, at least ${least} are expected. Nothing was published; check what the inputs match, or lower minReleases.`,
    )
  }

  private async build(output: SegmentOutput): Promise<{
    root: SegmentRoot
    files: Map<string, number>
    description: { analysis: Analyser['description'] }
    summary: Summary
    terms: number
  }> {
    const ordered = this.spool.order()
    const summary = new Summary()
    const analyser = await Analyser.create(
      createDescription({
        languages: [...this.languages].sort(),
        lexicon: FULL_LEXICON,
        ...pick(this.options, 'defaultLanguage', 'synonyms', 'stopwords'),
      }),
    )
    const { root, files } = buildSegment(ordered, this.spool.byteLength, analyser, output, {
      onDocument: (release, done) => {
        summary.add(release)
        this.options.signal?.throwIfAborted()
        this.options.onProgress?.({ phase: 'index', done, total: ordered.count, bytes: this.spool.byteLength })
      },
    })
    return { root, files, description: { analysis: analyser.heldConcepts() }, summary, terms: analyser.terms.length }
  }
}

function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>
}

async function previousSegments(out: string): Promise<string[]> {
  const path = join(out, ROOT_FILE)
  if (!existsSync(path)) return []
  try {
    const { segments } = await decodeRoot(new Uint8Array(readFileSync(path)), path, inflateSync)
    return segments.map(({ name }) => name)
  } catch {
    // A root that cannot be read is replaced like any other; only its segments cannot be kept.
    return []
  }
}
