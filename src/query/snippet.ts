/**
 * Which passage of a text shows best why it was found?
 *
 * The window that holds the most of the query (each word or phrase counted once, by its weight; the earliest of equals)
 * is widened to a sentence where one begins near by, or to words, and cut there.
 */

import type { MarkedText } from '../types.js'

/** An occurrence of a part of the query in a text, in UTF-16 units. */
export interface MarkRange {
  start: number
  end: number
  /** What showing it is worth, above 0. */
  weight: number
  /** Occurrences of the same word or phrase have the same key; showing one of them again adds nothing. */
  key: number | string
}

/** How far to look for the border of a word before cutting inside one. */
const WORD_REACH = 40

/** Up to where a snippet is filled before the end of a sentence may end it. */
const FILLED = 0.6

/** Sentences end with a mark after three letters or more ("U.N. police" goes on), or with a paragraph. */
const SENTENCE_END = /[^\s.]{3}[.!?…؟]["'”’»)]*\s+|[。！？]["”」』]?|\n[^\S\n]*\n\s*/g

/** Belongs to the character before it: combining marks, joiners, variation and skin tone selectors. */
const CONTINUES = /^(\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}])/u

/** The text may be cut before `place` without breaking a character. */
function isWhole(text: string, place: number): boolean {
  const unit = text.charCodeAt(place)
  const inPair = unit >= 0xdc00 && unit < 0xe000 && (text.charCodeAt(place - 1) & 0xfc00) === 0xd800
  return !inPair && !CONTINUES.test(text.slice(place, place + 2)) && text[place - 1] !== '\u200d'
}

/** Moves a place by `step` towards `limit` to the next border of words, or of characters where that is far. */
function toBorder(text: string, place: number, limit: number, step: 1 | -1): number {
  let at = place
  for (let i = 0; i < WORD_REACH && at !== limit; i++, at += step)
    if (/\s/.test(text[at]! + text[at - 1]) && isWhole(text, at)) return at
  if (at === limit) return limit
  while (place !== limit && !isWhole(text, place)) place += step
  return place
}

/** The occurrences from `first` to `last` that lie within `room` units and are worth the most. */
function bestWindow(ranges: readonly MarkRange[], room: number): { start: number; end: number } {
  const counts = new Map<number | string, number>()
  let best = { start: 0, end: 0 }
  let bestWorth = -1
  let worth = 0
  let next = 0
  for (const first of ranges) {
    for (; next < ranges.length && (ranges[next]!.end - first.start <= room || ranges[next] === first); next++) {
      const { key, weight } = ranges[next]!
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      if (!count) worth += weight
    }
    // Sums that differ by rounding alone are equal.
    if (worth > bestWorth * (1 + 1e-9)) {
      bestWorth = worth
      best = { start: first.start, end: Math.min(first.start + room, ranges[next - 1]!.end) }
    }
    const left = counts.get(first.key)! - 1
    counts.set(first.key, left)
    if (!left) worth -= first.weight
  }
  return best
}

/** Where the passage begins and ends that shows a window in at most `room` units. */
function passage(text: string, window: { start: number; end: number }, room: number): { start: number; end: number } {
  const spare = room - (window.end - window.start)
  const from = Math.max(0, window.start - spare)
  // Places where a sentence begins, `from` aside.
  const borders = [...text.slice(from, window.start + room).matchAll(SENTENCE_END)].map(
    (match) => from + match.index + match[0].length,
  )
  if (!from) borders.unshift(0)
  const near = window.start - Math.floor(spare / 3)
  let start = borders.findLast((border) => border <= window.start) ?? toBorder(text, near, window.start, 1)
  if (start + room >= text.length) {
    // The end of the text is in sight: what it leaves free goes to what comes before.
    const whole = text.length - room
    start =
      borders.find((border) => border >= whole && border <= start) ??
      Math.min(start, toBorder(text, whole, window.start, 1))
    return { start, end: text.length }
  }
  const full = start + room
  const end =
    borders.findLast((border) => border <= full && border >= Math.max(window.end, start + room * FILLED)) ??
    toBorder(text, full, window.end, -1)
  return { start, end }
}

/**
 * Makes a snippet: one passage of the text with white space collapsed, the occurrences in it marked, and `…` where text
 * is left out.
 *
 * @param ranges ascending by start; they may overlap
 * @param options.length at most so many UTF-16 units, `…` included; 3 or more
 */
export function makeSnippet(text: string, ranges: readonly MarkRange[], options: { length: number }): MarkedText {
  const { length } = options
  const room = Math.max(1, length - 2)
  const { start, end } =
    text.length <= length ? { start: 0, end: text.length } : passage(text, bestWindow(ranges, room), room)
  const marks: [start: number, end: number][] = []
  let shown = start > 0 && text.slice(0, start).trim() ? '…' : ''
  let at = start
  const show = (to: number): void => {
    const piece = text.slice(at, to).replace(/\s+/g, ' ')
    shown += !shown || shown === '…' || shown.endsWith(' ') ? piece.trimStart() : piece
    at = Math.max(at, to)
  }
  for (const range of ranges) {
    const to = Math.min(range.end, end)
    if (to <= at || range.start >= end) continue
    if (range.start >= at) show(range.start)
    const before = shown.length
    show(to)
    const last = marks.at(-1)
    // Begins inside the mark before it, or right after it.
    if (last && last[1] === before) last[1] = shown.length
    else marks.push([before, shown.length])
  }
  show(end)
  const isCut = text.slice(end).trim() !== ''
  // A full stop before the sign of what is left out would be a fourth dot.
  shown = isCut ? shown.replace(/[\s.…]+$/, '') : shown.trimEnd()
  const kept = marks.filter((mark) => (mark[1] = Math.min(mark[1], shown.length)) > mark[0])
  if (isCut) shown += '…'
  return { text: shown, marks: kept }
}
