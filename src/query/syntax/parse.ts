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
 * Text beyond 10,000 characters or 1,000 words is not read, parentheses deeper than 50 are passed over.
 */

import { DatelinesError } from '../../errors.js'
import type { QueryTree, TextField } from '../../types.js'
import { CORE_FACETS } from '../filters.js'
import { lex, type Token } from './lex.js'
import { joinTrees, MAX_QUERY_LENGTH, negate } from './tree.js'

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
  /** See {@link lastWord}; `leaf` is its very node in the tree. */
  last?: LastWord & { leaf: QueryTree }
}

/** How deep parentheses are read. */
const MAX_GROUPS = 50

/** True for what narrows a search without being looked for: filters and negations. */
const isConstraint = (tree: QueryTree): boolean =>
  'where' in tree ||
  'not' in tree ||
  'all' in tree ||
  ('and' in tree && tree.and.every(isConstraint)) ||
  ('or' in tree && tree.or.every(isConstraint))

/** Trees side by side with `combineWith: 'OR'`: any of the words, and all of the constraints. */
function anyOf(trees: readonly QueryTree[]): QueryTree | undefined {
  const words = joinTrees(
    'or',
    trees.filter((tree) => !isConstraint(tree)),
  )
  const first = trees.findIndex((tree) => !isConstraint(tree))
  return joinTrees(
    'and',
    trees.flatMap((tree, i) => (i === first ? [words] : isConstraint(tree) ? [tree] : [])),
  )
}

/** The leaf is looked for: it is in the tree, and under no negation. */
const reaches = (tree: QueryTree, leaf: QueryTree): boolean =>
  tree === leaf ||
  ('and' in tree && tree.and.some((part) => reaches(part, leaf))) ||
  ('or' in tree && tree.or.some((part) => reaches(part, leaf)))

/**
 * Reads a query, and says what a searcher wants to know beside its tree.
 *
 * @throws DatelinesError `E_QUERY` with the offset, only with `strict`
 */
export function readQuery(text: string, options: ParseOptions = {}): ReadQuery {
  const { strict, facets = CORE_FACETS, combineWith } = options
  const fault = (offset: number, message: string): void => {
    if (strict) throw new DatelinesError('E_QUERY', `query, character ${offset + 1}: ${message}`, { offset })
  }
  let read = text
  if (text.length > MAX_QUERY_LENGTH) {
    fault(MAX_QUERY_LENGTH, `expected at most ${MAX_QUERY_LENGTH} characters`)
    const space = text.lastIndexOf(' ', MAX_QUERY_LENGTH)
    read = text.slice(0, space > 0 ? space : MAX_QUERY_LENGTH)
  }
  const { tokens, end } = lex(read, facets, fault)
  let next = 0
  let groups = 0

  /** Something can be negated or joined at token `i`. */
  const isOperand = (i: number): boolean => {
    while (tokens[i]?.kind === '-') i++
    return tokens[i]?.kind === 'leaf' || tokens[i]?.kind === '('
  }

  /** In small letters, so that it is the stop word and not a name. */
  const asWord = (token: Token): QueryTree => {
    fault(token.start, 'expected words around an operator')
    return { term: read.slice(token.start, token.end).toLowerCase() }
  }

  const unary = (field?: TextField): QueryTree | undefined => {
    let negative = false
    while (tokens[next]?.kind === '-' && isOperand(next)) {
      negative = !negative
      next++
    }
    const token = tokens[next++]!
    let tree: QueryTree | undefined
    if (token.kind === '(') {
      groups++
      const first = next
      // Beyond the limit a parenthesis is nothing, and the one that should close it closes an outer one.
      if (groups > MAX_GROUPS) fault(token.start, `expected at most ${MAX_GROUPS} levels of parentheses`)
      else tree = list(token.field ?? field)
      if (groups <= MAX_GROUPS) {
        if (tokens[next]?.kind !== ')') fault(token.start, 'expected a closing parenthesis')
        else if (first === next++) fault(token.start, 'expected words in the parentheses')
      }
      groups--
    } else if (token.kind === 'leaf') {
      tree = token.tree
      // The leaf is fresh, so that it keeps its identity.
      if (tree && field && !isConstraint(tree))
        for (const leaf of 'and' in tree ? tree.and : [tree]) addField(leaf, field)
    } else tree = asWord(token)
    return tree && negative ? negate(tree) : tree
  }

  const chain = (kind: 'AND' | 'OR', part: () => QueryTree | undefined): QueryTree | undefined => {
    const parts = [part()]
    while (tokens[next]?.kind === kind && isOperand(next + 1)) {
      next++
      parts.push(part())
    }
    return joinTrees(kind === 'AND' ? 'and' : 'or', parts)
  }

  const list = (field?: TextField): QueryTree | undefined => {
    const trees: QueryTree[] = []
    while (next < tokens.length) {
      if (tokens[next]!.kind === ')') {
        if (groups) break
        fault(tokens[next++]!.start, 'expected an opening parenthesis before')
        continue
      }
      const tree = chain('OR', () => chain('AND', () => unary(field)))
      if (tree) trees.push(tree)
    }
    return combineWith === 'OR' ? anyOf(trees) : joinTrees('and', trees)
  }

  const tree = list() ?? { all: true }
  const cut = read.length < text.length || end < read.length
  const token = tokens.at(-1)
  const leaf = token?.plain ? token.tree : undefined
  if (cut || !token || !leaf || !('term' in leaf) || token.end < text.length || !reaches(tree, leaf))
    return { tree, cut }
  const word = leaf.term
  const start = token.end - word.length
  if ((word.match(/\p{L}/gu)?.length ?? 0) < 3 || text.slice(start) !== word) return { tree, cut }
  return { tree, cut, last: { start, end: token.end, word, leaf } }
}

function addField(leaf: QueryTree, field: TextField): void {
  if (!('field' in leaf) && !('where' in leaf)) Object.assign(leaf, { field })
}

/**
 * Reads a query as a person types it.
 *
 * @throws DatelinesError `E_QUERY` with the offset, only with `strict`
 */
export const parseQuery = (text: string, options?: ParseOptions): QueryTree => readQuery(text, options).tree

/**
 * The word being typed: the last of the text, with at least three letters, no space after it, and outside of quotation
 * marks (an open one too), filters and negations.
 */
export function lastWord(text: string, options?: Omit<ParseOptions, 'strict'>): LastWord | undefined {
  const { last } = readQuery(text, options)
  return last && { start: last.start, end: last.end, word: last.word }
}
