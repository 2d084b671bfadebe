/** Which countries does a release name and concern, and which way do people move? Stated values first, then what the text says. */

import type { Release } from '../../types.js'
import { findCorridors } from './corridors.js'
import { type CountryEvidence, findCountries, readCountries, regionsOf } from './countries.js'

/**
 * Sets `countries` and `mentions` where they are not stated, and the facets `region` (of the countries), `origins` and
 * `destinations` where the release has none of that name. `statedRegion` is what trailing metadata says.
 */
export function settlePlaces(release: Release, statedRegion: string | undefined, how: Record<string, string>): void {
  const evidence: CountryEvidence = {
    title: release.title,
    body: release.body,
    ...(release.language === undefined ? {} : { language: release.language }),
    ...(statedRegion === undefined ? {} : { statedRegion }),
  }
  const reading = readCountries(evidence)
  const found = findCountries(evidence, reading)
  if (release.countries === undefined && found.countries.length > 0) {
    release.countries = found.countries
    how.countries = statedRegion === undefined ? 'text' : `metadata "${statedRegion}" and text`
  }
  if (release.mentions === undefined && found.mentions.length > 0) {
    release.mentions = found.mentions
    how.mentions = 'text'
  }
  const { origins, destinations } = findCorridors(evidence, reading)
  const facets: Record<string, string | string[]> = {
    region: regionsOf(release.countries ?? []),
    origins,
    destinations,
    ...release.facets,
  }
  const filled = Object.entries(facets).filter(([, values]) => values.length > 0)
  if (filled.length > 0) release.facets = Object.fromEntries(filled)
}
