/**
 * What is a match worth? BM25F (Robertson, Zaragoza and Taylor, Simple BM25 Extension to Multiple Weighted Fields, 2004):
 *
 *     idf    = ln(1 + (N - n + 0.5) / (n + 0.5))        N releases, n of them hold the term
 *     f      = boost(title) * tf(title) + boost(body) * tf(body)
 *     length = length of the body / average length of the body; where the body does not hold the term, the same of the title
 *     score  = sum over terms of idf * f (k1 + 1) / (f + k1 (1 - b + b * length))
 *
 * Lengths are those of the length classes, averages those of all segments together.
 */

import { CLASS_LENGTHS, LENGTH_CLASSES } from '../format/lengths.js'
import { SYMBOLS, symbolClass, symbolFreq } from '../format/postings.js'
import type { TextField } from '../types.js'

/** Saturation, length normalisation, and how often a word counts by field. How they were chosen stands in `src/README.md`, Ranking. */
export const RANKING: { k1: number; b: number; boost: Record<TextField, number> } = {
  k1: 1.6,
  b: 0.6,
  boost: { title: 3, body: 1 },
}

export function inverseDocFreq(releases: number, docFreq: number): number {
  return Math.log(1 + (releases - docFreq + 0.5) / (docFreq + 0.5))
}

/** Weights of postings for one query. */
export class Weights {
  /** Weights of body postings without an escape and without the word in the title, which are nearly all, by symbol. */
  readonly bodyTable: Float64Array
  private readonly norms: Record<TextField, Float64Array>

  constructor(
    readonly boost: Readonly<Record<TextField, number>>,
    averages: Readonly<Record<TextField, number>>,
  ) {
    this.norms = { title: normsOf(averages.title), body: normsOf(averages.body) }
    this.bodyTable = Float64Array.from({ length: SYMBOLS }, (_, symbol) =>
      this.weight(0, symbolFreq(symbol), 'body', symbolClass(symbol)),
    )
  }

  /** The weight of frequencies in both fields; the length class is that of `lengthField`. */
  weight(titleFreq: number, bodyFreq: number, lengthField: TextField, lengthClass: number): number {
    const { k1 } = RANKING
    const freq = this.boost.title * titleFreq + this.boost.body * bodyFreq
    return freq === 0 ? 0 : (freq * (k1 + 1)) / (freq + this.norms[lengthField][lengthClass]!)
  }
}

function normsOf(average: number): Float64Array {
  const { k1, b } = RANKING
  return Float64Array.from({ length: LENGTH_CLASSES }, (_, index) => {
    const relative = average > 0 ? CLASS_LENGTHS[index]! / average : 1
    return k1 * (1 - b + b * relative)
  })
}
