/** What is a value of a facet called? Names of countries, languages and months in a reader's language. */

import { namesCountries } from './country-facets.js'
import { isTime } from './time-axis.js'

/** Names of facet values in one language. */
export interface Labels {
  /**
   * The label of a value; of `null`, the bucket of releases without one, it is English unless given. A value without a
   * name is its own label.
   */
  label(facet: string, value: string | number | null): string
  /** Labels of a facet's values that were made so far, by index; whoever makes another one puts it in. */
  labelsOf(facet: string, values: readonly string[]): (string | undefined)[]
  /**
   * The value that was meant by its code in any case, or by one of its names: in this language or in English, and for
   * countries any that `codeOf` knows.
   */
  match(facet: string, input: string, values: readonly string[]): string | undefined
}

/** What the platform knows the values of a facet as. */
const KINDS: ReadonlyMap<string, Intl.DisplayNamesType> = new Map([
  ['country', 'region'],
  ['mention', 'region'],
  ['region', 'region'],
  ['language', 'language'],
])

/** True for two letters that the platform knows as a country or territory. */
export const isRegionCode = (value: string): boolean =>
  /^[a-z]{2}$/i.test(value) &&
  value.toUpperCase() !== 'ZZ' &&
  displayName('region', value.toUpperCase(), 'en', 'long') !== value.toUpperCase()

/** True for two letters that are the code of no language. Of three letters the platform does not know all that there are. */
export const isNoLanguage = (value: string): boolean => {
  const [primary = ''] = value.toLowerCase().split('-')
  return /^[a-z]{2}$/.test(primary) && displayName('language', primary, 'en', 'long') === primary
}

/** A release known only to its year or month counts under null in a finer histogram, as do undated ones. */
const UNKNOWN: ReadonlyMap<string, string> = new Map([
  ['year', 'undated'],
  ['month', 'month unknown'],
  ['date', 'day unknown'],
])

/** Making a formatter costs more than a thousand uses of it, and a name more than a search for a rare word: both are kept. */
const formatters = new Map<string, Intl.DisplayNames>()
const knownNames = new Map<string, string>()
const MAX_KNOWN = 10_000
const MAX_LOCALES = 20

/** What the platform calls a value of a kind; the value itself where it has no name for it. */
function displayName(type: Intl.DisplayNamesType, value: string, language: string, style: 'long' | 'short'): string {
  const kind = `${type} ${language} ${style}`
  const key = `${kind} ${value}`
  let name = knownNames.get(key)
  if (name !== undefined) return name
  try {
    let formatter = formatters.get(kind)
    if (formatter === undefined) {
      if (formatters.size >= MAX_KNOWN / 100) formatters.clear()
      formatters.set(kind, (formatter = new Intl.DisplayNames([language, 'en'], { type, style })))
    }
    name = formatter.of(value) ?? value
  } catch {
    // The value is no code.
    name = value
  }
  if (knownNames.size >= MAX_KNOWN) knownNames.clear()
  knownNames.set(key, name)
  return name
}

/** Labels without names of the caller's own, by locale: they know the names that they were asked for. */
const plainLabels = new Map<string, Labels>()

/**
 * Makes labels.
 *
 * @param locale BCP 47 tag
 * @param given labels by facet and value, which go before those of the locale; that of the null bucket is under `''`
 * @param codeOf the code of a country by any of its names; without it those that the platform knows are all
 */
export function makeLabels(
  locale = 'en',
  given: Record<string, Record<string, string>> = {},
  codeOf?: (name: string) => string | undefined,
): Labels {
  if (codeOf !== undefined || Object.keys(given).length > 0) return labelsOf(locale, given, codeOf)
  let labels = plainLabels.get(locale)
  if (labels === undefined) {
    if (plainLabels.size >= MAX_LOCALES) plainLabels.clear()
    plainLabels.set(locale, (labels = labelsOf(locale, given, codeOf)))
  }
  return labels
}

function labelsOf(
  locale: string,
  given: Record<string, Record<string, string>>,
  codeOf: ((name: string) => string | undefined) | undefined,
): Labels {
  const names = new Map<string, Map<string, string>>()
  const dates = new Map<number, Intl.DateTimeFormat>()

  const nameOf = (facet: string, value: string, language: string, style: 'long' | 'short'): string => {
    const type = KINDS.get(facet)
    return type ? displayName(type, value, language, style) : value
  }

  const timeName = (time: string): string => {
    const { length } = time
    const day = Date.parse(time)
    if (length < 7 || Number.isNaN(day)) return time
    const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'long' }
    if (length > 7) options.day = 'numeric'
    if (!dates.has(length)) dates.set(length, new Intl.DateTimeFormat([locale, 'en'], options))
    return dates.get(length)!.format(day)
  }

  const label = (facet: string, value: string | number | null): string => {
    const text = `${value ?? ''}`
    const own = Object.hasOwn(given, facet) ? given[facet]! : {}
    if (Object.hasOwn(own, text)) return own[text]!
    if (value === null) return UNKNOWN.get(facet) ?? 'none'
    if (isTime(facet)) return timeName(text)
    if (!KINDS.has(facet)) return text
    let known = names.get(facet)
    if (known === undefined) names.set(facet, (known = new Map()))
    let name = known.get(text)
    if (name === undefined) {
      if (known.size >= MAX_KNOWN) known.clear()
      known.set(text, (name = nameOf(facet, text, locale, 'long')))
    }
    return name
  }

  const lists = new Map<string, WeakMap<readonly string[], (string | undefined)[]>>()
  const labelsFor = (facet: string, values: readonly string[]): (string | undefined)[] => {
    let byValues = lists.get(facet)
    if (byValues === undefined) lists.set(facet, (byValues = new WeakMap()))
    let list = byValues.get(values)
    if (list === undefined) byValues.set(values, (list = new Array<string | undefined>(values.length)))
    return list
  }

  const namesOf = (facet: string, value: string): string[] => [
    label(facet, value),
    ...[locale, 'en'].flatMap((language) => [
      nameOf(facet, value, language, 'long'),
      nameOf(facet, value, language, 'short'),
    ]),
  ]

  // A filter may have thousands of values, so what they may be called is looked up.
  const indexes = new Map<string, WeakMap<readonly string[], ReadonlyMap<string, string>>>()
  const indexFor = (facet: string, values: readonly string[]): ReadonlyMap<string, string> => {
    let byValues = indexes.get(facet)
    if (byValues === undefined) indexes.set(facet, (byValues = new WeakMap()))
    let index = byValues.get(values)
    if (index === undefined) byValues.set(values, (index = nameIndex(values, (value) => namesOf(facet, value))))
    return index
  }

  return {
    label,
    labelsOf: labelsFor,
    match: (facet, input, values) => {
      if (values.includes(input)) return input
      const folded = foldName(input)
      const found = folded === '' ? undefined : indexFor(facet, values).get(folded)
      if (found !== undefined || !namesCountries(facet)) return found
      const code = codeOf?.(input)
      return values.find((value) => value === code)
    },
  }
}

const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * Values by what they are written or called, but for case, accents, spaces and punctuation. The values themselves go
 * before their names, and earlier ones before later ones.
 */
function nameIndex(
  values: readonly string[],
  namesOf: (value: string) => readonly string[],
): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  const put = (name: string, value: string): void => {
    const folded = foldName(name)
    if (!index.has(folded)) index.set(folded, value)
  }
  for (const value of values) put(value, value)
  for (const value of values) for (const name of namesOf(value)) put(name, value)
  return index
}
