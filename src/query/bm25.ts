/**
 * What is a match worth? BM25F (Robertson, Zaragoza and Taylor, Simple BM25 Extension to Multiple Weighted Fields, 2004):
 *
 *     idf    = ln(1 + (N - n + 0.5) / (n + 0.5))        N releases, n of them hold the term
 *     f      = boost(title) * tf(title) + boost(body) * tf(body)
 *     length = length of the body / average length of the body; 1 where only the title holds the term
 *     score  = sum over terms of idf * f (k1 + 1) / (f + k1 (1 - b + b * length))
 *
 * Lengths are those of the length classes, averages those of all segments together. `length` of 1 is what an average release has: postings of
 * titles do not say how long the body is.
 */

import { CLASS_LENGTHS, LENGTH_CLASSES } from '../format/lengths.js'
import { SYMBOLS, symbolClass, symbolFreq } from '../format/postings.js'
import type { TextField } from '../types.js'

/** Saturation, length normalisation, and how often a word counts by field. How they were chosen stands in `src/README.md`, Ranking. */
export const RANKING: { k1: number; b: number; boost: Record<TextField, number> } = {
  k1: 1.2,
  b: 0.5,
  boost: { title: 6, body: 1 },
}

/** Stands for the length class of the body in postings that are only in titles. */
export const NO_BODY = -1

export function inverseDocFreq(releases: number, docFreq: number): number {
  return Math.log(1 + (releases - docFreq + 0.5) / (docFreq + 0.5))
}

/** Weights of postings for one query. */
export class Weights {
  /** Weights of body postings without an escape and without the word in the title, which are nearly all, by symbol. */
  readonly bodyTable: Float64Array
  private readonly norms: Float64Array

  constructor(
    readonly boost: Readonly<Record<TextField, number>>,
    private readonly averages: Readonly<Record<TextField, number>>,
  ) {
    this.norms = normsOf(averages.body)
    this.bodyTable = Float64Array.from({ length: SYMBOLS }, (_, symbol) =>
      this.weight(0, symbolFreq(symbol), symbolClass(symbol)),
    )
  }

  isFor(boost: Readonly<Record<TextField, number>>, averages: Readonly<Record<TextField, number>>): boolean {
    return (
      this.boost.title === boost.title &&
      this.boost.body === boost.body &&
      this.averages.title === averages.title &&
      this.averages.body === averages.body
    )
  }

  /** The weight of frequencies in both fields; the length class is that of the body, {@link NO_BODY} where only the title holds the term. */
  weight(titleFreq: number, bodyFreq: number, lengthClass: number): number {
    const { k1 } = RANKING
    const freq = this.boost.title * titleFreq + this.boost.body * bodyFreq
    return freq === 0 ? 0 : (freq * (k1 + 1)) / (freq + (lengthClass === NO_BODY ? k1 : this.norms[lengthClass]!))
  }
}

function normsOf(average: number): Float64Array {
  const { k1, b } = RANKING
  return Float64Array.from({ length: LENGTH_CLASSES }, (_, index) => {
    const relative = average > 0 ? CLASS_LENGTHS[index]! / average : 1
    return k1 * (1 - b + b * relative)
  })
}
