/**
 * How does a search travel in an address? `?q=casino&country=MO,CN&year=2009..2011&sort=newest&page=2` and back.
 *
 *     q                    the query
 *     country year month date mention language (or lang)
 *                          filters; of other facets `where.NAME`. Values as in queries (see syntax/values.ts), but spaces
 *                          need no quotation marks; a parameter that is repeated holds alternatives
 *     all.NAME none.NAME   values that must all be there, or none of them
 *     page                 from 1, or `offset` where that is no whole number of pages
 *     fields facets        names with commas between; `facets` may be JSON, as in the option
 *     boost.title boost.body
 *     snippet              its length, or false
 *     queryLanguage        the option `language`
 *     limit sort combineWith relax prefix fuzzy fold concepts locale
 *                          as the options of that name
 *
 * Parameters without a value, as forms send them, and unknown ones are passed over. `labels` and `signal` belong to a
 * page and not to a search: they do not travel.
 */

import type { Filter, FilterRange, FilterSet, Query, SearchOptions, Where } from '../types.js'
import { missingTime } from './filters.js'
import { checkSearchOptions } from './options.js'
import { refuse, refuseOption } from './refusal.js'
import { plainSyntax } from './syntax/characters.js'
import { facetNamed } from './syntax/lex.js'
import { formatQuery } from './syntax/print.js'
import { MAX_QUERY_LENGTH } from './syntax/tree.js'
import { printFilter, readItems } from './syntax/values.js'
import { CORE_FACETS, isTime } from './time-axis.js'

/** Options that travel as text, numbers, true or false under their own name. */
const PLAIN = ['limit', 'sort', 'combineWith', 'relax', 'prefix', 'fuzzy', 'fold', 'concepts', 'locale'] as const

/** Parameters that are no filters. */
const NAMES: readonly string[] = [
  ...PLAIN,
  ...['q', 'page', 'offset', 'fields', 'facets', 'boost.title', 'boost.body', 'snippet', 'queryLanguage'],
]

/** Whether a parameter of this name says something about a search. */
export const isSearchParam = (name: string): boolean =>
  NAMES.includes(name) || /^(where|all|none)\../s.test(name) || facetNamed(CORE_FACETS, name) !== undefined

const scalar = (text: string): unknown =>
  text === 'true' || (text === 'false' ? false : /^\d{1,15}(\.\d{1,15})?$/.test(text) ? +text : text)

const listOf = (text: string): string[] => text.split(',').map((name) => name.trim())

/** A filter in its widest form. */
type AnyFilter = FilterRange & FilterSet

const asSet = (filter: Filter): AnyFilter =>
  Array.isArray(filter) ? { any: filter } : typeof filter === 'object' && filter ? filter : { any: [filter] }

/** Reads the filter of one parameter. */
function readFilter(facet: string, text: string, name: string): AnyFilter {
  const items = text.length < MAX_QUERY_LENGTH ? readItems(facet, plainSyntax(text)) : undefined
  const missing = isTime(facet) && missingTime(text)
  if (missing) return refuseOption(name, `there is no ${missing}`)
  if (!items) return refuse(name, `values of ${facet}`, text)
  const only = items.length < 2 ? items[0]! : {}
  if ('range' in only) return only.range as AnyFilter
  if ('any' in only) return { none: [null] }
  return { any: items.map((item) => ('value' in item ? item.value : refuse(name, 'values or one range', text))) }
}

function readWhere(params: URLSearchParams): Where {
  const where = new Map<string, AnyFilter>()
  for (const name of new Set(params.keys())) {
    const [, kind, own] = /^(where|all|none)\.(.+)/s.exec(name) ?? []
    const facet = own ?? facetNamed(CORE_FACETS, name)
    const text = params.getAll(name).filter((one) => one.trim())
    if (!facet || !text.length) continue
    const filter = readFilter(facet, text.join(), name)
    const list =
      kind === 'all' || kind === 'none' ? { [kind]: filter.any ?? refuse(name, 'values', text.join()) } : filter
    where.set(facet, { ...where.get(facet), ...list })
  }
  // Alternatives alone are written as a list.
  return Object.fromEntries(
    [...where].map(([facet, { any, ...rest }]) => [
      facet,
      any && !Object.keys(rest).length ? any : { ...(any && { any }), ...rest },
    ]),
  )
}

