/** Which releases of an archive do live ones hide, and what do they take with them? Looked up and analysed when a search asks. */

import { TAGS } from '../analysis/analyser.js'
import { findPlaces } from '../query/lookup.js'
import type { Snapshot } from '../reader/snapshot.js'
import { type AnalysedRelease, analyseRelease } from './analysed-release.js'
import type { LiveAnalysis } from './live-analysis.js'
import { Mask, MaskedCounts } from './masked-releases.js'

/** A release of the archive that a live one hides. */
interface Hidden {
  segment: number
  doc: number
  record: AnalysedRelease
}

/** Masks over one snapshot of an archive. */
export class MaskReader {
  /** By id, everything that was ever looked up; null for what the archive does not hold. */
  private readonly known = new Map<string, Hidden | null>()
  private readonly counts = new MaskedCounts()
  private readonly counted = new Set<string>()
  private last: { hidden: ReadonlySet<string>; mask: Mask | null } | undefined

  /** @param concepts ids of those that the archive holds */
  constructor(
    private readonly base: Snapshot,
    private readonly analysis: LiveAnalysis,
    private readonly concepts: ReadonlySet<string>,
  ) {}

  /** What these ids hide; null when the archive holds none of them. */
  async mask(hidden: ReadonlySet<string>): Promise<Mask | null> {
    if (this.last?.hidden === hidden) return this.last.mask
    await this.lookUp([...hidden].filter((id) => !this.known.has(id)))
    // From here on nothing waits, so the sums belong to these ids until the next call.
    for (const id of this.counted) if (!hidden.has(id)) this.count(id, -1)
    for (const id of hidden) if (this.known.get(id) && !this.counted.has(id)) this.count(id, 1)
    const mask = this.counted.size === 0 ? null : this.makeMask()
    this.last = { hidden, mask }
    return mask
  }

  private count(id: string, times: 1 | -1): void {
    this.counts.add(this.known.get(id)!.record, times)
    if (times === 1) this.counted.add(id)
    else this.counted.delete(id)
  }

  private makeMask(): Mask {
    const all = [...this.counted].map((id) => this.known.get(id)!)
    const docs = new Map<number, number[]>()
    for (const { segment, doc } of all) {
      const { id } = this.base.segments[segment]!.root
      const list = docs.get(id)
      if (list === undefined) docs.set(id, [doc])
      else list.push(doc)
    }
    for (const list of docs.values()) list.sort((a, b) => a - b)
    return new Mask(
      all.map(({ record }) => record),
      docs,
      this.counts,
    )
  }

  private async lookUp(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const places = await findPlaces(this.base, ids)
    const found = await Promise.all(
      ids.map(async (id) => {
        const place = places.get(id)
        if (place === undefined) return { id, place: null }
        return { id, place, release: await this.base.segments[place.segment]!.release(place.doc) }
      }),
    )
    const languages = found.flatMap(({ release }) => release?.language ?? [])
    const analyser = await this.analysis.analyser(languages)
    for (const { id, place, release } of found) {
      if (this.known.has(id)) continue
      const record = release && this.asHeld(analyseRelease(analyser, release))
      this.known.set(id, record === undefined || place === null ? null : { ...place, record })
    }
  }

  /** An archive of an older library has fewer concepts than its releases would have today; nothing is taken from what it lacks. */
  private asHeld(record: AnalysedRelease): AnalysedRelease {
    const terms = [...record.terms].filter(([, { stem, tag }]) => tag !== TAGS.concept || this.concepts.has(stem))
    return terms.length === record.terms.size ? record : { ...record, terms: new Map(terms) }
  }
}
