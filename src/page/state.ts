/** What is being looked at? The state of the page, as it travels in its address. */

import { isSearchParam, optionsFromParams, paramsFromOptions } from '../query/params.js'
import type { Filter, FilterRange, FilterValue, SearchOptions, SortOrder, Where } from '../types.js'
import { SETTINGS } from './settings.js'
import { INTERFACES } from './texts.js'

/** Hits a page. */
export const PAGE_SIZE = 10

/** Everything that the address says. */
export interface PageState {
  query: string
  /** Filters, that on time apart. */
  where: Where
  /** `null`: undated releases. */
  time: FilterRange | null | undefined
  sort: SortOrder | undefined
  fold: boolean
  /** Only exactly what was typed. */
  exact: boolean
  offset: number
  /** The facet whose countries the map shows; undefined where there is no map. */
  map: string | undefined
  /** Language of the interface. */
  locale: string
  /** Id of the release that is being read. */
  release: string | undefined
  /** What the address asked for and cannot be had, as it was written. */
  unread: readonly string[]
}

/** Parameters of the page itself, and those that other sites put into links. */
const OWN = ['exact', 'map', 'ui', 'release']
const FOREIGN = /^(utm_.*|.*clid|mc_.*|_.*|ref|source)$/i

/** What the page was put up with, else the first of the visitor's languages that there is. */
const preferredLocale = (): string =>
  [SETTINGS.language ?? '', ...navigator.languages]
    .map((tag) => tag.slice(0, 2))
    .find((tag) => Object.hasOwn(INTERFACES, tag)) ?? 'en'

/** Reads the state from an address; what cannot be read in it is as if it were not there, but told. */
export function readState(search: string): PageState {
  const params = new URLSearchParams(search)
  const ui = params.get('ui') ?? ''
  const unread: string[] = []
  for (const name of new Set(params.keys())) {
    if (OWN.includes(name) || FOREIGN.test(name)) continue
    const values = params.getAll(name)
    if (isSearchParam(name) && readParams(new URLSearchParams(values.map((value) => [name, value])))) continue
    unread.push(`${name}=${values.join()}`)
    params.delete(name)
  }
  const read = readParams(params) ?? { query: params.get('q') ?? '', options: {} }
  const { where = {}, sort, fold, offset = 0 } = read.options
  const { year, month, date, ...others } = where
  return {
    query: read.query,
    where: others,
    time: timeOf(date ?? month ?? year),
    sort,
    fold: fold ?? true,
    exact: params.has('exact'),
    offset,
    map: params.get('map') ?? undefined,
    locale: Object.hasOwn(INTERFACES, ui) ? ui : preferredLocale(),
    release: params.get('release') ?? undefined,
    unread,
  }
}

function readParams(params: URLSearchParams): { query: string; options: SearchOptions } | undefined {
  try {
    return optionsFromParams(params)
  } catch {
    return undefined
  }
}

/** A filter on time as a range; the page has no others. */
function timeOf(filter: Where[string] | undefined): PageState['time'] {
  if (filter === undefined) return undefined
  const values = Array.isArray(filter) ? filter : [filter]
  if (values.includes(null)) return null
  const times = values.filter((value) => typeof value === 'string' || typeof value === 'number').map(timeText)
  if (times.length > 0) return { from: times.sort()[0]!, to: times.at(-1)! }
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter) || !('from' in filter || 'to' in filter)) {
    return undefined
  }
  return {
    ...(filter.from !== undefined && { from: timeText(filter.from) }),
    ...(filter.to !== undefined && { to: timeText(filter.to) }),
  }
}

const timeText = (value: string | number): string => String(value).padStart(4, '0')

/** The values of a filter that is a list of alternatives. */
export function selectedValues(filter: Filter | undefined): FilterValue[] {
  if (filter === undefined) return []
  if (Array.isArray(filter)) return filter
  if (filter === null || typeof filter !== 'object') return [filter]
  return 'any' in filter ? (filter.any ?? []) : []
}

/** Filters with a value of a facet selected, or no longer so. */
export function toggledFilter(where: Where, facet: string, value: FilterValue): Where {
  const selected = selectedValues(where[facet])
  const values = selected.includes(value) ? selected.filter((each) => each !== value) : [...selected, value]
  const { [facet]: _own, ...others } = where
  return values.length === 0 ? others : { ...others, [facet]: values }
}

/** The filters of a state, that on time among them. */
export function allFilters({ where, time }: PageState): Where {
  if (time === undefined) return where
  const isOne = time !== null && time.from !== undefined && time.from === time.to
  return { ...where, date: isOne ? time.from! : time }
}

/** The options of the search that a state stands for. */
export function searchOptions(state: PageState): SearchOptions {
  return {
    where: allFilters(state),
    limit: PAGE_SIZE,
    offset: state.offset,
    fold: state.fold,
    locale: state.locale,
    ...(state.sort !== undefined && { sort: state.sort }),
    ...(state.exact ? { concepts: false } : { prefix: 'last', fuzzy: 'auto', relax: true }),
  }
}

/** The address of a state, beginning with `?`. */
export function writeState(state: PageState): string {
  const params = paramsFromOptions(state.query, {
    where: allFilters(state),
    offset: state.offset,
    ...(state.sort !== undefined && { sort: state.sort }),
    ...(!state.fold && { fold: false }),
  })
  if (state.exact) params.set('exact', '1')
  if (state.map !== undefined) params.set('map', state.map)
  if (state.locale !== preferredLocale()) params.set('ui', state.locale)
  if (state.release !== undefined) params.set('release', state.release)
  const text = params.toString()
  return text === '' ? location.pathname : `?${text}`
}
