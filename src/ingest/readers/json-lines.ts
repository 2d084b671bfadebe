/** How is a JSON Lines file read? One object a line, in constant memory; a broken line is listed and the rest goes on. */

import type { InputStream } from '../input-stream.js'
import { linePieces } from '../text-lines.js'
import { recordItem } from './json.js'
import type { ReaderItem } from './reader.js'

/** Reads a JSON Lines file; blank lines count as lines but are no records. */
export async function* readJsonLines(input: InputStream): AsyncGenerator<ReaderItem> {
  let number = 0
  for await (const piece of linePieces(input)) {
    const lines = piece.split('\n')
    if (lines.at(-1) === '') lines.pop()
    for (const line of lines) {
      number++
      if (line.trim() !== '') yield lineItem(line, number)
    }
  }
}

function lineItem(line: string, number: number): ReaderItem {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { is: 'broken', line: number, reason: 'syntax', message: `not JSON: ${problem}` }
  }
  return recordItem(value, number)
}
