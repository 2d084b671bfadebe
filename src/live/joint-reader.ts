/** What do an archive and live releases come to together? One snapshot: the archive's segments, and one in memory. */

import { Analyser, SHOWN_FORMS, TAGS } from '../analysis/analyser.js'
import { onDemand } from '../bytes/on-demand.js'
import type { Snapshot, SnapshotReader } from '../reader/snapshot.js'
import { heldConcepts, stillHeld } from './held-concepts.js'
import type { ArchiveClusters, LiveClusters } from './live-clusters.js'
import { LiveFacets } from './live-facets.js'
import { LiveSegment } from './live-segment.js'
import type { LiveState, LiveStore } from './live-store.js'
import { lostFacets } from './lost-facets.js'
import { MaskReader } from './mask-reader.js'
import type { Mask } from './masked-releases.js'

const clusterCode = onDemand(() => import('./live-clusters.js'))

/** An archive as far as it concerns live releases. */
export interface Beneath {
  readonly snapshot: Snapshot
  refresh(): Promise<boolean>
  close(): Promise<void>
}

/** True for what has a snapshot: an archive that is open, and no promise of one. */
export function isOpened(value: unknown): boolean {
  return typeof (value as Partial<Beneath> | null | undefined)?.snapshot === 'object'
}

/** A joint snapshot and what it was made of. */
interface Joint {
  base: Snapshot | undefined
  version: number
  mask: Mask | null
  state: LiveState
  snapshot: Snapshot
}

/** Makes snapshots of live releases over an archive, if there is one. */
export class JointReader implements SnapshotReader {
  private masks: { base: Snapshot; state: LiveState['analysis']; reader: MaskReader } | undefined
  private analysers: { key: string; analyser: Analyser } | undefined
  private joint: Joint | undefined
  private clusters: { base: Snapshot; found: Promise<ArchiveClusters> } | undefined

  constructor(
    private readonly archive: Beneath | undefined,
    private readonly store: LiveStore,
  ) {}

  get description(): string {
    return this.archive === undefined ? 'the live index' : 'the archive beneath the live index'
  }

  get state(): Snapshot | undefined {
    return this.archive?.snapshot
  }

  /** The snapshot of the last search, if there was one. */
  get last(): Snapshot | undefined {
    return this.joint?.snapshot
  }

  async latest(): Promise<Snapshot> {
    for (;;) {
      const base = this.archive?.snapshot
      const snapshot = await this.over(base)
      // Live releases that were committed in the meantime are in a newer archive, and in this snapshot no more.
      if (this.archive?.snapshot === base) return snapshot
    }
  }

  private async over(base: Snapshot | undefined): Promise<Snapshot> {
    if (base !== undefined && this.store.isEmpty) {
      this.joint = undefined
      return base
    }
    const state = await this.store.settle(base)
    const mask = base === undefined ? null : await this.maskOf(base, state)
    const { joint } = this
    const isSame =
      joint !== undefined &&
      joint.base === base &&
      joint.state.terms === state.terms &&
      joint.version === state.version &&
      joint.mask === mask
    if (isSame) return joint.snapshot
    const facets = new LiveFacets(state.records.map(({ release }) => release))
    const lost = base === undefined || mask === null ? [] : await lostFacets(base, mask)
    const segment = new LiveSegment(state, facets, mask, lost, () => this.clustersOf(base, state, mask))
    const segments = [...(base?.segments ?? []), segment]
    const analyser = await this.analyserOf(base, state, mask, segments)
    const snapshot: Snapshot = { analyser, segments }
    this.joint = { base, version: state.version, mask, state, snapshot }
    return snapshot
  }

  /** The clusters of live releases; what finds them is loaded when a search folds. */
  private async clustersOf(base: Snapshot | undefined, state: LiveState, mask: Mask | null): Promise<LiveClusters> {
    const { ArchiveClusters, clustersAlone } = await clusterCode()
    const releases = state.records.map(({ release }) => release)
    if (base === undefined) return clustersAlone(releases)
    if (this.clusters?.base !== base) this.clusters = { base, found: ArchiveClusters.open(base) }
    const { clusters } = this
    clusters.found.catch(() => {
      if (this.clusters === clusters) this.clusters = undefined
    })
    return (await clusters.found).with(releases, mask?.docs ?? new Map())
  }

  private maskOf(base: Snapshot, state: LiveState): Promise<Mask | null> {
    if (this.masks?.base !== base || this.masks.state !== state.analysis) {
      const reader = new MaskReader(base, state.analysis, heldConcepts(base))
      this.masks = { base, state: state.analysis, reader }
    }
    return this.masks.reader.mask(state.hidden)
  }

  /** The analyser that an archive of all these releases would have: of their languages, and the concepts that they hold. */
  private async analyserOf(
    base: Snapshot | undefined,
    { records, analysis }: LiveState,
    mask: Mask | null,
    segments: Snapshot['segments'],
  ): Promise<Analyser> {
    const held = new Set(base === undefined ? [] : heldConcepts(base))
    const taken = [...(mask?.counts.allTerms() ?? [])].filter(({ tag }) => tag === TAGS.concept)
    for (const { stem } of taken) held.delete(stem)
    const left = await stillHeld(base?.segments ?? [], taken)
    for (const id of left) held.add(id)
    for (const { concepts } of records) for (const id of concepts) held.add(id)
    const languages = new Map<string, number>()
    for (const { root } of segments) {
      for (const [tag, count] of root.languages) languages.set(tag, (languages.get(tag) ?? 0) + count)
      for (const [tag, count] of root.removedLanguages) languages.set(tag, (languages.get(tag) ?? 0) - count)
    }
    const tags = new Set([...languages].filter(([, count]) => count > 0).map(([tag]) => tag))
    const description = analysis.describe(tags, held)
    const key = JSON.stringify(description)
    if (this.analysers?.key !== key) this.analysers = { key, analyser: await Analyser.create(description, SHOWN_FORMS) }
    return this.analysers.analyser
  }

  async refresh(): Promise<boolean> {
    const before = this.joint?.snapshot
    const isNewer = (await this.archive?.refresh()) ?? false
    const after = await this.latest()
    return isNewer || after !== before
  }

  async close(): Promise<void> {
    await this.archive?.close()
  }
}
