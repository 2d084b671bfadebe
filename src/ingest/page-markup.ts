/** What stands in markup that no article is made of: the `meta` elements of a page, the words of a title. */

import { parsePage } from './extract/page.js'
import { elementsNamed, textContent } from './extract/page-node.js'

/** The `meta` elements of a page by `name` or `property`; a name given several times holds a list. */
export function pageMetadata(html: string): Record<string, string | string[]> {
  const found = new Map<string, string[]>()
  for (const element of elementsNamed(parsePage(html).root, 'meta')) {
    const name = element.attribs.name ?? element.attribs.property
    const content = element.attribs.content?.trim()
    if (name === undefined || content === undefined || content === '') continue
    found.set(name, [...(found.get(name) ?? []), content])
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}

/** The words of a piece of markup on one line: "Tom &amp; <em>Jerry</em>" is "Tom & Jerry". */
export function markupWords(html: string): string {
  return textContent(parsePage(html).body).replace(/\s+/g, ' ').trim()
}
