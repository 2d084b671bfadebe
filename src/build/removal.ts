/** What do removed releases leave behind? Negative statistics: their stored texts are analysed again and counted. */

import type { Analyser } from '../analysis/analyser.js'
import { dateRuns, monthRuns } from '../format/dates.js'
import { isOwnTerm } from '../format/words.js'
import type { Release } from '../types.js'
import { Inverter } from './inverter.js'
import type { Removal } from './segment-builder.js'
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
      counts.add(segment.release(doc))
    }
  }
  return counts.removal.docs.size === 0 ? undefined : counts.finish()
}

class RemovalCounts {
  readonly removal: Removal = {
    docs: new Map(),
    statistics: { releases: 0, undated: 0, bodyLength: 0, titleLength: 0 },
    languages: new Map(),
    months: [],
    terms: [],
    words: [],
    lostFacets: [],
  }
  private readonly inverter: Inverter
  private readonly dates: string[] = []
  private readonly terms = new Map<string, Removal['terms'][number]>()
  private readonly words = new Map<string, Removal['words'][number]>()

  constructor(private readonly analyser: Analyser) {
    this.inverter = new Inverter(analyser)
  }

  add({ title, body, language, date }: Release): void {
    const { statistics, languages } = this.removal
    const tag = language ?? ''
    languages.set(tag, (languages.get(tag) ?? 0) + 1)
    statistics.releases++
    if (date === undefined) statistics.undated++
    else this.dates.push(date)
    this.inverter.add(title, body, language)
    if (this.inverter.docCount === BATCH) this.count()
  }

  private count(): void {
    const { inverter } = this
    const { statistics } = this.removal
    statistics.bodyLength += inverter.totalLength('body')
    statistics.titleLength += inverter.totalLength('title')
    for (const { stem, tag, docFreq, title, body } of inverter.terms()) {
      const key = `${tag} ${stem}`
      let counted = this.terms.get(key)
      if (counted === undefined) {
        this.terms.set(key, (counted = { stem, tag, removed: { body: 0, title: 0, docFreq: 0 } }))
      }
      counted.removed.body += body.count
      counted.removed.title += title.count
      counted.removed.docFreq += docFreq
    }
    for (const { surface, tag, stem, docFreq } of inverter.words()) {
      if (isOwnTerm(surface, { stem, tag })) continue
      const key = `${tag} ${surface}`
      const counted = this.words.get(key)
      if (counted === undefined) this.words.set(key, { surface, tag, stem, removed: docFreq })
      else counted.removed += docFreq
    }
    inverter.restart(this.analyser)
  }

  finish(): Removal {
    this.count()
    this.removal.months.push(...monthRuns(dateRuns(this.dates.sort())))
    this.removal.terms.push(...this.terms.values())
    this.removal.words.push(...this.words.values())
    return this.removal
  }
}
