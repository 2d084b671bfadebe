/** How is every node below another visited, however deep? In document order, without recursion. */

import { isElement, isText, nextNode, type PageElement, type PageNode } from './page-node.js'

/**
 * Visits a node and all below it. `enter` says whether to go on into its children; `leave` is called for an element
 * whose children were visited. A node may be removed from the tree by `enter` if it is not gone into.
 */
export function walkNodes(
  root: PageNode,
  enter: (node: PageNode) => boolean,
  leave?: (element: PageElement) => void,
): void {
  let node: PageNode = root
  for (;;) {
    // Taken before the visit: it may remove the node.
    const next: PageNode | null = node === root ? null : nextNode(node)
    const parent = node.parent as PageNode | null
    if (enter(node)) {
      const child = isText(node) ? undefined : (node.children[0] as PageNode | undefined)
      if (child !== undefined) {
        node = child
        continue
      }
      if (isElement(node)) leave?.(node)
    }
    if (node === root) return
    if (next !== null) {
      node = next
      continue
    }
    let up: PageNode | null = parent
    let sibling: PageNode | null = null
    while (up !== null) {
      if (isElement(up)) leave?.(up)
      if (up === root) return
      sibling = nextNode(up)
      if (sibling !== null) break
      up = up.parent as PageNode | null
    }
    if (sibling === null) return
    node = sibling
  }
}

/** The text below a node on one line, with a blank between the texts of different elements: `<b>18</b><b>2009</b>`. */
export function spacedText(root: PageNode, isSkipped: (element: PageElement) => boolean): string {
  const parts: string[] = []
  walkNodes(root, (node) => {
    if (isText(node)) parts.push(node.data)
    return !(isElement(node) && isSkipped(node))
  })
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}
