/** Is the heading of a page what its release is called, where its title element only names the site or a kind of page? */

import { isFurniture } from './furniture.js'
import { isKind } from './headline.js'
import { elementsNamed, type PageNode, textContent } from './page-node.js'
import { elementText } from './page-text.js'
import { oneLine } from './plain-text.js'
import { mayBeTitle, titleKey, titleParts } from './title.js'

/** A heading that stands against the title element has at least so many words: the name of a site may be one too. */
const FEWEST_WORDS = 3
/** Shorter blocks below a heading are entries of a menu. */
const SHORTEST_TEXT = 50

/**
 * The only `h1` of a page, where its title element is a generic one: a kind of page by the site's name, or words that
 * neither the heading nor the page has, while a text begins right below the heading.
 */
export function headingAgainst(title: string, body: PageNode): string | undefined {
  const [only, second] = elementsNamed(body, 'h1')
  if (only === undefined || second !== undefined) return undefined
  const heading = oneLine(textContent(only))
  if (!mayBeTitle(heading) || heading.split(' ').length < FEWEST_WORDS || isFurniture(heading) || isKind(heading))
    return undefined
  const parts = titleParts(title)
  const words = new Set(wordsOf(heading))
  if (wordsOf(title).some((word) => words.has(word))) return undefined
  const blocks = elementText(body).split(/\n\n+/)
  const at = blocks.findIndex((block) => oneLine(block) === heading)
  if (!beginsText(blocks[at + 1] ?? '')) return undefined
  if (parts.some((part) => isKind(part) || isFurniture(part))) return heading
  // What a release is called is nearly always printed on its page.
  const printed = titleKey(blocks.join(' '))
  return parts.some((part) => printed.includes(titleKey(part))) ? undefined : heading
}

function beginsText(block: string): boolean {
  return block.length >= SHORTEST_TEXT && /\p{L}[”"»’')\]]*[.!?؟。]/u.test(block)
}

/** The words of a title that say something. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
}
