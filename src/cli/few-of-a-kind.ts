/** Of lines that say the same of many things, which are printed? Some of each kind; the rest is counted. */

import { formatCount } from './quantities.js'

/** A line, and what lines that differ in names and numbers alone have in common. */
export interface KindLine {
  line: string
  kind: string
}

/** At most `most` lines of each kind, the kinds in the order in which they come, with the number of those that are left out. */
export function fewOfAKind(lines: readonly KindLine[], most: number): string[] {
  const kinds = new Map<string, string[]>()
  for (const { line, kind } of lines) {
    const known = kinds.get(kind)
    if (known === undefined) kinds.set(kind, [line])
    else known.push(line)
  }
  return [...kinds.values()].flatMap((alike) => {
    const more = alike.length - most
    return more > 0 ? [...alike.slice(0, most), `and ${formatCount(more)} more like this`] : alike
  })
}
