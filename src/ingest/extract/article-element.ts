/** Which element holds the article of a page, where the page leaves no doubt? */

import { isElement, type PageNode } from './page-node.js'
import { type Amount, measureText } from './text-amounts.js'

/** Names by which pages mark the body of their article. */
const BODY_NAME =
  /(?:^|\s)(?:(?:article|entry|post|story|news|release|page|node)[_-]{0,2}(?:body|content|text)|field-{1,2}name-(?:field-)?body|field-{1,2}body|articlebody|storybody)(?:$|\s)/i
/** What is so marked has most of the page's prose, and a little at least. */
const MARKED_SHARE = 0.6
const SHORTEST_MARKED = 400

/** An element holds the article when it has this share of the page's prose, and this share of its own text is prose. */
const ARTICLE_SHARE = 0.8
const DENSE = 0.9

/**
 * The element that a page without its frame marks as the body of its article, or the smallest that holds most of the
 * prose and little else; undefined when neither is there and the article has to be searched for.
 */
export function articleElement(body: PageNode): { element: PageNode; how: string } | undefined {
  const amounts = measureText(body)
  const total = amounts.get(body)?.prose ?? 0
  if (total < SHORTEST_MARKED) return undefined
  const marked = markedBody(amounts, Math.max(SHORTEST_MARKED, total * MARKED_SHARE))
  if (marked !== undefined) return { element: marked, how: 'what the page marks as its article' }
  const dense = smallest(amounts, ({ text, prose }) => prose >= total * ARTICLE_SHARE && prose > text * DENSE)
  return dense === undefined ? undefined : { element: dense, how: 'the part of the page with its prose' }
}

function markedBody(amounts: Map<PageNode, Amount>, least: number): PageNode | undefined {
  return smallest(amounts, ({ prose }, element) => {
    if (prose < least) return false
    return (
      isElement(element) && (element.attribs.itemprop === 'articleBody' || BODY_NAME.test(element.attribs.class ?? ''))
    )
  })
}

function smallest(
  amounts: Map<PageNode, Amount>,
  isFit: (amount: Amount, element: PageNode) => boolean,
): PageNode | undefined {
  let best: PageNode | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [element, amount] of amounts) {
    if (amount.text >= least || !isFit(amount, element)) continue
    best = element
    least = amount.text
  }
  return best
}
