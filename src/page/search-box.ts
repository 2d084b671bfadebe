/** How is a query typed? A combobox that offers words of the archive. */

import type { Suggestion } from '../types.js'
import type { Context } from './context.js'
import { element, refill } from './element.js'
import type { Texts } from './texts.js'

/** Milliseconds without a key before something is looked up. */
const PAUSE_MS = 180

/** A search box: its element with the tips under it, and a way to tell it what the state says. */
export interface SearchBox {
  element: HTMLElement
  update(context: Context): void
  /** Puts its own texts in a language. */
  speak(texts: Texts): void
}

/** Makes the box; `context` is the latest one. */
export function makeSearchBox(context: () => Context): SearchBox {
  let suggestions: Suggestion[] = []
  let chosen = -1
  let timer = 0
  let lookup = new AbortController()

  const input = element('input', {
    id: 'q',
    type: 'search',
    name: 'q',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    'aria-expanded': 'false',
    'aria-controls': 'suggestions',
    'aria-autocomplete': 'list',
    'aria-keyshortcuts': '/',
    dir: 'auto',
    oninput: () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => void typed(), PAUSE_MS)
    },
    onkeydown: (event) => onKey(event as KeyboardEvent),
    onblur: () => hide(),
    onsearch: () => {
      if (input.value === '' && context().state.query !== '') submit('')
    },
  })
  const list = element('ul', { id: 'suggestions', role: 'listbox', hidden: true })
  const label = element('label', { for: 'q', class: 'unseen' })
  const button = element('button', { type: 'submit', class: 'primary' })
  const tips = element('dl')
  const tipsTitle = element('summary')
  const form = element(
    'form',
    {
      role: 'search',
      onsubmit: (event) => {
        event.preventDefault()
        submit(input.value)
      },
    },
    label,
    element('div', { class: 'box' }, element('div', { class: 'combo' }, input, list), button),
    element('details', { class: 'tips' }, tipsTitle, tips),
  )

  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event
    const isField = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
    if (key !== '/' || ctrlKey || metaKey || altKey || isField || event.isComposing) return
    input.focus()
    // Where something stands before it the box cannot be typed in, and the key stays the browser's.
    if (document.activeElement === input) event.preventDefault()
  })

  function submit(query: string): void {
    clearTimeout(timer)
    lookup.abort()
    hide()
    input.value = query
    context().go({ query, release: undefined })
  }

  async function typed(): Promise<void> {
    const text = input.value
    context().go({ query: text, release: undefined }, 'replace')
    lookup.abort()
    lookup = new AbortController()
    const { signal } = lookup
    const word = /[^\s"()]*$/.exec(text)?.[0] ?? ''
    if (word.length < 2) return hide()
    try {
      const found = await context().archive.suggest(text, { limit: 8, signal })
      if (signal.aborted || document.activeElement !== input) return
      suggestions = found.filter((suggestion) => suggestion.text !== text)
      chosen = -1
      show()
    } catch {
      // Suggestions are a help and no more: the search itself tells what is wrong.
      hide()
    }
  }

  function show(): void {
    const { number } = context()
    list.replaceChildren(
      ...suggestions.map(({ text, releases }, index) =>
        element(
          'li',
          {
            id: `suggestion-${index}`,
            role: 'option',
            'aria-selected': String(index === chosen),
            // Before the input loses the focus.
            onpointerdown: (event) => {
              event.preventDefault()
              submit(text)
            },
          },
          element('span', { dir: 'auto' }, text),
          element('span', { class: 'count' }, number(releases)),
        ),
      ),
    )
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(suggestions.length > 0))
    if (chosen < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `suggestion-${chosen}`)
  }

  function hide(): void {
    suggestions = []
    chosen = -1
    show()
  }

  function onKey(event: KeyboardEvent): void {
    const count = suggestions.length
    if (event.key === 'Escape' && count > 0) hide()
    else if (event.key === 'ArrowDown' && count > 0) chosen = chosen + 1 < count ? chosen + 1 : -1
    else if (event.key === 'ArrowUp' && count > 0) chosen = chosen < 0 ? count - 1 : chosen - 1
    else if (event.key === 'Enter' && chosen >= 0) submit(suggestions[chosen]!.text)
    else return
    event.preventDefault()
    show()
  }

  return {
    element: form,
    update({ state }) {
      if (document.activeElement !== input || input.value.trim() === '') input.value = state.query
    },
    speak(texts) {
      label.textContent = texts.title
      input.placeholder = texts.placeholder
      button.textContent = texts.search
      tipsTitle.textContent = texts.tips
      refill(
        tips,
        ...texts.tipList.flatMap(([query, meaning]) => [
          element(
            'dt',
            {},
            element('button', { type: 'button', class: 'link', dir: 'auto', onclick: () => submit(query) }, query),
          ),
          element('dd', {}, meaning),
        ]),
      )
      list.setAttribute('aria-label', texts.search)
    },
  }
}
