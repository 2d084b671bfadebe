/** How would a person type this query? Trees as strings, where the query language can say them. */

import type { Filter, QueryTree } from '../../src/types.js'

/** The string, or null for what only a tree can say. */
export function printQuery(tree: QueryTree): string | null {
  if ('and' in tree) {
    const parts = tree.and.map((part) => printPart(part))
    return parts.includes(null) ? null : parts.join(' ')
  }
  return printPart(tree)
}

function printPart(tree: QueryTree): string | null {
  if ('and' in tree || 'or' in tree) {
    const parts = ('and' in tree ? tree.and : tree.or).map(printPart)
    return parts.includes(null) ? null : `(${parts.join('and' in tree ? ' ' : ' OR ')})`
  }
  if ('not' in tree) {
    const part = 'not' in tree.not ? null : printPart(tree.not)
    return part === null ? null : `-${part}`
  }
  if ('all' in tree) return null
  if ('where' in tree) {
    const filters = Object.entries(tree.where)
    return filters.length === 1 ? printFilter(...filters[0]!) : null
  }
  const field = tree.field === undefined ? '' : `${tree.field}:`
  if ('term' in tree) return field + tree.term
  if ('prefix' in tree) return `${field}${tree.prefix}*`
  if ('phrase' in tree) return `${field}"${tree.phrase}"${tree.slop ? `~${tree.slop}` : ''}`
  return `${field}${tree.fuzzy}~${tree.edits ?? ''}`
}

function printFilter(facet: string, filter: Filter): string | null {
  if (!/^[a-z]+$/.test(facet)) return null
  if (typeof filter === 'string' || typeof filter === 'number') {
    const value = String(filter)
    if (value.includes('"')) return null
    return /^[\w-]+$/.test(value) ? `${facet}:${value}` : `${facet}:"${value}"`
  }
  if (filter === null || Array.isArray(filter) || !('from' in filter || 'to' in filter)) return null
  if (Object.keys(filter).length > 2 || 'none' in filter) return null
  return `${facet}:${filter.from ?? ''}..${filter.to ?? ''}`
}
