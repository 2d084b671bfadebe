/** Which facets have codes of countries as values? */

const COUNTRY_FACETS: ReadonlySet<string> = new Set(['country', 'mention', 'origins', 'destinations'])

/** True for facets whose values are codes of countries. */
export const namesCountries = (facet: string): boolean => COUNTRY_FACETS.has(facet)
