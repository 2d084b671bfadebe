/** How is a Markdown file read? Front matter states fields; the rest becomes plain paragraphs. */

import { parseDocument } from 'yaml'
import { decodeText } from '../encoding.js'
import { isObject } from '../field-path.js'
import type { InputStream } from '../input-stream.js'
import { markdownText } from '../markdown-text.js'
import { type Doubt, doubt, statedFields } from '../stated-fields.js'
import type { ReaderItem } from './reader.js'

/** Most bytes of a file: the parser reads some 200 KB a second. */
const MARKDOWN_LIMIT = 4 * 2 ** 20
/** Most characters of front matter that is parsed. */
const FRONT_MATTER_LIMIT = 1 << 18

/** Reads a Markdown file as one record. Front matter is YAML and only ever data: no tag of it is executed. */
export async function* readMarkdown(input: InputStream): AsyncGenerator<ReaderItem> {
  const { text: source } = decodeText(await input.bytes(MARKDOWN_LIMIT))
  const { block, language, body } = splitFrontMatter(source)
  const warnings: Doubt[] = []
  const metadata = block === undefined ? {} : readFrontMatter(block, language, warnings)
  const { stated, doubts } = statedFields(metadata)
  // The text of a Markdown file is what follows its front matter.
  delete stated.body
  const { title, text } = markdownText(body, stated.title)
  if (stated.title === undefined && title !== undefined) stated.title = title
  yield {
    is: 'record',
    kind: 'markdown',
    raw: { ...metadata, text },
    stated,
    text,
    metadata,
    warnings: [...warnings, ...doubts],
  }
}

/** Splits off a block between `---` lines (or `+++`, TOML) at the very start. */
function splitFrontMatter(source: string): { block?: string; language: string; body: string } {
  const open = /^(---|\+\+\+)([a-z]*)[ \t]*\r?\n/.exec(source)
  if (open === null) return { language: '', body: source }
  const [line, fence = '', named = ''] = open
  const rest = source.slice(line.length)
  const close = (fence === '---' ? /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m : /^\+\+\+[ \t]*(?:\r?\n|$)/m).exec(rest)
  if (close === null) return { language: '', body: source }
  return {
    block: rest.slice(0, close.index),
    language: fence === '+++' ? 'toml' : named,
    body: rest.slice(close.index + close[0].length),
  }
}

function readFrontMatter(block: string, language: string, warnings: Doubt[]): Record<string, unknown> {
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    warnings.push(doubt('front matter', language, 'only YAML front matter is read; it was left out'))
    return {}
  }
  if (block.length > FRONT_MATTER_LIMIT) {
    warnings.push(doubt('front matter', `${block.length} characters`, 'too large; it was left out'))
    return {}
  }
  try {
    return parseFields(block)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    try {
      const fields = parseFields(withQuotes(block))
      warnings.push(doubt('front matter', block.trim(), `not YAML, read line by line: ${problem}`))
      return fields
    } catch {
      warnings.push(doubt('front matter', block.trim(), `not YAML, left out: ${problem}`))
      return {}
    }
  }
}

/** Throws when the block is not a list of fields. */
function parseFields(block: string): Record<string, unknown> {
  const document = parseDocument(block, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false })
  const [problem] = document.errors
  if (problem !== undefined) throw problem
  // Aliases are bounded, so that a few lines cannot grow into gigabytes.
  const value: unknown = document.toJS({ maxAliasCount: 50 })
  if (value === null || value === undefined) return {}
  if (!isObject(value)) throw new Error('expected a list of fields')
  return value
}

/** Quotes around the values that people forget to quote: `title: Kenya: a new start`. */
function withQuotes(block: string): string {
  return block.replace(/^([\w-]+):[ \t]+(?![[{|>&*!])(.+?)[ \t]*$/gm, (line, name: string, value: string) =>
    /^(["']).*\1$/.test(value) ? line : `${name}: ${JSON.stringify(value.replace(/^["']|["']$/g, ''))}`,
  )
}
