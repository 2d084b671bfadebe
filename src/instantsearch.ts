/** What may a page built with InstantSearch import? `datelines/instantsearch`. */

export { createSearchClient, type SearchClient } from './adapters/search-client.js'
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
  SnippetValue,
} from './adapters/search-protocol.js'
