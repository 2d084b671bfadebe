/** Which live releases hold a term, and how many hold a word? MiniSearch over terms that are analysed already. */

import MiniSearch from 'minisearch'
import { TAGS } from '../analysis/analyser.js'
import { compareDocuments } from '../format/document-order.js'
import { type AnalysedRelease, type ReleaseForm, termKey } from './analysed-release.js'

/** A surface form with the number of live releases that hold it. */
export interface CountedForm extends ReleaseForm {
  releases: number
}

/** The terms of a changing set of releases. */
export class LiveTerms {
  private readonly records = new Map<string, AnalysedRelease>()
  private readonly counted = new Map<string, CountedForm>()
  private changes = 0
  private ordered: readonly AnalysedRelease[] | undefined

  /** A release is given as its id, and tokenized by looking up its terms: their frequencies and positions stay in its record. */
  private readonly index = new MiniSearch<{ id: string }>({
    fields: ['terms'],
    extractField: ({ id }) => id,
    tokenize: (id) => [...this.records.get(id)!.terms.keys()],
    processTerm: (term) => term,
    searchOptions: { tokenize: (key) => [key], processTerm: (key) => key },
    logger: () => {},
  })

  /** The terms of these releases and no others. */
  static of(records: Iterable<AnalysedRelease>): LiveTerms {
    const terms = new LiveTerms()
    for (const record of records) terms.put(record)
    return terms
  }

  /** Goes up with every change. */
  get version(): number {
    return this.changes
  }

  /** Every release, in document order: by date, undated last, and by descending id within one date. */
  get inOrder(): readonly AnalysedRelease[] {
    this.ordered ??= [...this.records.values()].sort((a, b) => compareDocuments(a.release, b.release))
    return this.ordered
  }

  /** Adds a release, in place of the one with its id. */
  put(record: AnalysedRelease): void {
    const { id } = record.release
    this.discard(id)
    this.records.set(id, record)
    this.index.add({ id })
    for (const [key, form] of record.forms) {
      const known = this.counted.get(key)
      if (known === undefined) this.counted.set(key, { ...form, releases: 1 })
      else known.releases++
    }
    this.changed()
  }

  /** Takes a release out; false when there is none with this id. */
  discard(id: string): boolean {
    const record = this.records.get(id)
    if (record === undefined) return false
    this.index.discard(id)
    this.records.delete(id)
    for (const key of record.forms.keys()) {
      const form = this.counted.get(key)!
      if (--form.releases === 0) this.counted.delete(key)
    }
    this.changed()
    return true
  }

  private changed(): void {
    this.changes++
    this.ordered = undefined
  }

  /** The releases with a term, in no order. */
  withTerm(stem: string, tag: number): AnalysedRelease[] {
    return this.index.search(termKey(stem, tag)).map(({ id }) => this.records.get(id)!)
  }

  /** Numbers among the terms that begin with a prefix: they are terms of their own and stand in no list of forms. */
  numbersWithPrefix(prefix: string): string[] {
    const found = this.index.search(termKey(prefix, TAGS.none), { prefix: true })
    return [...new Set(found.flatMap(({ terms }) => terms))].map((key) => key.slice(1))
  }

  /** Every surface form, in no order. */
  forms(): Iterable<CountedForm> {
    return this.counted.values()
  }
}
