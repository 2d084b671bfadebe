/**
 * What is a match worth? BM25 by field, with boosts (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009):
 *
 *     idf    = ln(1 + (N - n + 0.5) / (n + 0.5))               N releases, n of them hold the term
 *     weight = tf (k1 + 1) / (tf + k1 (1 - b + b length / average length))
 *     score  = sum over terms and fields of boost * idf * weight
 *
 * Lengths are those of the length classes, averages those of all segments together.
 */

import { CLASS_LENGTHS, LENGTH_CLASSES } from '../format/lengths.js'
import { SYMBOLS, symbolClass, symbolFreq } from '../format/postings.js'
import type { TextField } from '../types.js'

/** Saturation and length normalisation of one field. */
export interface FieldSettings {
  k1: number
  b: number
  boost: number
}

/** The defaults; how they were chosen stands in `src/README.md`, Ranking. */
export const FIELD_SETTINGS: Readonly<Record<TextField, FieldSettings>> = {
  title: { k1: 1.2, b: 0.5, boost: 1 },
  body: { k1: 1.2, b: 0.75, boost: 1 },
}

export function inverseDocFreq(releases: number, docFreq: number): number {
  return Math.log(1 + (releases - docFreq + 0.5) / (docFreq + 0.5))
}

/** The weight of a posting in one field, by symbol. */
export class FieldWeights {
  /** Weights of all symbols without an escape, which is nearly every posting. */
  private readonly table: Float64Array

  constructor(
    readonly settings: FieldSettings,
    readonly averageLength: number,
  ) {
    this.table = Float64Array.from({ length: SYMBOLS }, (_, symbol) => this.weightOf(symbolFreq(symbol), symbolClass(symbol)))
  }

  /** The table; symbols beyond it go through {@link weight}. */
  get weights(): Float64Array {
    return this.table
  }

  weight(symbol: number): number {
    return symbol < SYMBOLS ? this.table[symbol]! : this.weightOf(symbolFreq(symbol), symbolClass(symbol))
  }

  /** The weight of a term frequency in a field of a length class. */
  weightOf(termFreq: number, lengthClass: number): number {
    const { k1, b } = this.settings
    const length = CLASS_LENGTHS[Math.min(lengthClass, LENGTH_CLASSES - 1)]!
    const relative = this.averageLength > 0 ? length / this.averageLength : 1
    return (termFreq * (k1 + 1)) / (termFreq + k1 * (1 - b + b * relative))
  }
}
