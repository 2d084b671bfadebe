/** How is a packed web archive (WACZ) read? By the text of its list of pages where it has one, else by the WARC files in it. */

import { DatelinesError } from '../../errors.js'
import { withoutSiteName } from '../extract/title.js'
import { isObject } from '../field-path.js'
import { InputStream } from '../input-stream.js'
import { type ZipState, zipEntries } from '../zip-entries.js'
import { readJsonLines } from './json-lines.js'
import type { ReaderItem } from './reader.js'
import { readWarc } from './warc.js'

const PAGE_LIST = /(?:^|\/)pages\/[^/]+\.jsonl(?:\.gz)?$/i
const WARC_FILE = /\.warc(?:\.gz)?$/i
/** Most addresses of pages without a text that are remembered. */
const MOST_PAGES = 1 << 20

/** What the lists of pages of an archive say. */
interface PageLists {
  /** Addresses of pages without a text of their own: these are looked for in the WARC files. */
  withoutText: Set<string>
  withText: number
}

/** Reads a WACZ file in two passes over its bytes: the lists of pages, then the WARC files for what the lists lack. */
export async function* readWacz(input: InputStream): AsyncGenerator<ReaderItem> {
  if (input.reopen === undefined)
    throw new DatelinesError('E_INPUT', 'a WACZ file inside another file is not read', { reason: 'unreadable' })
  let line = 0
  const zip: ZipState = {}
  const lists: PageLists = { withoutText: new Set(), withText: 0 }
  for await (const item of listedPages(input, zip, lists)) yield { ...item, line: ++line }
  if (lists.withText === 0 || lists.withoutText.size > 0) {
    const again = await input.reopen()
    try {
      for await (const item of archivedPages(again, zip)) {
        const url = item.is === 'record' ? item.url : undefined
        if (lists.withText > 0 && (url === undefined || !lists.withoutText.delete(url))) continue
        yield { ...item, line: ++line }
      }
    } finally {
      await again.close()
    }
  }
  // Damage is reported once, whatever it has hidden.
  if (zip.damage !== undefined)
    yield { is: 'broken', reason: 'unreadable', message: `${zip.damage}; what could be read was taken in` }
  else if (lists.withText > 0) {
    for (const url of lists.withoutText)
      yield {
        is: 'broken',
        line: ++line,
        reason: 'no-text',
        message: `${url}: listed without a text, and not in the archive`,
      }
  }
}

async function* listedPages(input: InputStream, zip: ZipState, lists: PageLists): AsyncGenerator<ReaderItem> {
  for await (const entry of zipEntries(input.chunks(), (name) => PAGE_LIST.test(name), zip)) {
    const list = await InputStream.over(entry.chunks(), entry.name)
    for await (const item of readJsonLines(list)) {
      if (item.is !== 'record') {
        yield item
        continue
      }
      const page = item.raw
      if (!isObject(page) || typeof page.url !== 'string') continue
      if (typeof page.text === 'string' && page.text.trim() !== '') {
        lists.withText++
        yield pageRecord(page, page.url, page.text)
      } else if (lists.withoutText.add(page.url).size > MOST_PAGES) {
        throw new DatelinesError('E_INPUT', `more than ${MOST_PAGES} pages listed without a text`, {
          reason: 'too-large',
        })
      }
    }
  }
}

function pageRecord(page: Record<string, unknown>, url: string, text: string): ReaderItem {
  const captured = typeof page.ts === 'string' ? page.ts : ''
  const title = typeof page.title === 'string' ? page.title : ''
  // The list holds the title element, often with the name of the site; a line of the page tells which part is the title.
  const headings = text
    .split('\n', 400)
    .map((line) => line.trim())
    .filter((line) => line.length >= 8)
  const stated =
    title === '' ? {} : { title: withoutSiteName(title, { headings: headings.filter((line) => title.includes(line)) }) }
  const metadata = { url, captured }
  return { is: 'record', kind: 'text', raw: { ...page }, stated, text, url, metadata }
}

async function* archivedPages(input: InputStream, zip: ZipState): AsyncGenerator<ReaderItem> {
  for await (const entry of zipEntries(input.chunks(), (name) => WARC_FILE.test(name), zip)) {
    const warc = await InputStream.over(entry.chunks(), entry.name)
    yield* readWarc(warc)
    if (warc.damage !== undefined) zip.damage ??= `${entry.name}: ${warc.damage}`
  }
}
