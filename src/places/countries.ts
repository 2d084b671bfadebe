/** What is a country called? The one table of countries and territories, and the way from a name to a code and back. */

import { AMBIGUOUS_NAMES } from './ambiguous-names.js'
import { foldName } from './fold-name.js'
import { FORMER_STATES } from './former-states.js'
import { CLDR_NAMES } from './names-cldr.js'
import { OTHER_NAMES } from './names-other.js'
import { PLACE_LANGUAGES, type PlaceLanguage } from './place-language.js'
import { REGION_NAMES } from './regions.js'

export type { PlaceLanguage } from './place-language.js'

/** A country or territory with a code of its own. */
export interface Country {
  /** ISO 3166-1 alpha-2, and XK for Kosovo. */
  code: string
  /** ISO 3166-1 alpha-3, and XKX for Kosovo. */
  alpha3: string
  /** English name of the UN M49 sub-region, such as "Western Asia". */
  region: string
  /** Synonyms by language: usual name first, then official, short and old names. No nationalities, no cities. */
  names: Record<PlaceLanguage, readonly string[]>
  /** Those of `names` that are also something else: they need their capital letter, and often context. */
  ambiguous: readonly string[]
  /** Names, in any language, of states that have ended and are filed under this country. Not synonyms. */
  former: readonly string[]
}

/** Rows of a hand-written table: code and the values after it. */
export function tableRows(table: string): [code: string, values: string[]][] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const bar = row.indexOf('|')
      return [row.slice(0, bar), row.slice(bar + 1).split(';')]
    })
}

function buildCountries(): Country[] {
  const other = PLACE_LANGUAGES.map((language) => new Map(tableRows(OTHER_NAMES[language])))
  const ambiguous = new Map(tableRows(AMBIGUOUS_NAMES))
  const former = new Map(tableRows(FORMER_STATES))
  return CLDR_NAMES.trim()
    .split('\n')
    .map((row) => {
      const [code = '', alpha3 = '', region = '', ...named] = row.split('|')
      const names = Object.fromEntries(
        PLACE_LANGUAGES.map((language, i) => [
          language,
          [...new Set([...(named[i] ?? '').split(';'), ...(other[i]?.get(code) ?? [])])],
        ]),
      ) as Record<PlaceLanguage, string[]>
      return {
        code,
        alpha3,
        region: REGION_NAMES[region] ?? region,
        names,
        ambiguous: ambiguous.get(code) ?? [],
        former: former.get(code) ?? [],
      }
    })
}

/** Every country and territory, by code. */
export const COUNTRIES: readonly Country[] = buildCountries()

const BY_CODE: ReadonlyMap<string, Country> = new Map(COUNTRIES.map((country) => [country.code, country]))

// Withdrawn codes that data of their time still hold (ISO 3166-3), and the two that everybody uses without being in it.
const OLD_CODES: Record<string, string> = {
  UK: 'GB',
  EL: 'GR',
  BU: 'MM',
  BUR: 'MM',
  ZR: 'CD',
  ZAR: 'CD',
  TP: 'TL',
  TMP: 'TL',
  YU: 'RS',
  YUG: 'RS',
  CS: 'RS',
  SCG: 'RS',
  SU: 'RU',
  SUN: 'RU',
  DD: 'DE',
  DDR: 'DE',
  AN: 'CW',
  ANT: 'CW',
  ROM: 'RO',
  XKK: 'XK',
  KOS: 'XK',
}

let byName: Map<string, string> | undefined

function nameIndex(): Map<string, string> {
  const index = new Map<string, string>()
  const put = (name: string, code: string) => {
    const key = foldKey(name)
    if (!index.has(key)) index.set(key, code)
  }
  for (const { code } of COUNTRIES) put(code, code)
  for (const { code, alpha3 } of COUNTRIES) put(alpha3, code)
  for (const [old, code] of Object.entries(OLD_CODES)) put(old, code)
  for (const language of PLACE_LANGUAGES)
    for (const { code, names } of COUNTRIES) for (const name of names[language]) put(name, code)
  for (const { code, former } of COUNTRIES) for (const name of former) put(name, code)
  return index
}

function foldKey(name: string): string {
  return foldName(name)
    .replace(/^the /, '')
    .replace(/\b(?:and|et) /g, '')
}

/** The country with this alpha-2 code, or undefined. */
export function countryOf(code: string): Country | undefined {
  return BY_CODE.get(code)
}

/**
 * The code of a country given by any of its names (usual, official, old, in any of the eight languages), by the name of
 * a state that has ended, or by its alpha-2 or alpha-3 code; case, diacritics, hyphens and a leading "the" do not matter.
 * Undefined when the name is not known. This is for a field that holds a country; running text is for `findCountries`.
 */
export function countryCode(name: string): string | undefined {
  byName ??= nameIndex()
  return byName.get(foldKey(name))
}

const labels = new Map<string, Intl.DisplayNames>()

/** The name of a country for readers of a locale (BCP 47), from the platform; the code itself when nothing is known. */
export function countryLabel(code: string, locale = 'en'): string {
  try {
    let names = labels.get(locale)
    if (names === undefined) {
      names = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'code' })
      labels.set(locale, names)
    }
    return names.of(code) ?? code
  } catch {
    return code
  }
}
