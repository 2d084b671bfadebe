/** Are these search options valid, and what do they mean in full? */

import { isKnownLanguage } from '../analysis/known-language.js'
import type { FacetRequest, FuzzyOption, SearchOptions, SortOrder, TextField } from '../types.js'
import { MAX_EDITS } from './edits.js'
import type { FilterClause } from './filter-clause.js'
import { reversedRange } from './filter-clause.js'
import { normaliseWhere } from './filters.js'
import { entriesOf, refuse, refuseOption } from './refusal.js'
import { TEXT_FIELDS } from './text-fields.js'

export { checkTree } from './syntax/tree.js'

/** The most hits of one page. */
export const MAX_LIMIT = 1000

/** Length of a snippet in UTF-16 units, when nothing else is asked for. */
export const DEFAULT_SNIPPET = 240

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

/** Returns the value as it is used, or throws. */
type Check = (value: unknown, path: string) => unknown

const test =
  (expected: string, holds: (value: unknown) => unknown): Check =>
  (value, path) =>
    holds(value) ? value : refuse(path, expected, value)

const oneOf = (...allowed: unknown[]): Check => test(allowed.join(', '), (value) => allowed.includes(value))

const whole = (least: number, most: number): Check =>
  test(`a whole number from ${least} to ${most}`, (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most)

const isFactor = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0

const factor = test('a number from 0', isFactor)

const text = test('text', (value) => typeof value === 'string')

const languageTag = test('a language tag such as en or pt-BR', (value) => {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length
  } catch {
    return false
  }
})

/** A tag of a language that there is; whether the archive has releases in it is another question. */
const knownLanguage: Check = (value, path) =>
  isKnownLanguage(languageTag(value, path) as string)
    ? value
    : refuse(path, 'the tag of a known language such as fr or pt-BR', value)

const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? [...new Set(value.map((item, i) => check(item, `${path}[${i}]`)))]
      : refuse(path, 'a list', value)

/** At least one of them: with none, nothing could be found, and nobody would know why. */
const someOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) && value.length === 0 ? refuse(path, 'a list with a name or more', value) : check(value, path)

/** An object whose values pass a check. */
const recordOf =
  (check: (name: string) => Check): Check =>
  (value, path) =>
    Object.fromEntries(entriesOf(value, path).map(([name, item]) => [name, check(name)(item, `${path}.${name}`)]))

/** An object with some of the names in a table of checks. */
const shape = (checks: Record<string, Check>): Check =>
  recordOf((name) =>
    Object.hasOwn(checks, name) ? checks[name]! : (_, path) => refuseName(name, Object.keys(checks), path),
  )

const facetRequest = shape({ limit: whole(0, Number.MAX_SAFE_INTEGER), own: oneOf('ignore', 'obey') })

const facetPlans: Check = (value, path) => {
  const requests = Array.isArray(value)
    ? (listOf(text)(value, path) as string[]).map((facet): [string, unknown] => [facet, true])
    : typeof value === 'string'
      ? refuse(path, 'a list of names or an object', value)
      : entriesOf(value, path)
  return requests.map(([facet, request]) => ({
    facet,
    limit: Number.POSITIVE_INFINITY,
    own: 'ignore',
    ...(request === true ? {} : (facetRequest(request, `${path}.${facet}`) as FacetRequest)),
  }))
}

/** A range that ends before it begins is a slip of the hand; in a tree, which may come from a slider, it is told. */
const whereClauses: Check = (value, path) => {
  const clauses = normaliseWhere(value, path)
  for (const clause of clauses) {
    const range = reversedRange(clause)
    if (range !== undefined) refuse(`${path}.${clause.facet}`, 'a range that does not end before it begins', range)
  }
  return clauses
}

const flag = oneOf(true, false)

/** Options of `all` beside those of a search. */
const FURTHER: Readonly<Record<string, Check>> = { include: oneOf('hit', 'release') }

