/**
 * How do InstantSearch widgets search an archive? A search client for `instantsearch.js`, `react-instantsearch` and
 * `vue-instantsearch`, over anything that is {@link Searchable}.
 */

import { readQuery } from '../query/syntax/parse.js'
import type { FacetCount, FacetRequest, Query, QueryTree, Searchable, SearchOptions, SearchPage } from '../types.js'
import { filterTrees } from './filter-syntax.js'
import { markedValue, queryWords, type Tags } from './match-levels.js'
import type {
  FacetStats,
  FacetValues,
  FacetValuesRequest,
  SearchHit,
  SearchParams,
  SearchRequest,
  SearchResult,
} from './search-protocol.js'

export type {
  FacetStats,
  FacetValues,
  FacetValuesRequest,
  FilterList,
  MarkedValue,
  MatchLevel,
  SearchHit,
  SearchParams,
  SearchRequest,
  SearchResult,
} from './search-protocol.js'

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
}

/** Hits a page where neither a request nor the defaults say. */
const HITS_PER_PAGE = 20

/** Hits that one search gives at the most. */
const MOST_HITS = 1000

const VALUES_PER_FACET = 100

const FACET_HITS = 10

/** Letters of a word with the space after it, for snippet lengths that are stated in words. */
const LETTERS_PER_WORD = 7

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
 */
export function createSearchClient(
  searchable: Searchable | Promise<Searchable>,
  defaults: SearchOptions = {},
): SearchClient {
  const answer = async (request: SearchRequest): Promise<SearchResult | FacetValues> => {
    const archive = await searchable
    return request.type === 'facet' ? facetValues(archive, request, defaults) : searchResult(archive, request, defaults)
  }
  const valuesOf = async (
    requests: readonly SearchRequest[] | FacetValuesRequest,
  ): Promise<FacetValues[] | FacetValues> => {
    const archive = await searchable
    if ('facetName' in requests) {
      const { facetName, searchForFacetValuesRequest: asked } = requests
      const { params, ...typed } = asked ?? {}
      const query = { query: new URLSearchParams(params).get('query') ?? '' }
      return facetValues(archive, { params: { ...query, ...typed, facetName } }, defaults)
    }
    return Promise.all(requests.map((request) => facetValues(archive, request, defaults)))
  }
  return {
    async search<R>(requests: readonly SearchRequest[]) {
      // Requests of one batch that differ in nothing, as several widgets of one index send them, are answered once.
      const answers = new Map<string, Promise<SearchResult | FacetValues>>()
      const results = requests.map((request) => {
        const key = JSON.stringify(request)
        const known = answers.get(key) ?? answer(request)
        answers.set(key, known)
        return known
      })
      return { results: await Promise.all(results) } as R
    },
    searchForFacetValues: valuesOf as SearchClient['searchForFacetValues'],
  }
}

async function searchResult(
  archive: Searchable,
  request: SearchRequest,
  defaults: SearchOptions,
): Promise<SearchResult> {
  const { params = {}, indexName = '' } = request
  const text = params.query ?? ''
  const wanted = params.length ?? params.hitsPerPage ?? defaults.limit ?? HITS_PER_PAGE
  const hitsPerPage = Math.min(MOST_HITS, wanted)
  const pageNumber = params.page ?? 0
  const { tree, query } = requestQuery(archive, params, defaults)
  const names = countedFacets(archive, params)
  const page = await archive.search(query, {
    ...defaults,
    ...sortOf(indexName),
    limit: hitsPerPage,
    offset: params.offset ?? pageNumber * hitsPerPage,
    facets: Object.fromEntries(names.map((name): [string, FacetRequest] => [name, { own: 'obey' }])),
    ...snippetOf(params, hitsPerPage),
  })
  const nbHits = page.groups ?? page.total
  const most = params.maxValuesPerFacet ?? VALUES_PER_FACET
  const counts = names.map((name) => [name, shownCounts(page.facets[name] ?? [], most)] as const)
  const isExact = !page.applied.cut
  return {
    hits: hitsOf(page, queryWords(tree), tagsOf(params)),
    nbHits,
    page: pageNumber,
    nbPages: hitsPerPage === 0 ? 0 : Math.ceil(nbHits / hitsPerPage),
    hitsPerPage,
    ...(params.offset !== undefined && { offset: params.offset, length: hitsPerPage }),
    query: text,
    params: '',
    index: indexName,
    processingTimeMS: Math.round(page.ms),
    exhaustiveNbHits: isExact,
    exhaustiveFacetsCount: isExact,
    exhaustive: { nbHits: isExact, facetsCount: isExact },
    facets: Object.fromEntries(
      counts.map(([name, rows]) => [name, Object.fromEntries(rows.map(({ value, count }) => [String(value), count]))]),
    ),
    facets_stats: Object.fromEntries(
      names.flatMap((name) => {
        const stats = statsOf(page.facets[name] ?? [])
        return stats === undefined ? [] : [[name, stats]]
      }),
    ),
    userData: [
      {
        labels: Object.fromEntries(
          counts.map(([name, rows]) => [name, Object.fromEntries(rows.map(({ value, label }) => [value, label]))]),
        ),
        applied: page.applied,
        corrections: page.corrections,
      },
    ],
  }
}

