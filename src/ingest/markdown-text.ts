/** How does Markdown become paragraphs that a person reads? Block by block; markup goes, structure stays. */

import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readArticle } from './extract/article.js'

type Block = ReturnType<typeof fromMarkdown>['children'][number]

/** Deeper nesting than this is no text that a person wrote: its blocks are read as one. */
const DEEPEST = 100
/** Characters of a source that are parsed at a time, about. */
const PIECE = 8192

/** The plain text of a Markdown source. */
export interface MarkdownText {
  /** The first heading of the first level when it opens the text; it is then no part of `text`. */
  title?: string
  /** Paragraphs separated by a blank line. */
  text: string
}

/** Reads Markdown. A first heading that repeats the `known` title is left out of the text too. */
export function markdownText(source: string, known?: string): MarkdownText {
  const blocks: string[] = []
  let title: string | undefined
  for (const [i, piece] of sourcePieces(source).entries()) {
    let nodes = parsed(piece)
    const [first] = nodes
    if (i === 0 && first?.type === 'heading') {
      const heading = inlineText(first)
      if (heading !== '' && (known === undefined ? first.depth === 1 : sameWords(heading, known))) {
        title = heading
        nodes = nodes.slice(1)
      }
    }
    for (const node of nodes) blocks.push(...blockTexts(node, 0))
  }
  const text = blocks.filter((block) => block.trim() !== '').join('\n\n')
  return title === undefined ? { text } : { title, text }
}

function parsed(piece: string): Block[] {
  // The parser's time grows with the square of a block: what no person wrote as a paragraph is taken as it stands.
  if (piece.length > 2 * PIECE) return piece.split(/\n{2,}/).map((value) => ({ type: 'code', value }))
  return fromMarkdown(withoutDeepNesting(piece), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children
}

/** The source cut, where it is long, at blank lines outside fenced code before a line that is not indented. */
function sourcePieces(source: string): string[] {
  if (source.length <= PIECE) return [source]
  const pieces: string[] = []
  let start = 0
  let isFenced = false
  let wasBlank = false
  for (let at = 0; at < source.length; ) {
    const end = source.indexOf('\n', at) + 1 || source.length
    const line = source.slice(at, Math.min(end, at + 200))
    if (wasBlank && !isFenced && at - start >= PIECE / 2 && /^\S/.test(line)) {
      pieces.push(source.slice(start, at))
      start = at
    }
    if (/^ {0,3}(?:```|~~~)/.test(line)) isFenced = !isFenced
    wasBlank = line.trim() === ''
    at = end
  }
  return [...pieces, source.slice(start)]
}

function blockTexts(node: Block, depth: number): string[] {
  if (depth > DEEPEST) return [inlineText(node)]
  switch (node.type) {
    case 'html':
      return [readArticle(node.value, { whole: true }).text]
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
      return node.children.flatMap((child) => blockTexts(child, depth + 1))
    default:
      return [inlineText(node)]
  }
}

function tableText(table: Extract<Block, { type: 'table' }>): string {
  return table.children.map((row) => `| ${row.children.map((cell) => inlineText(cell)).join(' | ')} |`).join('\n')
}

/** The words of a paragraph or heading. Images are left out: their alternative text is a caption, not the release. */
function inlineText(node: Block): string {
  let text = ''
  const waiting: Block[] = [node]
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

/**
 * Nested quotes and lists cost the parser quadratic time: excess marks at the start of a line, and indentation beyond
 * what any list of a person has, are taken off.
 */
function withoutDeepNesting(source: string): string {
  return source
    .replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?){33,}/gm, '')
    .replace(/^[ \t]{65,}/gm, ' '.repeat(64))
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  return words(a) === words(b)
}
