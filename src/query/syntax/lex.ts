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
import { MAX_EDITS } from '../edits.js'
import { TEXT_FIELDS } from '../text-fields.js'
import { plainSyntax, unescaped } from './characters.js'
import { type LeafSettings, MAX_SLOP, textTree } from './tree.js'
import { itemsTree, readItems } from './values.js'

/** How many words, phrases and filters are read, and how many tokens in all. */
const MAX_LEAVES = 300
/** A phrase counts for so many words. */
const PHRASE_LEAVES = 10
const MAX_TOKENS = 700

/** How deep parentheses are read. */
const MAX_GROUPS = 50

/** A piece of a query with its place in the text. */
export interface Token {
  /** `-` is written NOT, and is a dash when it stands before a word without space. */
  kind: 'leaf' | '(' | ')' | 'AND' | 'OR' | '-'
  start: number
  end: number
  /** Of a leaf; undefined when it holds nothing, such as `""`. */
  tree?: QueryTree | undefined
  /** Of a parenthesis: the field in which the words inside are looked for. */
  field?: TextField | undefined
}

/** Hears where a text departs from the grammar, and what was expected there. */
export type Fault = (offset: number, expected: string) => void

/** The text field of that name, in any case. */
export const fieldNamed = (name: string): TextField | undefined =>
  TEXT_FIELDS.find((field) => field === name.toLowerCase())

/** The facet of that name, else in any case; `lang` is the language. */
export function facetNamed(facets: readonly string[], name: string): string | undefined {
  const lower = name.toLowerCase()
  return (
    facets.find((facet) => facet === name) ??
    facets.find((facet) => facet.toLowerCase() === lower || (lower === 'lang' && facet === 'language'))
  )
}

// Patterns over plain syntax. None of them can match one text in two ways, so that they read it once.
const QUOTED = String.raw`"(?:[^"\\]|\\[\s\S])*"`
const ITEM = String.raw`(?:${QUOTED}|(?:\\[\s\S]|[^ ,"()\\])*)`
const PHRASE = new RegExp(String.raw`${QUOTED}(?:~(\d*))?`, 'y')
const FILTER = new RegExp(`${ITEM}(?:,${ITEM})*`, 'y')
/** Values of a filter stand one behind the other, with commas. */
const GROUP = /\([^()]*\)?/y
const WORD = /(?:\\[\s\S]?|[^ "()\\])+/y
const NAME = /^((?:\\[\s\S]|[^:\\])+):/
/** A word with what it is to be widened by, at its very end. */
const WIDENED = /^((?:\\[\s\S]|[^\\])+?)(?:\*|~(\d?))$/

/** What looks like a filter and is none. */
export interface UnreadFilter {
  facet: string
  value: string
}

/** A query in pieces. */
export interface Lexed {
  tokens: Token[]
  /** Where reading stopped: before the end of a text with too many words. */
  end: number
  /** A quotation mark was not closed. */
  open: boolean
  unread: UnreadFilter[]
}

/** Splits a query into tokens, in which parentheses are never closed that were not opened. */
export function lex(text: string, facets: readonly string[], fault: Fault): Lexed {
  const plain = plainSyntax(text)
  const tokens: Token[] = []
  let leaves = 0
  let groups = 0
  let groupField: TextField | undefined
  let open = false
  let at = 0
  const unread: UnreadFilter[] = []

  /** What a pattern finds at a place. */
  const find = (pattern: RegExp, place: number): RegExpExecArray | null => {
    pattern.lastIndex = place
    return pattern.exec(plain)
  }
  const push = (kind: Token['kind'], end: number, more?: Partial<Token>): true => {
    tokens.push({ kind, start: at, end, ...more })
    at = end
    return true
  }
  const phrase = (place: number, settings: LeafSettings): boolean => {
    const found = find(PHRASE, place)
    if (!found) return false
    const [all, slop = ''] = found
    // Positions cost more than words.
    leaves += PHRASE_LEAVES - 1
    if (+slop) settings.slop = Math.min(+slop, MAX_SLOP)
    const tree = textTree('phrase', unescaped(all.slice(1, all.lastIndexOf('"'))), settings)
    if (!tree) fault(place, 'words in the quotation marks')
    return push('leaf', place + all.length, { tree })
  }
  const word = (written: string, end: number, settings: LeafSettings): boolean => {
    const [, stem, edits] = WIDENED.exec(written) ?? []
    const kind = stem === undefined ? 'term' : edits === undefined ? 'prefix' : 'fuzzy'
    if (edits) settings.edits = Math.min(+edits, MAX_EDITS)
    const tree = textTree(kind, unescaped(stem ?? written), settings)
    return push('leaf', end, { tree: written === '*' ? { all: true } : tree })
  }
  /** `name:…` when the name is one, and something of its own follows. */
  const named = (written: string): boolean => {
    const name = NAME.exec(written)?.[1]
    if (name === undefined) return false
    const place = at + name.length + 1
    const field = fieldNamed(name)
    if (field) {
      const rest = written.slice(name.length + 1)
      if (rest) return word(rest, at + written.length, { field })
      if (plain[place] !== '(') return phrase(place, { field })
      groupField = field
      at = place
      return true
    }
    const facet = facetNamed(facets, unescaped(name))
    const filter = find(FILTER, place)![0]
    const items = facet === undefined ? undefined : readItems(facet, filter)
    if (items) return push('leaf', place + filter.length, { tree: itemsTree(facet!, items) })
    // Addresses and times of day have colons too.
    if (facet !== undefined || (/^[a-z_]+$/i.test(name) && plain[place] !== '/')) {
      fault(at, 'a field or facet and its value')
      const { length } = filter || (find(GROUP, place)?.[0] ?? '')
      if (length) unread.push({ facet: facet ?? name, value: text.slice(place, place + length) })
    }
    return false
  }

  while (at < text.length) {
    if (tokens.length === MAX_TOKENS) {
      fault(at, `at most ${MAX_TOKENS} words and operators`)
      break
    }
    const char = plain[at]!
    const last = tokens.at(-1)
    const dashed = last?.kind === '-' && last.end === at
    if (char === ' ') at++
    else if (char === '(') {
      if (++groups > MAX_GROUPS) fault(at++, `at most ${MAX_GROUPS} levels of parentheses`)
      else push('(', at + 1, { field: groupField })
      groupField = undefined
    } else if (char === ')') {
      if (!groups) fault(at++, 'an opening parenthesis before this')
      else if (groups-- > MAX_GROUPS) at++
      else push(')', at + 1)
    } else if (char === '-') {
      const dashes = find(/-+/y, at)![0].length
      // A single dash before a word and after nothing else is an operator: not the one in "Geneva - a".
      if (dashes < 2 && /[ (]/.test(plain[at - 1] ?? ' ') && /[^ )]/.test(plain[at + 1] ?? ' ')) push('-', at + 1)
      else {
        if (dashes < 2) fault(at, 'a word right after the dash')
        at += dashes
      }
    } else if (++leaves > MAX_LEAVES) {
      fault(at, `at most ${MAX_LEAVES} words`)
      break
    } else if (char === '"') {
      if (phrase(at, {})) continue
      fault(at, 'a closing quotation mark')
      open = true
      push('leaf', at + 1)
    } else {
      const written = find(WORD, at)![0]
      const end = at + written.length
      if (!dashed && /^(AND|OR|NOT)$/.test(written)) push(written === 'NOT' ? '-' : (written as 'AND'), end)
      else if (!named(written)) word(written, end, {})
    }
  }
  return { tokens, end: at, open, unread }
}
