/** Which number has each stemmer in the files? */

/**
 * Numbers of the stemmers, part of the file format: every term carries one. 0 is for what is not stemmed: numbers, bigrams,
 * other languages, words in a script that the stemmer of the release's language does not handle.
 */
export const TAGS = {
  none: 0,
  en: 1,
  fr: 2,
  es: 3,
  ar: 4,
  pt: 5,
  ru: 6,
  de: 7,
  it: 8,
  nl: 9,
  uk: 10,
  concept: 31,
} as const
