/** Which surface forms begin so, or are spelled nearly so? Scans of the front-coded words packs. */

import { type WordEntry, type WordsPack, wordAt } from '../format/words.js'

/** A surface form found by a scan, with the edits it is away from the word looked for. */
export interface ScannedWord {
  entry: WordEntry
  edits: number
}

/** Walks a pack's surfaces in UTF-16 units without making strings. */
class Walk {
  readonly units = new Uint16Array(512)
  length = 0

  constructor(readonly pack: WordsPack) {}

  /** Moves to entry `index`; entries must be visited in order, all of them. */
  visit(index: number): void {
    const { shared, units, starts } = this.pack
    let at = shared[index]!
    for (let i = starts[index]!; i < starts[index + 1]!; i++) this.units[at++] = units[i]!
    this.length = at
  }

  surface(): string {
    return String.fromCharCode(...this.units.subarray(0, this.length))
  }
}

/** Every form in the pack that begins with `prefix`. */
export function scanPrefix(pack: WordsPack, prefix: string, found: ScannedWord[]): void {
  const walk = new Walk(pack)
  let inside = false
  for (let index = 0; index < pack.count; index++) {
    // A form that shares the whole prefix with one that has it has it too; forms with a prefix stand together.
    const shares = pack.shared[index]! >= prefix.length
    walk.visit(index)
    if (inside ? !shares : !startsWith(walk, prefix)) {
      if (inside) return
      continue
    }
    inside = true
    found.push({ entry: wordAt(pack, index, walk.surface()), edits: 0 })
  }
}

function startsWith(walk: Walk, prefix: string): boolean {
  if (walk.length < prefix.length) return false
  for (let i = 0; i < prefix.length; i++) if (walk.units[i] !== prefix.charCodeAt(i)) return false
  return true
}

/**
 * Every form in the pack within `maxEdits` insertions, deletions and substitutions of `word` (Levenshtein 1966), none of
 * them with a digit. Rows of the distance matrix are kept by depth, so that forms with a common beginning share
 * them, as in a walk of a trie; a beginning that is already too far off is skipped with all that share it.
 */
export function scanFuzzy(pack: WordsPack, word: string, maxEdits: number, found: ScannedWord[]): void {
  const width = word.length + 1
  const rows = new Uint8Array(257 * width)
  for (let column = 0; column < width; column++) rows[column] = Math.min(column, 255)
  const walk = new Walk(pack)
  for (let index = 0; index < pack.count; ) {
    const shared = pack.shared[index]!
    walk.visit(index)
    const deadDepth = advance(rows, walk, shared, word, maxEdits)
    if (deadDepth > 0) {
      // What is skipped differs only beyond the dead beginning, so the walk still holds what the next form shares.
      do index++
      while (index < pack.count && pack.shared[index]! >= deadDepth)
      continue
    }
    // Outside the band the matrix holds what an earlier form left there.
    if (Math.abs(walk.length - word.length) <= maxEdits) {
      const edits = rows[walk.length * width + word.length]!
      if (edits <= maxEdits) found.push({ entry: wordAt(pack, index, walk.surface()), edits })
    }
    index++
  }
}

/** Fills the rows of a form beyond what it shares; returns the depth from which nothing can match, or 0. */
function advance(rows: Uint8Array, walk: Walk, shared: number, word: string, maxEdits: number): number {
  const width = word.length + 1
  for (let depth = shared; depth < walk.length; depth++) {
    const unit = walk.units[depth]!
    const isDigit = unit >= 48 && unit <= 57
    if (isDigit || nextRow(rows, depth * width, width, unit, word, maxEdits, depth) > maxEdits) return depth + 1
  }
  return 0
}

/** Computes the row after the one at `at` for one more unit; returns its least entry. Only a band of columns can stay within the edits. */
function nextRow(
  rows: Uint8Array,
  at: number,
  width: number,
  unit: number,
  word: string,
  maxEdits: number,
  depth: number,
): number {
  const next = at + width
  const first = Math.max(1, depth + 1 - maxEdits)
  const last = Math.min(width - 1, depth + 1 + maxEdits)
  const far = maxEdits + 1
  rows[next + first - 1] = first === 1 ? Math.min(depth + 1, 255) : far
  let least = rows[next + first - 1]!
  for (let column = first; column <= last; column++) {
    const substituted = rows[at + column - 1]! + (word.charCodeAt(column - 1) === unit ? 0 : 1)
    // The column right of the band before was never written for this row's predecessor.
    const deleted = column < depth + maxEdits + 1 ? rows[at + column]! + 1 : far
    const value = Math.min(substituted, deleted, rows[next + column - 1]! + 1)
    rows[next + column] = value
    if (value < least) least = value
  }
  return least
}
