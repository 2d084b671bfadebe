/** How does an element read as text? Paragraphs, lists, tables and quotes stay readable. */

import { COMMENT_NODE, ELEMENT_NODE, TEXT_NODE, walkNodes } from './node-walk.js'

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'MATH',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'INPUT',
  'DATALIST',
  'MAP',
])
const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'CAPTION',
  'CENTER',
  'DD',
  'DETAILS',
  'DIALOG',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'FRAMESET',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HGROUP',
  'HR',
  'HTML',
  'LEGEND',
  'MAIN',
  'MENU',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TD',
  'TFOOT',
  'TH',
  'THEAD',
  'TR',
  'UL',
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
export function elementText(root: Node): string {
  const parts: string[] = []
  walkNodes(
    root,
    (node) => {
      if (node.nodeType === TEXT_NODE) parts.push(textOf(node))
      if (node.nodeType !== ELEMENT_NODE) return node.nodeType !== TEXT_NODE && node.nodeType !== COMMENT_NODE
      const element = node as Element
      if (element.tagName === 'BR') parts.push(LINE)
      if (element.tagName === 'BR' || SKIPPED.has(element.tagName)) return false
      parts.push(opening(element, element.tagName))
      return true
    },
    (element) => parts.push(closing(element, element.tagName)),
  )
  return settle(parts.join(''))
}

function textOf(node: Node): string {
  const text = node.nodeValue ?? ''
  const parent = node.parentNode as Element | null
  if (parent?.tagName === 'PRE') return text.replace(/\r\n?|\n/g, LINE)
  return text.replace(/[\s\u0001-\u0004]+/g, ' ')
}

function opening(element: Element, tag: string): string {
  if (tag === 'LI') return ITEM
  if (tag === 'TR' && isDataRow(element)) return LINE
  if ((tag === 'TD' || tag === 'TH') && isDataRow(element.parentNode as Element)) return CELL
  return BLOCKS.has(tag) ? PARAGRAPH : ''
}

function closing(element: Element, tag: string): string {
  if (tag === 'LI') return LINE
  if (tag === 'TR' && isDataRow(element)) return LINE
  if ((tag === 'TD' || tag === 'TH') && isDataRow(element.parentNode as Element)) return ''
  return BLOCKS.has(tag) ? PARAGRAPH : ''
}

const dataRows = new WeakMap<Element, boolean>()

/** A row of short cells without blocks inside; anything else is layout. */
function isDataRow(row: Element | null): boolean {
  if (row === null) return false
  const known = dataRows.get(row)
  if (known !== undefined) return known
  let cells = 0
  let isData = true
  for (let cell = row.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    cells++
    if (
      cell.querySelector('table,div,ul,ol,h1,h2,h3,h4,p + p,br + br') !== null ||
      (cell.textContent ?? '').length > 300
    ) {
      isData = false
      break
    }
  }
  isData &&= cells >= 2
  dataRows.set(row, isData)
  return isData
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
