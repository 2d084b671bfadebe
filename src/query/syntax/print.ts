/** How is a search tree written as a query? The inverse of parsing: the text is read back as the tree's normal form. */

import type { QueryTree } from '../../types.js'
import { CORE_FACETS } from '../time-axis.js'
import { escaped, quotable } from './characters.js'
import { facetNamed, fieldNamed } from './lex.js'
import type { ParseOptions } from './parse.js'
import { checkTree } from './tree.js'
import { printFilter } from './values.js'

/** A facet's name, with a backslash before what would make it something else. */
const printName = (name: string): string => (fieldNamed(name) ? '\\' : '') + quotable(name, /[ "():]|^-/g)

/** A word, with a backslash before what would be read as syntax. */
function printWord(word: string, facets: readonly string[]): string {
  const text = escaped(word).replace(/^(?=-|(AND|OR|NOT)$)|(?=(\*|~\d?)$)/g, '\\')
  const name = /^[^:]+(?=:)/.exec(word)?.[0]
  return name && (fieldNamed(name) || facetNamed(facets, name) !== undefined) ? text.replace(':', '\\:') : text
}

/**
 * Writes a tree as a query.
 *
 * @param options the facets and the `combineWith` with which the text is going to be parsed
 * @throws DatelinesError `E_OPTION` when the tree is not one
 */
export function formatQuery(tree: QueryTree, options: Omit<ParseOptions, 'strict'> = {}): string {
  const { facets = CORE_FACETS, combineWith } = options
  const print = (node: QueryTree, nested = true): string => {
    if ('and' in node || 'or' in node) {
      const operator = 'or' in node ? ' OR ' : combineWith === 'OR' ? ' AND ' : ' '
      const text = ('or' in node ? node.or : node.and).map((part) => print(part)).join(operator)
      return nested ? `(${text})` : text
    }
    if ('not' in node) return `-${print(node.not)}`
    if ('all' in node) return nested ? '*' : ''
    if ('where' in node)
      return Object.entries(node.where).map(
        ([facet, filter]) => `${printName(facet)}:${printFilter(facet, filter)}`,
      )[0]!
    const field = node.field ? `${node.field}:` : ''
    if ('phrase' in node) return `${field}"${escaped(node.phrase)}"${node.slop ? `~${node.slop}` : ''}`
    if ('prefix' in node) return `${field + printWord(node.prefix, facets)}*`
    if ('fuzzy' in node) return `${field + printWord(node.fuzzy, facets)}~${node.edits ?? ''}`
    return field + printWord(node.term, facets)
  }
  return print(checkTree(tree), false)
}
