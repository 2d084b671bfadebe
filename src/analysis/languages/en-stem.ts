/** What is the Porter2 stem of an English word? `stemr` has Snowball 2's; this adds what Snowball 3 mended since. */

import { stem } from 'stemr'

// Words of these families would fall together with quite different ones (organize and organ, international and
// internal, university and universe, emergency and emerge). The algorithm protects the beginning of some words, such as
// "gener": borrowed for the time of stemming, it protects these too.
const PROTECTED = /^(?:past|univers|later|emerg|organ|inter)(?=.)/
const PROTECTION = 'gener'

// Doubled letters that belong to the verb.
const DOUBLED = /^(add|ebb|egg|err|off)(?:ed|ing|ings|ingly|edly)$/

const EXCEPTIONS: Readonly<Record<string, string>> = {
  evening: 'evening',
  evenings: 'evening',
  hying: 'hie',
  vying: 'vie',
}

/** The Porter2 stem of a word of lower-case letters. Source: snowballstem.org, English stemmer, version 3. */
export function porter2(word: string): string {
  if (Object.hasOwn(EXCEPTIONS, word)) return EXCEPTIONS[word]!
  const doubled = DOUBLED.exec(word)
  if (doubled) return doubled[1]!
  const prefix = PROTECTED.exec(word)?.[0]
  if (prefix === undefined) return withoutOgist(stem(word))
  const stemmed = stem(PROTECTION + word.slice(prefix.length))
  return stemmed.startsWith(PROTECTION) ? prefix + stemmed.slice(PROTECTION.length) : stem(word)
}

/** "-ologist" is the person of "-ology". */
function withoutOgist(stemmed: string): string {
  return stemmed.length > 8 && stemmed.endsWith('ologist') ? stemmed.slice(0, -3) : stemmed
}
