/** What is the article of a page: its title, text, language and dates, without the page's frame? The only importer of Readability. */

import { Readability } from '@mozilla/readability'
import { DatelinesError } from '../../errors.js'
import { articleElement } from './article-element.js'
import type { MarkedDate } from './date.js'
import { printedDates, readTimestamp } from './date-forms.js'
import { type DigestPart, splitDigest } from './digest.js'
import { isFurniture } from './furniture.js'
import { isKind } from './headline.js'
import { parsePage } from './page.js'
import { printedPageDates } from './page-dates.js'
import { removeFrame } from './page-frame.js'
import { type PageMetadata, readPageMetadata } from './page-metadata.js'
import { elementText } from './page-text.js'
import { oneLine } from './plain-text.js'
import { withoutSiteName } from './title.js'

/** What a page gave. */
export interface Article {
  title?: string
  titleHow?: string
  /** Blocks separated by a blank line. */
  text: string
  /** How the text was obtained. */
  how: string
  language?: string
  /** The page's own address for itself. */
  url?: string
  dates: MarkedDate[]
  /** The releases of a page that holds several. */
  parts: DigestPart[]
  /** What was cut to bound time and memory. */
  cuts: string[]
}

export interface ArticleOptions {
  url?: string
  select?: { title?: string; body?: string; date?: string }
  /** The whole page as text, nothing judged. */
  whole?: boolean
}

/** Readability refuses shorter texts; releases may be short. */
const SHORTEST_ARTICLE = 140
/** Its time grows faster than the number of elements. */
const MOST_ELEMENTS = 12_000

/** Reads the article of a page, or the whole of a fragment. */
export function readArticle(html: string, options: ArticleOptions = {}): Article {
  const page = parsePage(html)
  const { document, isFragment, cuts } = page
  const metadata = readPageMetadata(page)
  const select = options.select ?? {}
  const article: Article = { text: '', how: '', dates: metadata.dates, parts: [], cuts }
  if (metadata.language !== undefined) article.language = metadata.language
  if (metadata.url !== undefined) article.url = metadata.url

  const title = settleTitle(document, metadata, isFragment, options)
  if (title !== undefined) Object.assign(article, { title: title.text, titleHow: title.how })
  const date = selected(document, select.date)
  if (date !== undefined)
    article.dates = [{ value: date, label: `selector "${select.date}"`, kind: 'published' }, ...article.dates]

  if (options.whole !== true && !article.dates.some(isPublishedDay))
    article.dates.push(...printedPageDates(document, title?.text ?? metadata.title))

  if (select.body !== undefined) {
    const chosen = queryAll(document, select.body)
    if (chosen.length > 0) {
      article.text = chosen.map((element) => elementText(element)).join('\n\n')
      article.how = `selector "${select.body}"`
      return article
    }
  }
  if (isFragment || options.whole === true) {
    article.text = elementText(document.body ?? document.documentElement)
    article.how = 'the whole page'
    return article
  }
  removeFrame(document)
  // A page that says when it was published is one article, whatever else it prints.
  if (!article.dates.some(isPublishedDay)) {
    article.parts = splitDigest(elementText(document.body))
    if (article.parts.length > 0) return article
  }
  const found = document.body === null ? undefined : articleElement(document.body)
  if (found !== undefined) {
    article.text = elementText(found.element)
    article.how = found.how
    return article
  }
  article.text = readableText(document) ?? ''
  article.how = 'article of the page'
  if (!/\p{L}/u.test(article.text)) {
    // The search for the article takes the tree apart: it is built again.
    const { document: again } = parsePage(html)
    removeFrame(again)
    article.text = elementText(again.body ?? again.documentElement)
    article.how = 'the whole page'
  }
  return article
}

function settleTitle(
  document: Document,
  metadata: PageMetadata,
  isFragment: boolean,
  { select, url }: ArticleOptions,
): { text: string; how: string } | undefined {
  const chosen = selected(document, select?.title)
  if (chosen !== undefined) return { text: chosen, how: `selector "${select?.title}"` }
  if (isFragment || metadata.title === undefined) return undefined
  const { siteName, headings } = metadata
  const text = withoutSiteName(metadata.title, {
    headings,
    ...(siteName === undefined ? {} : { siteName }),
    ...(url !== undefined && URL.canParse(url) ? { host: new URL(url).host } : {}),
  })
  // "Press briefing notes 14 June 2002" names the kind of page; the release's own title is in its text.
  return isKind(text) || isFurniture(text) ? undefined : { text, how: metadata.titleHow }
}

/** True for a date of publication that can be read without doubt. */
function isPublishedDay({ kind, value }: MarkedDate): boolean {
  return (
    kind === 'published' && (readTimestamp(value, 'local') ?? printedDates(value.slice(0, 200))[0])?.day !== undefined
  )
}

function readableText(document: Document): string | undefined {
  try {
    const result = new Readability<string>(document, {
      charThreshold: SHORTEST_ARTICLE,
      keepClasses: true,
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (node) => elementText(node),
    }).parse()
    return result?.content ?? undefined
  } catch (error) {
    // It stumbles over trees that no browser would build and refuses large ones: the page is then read whole.
    if (error instanceof Error) return undefined
    throw error
  }
}

function selected(document: Document, selector: string | undefined): string | undefined {
  if (selector === undefined) return undefined
  const element = queryAll(document, selector)[0]
  if (element === undefined) return undefined
  const text = oneLine(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent ?? '')
  return text === '' ? undefined : text
}

function queryAll(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)]
  } catch (cause) {
    throw new DatelinesError(
      'E_OPTION',
      `\`select\` names "${selector}", which is no CSS selector: see the form of "article h1"`,
      { cause },
    )
  }
}
