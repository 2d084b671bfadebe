/** How are the counts of a facet shown? Time as bars without gaps, everything else as a list by count. */

import type { FacetCount } from '../types.js'
import { barRows, closeGaps } from './bars.js'
import { inColumns } from './columns.js'
import { formatCount, formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine, padEnd, padStart, textWidth, truncate } from './text-width.js'

type Printer = Pick<Terminal, 'paint' | 'width'>

const INDENT = '  '
/** Bars that stand in one column, with room to be long. */
const SINGLE_COLUMN = 9
const LONG_BAR = 40
const SHORT_BAR = 12
/** Bars of few releases are not drawn as if they were many. */
const CELLS_PER_RELEASE = 4
/** Rows of a column before there is a second one. */
const LEAST_BAR_ROWS = 7
const LEAST_LIST_ROWS = 4
/** Longer labels of a list are cut. */
const LONGEST_LABEL = 32

/** Facets whose values are points in time. */
const TIME = ['year', 'month', 'date']

const HEADINGS: Record<string, string> = {
  year: 'Years',
  month: 'Months',
  date: 'Days',
  country: 'Countries',
  mention: 'Countries mentioned',
  language: 'Languages',
}

/** The counts of one facet under a heading; nothing where there are none. `top`: values of a list that are shown. */
export function facetChart(name: string, counts: readonly FacetCount[], top: number, printer: Printer): string[] {
  if (counts.length === 0) return []
  const heading = Object.hasOwn(HEADINGS, name) ? HEADINGS[name]! : oneLine(name)
  const rows = TIME.includes(name) ? timeRows(counts, printer) : listRows(counts, top, printer)
  return ['', printer.paint('strong', heading), ...rows.map((row) => (INDENT + row).trimEnd())]
}

function timeRows(counts: readonly FacetCount[], { paint, width }: Printer): string[] {
  const bars = closeGaps(
    counts.filter(({ value }) => value !== null).map(({ value, count }) => ({ label: String(value), count })),
  )
  const single = bars.length <= SINGLE_COLUMN
  const most = Math.max(0, ...bars.map(({ count }) => count))
  const barWidth = Math.min(single ? Math.min(LONG_BAR, width - 24) : SHORT_BAR, most * CELLS_PER_RELEASE)
  const rows = barRows(bars, { width: barWidth, paint })
  const none = counts.find(({ value }) => value === null)
  return [
    ...(single ? rows : inColumns(rows, width - INDENT.length, LEAST_BAR_ROWS)),
    ...(none === undefined ? [] : [paint('dim', `${oneLine(none.label)}: ${formatCount(none.count)}`)]),
  ]
}

function listRows(counts: readonly FacetCount[], top: number, { paint, width }: Printer): string[] {
  const known = counts.filter(({ value }) => value !== null)
  const shown = known.slice(0, top).map(({ label, count }) => ({
    label: truncate(oneLine(label), LONGEST_LABEL),
    count: formatCount(count),
  }))
  const labelWidth = Math.max(0, ...shown.map(({ label }) => textWidth(label)))
  const countWidth = Math.max(0, ...shown.map(({ count }) => count.length))
  const items = shown.map(({ label, count }) => `${padEnd(label, labelWidth)}  ${padStart(count, countWidth)}`)
  const none = counts.find(({ value }) => value === null)
  const rest = [
    ...(known.length > top ? [`and ${formatNoun(known.length - top, 'more', 'more')}`] : []),
    ...(none === undefined ? [] : [`${oneLine(none.label)}: ${formatCount(none.count)}`]),
  ]
  return [
    ...inColumns(items, width - INDENT.length, LEAST_LIST_ROWS),
    ...(rest.length === 0 ? [] : [paint('dim', rest.join(' · '))]),
  ]
}

/** Counts by year, every year from the first to the last, as a facet of a search has them. */
export function yearCounts(years: Readonly<Record<string, number>>, undated: number): FacetCount[] {
  const known = Object.keys(years).map(Number)
  const first = Math.min(...known)
  const counts: FacetCount[] = []
  if (known.length > 0) {
    for (let year = first; year <= Math.max(...known); year++) {
      const label = String(year).padStart(4, '0')
      counts.push({ value: year, label, count: years[label] ?? 0 })
    }
  }
  if (undated > 0) counts.push({ value: null, label: 'undated', count: undated })
  return counts
}
