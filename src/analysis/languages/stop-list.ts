/** Which words carry no topic? A published list, mended by hand: such lists hold content words, and lack common ones. */

import { fold } from '../fold.js'

/** Folded surfaces of a list, less the words in `less` and with those in `more` (both separated by spaces). */
export function stopList(list: readonly string[], changes: { less?: string; more?: string }): ReadonlySet<string> {
  const words = new Set(list.map(fold))
  for (const word of split(changes.less)) words.delete(fold(word))
  for (const word of split(changes.more)) words.add(fold(word))
  words.delete('')
  return words
}

function split(words = ''): string[] {
  return words.split(' ')
}
