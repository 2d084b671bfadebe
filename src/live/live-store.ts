/** Which releases are live, and which ids are gone? Changed at once, analysed when a search asks. */

import { type Analyser, createDescription } from '../analysis/analyser.js'
import { compareDocuments } from '../format/document-order.js'
import type { SnapshotOutline } from '../query/searcher.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Release } from '../types.js'
import { type AnalysedRelease, analyseRelease } from './analysed-release.js'
import { LiveAnalysis, type LiveSettings, settingsOf } from './live-analysis.js'
import { LiveFacets } from './live-facets.js'
import { LiveTerms } from './live-terms.js'
import { summaryOf } from './summary.js'

/** Milliseconds of analysis after which others have a turn. */
const TURN_MS = 25

/** What a caller put in, to be made permanent: releases added or replaced, and ids removed. */
export interface LiveChanges {
  releases: readonly Release[]
  removed: readonly string[]
}

/** The live releases of one moment, analysed. */
export interface LiveState {
  /** In document order. */
  records: readonly AnalysedRelease[]
  terms: LiveTerms
  /** That of the terms; when they have moved on, they are no longer those of this moment. */
  version: number
  analysis: LiveAnalysis
  /** Ids that an archive beneath must not show: those that are live, and those that are gone. */
  hidden: ReadonlySet<string>
}

/** Holds what a live index was told. */
export class LiveStore {
  private readonly releases = new Map<string, Release>()
  private readonly gone = new Set<string>()
  private analysis: LiveAnalysis | undefined
  private terms = new LiveTerms()
  /** Ids whose releases are still to be analysed, or taken out of the terms. */
  private readonly dirty = new Set<string>()
  private hiddenIds: ReadonlySet<string> | undefined
  private queue: Promise<unknown> = Promise.resolve()
  private lastBase: { description: unknown; analysis: Promise<LiveAnalysis> } | undefined

  /**
   * @param settings of the analysis where no archive gives them
   * @param like the archive whose settings are taken over
   */
  constructor(
    private readonly settings: LiveSettings,
    private readonly like: { readonly snapshot: Snapshot } | undefined,
  ) {}

  /** The settings of the analysis where no archive beneath gives them. */
  async ownSettings(): Promise<LiveSettings> {
    return this.like === undefined ? this.settings : settingsOf(this.like.snapshot)
  }

  /** Number of live releases. */
  get size(): number {
    return this.releases.size
  }

  ids(): IterableIterator<string> {
    return this.releases.keys()
  }

  all(): IterableIterator<Release> {
    return this.releases.values()
  }

  /** True when nothing was added and nothing removed. */
  get isEmpty(): boolean {
    return this.releases.size === 0 && this.gone.size === 0
  }

  put(release: Release): void {
    this.releases.set(release.id, release)
    this.gone.delete(release.id)
    this.touch(release.id)
  }

  /** Removes an id here and from what is beneath; true when it was here. */
  remove(id: string): boolean {
    const wasLive = this.releases.delete(id)
    this.gone.add(id)
    this.touch(id)
    return wasLive
  }

  /** What is known without an analysis: sums of lengths are left at 0. */
  outline(): SnapshotOutline {
    const releases = [...this.releases.values()].sort(compareDocuments)
    const summary = summaryOf(
      releases.map((release) => ({ release, titleLength: 0, bodyLength: 0 })),
      [],
    )
    const languages = [...summary.languages.keys()].filter((tag) => tag !== '').sort()
    const root = { id: 0, facets: new LiveFacets(releases).names, lostFacets: [], ...summary }
    return { segments: [{ root }], analyser: { description: createDescription({ languages }) } }
  }

  /** Everything there is to make permanent. */
  changes(): LiveChanges {
    return { releases: [...this.releases.values()], removed: [...this.gone] }
  }

  /** Forgets what was made permanent, but not what has changed since. */
  forget({ releases, removed }: LiveChanges): void {
    for (const release of releases) {
      if (this.releases.get(release.id) !== release) continue
      this.releases.delete(release.id)
      this.touch(release.id)
    }
    for (const id of removed) {
      this.gone.delete(id)
      this.touch(id)
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.forget(this.changes())
  }

  private touch(id: string): void {
    this.dirty.add(id)
    this.hiddenIds = undefined
  }

  /** The state now, analysed as the archive beneath was. One caller after the other: each may want another analysis. */
  settle(base: Snapshot | undefined): Promise<LiveState> {
    const settled = this.queue.then(() => this.settleNow(base))
    this.queue = settled.catch(() => {})
    return settled
  }

  private async settleNow(base: Snapshot | undefined): Promise<LiveState> {
    const wanted = await this.analysisFor(base ?? this.like?.snapshot)
    if (this.analysis?.key !== wanted.key) {
      this.analysis = wanted
      this.terms = new LiveTerms()
      for (const id of this.releases.keys()) this.dirty.add(id)
    }
    const { analysis, terms } = this
    while (this.dirty.size > 0) {
      const analyser = await analysis.analyser(this.tags())
      this.analyseSome(analyser, terms)
      if (this.dirty.size > 0) await new Promise((resolve) => setTimeout(resolve, 0))
    }
    this.hiddenIds ??= new Set([...this.releases.keys(), ...this.gone])
    return { records: terms.inOrder, terms, version: terms.version, analysis, hidden: this.hiddenIds }
  }

  /** Brings the terms up to date, for as long as its turn lasts. */
  private analyseSome(analyser: Analyser, terms: LiveTerms): void {
    const started = performance.now()
    for (const id of this.dirty) {
      this.dirty.delete(id)
      const release = this.releases.get(id)
      if (release === undefined) terms.discard(id)
      else terms.put(analyseRelease(analyser, release))
      if (performance.now() - started > TURN_MS) return
    }
  }

  private tags(): Set<string> {
    return new Set([...this.releases.values()].map(({ language }) => language ?? ''))
  }

  private async analysisFor(base: Snapshot | undefined): Promise<LiveAnalysis> {
    // What is analysed here needs to know every concept that the archive holds.
    await base?.lexicon?.loadAll()
    const description = base?.analyser.description
    if (this.lastBase?.description !== description || this.lastBase === undefined) {
      const settings = base === undefined ? Promise.resolve(this.settings) : settingsOf(base)
      const analysis = settings.then((known) => LiveAnalysis.create(known, description?.concepts ?? []))
      this.lastBase = { description, analysis }
      analysis.catch(() => {
        this.lastBase = undefined
      })
    }
    return this.lastBase.analysis
  }
}
