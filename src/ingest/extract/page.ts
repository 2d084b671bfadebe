/** What is the element tree of a page? Size and nesting are bounded before it is parsed. */

import { firstElement, type PageNode, type PageRoot, parseMarkup } from './page-node.js'

/** Markup beyond this many characters is not read. */
const LONGEST_PAGE = 8 << 20
/** Nor beyond this many tags: a tree takes some thirty times the memory of its markup. */
const MOST_TAGS = 200_000
/** Elements nested deeper lose their tags, and keep their text. Rows, cells and items come on top. */
const DEEPEST_NESTING = 120

/** A parsed page. */
export interface Page {
  root: PageRoot
  /** What the page shows: its body, or all of it where it has none. */
  body: PageNode
  /** True when the markup is a fragment, such as the content of a feed entry: nothing around the text is expected. */
  isFragment: boolean
  /** The language its root says it is in. */
  language: string | undefined
  /** Inline scripts that may hold a date of publication; they are not in the tree. */
  scripts: string[]
  /** What was cut to bound time and memory, in words. */
  cuts: string[]
}

/** Parses a page or a fragment. Never throws on what a browser would read. */
export function parsePage(html: string): Page {
  const cuts: string[] = []
  const scripts: string[] = []
  const readable = withoutPrograms(html.length > LONGEST_PAGE * 4 ? html.slice(0, LONGEST_PAGE * 4) : html, scripts)
  const markup = cutMarkup(readable)
  if (markup.length < readable.length || html.length > LONGEST_PAGE * 4)
    cuts.push(`page read to its ${Math.ceil(markup.length / 1e6)} millionth character only`)
  const shallow = limitNesting(markup)
  if (shallow !== markup) cuts.push(`elements nested more than ${DEEPEST_NESTING} deep were flattened`)
  const isFragment = !/<(?:!doctype|html|head|body|frameset)\b/i.test(shallow)
  const root = parseMarkup(shallow)
  const top = firstElement(root, 'html')?.attribs
  return {
    root,
    body: firstElement(root, 'body') ?? root,
    isFragment,
    language: top?.lang ?? top?.['xml:lang'],
    scripts,
    cuts,
  }
}

/** Cut before a tag, so that no half tag becomes text. */
function cutMarkup(markup: string): string {
  let tags = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    if (++tags > MOST_TAGS || at > LONGEST_PAGE) return markup.slice(0, at)
  }
  return markup.length > LONGEST_PAGE ? markup.slice(0, LONGEST_PAGE) : markup
}

const PROGRAM = /<(script|style|svg)(?=[\s/>])([^<>]*)>/gi
/** Scripts longer than this are programs, not data. */
const LONGEST_SCRIPT = 1 << 19

/** Half of a modern page is programs, styles and drawings: without them the tree is built in half the time. Linked data stays. */
function withoutPrograms(markup: string, scripts: string[]): string {
  const parts: string[] = []
  const unclosed = new Set<string>()
  let from = 0
  for (const open of markup.matchAll(PROGRAM)) {
    const name = (open[1] as string).toLowerCase()
    if (open.index < from || unclosed.has(name)) continue
    const start = open.index + open[0].length
    const close = new RegExp(`</${name}\\s*>`, 'gi')
    close.lastIndex = start
    const end = close.exec(markup)
    if (end === null) {
      unclosed.add(name)
      continue
    }
    if (/ld\+json/i.test(open[2] as string)) continue
    if (name === 'script' && end.index - start < LONGEST_SCRIPT) {
      const content = markup.slice(start, end.index)
      if (/publish|pubDate|created_at/i.test(content)) scripts.push(content)
    }
    parts.push(markup.slice(from, open.index))
    from = end.index + end[0].length
  }
  parts.push(markup.slice(from))
  return parts.join(' ')
}

const TAG = /<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])[^<>]*>/gi
/** Elements without content, and those whose end may be left out: the parser closes them. */
const SHALLOW = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'dd',
  'dt',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'option',
  'html',
  'head',
  'body',
])

/** The parser's time grows with the square of the depth: beyond a bound, tags of containers become blanks. */
function limitNesting(markup: string): string {
  if (markup.length < DEEPEST_NESTING * 3) return markup
  let depth = 0
  let isDeep = false
  for (const match of markup.matchAll(TAG)) {
    if (SHALLOW.has((match[2] as string).toLowerCase())) continue
    depth = match[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST_NESTING) {
      isDeep = true
      break
    }
  }
  if (!isDeep) return markup
  depth = 0
  return markup
    .replace(TAG, (tag, slash: string, name: string) => {
      if (SHALLOW.has(name.toLowerCase()))
        return depth > DEEPEST_NESTING && /^(?:t[rdh]|li|d[dt])$/i.test(name) ? ' ' : tag
      if (slash === '/') {
        depth = Math.max(0, depth - 1)
        return depth >= DEEPEST_NESTING ? ' ' : tag
      }
      depth++
      return depth > DEEPEST_NESTING ? ' ' : tag
    })
    .replace(/ {2,}/g, ' ')
}
