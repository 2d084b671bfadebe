/**
 * Which index terms may a word of a query stand for? In a language whose stemmer looks at accents, a word typed without
 * them stands for every accented spelling as well.
 */

import type { ChunkPart, Spelling } from './chunk.js'
import type { LanguageModule } from './languages.js'
import { TAGS } from './tags.js'
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

/** Words whose stems are remembered by language: people correct and repeat what they type. */
const MAX_REMEMBERED = 4096
const remembered = new WeakMap<LanguageModule, Map<string, readonly string[]>>()

/** The distinct terms of a word in the languages of the modules, and the unstemmed one. */
export function queryVariants(part: ChunkPart, modules: readonly LanguageModule[]): QueryVariant[] {
  const variants: QueryVariant[] = []
  for (const module of modules) {
    const stemmer = stemmerFor(part.surface, part.kind, module)
    if (stemmer === null) continue
    for (const stem of rememberedStems(stemmer, part)) variants.push({ stem, tag: stemmer.tag })
  }
  variants.push({ stem: part.surface, tag: TAGS.none })
  return variants
}

function rememberedStems(module: LanguageModule, spelling: Spelling): readonly string[] {
  let known = remembered.get(module)
  if (known === undefined) remembered.set(module, (known = new Map()))
  let stems = known.get(spelling.written)
  if (stems === undefined) {
    if (known.size >= MAX_REMEMBERED) known.clear()
    known.set(spelling.written, (stems = [...stemsOf(module, spelling)]))
  }
  return stems
}

function stemsOf(module: LanguageModule, { surface, written }: Spelling): Set<string> {
  const plain = stemOf(module, respelled(module, surface))
  const stems = new Set([plain])
  if (module.accents !== undefined) {
    if (written !== surface) stems.add(stemOf(module, written))
    else {
      for (const spelling of accentedSpellings(surface, module.accents)) {
        const stem = stemOf(module, spelling)
        const shrink = plain.length - stem.length
        if (shrink <= 1 || (stem.length >= MIN_SHRUNK && shrink <= (module.accentShrink ?? shrink))) stems.add(stem)
      }
    }
  }
  for (const form of module.kin?.(surface, written) ?? []) stems.add(stemOf(module, respelled(module, form)))
  return stems
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
