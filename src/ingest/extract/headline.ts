/** What stands above the text: the title, and lines of date, kind and scope around it? */

import { printedDates } from './date-forms.js'
import { readDateLine } from './date-line.js'
import { isFurniture, isKindLine } from './furniture.js'
import { joinedWord, wholeWords } from './line-hyphens.js'
import { cleanTitle, mayBeTitle, titleKey } from './title.js'

/** The lines above a text taken apart. */
export interface Headline {
  title?: string
  /** Lines that hold a date. */
  dateLines: string[]
  /** Of them, those that name a place: "Geneva, 14 November 2000". They belong to the text. */
  datelines: string[]
  /** The lines of the text. */
  rest: string[]
}

/** Lines of frame that may stand in a row. */
const LONGEST_FRAME = 25
/** A title is not longer, and takes no more lines. */
const LONGEST_TITLE = 250
const MOST_TITLE_LINES = 3

/** Reads the title off the top of a text. One that is already known is looked for, and taken out. */
export function readHeadline(lines: readonly string[], known?: string): Headline {
  const dateLines: string[] = []
  const datelines: string[] = []
  let rest = lines
  const dropFrame = (): void => {
    for (let seen = 0; seen < LONGEST_FRAME; seen++) {
      rest = withoutBlanks(rest)
      const line = rest[0]?.trim()
      if (line === undefined) return
      const date = readDateLine(line)
      if (date !== undefined) {
        dateLines.push(line)
        if (date.place !== '') datelines.push(line)
      } else if (!isFurniture(line) && !isKind(line) && !isScope(rest)) return
      rest = rest.slice(1)
    }
  }
  dropFrame()
  let title = known
  if (known === undefined) {
    const size = titleSize(rest)
    if (size === 0) return { dateLines, datelines, rest: [...rest] }
    title = cleanTitle(joinedTitle(rest.slice(0, size), rest))
    rest = rest.slice(size)
  }
  rest = withoutBlanks(rest)
  const size = sameTitleSize(rest, title as string)
  if (size > 0) rest = rest.slice(size)
  dropFrame()
  return known === undefined
    ? { title: title as string, dateLines, datelines, rest: [...rest] }
    : { dateLines, datelines, rest: [...rest] }
}

/** A title of several lines as one; a word that was broken between two of them is looked for in all the text. */
function joinedTitle([first = '', ...further]: readonly string[], all: readonly string[]): string {
  const words = wholeWords(all)
  return further.reduce(
    (title, line) => joinedWord(title, line.trim(), words) ?? `${title} ${line.trim()}`,
    first.trim(),
  )
}

function withoutBlanks(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  return first <= 0 ? (first < 0 ? [] : lines) : lines.slice(first)
}

/** "Communiqué", or "Briefing Notes, 29 March 2016": the kind with a date. */
export function isKind(line: string): boolean {
  if (isKindLine(line)) return true
  const date = line.length > 90 ? undefined : printedDates(line, { months: 'all' })[0]
  return date !== undefined && isKindLine(`${line.slice(0, date.start)} ${line.slice(date.end)}`)
}

/** One or two words on a line of their own right above what can only be the title. */
function isScope(lines: readonly string[]): boolean {
  const [line = '', next = '', third = ''] = lines.slice(0, 3).map((text) => text.trim())
  if (wordsIn(line) > 2 || /[.:;,!?–-]$/.test(line) || next === '' || third === '') return false
  return (
    wordsIn(next) >= 5 &&
    next.length < 140 &&
    !endsLikeProse(next) &&
    /^[\p{Lu}\p{Lo}\p{N}"“«]/u.test(next) &&
    !/^\p{Ll}/u.test(third)
  )
}

function wordsIn(line: string): number {
  return line.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
}

/** How many lines the title takes; 0 when the text starts at once. */
function titleSize(lines: readonly string[]): number {
  const first = lines[0]?.trim()
  if (first === undefined || !mayBeTitle(first)) return 0
  const end = lines.findIndex((line) => line.trim() === '' || readDateLine(line) !== undefined)
  const block = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trim())
  const text = block.join(' ')
  if (end > 0 && block.length <= MOST_TITLE_LINES && text.length <= LONGEST_TITLE && !endsLikeProse(text))
    return block.length
  if (first.length > 200 || (endsLikeProse(first) && first.length > 80)) return 0
  if (lines.length === 1) return endsLikeProse(first) ? 0 : 1
  const second = block[1]
  if (second === undefined) return 1
  // A line that starts in lower case continues the first: that is a wrapped text, or a wrapped title when it is short.
  if (/^\p{Ll}/u.test(second)) {
    const third = block[2] ?? ''
    return second.length < first.length * 0.8 && !endsLikeProse(second) && /^\p{Lu}/u.test(third) ? 2 : 0
  }
  return endsOpen(first) && !endsLikeProse(second) && second.length < 90 ? 2 : 1
}

/** "Workshop on", "Sudan and": the line cannot be the whole title. */
function endsOpen(line: string): boolean {
  return /(?:[,–—-]|(?:^|\s)(?:of|and|the|for|in|to|with|by|on|at|from|a|de|des|du|la|le|les|et|à|en|sur|pour|par|y|el|los|las|con|para|por|und|der|die|das|von|und|mit|e|da|do|di|и|в|на))$/iu.test(
    line,
  )
}

function endsLikeProse(text: string): boolean {
  return /[.!;:,،؛]["”»]?$/u.test(text) && !/(?:^|[\s.])\p{L}\.$/u.test(text)
}

/** The number of lines at the top that are the title again. */
function sameTitleSize(lines: readonly string[], title: string): number {
  const wanted = titleKey(title)
  if (wanted === '') return 0
  let joined = ''
  for (let i = 0; i < Math.min(MOST_TITLE_LINES, lines.length); i++) {
    joined += titleKey(lines[i] as string)
    if (joined === wanted) return i + 1
    if (!wanted.startsWith(joined)) return 0
  }
  return 0
}
