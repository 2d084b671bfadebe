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

/** A word as it is walked: it stands at a place, which is the position of its token less its offset. */
interface NearWord {
  list: NearList
  offset: number
  next: number
}

// One phrase is looked for at a time without waiting, so scratch space can be shared by all.
let places = new Int32Array(16)
let seen = new Uint8Array(1024)

/**
 * How many windows hold every word with moves of `slop` at the most: the spread of the places, each less its word's
 * offset, is the number of moves (as in Lucene's sloppy phrases). Two words may not share one token.
 */
export function countNear(lists: readonly NearList[], slop: number): number {
  if (lists.some(({ start, end, offsets }) => end - start < offsets.length)) return 0
  const groups = lists.map((list) => list.offsets.map((offset): NearWord => ({ list, offset, next: list.start })))
  // In the order of the phrase: of two words at one place the earlier one is passed first.
  const words = groups.flat().sort((a, b) => a.offset - b.offset)
  const alone = shareTokens(lists) ? null : groups.filter(({ length }) => length > 1)
  if (places.length < words.length) places = new Int32Array(words.length)
  words.forEach((word, index) => {
    places[index] = placeOf(word, word.next)
  })
  let count = 0
  for (;;) {
    let first = 0
    let least = places[0]!
    let most = least
    for (let index = 1; index < words.length; index++) {
      const place = places[index]!
      if (place < least) {
        least = place
        first = index
      }
      if (place > most) most = place
    }
    const low = words[first]!
    if (most - least <= slop) {
      const last = least + slop
      const fits =
        alone === null
          ? areDistinct(words) || canBeDistinct(words, low, last)
          : alone.every((group) => canTakeInOrder(group, low, last))
      if (fits) count++
    }
    if (++low.next === low.list.end) return count
    places[first] = placeOf(low, low.next)
  }
}

function placeOf({ list, offset }: NearWord, index: number): number {
  return list.tokens[index]! - offset
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
function canTakeInOrder(group: readonly NearWord[], low: NearWord, last: number): boolean {
  const kept = group.includes(low) ? low.next : -1
  let free = 0
  for (const word of group) {
    if (word === low) continue
    let index = Math.max(free, word.next)
    if (index === kept) index++
    if (index >= word.list.end || placeOf(word, index) > last) return false
    free = index + 1
  }
  return true
}

function areDistinct(words: readonly NearWord[]): boolean {
  return new Set(words.map(({ list, next }) => list.tokens[next]!)).size === words.length
}

/** The same where lists share some of their tokens: a matching of words and tokens (Kuhn 1955). */
function canBeDistinct(words: readonly NearWord[], low: NearWord, last: number): boolean {
  const holders = new Map<number, NearWord>()
  const place = (word: NearWord, tried: Set<number>): boolean => {
    const { list, next } = word
    const end = word === low ? next + 1 : list.end
    for (let i = next; i < end && placeOf(word, i) <= last; i++) {
      const token = list.tokens[i]!
      if (tried.has(token)) continue
      tried.add(token)
      const holder = holders.get(token)
      if (holder !== undefined && !place(holder, tried)) continue
      holders.set(token, word)
      return true
    }
    return false
  }
  return words.every((word) => place(word, new Set()))
}
