/** What is shown where something could not be read? That it was so, why, and a way to try again. */

import type { Context } from './context.js'
import { element } from './element.js'

/** A message in the place of what was awaited; `id` is that of its first line. */
export function failure({ texts }: Context, error: unknown, again: () => void, id?: string): HTMLElement {
  return element(
    'div',
    { role: 'alert', class: 'notice' },
    element('p', { id }, texts.failed),
    element('p', { class: 'help', dir: 'auto' }, error instanceof Error ? error.message : String(error)),
    element('button', { type: 'button', 'data-key': 'again', onclick: again }, texts.again),
  )
}
