/** Which lines by a text are its date, alone or behind a label, a kind or a place, and how precise is it? */

import { longestMatch } from './country-match.js'
import { splitWords } from './country-words.js'
import { type CalendarDate, isCalendarDate, printedDates, scanDates } from './date-forms.js'
import { isKindLine } from './furniture.js'

/** What a line of a date says. */
export interface DateLine {
  /** `day`, though perhaps one that no calendar has; else the month or the year is all it tells. */
  precision: 'day' | 'month' | 'year'
  /** The name of a place: the line belongs to the text then. */
  place: string
}

/** Longer lines are text. */
const LONGEST_LINE = 90
/** Words that may stand beside a day are the name of a place. */
const LONGEST_PLACE = 30
const MOST_PLACE_WORDS = 3

const LABELS =
  /(?<!\p{L})(?:posted|published|released?|updated|modified|issued|date|dated|on|at|by|the|le|publié|publiée|mis en ligne|mis à jour|publicado|publicada|fecha|el|a las|veröffentlicht|am|vom|den|uhr|datum|pubblicato|il|em|en|data|опубликовано|дата|года?|г|نشر|(?:ال)?تاريخ|في|عام|briefing notes?|press release|news|communiqué|comunicado|am|pm|gmt|utc|cet|cest|est|edt|h)(?!\p{L})|\d{1,2}[:.h]\d{2}(?::\d{2})?|[^\p{L}]+/giu

/** "Date: spring 2007": what stands behind the label tells when, though it is no date. */
const LABELLED = /^[^\p{L}\d]*(?:date|fecha|datum|data|дата|(?:ال)?تاريخ)\s*:\s*(.{4,30})$/iu
const MONTH_IN_NUMBERS = /(?<![\d/.-])(?:((?:19|20)\d\d)[-/.](\d{1,2})|(\d{1,2})[-/.]((?:19|20)\d\d))(?![\d/.-])/
const ONE_YEAR = /^\D*((?:19|20)\d\d)\D*$/

/** What a line says of a date; undefined for every other line. */
export function readDateLine(line: string): DateLine | undefined {
  if (line.length > LONGEST_LINE) return undefined
  const text = line.trim()
  const { dates, impossible } = scanDates(text, { order: 'day-first' })
  const day = dates.find(({ day }) => day !== undefined) ?? impossible[0]
  if (day !== undefined) {
    const beside = wordsBeside(text, day)
    const isAlone = beside === '' || isKindLine(withoutRange(text, day))
    if (isAlone) return { precision: 'day', place: '' }
    // Numbers that are no date may be anything: "Resolution 24/63/2007".
    const isNumber = 'isNumeric' in day && day.isNumeric
    const isPlace = !isNumber && beside.split(/\s+/).length <= MOST_PLACE_WORDS && beside.length <= LONGEST_PLACE
    return isPlace ? { precision: 'day', place: beside } : undefined
  }
  const coarse = coarseDate(text)
  if (coarse === undefined) return undefined
  return { precision: coarse.month === undefined ? 'year' : 'month', place: coarse.place }
}

/** The month or year that a line tells which tells no day: "March 2007", "Date: 03/2007", "Date: spring 2007". */
export function coarseDate(line: string): (CalendarDate & { place: string }) | undefined {
  const month = line.length > LONGEST_LINE ? undefined : monthIn(line)
  if (month !== undefined) {
    const date = { year: month.year, month: month.month as number }
    const beside = wordsBeside(line, month)
    if (beside === '' || isKindLine(withoutRange(line, month))) return { ...date, place: '' }
    // "Annual Report March 2007" is a title, and so may be "Haiti, March 2010".
    if (/[,(]\s*$/.test(line.slice(0, month.start)) && isTown(beside)) return { ...date, place: beside }
  }
  const year = ONE_YEAR.exec(LABELLED.exec(line)?.[1] ?? '')
  return year === null ? undefined : { year: Number(year[1]), place: '' }
}

function monthIn(line: string): (CalendarDate & Range) | undefined {
  const [first, second] = printedDates(line, { months: 'all' })
  if (first !== undefined)
    return second === undefined && first.day === undefined && !first.ambiguous ? first : undefined
  const numbers = MONTH_IN_NUMBERS.exec(line)
  // "Press release 5/2005" is the fifth of its year.
  if (numbers === null || isKindLine(line)) return undefined
  const date = { year: Number(numbers[1] ?? numbers[4]), month: Number(numbers[2] ?? numbers[3]) }
  return isCalendarDate(date) ? { ...date, start: numbers.index, end: numbers.index + numbers[0].length } : undefined
}

interface Range {
  start: number
  end: number
}

function withoutRange(text: string, { start, end }: Range): string {
  return `${text.slice(0, start)} ${text.slice(end)}`.replace(/[\s,;:/|–—-]+$|^[\s,;:/|–—-]+/gu, '')
}

/** What is left of a line without its date and labels such as "Posted on". */
function wordsBeside(text: string, range: Range): string {
  return withoutRange(text, range).replace(LABELS, ' ').trim()
}

/** True for the name of a known town. */
function isTown(text: string): boolean {
  const words = splitWords(text)
  const match = longestMatch(words, 0, 0)
  return match?.last === words.infos.length - 1 && (match.form.kind === 'capital' || match.form.kind === 'city')
}
