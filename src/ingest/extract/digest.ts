/** Does a page hold several releases one after the other? Title, "Posted on …", text, next title: they are told apart. */

import { isCalendarDate, isoDate, type NumericOrder, printedDates } from './date-forms.js'
import { readDateLine } from './date-line.js'
import { cleanTitle } from './title.js'

/** One release of a digest. */
export interface DigestPart {
  title: string
  /** ISO 8601. */
  date: string
  /** `04/05/2016`, where nothing in the digest says which is the month: the date is the year. */
  isAmbiguous: boolean
  /** The line that the date was read from. */
  dateLine: string
  text: string
}

/** A page with fewer dated texts is one release. */
const FEWEST_PARTS = 2
/** Teasers are shorter: a list of them is an index, not a digest. */
const SHORTEST_TEXT = 150
/** So much of a digest's parts are texts, not teasers. */
const TEXTS_SHARE = 0.6
/** One part with more of the text than this is an article, and the others tell of other pages. */
const LARGEST_SHARE = 0.8
/** A title is not longer, and takes no more lines. */
const LONGEST_TITLE = 200
const MOST_TITLE_LINES = 2

/**
 * The releases of a text that holds several, in order; empty when it is one release. A part begins with its title and
 * the line of its date below, blank lines apart; "04/05/2016" is read in the order that the other dates of the digest
 * show, and what stands above the first title is left out.
 */
export function splitDigest(text: string): DigestPart[] {
  const lines = text.split('\n').map((line) => line.trim())
  const starts: (Pick<DigestPart, 'title' | 'dateLine' | 'date' | 'isAmbiguous'> & { from: number; at: number })[] = []
  const order = orderWithin(lines)
  for (const [at, line] of lines.entries()) {
    if (line === '' || !isDateLine(line)) continue
    const [date, more] = printedDates(line, { order })
    const title = date === undefined || more !== undefined ? undefined : titleAbove(lines, at)
    if (date === undefined || title === undefined || !isCalendarDate(date)) continue
    starts.push({ ...title, dateLine: line, date: isoDate(date), isAmbiguous: date.ambiguous, at })
  }
  if (starts.length < FEWEST_PARTS) return []
  const parts = starts.map(({ title, dateLine, date, isAmbiguous, at }, i): DigestPart => {
    const end = starts[i + 1]?.from ?? lines.length
    return {
      title,
      date,
      isAmbiguous,
      dateLine,
      text: lines
        .slice(at + 1, end)
        .join('\n')
        .trim(),
    }
  })
  const texts = parts.filter((part) => part.text.length >= SHORTEST_TEXT).length
  if (texts < FEWEST_PARTS || texts < parts.length * TEXTS_SHARE) return []
  const lengths = parts.map((part) => part.text.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (Math.max(...lengths) > total * LARGEST_SHARE) return []
  return parts.filter((part) => part.text !== '')
}

const NUMERIC = /(?<!\d)(\d{1,2})[/.-]\s?(\d{1,2})[/.-]\s?(?:\d\d){1,2}(?!\d)/

/** The order of day and month that the dates of a text show: a day beyond the twelfth, or a weekday, tells. */
function orderWithin(lines: readonly string[]): NumericOrder {
  const seen = new Set<NumericOrder>()
  for (const line of lines) {
    const numbers = isDateLine(line) ? NUMERIC.exec(line) : null
    const date = numbers === null ? undefined : printedDates(line)[0]
    if (numbers === null || date?.day === undefined || numbers[1] === numbers[2]) continue
    seen.add(date.month === Number(numbers[1]) ? 'month-first' : 'day-first')
  }
  const [order = 'unknown'] = seen
  return seen.size === 1 ? order : 'unknown'
}

/** A line that tells the day of a release. */
function isDateLine(line: string): boolean {
  return readDateLine(line)?.precision === 'day'
}

/** The title right above a date line: one or two lines that start a block and are no prose. */
function titleAbove(lines: readonly string[], at: number): { title: string; from: number } | undefined {
  let last = at - 1
  while (last >= 0 && lines[last] === '') last--
  if (last < 0) return undefined
  let first = last
  while (first > 0 && lines[first - 1] !== '' && last - first + 1 <= MOST_TITLE_LINES) first--
  if (last - first + 1 > MOST_TITLE_LINES) return undefined
  const title = cleanTitle(lines.slice(first, last + 1).join(' '))
  const words = title.match(/\p{L}{2,}/gu)?.length ?? 0
  if (title.length > LONGEST_TITLE || words < 3 || /[.!;,]["”»]?$/.test(title) || isDateLine(title)) return undefined
  return { title, from: first }
}
