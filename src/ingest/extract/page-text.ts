/** How does an element read as text? Paragraphs, lists, tables and quotes stay readable. */

import { walkNodes } from './node-walk.js'
import {
  isElement,
  isText,
  type PageElement,
  type PageNode,
  type PageText,
  parentElement,
  textContent,
} from './page-node.js'

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'select',
  'textarea',
  'button',
  'input',
  'datalist',
  'map',
])
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'frameset',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])

/** Marks in the raw text, never found in content: paragraph, line, item and cell boundaries. */
const PARAGRAPH = '\u0001'
const LINE = '\u0002'
const ITEM = '\u0003'
const CELL = '\u0004'

/**
 * The text of an element: blocks separated by a blank line, list items on lines of their own behind "- ", rows of data
 * tables on lines with ` | ` between cells, `br` a line end. Without recursion, so depth does not matter.
 */
export function elementText(root: PageNode): string {
  const parts: string[] = []
  const rows = new Map<PageElement, boolean>()
  walkNodes(
    root,
    (node) => {
      if (isText(node)) parts.push(textOf(node))
      if (!isElement(node)) return true
      if (node.name === 'br') parts.push(LINE)
      if (node.name === 'br' || SKIPPED.has(node.name)) return false
      parts.push(opening(node, rows))
      return true
    },
    (element) => parts.push(closing(element, rows)),
  )
  return settle(parts.join(''))
}

function textOf(text: PageText): string {
  if (parentElement(text)?.name === 'pre') return text.data.replace(/\r\n?|\n/g, LINE)
  return text.data.replace(/[\s\u0001-\u0004]+/g, ' ')
}

function opening(element: PageElement, rows: Map<PageElement, boolean>): string {
  const { name } = element
  if (name === 'li') return ITEM
  if (name === 'tr' && isDataRow(element, rows)) return LINE
  if ((name === 'td' || name === 'th') && isDataRow(parentElement(element), rows)) return CELL
  return BLOCKS.has(name) ? PARAGRAPH : ''
}

function closing(element: PageElement, rows: Map<PageElement, boolean>): string {
  const { name } = element
  if (name === 'li') return LINE
  if (name === 'tr' && isDataRow(element, rows)) return LINE
  if ((name === 'td' || name === 'th') && isDataRow(parentElement(element), rows)) return ''
  return BLOCKS.has(name) ? PARAGRAPH : ''
}

/** A cell with more is no cell of data. */
const LONGEST_CELL = 300
const NOT_IN_DATA = new Set(['table', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4'])

/** A row of short cells without blocks inside; anything else is layout. Known rows are kept in `rows`. */
function isDataRow(row: PageElement | null, rows: Map<PageElement, boolean>): boolean {
  if (row === null) return false
  const known = rows.get(row)
  if (known !== undefined) return known
  const cells = row.children.filter(isElement)
  const isData =
    cells.length >= 2 && cells.every((cell) => !holdsBlocks(cell) && textContent(cell).length <= LONGEST_CELL)
  rows.set(row, isData)
  return isData
}

/** True when an element holds a block, or two paragraphs or line ends in a row. */
function holdsBlocks(cell: PageElement): boolean {
  let holds = false
  walkNodes(cell, (node) => {
    if (holds || isText(node)) return false
    let before: string | undefined
    for (const child of node.children) {
      if (!isElement(child)) continue
      const { name } = child
      holds ||= NOT_IN_DATA.has(name) || ((name === 'p' || name === 'br') && name === before)
      before = name
    }
    return !holds
  })
  return holds
}

/** Turns marks into line ends. */
function settle(raw: string): string {
  return raw
    .replace(/[ \t]*([\u0001-\u0004])[ \t]*/g, '$1')
    .replace(/[\u0001-\u0004]{2,}/g, strongest)
    .replace(/\u0001/g, '\n\n')
    .replace(/\u0002/g, '\n')
    .replace(/\u0003/g, '\n- ')
    .replace(/\u0004/g, ' | ')
    .replace(/\n \| /g, '\n')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Several boundaries in a row are one: a paragraph before all, then an item; two line ends make a paragraph. */
function strongest(marks: string): string {
  const hasItem = marks.includes(ITEM)
  const hasParagraph = marks.includes(PARAGRAPH)
  const lines = marks.split(LINE).length - 1
  if (hasItem) {
    const before = marks.slice(0, marks.indexOf(ITEM))
    return before.includes(PARAGRAPH) && !before.includes(LINE) ? `${PARAGRAPH}- ` : ITEM
  }
  if (hasParagraph || (lines >= 2 && !marks.includes(CELL))) return PARAGRAPH
  if (marks.includes(CELL)) return lines > 0 ? `${LINE}` : CELL
  return LINE
}
