/** How is a feed read? Each entry of an RSS, Atom or RDF feed is a record. The only importer of feedsmith. */

import { createHash } from 'node:crypto'
import { parseFeed } from 'feedsmith'
import { DatelinesError } from '../../errors.js'
import { declaredEncoding, decodeText } from '../encoding.js'
import type { InputStream } from '../input-stream.js'
import { DOCUMENT_LIMIT, type ReaderItem } from './reader.js'

type Feed = ReturnType<typeof parseFeed>
type RssItem = NonNullable<Extract<Feed, { format: 'rss' }>['feed']['items']>[number]
type RdfItem = NonNullable<Extract<Feed, { format: 'rdf' }>['feed']['items']>[number]
type AtomEntry = NonNullable<Extract<Feed, { format: 'atom' }>['feed']['entries']>[number]

/** Of so much of the text is the key of an entry made, and so many hexadecimal digits are enough for a feed. */
const KEY_TEXT = 1000
const KEY_DIGITS = 12

/** What `map` gets of an entry: the usual names, whatever the format of the feed. */
interface FeedEntry {
  id?: string | undefined
  title?: string | undefined
  url?: string | undefined
  /** The longer of content and summary that the feed has, as HTML or text. */
  body?: string | undefined
  date?: string | undefined
  dateSource: 'feed'
  language?: string | undefined
  categories: string[]
  authors: string[]
  feed: { title?: string | undefined; language?: string | undefined }
}

/**
 * Reads a feed. Entities of the document's own are never expanded, so a feed cannot grow. The language a whole feed
 * claims is not taken for that of its entries: templates claim it.
 *
 * Feeds of one name follow each other, so an entry is never named by its place: its id is the one it states, else its
 * link, where no other entry of the feed has the same, else a key of its text.
 *
 * @throws DatelinesError `E_INPUT` `syntax` when it is XML but no feed, or no XML.
 */
export async function* readFeed(input: InputStream): AsyncGenerator<ReaderItem> {
  const bytes = await input.bytes(DOCUMENT_LIMIT)
  const { text } = decodeText(bytes, declaredEncoding(bytes))
  const end = text.slice(-4096)
  const isWhole = /<\/(?:rss|feed|(?:\w+:)?rdf)\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/i.test(end)
  let line = 0
  const entries = entriesOf(parse(isWhole ? text : mended(text)))
  const ids = ownValues(entries, 'id')
  const links = new Set([...ownValues(entries, 'url')].filter((link) => /^https?:/i.test(link)))
  for (const entry of entries) {
    const id = ids.has(entry.id ?? '') ? entry.id : links.has(entry.url ?? '') ? entry.url : undefined
    const { title, url, body, date, language, categories, authors, feed } = entry
    const metadata = { categories, authors, feed }
    const raw = {
      id,
      title,
      url,
      body,
      ...(date === undefined ? {} : { date, dateSource: entry.dateSource }),
      language,
      ...metadata,
    }
    yield { is: 'record', line: ++line, key: keyOf(entry), kind: 'data', raw, stated: {}, metadata }
  }
  if (!isWhole) {
    yield { is: 'broken', line: line + 1, reason: 'syntax', message: 'the feed ends early: entries may be missing' }
  }
}

/** The values that only one entry has: templates give every entry the address of the front page. */
function ownValues(entries: readonly FeedEntry[], name: 'id' | 'url'): Set<string> {
  const counts = new Map<string, number>()
  for (const { [name]: value } of entries)
    if (value !== undefined && value.trim() !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count === 1).map(([value]) => value))
}

/** Names an entry by what it says, wherever it stands. */
function keyOf({ title, date, url, body }: FeedEntry): string {
  const said = JSON.stringify([title, date, url, body?.slice(0, KEY_TEXT)])
  return createHash('sha256').update(said).digest('hex').slice(0, KEY_DIGITS)
}

