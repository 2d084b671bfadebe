/** How much text does each element of a page hold, and how much of it is links and prose? */

import { walkNodes } from './node-walk.js'
import { isElement, isText, type PageNode } from './page-node.js'

/** Elements that never hold text of the article. */
export const TEXTLESS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'button',
  'select',
  'textarea',
  'input',
  'link',
  'map',
  'dialog',
  'figcaption',
  'nav',
])

/** A paragraph from so many characters on, with less than a third of them in links, is prose. */
const SHORTEST_PROSE = 120

/** How much text an element holds, in characters without the blanks around texts. */
export interface Amount {
  text: number
  /** Of it, in links to other pages. */
  linked: number
  /** Of it, in paragraphs of prose. */
  prose: number
  paragraphs: number
}

export const NOTHING: Amount = { text: 0, linked: 0, prose: 0, paragraphs: 0 }

/** The amounts of an element and all below it. */
export function measureText(root: PageNode): Map<PageNode, Amount> {
  const amounts = new Map<PageNode, Amount>()
  const open: { amount: Amount; inLink: boolean }[] = []
  walkNodes(
    root,
    (node) => {
      if (isText(node)) {
        const length = node.data.trim().length
        const top = open.at(-1)
        if (length > 0 && top !== undefined) {
          top.amount.text += length
          if (top.inLink) top.amount.linked += length
        }
        return false
      }
      if (!isElement(node)) return true
      if (TEXTLESS.has(node.name)) return false
      const isLink = node.name === 'a' && !(node.attribs.href ?? '#').startsWith('#')
      open.push({ amount: { ...NOTHING }, inLink: isLink || (open.at(-1)?.inLink ?? false) })
      return true
    },
    (element) => {
      const { amount } = open.pop() as { amount: Amount }
      if (element.name === 'p') {
        amount.paragraphs++
        if (amount.text >= SHORTEST_PROSE && amount.linked * 3 < amount.text) amount.prose = amount.text
      }
      amounts.set(element, amount)
      const above = open.at(-1)?.amount
      if (above === undefined) return
      above.text += amount.text
      above.linked += amount.linked
      above.prose += amount.prose
      above.paragraphs += amount.paragraphs
    },
  )
  return amounts
}
