/** How does a reader get to the words that were searched? From one marked place to the next. */

import type { Context } from './context.js'
import { element } from './element.js'
import { icon } from './icons.js'

/** A button that goes through the marked places of a text, in turns; nothing where there are none. */
export function markButton({ texts, number }: Context, text: HTMLElement): HTMLElement | null {
  const marks = [...text.querySelectorAll('mark')]
  if (marks.length === 0) return null
  let at = -1
  const words = element('span', {}, texts.marks(number(marks.length), marks.length))
  return element(
    'button',
    {
      type: 'button',
      class: 'tool',
      'data-key': 'next-mark',
      onclick: () => {
        marks[at]?.classList.remove('current')
        at = (at + 1) % marks.length
        marks[at]!.classList.add('current')
        marks[at]!.scrollIntoView({ block: 'center' })
        words.textContent = texts.markAt(number(at + 1), number(marks.length))
      },
    },
    icon('down'),
    words,
  )
}
