/** What is the element tree of a page? Size and nesting are bounded before it is parsed. The only importer of `linkedom`. */

import { parseHTML } from 'linkedom'

/** Markup beyond this many characters is not read. */
const LONGEST_PAGE = 8 << 20
/** Elements nested deeper lose their tags, and keep their text. */
const DEEPEST_NESTING = 400

/** A parsed page. */
export interface Page {
  document: Document
  /** True when the markup is a fragment, such as the content of a feed entry: nothing around the text is expected. */
  isFragment: boolean
  /** What was cut to bound time and memory, in words. */
  cuts: string[]
}

/** Parses a page or a fragment. Never throws on what a browser would read. */
export function parsePage(html: string): Page {
  const cuts: string[] = []
  let markup = html
  if (markup.length > LONGEST_PAGE) {
    markup = cutMarkup(markup)
    cuts.push(`page cut after ${LONGEST_PAGE >> 20} Mi characters`)
  }
  const shallow = limitNesting(markup)
  if (shallow !== markup) cuts.push(`elements nested more than ${DEEPEST_NESTING} deep were flattened`)
  const isFragment = !/<(?:!doctype|html|head|body|frameset)\b/i.test(shallow)
  const { document } = parseHTML(
    isFragment ? `<!doctype html><html><head></head><body>${shallow}</body></html>` : shallow,
  )
  return { document: document as unknown as Document, isFragment, cuts }
}

/** Cut at a tag's start, so that no half tag becomes text. */
function cutMarkup(markup: string): string {
  const end = markup.lastIndexOf('<', LONGEST_PAGE)
  return markup.slice(0, end > LONGEST_PAGE / 2 ? end : LONGEST_PAGE)
}

const CONTAINER =
  /<(\/?)(div|span|section|article|table|tbody|tr|td|th|ul|ol|dl|li|dd|dt|p|blockquote|center|font|b|i|u|em|strong|small|big|a|form|main|aside|header|footer|nav|h[1-6]|[a-z][a-z0-9]*-[a-z0-9-]*)\b[^>]*>/gi
/** Elements whose end may be left out: they count while the parser would keep them open. */
const CLOSED_BY_THEMSELVES = new Set(['p', 'li', 'dd', 'dt', 'tr', 'td', 'th', 'tbody'])

/** The parser's time grows with the square of the depth: beyond a bound, tags of containers become blanks. */
function limitNesting(markup: string): string {
  if (markup.length < DEEPEST_NESTING * 3) return markup
  let depth = 0
  let isDeep = false
  for (const match of markup.matchAll(CONTAINER)) {
    if (CLOSED_BY_THEMSELVES.has((match[2] as string).toLowerCase())) continue
    depth = match[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST_NESTING) {
      isDeep = true
      break
    }
  }
  if (!isDeep) return markup
  depth = 0
  return markup.replace(CONTAINER, (tag, slash: string) => {
    if (slash === '/') {
      depth--
      return depth >= DEEPEST_NESTING ? ' ' : tag
    }
    depth++
    return depth > DEEPEST_NESTING ? ' ' : tag
  })
}
