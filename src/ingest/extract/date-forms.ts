/** Which dates are printed in a text, in which form, and how sure is their reading? */

import { monthOf, weekdayOf } from './date-words.js'

/** A calendar date known to the day, the month or the year. */
export interface CalendarDate {
  year: number
  month?: number
  day?: number
}

/** A date as printed in a text. */
export interface PrintedDate extends CalendarDate {
  /** UTF-16 offsets in the text; a weekday before the date is included. */
  start: number
  end: number
  /** Whether a weekday printed beside the date fits it; undefined when there is none. */
  weekdayFits?: boolean
  /** `04/05/2016` where neither language nor weekday says which is the month: only the year is given. */
  ambiguous: boolean
}

/** What a text has of the form of a date, in order: dates, and those that no calendar has, such as 31 February 2009. */
export interface ScannedDates {
  dates: PrintedDate[]
  impossible: { start: number; end: number; year: number; isNumeric: boolean }[]
}

/** How dates are read. Numbers written with Arabic-Indic digits are read too. */
export interface ReadingOptions {
  /** BCP 47. Default `en`. */
  language?: string
  order?: NumericOrder
  /** Two-digit years are taken within `pivot - 79 … pivot + 20`. */
  pivot?: number
  /** Which languages the month of a date without a day may be named in. Any word may stand before a year. Default `own`. */
  months?: 'own' | 'all'
  /** True: `4 Nov. 97` is a date too. In running text it may be anything. */
  shortYears?: boolean
}

/** How `04/05/2016` is to be read. */
export type NumericOrder = 'day-first' | 'month-first' | 'unknown'

const YEAR = '((?:18|19|20)\\d\\d)(?![\\d])'
const WORD =
  '(\\p{L}[\\p{L}\\p{M}]{2,14}(?:\\s(?:الثاني|الأول))?)(?:\\s?/\\s?(\\p{L}[\\p{L}\\p{M}]{2,14}(?:\\s(?:الثاني|الأول))?))?'
const ORDINAL = '(?:\\s?(?:st|nd|rd|th|er|re|eme|ème|º|°|ª|-?го))?'
const GAP = '[\\s\\-–/.,]{1,3}'
const OF = "(?:(?:of|de|del|d['’]|den|di|du)\\s+)?"
const RANGE = '(?:\\s?(?:[-–—]|to|au|al|bis|and|et|und|y|e|a|و)\\s?\\d{1,2}(?:st|nd|rd|th|\\.)?)?'

/** "No. 12, March 2007": the number of something. */
const NUMBER_SIGN = '(?:(?<!\\p{L})(?:[Nn]\\.?[°ºor]|[Nn]úm)\\.?|[№#])\\s?'

