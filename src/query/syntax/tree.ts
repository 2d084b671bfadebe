/**
 * Is this a search tree, and what is its simplest equal? Trees that callers build are checked and brought into the
 * normal form that the parser produces, so that whoever evaluates or prints a tree meets few shapes:
 *
 * - `and` and `or` have two or more parts, none of them of the same kind, and `and` has no `{ all: true }` among them;
 * - `not` holds no `not`; what matches nothing (an `or` of no parts) is `{ not: { all: true } }`;
 * - `term`, `prefix` and `fuzzy` hold one piece of text without white space, quotation marks and parentheses; text with
 *   several is read as its pieces, all of which must match, the last of them being the prefix;
 * - a phrase has no quotation marks, no white space around it, and a `slop` above 0 or none;
 * - `where` holds one facet with one value, two or more alternatives (null last), or a range. On the time axis values
 *   are text, years under `year` numbers; elsewhere they are text or null;
 * - parts without any text (`{ term: '' }`) are left out; a tree of nothing else is `{ all: true }`.
 */

import type { QueryTree, TextField } from '../../types.js'
import { MAX_EDITS } from '../edits.js'
import { clauseTree, normaliseWhere } from '../filters.js'
import { entriesOf, refuse } from '../refusal.js'
import { TEXT_FIELDS } from '../text-fields.js'
import { escaped, plainSyntax, unescaped } from './characters.js'

/** How deeply the nodes of a tree may be nested, and how many there may be. What the parser produces is within. */
export const MAX_TREE_DEPTH = 256
const MAX_NODES = 20_000

/** How long a query or a text in a tree may be, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 4000

/** The most words that may stand between those of a phrase beyond their own distance. */
export const MAX_SLOP = 99

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i)

/** What the settings of a leaf may be. */
const SETTINGS: Record<string, readonly unknown[]> = {
  field: TEXT_FIELDS,
  slop: upTo(MAX_SLOP),
  edits: upTo(MAX_EDITS),
}

/** The parts of an `and` or `or`. */
export const partsOf = (tree: QueryTree): QueryTree[] | undefined =>
  'and' in tree ? tree.and : 'or' in tree ? tree.or : undefined

/** Joins trees in normal form into one in normal form; undefined when there are none. */
export function joinTrees(kind: 'and' | 'or', trees: readonly (QueryTree | undefined)[]): QueryTree | undefined {
  if (trees.length < 2) return trees[0]
  const parts = trees.flatMap((tree) => (tree && kind in tree && partsOf(tree)) || tree || [])
  const kept = kind === 'and' ? parts.filter((tree) => !('all' in tree)) : parts
  return kept.length > 1 ? ({ [kind]: kept } as QueryTree) : (kept[0] ?? parts[0])
}

/** The negation of a tree in normal form. */
export const negate = (tree: QueryTree): QueryTree => ('not' in tree ? tree.not : { not: tree })

/** A leaf that holds text. */
export type TextKind = 'term' | 'phrase' | 'prefix' | 'fuzzy'

/** What a leaf that holds text may hold beside it. */
export interface LeafSettings {
  field?: TextField
  slop?: number
  edits?: number
}

/** The normal form of a leaf that holds text; undefined for text that has no content. */
export function textTree(kind: TextKind, text: string, settings: LeafSettings): QueryTree | undefined {
  const plain = unescaped(plainSyntax(escaped(text)))
  const pieces = kind === 'phrase' ? [plain.replace(/"/g, ' ').trim()] : plain.split(/[ "()]+/)
  const found = pieces.filter(Boolean)
  const leaves = found.map((piece, i) => ({
    [kind === 'prefix' && i < found.length - 1 ? 'term' : kind]: piece,
    ...settings,
  }))
  return joinTrees('and', leaves as unknown as QueryTree[])
}

/** What each kind of node may hold beside its own name. */
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

/**
 * Checks a tree and returns its normal form.
 *
 * @throws DatelinesError `E_OPTION` with the path of the first node that is wrong, too deep or too much
 */
export function checkTree(tree: unknown): QueryTree {
  let nodes = 0

  const walk = (node: unknown, path: string, depth: number): QueryTree | undefined => {
    if (depth > MAX_TREE_DEPTH || ++nodes > MAX_NODES) refuse(path, 'a smaller tree', node)
    const settings: Record<string, unknown> = Object.fromEntries(entriesOf(node, path))
    const kind =
      Object.keys(KINDS).find((name) => name in settings) ?? refuse(path, `one of ${Object.keys(KINDS)}`, node)
    const value = settings[kind]
    const at = `${path}.${kind}`
    delete settings[kind]
    for (const [name, given] of Object.entries(settings)) {
      const allowed = KINDS[kind]!.includes(name) && SETTINGS[name]!
      if (!allowed) refuse(`${path}.${name}`, `nothing of this name beside ${kind}`, given)
      if (!allowed.includes(given)) refuse(`${path}.${name}`, `${allowed[0]} to ${allowed.at(-1)}`, given)
    }
    if (settings.slop === 0) delete settings.slop
    if (kind === 'and' || kind === 'or') {
      if (!Array.isArray(value)) return refuse(at, 'a list of trees', value)
      const parts = value.map((part, i) => walk(part, `${at}[${i}]`, depth + 1))
      return parts.length ? joinTrees(kind, parts) : kind === 'and' ? { all: true } : { not: { all: true } }
    }
    if (kind === 'not') {
      const part = walk(value, at, depth + 1)
      return part && negate(part)
    }
    if (kind === 'where') return joinTrees('and', [{ all: true }, ...normaliseWhere(value, at).map(clauseTree)])
    if (kind === 'all') return value === true ? { all: true } : refuse(at, 'true', value)
    if (typeof value !== 'string' || value.length > MAX_QUERY_LENGTH) refuse(at, 'text, and not too long', value)
    return textTree(kind as TextKind, value, settings)
  }

  return walk(tree, 'query', 0) ?? { all: true }
}
