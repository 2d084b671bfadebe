/** How is a JSON file read? One object, an array of them, or an object that wraps such an array. */

import { DatelinesError } from '../../errors.js'
import { decodeText } from '../encoding.js'
import { isObject } from '../field-path.js'
import type { InputStream } from '../input-stream.js'
import { readJsonArray } from './json-array.js'
import { lineItem, recordItem } from './json-record.js'
import { DOCUMENT_LIMIT, type ReaderItem } from './reader.js'

const WRAPPERS = ['releases', 'items', 'data', 'results'] as const

/** Reads a JSON file: each object is a record. Arrays are read in constant memory, whatever wraps them in one piece. */
export async function* readJson(input: InputStream): AsyncGenerator<ReaderItem> {
  if (beginsWithBracket(input.head)) {
    yield* readJsonArray(input)
    return
  }
  const { text } = decodeText(await input.bytes(DOCUMENT_LIMIT))
  const value = parse(text)
  if (value === undefined) {
    // Several values one after the other: JSON Lines whose first line was too long to show it.
    for (const [i, line] of text.split('\n').entries()) if (line.trim() !== '') yield lineItem(line, i + 1)
    return
  }
  const list = recordsOf(value)
  if (list === undefined) {
    yield recordItem(value)
    return
  }
  for (const [i, element] of list.entries()) yield recordItem(element, i + 1)
}

/** False for UTF-16 too, in which a bracket is two bytes. */
function beginsWithBracket(head: Uint8Array): boolean {
  const start = head.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  return start === 0x5b && head[head.indexOf(0x5b) + 1] !== 0 && head[0] !== 0
}

function recordsOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return undefined
  for (const name of WRAPPERS) if (Object.hasOwn(value, name) && isList(value[name])) return value[name]
  // An unknown wrapper: the only list of objects among otherwise plain properties.
  const others = Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null)
  const only = others.length === 1 ? others[0] : undefined
  const plain = ['title', 'body', 'text', 'content', 'html'].some((name) => Object.hasOwn(value, name))
  return !plain && isList(only) && only.length > 1 ? only : undefined
}

function isList(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isObject)
}

/** The value of a JSON text; undefined when whole values follow each other line by line. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    const offset = Number(/position (\d+)/.exec(problem)?.[1] ?? Number.NaN)
    if (
      /after JSON/.test(problem) &&
      /^\s*\n\s*$/.test(text.slice(text.lastIndexOf('}', offset) + 1, offset)) &&
      text[offset] === '{'
    )
      return undefined
    const line = Number.isNaN(offset) ? '' : ` (line ${text.slice(0, offset).split('\n').length})`
    throw new DatelinesError('E_INPUT', `not JSON: ${problem}${line}`, { reason: 'syntax', cause })
  }
}
