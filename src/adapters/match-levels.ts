/** Which words of the query does a marked text hold? Texts with tags, and how much of the query they match. */

import { parts } from '../query/highlight.js'
import type { MarkedText, QueryTree } from '../types.js'
import type { MarkedValue } from './search-protocol.js'

/** The tags around marked words. */
export interface Tags {
  open: string
  close: string
}

/** The words that a query asks for, in order, each once; those it excludes are none. */
export function queryWords(tree: QueryTree): string[] {
  const words = new Set<string>()
  const visit = (node: QueryTree): void => {
    if ('and' in node) for (const part of node.and) visit(part)
    if ('or' in node) for (const part of node.or) visit(part)
    const text =
      'term' in node
        ? node.term
        : 'phrase' in node
          ? node.phrase
          : 'prefix' in node
            ? node.prefix
            : 'fuzzy' in node
              ? node.fuzzy
              : ''
    for (const word of splitWords(text)) words.add(word)
  }
  visit(tree)
  return [...words]
}

const splitWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '')

/** Forms of one word begin alike: in half of the longer one, and in three letters at the least. */
function areForms(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  if (x === y) return true
  let shared = 0
  while (shared < x.length && x[shared] === y[shared]) shared++
  return shared >= 3 && shared * 2 >= Math.min(Math.max(x.length, y.length), 2 * Math.min(x.length, y.length))
}

/**
 * A text with tags around its marks.
 *
 * A mark that is no form of any word of the query was met under another name (an alias, a typo): it stands for the first
 * word that nothing else was found for.
 */
export function markedValue(marked: MarkedText, words: readonly string[], tags: Tags): MarkedValue {
  const pieces = parts(marked)
  const value = pieces.map(({ text, marked: isMarked }) => (isMarked ? tags.open + text + tags.close : text)).join('')
  const found = new Set<string>()
  let strangers = 0
  for (const piece of pieces) {
    if (!piece.marked) continue
    const met = splitWords(piece.text).flatMap((form) => words.filter((word) => areForms(form, word)))
    for (const word of met) found.add(word)
    if (met.length === 0) strangers++
  }
  for (const word of words) {
    if (strangers === 0) break
    if (found.has(word)) continue
    found.add(word)
    strangers--
  }
  const matchedWords = words.filter((word) => found.has(word))
  if (matchedWords.length === 0) return { value, matchLevel: 'none', matchedWords }
  const isFull = matchedWords.length === words.length
  return { value, matchLevel: isFull ? 'full' : 'partial', matchedWords, fullyHighlighted: false }
}
