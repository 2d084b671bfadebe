/** Which values does a facet have here? A list with counts, to be searched and ticked. */

import type { FacetCount, FilterValue } from '../types.js'
import type { Context } from './context.js'
import { element, refill } from './element.js'
import { selectedValues, toggledFilter } from './state.js'

/** Values shown before the list is opened. */
const FEW = 7

/** What was typed into the lists and which are open: kept while the page goes from state to state. */
const remembered = new Map<string, { text: string; isOpen: boolean }>()

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The panel of one facet; nothing when there is nothing to choose. */
export function facetList(
  context: Context,
  facet: string,
  title: string,
  counts: readonly FacetCount[],
): HTMLElement | null {
  if (counts.every(({ value }) => value === null) && context.state.where[facet] === undefined) return null
  const { texts, number } = context
  const memory = remembered.get(facet) ?? { text: '', isOpen: false }
  remembered.set(facet, memory)
  const selected = selectedValues(context.state.where[facet])
  const list = element('ul', { class: 'values' })
  const more = element('button', {
    type: 'button',
    class: 'link',
    'data-key': `more-${facet}`,
    onclick: () => {
      memory.isOpen = !memory.isOpen
      fill()
    },
  })

  function fill(): void {
    const typed = fold(memory.text.trim())
    const rows = counts.map((row) => ({ ...row, name: context.label(facet, row.value) }))
    const found = rows.filter(({ name, value }) => fold(name).includes(typed) || fold(String(value)) === typed)
    const isCut = !memory.isOpen && typed === '' && found.length > FEW + 1
    const shown = isCut ? found.filter(({ value }, index) => index < FEW || selected.includes(value)) : found
    refill(
      list,
      ...shown.map(({ value, name, count }) =>
        element(
          'li',
          {},
          element(
            'label',
            {},
            element('input', {
              type: 'checkbox',
              'data-key': `${facet}:${value}`,
              checked: selected.includes(value),
              onchange: () => toggle(value),
            }),
            element('span', { class: 'name', dir: 'auto' }, name),
            element('span', { class: 'count' }, number(count)),
          ),
        ),
      ),
    )
    more.hidden = typed !== '' || found.length <= FEW + 1
    more.textContent = memory.isOpen ? texts.less : texts.more(number(found.length - shown.length))
    more.setAttribute('aria-expanded', String(memory.isOpen))
  }

  const toggle = (value: FilterValue): void => context.go({ where: toggledFilter(context.state.where, facet, value) })

  fill()
  const id = `facet-${facet}`
  return element(
    'section',
    { class: 'panel', 'aria-labelledby': id },
    element('h2', { id, dir: 'auto' }, title),
    counts.length > FEW + 1 &&
      element('input', {
        type: 'search',
        class: 'find',
        placeholder: texts.find,
        'aria-label': `${texts.find}: ${title}`,
        'data-key': `find-${facet}`,
        value: memory.text,
        oninput: (event) => {
          memory.text = (event.target as HTMLInputElement).value
          fill()
        },
      }),
    list,
    more,
  )
}
