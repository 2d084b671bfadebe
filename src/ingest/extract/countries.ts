/** Which countries does a release name, and which of them is it about? */

import { countryCode, countryOf, tableRows } from '../../places/countries.js'
import { COMPANY_FORMS_OF_ONE_COUNTRY, CURRENCIES_OF_ONE_COUNTRY } from '../../places/currencies.js'
import { placeLanguage } from '../../places/place-language.js'
import { type CountryMention, findMentions } from './country-mentions.js'
import { ABOUT, aboutness, measureProminence } from './country-prominence.js'
import { rolesOf } from './country-roles.js'
import { guessLanguage, splitWords, type Words } from './country-words.js'

/** What is known of a release when its countries are sought. */
export interface CountryEvidence {
  title: string
  /** Plain text; a contact block at its end is left out of account. */
  body: string
  /** The place of the dateline, where it is no longer in the body. */
  dateline?: string
  /** BCP 47; guessed from the text when absent. */
  language?: string
  /** What a field such as "Region-Country" says: names or codes separated by commas or semicolons. */
  statedRegion?: string
}

/** Codes are ISO 3166-1 alpha-2 (and XK). */
export interface CountryFinding {
  /** What the release is about, most important first. Every one is also among the mentions. */
  countries: string[]
  /** Every country named, in order of first mention. */
  mentions: string[]
}

/** What `findCountries` saw on its way, for explanations and for `findCorridors`. */
export interface CountryReading {
  /** Title, dateline and body, in this order. */
  texts: readonly [title: Words, dateline: Words, body: Words]
  mentions: CountryMention[]
}

const BODY = 2

// A line that opens a contact block. It counts only in the second half of a text.
const CONTACT_OPENING =
  /^[^\p{L}\n]{0,5}(?:for (?:more|further|additional) information|for media (?:inquir|enquir)|(?:media|press) contacts?\b|contacts?:|pour (?:de )?plus d['’ ]|pour tout(?:e)? (?:renseignement|information)|para (?:obtener )?(?:más|mayor) información|para mais informações|per (?:maggiori|ulteriori) informazioni|(?:für )?weitere informationen|за дополнительной информацией|لمزيد من المعلومات|للمزيد من المعلومات)/imu

function withoutContacts(body: string): string {
  const half = body.length >> 1
  const opening = CONTACT_OPENING.exec(body.slice(half))
  return opening === null ? body : body.slice(0, half + opening.index)
}

/** Reads the texts of a release into words and namings of countries. */
export function readCountries(evidence: CountryEvidence): CountryReading {
  const texts: CountryReading['texts'] = [
    splitWords(evidence.title),
    splitWords(evidence.dateline ?? ''),
    splitWords(withoutContacts(evidence.body)),
  ]
  const language = placeLanguage(evidence.language) ?? guessLanguage(texts)
  return { texts, mentions: findMentions(texts, language) }
}

let signs: Map<string, string> | undefined

/** The countries whose money a text counts in or whose company law it shows, where these are of one country only. */
function countriesOfSigns(texts: readonly Words[]): string[] {
  signs ??= new Map(
    [CURRENCIES_OF_ONE_COUNTRY, COMPANY_FORMS_OF_ONE_COUNTRY].flatMap((table) =>
      tableRows(table).flatMap(([code, forms]) => forms.map((form): [string, string] => [form, code])),
    ),
  )
  const codes = new Set<string>()
  for (const { infos } of texts)
    for (const info of infos) {
      const code = signs.get(info.folded)
      if (code !== undefined) codes.add(code)
    }
  return [...codes]
}

function statedCountries(stated: string | undefined): string[] {
  if (stated === undefined) return []
  const whole = countryCode(stated)
  if (whole !== undefined) return [whole]
  const codes = stated.split(/[,;|/\n]+/).map((name) => countryCode(name.trim()))
  return codes.filter((code) => code !== undefined)
}

/**
 * The countries of a release, from its text and from what its metadata state. Never throws. A text that names no country
 * at all is taken to be about the one whose money or company law it shows, if it does. A reading that is already there
 * (for `findCorridors`) may be handed in.
 */
export function findCountries(evidence: CountryEvidence, reading = readCountries(evidence)): CountryFinding {
  const { texts, mentions } = reading
  const stated = statedCountries(evidence.statedRegion)
  const named = mentions.map((mention) => mention.code)
  if (named.length + stated.length === 0) {
    const guessed = countriesOfSigns(texts)
    return guessed.length === 1 ? { countries: guessed, mentions: [...guessed] } : { countries: [], mentions: [] }
  }
  const scored = measureProminence(mentions, rolesOf(mentions, texts, BODY), texts, BODY)
    .map((prominence) => ({ code: prominence.code, score: aboutness(prominence) }))
    .filter(({ score }) => score >= ABOUT)
    .sort((a, b) => b.score - a.score)
  return {
    countries: [...new Set([...stated, ...scored.map(({ code }) => code)])],
    mentions: [...new Set([...named, ...stated])],
  }
}

/** The UN M49 sub-regions of some countries, in their order, each once. */
export function regionsOf(codes: readonly string[]): string[] {
  const regions = codes.map((code) => countryOf(code)?.region)
  return [...new Set(regions.filter((region) => region !== undefined))]
}
