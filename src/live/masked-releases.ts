/** What do the archive's releases that live ones replace or remove take with them? Counts, to be subtracted. */

import type { Removed } from '../format/removed.js'
import type { RemovedFreqs } from '../format/terms.js'
import type { AnalysedRelease, ReleaseForm, ReleaseTerm } from './analysed-release.js'

/** A term with the number of masked releases that hold it. */
export interface MaskedTerm {
  stem: string
  tag: number
  removed: RemovedFreqs
}

/** A surface form with the number of masked releases that hold it. */
export interface MaskedForm extends ReleaseForm {
  removed: number
}

/** Sums over a changing set of masked releases. */
export class MaskedCounts {
  private readonly terms = new Map<string, MaskedTerm>()
  private readonly counted = new Map<string, MaskedForm>()
  private changes = 0

  /** The sums over these releases and no others. */
  static of(records: Iterable<AnalysedRelease>): MaskedCounts {
    const counts = new MaskedCounts()
    for (const record of records) counts.add(record, 1)
    return counts
  }

  /** Goes up with every change. */
  get version(): number {
    return this.changes
  }

  /** Adds a release to the sums, or with -1 takes it out. */
  add({ terms, forms }: AnalysedRelease, times: 1 | -1): void {
    for (const [key, term] of terms) this.addTerm(key, term, times)
    for (const [key, form] of forms) {
      let counted = this.counted.get(key)
      if (counted === undefined) this.counted.set(key, (counted = { ...form, removed: 0 }))
      counted.removed += times
      if (counted.removed === 0) this.counted.delete(key)
    }
    this.changes++
  }

  private addTerm(key: string, { stem, tag, title, body }: ReleaseTerm, times: 1 | -1): void {
    let counted = this.terms.get(key)
    if (counted === undefined) {
      this.terms.set(key, (counted = { stem, tag, removed: { title: 0, body: 0, docFreq: 0 } }))
    }
    const { removed } = counted
    if (title.length > 0) removed.title += times
    if (body.length > 0) removed.body += times
    removed.docFreq += times
    if (removed.docFreq === 0) this.terms.delete(key)
  }

  /** How many masked releases hold a term, by {@link termKey}; undefined when none does. */
  term(key: string): RemovedFreqs | undefined {
    return this.terms.get(key)?.removed
  }

  /** Every term, in no order. */
  allTerms(): Iterable<MaskedTerm> {
    return this.terms.values()
  }

  /** Every surface form, in no order. */
  forms(): Iterable<MaskedForm> {
    return this.counted.values()
  }
}

/** Releases of an archive that live ones hide, at one moment. */
export class Mask {
  private own: MaskedCounts | undefined

  /**
   * @param docs their documents by segment id
   * @param shared their sums, as long as the version is that of now
   */
  constructor(
    readonly releases: readonly AnalysedRelease[],
    readonly docs: Removed,
    private readonly shared: MaskedCounts,
    private readonly version = shared.version,
  ) {}

  get counts(): MaskedCounts {
    if (this.shared.version === this.version) return this.shared
    this.own ??= MaskedCounts.of(this.releases)
    return this.own
  }
}
