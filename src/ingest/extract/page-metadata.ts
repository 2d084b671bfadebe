/** What does a page say of itself: title, dates, language, address, in JSON-LD, OpenGraph, meta, time and link elements? */

import type { MarkedDate } from './date.js'
import { walkNodes } from './node-walk.js'
import type { Page } from './page.js'
import { isElement, type PageElement, type PageNode, parseMarkup, textContent } from './page-node.js'
import { oneLine } from './plain-text.js'

export interface PageMetadata {
  title?: string
  titleHow: string
  headings: string[]
  siteName?: string
  language?: string
  url?: string
  dates: MarkedDate[]
}

/** Names of meta elements that give the date of publication, most trusted first. Compared in lower case. */
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'publishdate',
  'publish-date',
  'publish_date',
  'published-date',
  'publication_date',
  'publication-date',
  'pubdate',
  'date.published',
  'article:published',
  'article_date_original',
  'originalpublicationdate',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'rnews:datepublished',
  'bt:pubdate',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'dcterms.available',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'article.created',
  'datecreated',
  'date_published',
  'release_date',
  'releasedate',
  'displaydate',
  'date',
  'created',
  'createdate',
  'pub_date',
  'prism.publicationdate',
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'updated',
  'revision_date',
  'dateupdate',
]

/** The elements in which a page says something of itself. */
interface Sayings {
  meta: Map<string, string>
  linkedData: string[]
  headings: string[]
  published: string[]
  title?: string
  canonical?: string
}

/** Headings beyond this many are not the page's own. */
const MOST_HEADINGS = 12

/** One walk instead of a query for each: queries take most of the time of small pages. */
function collect(root: PageNode): Sayings {
  const found: Sayings = { meta: new Map(), linkedData: [], headings: [], published: [] }
  walkNodes(root, (node) => {
    if (!isElement(node)) return true
    const { name, attribs } = node
    switch (name) {
      case 'meta':
        addMeta(attribs, found.meta)
        break
      case 'title':
        found.title ??= textContent(node)
        return false
      case 'script':
        if (attribs.type === 'application/ld+json') found.linkedData.push(textContent(node))
        return false
      case 'link':
        if (attribs.rel === 'canonical') found.canonical ??= attribs.href ?? ''
        return false
      case 'h1':
      case 'h2': {
        const text = found.headings.length < MOST_HEADINGS ? oneLine(textContent(node)) : ''
        if (text !== '') found.headings.push(text)
        break
      }
      case 'abbr':
        if (/(?:^|\s)published(?:\s|$)/.test(attribs.class ?? '')) found.published.push(statedValue(node))
        break
      case 'time':
        if (attribs.pubdate !== undefined) found.published.push(statedValue(node))
    }
    if (attribs.itemprop === 'datePublished') found.published.push(statedValue(node))
    return true
  })
  return found
}

function addMeta(attribs: PageElement['attribs'], meta: Map<string, string>): void {
  const name = (attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs['http-equiv'] ?? '').toLowerCase()
  const { content } = attribs
  if (name !== '' && content !== undefined && content.trim() !== '' && !meta.has(name)) meta.set(name, content)
}

function statedValue(element: PageElement): string {
  const { datetime, content, title } = element.attribs
  return datetime ?? content ?? title ?? textContent(element)
}

/** Reads what a page says of itself. */
export function readPageMetadata({ root, language, scripts }: Page): PageMetadata {
  const { meta, headings, ...said } = collect(root)
  const linked = readLinkedData(said.linkedData)
  const found: PageMetadata = { titleHow: '', headings, dates: metadataDates(meta, linked, said.published) }
  if (found.dates.length === 0) found.dates.push(...embeddedDates(scripts))
  const title = firstOf([
    ['JSON-LD headline', linked.headline],
    ['meta og:title', meta.get('og:title')],
    ['meta twitter:title', meta.get('twitter:title')],
    ['meta dc.title', meta.get('dc.title')],
    ['title element', said.title],
    ['heading', headings[0]],
  ])
  if (title !== undefined) {
    found.title = decoded(title.value)
    found.titleHow = title.name
  }
  const siteName = meta.get('og:site_name')
  if (siteName !== undefined) found.siteName = siteName
  const tag = language ?? meta.get('content-language') ?? meta.get('og:locale')
  if (tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(tag.trim()))
    found.language = tag.trim().replace('_', '-')
  const url = said.canonical ?? meta.get('og:url')
  if (url !== undefined && /^https?:/i.test(url)) found.url = url
  return found
}

