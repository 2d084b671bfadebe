/** By which words can copies of a text be found in an index, and how many of them do copies share? */

import { type ChunkVisitor, scanBigrams, scanChunks } from '../../analysis/tokenizer.js'
import { FEWEST_WORDS, SHORT_TEXT, sketchedText, wordHash } from './text-sketch.js'

/**
 * Key words of a text: those with the smallest hashes, longer ones first, which are rarer. The choice is the same in every
 * text that holds them, so that copies share nearly all, and many are enough to keep texts on one subject apart.
 */
const MOST_KEY_WORDS = 40
/** Words of so many letters come before shorter ones. */
const LENGTHS = [9, 7, 5]
/** Longer words are cut in an index. */
const LONGEST_WORD = 40
/**
 * Shares of the key words of a text that its copies hold, by the number of its words. A text whose copy is cut loses a
 * third of them.
 */
const SHARE = 0.55
const SHARE_OF_SHORT = 0.75
const SHARE_OF_SHORTEST = 0.8

/** The words of a text that any index of it has as terms. */
export interface KeyWords {
  /** The key words. */
  keys: readonly string[]
  /** So many of them its near-duplicates hold at the least. A text without key words has none. */
  least: number
  /** All words of the text that may be key words. */
  words: ReadonlySet<string>
}

/** The key words of a release; `wordCount` is that of its sketch. */
export function keyWordsOf({ title, body }: { title: string; body: string }, wordCount: number): KeyWords {
  const { words } = new PlainWords(sketchedText(title, body))
  const ranked = [...words].map((word) => ({ word, rank: rankOf(word) })).sort((a, b) => a.rank - b.rank)
  const keys = ranked.slice(0, MOST_KEY_WORDS).map(({ word }) => word)
  const share = wordCount < FEWEST_WORDS ? SHARE_OF_SHORTEST : wordCount < SHORT_TEXT ? SHARE_OF_SHORT : SHARE
  return { keys, least: Math.max(1, Math.ceil(keys.length * share)), words }
}

/** Whether each of two texts holds as many key words of the other as its near-duplicates do. */
export function shareKeyWords(one: KeyWords, other: KeyWords): boolean {
  return holdsKeyWords(one, other) && holdsKeyWords(other, one)
}

function holdsKeyWords({ keys, least }: KeyWords, { words }: KeyWords): boolean {
  let shared = 0
  for (const key of keys) if (words.has(key)) shared++
  return shared >= least
}

function rankOf(word: string): number {
  const isRare = /^[0-9]{2}/.test(word)
  const place = isRare ? 0 : LENGTHS.findIndex((length) => word.length >= length)
  return (place < 0 ? LENGTHS.length : place) * 0x1_0000_0000 + wordHash(word)
}

/**
 * Runs of letters or digits that nothing is joined to, and pairs of characters where words are written without spaces between
 * them: in every language each is a word of its own, whatever stands around it.
 */
class PlainWords implements ChunkVisitor {
  readonly words = new Set<string>()

  constructor(private readonly text: string) {
    scanChunks(text, this)
  }

  letters(start: number, end: number): void {
    if (end - start <= LONGEST_WORD) this.words.add(this.text.slice(start, end))
  }

  chunk(start: number, end: number): void {
    if (end - start > LONGEST_WORD) return
    const chunk = this.text.slice(start, end)
    if (/^[0-9]+$/.test(chunk)) this.words.add(chunk)
  }

  unspaced(start: number, end: number): void {
    scanBigrams(this.text, start, end, this.pair)
  }

  private readonly pair = (start: number, end: number): void => {
    if (end - start === 2) this.words.add(this.text.slice(start, end))
  }

  paragraph(): void {}
}
