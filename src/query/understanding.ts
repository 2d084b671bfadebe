/**
 * What does a search ask for? Plain words and the usual options are understood here; whatever else there may be is left to
 * the query language, which is loaded on demand. Both understand plain words alike, to the letter: a test compares them.
 */

import type { Query, QueryTree, SearchOptions } from '../types.js'
import { language } from './modules.js'
import type { CheckedOptions, FacetPlan } from './options.js'
import type { SearchRequest } from './request.js'
import { TEXT_FIELDS } from './text-fields.js'

/** Words of letters and digits with single spaces between them, and perhaps one after them. */
const PLAIN_WORDS = /^([\p{L}\p{Nd}]+( |$))*$/u
/** A query no longer than this is read whole. */
const MAX_PLAIN = 1000
const OPERATOR = /(^| )(AND|OR|NOT)( |$)/
/** What is written in full-width letters may be syntax. */
const WIDE = /[\uff01-\uff5e]/
/** The word being typed is completed from so many letters on. */
const TYPED = /(\p{L}.*){3}/su

const isFlag = (value: unknown): boolean => typeof value === 'boolean'
const isWhole = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

/** The usual values of the usual options; others, and wrong ones, are for the query language. */
const USUAL: Readonly<Record<string, (value: unknown) => boolean>> = {
  limit: (value) => isWhole(value) && (value as number) <= 1000,
  offset: isWhole,
  facets: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  combineWith: (value) => value === 'AND' || value === 'OR',
  prefix: (value) => isFlag(value) || value === 'last',
  fuzzy: (value) => isFlag(value) || value === 'auto',
  relax: isFlag,
  fold: isFlag,
  concepts: isFlag,
  snippet: (value) => value === false,
  signal: (value) => value instanceof AbortSignal,
}

const plan = (facet: string): FacetPlan => ({ facet, limit: Number.POSITIVE_INFINITY, own: 'ignore' })

/** Usual options with their defaults filled in; undefined when there are others among them. */
export function usualOptions(options: SearchOptions): CheckedOptions | undefined {
  if (Object.prototype.toString.call(options) !== '[object Object]') return undefined
  const checked: CheckedOptions = {
    where: [],
    facets: [],
    limit: 10,
    offset: 0,
    sort: undefined,
    fields: TEXT_FIELDS,
    boost: {},
    combineWith: 'AND',
    relax: false,
    prefix: false,
    fuzzy: false,
    fold: false,
    language: undefined,
    concepts: true,
    locale: 'en',
    labels: {},
    snippet: 240,
    signal: undefined,
  }
  for (const name of Object.keys(options)) {
    const value: unknown = options[name as keyof SearchOptions]
    if (value === undefined) continue
    if (!Object.hasOwn(USUAL, name) || !USUAL[name]!(value)) return undefined
    if (name === 'facets') checked.facets = [...new Set(value as string[])].map(plan)
    else if (name === 'snippet') checked.snippet = 0
    else Object.assign(checked, { [name]: value })
  }
  return checked
}

/** A request for plain words with usual options; undefined when the query is more than that. */
export function plainRequest(query: Query, options: CheckedOptions): SearchRequest | undefined {
  if (
    typeof query !== 'string' ||
    query.length > MAX_PLAIN ||
    !PLAIN_WORDS.test(query) ||
    OPERATOR.test(query) ||
    WIDE.test(query)
  )
    return undefined
  const { fields, boost, locale, labels, signal, language, concepts, prefix, fuzzy, combineWith } = options
  const words = query.split(' ').filter(Boolean)
  const leaves = words.map((term): QueryTree => ({ term }))
  const last = words.at(-1)
  const typed = prefix === 'last' && last !== undefined && query.endsWith(last) && TYPED.test(last) && leaves.at(-1)!
  const any = combineWith === 'OR'
  const tree: QueryTree =
    words.length === 0 ? { all: true } : words.length === 1 ? leaves[0]! : any ? { or: leaves } : { and: leaves }
  return {
    query: words.join(any ? ' OR ' : ' '),
    facets: options.facets,
    cut: false,
    unknown: [],
    tree,
    combineWith,
    run: {
      tree,
      clauses: options.where,
      where: options.where,
      typed: true,
      facets: new Map(options.facets.map(({ facet, own }) => [facet, own === 'obey'])),
      fields: TEXT_FIELDS.filter((field) => fields.includes(field)),
      boost,
      sort: options.sort ?? 'relevance',
      limit: options.offset + options.limit,
      planning: {
        ...(language === undefined ? {} : { languages: [language] }),
        concepts,
        prefix: prefix === 'last' ? typed : prefix,
        fuzzy,
      },
      locale,
      labels,
      signal,
    },
  }
}

/**
 * Checks options and fills in their defaults.
 *
 * @param also names of further options
 * @throws DatelinesError `E_OPTION`
 */
export async function readOptions(options: SearchOptions = {}, also?: readonly string[]): Promise<CheckedOptions> {
  return usualOptions(options) ?? (await language()).checkSearchOptions(options, also)
}

/**
 * Checks what a method other than `search` was given: arguments that must be text, and the options that it has.
 *
 * @throws DatelinesError `E_OPTION`
 */
export async function checkCall(
  texts: Readonly<Record<string, unknown>>,
  options: SearchOptions = {},
  allowed: readonly (keyof SearchOptions)[] = ['signal'],
): Promise<void> {
  const isUsual =
    Object.values(texts).every((value) => typeof value === 'string') &&
    usualOptions(options) !== undefined &&
    Object.keys(options).every((name) => (allowed as string[]).includes(name))
  if (!isUsual) (await language()).checkCall(texts, options, allowed)
}

/** Reads a query, with options that are checked already. `facetNames`: those of the archive. */
export async function readRequest(
  query: Query,
  options: CheckedOptions,
  facetNames: readonly string[],
): Promise<SearchRequest> {
  return plainRequest(query, options) ?? (await language()).makeRequest(query, options, facetNames)
}
