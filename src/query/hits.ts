/** What is shown of a match? The stored release, with marked snippets. */

import type { DatePrecision, Hit, Release } from '../types.js'
import type { Marking } from './marks.js'
import { makeSnippet } from './snippet.js'

/** How precisely an ISO date is known. */
export function datePrecision(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** The stored facets of the user's own, each as a list. */
function ownFacets(release: Release): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(release.facets ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : [...value],
    ]),
  )
}

/** The hit for a release; without a marker there are no snippets. */
export function makeHit(release: Release, score: number, origin: Hit['origin'], snippet: Marking | null): Hit {
  const { id, title, url, date, dateSource, language } = release
  const hit: Hit = {
    id,
    title,
    countries: [...(release.countries ?? [])],
    mentions: [...(release.mentions ?? [])],
    facets: ownFacets(release),
    score,
    terms: [],
    origin,
  }
  if (url !== undefined) hit.url = url
  if (date !== undefined) {
    hit.date = date
    hit.datePrecision = datePrecision(date)
    hit.year = Number(date.slice(0, 4))
  }
  if (dateSource !== undefined) hit.dateSource = dateSource
  if (language !== undefined) hit.language = language
  if (snippet !== null) {
    const { analyser, marker, length } = snippet
    const terms = new Set<string>()
    const titleMarks = marker.mark(analyser, title, language, 'title', terms)
    const bodyMarks = marker.mark(analyser, release.body, language, 'body', terms)
    hit.titleSnippet = makeSnippet(title, titleMarks, { length: title.length })
    hit.snippet = makeSnippet(release.body, bodyMarks, { length })
    hit.terms = [...terms]
  }
  return hit
}
