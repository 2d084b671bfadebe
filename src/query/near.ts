/** How many windows of a field hold every word of a sloppy phrase? */

/** A word of the phrase in one field, with its tokens there: the same array for words that stand for the same. */
export interface NearList {
  /** Positions, ascending: those from `start` to before `end`. */
  tokens: Int32Array
  start: number
  end: number
  /** Where the words that share the list stand in the phrase, ascending. */
  offsets: readonly number[]
}

// One phrase is looked for at a time without waiting, so scratch space can be shared by all. By word of the phrase: the list
// it is in, its offset, which token of the list it stands at, and the place of that, which is its position less the offset.
const held: NearList[] = []
let offsets = new Int32Array(16)
let next = new Int32Array(16)
let places = new Int32Array(16)
let seen = new Uint8Array(1024)

/**
 * How many windows hold every word with moves of `slop` at the most: the spread of the places is the number of moves (as
 * in Lucene's sloppy phrases). Two words may not share one token.
 */
export function countNear(lists: readonly NearList[], slop: number): number {
  if (lists.some(({ start, end, offsets }) => end - start < offsets.length)) return 0
  const groups = takeWords(lists)
  const count = held.length
  const alone = shareTokens(lists) ? null : groups.filter(({ length }) => length > 1)
  // Words only move on, so that the last place ever reached is that of one of them.
  let most = places[0]!
  for (let word = 1; word < count; word++) if (places[word]! > most) most = places[word]!
  let windows = 0
  for (;;) {
    let low = 0
    let least = places[0]!
    for (let word = 1; word < count; word++) {
      if (places[word]! >= least) continue
      least = places[word]!
      low = word
    }
    if (most - least <= slop) {
      const last = least + slop
      const fits =
        alone === null
          ? areDistinct() || canBeDistinct(low, last)
          : alone.every((group) => canTakeInOrder(group, low, last))
      if (fits) windows++
    }
    const { tokens, end } = held[low]!
    const moved = next[low]! + 1
    if (moved === end) return windows
    next[low] = moved
    places[low] = tokens[moved]! - offsets[low]!
    if (places[low]! > most) most = places[low]!
  }
}

/** Puts every word at its first token; returns the words of each list. In the order of the phrase: of two words at one place the earlier one is passed first. */
function takeWords(lists: readonly NearList[]): number[][] {
  const words = lists
    .flatMap((list, group) => list.offsets.map((offset) => ({ list, group, offset })))
    .sort((a, b) => a.offset - b.offset)
  if (places.length < words.length) {
    offsets = new Int32Array(words.length)
    next = new Int32Array(words.length)
    places = new Int32Array(words.length)
  }
  held.length = words.length
  const groups: number[][] = lists.map(() => [])
  words.forEach(({ list, group, offset }, word) => {
    held[word] = list
    offsets[word] = offset
    next[word] = list.start
    places[word] = list.tokens[list.start]! - offset
    groups[group]!.push(word)
  })
  return groups
}

/** Whether a token is in two lists, as where two words have one of their stems in common. */
function shareTokens(lists: readonly NearList[]): boolean {
  if (lists.length === 1) return false
  let isShared = false
  for (const { tokens, start, end } of lists) {
    const last = tokens[end - 1]!
    if (last >= seen.length) seen = grownMarks(last)
    for (let i = start; i < end; i++) {
      if (seen[tokens[i]!] !== 0) isShared = true
      seen[tokens[i]!] = 1
    }
  }
  for (const { tokens, start, end } of lists) for (let i = start; i < end; i++) seen[tokens[i]!] = 0
  return isShared
}

function grownMarks(last: number): Uint8Array<ArrayBuffer> {
  const marks = new Uint8Array(2 * last + 1)
  marks.set(seen)
  return marks
}

/**
 * Whether every word of one list can have a token of its own up to the place `last`, the lowest word staying where it
 * is. A later word may take neither an earlier first token nor an earlier last one, so that each takes the first
 * that is left (Glover 1967) is exact.
 */
function canTakeInOrder(group: readonly number[], low: number, last: number): boolean {
  const { tokens, end } = held[group[0]!]!
  const kept = held[low] === held[group[0]!] ? next[low]! : -1
  let free = 0
  for (let i = 0; i < group.length; i++) {
    const word = group[i]!
    if (word === low) continue
    let index = Math.max(free, next[word]!)
    if (index === kept) index++
    if (index >= end || tokens[index]! - offsets[word]! > last) return false
    free = index + 1
  }
  return true
}

function areDistinct(): boolean {
  return new Set(held.map(({ tokens }, word) => tokens[next[word]!]!)).size === held.length
}

/** The same where lists share some of their tokens: a matching of words and tokens (Kuhn 1955). */
function canBeDistinct(low: number, last: number): boolean {
  const holders = new Map<number, number>()
  const place = (word: number, tried: Set<number>): boolean => {
    const { tokens, end } = held[word]!
    const first = next[word]!
    const to = word === low ? first + 1 : end
    for (let i = first; i < to && tokens[i]! - offsets[word]! <= last; i++) {
      const token = tokens[i]!
      if (tried.has(token)) continue
      tried.add(token)
      const holder = holders.get(token)
      if (holder !== undefined && !place(holder, tried)) continue
      holders.set(token, word)
      return true
    }
    return false
  }
  return held.every((_, word) => place(word, new Set()))
}
