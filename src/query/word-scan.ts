/** Which surface forms begin so, or are spelled nearly so? Scans of the front-coded words packs, without making strings. */

import { HEAD_DEPTH, type WordEntry, type WordsPack, wordAt } from '../format/words.js'
import { MAX_EDITS } from './edits.js'

/** Forms that scans found, in columns: they may be most of a dictionary, of which few are used. */
export class ScannedForms {
  private readonly packs: WordsPack[] = []
  private readonly indexes: number[] = []
  private readonly edits: number[] = []

  /** How many there are. */
  get count(): number {
    return this.indexes.length
  }

  /** Adds the form at an index of a pack, so many edits away from the word looked for. */
  add(pack: WordsPack, index: number, edits: number): void {
    this.packs.push(pack)
    this.indexes.push(index)
    this.edits.push(edits)
  }

  /** Releases that hold the form of a number, less those that later segments removed. */
  releases(number: number): number {
    const { docFreqs, removed } = this.packs[number]!
    const index = this.indexes[number]!
    return docFreqs[index]! - (removed === null ? 0 : removed[index]!)
  }

  /** The form of a number, in full. */
  form(number: number): { entry: WordEntry; edits: number } {
    const pack = this.packs[number]!
    const index = this.indexes[number]!
    return { entry: wordAt(pack, index, surfaceAt(pack, index)), edits: this.edits[number]! }
  }
}

/** Every form in the pack that begins with `prefix`. */
export function scanPrefix(pack: WordsPack, prefix: string, found: ScannedForms): void {
  const { count, shared, units, starts } = pack
  const { length } = prefix
  // Units of the prefix that the form at hand begins with.
  let matched = 0
  for (let index = 0; index < count; index++) {
    const common = shared[index]!
    // It shares the unit that is wrong, or all that is right.
    if (common > matched && matched < length) continue
    if (matched === length && common < length) return
    if (matched < length) {
      if (common < matched) matched = common
      for (let at = starts[index]!; matched < length && at < starts[index + 1]!; at++, matched++)
        if (units[at] !== prefix.charCodeAt(matched)) break
      if (matched < length) continue
    }
    found.add(pack, index, 0)
  }
}

const textOf = (units: Uint16Array): string => String.fromCharCode(...units)

/** The form at an index, from as many entries before it as it shares units with. */
function surfaceAt({ shared, units, starts }: WordsPack, index: number): string {
  let length = shared[index]!
  let surface = textOf(units.subarray(starts[index]!, starts[index + 1]!))
  for (let before = index - 1; length > 0; before--) {
    const common = shared[before]!
    if (common >= length) continue
    const start = starts[before]!
    surface = textOf(units.subarray(start, start + length - common)) + surface
    length = common
  }
  return surface
}

/** Longest form in UTF-16 units. */
const MAX_UNITS = 255

// For each depth and number of edits, see scanFuzzy. Scans do not wait, so they can share the room.
const states = new Int32Array((MAX_UNITS + 2) * (MAX_EDITS + 1))
const letters = new Int32Array(MAX_UNITS * 2 + 4 * MAX_EDITS + 8)

/**
 * Every form in the pack within `maxEdits` insertions, deletions and substitutions of `word` (Levenshtein 1966), none of
 * them with a digit.
 *
 * An automaton simulated bit by bit (Wu and Manber, Fast Text Searching Allowing Errors, 1992) reads forms unit by unit.
 * After `depth` units, bit i of the state of e edits says that they are within e edits of the first `depth - maxEdits + i`
 * units of the word; no other beginning can be near. States are kept by depth, so that forms with a common beginning share
 * them, as in a walk of a trie; a beginning that is already too far off is skipped with all that share it.
 */
export function scanFuzzy(pack: WordsPack, word: string, maxEdits: number, found: ScannedForms): void {
  const { count, shared, units, starts } = pack
  const { length } = word
  const rows = maxEdits + 1
  const width = 2 * maxEdits + 1
  // The word with room on both sides that no unit is equal to: what the band sees at `depth` begins at `letters[depth]`.
  letters.fill(-1)
  for (let i = 0; i < length; i++) letters[maxEdits + i] = word.charCodeAt(i)
  for (let edits = 0; edits <= maxEdits; edits++) states[edits] = ((1 << (edits + 1)) - 1) << maxEdits
  const next = new Int32Array(HEAD_DEPTH + 1)
  let index = 0
  while (index < count) {
    let depth = shared[index]!
    const end = starts[index + 1]!
    let dead = 0
    for (let at = starts[index]!; at < end; at++) {
      const unit = units[at]!
      let equal = 0
      for (let i = 0; i < width; i++) if (letters[depth + i] === unit) equal |= 1 << i
      const state = depth * rows
      depth++
      // Beginnings of the word end at its end.
      const beyond = length - depth + maxEdits + 1
      const band = beyond >= width ? (1 << width) - 1 : beyond > 0 ? (1 << beyond) - 1 : 0
      let before = states[state]!
      let now = before & equal & band
      states[state + rows] = now
      for (let edits = 1; edits < rows; edits++) {
        const same = states[state + edits]!
        // The same unit, another one, one more, one less.
        now = ((same & equal) | before | (before >> 1) | (now << 1)) & band
        states[state + rows + edits] = now
        before = same
      }
      if (now === 0 || (unit >= 48 && unit <= 57)) {
        dead = depth
        break
      }
    }
    if (dead > 0) {
      if (dead > HEAD_DEPTH) {
        do index++
        while (index < count && shared[index]! >= dead)
        continue
      }
      const heads = pack.heads[dead]!
      let head = next[dead]!
      while (head < heads.length && heads[head]! <= index) head++
      next[dead] = head
      index = head < heads.length ? heads[head]! : count
      continue
    }
    const last = length - depth + maxEdits
    if (last >= 0 && last < width) {
      for (let edits = 0; edits < rows; edits++) {
        if ((states[depth * rows + edits]! & (1 << last)) === 0) continue
        found.add(pack, index, edits)
        break
      }
    }
    index++
  }
}
