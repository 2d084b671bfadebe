/** Which countries does a release name, and which of them is it about? */

import { placeLanguage } from '../../places/place-language.js'
import { type CountryMention, findMentions } from './country-mentions.js'
import { guessLanguage, splitWords } from './country-words.js'

/** What is known of a release when its countries are sought. */
export interface CountryEvidence {
  title: string
  /** Plain text; without the contact block if it is known. */
  body: string
  /** The place of the dateline, where it is no longer in the body. */
  dateline?: string
  /** BCP 47; guessed from the text when absent. */
  language?: string
  /** What a field such as "Region-Country" says. */
  statedRegion?: string
}

/** Codes are ISO 3166-1 alpha-2 (and XK). */
export interface CountryFinding {
  /** What the release is about, most important first. */
  countries: string[]
  /** Every country named, in order of first mention. */
  mentions: string[]
}

/** The countries of a release. Never throws. */
export function findCountries(evidence: CountryEvidence): CountryFinding {
  const texts = [splitWords(evidence.title), splitWords(evidence.body)]
  const language = placeLanguage(evidence.language) ?? guessLanguage(texts)
  const mentions = findMentions(texts, language)
  const order = [...new Set(mentions.map((m: CountryMention) => m.code))]
  return { countries: order, mentions: order }
}