const DAY_MONTH_YEAR = new RegExp(
  `(?<![\\d.,/]|${NUMBER_SIGN})(\\d{1,2})${ORDINAL}${RANGE}${GAP}${OF}${WORD}\\.?${GAP}(?:(?:of|de|del|du)\\s+)?${YEAR}`,
  'gu',
)
// "5 May 10.30" tells an hour.
const DAY_MONTH_SHORT_YEAR = new RegExp(
  `(?<![\\d.,/]|${NUMBER_SIGN})(\\d{1,2})${ORDINAL}${GAP}${WORD}\\.?[\\s\\-–/.,'’]{1,3}(\\d\\d)(?!\\d|[.:,]\\d|\\s?(?:h|am|pm)(?!\\p{L}))`,
  'gu',
)
const MONTH_DAY_YEAR = new RegExp(
  `(?<!\\p{L})${WORD}\\.?[\\s\\-–]{1,2}(\\d{1,2})${ORDINAL}${RANGE}(?:,\\s?|[\\s\\-–/]|\\sde\\s){1,2}${YEAR}`,
  'gu',
)
const MONTH_YEAR = new RegExp(`(?<!\\p{L})${WORD}\\.?[\\s,\\-–/]{1,2}(?:(?:de|del|du)\\s+)?${YEAR}`, 'gu')
const YEAR_MONTH_DAY = /(?<![\d/.-])((?:18|19|20)\d\d)([-/.]|\. )(\d{1,2})\2(\d{1,2})(?!\d)/g
const EAST_ASIAN = /((?:18|19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?/g
const NUMERIC = /(?<![\d/.-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?((?:18|19|20)\d\d|\d\d)(?![\d/]|[-.]\d)/g
const WEEKDAY_BEFORE = /(\p{L}[\p{L}\p{M}]{1,14})\.?,?\s{0,2}(?:(?:the|den|le|el)\s)?$/u

const LAST_DAY = 31
/** Two-digit years are of 1941 to 2040. */
const PIVOT = 2020

/** Cheap test: no date form is without a digit beside another or a year. */
const ANY_DATE = /(?:18|19|20)\d\d|\d[-/.]\s?\d{1,2}[-/.]\s?\d\d/

/** Cheap: false only for texts without any date of a known form. */
export function mayHoldDate(text: string): boolean {
  return ANY_DATE.test(text) || /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]{2}/.test(text)
}

/** Every date printed in the text, in order, each with at least a month. */
export function printedDates(text: string, options: ReadingOptions = {}): PrintedDate[] {
  return scanDates(text, options).dates
}

/** Reads the dates of a text, and notes the impossible ones. */
export function scanDates(
  text: string,
  { language = 'en', order = 'unknown', pivot = PIVOT, months = 'own', shortYears = false }: ReadingOptions = {},
): ScannedDates {
  const ascii = asciiDigits(text)
  if (!shortYears && !ANY_DATE.test(ascii)) return { dates: [], impossible: [] }
  const found: PrintedDate[] = []
  const impossible: ScannedDates['impossible'] = []
  /** Places that were read, or that hold an impossible date: no part of them is read again. */
  const taken: { start: number; end: number }[] = []
  const add = (start: number, end: number, date: CalendarDate, ambiguous = false): void => {
    if (taken.some((other) => start < other.end && end > other.start)) return
    taken.push({ start, end })
    if (ambiguous || isCalendarDate(date)) found.push({ ...date, start, end, ambiguous })
    else impossible.push({ start, end, year: date.year, isNumeric: !/\p{L}/u.test(ascii.slice(start, end)) })
  }
  const named = (pattern: RegExp, day: number, word: number, year: number): void => {
    const among = day > 0 ? 'all' : months
    for (const match of ascii.matchAll(pattern)) {
      const second = match[word + 1]
      const first = monthOf(match[word] as string, language, among)
      const month = first || (second === undefined ? 0 : monthOf(second, language, among))
      // "No 45, March 2007" tells no day.
      if (month === 0 || Number(match[day]) > LAST_DAY) continue
      const date: CalendarDate = { year: fullYear(match[year] as string, pivot), month }
      if (day > 0) date.day = Number(match[day])
      // "PRESS RELEASE / May 2003": the word before the stroke is no month.
      const before = first === 0 && word === 1 ? match[0].indexOf(second as string) : 0
      add(match.index + before, match.index + match[0].length, date)
    }
  }
  named(DAY_MONTH_YEAR, 1, 2, 4)
  if (shortYears) named(DAY_MONTH_SHORT_YEAR, 1, 2, 4)
  named(MONTH_DAY_YEAR, 3, 1, 4)
  for (const match of ascii.matchAll(YEAR_MONTH_DAY)) {
    add(match.index, match.index + match[0].length, {
      year: Number(match[1]),
      month: Number(match[3]),
      day: Number(match[4]),
    })
  }
  for (const match of ascii.matchAll(EAST_ASIAN)) {
    const date: CalendarDate = { year: Number(match[1]), month: Number(match[2]) }
    if (match[3] !== undefined) date.day = Number(match[3])
    add(match.index, match.index + match[0].length, date)
  }
  for (const match of ascii.matchAll(NUMERIC)) {
    const year = fullYear(match[4] as string, pivot)
    const numeric = readNumeric({
      first: Number(match[1]),
      second: Number(match[3]),
      year,
      order: match[2] === '.' ? 'day-first' : order,
      weekday: weekdayBefore(ascii, match.index, language),
    })
    const end = match.index + match[0].length
    if (numeric !== undefined) add(match.index, end, numeric, numeric.day === undefined)
    else if (match[4]?.length === 4) add(match.index, end, { year, month: 0 })
  }
  named(MONTH_YEAR, 0, 1, 3)
  for (const date of found) checkWeekday(ascii, date, language)
  const inOrder = (one: { start: number }, other: { start: number }): number => one.start - other.start
  return { dates: found.sort(inOrder), impossible: impossible.sort(inOrder) }
}

interface NumericDate {
  first: number
  second: number
  year: number
  order: NumericOrder
  weekday: number
}

/** Settles which number is the month: what is possible, then the weekday, then the order of the language. */
function readNumeric({ first, second, year, order, weekday }: NumericDate): CalendarDate | undefined {
  const dayFirst: CalendarDate = { year, month: second, day: first }
  const monthFirst: CalendarDate = { year, month: first, day: second }
  const possible = [dayFirst, monthFirst].filter(isCalendarDate)
  if (possible.length === 0) return undefined
  if (possible.length === 1 || first === second) return possible[0]
  const fitting = weekday < 0 ? [] : possible.filter((date) => weekdayIn(date) === weekday)
  if (fitting.length === 1) return fitting[0]
  if (order === 'unknown') return { year }
  return order === 'day-first' ? dayFirst : monthFirst
}

function fullYear(digits: string, pivot: number): number {
  const number = Number(digits)
  if (digits.length === 4) return number
  const century = Math.floor((pivot + 20) / 100) * 100
  return century + number > pivot + 20 ? century - 100 + number : century + number
}

function weekdayBefore(text: string, start: number, language: string): number {
  const match = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - 22), start))
  return match === null ? -1 : weekdayOf(match[1] as string, language)
}

