/** How is a JSON file read? One object, an array of them, or an object that wraps such an array. */

import { DatelinesError } from '../../errors.js'
import { decodeText } from '../encoding.js'
import { isObject } from '../field-path.js'
import type { InputStream } from '../input-stream.js'
import { DOCUMENT_LIMIT, type ReaderItem } from './reader.js'

const WRAPPERS = ['releases', 'items', 'data', 'results'] as const

/** Reads a JSON file: each object is a record. */
export async function* readJson(input: InputStream): AsyncGenerator<ReaderItem> {
  const { text } = decodeText(await input.bytes(DOCUMENT_LIMIT))
  const value = parse(text)
  const list = recordsOf(value)
  if (list === undefined) {
    yield recordItem(value)
    return
  }
  for (const [i, element] of list.entries()) yield recordItem(element, i + 1)
}

/** A reader's item for a parsed value: a record when it is an object. */
export function recordItem(value: unknown, line?: number): ReaderItem {
  const place = line === undefined ? {} : { line }
  if (isObject(value)) return { is: 'record', ...place, kind: 'data', raw: value, stated: {} }
  const got = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
  return { is: 'broken', ...place, reason: 'syntax', message: `expected a JSON object, got ${got}` }
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new DatelinesError('E_INPUT', `not JSON: ${problem}${lineOf(text, problem)}`, { reason: 'syntax', cause })
  }
}

function lineOf(text: string, problem: string): string {
  const offset = Number(/position (\d+)/.exec(problem)?.[1] ?? Number.NaN)
  return Number.isNaN(offset) || problem.includes('line ') ? '' : ` (line ${text.slice(0, offset).split('\n').length})`
}
