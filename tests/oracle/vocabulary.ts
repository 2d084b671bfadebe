/** Which words can be compared letter by letter? Made-up ones that no stemmer, fold or lexicon changes. */

import { Random } from '../helpers/random.js'

const CONSONANTS = 'bdfgklmnprtvz'
const VOWELS = 'aeiou'
/** No suffix of a language that is stemmed ends in these. */
const ENDINGS = 'kbp'

/** `count` different words of two to five syllables, many of them beginning alike. */
export function makeWords(seed: number, count: number): string[] {
  const random = new Random(seed)
  const syllables = Array.from({ length: 24 }, () => random.pick([...CONSONANTS]) + random.pick([...VOWELS]))
  const words = new Set<string>()
  while (words.size < count) {
    const length = random.choose<number>([
      [2, () => 1],
      [5, () => 2],
      [3, () => 3],
      [1, () => 4],
    ])
    const stem = Array.from({ length }, () => random.pick(syllables)).join('')
    words.add(stem + random.pick([...CONSONANTS]) + random.pick([...VOWELS]) + random.pick([...ENDINGS]))
  }
  return [...words]
}
