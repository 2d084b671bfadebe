/** Which countries may a person mean whose typed name belongs to two? Both: a search by "Congo" for one would hide the other. */

import { namesCountries } from './country-facets.js'

/** In the languages whose names of countries are known. */
const SHARED: readonly [name: RegExp, codes: readonly string[]][] = [
  [/^(the |le |el |il |o )?(congo|kongo|конго|الكونغو)$/iu, ['CD', 'CG']],
  [/^(korea|cor[ée]e|corea|coreia|корея|كوريا)$/iu, ['KP', 'KR']],
]

/** Values of a filter, with the codes of both countries in place of a name that two of them have. */
export function spreadNames<T>(facet: string, values: readonly T[]): (T | string)[] {
  if (!namesCountries(facet)) return [...values]
  return values.flatMap<T | string>((value) => SHARED.find(([name]) => name.test(`${value}`.trim()))?.[1] ?? [value])
}
