/** Which dates by a text are refused or only half believed, and what is said of them? */

import { type DateEvidence, isPlausible, readAs, UPDATED } from './date.js'
import { isoDate, type PrintedDate, printedDates, scanDates } from './date-forms.js'
import { isInDateline, LONGEST_DATELINE } from './dateline.js'

/** A date that was printed and not taken, and why. */
export interface DateDoubt {
  value: string
  reason: string
}

/** What is said of a date that keeps only its year, with both readings of it. */
export function ambiguousDate(printed: string): string {
  const readings = (['day-first', 'month-first'] as const).flatMap((order) => {
    const date = printedDates(printed, { order }).find(({ day }) => day !== undefined)
    return date === undefined ? [] : [isoDate(date)]
  })
  return `day and month cannot be told apart; only the year is kept. Write it as ${readings.join(' or ')}, or say which English: en-GB, en-US`
}

/** The dates in metadata, on lines of their own and in the dateline that no release can have, each once. */
export function dateDoubts({ marked, lines, body, language, now }: DateEvidence): DateDoubt[] {
  const doubts = new Map<string, DateDoubt>()
  const note = (value: string, date: PrintedDate | undefined): void => {
    const reason = date === undefined ? 'a day that no calendar has; at most its year is kept' : doubtOf(date, now)
    if (reason !== undefined) doubts.set(value, { value, reason })
  }
  const scan = (text: string, isMeant: (date: PrintedDate | Range) => boolean): void => {
    const { dates, impossible } = scanDates(text, readAs(language))
    for (const date of [...dates, ...impossible].filter(isMeant))
      note(text.slice(date.start, date.end).trim(), 'ambiguous' in date ? date : undefined)
  }
  for (const { value, kind } of marked) if (kind === 'published') scan(value.slice(0, 60), () => true)
  for (const line of lines) if (!UPDATED.test(line)) scan(line, () => true)
  const start = body.slice(0, LONGEST_DATELINE)
  scan(start, (date) => isInDateline(start, date, !('day' in date) || date.day !== undefined))
  return [...doubts.values()]
}

interface Range {
  start: number
  end: number
}

function doubtOf(date: PrintedDate, now: Date): string | undefined {
  if (isPlausible(date, now))
    return date.weekdayFits === false ? 'that day is another day of the week; is it the right one?' : undefined
  const reason =
    date.year > now.getUTCFullYear() - 1 ? 'a day to come, which only a stated date may be' : 'a year far off'
  return `${reason}; it is passed over`
}
