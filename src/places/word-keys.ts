/** Under which keys is a word of running text looked up among the words of place names? */

import { foldName } from './fold-name.js'

const CYRILLIC = /[\u0400-\u04ff]/
const ARABIC = /[\u0600-\u06ff]/

// Case endings of Russian nouns and adjectives, longest first; what is left has at least three letters. Folding has made
// an и of every й. Nouns in -ия keep the и, so that Нигерия and Нигер differ, and nouns in -ея the е: Гвинее ends in no
// adjective's -ее. Words in -ский and -цкий are adjectives.
const RUSSIAN_NOUN_IN_IYA = /^(.{2,}?(?<![сц]к)и)(?:ями|ях|ям|еи|я|и|ю)$/
const RUSSIAN_NOUN_IN_EYA = /^(.{2,}?е)(?:ями|ях|ям|еи|я|и|ю|е)$/
const RUSSIAN_ENDING =
  /^(.{3,}?)(?:ыми|ими|ами|ями|ого|его|ому|ему|ых|их|ым|им|ыи|ии|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ах|ях|ов|ев|ам|ям|ью|[аяоеиыуюь])$/
const RUSSIAN_FORMS = [RUSSIAN_NOUN_IN_IYA, RUSSIAN_NOUN_IN_EYA, RUSSIAN_ENDING]

// Южной, Республикой; in Ханой the о is of the stem, so words have both keys.
const RUSSIAN_IN_OY = /^(.{3,})ои$/

/** Mark of a key that stands for all inflected forms of a Russian word. */
export const STEM_MARK = '~'

function russianStem(folded: string): string {
  for (const form of RUSSIAN_FORMS) {
    const stem = form.exec(folded)?.[1]
    if (stem !== undefined && stem.length > 2) return STEM_MARK + stem
  }
  return STEM_MARK + folded
}

// Conjunctions and prepositions that Arabic writes together with the next word; after ل the article loses its first letter.
const ARABIC_CONJUNCTION = /^[وف](?=...)/
const ARABIC_PREPOSITION = /^[بلك](?=...)/

/** Mark of a key from which the Arabic article has been taken: nationalities stand with and without it. */
const ARTICLE_MARK = '^'

function arabicKeys(folded: string): string[] {
  const keys = new Set([folded])
  for (const word of [folded, folded.replace(ARABIC_CONJUNCTION, '')]) {
    keys.add(word)
    keys.add(word.startsWith('لل') ? `ال${word.slice(2)}` : word.replace(ARABIC_PREPOSITION, ''))
  }
  for (const key of [...keys]) keys.add(ARTICLE_MARK + key.replace(/^ال(?=..)/, ''))
  return [...keys]
}

/** The key under which a word of a place's name, or of a nationality, is stored. */
export function nameWordKey(word: string, kind: 'place' | 'nationality' = 'place'): string {
  const folded = foldName(word)
  if (CYRILLIC.test(folded) && folded.length > 4) return russianStem(folded)
  if (ARABIC.test(folded) && kind === 'nationality') return ARTICLE_MARK + folded.replace(/^ال(?=..)/, '')
  return folded
}

/** The keys under which a word of running text may be stored, most literal first. */
export function wordKeys(word: string): string[] {
  const folded = foldName(word).replaceAll(' ', '')
  if (CYRILLIC.test(folded)) {
    const stem = russianStem(folded)
    const keys = [folded, stem]
    // Names of four letters and fewer are stored whole: "Куба", "Чад", "Ирак".
    const bare = stem.slice(STEM_MARK.length)
    if (bare.length <= 4 && bare !== folded) keys.push(bare)
    if (bare.length === 3 && bare !== folded) keys.push(`${bare}а`)
    const inOy = RUSSIAN_IN_OY.exec(folded)?.[1]
    if (inOy !== undefined) keys.push(STEM_MARK + inOy)
    return keys
  }
  if (ARABIC.test(folded)) return arabicKeys(folded)
  // The German genitive; other languages write the possessive with an apostrophe.
  return folded.length > 5 && folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded]
}
