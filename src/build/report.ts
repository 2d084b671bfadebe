/** What happened to everything that was found? The report of a build, and the accounts that it is checked against. */

import { DatelinesError } from '../errors.js'
import type { LexiconRoot } from '../format/lexicon.js'
import { PACK_ORDER, type SegmentPackKind, type SegmentRoot } from '../format/root.js'
import type { DuplicateCluster } from '../ingest/extract/near-duplicates.js'
import type { InputPlace, Rejection, Release, Warning } from '../types.js'
import { peakMemoryMiB } from './memory.js'
import type { IndexedRelease } from './spool.js'

/** Sizes of a written archive, in bytes. */
export interface ByteReport {
  root: number
  lexicon: number
  terms: number
  positions: number
  words: number
  ids: number
  facets: number
  texts: number
  total: number
}

/** Releases that are the same text again: on another site, or re-issued with corrections. All of them are in the archive. */
export interface DuplicateReport {
  /** Releases with, word for word, the title and text of an earlier one. */
  exact: number
  /** Other releases that are nearly the same as an earlier one. */
  near: number
  /** Ids that belong together, the earliest first. */
  clusters: string[][]
}

/** What a build did. `found = releases + replaced + skipped + rejected`, counted in releases. */
export interface BuildReport {
  found: number
  releases: number
  /** Ids, one for each time that a later release took the place of an earlier one; `warnings` say where both stood. */
  replaced: string[]
  /** The archive that was at `out` before, and how many of its releases are not in this one; absent when there was none. */
  earlier?: { releases: number; gone: number }
  skipped: number
  rejected: (InputPlace & { code: 'E_INPUT'; reason: string; message: string })[]
  warnings: Warning[]
  undated: number
  languages: Record<string, number>
  years: Record<string, number>
  countries: Record<string, number>
  duplicates: DuplicateReport
  terms: number
  bytes: ByteReport
  ms: number
  peakMemoryMiB: number
}

/** Counts while a build goes on. */
export class Ledger {
  private readonly started = performance.now()
  private found = 0
  private skipped = 0
  private readonly replaced: string[] = []
  private readonly rejected: Rejection[] = []
  private readonly warnings: Warning[] = []

  /** A release was taken in; `replaces` when it took the place of one with the same id. */
  took(release: Release, replaces: boolean, warnings: readonly Warning[]): void {
    this.found++
    if (replaces) this.replaced.push(release.id)
    this.warn(warnings)
  }

  /** Doubts that are not about one release. */
  warn(warnings: readonly Warning[]): void {
    for (const warning of warnings) this.warnings.push(warning)
  }

  skippedOne(): void {
    this.found++
    this.skipped++
  }

  reject(rejection: Rejection): void {
    this.found++
    this.rejected.push(rejection)
  }

  get rejectedCount(): number {
    return this.rejected.length
  }

  get rejections(): readonly Rejection[] {
    return this.rejected
  }

  /** The report of what was written. */
  finish(
    summary: Summary,
    bytes: ByteReport,
    { terms, duplicates }: { terms: number; duplicates: readonly DuplicateCluster[] },
  ): BuildReport {
    const { releases } = summary
    const accounted = releases + this.replaced.length + this.skipped + this.rejected.length
    if (accounted !== this.found) {
      throw new DatelinesError(
        'E_CORRUPT',
        `The build lost count: ${this.found} found, but ${accounted} accounted for. This is a defect of datelines; please report it.`,
      )
    }
    return {
      found: this.found,
      releases,
      replaced: this.replaced,
      skipped: this.skipped,
      rejected: this.rejected,
      warnings: this.warnings,
      undated: summary.undated,
      languages: byCount(summary.languages),
      years: byKey(summary.years),
      countries: byCount(summary.countries),
      duplicates: duplicateReport(duplicates),
      terms,
      bytes,
      ms: Math.round(performance.now() - this.started),
      peakMemoryMiB: peakMemoryMiB(),
    }
  }
}

/** Counts over the releases of an archive. */
export class Summary {
  releases = 0
  undated = 0
  readonly languages = new Map<string, number>()
  readonly years = new Map<string, number>()
  readonly countries = new Map<string, number>()

  add(release: IndexedRelease): void {
    this.releases++
    count(this.languages, release.language || 'und')
    if (release.date === undefined) this.undated++
    else count(this.years, release.date.slice(0, 4))
    for (const country of release.countries) count(this.countries, country)
  }
}

function duplicateReport(clusters: readonly DuplicateCluster[]): DuplicateReport {
  const later = clusters.reduce((sum, { ids }) => sum + ids.length - 1, 0)
  const exact = clusters.reduce((sum, cluster) => sum + cluster.exact, 0)
  return { exact, near: later - exact, clusters: clusters.map(({ ids }) => ids) }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function byCount(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
}

function byKey(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What was written: the new segment (null: there is none) with the lengths of its files, the lexicon, and the root. */
export interface WrittenFiles {
  segment: SegmentRoot | null
  files: ReadonlyMap<string, number>
  lexicon: LexiconRoot | undefined
  rootLength: number
}

/** Sizes by kind. */
export function byteReport({ segment, files, lexicon, rootLength }: WrittenFiles): ByteReport {
  const lexiconLength = lexicon?.byteLengths.reduce((total, byteLength) => total + byteLength, 0) ?? 0
  const sum = (kinds: readonly SegmentPackKind[]): number =>
    kinds.flatMap((kind) => segment?.packs[kind] ?? []).reduce((total, { byteLength }) => total + byteLength, 0)
  const all = [...files.values()].reduce((total, byteLength) => total + byteLength, 0)
  const packs = sum(PACK_ORDER)
  return {
    root: rootLength,
    lexicon: lexiconLength,
    terms: sum(['terms']),
    positions: sum(['positions']),
    words: sum(['words']),
    ids: sum(['ids']),
    facets: sum(['facet', 'dates']),
    texts: all - packs + sum(['text-dictionary', 'text-directory']),
    total: all + rootLength + lexiconLength,
  }
}
