/** Which values does a facet have here? A list with counts, to be searched and ticked. */

import type { FacetCount, FilterValue } from '../types.js'
import type { Context } from './context.js'
import { element, refill } from './element.js'
import { selectedValues, toggledFilter } from './state.js'

/** Values shown before the list is opened. */
const FEW = 7

/** What was typed into the lists, which are folded out and which show all: kept while the page goes from state to state. */
const remembered = new Map<string, { text: string; isOut: boolean; isOpen: boolean }>()

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The panel of one facet, at first folded out or not; nothing when there is nothing to choose. */
export function facetList(
  context: Context,
  facet: string,
  title: string,
  counts: readonly FacetCount[],
  isFirst: boolean,
): HTMLElement | null {
  if (counts.every(({ value }) => value === null) && context.state.where[facet] === undefined) return null
  const { texts, number } = context
  const selected = selectedValues(context.state.where[facet])
  const memory = remembered.get(facet) ?? { text: '', isOut: isFirst || selected.length > 0, isOpen: false }
  remembered.set(facet, memory)
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
    // Names are made only of what is shown or searched: there may be a thousand.
    const name = (row: FacetCount): string => context.label(facet, row.value)
    const found =
      typed === ''
        ? counts
        : counts.filter((row) => fold(name(row)).includes(typed) || fold(String(row.value)) === typed)
    const isCut = !memory.isOpen && typed === '' && found.length > FEW + 1
    const shown = isCut ? found.filter(({ value }, index) => index < FEW || selected.includes(value)) : found
    refill(
      list,
      ...shown.map((row) => {
        const { value, count } = row
        return element(
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
            element('span', { class: 'name', dir: 'auto' }, name(row)),
            element('span', { class: 'count' }, number(count)),
          ),
        )
      }),
    )
    more.hidden = typed !== '' || found.length <= FEW + 1
    more.textContent = memory.isOpen ? texts.less : texts.more(number(found.length - shown.length))
    more.setAttribute('aria-expanded', String(memory.isOpen))
  }

  const toggle = (value: FilterValue): void => context.go({ where: toggledFilter(context.state.where, facet, value) })

  fill()
  const id = `facet-${facet}`
  return element(
    'details',
    {
      class: 'panel',
      open: memory.isOut,
      ontoggle: (event) => {
        memory.isOut = (event.target as HTMLDetailsElement).open
      },
    },
    element(
      'summary',
      { 'data-key': `panel-${facet}` },
      element('h2', { id, dir: 'auto' }, title),
      selected.length > 0 && element('span', { class: 'badge' }, number(selected.length)),
    ),
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
