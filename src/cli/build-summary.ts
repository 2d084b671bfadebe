/** What happened in a build, so that a person can take it in at a glance? */

import type { BuildReport } from '../build.js'
import { makeLabels } from '../query/labels.js'
import type { Warning } from '../types.js'
import { facetChart, yearCounts } from './facet-charts.js'
import { factRows } from './facts.js'
import { fewOfAKind } from './few-of-a-kind.js'
import { placeText, reasonText } from './input-troubles.js'
import { formatBytes, formatCount, formatDuration, formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text-width.js'

/** Entries of a list of troubles that are printed; the rest is counted. */
const SHOWN = 20
/** Doubtful values of one kind, where not all can be printed. */
const SHOWN_OF_A_KIND = 4
/** Countries in the summary. */
const TOP_COUNTRIES = 12

type Printer = Pick<Terminal, 'paint' | 'width'>

/** What was rejected, what is doubtful, one line each: `file:line: reason`; and what the archive has replaced. */
export function buildNotes(report: BuildReport, { paintNote }: Pick<Terminal, 'paintNote'>): string[] {
  const rejected = report.rejected.map(
    (one) => `${placeText(one)}: ${paintNote('bad', 'rejected')} (${one.reason}): ${reasonText(one)}`,
  )
  return [...firstOf(rejected, 'rejected'), ...doubtNotes(report.warnings, paintNote), ...replacedNotes(report)]
}

/** The doubtful values; where they are many, some of each kind. */
function doubtNotes(warnings: readonly Warning[], paintNote: Terminal['paintNote']): string[] {
  const lines = warnings.map((one) => {
    const value = one.value === '' ? '' : ` ${JSON.stringify(oneLine(one.value).slice(0, 80))}`
    return {
      line: `${placeText(one)}: ${paintNote('doubt', 'doubtful')}: ${one.field}${value}: ${oneLine(one.reason)}`,
      kind: `${one.field} ${one.reason.replace(/".*"|\d+| from .*/g, '')}`,
    }
  })
  const shown = fewOfAKind(lines, warnings.length > SHOWN ? SHOWN_OF_A_KIND : SHOWN)
  return firstOf(shown, 'doubtful')
}

function replacedNotes({ earlier }: BuildReport): string[] {
  if (earlier === undefined) return []
  const { releases, gone } = earlier
  const now =
    gone === 0
      ? 'all of them are in this one too'
      : `${formatCount(gone)} of them ${gone === 1 ? 'is' : 'are'} not in this one`
  return [`In place of an archive of ${formatNoun(releases, 'release')}; ${now}.`]
}

function firstOf(lines: readonly string[], what: string): string[] {
  const more = lines.length - SHOWN
  return more > 0 ? [...lines.slice(0, SHOWN), `and ${formatCount(more)} more ${what}`] : [...lines]
}

/** The summary of a build. */
export function buildSummary(report: BuildReport, out: string, printer: Printer): string[] {
  const { paint } = printer
  const labels = makeLabels()
  const facts: [string, string][] = [
    ['Found', accounts(report)],
    ['Rejected', reasons(report)],
    ['Languages', languages(report.languages)],
    ['Duplicates', duplicates(report)],
    ['Size', sizes(report)],
    ['Time', `${formatDuration(report.ms)} · ${formatCount(Math.round(report.peakMemoryMiB))} MiB of memory`],
  ]
  const countries = Object.entries(report.countries).map(([value, count]) => ({
    value,
    label: labels.label('country', value),
    count,
  }))
  return [
    `${paint('good', '✓')} ${paint('strong', formatNoun(report.releases, 'release'))} in ${paint('strong', oneLine(out))}`,
    '',
    ...factRows(facts, printer),
    ...facetChart('year', yearCounts(report.years, report.undated), 0, printer),
    ...facetChart('country', countries, TOP_COUNTRIES, printer),
  ]
}

function accounts(report: BuildReport): string {
  const parts: [number, string][] = [
    [report.releases, 'taken in'],
    [report.replaced.length, 'replaced by a later one of the same id'],
    [report.skipped, 'skipped'],
    [report.rejected.length, 'rejected'],
  ]
  const told = parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, what]) => `${formatCount(count)} ${what}`)
  const doubtful = report.warnings.length > 0 ? `; ${formatNoun(report.warnings.length, 'doubtful value')}` : ''
  return `${formatCount(report.found)}: ${told.join(', ')}${doubtful}`
}

/** How many inputs are rejected for which reason, most first. */
function reasons({ rejected }: BuildReport): string {
  const counts = new Map<string, number>()
  for (const { reason } of rejected) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reason} ${formatCount(count)}`)
    .join(', ')
}

function languages(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([tag, count]) => `${tag === 'und' ? 'unknown' : oneLine(tag)} ${formatCount(count)}`)
    .join(', ')
}

function duplicates({ duplicates: { exact, near, clusters } }: BuildReport): string {
  if (clusters.length === 0) return ''
  return `${formatCount(exact)} exact, ${formatCount(near)} near, in ${formatNoun(clusters.length, 'cluster')}; all are kept`
}

function sizes({ bytes, terms }: BuildReport): string {
  const { total, texts } = bytes
  return `${formatBytes(total)}: texts ${formatBytes(texts)}, index ${formatBytes(total - texts)} with ${formatNoun(terms, 'term')}`
}