function checkWeekday(text: string, date: PrintedDate, language: string): void {
  if (date.day === undefined) return
  const before = text.slice(Math.max(0, date.start - 22), date.start)
  const match = WEEKDAY_BEFORE.exec(before)
  if (match === null) return
  const weekday = weekdayOf(match[1] as string, language)
  if (weekday < 0) return
  date.weekdayFits = weekdayIn(date) === weekday
  date.start -= before.length - match.index
}

/** 0 (Sunday) to 6. */
function weekdayIn(date: CalendarDate): number {
  return new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1)).getUTCDay()
}

/** True when the calendar has that month and that day. */
export function isCalendarDate({ year, month, day }: CalendarDate): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false
  if (month === undefined) return day === undefined
  if (month < 1 || month > 12) return false
  if (day === undefined) return true
  return day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const yyyy = String(year).padStart(4, '0')
  if (month === undefined) return yyyy
  return day === undefined ? `${yyyy}-${two(month)}` : `${yyyy}-${two(month)}-${two(day)}`
}

/**
 * A machine-readable timestamp as a date, or undefined: `2009`, `2009-05`, `2009-05-12`, `2009-05-12T10:00:00+02:00`,
 * `20090512`, RFC 822. With `zone: 'utc'` a time with an offset is moved to UTC first; with `zone: 'local'` the day is
 * the one its author wrote.
 */
export function readTimestamp(value: string, zone: 'utc' | 'local'): CalendarDate | undefined {
  const text = value.trim()
  const iso =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    )
  const compact = iso ?? /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)
  if (compact !== null) {
    const date: CalendarDate = { year: Number(compact[1]) }
    if (compact[2] !== undefined) date.month = Number(compact[2])
    if (compact[3] !== undefined) date.day = Number(compact[3])
    if (!isCalendarDate(date)) return undefined
    const offset = iso?.[7]
    if (zone === 'local' || offset === undefined || !/[+-]\d/.test(offset) || date.day === undefined) return date
    const sign = offset.startsWith('-') ? -1 : 1
    const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)))
    return dayInUtc(date, Number(iso?.[4]), Number(iso?.[5]) - minutes)
  }
  const mail =
    /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})\s+(\p{L}{3,9})\.?\s+(\d{4}|\d\d)\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*([+-]\d{4}|\p{L}{1,5})?$/u.exec(
      text,
    )
  if (mail === null) return undefined
  const month = monthOf(mail[2] as string)
  const date: CalendarDate = { year: fullYear(mail[3] as string, PIVOT), month, day: Number(mail[1]) }
  if (month === 0 || !isCalendarDate(date)) return undefined
  const offset = mail[6]
  if (zone === 'local' || offset === undefined || !/^[+-]/.test(offset)) return date
  const minutes = (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3)))
  return dayInUtc(date, Number(mail[4]), Number(mail[5]) - minutes)
}

/** The day in UTC of that time, whose minutes may be of other hours. */
function dayInUtc({ year, month = 1, day = 1 }: CalendarDate, hours: number, minutes: number): CalendarDate {
  // The platform takes the years 0 to 99 for those of the twentieth century; the calendar repeats after 400.
  const utc = new Date(Date.UTC(year + 400, month - 1, day, hours, minutes))
  return { year: utc.getUTCFullYear() - 400, month: utc.getUTCMonth() + 1, day: utc.getUTCDate() }
}

/** Arabic-Indic and full-width digits as ASCII, lengths unchanged. */
function asciiDigits(text: string): string {
  if (!/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/.test(text)) return text
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660))
  })
}
