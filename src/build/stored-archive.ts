/** Which releases does an archive on disk hold? Its root and segments as they are now, for builds that go on from them. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from '../bytes/inflate-node.js'
import { DatelinesError } from '../errors.js'
import type { LexiconRoot } from '../format/lexicon.js'
import { decodeRoot, type SegmentRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import type { Release } from '../types.js'
import { type AnalysisSettings, type LexiconContent, type RootDescription, settingsOf } from './analysis-settings.js'
import { readLexicon } from './lexicon-writer.js'
import { StoredSegment } from './stored-segment.js'

/** Documents by segment. */
export type DocsBySegment = Map<StoredSegment, number[]>

/** Where a release of an id is, and whether a later segment has removed it. */
export interface StoredPlace {
  id: string
  segment: StoredSegment
  doc: number
  isLive: boolean
}

/** Throws `E_NOT_FOUND` when there is no archive in a folder. */
export function requireArchive(directory: string): void {
  if (existsSync(join(directory, ROOT_FILE))) return
  throw new DatelinesError(
    'E_NOT_FOUND',
    `There is no archive at ${directory}: it has no ${ROOT_FILE}. Give the folder that "datelines build" wrote.`,
    { where: directory },
  )
}

/** The folders that a root names. */
export function foldersOf({
  segments,
  lexicon,
}: {
  segments: readonly SegmentRoot[]
  lexicon?: LexiconRoot | undefined
}): string[] {
  return [...segments.map(({ name }) => name), ...(lexicon === undefined ? [] : [lexicon.name])]
}

/** An archive in a folder. */
export class StoredArchive {
  private constructor(
    readonly description: RootDescription,
    readonly lexicon: LexiconContent,
    /** Oldest first. */
    readonly segments: readonly StoredSegment[],
    private readonly gone: ReadonlyMap<number, ReadonlySet<number>>,
    /** Bytes of the root. */
    readonly rootLength: number,
    /** Names of the folders that the root names. */
    readonly folders: readonly string[],
  ) {}

  /**
   * Opens the archive in a folder.
   *
   * @throws DatelinesError `E_NOT_FOUND` when there is none, `E_CORRUPT`, `E_TOO_NEW`, `E_TOO_OLD`
   */
  static async open(directory: string): Promise<StoredArchive> {
    requireArchive(directory)
    const path = join(directory, ROOT_FILE)
    const bytes = new Uint8Array(readFileSync(path))
    const root = await decodeRoot(bytes, path, inflateSync)
    const segments = root.segments.map((segment) => new StoredSegment(directory, segment))
    const gone = new Map<number, Set<number>>()
    for (const segment of segments) {
      for (const [id, docs] of segment.removed()) {
        const all = gone.get(id)
        if (all === undefined) gone.set(id, new Set(docs))
        else for (const doc of docs) all.add(doc)
      }
    }
    const lexicon = readLexicon(directory, root.lexicon)
    return new StoredArchive(
      root.description as RootDescription,
      lexicon,
      segments,
      gone,
      bytes.length,
      foldersOf(root),
    )
  }

  /** What its owner has set. */
  get settings(): AnalysisSettings {
    return settingsOf(this.description, this.lexicon.synonyms)
  }

  /** How many documents of a segment later ones have removed. */
  deadCount(segment: StoredSegment): number {
    return this.gone.get(segment.root.id)?.size ?? 0
  }

  isLive(segment: StoredSegment, doc: number): boolean {
    return !(this.gone.get(segment.root.id)?.has(doc) ?? false)
  }

  /** Where releases of these ids are, removed ones included: oldest segment first, ids in code point order within. */
  places(ids: Iterable<string>): StoredPlace[] {
    // In order, so that neighbours are read from one pack.
    const sorted = [...ids].sort()
    return this.segments.flatMap((segment) =>
      sorted.flatMap((id) => {
        const doc = segment.findId(id)
        return doc === undefined ? [] : [{ id, segment, doc, isLive: this.isLive(segment, doc) }]
      }),
    )
  }

  /** How many live releases there are. */
  get releaseCount(): number {
    return this.segments.reduce((sum, segment) => sum + segment.root.statistics.releases - this.deadCount(segment), 0)
  }

  /** How many of these ids are those of live releases. */
  countHeld(ids: Iterable<string>): number {
    const sorted = [...ids].sort()
    let count = 0
    for (const segment of this.segments) {
      for (const id of sorted) {
        const doc = segment.findId(id)
        if (doc !== undefined && this.isLive(segment, doc)) count++
      }
    }
    return count
  }

  /** Live releases of a segment, in document order. */
  *releases(segment: StoredSegment): Generator<Release> {
    for (const { doc, release } of segment.releases()) if (this.isLive(segment, doc)) yield release
  }
}
