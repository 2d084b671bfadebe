/** What is the tree of a page made of? Elements and texts, and nothing else. The only importer of `htmlparser2` and `css-select`. */

import { selectAll } from 'css-select'
import { DomHandler, DomUtils, Parser } from 'htmlparser2'

/** What holds the top of a page. */
export type PageRoot = DomHandler['root']
/** An element: its `name` is in lower case, as are the names of its `attribs`. */
export type PageElement = Extract<PageRoot['children'][number], { attribs: unknown }>
export type PageText = Extract<PageRoot['children'][number], { nodeType: 3 }>
export type PageNode = PageRoot | PageElement | PageText

/** Keeps what is shown: comments and instructions are left out, and a text around them is one text. */
class ShownNodes extends DomHandler {
  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}
}

/** Reads markup as a browser would, nearly; `isTidy` where every element is closed, and nothing is to be guessed. */
export function parseMarkup(markup: string, isTidy = false): PageRoot {
  const handler = new ShownNodes()
  const parser = new Parser(handler, { decodeEntities: true, xmlMode: isTidy })
  parser.end(markup)
  return handler.root
}

export function isElement(node: { type: string } | null): node is PageElement {
  return node !== null && (node.type === 'tag' || node.type === 'script' || node.type === 'style')
}

export function isText(node: { type: string }): node is PageText {
  return node.type === 'text'
}

/** The element around a node; null at the top. */
export function parentElement({ parent }: PageNode): PageElement | null {
  return isElement(parent) ? parent : null
}

export function nextNode({ next }: PageNode): PageNode | null {
  return next as PageNode | null
}

export function previousNode({ prev }: PageNode): PageNode | null {
  return prev as PageNode | null
}

/** The text of a node and all below it, joined without blanks. */
export function textContent(node: PageNode): string {
  return DomUtils.textContent(node)
}

/** The first element of a name at or below a node, in document order. */
export function firstElement(root: PageNode, name: string): PageElement | undefined {
  return DomUtils.getElementsByTagName(name, root, true, 1)[0]
}

export function elementsNamed(root: PageNode, name: string): PageElement[] {
  return DomUtils.getElementsByTagName(name, root)
}

export function removeNode(node: PageElement): void {
  DomUtils.removeElement(node)
}

/**
 * The elements that a CSS selector finds.
 *
 * @throws Error when it is no selector.
 */
export function select(root: PageRoot, selector: string): PageElement[] {
  return selectAll<PageNode, PageElement>(selector, root)
}
