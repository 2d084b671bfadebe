/** How is one release read? Its whole text with the words marked, a citation, and releases like it. */

import type { Applied, MarkedText, Release } from '../types.js'
import { breathe } from './breathe.js'
import type { Context } from './context.js'
import { element, markedNodes } from './element.js'
import { failure } from './failure.js'
import { icon } from './icons.js'
import { type Block, blocksOf } from './release-body.js'
import { markButton } from './release-marks.js'
import { dateText, metaLine, releaseLink, titleNodes } from './results.js'
import { SETTINGS } from './settings.js'

const SIMILAR = 5

/** A dialog that shows releases. */
export interface ReleaseView {
  element: HTMLDialogElement
  /** Shows the release of the state, or nothing. */
  update(context: Context, applied: Applied | undefined): Promise<void>
}

/** Makes the dialog; `close` is called when it is closed by its reader. */
export function makeReleaseView(close: () => void): ReleaseView {
  let shown = ''
  const dialog = element('dialog', {
    class: 'reader',
    'aria-labelledby': 'reader-title',
    onclose: () => {
      if (shown !== '') close()
    },
    // The area around the text closes it, too.
    onclick: (event) => {
      if (event.target === dialog) dialog.close()
    },
  })

  return {
    element: dialog,
    async update(context, applied) {
      const { archive, state, texts } = context
      const id = state.release
      if (id === undefined) {
        shown = ''
        if (dialog.open) dialog.close()
        return
      }
      const key = JSON.stringify([id, state.locale, state.query])
      if (shown === key) return
      shown = key
      const fill = (...content: HTMLElement[]): void => {
        const marks = content[0] && markButton(context, content[0])
        dialog.replaceChildren(
          element('div', { class: 'reader-bar' }, ...(marks ? [marks] : []), closeButton(context, dialog)),
          ...content,
        )
        dialog.scrollTop = 0
      }
      const title = (text: string): HTMLElement => element('h2', { id: 'reader-title' }, text)
      fill(title(texts.loading))
      if (!dialog.open) dialog.showModal()
      try {
        // What is known already would be in one task with the dialog.
        await breathe()
        const release = await archive.get(id)
        const content = release && (await article(context, release, applied))
        if (shown !== key) return
        fill(content ?? title(texts.gone))
        if (content === undefined) return
        const rest = await similar(context, id)
        if (shown === key && rest !== undefined) content.append(rest)
      } catch (error) {
        if (shown !== key) return
        const again = (): void => {
          shown = ''
          void this.update(context, applied)
        }
        fill(failure(context, error, again, 'reader-title'))
      }
    },
  }
}

function closeButton({ texts }: Context, dialog: HTMLDialogElement): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'close', onclick: () => dialog.close(), 'aria-label': texts.close, title: texts.close },
    icon('close'),
  )
}

async function article(context: Context, release: Release, applied: Applied | undefined): Promise<HTMLElement> {
  const { texts } = context
  const mark = await marker(context, release, applied)
  const language = release.language === undefined ? {} : { lang: release.language }
  const blocks = await Promise.all(blocksOf(release.body).map((block) => blockElement(context, block, mark)))
  return element(
    'article',
    {},
    element('h2', { id: 'reader-title', dir: 'auto', ...language }, ...titleNodes(context, await mark(release.title))),
    metaLine(context, { countries: [], ...release }),
    element('div', { class: 'body', ...language }, ...blocks),
    /^https?:\/\//i.test(release.url ?? '') &&
      element('p', {}, element('a', { href: release.url, rel: 'noreferrer' }, texts.original)),
    citation(context, release),
  )
}

type Mark = (text: string) => Promise<MarkedText>

async function blockElement({ texts }: Context, block: Block, mark: Mark): Promise<HTMLElement> {
  if (block.kind === 'paragraph') return element('p', { dir: 'auto' }, ...markedNodes(await mark(block.text)))
  if (block.kind === 'list') {
    const items = await Promise.all(block.items.map(mark))
    return element('ul', { dir: 'auto' }, ...items.map((item) => element('li', {}, ...markedNodes(item))))
  }
  const rows = await Promise.all(block.rows.map((row) => Promise.all(row.map(mark))))
  // It scrolls by itself where it is wider than the page, by keys too.
  return element(
    'div',
    { class: 'table', role: 'group', 'aria-label': texts.table, tabindex: 0 },
    element(
      'table',
      {},
      ...rows.map((row) =>
        element('tr', {}, ...row.map((cell) => element('td', { dir: 'auto' }, ...markedNodes(cell)))),
      ),
    ),
  )
}

/** Marks what the index would find: a text is analysed as it was when it was indexed, and compared by terms. */
async function marker({ archive, state }: Context, { language }: Release, applied: Applied | undefined): Promise<Mark> {
  const options = language === undefined ? {} : { language }
  const words = state.query
    .replace(/(^|\s)(-|NOT\s+)("[^"]*"|\([^)]*\)|\S+)/g, ' ')
    .replace(/[\p{L}\p{N}_.-]+:("[^"]*"|\S+)/gu, ' ')
    .replace(/\b(OR|AND)\b/g, ' ')
  const forms = [words, ...(applied?.fuzzy.flatMap((each) => each.forms) ?? [])]
  const analysed = (await Promise.all(forms.map((text) => archive.analyse(text, options)))).flat()
  const telling = analysed.filter(({ stopword }) => !stopword)
  const terms = new Set((telling.length > 0 ? telling : analysed).map(({ term }) => term))
  const starred = [...words.matchAll(/([\p{L}\p{N}]{2,})\*/gu)].map((match) => match[1]!)
  const beginnings = [...starred, ...(applied?.prefixes.map(({ word }) => word) ?? [])].map(plain)
  return async (text) => {
    const marks = (await archive.analyse(text, options))
      .filter(({ term, start, end }) => {
        if (terms.has(term)) return true
        const word = plain(text.slice(start, end))
        return beginnings.some((beginning) => word.startsWith(beginning))
      })
      .map(({ start, end }): [number, number] => [start, end])
      .sort(([a, x], [b, y]) => a - b || y - x)
    return { text, marks }
  }
}

const plain = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function citation(context: Context, release: Release): HTMLElement {
  const { texts } = context
  const title = release.title.trim() === '' ? texts.untitled : `“${release.title}”`
  const parts = [title, SETTINGS.title, dateText(context, release.date), release.url ?? release.id]
  const text = parts.filter(Boolean).join(', ')
  const button = element(
    'button',
    {
      type: 'button',
      onclick: () => {
        void navigator.clipboard?.writeText(`${text}.`).then(() => {
          button.textContent = texts.copied
        })
      },
    },
    texts.copy,
  )
  return element(
    'section',
    { class: 'citation' },
    element('h3', {}, texts.cite),
    element('p', { dir: 'auto' }, `${text}.`),
    'clipboard' in navigator && button,
  )
}

async function similar(context: Context, id: string): Promise<HTMLElement | undefined> {
  const { archive, texts, state } = context
  const { hits } = await archive.similar(id, { limit: SIMILAR, snippet: false, locale: state.locale })
  if (hits.length === 0) return undefined
  return element(
    'section',
    { class: 'similar' },
    element('h3', {}, texts.similar),
    element(
      'ul',
      {},
      ...hits.map((hit) =>
        element(
          'li',
          {},
          releaseLink(context, hit.id, hit.language, titleNodes(context, { text: hit.title, marks: [] })),
          metaLine(context, hit),
        ),
      ),
    ),
  )
}
