/** What is the article of a page: its title, text, language and dates, without the page's frame? */

import { DatelinesError } from '../../errors.js'
import { articleElement } from './article-element.js'
import type { MarkedDate } from './date.js'
import { printedDates, readTimestamp } from './date-forms.js'
import { type DigestPart, splitDigest } from './digest.js'
import { isFurniture } from './furniture.js'
import { isKind } from './headline.js'
import { type Page, parsePage } from './page.js'
import { printedPageDates } from './page-dates.js'
import { removeFrame } from './page-frame.js'
import { headingAgainst } from './page-heading.js'
import { type PageMetadata, readPageMetadata } from './page-metadata.js'
import { type PageElement, type PageRoot, select as selectElements, textContent } from './page-node.js'
import { elementText } from './page-text.js'
import { oneLine } from './plain-text.js'
import { readableText } from './readable.js'
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

/** Reads the article of a page, or the whole of a fragment. */
export function readArticle(html: string, options: ArticleOptions = {}): Article {
  const page = parsePage(html)
  const { root, body, isFragment, cuts } = page
  const metadata = readPageMetadata(page)
  const select = options.select ?? {}
  const article: Article = { text: '', how: '', dates: metadata.dates, parts: [], cuts }
  if (metadata.language !== undefined) article.language = metadata.language
  if (metadata.url !== undefined) article.url = metadata.url

  const title = settleTitle(page, metadata, options)
  if (title !== undefined) Object.assign(article, { title: title.text, titleHow: title.how })
  const date = selected(root, select.date)
  if (date !== undefined)
    article.dates = [{ value: date, label: `selector "${select.date}"`, kind: 'published' }, ...article.dates]

  if (options.whole !== true && !article.dates.some(isPublishedDay))
    article.dates.push(...printedPageDates(body, title?.text ?? metadata.title))

  if (select.body !== undefined) {
    const chosen = queryAll(root, select.body)
    if (chosen.length > 0) {
      article.text = chosen.map((element) => elementText(element)).join('\n\n')
      article.how = `selector "${select.body}"`
      return article
    }
  }
  if (isFragment || options.whole === true) {
    article.text = elementText(body)
    article.how = 'the whole page'
    return article
  }
  removeFrame(body)
  // A page that says when it was published is one article, whatever else it prints.
  if (!article.dates.some(isPublishedDay)) {
    article.parts = splitDigest(elementText(body))
    if (article.parts.length > 0) return article
  }
  const found = articleElement(body)
  if (found !== undefined) {
    article.text = elementText(found.element)
    article.how = found.how
    return article
  }
  article.text = readableText(page) ?? ''
  article.how = 'article of the page'
  if (!/\p{L}/u.test(article.text)) {
    article.text = elementText(body)
    article.how = 'the whole page'
  }
  return article
}

function settleTitle(
  { root, body, isFragment }: Page,
  metadata: PageMetadata,
  { select, url }: ArticleOptions,
): { text: string; how: string } | undefined {
  const chosen = selected(root, select?.title)
  if (chosen !== undefined) return { text: chosen, how: `selector "${select?.title}"` }
  if (isFragment || metadata.title === undefined) return undefined
  const heading = metadata.titleHow === 'title element' ? headingAgainst(metadata.title, body) : undefined
  if (heading !== undefined) return { text: heading, how: 'heading' }
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

function selected(root: PageRoot, selector: string | undefined): string | undefined {
  if (selector === undefined) return undefined
  const element = queryAll(root, selector)[0]
  if (element === undefined) return undefined
  const text = oneLine(element.attribs.content ?? element.attribs.datetime ?? textContent(element))
  return text === '' ? undefined : text
}

function queryAll(root: PageRoot, selector: string): PageElement[] {
  try {
    return selectElements(root, selector)
  } catch (cause) {
    throw new DatelinesError(
      'E_OPTION',
      `\`select\` names "${selector}", which is no CSS selector: see the form of "article h1"`,
      { cause },
    )
  }
}
