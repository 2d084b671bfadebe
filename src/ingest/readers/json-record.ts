/** What is a parsed JSON value to a reader? A record when it is an object, else a broken one. */

import { isObject } from '../field-path.js'
import type { ReaderItem } from './reader.js'

/** The item for a parsed value. */
export function recordItem(value: unknown, line?: number): ReaderItem {
  const place = line === undefined ? {} : { line }
  if (isObject(value)) return { is: 'record', ...place, kind: 'data', raw: value, stated: {} }
  const got = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
  return { is: 'broken', ...place, reason: 'syntax', message: `expected a JSON object, got ${got}` }
}

/** The item for one line of JSON Lines. */
export function lineItem(line: string, number: number): ReaderItem {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { is: 'broken', line: number, reason: 'syntax', message: `not JSON: ${problem}` }
  }
  return recordItem(value, number)
}
