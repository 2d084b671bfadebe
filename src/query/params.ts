/**
 * How does a search travel in an address? `?q=casino&country=MO,CN&year=2009..2011&sort=newest&page=2` and back.
 *
 *     q                    the query
 *     country year month date mention language (or lang)
 *                          filters; of other facets `where.NAME`. Values as in queries (see syntax/values.ts), but spaces
 *                          need no quotation marks; a parameter that is repeated holds alternatives
 *     all.NAME none.NAME   values that must all be there, or none of them
 *     page                 from 1, or `offset` where that is no whole number of pages
 *     facets               names with commas between, or JSON
 *     boost.title boost.body
 *     snippet              its length, or false
 *     queryLanguage        the option `language`
 *     fields limit sort combineWith relax prefix fuzzy fold concepts locale
 *                          as the options of that name
 *
 * Parameters without a value, as forms send them, and unknown ones are passed over. `labels` and `signal` belong to a
 * page and not to a search: they do not travel.
 */

import type { FacetsOption, Filter, FilterRange, FilterSet, Query, SearchOptions, Where } from '../types.js'
import { CORE_FACETS, entriesOf, refuse } from './filters.js'
import { checkSearchOptions } from './options.js'
import { flatten } from './syntax/characters.js'
import { facetNamed } from './syntax/lex.js'
import { formatQuery } from './syntax/print.js'
import { printFilter, readItems } from './syntax/values.js'

/** Options that travel as text, numbers, true or false under their own name. */
const PLAIN = [
  'limit',
  'offset',
  'sort',
  'combineWith',
  'relax',
  'prefix',
  'fuzzy',
  'fold',
  'concepts',
  'locale',
] as const

/** A value as an option has it: a number, true, false, or text. */
const plain = (text: string): unknown =>
  text === 'true' || text === 'false' ? text === 'true' : /^\d+(\.\d+)?$/.test(text) ? +text : text

/** Reads one parameter of a filter. */
function readFilter(facet: string, text: string, name: string): Filter {
  const items = readItems(facet, text, flatten(text)) ?? refuse(name, `values of ${facet}`, text)
  const [first] = items
  if (items.length < 2 && first && 'range' in first) return first.range
  if (items.length < 2 && first && 'any' in first) return { none: [null] }
  return items.map((item) => ('value' in item ? item.value : refuse(name, 'several values or one range', text)))
}

/** Reads the filters among the parameters. */
function readWhere(params: URLSearchParams): Where {
  const where = new Map<string, Filter>()
  for (const name of new Set(params.keys())) {
    const [, kind = '', rest = ''] = /^(?:(where|all|none)\.)?(.*)$/s.exec(name)!
    const facet = kind ? rest : facetNamed(CORE_FACETS, rest)
    const text = params
      .getAll(name)
      .filter((one) => one.trim())
      .join()
    if (!facet || !text) continue
    const filter = readFilter(facet, text, name)
    const before = where.get(facet)
    if (kind === 'all' || kind === 'none') {
      if (!Array.isArray(filter)) refuse(name, 'values', text)
      where.set(facet, { ...asSet(before), [kind]: filter })
    } else where.set(facet, before === undefined ? filter : { ...asSet(before), ...asSet(filter) })
  }
  return Object.fromEntries(where)
}

const asSet = (filter: Filter | undefined): FilterSet | FilterRange =>
  filter === undefined
    ? {}
    : Array.isArray(filter)
      ? { any: filter }
      : typeof filter === 'object' && filter
        ? filter
        : { any: [filter] }

/**
 * Reads a search from the parameters of an address, which may be anything.
 *
 * @throws DatelinesError `E_OPTION` for a value that is none of its option
 */
export function optionsFromParams(input: URLSearchParams | string): { query: string; options: SearchOptions } {
  const params = typeof input === 'string' ? new URLSearchParams(input) : input
  const given = (name: string): string | undefined => params.get(name)?.trim() || undefined
  const options: Record<string, unknown> = {}
  for (const name of PLAIN) {
    const text = given(name)
    if (text) options[name] = plain(text)
  }
  const where = readWhere(params)
  if (Object.keys(where).length) options.where = where
  const facets = given('facets')
  if (facets) options.facets = readFacets(facets)
  const fields = given('fields')
  if (fields) options.fields = fields.split(',')
  for (const field of ['title', 'body']) {
    const text = given(`boost.${field}`)
    if (text) options.boost = { ...(options.boost as object), [field]: plain(text) }
  }
  const snippet = given('snippet')
  if (snippet) options.snippet = snippet === 'false' ? false : { length: plain(snippet) }
  const language = given('queryLanguage')
  if (language) options.language = language
  const page = given('page')
  const { limit } = checkSearchOptions(options)
  if (page && options.offset === undefined) {
    if (!/^[1-9]\d{0,8}$/.test(page)) refuse('page', 'a whole number from 1', page)
    if (page !== '1') options.offset = (+page - 1) * limit
  }
  return { query: params.get('q') ?? '', options }
}

function readFacets(text: string): FacetsOption {
  if (!/^[[{]/.test(text)) return text.split(',').map((name) => name.trim())
  try {
    return JSON.parse(text) as FacetsOption
  } catch {
    return refuse('facets', 'names or JSON', text)
  }
}

/** Hands the parameters of the filters to `set`. */
function writeWhere(where: Where, set: (name: string, value: string) => void): void {
  for (const [facet, filter] of entriesOf(where, 'where') as [string, Filter][]) {
    const name = CORE_FACETS.includes(facet) ? facet : `where.${facet}`
    const { any, all, none, from, to } = asSet(filter) as FilterSet & FilterRange
    const ranged = from !== undefined || to !== undefined
    if (ranged) set(name, printFilter(facet, { from, to } as FilterRange))
    if (any) set(ranged ? `where.${facet}` : name, printFilter(facet, any))
    if (all?.length) set(`all.${facet}`, printFilter(facet, all))
    if (none?.length) set(`none.${facet}`, printFilter(facet, none))
  }
}

/**
 * Writes a search as the parameters of an address; {@link optionsFromParams} reads it back.
 *
 * @throws DatelinesError `E_OPTION` when the query or the options are wrong
 */
export function paramsFromOptions(query: Query, options: SearchOptions = {}): URLSearchParams {
  const { limit } = checkSearchOptions(options)
  const params = new URLSearchParams()
  const set = (name: string, value: unknown): void => {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  set('q', typeof query === 'string' ? query : formatQuery(query))
  writeWhere(options.where ?? {}, set)
  const { offset, facets, snippet, boost } = options
  for (const name of PLAIN) if (name !== 'offset') set(name, options[name])
  if (offset && limit && offset % limit === 0) set('page', offset / limit + 1)
  else if (offset) set('offset', offset)
  if (facets) {
    const names = Array.isArray(facets) ? (facets as readonly string[]) : undefined
    set(
      'facets',
      names?.length && names.every((name) => /^[^[{,\s][^,]*$/.test(name)) ? names.join() : JSON.stringify(facets),
    )
  }
  set('fields', options.fields?.join())
  set('boost.title', boost?.title)
  set('boost.body', boost?.body)
  set('queryLanguage', options.language)
  set('snippet', snippet && (snippet.length ?? 240))
  return params
}