/** The query with the filters of the request; without filters the text goes as it is. */
function requestQuery(
  archive: Searchable,
  params: SearchParams,
  defaults: SearchOptions,
): { tree: QueryTree; query: Query } {
  const text = params.query ?? ''
  const read = readQuery(text, { facets: archive.info.facets, combineWith: defaults.combineWith ?? 'AND' })
  const filters = filterTrees(params)
  if (filters.length === 0) return { tree: read.tree, query: text }
  const typed = 'and' in read.tree ? read.tree.and : 'all' in read.tree ? [] : [read.tree]
  // Trees have no last word, so the one being typed says itself that it is the beginning of a word.
  const words = typed.map((part) =>
    defaults.prefix === 'last' && part === read.last?.leaf && 'term' in part
      ? { prefix: part.term, ...(part.field && { field: part.field }) }
      : part,
  )
  const conditions = filters.flatMap((filter) => ('and' in filter ? filter.and : [filter]))
  const all = [...words, ...conditions]
  return { tree: read.tree, query: all.length === 1 ? all[0]! : { and: all } }
}

function sortOf(indexName: string): Pick<SearchOptions, 'sort'> {
  const name = /_(relevance|newest|oldest)$/.exec(indexName)?.[1]
  return name === undefined ? {} : { sort: name as NonNullable<SearchOptions['sort']> }
}

/** Facets that the request counts and the archive has; widgets may ask for others. */
function countedFacets(archive: Searchable, { facets = [] }: SearchParams): string[] {
  const names = typeof facets === 'string' ? [facets] : facets
  const known = archive.info.facets
  return names.includes('*') ? [...known] : [...new Set(names)].filter((name) => known.includes(name))
}

function snippetOf(params: SearchParams, hitsPerPage: number): Pick<SearchOptions, 'snippet'> {
  if (hitsPerPage === 0) return { snippet: false }
  const asked = params.attributesToSnippet?.find((name) => /^(body|\*):\d+$/.test(name))
  const words = Number(asked?.split(':')[1] ?? 0)
  return words > 0 ? { snippet: { length: Math.min(10_000, words * LETTERS_PER_WORD) } } : {}
}

const tagsOf = (params: SearchParams): Tags => ({
  open: params.highlightPreTag ?? '<em>',
  close: params.highlightPostTag ?? '</em>',
})

function hitsOf(page: SearchPage, words: readonly string[], tags: Tags): SearchHit[] {
  return page.hits.map((hit) => {
    const title = markedValue(hit.titleSnippet ?? { text: hit.title, marks: [] }, words, tags)
    const body = markedValue(hit.snippet ?? { text: '', marks: [] }, words, tags)
    return {
      ...hit.facets,
      country: hit.countries,
      mention: hit.mentions,
      ...hit,
      objectID: hit.id,
      _highlightResult: { title, body },
      _snippetResult: {
        title: { value: title.value, matchLevel: title.matchLevel },
        body: { value: body.value, matchLevel: body.matchLevel },
      },
    }
  })
}

/** The values with most releases; the protocol has no bucket for releases without a value. */
function shownCounts(counts: readonly FacetCount[], most: number): FacetCount[] {
  return counts
    .filter(({ value, count }) => value !== null && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
}

/** Over all values, whatever the number of those that are listed; a value counts as often as releases have it. */
function statsOf(counts: readonly FacetCount[]): FacetStats | undefined {
  const numbers = counts.filter(({ value, count }) => typeof value === 'number' && count > 0)
  if (numbers.length === 0) return undefined
  const values = numbers.map(({ value }) => Number(value))
  const releases = numbers.reduce((sum, { count }) => sum + count, 0)
  const sum = numbers.reduce((total, { value, count }) => total + Number(value) * count, 0)
  return { min: Math.min(...values), max: Math.max(...values), avg: sum / releases, sum }
}

const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

async function facetValues(archive: Searchable, request: SearchRequest, defaults: SearchOptions): Promise<FacetValues> {
  const { params = {} } = request
  const facet = request.facet ?? params.facetName ?? ''
  const { query } = requestQuery(archive, params, defaults)
  const { facets, applied, ms } = await archive.search(query, {
    ...defaults,
    limit: 0,
    offset: 0,
    snippet: false,
    facets: { [facet]: { own: 'obey' } },
  })
  const typed = foldText(params.facetQuery ?? '').trim()
  const { open, close } = tagsOf(params)
  const facetHits = shownCounts(facets[facet] ?? [], Number.MAX_SAFE_INTEGER).flatMap(({ value, label, count }) => {
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
