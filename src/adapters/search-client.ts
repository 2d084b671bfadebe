/**
 * How do InstantSearch widgets search an archive? A search client for `instantsearch.js`, `react-instantsearch` and
 * `vue-instantsearch`, over anything that is {@link Searchable}.
 */

import { checkSearchOptions } from '../query/options.js'
import { refuse } from '../query/refusal.js'
import type { Searchable, SearchOptions } from '../types.js'
import { searchAll } from './batch.js'
import { facetValues } from './facet-values.js'
import { planRequest } from './request-plan.js'
import type { FacetValues, FacetValuesRequest, SearchRequest, SearchResult } from './search-protocol.js'
import { searchResult } from './search-result.js'

/** What InstantSearch is given as `searchClient`. */
export interface SearchClient {
  /**
   * One answer for each request, in their order. The libraries have each their own types for answers, with that of hits
   * as a parameter: `R` is whatever is expected.
   */
  search<R = { results: (SearchResult | FacetValues)[] }>(requests: readonly SearchRequest[]): Promise<R>
  /** Values of a facet by their beginning, or that of a word in them or in their labels. */
  searchForFacetValues(requests: readonly SearchRequest[]): Promise<FacetValues[]>
  /** The same for one facet. */
  searchForFacetValues<R = FacetValues>(request: FacetValuesRequest): Promise<R>
  /** The next request looks for a newer archive first. Widgets call it in their `refresh`. */
  clearCache(): SearchClient
}

/**
 * Makes a search client.
 *
 * An index name that ends in `_newest` or `_oldest` sorts so. Filters and counts are those of the protocol: a request's
 * counts obey all of its filters. `results.userData[0]` has the labels of facet values, what was widened, and corrections.
 *
 * @param searchable an archive, a live index, an overlay, or a promise of one
 * @param defaults search options for every request, e.g. `{ prefix: 'last', fuzzy: 'auto', locale: 'fr' }`; a `where`
 *   holds beside the filters of the request
 * @returns a client whose answers reject with `DatelinesError` `E_OPTION` for a filter that cannot be read
 * @throws DatelinesError `E_OPTION` for defaults that no search has, and for something that cannot be searched
 */
export function createSearchClient(
  searchable: Searchable | Promise<Searchable>,
  defaults: SearchOptions = {},
): SearchClient {
  checkSearchOptions(defaults)
  if (!isSearchable(searchable) && !isThenable(searchable))
    refuse('searchable', 'an archive, a live index, an overlay, or a promise of one', searchable)
  const opened = Promise.resolve(searchable)
  // An archive that cannot be opened fails the first search, and is not an unhandled failure before it.
  opened.catch(() => {})

  let isStale = false
  const current = async (): Promise<Searchable> => {
    const archive = await opened
    if (!isSearchable(archive)) refuse('searchable', 'a promise of an archive, a live index or an overlay', archive)
    if (isStale) {
      isStale = false
      await archive.refresh?.()
    }
    return archive
  }

  const valuesOf = async (
    requests: readonly SearchRequest[] | FacetValuesRequest,
  ): Promise<FacetValues[] | FacetValues> => {
    const archive = await current()
    if ('facetName' in requests) {
      const { facetName, searchForFacetValuesRequest: asked } = requests
      const { params, ...typed } = asked ?? {}
      const query = { query: new URLSearchParams(params).get('query') ?? '' }
      return facetValues(archive, { params: { ...query, ...typed, facetName } }, defaults)
    }
    return Promise.all(requests.map((request) => facetValues(archive, request, defaults)))
  }

  const client: SearchClient = {
    async search<R>(requests: readonly SearchRequest[]) {
      const archive = await current()
      const searches = requests.filter(({ type }) => type !== 'facet')
      const plans = searches.map((request) => planRequest(archive, request, defaults))
      const pages = await searchAll(archive, plans)
      const results = requests.map((request) => {
        const at = searches.indexOf(request)
        return at < 0 ? facetValues(archive, request, defaults) : searchResult(archive, request, plans[at]!, pages[at]!)
      })
      return { results: await Promise.all(results) } as R
    },
    searchForFacetValues: valuesOf as SearchClient['searchForFacetValues'],
    clearCache() {
      isStale = true
      return client
    },
  }
  return client
}

const hasMethod = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[name] === 'function'

const isSearchable = (value: unknown): value is Searchable => hasMethod(value, 'search')
const isThenable = (value: unknown): boolean => hasMethod(value, 'then')