/** A feed that ends early, up to its last whole entry and closed. */
function mended(text: string): string {
  const last = Math.max(
    text.lastIndexOf('</item>') + '</item>'.length,
    text.lastIndexOf('</entry>') + '</entry>'.length,
  )
  const root = /<(rss|feed|(?:\w+:)?rdf)\b/i.exec(text)?.[1]
  if (root === undefined || last <= '</entry>'.length) return text
  return `${text.slice(0, last)}${root.toLowerCase() === 'rss' ? '</channel>' : ''}</${root}>`
}

function parse(text: string): Feed {
  try {
    return parseFeed(text)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new DatelinesError('E_INPUT', `not an RSS, Atom or RDF feed: ${problem}`, { reason: 'syntax', cause })
  }
}

function entriesOf(parsed: Feed): FeedEntry[] {
  if (parsed.format === 'rss') {
    const feed = { title: parsed.feed.title, language: parsed.feed.language }
    return (parsed.feed.items ?? []).map((item) => ({ ...rssEntry(item), feed }))
  }
  if (parsed.format === 'rdf') {
    const feed = { title: parsed.feed.title, language: parsed.feed.dc?.languages?.[0] }
    return (parsed.feed.items ?? []).map((item) => ({ ...rdfEntry(item), feed }))
  }
  if (parsed.format === 'atom') {
    const feed = { title: parsed.feed.title?.value, language: parsed.feed.xml?.lang }
    return (parsed.feed.entries ?? []).map((entry) => ({ ...atomEntry(entry), feed }))
  }
  throw new DatelinesError('E_INPUT', 'not an RSS, Atom or RDF feed', { reason: 'syntax' })
}

function rssEntry(item: RssItem): Omit<FeedEntry, 'feed'> {
  const permalink =
    item.guid?.isPermaLink !== false && /^https?:/.test(item.guid?.value ?? '') ? item.guid?.value : undefined
  return {
    id: item.guid?.value,
    title: item.title ?? item.dc?.titles?.[0],
    url: item.link ?? permalink,
    body: longest(item.content?.encoded, item.description),
    date: firstText(item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0]),
    dateSource: 'feed',
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
    categories: names([...(item.categories?.map(({ name }) => name) ?? []), ...(item.dc?.subjects ?? [])]),
    authors: names([...(item.authors?.map(({ name, email }) => name ?? email) ?? []), ...(item.dc?.creators ?? [])]),
  }
}

function rdfEntry(item: RdfItem): Omit<FeedEntry, 'feed'> {
  return {
    id: item.rdf?.about,
    title: item.title ?? item.dc?.titles?.[0],
    url: item.link,
    body: longest(item.content?.encoded, item.description),
    date: firstText(item.dc?.dates?.[0], item.dcterms?.issued?.[0]),
    dateSource: 'feed',
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
    categories: names(item.dc?.subjects ?? []),
    authors: names(item.dc?.creators ?? []),
  }
}

function atomEntry(entry: AtomEntry): Omit<FeedEntry, 'feed'> {
  const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0]
  return {
    id: entry.id,
    title: entry.title?.value,
    url: link?.href,
    body: longest(entry.content?.value, entry.summary?.value),
    date: firstText(entry.published, entry.dc?.dates?.[0], entry.updated),
    dateSource: 'feed',
    language: entry.xml?.lang ?? entry.dc?.languages?.[0],
    categories: names([
      ...(entry.categories?.map(({ term, label }) => label ?? term) ?? []),
      ...(entry.dc?.subjects ?? []),
    ]),
    authors: names(entry.authors?.map(({ name }) => name) ?? []),
  }
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value) => typeof value === 'string')
}

function longest(content: string | undefined, summary: string | undefined): string | undefined {
  return (content?.length ?? 0) >= (summary?.length ?? 0) ? content : summary
}

function names(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined).map((value) => value.trim()))].filter(
    (value) => value !== '',
  )
}
