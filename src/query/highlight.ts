/** How is marked text shown? As escaped HTML, or as parts for whoever builds elements. */

import type { MarkedText } from '../types.js'
import { refuse } from './refusal.js'

/** A piece of a text, marked or not. */
export interface TextPart {
  text: string
  marked: boolean
}

/**
 * The text in pieces, in order. Marks that overlap or leave the text are cut.
 *
 * @returns an empty list for `undefined`, as a hit without a snippet has it
 * @throws DatelinesError `E_OPTION` for what is no marked text, such as a title
 */
export function parts(marked: MarkedText | undefined): TextPart[] {
  const { text, marks } = marked ?? { text: '', marks: [] }
  if (!Array.isArray(marks)) refuse('marked', 'a snippet or titleSnippet of a hit', marked)
  const found: TextPart[] = []
  let at = 0
  const push = (end: number, mark: boolean): void => {
    if (!(end > at)) return
    if (at < text.length) found.push({ text: text.slice(at, end), marked: mark })
    at = end
  }
  for (const [start, end] of marks) {
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return found
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)

/** Elements in which text is text: inline ones, and custom elements. Inside `script` escaped text would be run. */
const TAGS = /^(mark|em|strong|b|i|u|s|span|code|[a-z][a-z0-9]*-[a-z0-9-]*)$/

/**
 * The text as HTML: everything in it is escaped, and the marked pieces are in elements.
 *
 * @param options.tag `mark` (default), another inline element or a custom element
 * @param options.className the class of those elements
 * @throws DatelinesError `E_OPTION` for any other tag or option
 */
export function highlight(marked: MarkedText | undefined, options: { tag?: string; className?: string } = {}): string {
  const { tag = 'mark', className, ...others } = options
  for (const name of Object.keys(others)) refuse('options', 'tag or className', name)
  if (!TAGS.test(tag)) refuse('tag', 'an inline element such as mark or em, or a custom element', tag)
  const open = `<${tag}${className ? ` class="${escapeHtml(className)}"` : ''}>`
  return parts(marked)
    .map((part) => (part.marked ? `${open}${escapeHtml(part.text)}</${tag}>` : escapeHtml(part.text)))
    .join('')
}
