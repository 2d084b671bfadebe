/** When was a release published, how do we know, and how precisely? */

import type { DateSource } from '../../types.js'
import {
  type CalendarDate,
  isCalendarDate,
  isoDate,
  type NumericOrder,
  printedDates,
  readTimestamp,
  scanDates,
} from './date-forms.js'
import { coarseDate } from './date-line.js'
import { isInDateline, LONGEST_DATELINE } from './dateline.js'

/** A date found in the markup of a page, with the name of the place it stood in. */
export interface MarkedDate {
  value: string
  label: string
  /** `published` is what a publication date is called; `visible` a date printed by the title; `modified` the last resort. */
  kind: 'published' | 'visible' | 'modified'
}

/** All that may tell the date of a release. */
export interface DateEvidence {
  /** Dates from metadata and markup, most trusted first. */
  marked: readonly MarkedDate[]
  /** Addresses of the release, most trusted first; a path will do. */
  addresses: readonly string[]
  /** Lines around the title and metadata that trailed the text: "Posted on Fri. July-01-2016". */
  lines: readonly string[]
  title: string
  body: string
  /** BCP 47; its region settles `04/05/2016`. */
  language?: string
  now: Date
}

export interface DateFinding {
  /** ISO 8601: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string
  source: DateSource
  how: string
  /** What was printed, where its day and month cannot be told apart: only the year is given. */
  ambiguous?: string
}

/** The first paragraphs, in characters. */
const LEAD = 1500
const YEAR_NAMED = /(?<![\d.,/-])(?:19|20)\d\d(?![\d%]|[.,]\d)/g
const OF_THE_PAST =
  /\b(?:since|depuis|desde|seit|born|founded|established|created|dated|until|before|after)\s(?:the\s|on\s)?$/iu
