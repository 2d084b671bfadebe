/** How does Markdown become paragraphs that a person reads? Block by block; markup goes, structure stays. */

import type { Nodes, Parents, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Deeper nesting than this is no text that a person wrote: its blocks are read as one. */
const DEEPEST = 100

/** The plain text of a Markdown source. */
export interface MarkdownText {
  /** The first heading of the first level when it opens the text; it is then no part of `text`. */
  title?: string
  /** Paragraphs separated by a blank line. */
  text: string
}

/** Reads Markdown. A first heading that repeats the `known` title is left out of the text too. */
export function markdownText(source: string, known?: string): MarkdownText {
  const tree = fromMarkdown(withoutDeepNesting(source), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const [first] = tree.children
  const heading = first?.type === 'heading' ? inlineText(first) : undefined
  const isTitle =
    first?.type === 'heading' &&
    heading !== '' &&
    (known === undefined ? first.depth === 1 : sameWords(heading!, known))
  const blocks = (isTitle ? tree.children.slice(1) : tree.children).flatMap((node) => blockTexts(node, 0))
  const text = blocks.filter((block) => block.trim() !== '').join('\n\n')
  return isTitle ? { title: heading!, text } : { text }
}

function blockTexts(node: Nodes, depth: number): string[] {
  if (depth > DEEPEST) return [inlineText(node)]
  switch (node.type) {
    case 'html':
      return [withoutTags(node.value)]
    case 'code':
      return [node.value]
    case 'definition':
    case 'thematicBreak':
      return []
    case 'table':
      return [tableText(node)]
    case 'list': {
      const items = node.children.map((item, i) => {
        const mark = node.ordered === true ? `${(node.start ?? 1) + i}. ` : '- '
        return mark + item.children.flatMap((child) => blockTexts(child, depth + 1)).join('\n')
      })
      return [items.join('\n')]
    }
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
    case 'root':
      return (node as Parents).children.flatMap((child) => blockTexts(child, depth + 1))
    default:
      return [inlineText(node)]
  }
}

function tableText(table: Table): string {
  return table.children.map((row) => `| ${row.children.map((cell) => inlineText(cell)).join(' | ')} |`).join('\n')
}

/** The words of a paragraph or heading. Images are left out: their alternative text is a caption, not the release. */
function inlineText(node: Nodes): string {
  let text = ''
  const waiting: Nodes[] = [node]
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    // A line end inside a paragraph is a blank; only a `break` is a line end that is meant.
    if (here.type === 'text') text += here.value.replace(/\s*\n\s*/g, ' ')
    else if (here.type === 'inlineCode' || here.type === 'code') text += here.value
    else if (here.type === 'break') text += '\n'
    else if (here.type === 'html') text += /^<br\b/i.test(here.value) ? '\n' : ''
    else if ('children' in here) waiting.push(...[...here.children].reverse())
  }
  return text.replace(/[ \t]*\n[ \t]*/g, '\n').trim()
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .trim()
}

/** Thousands of nested quotes or lists cost the parser quadratic time: such lines lose the excess of their marks. */
function withoutDeepNesting(source: string): string {
  return source.replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?){101,}/gm, '')
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  return words(a) === words(b)
}
