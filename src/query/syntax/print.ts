/** How is a search tree written as a query? The inverse of parsing: the text is read back as the tree's normal form. */

import type { QueryTree } from '../../types.js'
import { CORE_FACETS } from '../filters.js'
import { flatten, quote } from './characters.js'
import { facetNamed, fieldNamed } from './lex.js'
import type { ParseOptions } from './parse.js'
import { checkTree } from './tree.js'
import { printFilter } from './values.js'

/** A facet's name, in quotation marks when it would be read as something else. */
const printName = (name: string): string =>
  /^-|[ "():\\]|^$/.test(flatten(name) + name) || flatten(name) !== name || fieldNamed(name) ? quote(name) : name

/** The word with a backslash before each character that would be read as syntax. */
function printWord(word: string, facets: readonly string[]): string {
  const flat = flatten(word.replace(/\\/g, 'x'))
  const colon = flat.indexOf(':')
  const name = flat.slice(0, Math.max(0, colon))
  const tail = /(\*|~\d?)$/.exec(flat)
  const escaped = [
    /^(-|(AND|OR|NOT)$)/.test(flat) ? 0 : -1,
    name && (fieldNamed(name) || facetNamed(facets, name) !== undefined) ? colon : -1,
    tail ? tail.index : -1,
  ]
  let text = ''
  for (let i = 0; i < word.length; i++) text += (word[i] === '\\' || escaped.includes(i) ? '\\' : '') + word[i]
  return text
}

/**
 * Writes a tree as a query.
 *
 * @param options the facets and the `combineWith` with which the text is going to be parsed
 * @throws DatelinesError `E_OPTION` when the tree is not one
 */
export function formatQuery(tree: QueryTree, options: Omit<ParseOptions, 'strict'> = {}): string {
  const { facets = CORE_FACETS, combineWith } = options
  const print = (node: QueryTree, nested: boolean): string => {
    if ('and' in node || 'or' in node) {
      const [parts, operator] = 'or' in node ? [node.or, ' OR '] : [node.and, combineWith === 'OR' ? ' AND ' : ' ']
      const text = parts.map((part) => print(part, true)).join(operator)
      return nested ? `(${text})` : text
    }
    if ('not' in node) return `-${print(node.not, true)}`
    if ('all' in node) return '*'
    if ('where' in node)
      return Object.entries(node.where)
        .map(([facet, filter]) => `${printName(facet)}:${printFilter(facet, filter)}`)
        .join()
    const field = node.field ? `${node.field}:` : ''
    if ('phrase' in node) return field + quote(node.phrase) + (node.slop ? `~${node.slop}` : '')
    if ('prefix' in node) return `${field}${printWord(node.prefix, facets)}*`
    if ('fuzzy' in node) return `${field}${printWord(node.fuzzy, facets)}~${node.edits ?? ''}`
    return field + printWord(node.term, facets)
  }
  const normal = checkTree(tree)
  return 'all' in normal ? '' : print(normal, false)
}
