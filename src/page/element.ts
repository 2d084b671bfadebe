/** How are elements made? From a name, attributes and children; text is always text. */

import { parts } from '../query/highlight.js'
import type { MarkedText } from '../types.js'

type Child = Node | string | null | undefined | false

/** Attributes; false and undefined leave one out, functions are listeners of the event after `on`. */
export type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

/** Makes an element. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => furnish(document.createElement(name), attributes, children)

/** Makes an element of a drawing. */
export const svgElement = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] =>
  furnish(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)

function furnish<T extends Element>(made: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value)
    else if (value === true) made.setAttribute(key, '')
    else if (value !== false && value !== undefined) made.setAttribute(key, String(value))
  }
  made.append(...present(children))
  return made
}

const present = (children: readonly Child[]): (Node | string)[] =>
  children.filter((child) => child !== null && child !== undefined && child !== false)

/** Marked text as nodes. */
export const markedNodes = (marked: MarkedText | undefined): Node[] =>
  parts(marked).map(({ text, marked: isMarked }) =>
    isMarked ? element('mark', {}, text) : document.createTextNode(text),
  )

/**
 * Replaces what a container holds. The focus goes to the new element with the same `data-key` as the one that had it, so
 * that whoever works with keys does not lose their place.
 */
export function refill(container: HTMLElement, ...children: Child[]): void {
  const active = document.activeElement
  const key = container.contains(active) ? active?.getAttribute('data-key') : undefined
  container.replaceChildren(...present(children))
  if (key) container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
}
