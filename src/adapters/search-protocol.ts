/** What do InstantSearch widgets send, and what do they expect back? The shapes of their search protocol. */

import type { Hit } from '../types.js'

/** `'a:b'`, or a list that must all hold, whose inner lists are alternatives, and so on in turns. */
export type FilterList = string | readonly FilterList[]

/** What one request may ask for; further parameters of the protocol are passed over. */
export interface SearchParams {
  query?: string
  /** From 0. */
  page?: number
  hitsPerPage?: number
  /** Instead of `page`: hits to skip, and how many to show. */
  offset?: number
  length?: number
  /** Names of facets to count, or `'*'` for all. */
  facets?: string | readonly string[]
  /** Values listed for each facet. Default 100. */
  maxValuesPerFacet?: number
  facetFilters?: FilterList
  numericFilters?: FilterList
  /** `country:MO AND (year >= 2010 OR NOT topic:shelter)` */
  filters?: string
  highlightPreTag?: string
  highlightPostTag?: string
  /** `body:30` asks for about thirty words. */
  attributesToSnippet?: readonly string[]
  facetName?: string
  facetQuery?: string
  maxFacetHits?: number
  /** Values of facets by their counts (default) or by their names. */
  sortFacetValuesBy?: string
  /** Fields in which words are looked for. */
  restrictSearchableAttributes?: readonly string[]
  /** `prefixLast`, `prefixAll` or `prefixNone`: the option `prefix`. */
  queryType?: string
  /** False: words as they are typed; any other: those unknown to the archive may have typos. */
  typoTolerance?: boolean | string
  /** `none`, or any other for the option `relax`. */
  removeWordsIfNoResults?: string
  /** Near-duplicates once: the option `fold`. */
  distinct?: boolean | number
}

/** One request: a search, or with `type: 'facet'` a search among the values of a facet. */
export interface SearchRequest {
  indexName?: string
  type?: string
  facet?: string
  params?: SearchParams
}

/** One search among the values of a facet, as clients of their own have it. */
export interface FacetValuesRequest {
  indexName?: string
  facetName: string
  /** `params` is a query string, of which `query` counts. */
  searchForFacetValuesRequest?: { params?: string; facetQuery?: string; maxFacetHits?: number }
}

/** How much of the query a text holds. */
export type MatchLevel = 'none' | 'partial' | 'full'

/** A text with the words of the query between tags. Nothing in it is escaped: that is the widgets' part. */
export interface MarkedValue {
  value: string
  matchLevel: MatchLevel
  /** The words of the query that were met, as they were typed, in lower case. */
  matchedWords: string[]
  /** Whether everything in the text is marked; only with a match. */
  fullyHighlighted?: boolean
}

/** A hit, with the facets of the user's own beside the fields of {@link Hit}. */
export type SearchHit = Hit & {
  objectID: string
  /** Title and body; and the values of facets, in lists as they are, so that widgets can show them by their names. */
  _highlightResult: { title: MarkedValue; body: MarkedValue } & Record<string, MarkedValue | MarkedValue[]>
  _snippetResult: { title: SnippetValue; body: SnippetValue }
} & Record<string, unknown>

/** A part of a text, marked. */
export type SnippetValue = Pick<MarkedValue, 'value' | 'matchLevel'>

/** The numbers of a facet whose values are numbers: here that of years. */
export interface FacetStats {
  min: number
  max: number
  avg: number
  sum: number
}

/** The answer to one search. Counts are exact. */
export interface SearchResult {
  hits: SearchHit[]
  nbHits: number
  page: number
  nbPages: number
  hitsPerPage: number
  /** With `offset` and `length` only. */
  offset?: number
  length?: number
  query: string
  params: string
  index: string
  processingTimeMS: number
  exhaustiveNbHits: boolean
  exhaustiveFacetsCount: boolean
  exhaustive: { nbHits: boolean; facetsCount: boolean }
  facets: Record<string, Record<string, number>>
  facets_stats: Record<string, FacetStats>
  /** Where all facets were asked for: their order, as `dynamicWidgets` shows them. */
  renderingContent?: { facetOrdering: { facets: { order: string[] } } }
  /** Labels of the values counted, what was widened, and spellings that would have found something. */
  userData: Record<string, unknown>[]
}

/** The answer to one search among the values of a facet. */
export interface FacetValues {
  facetHits: { value: string; highlighted: string; count: number }[]
  exhaustiveFacetsCount: boolean
  processingTimeMS: number
}
