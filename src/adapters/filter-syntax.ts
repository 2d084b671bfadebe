/** What do the filters of InstantSearch requests mean? Each notation becomes trees that must all hold. */

import { DatelinesError } from '../errors.js'
import type { Filter, FilterRange, FilterSet, FilterValue, QueryTree, Where } from '../types.js'
import type { FilterList, SearchParams } from './search-protocol.js'

/** `year >= 2010`, and `year:2010 TO 2012`. */
const COMPARISON = /^\s*([^\s<>=!:]+)\s*(<=|>=|!=|<|>|=)\s*(\S+)\s*$/
const INTERVAL = /^\s*([^\s<>=!:]+)\s*:\s*(\S+)\s+TO\s+(\S+)\s*$/i

/** Facets whose values are numbers, so that a filter on them is one. */
const isNumeric = (facet: string): boolean => facet === 'year'

/** Where the notations nest, this deep at the most. */
const MAX_DEPTH = 50

function refuseFilter(text: string, expected: string): never {
  throw new DatelinesError('E_OPTION', `filters: expected ${expected}, got ${JSON.stringify(text.slice(0, 80))}`, {
    where: 'filters',
  })
}

/** Every condition of a request, as trees that must all hold. */
export function filterTrees(params: SearchParams): QueryTree[] {
  return [
    ...listTrees(params.facetFilters, facetCondition),
    ...listTrees(params.numericFilters, numericCondition),
    ...(params.filters?.trim() ? [new FilterText(params.filters).read()] : []),
  ]
}

/** Conditions of one facet. */
type Conditions = FilterRange & FilterSet

/** Filters that must all hold, with those of `given`, as the option `where`; undefined where it cannot say them. */
export function whereOf(trees: readonly QueryTree[], given: Where = {}): Where | undefined {
  const found = new Map<string, Conditions>()
  const isTaken = (tree: QueryTree): boolean => {
    if ('and' in tree) return tree.and.every(isTaken)
    const isExcluded = 'not' in tree
    const leaf = isExcluded ? tree.not : tree
    if (!('where' in leaf)) return false
    return Object.entries(leaf.where).every(([facet, filter]) => {
      const own = found.get(facet) ?? {}
      const joined = Object.hasOwn(given, facet) ? undefined : joinCondition(own, filter, isExcluded)
      if (joined !== undefined) found.set(facet, joined)
      return joined !== undefined
    })
  }
  return trees.every(isTaken) ? { ...given, ...Object.fromEntries(found) } : undefined
}

/** The conditions with a further one; undefined where they cannot stand side by side. */
function joinCondition(own: Conditions, filter: Filter, isExcluded: boolean): Conditions | undefined {
  if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) {
    return isExcluded || Object.keys(filter).some((name) => name in own) ? undefined : { ...own, ...filter }
  }
  const values = [filter].flat()
  if (isExcluded) return { ...own, none: [...(own.none ?? []), ...values] }
  if (values.length === 1) return { ...own, all: [...(own.all ?? []), ...values] }
  return own.any === undefined ? { ...own, any: values } : undefined
}

function listTrees(list: FilterList | undefined, read: (text: string) => QueryTree, depth = 0): QueryTree[] {
  if (depth > MAX_DEPTH) refuseFilter('[[…]]', `at most ${MAX_DEPTH} levels`)
  const entries = typeof list === 'string' ? [list] : (list ?? [])
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [read(entry)]
    const alternatives = entry.flatMap((each) => {
      const trees = listTrees(typeof each === 'string' ? [each] : each, read, depth + 1)
      return trees.length > 1 ? [{ and: trees }] : trees
    })
    return alternatives.length === 0 ? [] : [eitherOf(alternatives)]
  })
}

/** Alternatives; values of one facet become one filter, so that they stay a filter and are no part of the text. */
function eitherOf(trees: QueryTree[]): QueryTree {
  if (trees.length === 1) return trees[0]!
  const values = trees.map(singleValue)
  const facet = values[0]?.[0]
  if (facet !== undefined && values.every((value) => value?.[0] === facet)) {
    return { where: { [facet]: values.map((value) => value![1]) } }
  }
  return { or: trees }
}

function singleValue(tree: QueryTree): [facet: string, value: FilterValue] | undefined {
  if (!('where' in tree)) return undefined
  const [entry, more] = Object.entries(tree.where)
  if (entry === undefined || more !== undefined) return undefined
  const [facet, filter] = entry
  return typeof filter === 'object' && filter !== null ? undefined : [facet, filter]
}

