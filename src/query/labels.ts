/** What is a value of a facet called? Names of countries, languages and months in a reader's language. */

import { isTime, matchFacetValue, timeValue } from './filters.js'

/** Names of facet values in one language. */
export interface Labels {
  /**
   * The label of a value; of `null`, the bucket of releases without one, it is English unless given. A value without a
   * name is its own label.
   */
  label(facet: string, value: string | number | null): string
  /** The value that was meant by its code in any case, or by one of its names in this language or in English. */
  match(facet: string, input: string, values: readonly string[]): string | undefined
}

/** What the platform calls the values of a facet. Regions may be facets of the user's own. */
const KINDS: ReadonlyMap<string, Intl.DisplayNamesType> = new Map([
  ['country', 'region'],
  ['mention', 'region'],
  ['region', 'region'],
  ['language', 'language'],
])

/** A release known only to its year or month counts under null in a finer histogram, as do undated ones. */
const UNKNOWN: ReadonlyMap<string, string> = new Map([
  ['year', 'undated'],
  ['month', 'month unknown'],
  ['date', 'day unknown'],
])

/**
 * Makes labels.
 *
 * @param locale BCP 47 tag
 * @param given labels by facet and value, which go before those of the locale; that of the null bucket is under `''`
 */
export function makeLabels(locale = 'en', given: Record<string, Record<string, string>> = {}): Labels {
  const platform = new Map<string, (value: string) => string>()

  /** A formatter, made when first needed: making one costs more than a thousand uses. */
  const namer = (
    kind: string,
    language: string,
    make: () => (value: string) => string,
  ): ((value: string) => string) => {
    const key = `${kind} ${language}`
    let name = platform.get(key)
    if (!name) platform.set(key, (name = make()))
    return name
  }

  const displayName = (
    type: Intl.DisplayNamesType,
    style: Intl.RelativeTimeFormatStyle,
    language: string,
    value: string,
  ) => {
    try {
      return namer(type + style, language, () => {
        const names = new Intl.DisplayNames([language, 'en'], { type, style })
        return (code) => names.of(code) ?? code
      })(value)
    } catch {
      // The value is no code, or the platform does not know the locale.
      return value
    }
  }

  const timeName = (time: string): string => {
    if (time.length < 7) return time
    const day = time.length > 7
    return namer(day ? 'day' : 'month', locale, () => {
      const format = new Intl.DateTimeFormat([locale, 'en'], {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'long',
        ...(day && { day: 'numeric' }),
      })
      return (text) => format.format(new Date(text))
    })(time)
  }

  const label = (facet: string, value: string | number | null): string => {
    const text = value === null ? '' : String(value)
    const own = Object.hasOwn(given, facet) ? given[facet]! : {}
    if (Object.hasOwn(own, text)) return own[text]!
    if (value === null) return UNKNOWN.get(facet) ?? 'none'
    const kind = KINDS.get(facet)
    if (kind) return displayName(kind, 'long', locale, text)
    return isTime(facet) && timeValue(text) ? timeName(text) : text
  }

  return {
    label,
    match: (facet, input, values) =>
      matchFacetValue(input, values, (value) => {
        const kind = KINDS.get(facet)
        return [
          label(facet, value),
          ...(kind
            ? [locale, 'en'].flatMap((language) => [
                displayName(kind, 'long', language, value),
                displayName(kind, 'short', language, value),
              ])
            : []),
        ]
      }),
  }
}
