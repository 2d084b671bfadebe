/**
 * What does a query mean? Text becomes a tree in normal form (see tree.ts).
 *
 *     query := list
 *     list  := chain*                     all of them must match, or with `combineWith: 'OR'` any word of them
 *     chain := both ('OR' both)*
 *     both  := unary ('AND' unary)*
 *     unary := ('-' | 'NOT') unary | [field ':'] '(' list ')' | leaf
 *
 * So `jordan OR lebanon refugees` asks for refugees and one of the two countries, and a filter or `-word` beside an OR
 * holds for the whole query; groups say otherwise: `(human trafficking) OR smuggling`. AND, OR and NOT are operators in
 * capitals only. A backslash makes the character after it an ordinary one: `\OR`, `\-40`, `title\:x`.
 *
 * Leniently (the default) every text is a query: a quotation mark or parenthesis that is not closed, an operator without
 * its words (then in small letters), a name that is no field or facet and a value that is none of its facet are read as words or passed over.
 * Text beyond 4,000 characters, 300 words or 700 words and operators is not read, parentheses deeper than 50 are passed over.
 */

import { DatelinesError } from '../../errors.js'
import type { QueryTree, TextField } from '../../types.js'
import { refuse } from '../refusal.js'
import { CORE_FACETS } from '../time-axis.js'
import { lex, type UnreadFilter } from './lex.js'
import { joinTrees, MAX_QUERY_LENGTH, negate, partsOf } from './tree.js'

/** How a query is read. */
export interface ParseOptions {
  /** Refuse what is not in the grammar, with its place. Default false. */
  strict?: boolean
  /** Names read as facets. Default: year, month, date, country, mention, language. */
  facets?: readonly string[]
  /** Whether words side by side must all match, or any of them. Filters and negations always hold. Default `AND`. */
  combineWith?: 'AND' | 'OR'
}

/** The word being typed: the last one, with no space after it. */
export interface LastWord {
  /** Its place in the text, in UTF-16 units. */
  start: number
  end: number
  word: string
}

/** A query as read. */
export interface ReadQuery {
  tree: QueryTree
  /** True when the text was too long and its end was not read. */
  cut: boolean
  /** What looks like a filter and was read as words: no facet of this name, or no value of it. */
  unread: UnreadFilter[]
  /** See {@link lastWord}; `leaf` is its very node in the tree. */
  last?: LastWord & { leaf: QueryTree }
}

/** True for what narrows a search without being looked for: filters and negations. */
const isConstraint = (tree: QueryTree): boolean =>
  'where' in tree || 'not' in tree || 'all' in tree || !!partsOf(tree)?.every(isConstraint)

/** Trees side by side with `combineWith: 'OR'`: any of the words, and all of the constraints. */
function anyOf(trees: readonly QueryTree[]): QueryTree | undefined {
  const words = trees.filter((tree) => !isConstraint(tree))
  return joinTrees(
    'and',
    trees.map((tree) => (tree === words[0] ? joinTrees('or', words) : isConstraint(tree) ? tree : undefined)),
  )
}

/** The leaf is looked for: it is in the tree, and under no negation. */
const reaches = (tree: QueryTree, leaf: QueryTree): boolean =>
  tree === leaf || !!partsOf(tree)?.some((part) => reaches(part, leaf))

/** Words inside `title:( … )` are looked for there; the leaves are fresh, and keep their identity. */
function setField(tree: QueryTree, field: TextField): void {
  for (const leaf of partsOf(tree) ?? [tree])
    if (!('field' in leaf) && !isConstraint(leaf)) Object.assign(leaf, { field })
}

/**
 * Reads a query, and says what a searcher wants to know beside its tree.
 *
 * @throws DatelinesError `E_QUERY` with the offset, only with `strict`
 */
export function readQuery(text: string, options: ParseOptions = {}): ReadQuery {
  const { strict, facets = CORE_FACETS, combineWith } = options
  const fault = (offset: number, expected: string): void => {
    if (strict) throw new DatelinesError('E_QUERY', `query, character ${offset + 1}: expected ${expected}`, { offset })
  }
  let read = text
  if (text.length > MAX_QUERY_LENGTH) {
    fault(MAX_QUERY_LENGTH, 'the end')
    read = text.slice(0, text.lastIndexOf(' ', MAX_QUERY_LENGTH) + 1 || MAX_QUERY_LENGTH)
  }
  const { tokens, end, open, unread } = lex(read, facets, fault)
  let next = 0

  /** By token: something that can be negated or joined begins there. */
  const isOperand: boolean[] = []
  for (let i = tokens.length; i--; )
    isOperand[i] = /leaf|[(]/.test(tokens[i]!.kind) || (tokens[i]!.kind === '-' && !!isOperand[i + 1])

  const unary = (field?: TextField): QueryTree | undefined => {
    let negative = false
    for (; tokens[next]!.kind === '-' && isOperand[next]; next++) negative = !negative
    const token = tokens[next++]!
    let { tree } = token
    if (token.kind === '(') {
      tree = list(token.field ?? field)
      if (!tree) fault(token.start, 'words in the parentheses')
      if (!tokens[next++]) fault(token.start, 'a closing parenthesis')
    } else if (token.kind === 'leaf') {
      if (tree && field) setField(tree, field)
    } else {
      fault(token.start, 'words around an operator')
      // In small letters it is a stop word, and no name.
      tree = { term: read.slice(token.start, token.end).toLowerCase() }
    }
    return tree && negative ? negate(tree) : tree
  }

  const chain = (kind: 'AND' | 'OR', part: () => QueryTree | undefined): QueryTree | undefined => {
    const parts = [part()]
    while (tokens[next]?.kind === kind && isOperand[next + 1]) {
      next++
      parts.push(part())
    }
    return joinTrees(kind === 'AND' ? 'and' : 'or', parts)
  }

  const list = (field?: TextField): QueryTree | undefined => {
    const trees: QueryTree[] = []
    while (next < tokens.length && tokens[next]!.kind !== ')') {
      const tree = chain('OR', () => chain('AND', () => unary(field)))
      if (tree) trees.push(tree)
    }
    return combineWith === 'OR' ? anyOf(trees) : joinTrees('and', trees)
  }

  const tree = list() ?? { all: true }
  const result: ReadQuery = { tree, unread, cut: read.length < text.length || end < read.length }
  const leaf = tokens.at(-1)?.tree
  if (
    leaf &&
    'term' in leaf &&
    /(\p{L}.*){3}/su.test(leaf.term) &&
    text.endsWith(leaf.term) &&
    !open &&
    reaches(tree, leaf)
  )
    result.last = { start: text.length - leaf.term.length, end: text.length, word: leaf.term, leaf }
  return result
}

/**
 * Reads a query as a person types it.
 *
 * @throws DatelinesError `E_QUERY` with the offset, only with `strict`; `E_OPTION` for what is no text
 */
export const parseQuery = (text: string, options?: ParseOptions): QueryTree =>
  typeof text === 'string' ? readQuery(text, options).tree : refuse('parseQuery', 'text', text)

/**
 * The word being typed: the last of the text, with at least three letters, no space after it, and outside of quotation
 * marks (an open one too), filters and negations.
 */
export function lastWord(text: string, options?: Omit<ParseOptions, 'strict'>): LastWord | undefined {
  const { last } = readQuery(text, options)
  return last && { start: last.start, end: last.end, word: last.word }
}
