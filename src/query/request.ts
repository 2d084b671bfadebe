/** What is asked for, exactly? A query and its options become a request in which everything is decided. */

import type { Query, QueryTree } from '../types.js'
import type { FilterClause } from './filter-clause.js'
import type { UnknownValue } from './filter-values.js'
import { normaliseWhere } from './filters.js'
import type { CheckedOptions, FacetPlan } from './options.js'
import { refuse } from './refusal.js'
import type { RunRequest } from './run.js'
import { type ReadQuery, readQuery } from './syntax/parse.js'
import { formatQuery } from './syntax/print.js'
import { checkTree } from './syntax/tree.js'
import { TEXT_FIELDS } from './text-fields.js'
import { CORE_FACETS } from './time-axis.js'

/** A search, understood. */
export interface SearchRequest {
  run: RunRequest
  /** The whole query, its filters included. */
  tree: QueryTree
  combineWith: 'AND' | 'OR'
  /** The whole query, printed back. */
  query: string
  facets: readonly FacetPlan[]
  /** The query's end was not read because it was too long. */
  cut: boolean
  /** Filters in the query that are none, and were read as words. */
  unknown: readonly UnknownValue[]
}

/** Reads a query with options that are already checked. `facetNames`: those of the archive. */
export function makeRequest(query: Query, options: CheckedOptions, facetNames: readonly string[]): SearchRequest {
  const names = [...new Set([...CORE_FACETS, ...facetNames])]
  const read: ReadQuery =
    typeof query === 'string'
      ? readQuery(query, { facets: names, combineWith: options.combineWith })
      : { tree: checkTree(givenTree(query)), cut: false, unread: [] }
  const { text, clauses } = splitFilters(read.tree)
  const prefix = options.prefix === 'last' ? (read.last?.leaf ?? false) : options.prefix
  return {
    query: formatQuery(read.tree, { facets: names, combineWith: options.combineWith }),
    facets: options.facets,
    cut: read.cut,
    unknown: read.unread,
    tree: read.tree,
    combineWith: options.combineWith,
    run: {
      tree: text,
      clauses: [...clauses, ...options.where],
      where: options.where,
      typed: typeof query === 'string',
      facets: new Map(options.facets.map(({ facet, own }) => [facet, own === 'obey'])),
      // In the order in which scores are added, whatever the caller's.
      fields: TEXT_FIELDS.filter((field) => options.fields.includes(field)),
      boost: options.boost,
      sort: options.sort ?? 'relevance',
      limit: options.offset + options.limit,
      planning: {
        ...(options.language === undefined ? {} : { languages: [options.language] }),
        concepts: options.concepts,
        readFilter: normaliseWhere,
        prefix,
        fuzzy: options.fuzzy,
      },
      locale: options.locale,
      labels: options.labels,
      signal: options.signal,
    },
  }
}

/** A query that is no text must at least be an object; what its nodes are is checked as a tree. */
const givenTree = (query: unknown): unknown =>
  typeof query === 'object' && query && !Array.isArray(query)
    ? query
    : refuse('query', "text or a tree such as { term: 'camp' }", query)

/** Filters at the top of a query are taken apart from its text: they behave like `where`. */
function splitFilters(tree: QueryTree): { text: QueryTree; clauses: FilterClause[] } {
  const children = 'and' in tree ? tree.and : [tree]
  const clauses: FilterClause[] = []
  const text = children.filter((child) => {
    const found = filterOf(child)
    if (found !== null) clauses.push(...found)
    return found === null
  })
  if (clauses.length === 0) return { text: tree, clauses }
  return { text: text.length === 0 ? { all: true } : { and: text }, clauses }
}

function filterOf(tree: QueryTree): FilterClause[] | null {
  if ('where' in tree) return normaliseWhere(tree.where)
  if (!('not' in tree) || !('where' in tree.not)) return null
  const inner = normaliseWhere(tree.not.where)
  // Not (a and b) is no single clause, so it stays in the text.
  return inner.length === 1 ? [{ ...inner[0]!, not: !inner[0]!.not }] : null
}
