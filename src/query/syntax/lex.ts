/**
 * What are the pieces of a query? Words, phrases and filters as leaves of the tree to be, parentheses and operators.
 *
 *     leaf   := [field ':'] (word | phrase)  |  facet ':' filter          (filter: see values.ts)
 *     word   := text ['*' | '~' [digit]]
 *     phrase := '"' text '"' ['~' digits]
 *
 * Nothing is refused here: what cannot be syntax is a word, or is passed over, and `fault` hears of it.
 */

import type { QueryTree, TextField } from '../../types.js'
import { flatten, unescaped } from './characters.js'
import { MAX_EDITS, MAX_LEAVES, MAX_SLOP, TEXT_FIELDS, type TextKind, textTree } from './tree.js'
import { itemEnd, itemsTree, readItems } from './values.js'

/** A piece of a query with its place in the text. */
export interface Token {
  /** `-` is written NOT, and is a dash when it stands before a word without space. */
  kind: 'leaf' | '(' | ')' | 'AND' | 'OR' | '-'
  start: number
  end: number
  /** Of a leaf; undefined when it holds nothing, such as `""`. */
  tree?: QueryTree
  /** Of a parenthesis: the field in which the words inside are looked for. */
  field?: TextField
  /** A single word as it was typed, without operators and outside of quotation marks. */
  plain?: boolean
}

/** Hears where a text departs from the grammar, and how. */
export type Fault = (offset: number, message: string) => void

/** The text field of that name, in any case. */
export const fieldNamed = (name: string): TextField | undefined =>
  TEXT_FIELDS.find((field) => field === name.toLowerCase())

/** The facet of that name, else in any case; `lang` is the language. */
export function facetNamed(facets: readonly string[], name: string): string | undefined {
  const lower = name.toLowerCase()
  return (
    facets.find((facet) => facet === name) ??
    facets.find((facet) => facet.toLowerCase() === lower) ??
    (lower === 'lang' ? facets.find((facet) => facet === 'language') : undefined)
  )
}

/** Splits a query into tokens; `end` is where it stopped, before the end of a text with too many words. */
export function lex(text: string, facets: readonly string[], fault: Fault): { tokens: Token[]; end: number } {
  const flat = flatten(text)
  const tokens: Token[] = []
  let leaves = 0
  let unclosed = false
  let at = 0

  const push = (kind: Token['kind'], end: number, more?: Partial<Token>): void => {
    tokens.push({ kind, start: at, end, ...more })
    at = end
  }

  /** The filter whose values start at `start`, if they are values of the facet. */
  const filter = (facet: string | undefined, start: number): boolean => {
    if (facet === undefined) return false
    let end = itemEnd(flat, start, ' ,"()')
    while (end > 0 && flat[end] === ',') end = itemEnd(flat, end + 1, ' ,"()')
    const items = end > start ? readItems(facet, text.slice(start, end), flat.slice(start, end)) : undefined
    if (items) push('leaf', end, { tree: itemsTree(facet, items) })
    else fault(start, `expected a value of ${facet}`)
    return !!items
  }

  /** A phrase whose first quotation mark is at `start`; false when it is not closed. */
  const phrase = (start: number, field?: TextField): boolean => {
    let end = itemEnd(flat, start, '')
    if (end < 0) return false
    const content = unescaped(text.slice(start + 1, end - 1))
    const rest: Record<string, unknown> = field ? { field } : {}
    if (flat[end] === '~') {
      let slop = ''
      while (flat[++end]! >= '0' && flat[end]! <= '9') slop += flat[end]
      if (+slop > MAX_SLOP) fault(start, `expected at most ~${MAX_SLOP}`)
      if (+slop) rest.slop = Math.min(+slop, MAX_SLOP)
    }
    const tree = textTree('phrase', content, rest)
    if (!tree) fault(start, 'expected words between the quotation marks')
    push('leaf', end, { tree })
    return true
  }

  const word = (start: number, end: number, field?: TextField): void => {
    const rest: Record<string, unknown> = field ? { field } : {}
    let kind: TextKind = 'term'
    let last = end
    while (last > start && flat[last - 1] === '*') last--
    if (last < end) {
      if (last === start) {
        push('leaf', end, { tree: { all: true } })
        return
      }
      kind = 'prefix'
    } else {
      const digit = flat[end - 1]! >= '0' && flat[end - 1]! <= '9'
      const tilde = digit ? end - 2 : end - 1
      if (tilde > start && flat[tilde] === '~') {
        kind = 'fuzzy'
        last = tilde
        if (digit) rest.edits = Math.min(+flat[end - 1]!, MAX_EDITS)
      }
    }
    const plain = kind === 'term' && !unclosed
    push('leaf', end, { tree: textTree(kind, unescaped(text.slice(start, last)), rest), plain })
  }

  while (at < text.length) {
    const char = flat[at]!
    const dashed = tokens.at(-1)?.kind === '-' && tokens.at(-1)!.end === at
    if (char === ' ') at++
    else if (char === '(' || char === ')') push(char, at + 1)
    else if (leaves === MAX_LEAVES) {
      fault(at, `expected at most ${MAX_LEAVES} words`)
      break
    } else if (char === '"') {
      const close = itemEnd(flat, at, '')
      const named = close > 0 && flat[close] === ':'
      const facet = named ? facets.find((name) => name === unescaped(text.slice(at + 1, close - 1))) : undefined
      leaves++
      if (filter(facet, close + 1) || phrase(at)) continue
      fault(at, 'expected a closing quotation mark')
      unclosed = true
      push('leaf', at + 1)
    } else if (char === '-') {
      let end = at
      while (flat[end] === '-') end++
      // Only a single dash before a word or group and after nothing else is an operator: not the one in "Geneva - a".
      const operator = end - at === 1 && ' ('.includes(flat[at - 1] ?? ' ') && !' )'.includes(flat[end] ?? ' ')
      if (operator) push('-', end)
      else {
        if (end - at === 1) fault(at, 'expected a word right after -')
        at = end
      }
    } else {
      const end = itemEnd(flat, at, ' "()')
      const written = flat.slice(at, end)
      if (!dashed && /^(AND|OR|NOT)$/.test(written)) {
        push(written === 'NOT' ? '-' : (written as 'AND'), end)
        continue
      }
      leaves++
      const name = written.slice(0, Math.max(0, written.indexOf(':')))
      const colon = at + name.length
      const field = fieldNamed(name)
      const next = flat[colon + 1]
      if (field && colon + 1 < end) word(colon + 1, end, field)
      else if (field && next === '(') push('(', end + 1, { field })
      else if (
        !(field && next === '"' && phrase(colon + 1, field)) &&
        !(name && !field && filter(facetNamed(facets, name), colon + 1))
      ) {
        if (/^[a-z_]+$/i.test(name) && !flat.startsWith('//', colon + 1))
          fault(at, `expected a field or facet, got ${name}`)
        word(at, end)
      }
    }
  }
  return { tokens, end: at }
}
