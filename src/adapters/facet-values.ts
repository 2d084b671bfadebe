/** Which values of a facet begin as somebody typed? By the beginning of a word in a value or in its label. */

import type { Searchable, SearchOptions } from '../types.js'
import { planRequest } from './request-plan.js'
import type { FacetValues, SearchRequest } from './search-protocol.js'
import { shownCounts, tagsOf } from './search-result.js'

/** Values that are listed where a request does not say. */
const FACET_HITS = 10

/**
 * Finds values of a facet among the releases that a request finds.
 *
 * @throws DatelinesError `E_OPTION` for a facet that the archive has not, and for a filter that cannot be read
 */
export async function facetValues(
  archive: Searchable,
  request: SearchRequest,
  defaults: SearchOptions,
): Promise<FacetValues> {
  const { params = {} } = request
  const facet = request.facet ?? params.facetName ?? ''
  const { query, options } = planRequest(archive, request, defaults)
  const { facets, applied, ms } = await archive.search(query, {
    ...options,
    limit: 0,
    snippet: false,
    facets: { [facet]: { own: 'obey' } },
  })
  const typed = foldText(params.facetQuery ?? '').trim()
  const { open, close } = tagsOf(params)
  const all = shownCounts(facets[facet] ?? [], { ...params, maxValuesPerFacet: Number.MAX_SAFE_INTEGER })
  const facetHits = all.flatMap(({ value, label, count }) => {
    const text = String(value)
    const place = placeOf(label, typed)
    if (place < 0 && placeOf(text, typed) < 0) return []
    const end = place + typed.length
    const highlighted =
      place < 0 || typed === ''
        ? label
        : label.slice(0, place) + open + label.slice(place, end) + close + label.slice(end)
    return [{ value: text, highlighted, count }]
  })
  return {
    facetHits: facetHits.slice(0, params.maxFacetHits ?? FACET_HITS),
    exhaustiveFacetsCount: !applied.cut,
    processingTimeMS: Math.round(ms),
  }
}

const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Where in a text a word begins as was typed; -1 where none does. Folding leaves lengths alone in all but rare letters. */
function placeOf(text: string, typed: string): number {
  const composed = text.normalize('NFC')
  const folded = [...composed].map((letter) => foldText(letter).slice(0, letter.length)).join('')
  for (let at = folded.indexOf(typed); at >= 0; at = folded.indexOf(typed, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]!)) return at
    if (typed === '') return -1
  }
  return -1
}
