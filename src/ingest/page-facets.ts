/** Which metadata does a page carry that a facet may be made of? Its `meta` elements by name. */

import { parsePage } from './extract/page.js'

/** The `meta` elements of a page by `name` or `property`; a name given several times holds a list. */
export function pageMetadata(html: string): Record<string, string | string[]> {
  const found = new Map<string, string[]>()
  for (const element of parsePage(html).document.querySelectorAll('meta')) {
    const name = element.getAttribute('name') ?? element.getAttribute('property')
    const content = element.getAttribute('content')?.trim()
    if (name === null || content === undefined || content === '') continue
    found.set(name, [...(found.get(name) ?? []), content])
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}
