/** What do removed releases leave behind? Negative statistics: their stored texts are analysed again and counted. */

import type { Analyser } from '../analysis/analyser.js'
import { isOwnTerm } from '../format/words.js'
import { Inverter } from './inverter.js'
import type { Removal } from './segment-builder.js'
import { compareTerms } from './segment-writer.js'
import type { DocsBySegment } from './stored-archive.js'

/** Releases analysed together: counts are all that is kept of them. */
const BATCH = 512

/** Counts what a new segment takes out of older ones; undefined when that is nothing. */
export function removalOf(gone: DocsBySegment, analyser: Analyser): Removal | undefined {
  const counts = new RemovalCounts(analyser)
  for (const [segment, docs] of gone) {
    if (docs.length === 0) continue
    const ascending = [...docs].sort((a, b) => a - b)
    counts.removal.docs.set(segment.root.id, ascending)
    for (const doc of ascending) {
      const { title, body, language, date } = segment.release(doc)
      counts.add(title, body, language, date === undefined)
    }
  }
  return counts.removal.docs.size === 0 ? undefined : counts.finish()
}

class RemovalCounts {
  readonly removal: Removal = {
    docs: new Map(),
    statistics: { releases: 0, undated: 0, bodyLength: 0, titleLength: 0 },
    languages: new Map(),
    terms: [],
    words: [],
  }
  private inverter: Inverter
  private readonly terms = new Map<number, Removal['terms'][number]>()
  private readonly words = new Map<number, Removal['words'][number]>()

  constructor(private readonly analyser: Analyser) {
    this.inverter = new Inverter(analyser)
  }

  add(title: string, body: string, language: string | undefined, isUndated: boolean): void {
    const { statistics, languages } = this.removal
    const tag = language ?? ''
    languages.set(tag, (languages.get(tag) ?? 0) + 1)
    statistics.releases++
    if (isUndated) statistics.undated++
    this.inverter.add(title, body, language)
    if (this.inverter.docCount === BATCH) this.count()
  }

  private count(): void {
    const { inverter } = this
    const { statistics } = this.removal
    statistics.bodyLength += inverter.totalLength('body')
    statistics.titleLength += inverter.totalLength('title')
    for (const { term, docFreq, title, body } of inverter.invert(compareTerms).terms) {
      let counted = this.terms.get(term.ordinal)
      if (counted === undefined) {
        counted = { stem: term.stem, tag: term.tag, removed: { body: 0, title: 0, docFreq: 0 } }
        this.terms.set(term.ordinal, counted)
      }
      counted.removed.body += body.count
      counted.removed.title += title.count
      counted.removed.docFreq += docFreq
    }
    for (const { word, docFreq } of inverter.words()) {
      if (isOwnTerm(word.surface, word.term)) continue
      const counted = this.words.get(word.ordinal)
      if (counted !== undefined) counted.removed += docFreq
      else {
        const { surface, term } = word
        this.words.set(word.ordinal, { surface, tag: term.tag, stem: term.stem, removed: docFreq })
      }
    }
    this.inverter = new Inverter(this.analyser)
  }

  finish(): Removal {
    this.count()
    this.removal.terms.push(...this.terms.values())
    this.removal.words.push(...this.words.values())
    return this.removal
  }
}