function metadataDates(meta: Map<string, string>, linked: LinkedData, published: readonly string[]): MarkedDate[] {
  const dates: MarkedDate[] = []
  for (const { name, value } of linked.dates)
    dates.push({ value, label: `JSON-LD ${name}`, kind: name === 'dateModified' ? 'modified' : 'published' })
  for (const name of PUBLISHED) {
    const value = meta.get(name)
    if (value !== undefined) dates.push({ value, label: `meta ${name}`, kind: 'published' })
  }
  for (const name of MODIFIED) {
    const value = meta.get(name)
    if (value !== undefined) dates.push({ value, label: `meta ${name}`, kind: 'modified' })
  }
  for (const value of published) {
    if (value.trim() !== '') dates.push({ value, label: 'itemprop datePublished', kind: 'published' })
  }
  return dates
}

/** Entities that were encoded twice: "&amp;#8217;" reads as "&#8217;" still. */
function decoded(text: string): string {
  if (!/&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(text)) return text
  return oneLine(textContent(parseMarkup(text.replace(/</g, '&lt;'))))
}

const EMBEDDED =
  /"(?:datePublished|publishedAt|published_at|publish_date|publishDate|publicationDate|pubDate|firstPublished(?:At|Date)?|created_at)"\s*:\s*"((?:19|20)\d\d-\d\d-\d\d[T\d:.+ Z-]*)"/g
/** A date of publication in the data that a page's script works on: only when all of them name one day. */
function embeddedDates(scripts: readonly string[]): MarkedDate[] {
  const values = new Map<string, string>()
  for (const text of scripts) {
    for (const match of text.matchAll(EMBEDDED)) values.set((match[1] as string).slice(0, 10), match[1] as string)
    if (values.size > 1) return []
  }
  return [...values.values()].map((value) => ({ value, label: 'data in a script', kind: 'published' as const }))
}

function firstOf(
  candidates: readonly (readonly [name: string, value: string | undefined])[],
): { name: string; value: string } | undefined {
  for (const [name, value] of candidates)
    if (value !== undefined && oneLine(value) !== '') return { name, value: oneLine(value) }
  return undefined
}

interface LinkedData {
  headline?: string
  dates: { name: string; value: string }[]
}

/** JSON-LD blocks longer than this are not parsed. */
const LONGEST_LINKED_DATA = 1 << 20
const ARTICLE_TYPE = /Article|Posting|Report|WebPage|CreativeWork|PressRelease/

function readLinkedData(scripts: readonly string[]): LinkedData {
  const found: LinkedData = { dates: [] }
  for (const json of scripts) {
    if (json.length > LONGEST_LINKED_DATA) continue
    let data: unknown
    try {
      data = JSON.parse(
        json
          .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, '')
          .replace(/[\n\r\t]+/g, ' '),
      )
    } catch {
      // Half of all broken JSON-LD still says its date plainly.
      for (const name of ['datePublished', 'dateModified']) {
        const value = new RegExp(`"${name}"\\s*:\\s*"([^"]{4,40})"`).exec(json)?.[1]
        if (value !== undefined) found.dates.push({ name, value })
      }
      continue
    }
    visit(data, found, 0)
  }
  found.dates.sort((a, b) => Number(a.name === 'dateModified') - Number(b.name === 'dateModified'))
  return found
}

function visit(data: unknown, found: LinkedData, depth: number): void {
  if (depth > 6 || typeof data !== 'object' || data === null) return
  if (Array.isArray(data)) {
    for (const entry of data.slice(0, 200)) visit(entry, found, depth + 1)
    return
  }
  const record = data as Record<string, unknown>
  const type = String(record['@type'] ?? '')
  if (ARTICLE_TYPE.test(type)) {
    for (const name of ['datePublished', 'dateCreated', 'uploadDate', 'dateModified']) {
      const value = record[name]
      if (typeof value === 'string') found.dates.push({ name, value })
    }
    if (
      found.headline === undefined &&
      /Article|Posting|Report|PressRelease/.test(type) &&
      typeof record.headline === 'string'
    )
      found.headline = record.headline
  }
  if (Array.isArray(record['@graph'])) visit(record['@graph'], found, depth + 1)
  if (typeof record.mainEntity === 'object') visit(record.mainEntity, found, depth + 1)
}
