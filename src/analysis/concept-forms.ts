/** Which word sequences does a form stand for? Forms are written compactly: "internally displaced (person(s)|people)". */

import type { ChunkPart } from './chunk.js'
import { textParts } from './text-parts.js'

/** More ways to write one form than this are not considered; the lexicon stays far below. */
const MAX_SEQUENCES = 96

/** Words that were taken apart: forms share most of them, so who cuts many forms hands in the same map for all. */
export type KnownParts = Map<string, readonly ChunkPart[]>

/**
 * The sequences of folded surfaces of a form. `(a|b)` is one or the other, `(s)` may be there or not. A hyphenated
 * word counts in parts and joined.
 */
export function formSequences(form: string, known: KnownParts = new Map()): string[][] {
  const sequences: string[][] = []
  for (const written of expandAlternatives(form)) {
    const parts = written.split(' ').flatMap((word) => partsOf(word, known))
    sequences.push(parts.filter(({ joins }) => joins === 0).map(({ surface }) => surface))
    if (parts.some(({ joins }) => joins > 0)) sequences.push(joinedSequence(parts))
    if (sequences.length >= MAX_SEQUENCES) break
  }
  return sequences
}

/** A form in its plainest spelling, the first of alternatives and without what may be left out: "internally displaced person". */
export function plainSpelling(form: string): string {
  return expandAlternatives(form.replace(OPTIONAL, ''))[0]!
}

const OPTIONAL = /\([^()|]*\)/g

function partsOf(word: string, known: KnownParts): readonly ChunkPart[] {
  let parts = known.get(word)
  if (parts === undefined) known.set(word, (parts = textParts(word)))
  return parts
}

function joinedSequence(parts: readonly ChunkPart[]): string[] {
  const sequence: string[] = []
  let skip = 0
  parts.forEach(({ surface, joins }) => {
    if (joins > 0) {
      sequence[sequence.length - 1] = surface
      skip = joins - 1
    } else if (skip > 0) skip--
    else sequence.push(surface)
  })
  return sequence
}

/** Every way to write a form out, its first alternatives first. */
function expandAlternatives(form: string): string[] {
  const open = form.indexOf('(')
  const alternatives: string[] = []
  let depth = 0
  let start = open + 1
  let close = open
  for (; open >= 0 && close < form.length; close++) {
    const character = form[close]
    if (character === '(') depth++
    else if (character === ')') depth--
    const isEnd = depth === 0
    if (!isEnd && !(depth === 1 && character === '|')) continue
    alternatives.push(form.slice(start, close))
    start = close + 1
    if (isEnd) break
  }
  if (alternatives.length === 0 || depth > 0) return [form]
  if (alternatives.length === 1) alternatives.push('')
  const before = form.slice(0, open)
  const after = form.slice(close + 1)
  const expanded = new Set<string>()
  for (const alternative of alternatives) {
    for (const rest of expandAlternatives(alternative + after)) {
      expanded.add(before + rest)
      if (expanded.size >= MAX_SEQUENCES) return [...expanded]
    }
  }
  return [...expanded]
}