/**
 * Reads a search from the parameters of an address, which may be anything.
 *
 * @throws DatelinesError `E_OPTION` for a value that is none of its option
 */
export function optionsFromParams(input: URLSearchParams | string): { query: string; options: SearchOptions } {
  const params = new URLSearchParams(input)
  const options: Record<string, unknown> = {}
  const take = (name: string, option: string, read: (text: string) => unknown): void => {
    const text = params.get(name)?.trim()
    if (text) options[option] = read(text)
  }
  const where = readWhere(params)
  if (Object.keys(where).length) options.where = where
  for (const name of PLAIN) take(name, name, scalar)
  for (const name of ['title', 'body'])
    take(`boost.${name}`, 'boost', (text) => ({ ...(options.boost as object), [name]: scalar(text) }))
  take('facets', 'facets', readFacets)
  take('fields', 'fields', listOf)
  take('snippet', 'snippet', (text) => text !== 'false' && { length: scalar(text) })
  take('queryLanguage', 'language', String)
  take('page', 'offset', (text) => (/^[1-9]\d{0,8}$/.test(text) ? +text - 1 : refuse('page', 'a number from 1', text)))
  const { limit } = checkSearchOptions(options)
  if (options.offset !== undefined) options.offset = (options.offset as number) * limit
  take('offset', 'offset', scalar)
  checkSearchOptions(options)
  return { query: params.get('q') ?? '', options }
}

function readFacets(text: string): unknown {
  if (!/^[[{]/.test(text)) return listOf(text)
  try {
    return JSON.parse(text)
  } catch {
    return refuse('facets', 'names or JSON', text)
  }
}

/**
 * Writes a search as the parameters of an address; {@link optionsFromParams} reads it back.
 *
 * @throws DatelinesError `E_OPTION` when the query or the options are wrong
 */
export function paramsFromOptions(query: Query, options: SearchOptions = {}): URLSearchParams {
  const { limit, offset } = checkSearchOptions(options)
  const { where = {}, facets, snippet, boost, fields, language } = options
  const params = new URLSearchParams()
  const set = (name: string, value: unknown): void => {
    if (value !== undefined && value !== '') params.set(name, `${value}`)
  }
  set('q', typeof query === 'string' ? query : formatQuery(query))
  for (const [facet, filter] of Object.entries(where)) {
    if (filter === undefined) continue
    const name = CORE_FACETS.includes(facet) ? facet : `where.${facet}`
    const { any, all = [], none = [], from, to } = asSet(filter)
    const ranged = from !== undefined || to !== undefined
    if (ranged) set(name, printFilter(facet, { from, to } as FilterRange))
    if (any) set(ranged ? `where.${facet}` : name, printFilter(facet, any))
    set(`all.${facet}`, printFilter(facet, all))
    set(`none.${facet}`, printFilter(facet, none))
  }
  for (const name of PLAIN) set(name, options[name])
  const isPage = offset % limit === 0
  if (offset) set(isPage ? 'page' : 'offset', isPage ? offset / limit + 1 : offset)
  const listed = Array.isArray(facets) && facets.every((name) => /^[\p{L}\p{N}._-]+$/u.test(name))
  set('facets', facets && (listed && facets.length ? facets.join() : JSON.stringify(facets)))
  set('fields', fields?.join())
  set('boost.title', boost?.title)
  set('boost.body', boost?.body)
  set('queryLanguage', language)
  set('snippet', snippet && (snippet.length ?? 240))
  return params
}
