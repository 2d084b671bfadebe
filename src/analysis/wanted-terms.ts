/** Which words of a text may be one of some terms? Those that begin with the same letter, which folding and stemming keep. */

import { fold } from './fold.js'
import { TAGS } from './tags.js'

/** Latin, Greek and Cyrillic letters stand below. Any word of another script may be meant: Arabic ones lose their article. */
const LAST_UNIT = 0x530

/** First unit of each letter when it is folded, filled as letters turn up; 0 where that is not known yet. */
const folded = new Uint16Array(LAST_UNIT)

/** Terms that are looked for in texts, of which most words need not be read for them. */
export class WantedTerms {
  /** Concepts are among them. */
  readonly hasConcepts: boolean
  private readonly first = new Set<number>()

  constructor(terms: readonly { stem: string; tag: number }[]) {
    const words = terms.filter(({ tag }) => tag !== TAGS.concept)
    this.hasConcepts = words.length < terms.length
    for (const { stem } of words) this.first.add(stem.charCodeAt(0))
    // The one word of which it is not so: "gaol".
    if (words.some(({ stem }) => stem === 'jail')) this.first.add(0x67)
  }

  /** False when no word that begins with this unit can be one of the terms. */
  mayBegin(unit: number): boolean {
    return unit >= LAST_UNIT || this.first.has((folded[unit] ||= fold(String.fromCharCode(unit)).charCodeAt(0)))
  }
}
