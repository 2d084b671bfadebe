/** How does one take all results along? As a table or as JSON Lines, made in the browser. */

import { hitsToCsvHeader, hitToCsvRow } from '../query/csv.js'
import type { AllOptions } from '../types.js'
import type { Context } from './context.js'
import { element } from './element.js'
import { icon } from './icons.js'
import { searchOptions } from './state.js'

/** Rows between two notes of progress. */
const STEP = 100

type Format = 'csv' | 'jsonl'

/** The menu of formats. */
export function exportMenu(context: Context): HTMLElement {
  const { texts } = context
  let saving = new AbortController()
  const note = element('span', { role: 'status', class: 'help' })
  const stop = element(
    'button',
    { type: 'button', class: 'link', hidden: true, 'data-key': 'export-stop', onclick: () => saving.abort() },
    texts.stop,
  )
  const start = async (format: Format): Promise<void> => {
    saving.abort()
    saving = new AbortController()
    const { signal } = saving
    stop.hidden = false
    const outcome = await save(context, format, (text) => (note.textContent = text), signal)
    if (signal !== saving.signal) return
    note.textContent = outcome
    stop.hidden = true
  }
  const choice = (format: Format): HTMLElement =>
    element(
      'button',
      { type: 'button', 'data-key': `export-${format}`, onclick: () => void start(format) },
      texts[format],
    )
  const summary = element('summary', { class: 'tool', 'data-key': 'export' }, icon('save'), texts.export)
  const menu = element(
    'details',
    {
      class: 'export',
      onkeydown: (event) => {
        if ((event as KeyboardEvent).key !== 'Escape' || !menu.open) return
        menu.open = false
        summary.focus()
      },
    },
    summary,
    element('div', { class: 'choices' }, choice('csv'), choice('jsonl'), note, stop),
  )
  return menu
}

/** Saves all results; the outcome in words, nothing where it was stopped. */
async function save(
  context: Context,
  format: Format,
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const { state, texts, number } = context
  const { limit: _limit, offset: _offset, fold: _fold, ...rest } = searchOptions(state)
  const options = { ...rest, signal }
  const lines: string[] = []
  tell(texts.saving(''))
  try {
    for await (const line of format === 'csv' ? csvLines(context, options) : jsonLines(context, options)) {
      if (signal.aborted) return ''
      lines.push(line)
      if (lines.length % STEP === 0) tell(texts.saving(number(lines.length)))
    }
  } catch {
    return signal.aborted ? '' : texts.failed
  }
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/x-ndjson'
  // Spreadsheets take a table without a byte order mark for one in the encoding of the machine.
  const url = URL.createObjectURL(new Blob(format === 'csv' ? ['\uFEFF', ...lines] : lines, { type }))
  element('a', { href: url, download: `releases.${format}` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return texts.saved(number(format === 'csv' ? lines.length - 1 : lines.length))
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
