/** How is every node below an element visited, however deep? In document order, without recursion. */

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3
export const COMMENT_NODE = 8

/**
 * Visits a node and all below it. `enter` says whether to go on into its children; `leave` is called for an element
 * whose children were visited. A node may be removed from the tree by `enter` if it is not gone into.
 */
export function walkNodes(root: Node, enter: (node: Node) => boolean, leave?: (element: Element) => void): void {
  let node: Node = root
  for (;;) {
    // Taken before the visit: it may remove the node.
    const next = node === root ? null : node.nextSibling
    const parent = node.parentNode
    if (enter(node)) {
      const child = node.firstChild
      if (child !== null) {
        node = child
        continue
      }
      if (node.nodeType === ELEMENT_NODE) leave?.(node as Element)
    }
    if (node === root) return
    if (next !== null) {
      node = next
      continue
    }
    let up: Node | null = parent
    let sibling: Node | null = null
    while (up !== null) {
      if (up.nodeType === ELEMENT_NODE) leave?.(up as Element)
      if (up === root) return
      sibling = up.nextSibling
      if (sibling !== null) break
      up = up.parentNode
    }
    if (sibling === null) return
    node = sibling
  }
}

/** The text below a node on one line, with a blank between the texts of different elements: `<b>18</b><b>2009</b>`. */
export function spacedText(root: Node, isSkipped: (element: Element) => boolean): string {
  const parts: string[] = []
  walkNodes(root, (node) => {
    if (node.nodeType === TEXT_NODE) parts.push(node.nodeValue ?? '')
    return node.nodeType === ELEMENT_NODE && !isSkipped(node as Element)
  })
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}
