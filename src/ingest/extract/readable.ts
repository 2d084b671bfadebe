/** Where is the article of a page that does not mark it? Readability searches for it. The only importer of Readability. */

import { Readability } from '@mozilla/readability'
import JSDOMParser from '@mozilla/readability/JSDOMParser.js'
import { walkNodes } from './node-walk.js'
import type { Page } from './page.js'
import {
  elementsNamed,
  firstElement,
  isElement,
  type PageElement,
  type PageNode,
  parseMarkup,
  textContent,
} from './page-node.js'
import { elementText } from './page-text.js'

/** Readability refuses shorter texts; releases may be short. */
const SHORTEST_ARTICLE = 140
/** Its time grows faster than the number of elements. */
const MOST_ELEMENTS = 12_000

/** What it reads of an element. */
const READ = new Set([
  'alt',
  'aria-hidden',
  'aria-modal',
  'class',
  'content',
  'colspan',
  'data-src',
  'datatable',
  'height',
  'hidden',
  'href',
  'id',
  'itemprop',
  'itemscope',
  'itemtype',
  'name',
  'property',
  'rel',
  'role',
  'rowspan',
  'src',
  'style',
  'summary',
  'width',
])

/** The text of the article of a page without its frame; undefined when none is found. The page stays as it is. */
export function readableText({ root, body }: Page): string | undefined {
  const document = new JSDOMParser().parse('<html><head></head><body></body></html>')
  for (const meta of elementsNamed(root, 'meta')) document.head.appendChild(copy(meta, document))
  const title = firstElement(root, 'title')
  if (title !== undefined) document.title = textContent(title).trim()
  addCopies(body, document.body, document)
  try {
    const result = new Readability<string>(document, {
      charThreshold: SHORTEST_ARTICLE,
      keepClasses: true,
      disableJSONLD: true,
      maxElemsToParse: MOST_ELEMENTS,
    }).parse()
    return result?.content == null ? undefined : elementText(parseMarkup(result.content, true))
  } catch (error) {
    // It stumbles over trees that no browser would build and refuses large ones: the page is then read whole.
    if (error instanceof Error) return undefined
    throw error
  }
}

function copy(element: PageElement, document: Document): HTMLElement {
  // A name with a colon is that of another element there.
  const made = document.createElement(element.name.replace(/[^a-z0-9-]/g, '-'))
  for (const [name, value] of Object.entries(element.attribs)) if (READ.has(name)) made.setAttribute(name, value)
  return made
}

/**
 * Gives an element of Readability's tree what is below a node of ours, without the footers of the page: of a short text it takes
 * one for the article. An article may have a footer of its own.
 */
function addCopies(from: PageNode, to: Element, document: Document): void {
  let parent = to
  let articles = 0
  walkNodes(
    from,
    (node) => {
      if (node === from) return true
      if (!isElement(node)) {
        parent.appendChild(document.createTextNode(textContent(node)))
        return false
      }
      if (node.name === 'footer' && articles === 0) return false
      if (node.name === 'article') articles++
      const made = copy(node, document)
      parent.appendChild(made)
      parent = made
      return true
    },
    (element) => {
      if (element === from) return
      if (element.name === 'article') articles--
      parent = parent.parentNode as Element
    },
  )
}
