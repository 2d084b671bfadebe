/** Where do words stand at the distances asked for? Candidates by document, then positions. */

import { grown } from '../format/positions.js'
import { postingSymbol } from '../format/postings.js'
import type { Bitset } from './bitset.js'
import { countNear, type NearList } from './near.js'
import { type Occurrences, type PhraseList, PhraseWord } from './phrase-words.js'

/** Postings in plain arrays: what phrases and joined terms give. */
export interface DecodedList {
  count: number
  docs: Int32Array
  symbols: Int32Array
}

/** The different words of a phrase in one field: for each, the lists of its variants and where it stands in the phrase, ascending. */
export type PhraseLists = { lists: PhraseList[]; offsets: number[] }[]

/** The documents whose field holds the phrase, with the number of its occurrences as term frequency. */
export function matchPhrase(lists: PhraseLists, slop: number): DecodedList {
  let used = 0
  const words = lists.map(({ lists, offsets }) => {
    used += lists.length
    return new PhraseWord(lists, offsets, used - lists.length)
  })
  const { docCount } = lists[0]!.lists[0]!.postings
  // The rarest word leads; of the others only what may hold its documents is decoded.
  let among: Bitset | null = null
  for (const word of [...words].sort((a, b) => a.cost - b.cost)) among = word.find(among, docCount)
  const found = words.map((word) => word.occurrences(among!))
  const { count, docs, classes } = found[0]!
  const occurrences = new Int32Array(count)
  const [first, second] = words
  if (slop === 0 && words.length === 2 && first!.offsets.length + second!.offsets.length === 2)
    countPairs(found[0]!, found[1]!, second!.offsets[0]! - first!.offsets[0]!, occurrences)
  else countAll(found, words, slop, occurrences)
  const list: DecodedList = { count: 0, docs: new Int32Array(count), symbols: new Int32Array(count) }
  for (let i = 0; i < count; i++) {
    if (occurrences[i] === 0) continue
    list.docs[list.count] = docs[i]!
    list.symbols[list.count++] = postingSymbol(occurrences[i]!, classes[i]!)
  }
  return list
}

/** How often one word stands at a distance from another, by document. Without a branch on what cannot be foretold. */
function countPairs(first: Occurrences, second: Occurrences, distance: number, counts: Int32Array): void {
  const { tokens, starts } = first
  const { tokens: others, starts: otherStarts } = second
  for (let doc = 0; doc < counts.length; doc++) {
    const end = starts[doc + 1]!
    const otherEnd = otherStarts[doc + 1]!
    let i = starts[doc]!
    let j = otherStarts[doc]!
    let count = 0
    while (i < end && j < otherEnd) {
      const difference = tokens[i]! + distance - others[j]!
      count += difference === 0 ? 1 : 0
      i += difference <= 0 ? 1 : 0
      j += difference >= 0 ? 1 : 0
    }
    counts[doc] = count
  }
}

/** The same for any number of words, each as often as it comes. */
function countAll(found: readonly Occurrences[], words: readonly PhraseWord[], slop: number, counts: Int32Array): void {
  const lists = found.map(
    ({ tokens }, index): NearList => ({ tokens, start: 0, end: 0, offsets: words[index]!.offsets }),
  )
  for (let doc = 0; doc < counts.length; doc++) {
    lists.forEach((list, index) => {
      list.start = found[index]!.starts[doc]!
      list.end = found[index]!.starts[doc + 1]!
    })
    counts[doc] = slop === 0 ? countExact(lists) : countNear(lists, slop)
  }
}

let shared: Int32Array<ArrayBuffer> = new Int32Array(16)

/** How many places all words share: positions less the word's offset. */
function countExact(words: readonly NearList[]): number {
  const { tokens, start, end, offsets } = words[0]!
  let count = end - start
  if (count > shared.length) shared = grown(shared, count)
  for (let i = 0; i < count; i++) shared[i] = tokens[start + i]! - offsets[0]!
  for (let word = 0; word < words.length; word++) {
    const { offsets } = words[word]!
    for (let i = word === 0 ? 1 : 0; i < offsets.length && count > 0; i++)
      count = keepShared(shared, count, words[word]!, offsets[i]!)
  }
  return count
}

/** Keeps of the first `count` places those that a word has too; returns how many are left. */
function keepShared(places: Int32Array, count: number, { tokens, start, end }: NearList, offset: number): number {
  let kept = 0
  let next = start
  for (let i = 0; i < count; i++) {
    const token = places[i]! + offset
    while (next < end && tokens[next]! < token) next++
    if (next === end) break
    if (tokens[next] === token) places[kept++] = token - offset
  }
  return kept
}
