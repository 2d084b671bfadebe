/**
 * When was each release published? Runs of documents with one date, since documents are numbered by time.
 *
 *     body := (year, month, day deltas and count, one run after the other):
 *             runs:varint (yearDelta:varint month:u8 day:u8 count:varint){runs}
 *
 * `month` and `day` are 0 where unknown, so that a release known only to its year stands before those of January.
 * `yearDelta` is the year less that of the run before (the first: the year itself). Undated documents follow the last run.
 */

import { type ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'

/** Documents `start` (inclusive) to `end` (exclusive) with the same date. */
export interface DateRun {
  year: number
  /** 1 to 12, or 0 when only the year is known. */
  month: number
  /** 1 to 31, or 0 when only the month is known. */
  day: number
  start: number
  end: number
}

/** Year, month and day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function dateFields(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The runs of dates by document, ascending; undated documents are left out. */
export function dateRuns(dates: readonly (string | undefined)[]): DateRun[] {
  const runs: DateRun[] = []
  let current: string | undefined
  dates.forEach((date, doc) => {
    if (date === undefined) return
    if (date === current) runs.at(-1)!.end = doc + 1
    else runs.push({ ...dateFields(date), start: doc, end: doc + 1 })
    current = date
  })
  return runs
}

/** The same runs with days joined: one run a month, one for releases known only to the year. */
export function monthRuns(runs: readonly DateRun[]): DateRun[] {
  const months: DateRun[] = []
  for (const run of runs) {
    const last = months.at(-1)
    // Releases known only to the month stay a run of their own: they answer a day's filter differently.
    if (last && last.year === run.year && last.month === run.month && last.day > 0 && run.day > 0) last.end = run.end
    else months.push({ ...run, day: run.day > 0 ? 1 : 0 })
  }
  return months
}

export function writeRuns(out: ByteWriter, runs: readonly DateRun[]): void {
  out.varint(runs.length)
  let year = 0
  for (const run of runs) {
    out.varint(run.year - year)
    out.u8(run.month)
    out.u8(run.day)
    out.varint(run.end - run.start)
    year = run.year
  }
}

/** Reads runs that must not reach beyond `docCount` documents. */
export function readRuns(reader: ByteReader, docCount: number): DateRun[] {
  const runs: DateRun[] = []
  let year = 0
  let start = 0
  for (let left = reader.count(4); left > 0; left--) {
    year += reader.varint()
    const month = reader.u8()
    const day = reader.u8()
    const end = start + reader.varint()
    if (year > 9999 || month > 12 || day > 31 || end > docCount) {
      throw corrupt(reader.where, reader.position, 'a run of dates is impossible')
    }
    runs.push({ year, month, day, start, end })
    start = end
  }
  return runs
}

/** The inflated body of a `dates` pack. */
export function writeDates(runs: readonly DateRun[]): Uint8Array {
  const out = new ByteWriter(runs.length * 5 + 8)
  writeRuns(out, runs)
  return out.finish()
}

export function openDates(reader: ByteReader, docCount: number): DateRun[] {
  const runs = readRuns(reader, docCount)
  reader.finish()
  return runs
}
