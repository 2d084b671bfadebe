/** What do the parts of the page share? The archive, the texts, names and numbers, and the way to another state. */

import type { Archive } from '../query/archive.js'
import { makeLabels } from '../query/labels.js'
import { REGIONS } from './region-names.js'
import type { PageState } from './state.js'
import { INTERFACES, type Texts } from './texts.js'

/** Facets whose values are countries, in the order in which they are offered. */
export const COUNTRY_FACETS = ['country', 'mention', 'origins', 'destinations'] as const

/** What every part is given. */
export interface Context {
  archive: Archive
  texts: Texts
  state: PageState
  /** Goes to another state; where something other than the page changes, to its first page. */
  go(change: Partial<PageState>, how?: 'push' | 'replace'): void
  /** A number in the language of the interface. */
  number(value: number): string
  /** A value of a facet in the language of the interface. */
  label(facet: string, value: string | number | null): string
}

/**
 * How dates and numbers are written: as the reader's own kind of the language has it ("17 November 2010" for `en-GB`),
 * in the digits of the texts around them.
 */
const formatLocale = (locale: string): string =>
  `${navigator.languages.find((tag) => /^[a-z]{2}-[A-Z]{2}$/.test(tag) && tag.startsWith(`${locale}-`)) ?? locale}-u-nu-latn`

/** Formatters are made once for each language: each costs more than all that it writes on a page. */
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string): Intl.NumberFormat {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale)
  numberFormats.set(locale, format)
  return format
}

/** The context of a state; `archive` may be missing only until something is searched. */
export function makeContext(archive: Archive, state: PageState, go: Context['go']): Context {
  const texts = INTERFACES[state.locale]!
  const locale = formatLocale(state.locale)
  const unknown = { '': texts.undated }
  const none = { '': texts.none }
  const own = Object.fromEntries((archive?.info.facets ?? []).map((facet) => [facet, none]))
  const labels = makeLabels(locale, { ...own, year: unknown, month: unknown, date: unknown })
  return {
    archive,
    texts,
    state,
    go,
    number: (value) => numberFormat(locale).format(value),
    label(facet, value) {
      if (facet === 'region' && value !== null) return REGIONS[state.locale]?.[value] ?? String(value)
      const isPlace = value !== null && COUNTRY_FACETS.some((each) => each === facet)
      return labels.label(isPlace ? 'country' : facet, value)
    },
  }
}
