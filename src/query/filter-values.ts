/** What do the values of a search's filters mean? Their labels, with every name of a country where one is needed. Loaded on demand. */

import type { FacetColumn } from '../format/facets.js'
import { namesCountries } from './country-facets.js'
import type { FilterClause } from './filter-clause.js'
import { reversedRange } from './filter-clause.js'
import { isNoLanguage, isRegionCode, type Labels, makeLabels } from './labels.js'
import { LANGUAGE_FACET } from './language-range.js'
import { countryNames } from './modules.js'
import { refuseOption } from './refusal.js'

/** A value of a filter that is none of its facet. */
export interface UnknownValue {
  facet: string
  value: string
}

/**
 * What values are called, and which of those asked for are no country or language, or a range that nothing can be in.
 *
 * @param columns of each segment, by facet
 */
export async function readFilterValues(
  columns: readonly ReadonlyMap<string, FacetColumn | null>[],
  clauses: readonly FilterClause[],
  locale: string,
  given: Record<string, Record<string, string>>,
): Promise<{ labels: Labels; unknown: UnknownValue[] }> {
  const labels = makeLabels(locale, given)
  const reversed = clauses.flatMap((clause): UnknownValue[] => {
    const value = reversedRange(clause)
    return value === undefined ? [] : [{ facet: clause.facet, value }]
  })
  const isHeld = (facet: string, value: string): boolean =>
    columns.some((each) => labels.match(facet, value, each.get(facet)?.values ?? []) !== undefined)
  const asked = clauses.flatMap(({ facet, values }) => values.map((value) => ({ facet, value })))
  const languages = asked.filter(
    ({ facet, value }) => facet === LANGUAGE_FACET && isNoLanguage(value) && !isHeld(facet, value),
  )
  const names = asked.filter(
    ({ facet, value }) => namesCountries(facet) && !isHeld(facet, value) && !isRegionCode(value),
  )
  if (names.length === 0) return { labels, unknown: [...reversed, ...languages] }
  // Every name of a country is known only where one was asked for that the platform cannot tell.
  const { countryCode } = await countryNames()
  return {
    labels: makeLabels(locale, given, countryCode),
    unknown: [...reversed, ...languages, ...names.filter(({ value }) => countryCode(value) === undefined)],
  }
}

/** Refuses a clause that asks for a country or language that does not exist: nothing would be found, and nobody would know why. */
export function refuseUnknown(clauses: readonly FilterClause[], unknown: readonly UnknownValue[]): void {
  for (const { facet, values } of clauses) {
    const wrong = unknown.find((each) => each.facet === facet && values.includes(each.value))
    if (wrong === undefined) continue
    const name = JSON.stringify(wrong.value.slice(0, 60))
    refuseOption(
      `where.${facet}`,
      facet === LANGUAGE_FACET
        ? `no language has the code ${name}; give one such as fr or pt-BR`
        : `no country is called ${name}; give a code such as MO, or any usual name`,
    )
  }
}
