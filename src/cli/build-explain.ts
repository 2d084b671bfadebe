/** How would a file be understood? What a build reads in it, and how each field is obtained; nothing is written. */

import { existsSync } from 'node:fs'
import { type IngestItem, type IngestOptions, readReleases } from '../build.js'
import { DatelinesError } from '../errors.js'
import { INGEST_OPTION_NAMES } from '../ingest/read-releases.js'
import type { InputPlace, Release } from '../types.js'
import type { BuildConfig } from './config.js'
import { factRows } from './facts.js'
import { placeText, reasonText } from './input-troubles.js'
import { formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine, truncate } from './text-width.js'

/** Records of one file that are explained; one further down is asked for by its line. */
const MOST = 20

/** Reads one file as a build with these options would. `FILE:LINE` is one record of it. */
export async function explainFile(named: string, options: BuildConfig, signal: AbortSignal): Promise<IngestItem[]> {
  const [, before = named, line] = existsSync(named) ? [] : (/^(.+):(\d+)$/.exec(named) ?? [])
  const ingest = Object.fromEntries(
    Object.entries(options).filter(([name]) => (INGEST_OPTION_NAMES as readonly string[]).includes(name)),
  ) as IngestOptions
  delete ingest.releases
  delete ingest.onProgress
  const items: IngestItem[] = []
  for await (const item of readReleases({ ...ingest, include: [before], signal })) {
    if (line === undefined || placeOf(item).line === Number(line)) items.push(item)
    if (items.length === (line === undefined ? MOST : 1)) break
  }
  if (items.length > 0) return items
  throw new DatelinesError('E_INPUT', `${before} has no record on line ${line}.`, { where: named })
}

/** What became of each record, as lines. */
export function explainLines(items: readonly IngestItem[], printer: Pick<Terminal, 'paint' | 'width'>): string[] {
  const { paint } = printer
  const lines = items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...itemLines(item, printer)])
  const notes = [
    ...(items.some(isFramed) ? ['A build also takes out lines that the other files of a folder repeat.'] : []),
    ...(items.length < MOST ? [] : ['There may be more; name one as FILE:LINE.']),
  ]
  return notes.length === 0 ? lines : [...lines, '', ...notes.map((note) => paint('dim', note))]
}

/** True for a release whose text was looked for: what its folder repeats is not known from one file. */
function isFramed(item: IngestItem): boolean {
  return item.kind === 'release' && item.how.body !== undefined && item.how.body !== 'stated'
}

function itemLines(item: IngestItem, printer: Pick<Terminal, 'paint' | 'width'>): string[] {
  const { paint } = printer
  const head = paint('strong', placeText(placeOf(item)))
  if (item.kind === 'skipped') return [`${head} is skipped: map gave nothing for it`]
  if (item.kind === 'rejected') {
    return [`${head} is ${paint('bad', 'rejected')} (${item.rejection.reason}): ${reasonText(item.rejection)}`]
  }
  const rows = Object.entries(item.how).flatMap(([field, how]): [string, string][] => {
    const value = fieldText(item.release, field)
    return [[field, `${value}${value === '' ? '' : ' '}(${oneLine(how)})`]]
  })
  const doubts = item.warnings.map(
    ({ field, value, reason }) =>
      `  ${paint('doubt', 'doubtful')}: ${field} ${JSON.stringify(oneLine(value))}: ${oneLine(reason)}`,
  )
  return [head, ...factRows(rows, printer), ...doubts]
}

const placeOf = (item: IngestItem): InputPlace => (item.kind === 'rejected' ? item.rejection : item.place)

/** Longer values are cut. */
const LONGEST_VALUE = 160

function fieldText(release: Release, field: string): string {
  const { body } = release
  if (field === 'body') {
    const paragraphs = body === '' ? 0 : body.split(/\n{2,}/).length
    return `${formatNoun(body.length, 'character')} in ${formatNoun(paragraphs, 'paragraph')}: ${truncate(oneLine(body.slice(0, 80)), 60)}`
  }
  if (field === 'contacts') return formatNoun(release.contacts?.length ?? 0, 'contact')
  const value = Object.hasOwn(release, field)
    ? release[field as keyof Release]
    : release.facets?.[field.replace(/^facets\./, '')]
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
  return truncate(oneLine(text), LONGEST_VALUE)
}
