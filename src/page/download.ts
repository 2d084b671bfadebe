/** How does one take all results along? As a table or as JSON Lines, made in the browser. */

import { hitsToCsvHeader, hitToCsvRow } from '../query/csv.js'
import type { AllOptions } from '../types.js'
import type { Context } from './context.js'
import { element } from './element.js'
import { searchOptions } from './state.js'

/** Rows between two notes of progress. */
const STEP = 50

/** The menu of formats. */
export function exportMenu(context: Context): HTMLElement {
  const { texts } = context
  const note = element('span', { role: 'status', class: 'help' })
  const choice = (format: 'csv' | 'jsonl'): HTMLElement =>
    element(
      'button',
      { type: 'button', 'data-key': `export-${format}`, onclick: () => void save(context, format, note) },
      texts[format],
    )
  return element(
    'details',
    { class: 'export' },
    element('summary', { 'data-key': 'export' }, texts.export),
    choice('csv'),
    choice('jsonl'),
    note,
  )
}

async function save(context: Context, format: 'csv' | 'jsonl', note: HTMLElement): Promise<void> {
  const { archive, state, texts, number } = context
  const { limit: _limit, offset: _offset, fold: _fold, ...options } = searchOptions(state)
  const lines: string[] = []
  const row = (line: string): void => {
    lines.push(line)
    if (lines.length % STEP === 0) note.textContent = texts.saving(number(lines.length))
  }
  note.textContent = texts.saving('')
  try {
    for await (const line of format === 'csv' ? csvLines(context, options) : jsonLines(context, options)) row(line)
  } catch {
    note.textContent = texts.failed
    return
  }
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/x-ndjson'
  // Spreadsheets take a table without a byte order mark for one in the encoding of the machine.
  const url = URL.createObjectURL(new Blob(format === 'csv' ? ['\uFEFF', ...lines] : lines, { type }))
  element('a', { href: url, download: `releases.${format}` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  note.textContent = archive.info.releases > 0 ? '✓' : ''
}

async function* csvLines({ archive, state }: Context, options: AllOptions): AsyncGenerator<string> {
  const core = ['year', 'month', 'date', 'country', 'mention', 'language']
  const own = archive.info.facets.filter((name) => !core.includes(name))
  yield hitsToCsvHeader(own)
  for await (const hit of archive.all(state.query, { ...options, include: 'hit' })) yield hitToCsvRow(hit, own)
}

async function* jsonLines({ archive, state }: Context, options: AllOptions): AsyncGenerator<string> {
  for await (const release of archive.all(state.query, { ...options, include: 'release' })) {
    yield `${JSON.stringify(release)}\n`
  }
}
