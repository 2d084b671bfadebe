/**
 * Which index terms may a word of a query stand for? In a language whose stemmer looks at accents, a word typed without
 * them stands for every accented spelling as well.
 */

import type { ChunkPart } from './chunk.js'
import { type LanguageModule, TAGS } from './languages.js'
import { respelled, stemmerFor, stemOf } from './vocabulary.js'

/** An index term to look for. */
export interface QueryVariant {
  stem: string
  tag: number
}

/** Accents that change a stem stand in the ending: this many letters from the end, and this many vowels, are tried. */
const TRIED_LETTERS = 8
const TRIED_VOWELS = 4
const VOWEL = /[aeiou]/
/** A stem that an accent leaves with fewer letters would be another word's: "Nigeria" is no verb in -ería. */
const MIN_SHRUNK = 4

/** The distinct terms of a word in the languages of the modules, and the unstemmed one. */
export function queryVariants(part: ChunkPart, modules: readonly LanguageModule[]): QueryVariant[] {
  const { surface, written, kind } = part
  const variants: QueryVariant[] = []
  for (const module of modules) {
    const stemmer = stemmerFor(surface, kind, module)
    if (stemmer === null) continue
    const plain = stemOf(stemmer, respelled(stemmer, surface))
    const stems = new Set([plain])
    if (stemmer.accents !== undefined) {
      if (written !== surface) stems.add(stemOf(stemmer, written))
      else {
        for (const spelling of accentedSpellings(surface, stemmer.accents)) {
          const stem = stemOf(stemmer, spelling)
          const shrink = plain.length - stem.length
          if (shrink <= 1 || (stem.length >= MIN_SHRUNK && shrink <= (stemmer.accentShrink ?? shrink))) stems.add(stem)
        }
      }
    }
    for (const form of stemmer.kin?.(surface) ?? []) stems.add(stemOf(stemmer, respelled(stemmer, form)))
    for (const stem of stems) variants.push({ stem, tag: stemmer.tag })
  }
  variants.push({ stem: surface, tag: TAGS.none })
  return variants
}

/** Spellings with one accent more in the ending. */
function* accentedSpellings(surface: string, accents: Readonly<Record<string, string>>): Generator<string> {
  const first = Math.max(0, surface.length - TRIED_LETTERS)
  let vowels = 0
  for (let i = surface.length - 1; i >= first && vowels < TRIED_VOWELS; i--) {
    const letter = surface[i]!
    if (VOWEL.test(letter)) vowels++
    for (const accented of accents[letter] ?? '') yield surface.slice(0, i) + accented + surface.slice(i + 1)
  }
}
