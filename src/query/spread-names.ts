/** What is asked for by a name that two countries have? Both: a search by "Congo" for one would hide the other. */

import { countriesCalled } from '../places/shared-names.js'
import { namesCountries } from './country-facets.js'

/** Values of a filter, with the codes of all countries in place of a name that they share. */
export function spreadNames<T>(facet: string, values: readonly T[]): (T | string)[] {
  if (!namesCountries(facet)) return [...values]
  return values.flatMap<T | string>((value) => countriesCalled(`${value}`) ?? [value])
}
