/** What does a request ask of an archive? A query with options, a window of hits, and facets to count. */

import { DatelinesError } from '../errors.js'
import { readQuery } from '../query/syntax/parse.js'
import type { Query, QueryTree, Searchable, SearchOptions, TextField } from '../types.js'
import { filterTrees, whereOf } from './filter-syntax.js'
import type { SearchParams, SearchRequest } from './search-protocol.js'

/** Hits a page where neither a request nor the defaults say. */
const HITS_PER_PAGE = 20

/** Hits that one search gives at the most. */
const MOST_HITS = 1000

/** Letters of a word with the space after it, for snippet lengths that are stated in words. */
const LETTERS_PER_WORD = 7

/** A request as it is understood. */
export interface RequestPlan {
  /** What was typed, and its words as a tree. */
  text: string
  tree: QueryTree
  query: Query
  /** Everything but the window, the snippets and the facets. */
  options: SearchOptions
  /** From 0. */
  page: number
  limit: number
  offset: number
  snippet: SearchOptions['snippet']
  /** Facets to count, of those that the archive has. */
  facets: string[]
}

/**
 * Understands a request.
 *
 * @throws DatelinesError `E_OPTION` for a filter that cannot be read
 */
export function planRequest(archive: Searchable, request: SearchRequest, defaults: SearchOptions): RequestPlan {
  const { params = {}, indexName = '' } = request
  const { limit: defaultLimit, offset: _offset, facets: _facets, snippet: defaultSnippet, ...rest } = defaults
  const options: SearchOptions = { ...rest, ...optionsOf(params), ...sortOf(indexName) }
  const page = windowNumber(params, 'page') ?? 0
  const length = windowNumber(params, 'length') ?? windowNumber(params, 'hitsPerPage')
  const limit = Math.min(MOST_HITS, length ?? defaultLimit ?? HITS_PER_PAGE)
  return {
    text: params.query ?? '',
    ...requestQuery(archive, params, options),
    page,
    limit,
    offset: windowNumber(params, 'offset') ?? page * limit,
    snippet: limit === 0 ? false : (snippetOf(params) ?? defaultSnippet),
    facets: countedFacets(archive, params),
  }
}

/** A number that says which hits are wanted. */
function windowNumber(params: SearchParams, name: 'page' | 'hitsPerPage' | 'offset' | 'length'): number | undefined {
  const value = params[name]
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value
  throw new DatelinesError('E_OPTION', `${name}: expected a whole number from 0, got ${JSON.stringify(value)}`, {
    where: name,
  })
}

/**
 * The query with the filters of the request. The text goes as it was typed, so that what it asks for in vain is told and not
 * refused; where the filters are more than `where` can say, text and filters become one tree.
 */
function requestQuery(
  archive: Searchable,
  params: SearchParams,
  options: SearchOptions,
): { tree: QueryTree; query: Query; options: SearchOptions } {
  const text = params.query ?? ''
  const read = readQuery(text, { facets: archive.info.facets, combineWith: options.combineWith ?? 'AND' })
  const filters = filterTrees(params)
  if (filters.length === 0) return { tree: read.tree, query: text, options }
  const where = whereOf(filters, options.where)
  if (where !== undefined) return { tree: read.tree, query: text, options: { ...options, where } }
  const typed = 'and' in read.tree ? read.tree.and : 'all' in read.tree ? [] : [read.tree]
  // Trees have no last word, so the one being typed says itself that it is the beginning of a word.
  const words = typed.map((part) =>
    options.prefix === 'last' && part === read.last?.leaf && 'term' in part
      ? { prefix: part.term, ...(part.field && { field: part.field }) }
      : part,
  )
  const conditions = filters.flatMap((filter) => ('and' in filter ? filter.and : [filter]))
  const all = [...words, ...conditions]
  return { tree: read.tree, query: all.length === 1 ? all[0]! : { and: all }, options }
}

const FIELDS: readonly TextField[] = ['title', 'body']

const PREFIXES: Readonly<Record<string, SearchOptions['prefix']>> = {
  prefixLast: 'last',
  prefixAll: true,
  prefixNone: false,
}

/** What a request says in the protocol's own words; what it leaves out is as the defaults have it. */
function optionsOf(params: SearchParams): SearchOptions {
  const { restrictSearchableAttributes, queryType, typoTolerance, removeWordsIfNoResults, distinct } = params
  const fields = FIELDS.filter((field) => restrictSearchableAttributes?.includes(field))
  const prefix = Object.hasOwn(PREFIXES, queryType ?? '') ? PREFIXES[queryType!] : undefined
  return {
    ...(fields.length > 0 && { fields }),
    ...(prefix !== undefined && { prefix }),
    ...(typoTolerance !== undefined && { fuzzy: String(typoTolerance) === 'false' ? false : 'auto' }),
    ...(removeWordsIfNoResults !== undefined && { relax: removeWordsIfNoResults !== 'none' }),
    ...(distinct !== undefined && { fold: Number(distinct) > 0 }),
  }
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

function snippetOf({ attributesToSnippet }: SearchParams): SearchOptions['snippet'] {
  const asked = attributesToSnippet?.find((name) => /^(body|\*):\d+$/.test(name))
  const words = Number(asked?.split(':')[1] ?? 0)
  return words > 0 ? { length: Math.min(10_000, words * LETTERS_PER_WORD) } : undefined
}