/** Each option's default, and its check. */
const OPTIONS: Record<keyof SearchOptions, [fallback: unknown, check: Check]> = {
  where: [[], whereClauses],
  facets: [[], facetPlans],
  limit: [10, whole(0, MAX_LIMIT)],
  offset: [0, whole(0, Number.MAX_SAFE_INTEGER)],
  sort: [undefined, oneOf('relevance', 'newest', 'oldest')],
  fields: [TEXT_FIELDS, someOf(listOf(oneOf(...TEXT_FIELDS)))],
  boost: [{}, shape({ title: factor, body: factor })],
  combineWith: ['AND', oneOf('AND', 'OR')],
  relax: [false, flag],
  prefix: [false, oneOf(true, false, 'last')],
  fuzzy: [
    false,
    test(`true, false, auto, a whole number of edits up to ${MAX_EDITS} or a fraction of the length below 1`, (value) =>
      typeof value === 'boolean' ||
      value === 'auto' ||
      (isFactor(value) && ((value as number) < 1 || (Number.isInteger(value) && (value as number) <= MAX_EDITS)))),
  ],
  fold: [false, flag],
  language: [undefined, knownLanguage],
  concepts: [true, flag],
  locale: ['en', languageTag],
  labels: [{}, recordOf(() => recordOf(() => text))],
  snippet: [
    DEFAULT_SNIPPET,
    (value, path) =>
      value === false
        ? 0
        : ((shape({ length: whole(3, 10_000) })(value, path) as { length?: number }).length ?? DEFAULT_SNIPPET),
  ],
  signal: [
    undefined,
    test('an AbortSignal', (value) => typeof (value as AbortSignal | null)?.addEventListener === 'function'),
  ],
}

/** What other libraries call our options. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['filter', 'where'],
  ['filters', 'where'],
  ['size', 'limit'],
  ['skip', 'offset'],
  ['order', 'sort'],
])

/** One text becomes the other by at most so many letters added, left out or changed. */
const isNear = (a: string, b: string, edits: number): boolean =>
  a === b ||
  (a && a[0] === b[0]
    ? isNear(a.slice(1), b.slice(1), edits)
    : edits > 0 &&
      (isNear(a.slice(1), b, edits - 1) ||
        isNear(a, b.slice(1), edits - 1) ||
        isNear(a.slice(1), b.slice(1), edits - 1)))

function refuseName(name: string, allowed: readonly string[], path: string): never {
  const near = allowed.filter((option) => ELSEWHERE.get(name) === option || isNear(name.slice(0, 40), option, 2))
  const hint = near.length ? `, did you mean ${near.join(' or ')}?` : '.'
  return refuseOption(path, `no such option${hint} Allowed: ${allowed.join(', ')}`)
}

/**
 * Checks search options and fills in their defaults. An option that is `undefined` counts as not given.
 *
 * @param also names of further options
 * @throws DatelinesError `E_OPTION` for an unknown name (the message lists the near and the allowed ones) or a value of
 *   the wrong type or out of range
 */
export function checkSearchOptions(options: unknown = {}, also: readonly string[] = []): CheckedOptions {
  const names = Object.keys(OPTIONS) as (keyof SearchOptions)[]
  const checks: Record<string, Check> = Object.fromEntries(also.map((name) => [name, FURTHER[name]!]))
  const checked: Record<string, unknown> = {}
  for (const name of names) [checked[name], checks[name]] = OPTIONS[name]
  return Object.assign(checked, shape(checks)(options, 'options')) as unknown as CheckedOptions
}

/**
 * Checks what a method other than `search` was given.
 *
 * @param texts its arguments that must be text, by name
 * @param allowed the names of the options that it has
 * @throws DatelinesError `E_OPTION` as {@link checkSearchOptions}
 */
export function checkCall(
  texts: Readonly<Record<string, unknown>>,
  options: unknown,
  allowed: readonly (keyof SearchOptions)[],
): void {
  for (const [name, value] of Object.entries(texts)) text(value, name)
  shape(Object.fromEntries(allowed.map((name) => [name, OPTIONS[name][1]])))(options, 'options')
}
