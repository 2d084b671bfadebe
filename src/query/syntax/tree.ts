/**
 * Is this a search tree, and what is its simplest equal? Trees that callers build are checked and brought into the
 * normal form that the parser produces, so that whoever evaluates or prints a tree meets few shapes:
 *
 * - `and` and `or` have two or more parts, none of them of the same kind, and `and` has no `{ all: true }` among them;
 * - `not` holds no `not`; what matches nothing (an `or` of no parts) is `{ not: { all: true } }`;
 * - `term`, `prefix` and `fuzzy` hold one piece of text without white space, quotation marks and parentheses; text with
 *   several is read as its pieces, all of which must match, the last of them being the prefix;
 * - a phrase has no quotation marks, no white space around it, and a `slop` above 0 or none;
 * - `where` holds one facet with one value, two or more alternatives, or a range. On the time axis values are the
 *   shortest spelling, years under `year` numbers; elsewhere they are text or null;
 * - parts without any text (`{ term: '' }`) are left out; a tree of nothing else is `{ all: true }`.
 */

import type { QueryTree, TextField } from '../../types.js'
import { entriesOf, refuse, whereTrees } from '../filters.js'
import { flatten, unquoted } from './characters.js'

/** How deeply the nodes of a tree may be nested. What the parser produces is never deeper. */
export const MAX_TREE_DEPTH = 256

/** How many nodes a tree may have. */
export const MAX_NODES = 4000

/** How many words, phrases and filters a query as text may have. */
export const MAX_LEAVES = 1000

/** How long a query or a text in a tree may be, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 10_000

/** The most words that may stand between those of a phrase beyond their own distance. */
export const MAX_SLOP = 99

/** The most typos a fuzzy word may have. */
export const MAX_EDITS = 6

/** The fields that words are looked for in. */
export const TEXT_FIELDS: readonly TextField[] = ['title', 'body']

/** Joins trees in normal form into one in normal form; undefined when there are none. */
export function joinTrees(kind: 'and' | 'or', trees: readonly (QueryTree | undefined)[]): QueryTree | undefined {
  const parts = trees.flatMap((tree) =>
    !tree ? [] : kind === 'and' && 'and' in tree ? tree.and : kind === 'or' && 'or' in tree ? tree.or : [tree],
  )
  const told = kind === 'and' ? parts.filter((tree) => !('all' in tree)) : parts
  if (told.length < 2) return told[0] ?? parts[0]
  return kind === 'and' ? { and: told } : { or: told }
}

/** The negation of a tree in normal form. */
export const negate = (tree: QueryTree): QueryTree => ('not' in tree ? tree.not : { not: tree })

/** A leaf that holds text. */
export type TextKind = 'term' | 'phrase' | 'prefix' | 'fuzzy'

/**
 * The normal form of a leaf that holds text: see the head of this file.
 *
 * @param rest its other names, `field`, `slop` and `edits`
 * @returns undefined for text that has no content
 */
export function textTree(kind: TextKind, text: string, rest: Record<string, unknown>): QueryTree | undefined {
  if (kind === 'phrase') return (text = unquoted(text)) ? ({ phrase: text, ...rest } as QueryTree) : undefined
  // Nothing is escaped in a tree.
  const pieces = [...flatten(text.replace(/\\/g, 'x')).matchAll(/[^ "()]+/g)]
  const leaves = pieces.map(({ index, 0: { length } }, i) => ({
    [kind === 'prefix' && i < pieces.length - 1 ? 'term' : kind]: text.slice(index, index + length),
    ...rest,
  }))
  return joinTrees('and', leaves as unknown as QueryTree[])
}

const KINDS: Record<string, readonly string[]> = {
  and: [],
  or: [],
  not: [],
  term: ['field'],
  phrase: ['field', 'slop'],
  prefix: ['field'],
  fuzzy: ['field', 'edits'],
  where: [],
  all: [],
}

const LIMITS: Record<string, number> = { slop: MAX_SLOP, edits: MAX_EDITS }

/**
 * Checks a tree and returns its normal form.
 *
 * @param path how errors call the tree
 * @throws DatelinesError `E_OPTION` with the path of the first node that is wrong, too deep or too much
 */
export function checkTree(tree: unknown, path = 'query'): QueryTree {
  let nodes = 0

  const walk = (node: unknown, at: string, depth: number): QueryTree | undefined => {
    if (depth > MAX_TREE_DEPTH) refuse(at, `at most ${MAX_TREE_DEPTH} levels`, node)
    if (++nodes > MAX_NODES) refuse(at, `at most ${MAX_NODES} nodes`, node)
    const entries = entriesOf(node, at)
    const kinds = entries.filter(([name]) => Object.hasOwn(KINDS, name))
    if (kinds.length !== 1) refuse(at, `one of ${Object.keys(KINDS).join(', ')}`, node)
    const [kind, value] = kinds[0]!
    const rest: Record<string, unknown> = {}
    for (const [name, given] of entries) {
      if (name === kind) continue
      if (!KINDS[kind]!.includes(name)) refuse(`${at}.${name}`, `no such name beside ${kind}`, given)
      if (name === 'field') {
        if (!TEXT_FIELDS.includes(given as TextField)) refuse(`${at}.field`, TEXT_FIELDS.join(' or '), given)
      } else if (!Number.isInteger(given) || (given as number) < 0 || (given as number) > LIMITS[name]!)
        refuse(`${at}.${name}`, `0 to ${LIMITS[name]}`, given)
      if (name !== 'slop' || given) rest[name] = given
    }
    const inside = `${at}.${kind}`
    if (kind === 'and' || kind === 'or') {
      if (!Array.isArray(value)) refuse(inside, 'a list of trees', value)
      if (!value.length) return kind === 'and' ? { all: true } : { not: { all: true } }
      return joinTrees(
        kind,
        value.map((part, i) => walk(part, `${inside}[${i}]`, depth + 1)),
      )
    }
    if (kind === 'not') {
      const part = walk(value, inside, depth + 1)
      return part && negate(part)
    }
    if (kind === 'where') return joinTrees('and', [{ all: true }, ...whereTrees(value, inside)])
    if (kind === 'all') return value === true ? { all: true } : refuse(inside, 'true', value)
    if (typeof value !== 'string' || value.length > MAX_QUERY_LENGTH)
      refuse(inside, `text of at most ${MAX_QUERY_LENGTH} characters`, value)
    return textTree(kind as TextKind, value, rest)
  }

  return walk(tree, path, 0) ?? { all: true }
}
