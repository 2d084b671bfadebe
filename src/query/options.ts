/** Are these search options valid, and what do they mean in full? */

import type { FacetRequest, FuzzyOption, SearchOptions, SortOrder, TextField } from '../types.js'
import { entriesOf, type FilterClause, normaliseWhere, refuse } from './filters.js'
import { TEXT_FIELDS } from './syntax/tree.js'

export { checkTree } from './syntax/tree.js'

/** The most hits of one page. */
export const MAX_LIMIT = 1000

/** A facet to be counted. */
export interface FacetPlan {
  facet: string
  /** At most so many values, or Infinity. */
  limit: number
  own: 'ignore' | 'obey'
}

/** Search options with every default filled in. */
export interface CheckedOptions {
  /** All of them must hold. */
  where: FilterClause[]
  facets: FacetPlan[]
  limit: number
  offset: number
  /** Undefined when it follows from the query. */
  sort: SortOrder | undefined
  fields: readonly TextField[]
  /** Only what was given. */
  boost: Partial<Record<TextField, number>>
  combineWith: 'AND' | 'OR'
  relax: boolean
  prefix: boolean | 'last'
  fuzzy: FuzzyOption
  fold: boolean
  language: string | undefined
  concepts: boolean
  locale: string
  labels: Record<string, Record<string, string>>
  /** Length of the snippet in UTF-16 units; 0 for none. */
  snippet: number
  signal: AbortSignal | undefined
}

type Check = (value: unknown, path: string) => unknown

const oneOf =
  (...allowed: unknown[]): Check =>
  (value, path) =>
    allowed.includes(value) ? value : refuse(path, allowed.join(', '), value)

const whole =
  (least: number, most: number): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? value
      : refuse(path, `a whole number from ${least}${most < 2 ** 53 - 1 ? ` to ${most}` : ''}`, value)

const factor: Check = (value, path) =>
  Number.isFinite(value) && (value as number) >= 0 ? value : refuse(path, 'a number from 0', value)

const text: Check = (value, path) => (typeof value === 'string' ? value : refuse(path, 'text', value))

const languageTag: Check = (value, path) => {
  try {
    return Intl.getCanonicalLocales(text(value, path) as string)[0] ?? refuse(path, 'a language tag', value)
  } catch {
    return refuse(path, 'a language tag such as en or pt-BR', value)
  }
}

const listOf =
  (check: Check, least: number): Check =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? [...new Set(value.map((item, i) => check(item, `${path}[${i}]`)))]
      : refuse(path, least ? 'a list that is not empty' : 'a list', value)

/** An object whose values pass a check, whatever their names. */
const recordOf =
  (check: Check): Check =>
  (value, path) =>
    Object.fromEntries(entriesOf(value, path).map(([name, item]) => [name, check(item, `${path}.${name}`)]))

/** An object with some of the names in a table of checks. */
const shape =
  (checks: Record<string, Check>): Check =>
  (value, path) =>
    Object.fromEntries(
      entriesOf(value, path).map(([name, item]) => [
        name,
        Object.hasOwn(checks, name)
          ? checks[name]!(item, `${path}.${name}`)
          : unknownName(name, Object.keys(checks), path),
      ]),
    )

const facetRequest = shape({ limit: whole(0, 2 ** 53 - 1), own: oneOf('ignore', 'obey') })

const facetPlans: Check = (value, path) => {
  const requests = Array.isArray(value)
    ? (listOf(text, 0)(value, path) as string[]).map((facet): [string, unknown] => [facet, true])
    : entriesOf(value, path)
  return requests.map(
    ([facet, request]): FacetPlan => ({
      facet,
      limit: Number.POSITIVE_INFINITY,
      own: 'ignore',
      ...(request === true ? {} : (facetRequest(request, `${path}.${facet}`) as FacetRequest)),
    }),
  )
}

const flag = oneOf(true, false)

const CHECKS: Record<keyof SearchOptions, Check> = {
  where: normaliseWhere as Check,
  facets: facetPlans,
  limit: whole(0, MAX_LIMIT),
  offset: whole(0, 2 ** 53 - 1),
  sort: oneOf('relevance', 'newest', 'oldest'),
  fields: listOf(oneOf(...TEXT_FIELDS), 1),
  boost: shape({ title: factor, body: factor }),
  combineWith: oneOf('AND', 'OR'),
  relax: flag,
  prefix: oneOf(true, false, 'last'),
  fuzzy: (value, path) =>
    typeof value === 'boolean' || value === 'auto' || (Number.isFinite(value) && (value as number) >= 0)
      ? value
      : refuse(path, 'true, false, auto or a number from 0', value),
  fold: flag,
  language: languageTag,
  concepts: flag,
  locale: languageTag,
  labels: recordOf(recordOf(text)),
  snippet: (value, path) =>
    value === false ? 0 : ((shape({ length: whole(3, 10_000) })(value, path) as { length?: number }).length ?? 240),
  signal: (value, path) =>
    typeof (value as AbortSignal | null)?.addEventListener === 'function'
      ? value
      : refuse(path, 'an AbortSignal', value),
}

/** What other libraries call our options. */
const ELSEWHERE: Record<string, string> = {
  filter: 'where',
  filters: 'where',
  size: 'limit',
  hits: 'limit',
  page: 'offset',
  skip: 'offset',
  from: 'offset',
  order: 'sort',
  operator: 'combineWith',
  highlight: 'snippet',
}

/** How many letters must be added, left out or changed to turn one name into another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + +(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}

function unknownName(name: string, allowed: readonly string[], path: string): never {
  const short = name.slice(0, 40)
  const lower = short.toLowerCase()
  const near = allowed.filter(
    (option) =>
      (Object.hasOwn(ELSEWHERE, lower) && ELSEWHERE[lower] === option) ||
      distance(lower, option.toLowerCase()) <= Math.min(2, option.length / 3),
  )
  return refuse(
    path,
    `${near.length ? `${near.join(' or ')} (did you mean that?); allowed: ` : ''}${allowed.join(', ')}`,
    short,
  )
}

/**
 * Checks search options and fills in their defaults. An option that is `undefined` counts as not given.
 *
 * @param also names of further options, which are not checked here
 * @throws DatelinesError `E_OPTION` for an unknown name (the message lists the allowed and the near ones) or a value of
 *   the wrong type or out of range
 */
export function checkSearchOptions(options: unknown = {}, also: readonly string[] = []): CheckedOptions {
  const others = Object.fromEntries(also.map((name): [string, Check] => [name, (value) => value]))
  return {
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
    ...(shape({ ...CHECKS, ...others })(options, 'options') as Partial<CheckedOptions>),
  }
}