/** `country:MO`; a `-` before the value, or before the whole, leaves it out; `\-` is a value that begins with a dash. */
function facetCondition(text: string): QueryTree {
  const colon = text.indexOf(':')
  if (colon < 1) refuseFilter(text, 'facet:value')
  const isWholeExcluded = text.startsWith('-')
  const facet = text.slice(isWholeExcluded ? 1 : 0, colon).trim()
  const stated = text.slice(colon + 1).trim()
  const isValueExcluded = stated.startsWith('-')
  const value = unquoted(isValueExcluded ? stated.slice(1) : stated.replace(/^\\-/, '-'))
  const leaf: QueryTree = { where: { [facet]: facetValue(facet, value) } }
  return isWholeExcluded || isValueExcluded ? { not: leaf } : leaf
}

const unquoted = (text: string): string => /^(["'])([\s\S]*)\1$/.exec(text)?.[2] ?? text

const facetValue = (facet: string, text: string): FilterValue =>
  isNumeric(facet) && /^\d{1,4}$/.test(text) ? Number(text) : text

/** `year>=2010`, `year=2010`, `year != 2010`, `year:2010 TO 2012`; of times, those may be months and days too. */
function numericCondition(text: string): QueryTree {
  const interval = INTERVAL.exec(text)
  if (interval) return rangeTree(interval[1]!, wholeYear(interval[2]!, Math.ceil), wholeYear(interval[3]!, Math.floor))
  const comparison = COMPARISON.exec(text)
  if (!comparison) return facetCondition(text)
  const [, facet = '', operator, value = ''] = comparison
  switch (operator) {
    case '>=':
      return rangeTree(facet, wholeYear(value, Math.ceil), undefined)
    case '<=':
      return rangeTree(facet, undefined, wholeYear(value, Math.floor))
    // What is later than a point in time is what does not reach it, undated releases apart.
    case '>':
      return { and: [rangeTree(facet, value, undefined), { not: { where: { [facet]: facetValue(facet, value) } } }] }
    case '<':
      return { and: [rangeTree(facet, undefined, value), { not: { where: { [facet]: facetValue(facet, value) } } }] }
    case '!=':
      return { not: { where: { [facet]: facetValue(facet, value) } } }
    default:
      return { where: { [facet]: facetValue(facet, value) } }
  }
}

/** Sliders send fractions; a year is whole, and has four digits. */
function wholeYear(text: string, round: (value: number) => number): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text
  return String(Math.min(9999, Math.max(1, round(Number(text))))).padStart(4, '0')
}

function rangeTree(facet: string, from: string | undefined, to: string | undefined): QueryTree {
  return { where: { [facet]: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } } }
}

/** Reads `a:b AND (c:d OR NOT e:f)`: OR binds tighter than AND, as the protocol has it. */
class FilterText {
  private readonly tokens: string[]
  private at = 0

  constructor(private readonly text: string) {
    this.tokens = text.match(/[()]|(?:"[^"]*"|'[^']*'|[^\s()])+/g) ?? []
  }

  read(): QueryTree {
    const tree = this.conjunction(0)
    if (this.at < this.tokens.length) refuseFilter(this.text, 'an end')
    return tree
  }

  private conjunction(depth: number): QueryTree {
    const trees = [this.disjunction(depth)]
    while (this.take('AND')) trees.push(this.disjunction(depth))
    return trees.length === 1 ? trees[0]! : { and: trees }
  }

  private disjunction(depth: number): QueryTree {
    const trees = [this.negation(depth)]
    while (this.take('OR')) trees.push(this.negation(depth))
    return eitherOf(trees)
  }

  private negation(depth: number): QueryTree {
    if (depth > MAX_DEPTH) refuseFilter(this.text, `at most ${MAX_DEPTH} levels`)
    if (this.take('NOT')) return { not: this.negation(depth + 1) }
    if (!this.take('(')) return this.condition()
    const tree = this.conjunction(depth + 1)
    if (!this.take(')')) refuseFilter(this.text, ')')
    return tree
  }

  /** Words up to the next operator: `year >= 2010`, `topic:"aid work"`, `year: 2010 TO 2012`. */
  private condition(): QueryTree {
    const start = this.at
    while (this.at < this.tokens.length && !/^(AND|OR|NOT|[()])$/.test(this.tokens[this.at]!)) this.at++
    const words = this.tokens.slice(start, this.at).join(' ')
    if (words === '') refuseFilter(this.text, 'a condition')
    return numericCondition(words)
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false
    this.at++
    return true
  }
}
