/** Which words carry no topic? A published list, mended by hand: such lists hold content words, and lack common ones. */

import { fold } from '../fold.js'

/** Folded surfaces of words separated by spaces. */
export function wordSet(words: string): Set<string> {
  return new Set(words.split(' ').map(fold))
}

/** Folded surfaces of a list, less the words in `less` and with those in `more`. */
export function stopList(list: readonly string[], { less = '', more = '' }): ReadonlySet<string> {
  const left = wordSet(less)
  return new Set([...list.map(fold).filter((word) => !left.has(word)), ...wordSet(more)])
}
