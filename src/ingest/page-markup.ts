/** What stands in markup that no article is made of: the `meta` elements of a page, the words of a title. */

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

/** The words of a piece of markup on one line: "Tom &amp; <em>Jerry</em>" is "Tom & Jerry". */
export function markupWords(html: string): string {
  return (parsePage(html).document.body.textContent ?? '').replace(/\s+/g, ' ').trim()
}
