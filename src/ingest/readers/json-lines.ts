/** How is a JSON Lines file read? One object a line, in constant memory; a broken line is listed and the rest goes on. */

import type { InputStream } from '../input-stream.js'
import { linePieces } from '../text-lines.js'
import { lineItem } from './json-record.js'
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
