/** Are two releases the same text again? A relation of their sketches and dates alone, so that it holds wherever both are met. */

import { type KeyWords, shareKeyWords } from './key-words.js'
import { FEWEST_WORDS, MOST_NUMBERS, SHORT_TEXT, SKETCH, type TextSketch } from './text-sketch.js'

/** Releases that are near share one of so many bands of their sketches. */
export const BANDS = 32
/** Values of a band. */
export const BAND = SKETCH / BANDS
/** Texts from this similarity on are near-duplicates … */
const NEAR = 0.8
/** … and so are those where one is nearly all in the other (a paragraph was cut), from this similarity on. */
const NEAR_WITHIN = 0.6
const WITHIN = 0.95
/**
 * Short texts differ in a word or a figure and are then different releases: of a series, when they are weeks apart. What
 * came out on one day or the next is more often the same, mended.
 */
const NEAR_SHORT = 0.9
const NEAR_SHORT_SAME_DAYS = 0.82
/** Sketches of fewer words are too coarse for that. */
const FEWEST_MENDED = 28
const NEAR_SHORT_OTHER_DAYS = 0.95
const SAME_DAYS = 1
/**
 * Series ("430 new citizens in Hobart", "180 in Adelaide") share their wording and not their figures: they are kept apart
 * when each has so many figures that the other lacks, and they share less than this part of them. One figure may have
 * been corrected. Days, hours and years are not figures: copies write them in other ways.
 */
const OWN_NUMBERS = 2
const COMMON_NUMBERS = 0.75

/** What of a release its likeness to others depends on. */
export interface SketchedRelease extends TextSketch {
  /** As a release has it; undefined for none. */
  date: string | undefined
}

/**
 * Whether two releases are near-duplicates: alike by their sketches, and each with most of the key words of the other, by which
 * an index finds it where no sketches are kept. It does not matter which one comes first.
 */
export function areNear<T extends SketchedRelease>(one: T, other: T, keyWordsOf: (release: T) => KeyWords): boolean {
  if (!areAlike(one, other)) return false
  return shareKeyWords(keyWordsOf(one), keyWordsOf(other))
}

/** Whether the sketches of two releases are near enough. */
export function areAlike(one: SketchedRelease, other: SketchedRelease): boolean {
  if (one.whole === other.whole) return true
  const shorter = Math.min(one.wordCount, other.wordCount)
  if (shorter < FEWEST_WORDS || !shareBand(one.record, other.record)) return false
  let equal = 0
  for (let i = 0; i < SKETCH; i++) if (one.record[i] === other.record[i]) equal++
  const similarity = equal / SKETCH
  if (shorter < SHORT_TEXT) {
    return similarity >= leastOfShort(one.date, other.date, shorter) && shareNumbers(one.record, other.record)
  }
  // From |A ∩ B| = J / (1 + J) · (|A| + |B|).
  const within = ((similarity / (1 + similarity)) * (one.wordCount + other.wordCount)) / shorter
  return (
    (similarity >= NEAR || (similarity >= NEAR_WITHIN && within >= WITHIN)) && shareNumbers(one.record, other.record)
  )
}

function shareBand(one: Uint16Array, other: Uint16Array): boolean {
  for (let at = 0; at < SKETCH; at += BAND) {
    let i = 0
    while (i < BAND && one[at + i] === other[at + i]) i++
    if (i === BAND) return true
  }
  return false
}

function leastOfShort(one: string | undefined, other: string | undefined, words: number): number {
  const days = daysApart(one, other)
  if (days === undefined) return NEAR_SHORT
  if (days > SAME_DAYS) return NEAR_SHORT_OTHER_DAYS
  return words < FEWEST_MENDED ? NEAR_SHORT : NEAR_SHORT_SAME_DAYS
}

/** Days between two dates that are both known to the day. */
function daysApart(one = '', other = ''): number | undefined {
  if (one.length !== 10 || other.length !== 10) return undefined
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
}

function shareNumbers(one: Uint16Array, other: Uint16Array): boolean {
  const [of, and] = [numbersOf(one), numbersOf(other)]
  const fewer = Math.min(of.length, and.length)
  const common = of.filter((number) => and.includes(number)).length
  return fewer - common < OWN_NUMBERS || common >= fewer * COMMON_NUMBERS
}

function numbersOf(record: Uint16Array): number[] {
  return [...record.subarray(SKETCH, SKETCH + MOST_NUMBERS)].filter((number) => number !== 0)
}

/** Where releases of equal bands meet: four values of 16 bits as one number, exact to 2^53; the first loses its upper bits. */
export function bandKey(records: Uint16Array, at: number): number {
  return (
    (((records[at] as number) & 0x1f) * 0x1_0000 + (records[at + 1] as number)) * 0x1_0000_0000 +
    (records[at + 2] as number) * 0x1_0000 +
    (records[at + 3] as number)
  )
}

/** By (date, id), those without a date last: the first of a cluster is the one that others are near to. */
export function compareByTime(
  one: { date?: string | undefined; id: string },
  other: { date?: string | undefined; id: string },
): number {
  const [dateA, dateB] = [one.date ?? '~', other.date ?? '~']
  if (dateA !== dateB) return dateA < dateB ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