const OF_THE_FUTURE =
  /(?:\b(?:by|until|through|d['’]ici|hasta|para|bis|agenda)|[-–/])\s?(?:the year |the end of |à |fin |end |el |la )?$/iu

/** Nothing older is a release that was put on a page. */
export const EARLIEST_YEAR = 1900
/** Dates are looked for in so much of the text. */
const TEXT_SEARCHED = 6000
const POSTED_BY_MACHINE = /^\W*posted\b/i
const POSTED =
  /\b(?:posted|published|released|date)\b|publié|publicado|veröffentlicht|опубликовано|نشر|^\P{L}*(?:fecha|datum|data|дата|(?:ال)?تاريخ)\s*:/iu
/** The day of a later change says little of the first day. */
export const UPDATED =
  /\b(?:updated?|modified|revised|edited|re-?issued|mis à jour|modifié|aktualisiert|geändert|actualizado|modificado|aggiornato|atualizado)\b|обновлено|تحديث/iu

/**
 * The date of a release, or undefined: undated is better than wrong.
 *
 * In order: published dates in metadata; a posted line; the full date in an address; a date printed by the title of a
 * page, or on a line of its own; a dateline; a month on a line of its own; the first full date in the text; a year in an
 * address. A day named in running text is near the day of publication (announcements are shortly before it, reports
 * shortly after), so only its month is kept.
 */
export function findDate(evidence: DateEvidence): DateFinding | undefined {
  return (
    fromMarked(evidence, 'published') ??
    fromLines(evidence, 'posted') ??
    fromCoarseLines(evidence, 'posted') ??
    fromUrl(evidence) ??
    fromMarked(evidence, 'visible') ??
    fromLines(evidence, 'printed') ??
    fromDateline(evidence) ??
    fromCoarseLines(evidence, 'printed') ??
    fromText(evidence) ??
    fromMarked(evidence, 'modified') ??
    fromUrlYear(evidence) ??
    yearOnly(evidence) ??
    yearOfNoDay(evidence)
  )
}

/** A date that was stated. */
export interface StatedDate {
  /** ISO 8601, at the precision it was stated with. */
  date: string
  /** `04/05/2016` in plain English: day and month cannot be told apart, and only the year is given. */
  isAmbiguous: boolean
}

/** Reads a date that was stated; undefined when it is no date. A time is cut to the day, in UTC. */
export function readStatedDate(value: string, language?: string): StatedDate | undefined {
  const timestamp = readTimestamp(value, 'utc')
  if (timestamp !== undefined) return { date: isoDate(timestamp), isAmbiguous: false }
  if (value.length > 100) return undefined
  const printed = printedDates(value, { ...readAs(language), months: 'all', shortYears: true })
  const first = printed[0]
  if (printed.length !== 1 || first === undefined || !isCalendarDate(first)) return undefined
  return { date: isoDate(first), isAmbiguous: first.ambiguous }
}

/** The year of a stated day that no calendar has: "2015-02-31"; undefined for everything else. */
export function yearOfStatedNoDay(value: string, language?: string): string | undefined {
  const { dates, impossible } = scanDates(value.slice(0, 100), readAs(language))
  const [day, other] = impossible
  return day === undefined || other !== undefined || dates.length > 0 ? undefined : isoDate({ year: day.year })
}

function fromMarked({ marked, language, now }: DateEvidence, kind: MarkedDate['kind']): DateFinding | undefined {
  for (const { value, label, kind: own } of marked) {
    if (own !== kind) continue
    // Machines write 11/01/2023 month first whatever the language: without a weekday it says only the year.
    const order = kind === 'visible' ? orderOf(language) : 'unknown'
    const date =
      readTimestamp(value, 'local') ?? printedDates(value.slice(0, 200), { language: language ?? 'en', order })[0]
    if (date !== undefined && !('ambiguous' in date && date.ambiguous === true) && isPlausible(date, now))
      return { date: isoDate(date), source: 'metadata', how: `${label} "${value.slice(0, 40).trim()}"` }
  }
  return undefined
}

function fromLines({ lines, language, now }: DateEvidence, kind: 'posted' | 'printed'): DateFinding | undefined {
  for (const line of lines) {
    const isPosted = POSTED.test(line)
    if (isPosted !== (kind === 'posted') || (UPDATED.test(line) && !isPosted)) continue
    // Machines write "Posted: 04/05/2016" month first, whatever the language of the page.
    const order =
      isPosted && POSTED_BY_MACHINE.test(line) && orderOf(language) !== 'month-first' ? 'unknown' : orderOf(language)
    const date = printedDates(line, { language: language ?? 'en', order }).find((found) => isPlausible(found, now))
    if (date?.day === undefined) continue
    return {
      date: isoDate(date),
      source: isPosted ? 'metadata' : 'dateline',
      how: `line "${line.slice(0, 60).trim()}"`,
    }
  }
  return undefined
}

/** A line that tells the month, or the year: "Date: March 2007". A day of that month in an address is more precise. */
function fromCoarseLines(evidence: DateEvidence, kind: 'posted' | 'printed'): DateFinding | undefined {
  for (const line of evidence.lines) {
    const isPosted = POSTED.test(line)
    const date = isPosted === (kind === 'posted') && !UPDATED.test(line) ? coarseDate(line.trim()) : undefined
    if (date === undefined || !isPlausible(date, evidence.now)) continue
    const iso = isoDate(date)
    const day = fromUrl(evidence)
    if (day?.date.startsWith(`${iso}-`)) return day
    return { date: iso, source: isPosted ? 'metadata' : 'dateline', how: `line "${line.slice(0, 60).trim()}"` }
  }
  return undefined
}

/** The year of a date by the title or in metadata whose day and month cannot be told apart. */
function yearOnly({ marked, lines, language, now }: DateEvidence): DateFinding | undefined {
  const printed = [
    ...marked.filter(({ kind }) => kind !== 'modified').map(({ value }) => value),
    ...lines.filter((line) => POSTED.test(line) || !UPDATED.test(line)),
  ]
  for (const line of printed) {
    const date = printedDates(line.slice(0, 200), { language: language ?? 'en' }).find(({ ambiguous }) => ambiguous)
    if (date === undefined || !isPlausible(date, now)) continue
    const how = `the year of "${line.slice(0, 60).trim()}"`
    return { date: isoDate(date), source: 'metadata', how, ambiguous: line.slice(date.start, date.end) }
  }
  return undefined
}

/** The year of a day that no calendar has, by the title or in the dateline: "31 June 2010". */
function yearOfNoDay({ lines, body, language, now }: DateEvidence): DateFinding | undefined {
  const start = body.slice(0, LONGEST_DATELINE)
  for (const line of [...lines.filter((line) => POSTED.test(line) || !UPDATED.test(line)), start]) {
    const day = scanDates(line, readAs(language)).impossible[0]
    if (day === undefined || !isPlausible({ year: day.year }, now)) continue
    if (line === start && !isInDateline(start, day, true)) continue
    return {
      date: isoDate({ year: day.year }),
      source: 'dateline',
      how: `the year of "${line.slice(0, 60).trim()}"`,
    }
  }
  return undefined
}

const URL_FORMS = [
  /(?:^|[/_.=-])((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.?&#-]|$)/,
  /(?:^|[/_.=-])((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.?&#-]|$)/,
]
const URL_DAY_MONTH = /[/_-](\d{1,2}-\p{L}{3,10}-(?:19|20)\d\d)(?=[/_.?&#-]|$)/u

function fromUrl({ addresses, now }: DateEvidence): DateFinding | undefined {
  for (const address of addresses) {
    for (const form of URL_FORMS) {
      const match = form.exec(address)
      if (match === null) continue
      const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
      if (isCalendarDate(date) && isPlausible(date, now))
        return { date: isoDate(date), source: 'url', how: `address "${match[0]}"` }
    }
    const named = URL_DAY_MONTH.exec(address)
    const date = named === null ? undefined : printedDates(named[1] as string)[0]
    if (date !== undefined && isPlausible(date, now))
      return { date: isoDate(date), source: 'url', how: `address "${named?.[1]}"` }
  }
  return undefined
}

function fromUrlYear({ addresses, now }: DateEvidence): DateFinding | undefined {
  for (const address of addresses) {
    const match = /(?:^|\/)((?:19|20)\d\d)(?:\/(\d\d))?(?=\/)/.exec(address)
    if (match === null) continue
    const date: CalendarDate = { year: Number(match[1]) }
    const month = Number(match[2])
    if (month >= 1 && month <= 12) date.month = month
    if (isPlausible(date, now)) return { date: isoDate(date), source: 'url', how: `address "${match[0]}"` }
  }
  return undefined
}

/** A place, a date, a dash: "Geneva, 12 May 2009 –", "Genève, le 3 mars 2004", "SAN JOSÉ, 6 Noviembre, 2017.-". */
function fromDateline({ body, language, now }: DateEvidence): DateFinding | undefined {
  const start = body.slice(0, LONGEST_DATELINE)
  const full = printedDates(start, readAs(language))[0]
  const short = printedDates(start, { ...readAs(language), shortYears: true })[0]
  for (const date of [full, short]) {
    if (date === undefined || !isPlausible(date, now) || !isInDateline(start, date, date.day !== undefined)) continue
    const how = `dateline "${start.slice(0, date.end).trim()}"`
    const finding: DateFinding = { date: isoDate(date), source: 'dateline', how }
    return date.ambiguous ? { ...finding, ambiguous: start.slice(date.start, date.end) } : finding
  }
  return undefined
}

function fromText({ title, body, language, now }: DateEvidence): DateFinding | undefined {
  const text = `${title}\n${body.slice(0, TEXT_SEARCHED)}`
  const latest = latestYear(text, now)
  for (const date of printedDates(text, readAs(language))) {
    if (date.day === undefined || date.weekdayFits === false || !isPlausible(date, now)) continue
    // Far down only a day that was worth a weekday is news.
    if (date.start > LEAD && date.weekdayFits !== true) continue
    // A text that speaks of later years was written later.
    const before = text.slice(Math.max(0, date.start - 30), date.start)
    if (date.year < latest - 1 || OF_THE_PAST.test(before) || UPDATED.test(before)) continue
    return {
      date: isoDate({ year: date.year, month: date.month as number }),
      source: 'text',
      how: `text "${text.slice(date.start, date.end)}"`,
    }
  }
  return undefined
}

/** The latest year, not after now, that the text names as present or past: "by 2020" and "2030 Agenda" are neither. */
function latestYear(text: string, now: Date): number {
  let latest = 0
  for (const match of text.matchAll(YEAR_NAMED)) {
    const year = Number(match[0])
    if (year <= latest || year > now.getUTCFullYear()) continue
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const after = text.slice(match.index + 4, match.index + 20)
    if (OF_THE_FUTURE.test(before) || /^[\s-]*(?:agenda|goals?|targets?|strategy|plan)\b/iu.test(after)) continue
    latest = year
  }
  return latest
}

/** How the dates of a text in this language are read. */
export function readAs(language: string | undefined): { language: string; order: NumericOrder } {
  return { language: language ?? 'en', order: orderOf(language) }
}

/** Month first in the United States and the Philippines, day first elsewhere; plain English may be either. */
function orderOf(language: string | undefined): NumericOrder {
  if (language === undefined) return 'unknown'
  const tag = language.toLowerCase().replace('_', '-')
  if (/^en-(?:us|ph|pr|gu)|^(?:es|fil)-(?:us|pr|ph)$/.test(tag)) return 'month-first'
  return tag === 'en' ? 'unknown' : 'day-first'
}

/** True for a date that a release can have: not of another age, nor of a day to come. */
export function isPlausible(date: CalendarDate, now: Date): boolean {
  if (date.year < EARLIEST_YEAR) return false
  // A day ahead is today in another time zone.
  const day = Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1)
  return day <= now.getTime() + 86_400_000
}
