/** Which lines does a folder or site repeat from document to document? They are learnt, then taken out. */

import { oneLine } from './plain-text.js'

/** Lines counted per folder; beyond this, lines seen once are forgotten. */
const MOST_LINES = 1 << 16
/** A line is boilerplate in a folder when at least so many different documents have it … */
const FEWEST_DOCUMENTS = 3
/** … and at least this share of the folder's documents. */
const SMALLEST_SHARE = 0.05

interface Group {
  documents: number
  lines: Map<number, number>
  seen: Set<number>
}

/** Learns over the documents of each folder which lines repeat. Memory is bounded per folder. */
export class BoilerplateModel {
  readonly #groups = new Map<string, Group>()

  /** Counts the lines of one document. A document whose whole text was seen before is a duplicate and teaches nothing. */
  learn(file: string, text: string): void {
    const group = this.#group(file)
    const keys = new Set(
      text
        .split('\n')
        .map(lineKey)
        .filter((key) => key !== 0),
    )
    const whole = hash(text)
    if (group.seen.has(whole)) return
    if (group.seen.size < MOST_LINES) group.seen.add(whole)
    group.documents++
    for (const key of keys) group.lines.set(key, (group.lines.get(key) ?? 0) + 1)
    if (group.lines.size > MOST_LINES) for (const [key, count] of group.lines) if (count === 1) group.lines.delete(key)
  }

  /** The text without the lines that its folder repeats. */
  strip(file: string, text: string): string {
    const group = this.#groups.get(folderOf(file))
    if (group === undefined || group.documents < FEWEST_DOCUMENTS) return text
    const threshold = Math.max(FEWEST_DOCUMENTS, group.documents * SMALLEST_SHARE)
    return text
      .split('\n')
      .filter((line) => {
        const key = lineKey(line)
        return key === 0 || (group.lines.get(key) ?? 0) < threshold
      })
      .join('\n')
  }

  #group(file: string): Group {
    const folder = folderOf(file)
    let group = this.#groups.get(folder)
    if (group === undefined) this.#groups.set(folder, (group = { documents: 0, lines: new Map(), seen: new Set() }))
    return group
  }
}

function folderOf(file: string): string {
  const slash = file.lastIndexOf('/')
  return slash < 0 ? '' : file.slice(0, slash)
}

/** A number for the line's words; 0 for blank lines. Digits are all alike, so that dates and counters match. */
function lineKey(line: string): number {
  const text = oneLine(line).toLowerCase().replace(/\d+/g, '0')
  return text === '' ? 0 : hash(text) || 1
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
