/** Under which keys is a word of running text looked up among the words of place names? */

import { foldName } from './fold-name.js'

const CYRILLIC = /[\u0400-\u04ff]/
const ARABIC = /[\u0600-\u06ff]/

// Case endings of Russian nouns and adjectives, longest first; what is left has at least three letters.
const RUSSIAN_ENDING =
  /^(.{3,}?)(?:иями|ыми|ими|ами|ями|ого|его|ому|ему|иях|ией|иям|ием|ых|их|ым|им|ый|ий|ой|ей|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ах|ях|ов|ев|ам|ям|ия|ии|ию|ью|[аяоеиыуюйь])$/

/** Mark of a key that stands for all inflected forms of a Russian word. */
export const STEM_MARK = '~'

function russianStem(folded: string): string {
  return STEM_MARK + (RUSSIAN_ENDING.exec(folded)?.[1] ?? folded)
}

/** The article, conjunctions and prepositions that Arabic writes together with the next word. */
const ARABIC_PREFIX = /^(?:وبال|وال|بال|فال|كال|ولل|لل|ال|و|ب|ل|ف|ك)(?=..)/

/** The key under which a word of a place's name is stored. */
export function nameWordKey(word: string): string {
  const folded = foldName(word)
  if (CYRILLIC.test(folded) && folded.length > 4) return russianStem(folded)
  if (ARABIC.test(folded)) return folded.replace(/^ال(?=..)/, '')
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
    if (bare.length === 3) keys.push(`${bare}а`)
    return keys
  }
  if (ARABIC.test(folded)) {
    const keys = [folded]
    let rest = folded
    for (let i = 0; i < 3; i++) {
      const shorter = rest.replace(ARABIC_PREFIX, '')
      if (shorter === rest) break
      keys.push(shorter)
      rest = shorter
    }
    return keys
  }
  // The German genitive; other languages write the possessive with an apostrophe.
  return folded.length > 5 && folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded]
}
