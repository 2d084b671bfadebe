/** How is a long text read line by line in constant memory, whatever its encoding? */

import { DatelinesError } from '../errors.js'
import {
  chunkDecoder,
  decodeAs,
  decodeStrictly,
  detectedEncoding,
  evidentEncoding,
  mendUtf8,
  mostlyUtf8,
} from './encoding.js'
import type { InputStream } from './input-stream.js'

/** Most bytes of one line. */
export const LINE_LIMIT = 64 * 2 ** 20

/**
 * The text of an input in pieces that end with a line end; the last one may not. What follows the last line end of a
 * damaged input is left out: it is half a line. A line that is not UTF-8 is decoded by what the first such lines are
 * detected to be, so that files pasted together from several sources are read too.
 *
 * @throws DatelinesError `E_INPUT` `too-large` when a line is longer than {@link LINE_LIMIT}.
 */
export async function* linePieces(input: InputStream): AsyncGenerator<string> {
  const evident = evidentEncoding(input.head)
  if (evident !== undefined && evident !== 'utf-8') yield* recodedPieces(input, evident)
  else yield* bytePieces(input)
}

async function* bytePieces(input: InputStream): AsyncGenerator<string> {
  const decode = lineDecoder()
  let open: Uint8Array[] = []
  let openSize = 0
  let first = true
  for await (const chunk of input.chunks()) {
    const end = chunk.lastIndexOf(0x0a) + 1
    if (end > 0) {
      open.push(chunk.subarray(0, end))
      const text = decode(Buffer.concat(open))
      yield first ? text.replace(/^\ufeff/, '') : text
      first = false
      open = []
      openSize = 0
    }
    if (end < chunk.length) {
      open.push(chunk.subarray(end))
      openSize += chunk.length - end
      if (openSize > LINE_LIMIT) throw lineTooLong()
    }
  }
  if (openSize > 0 && input.damage === undefined) yield decode(Buffer.concat(open)).replace(/^\ufeff/, '')
}

async function* recodedPieces(input: InputStream, encoding: string): AsyncGenerator<string> {
  const decoder = chunkDecoder(encoding)
  let open = ''
  for await (const chunk of input.chunks()) {
    open += decoder.write(chunk)
    const end = open.lastIndexOf('\n') + 1
    if (end > 0) yield open.slice(0, end)
    open = open.slice(end)
    if (open.length > LINE_LIMIT) throw lineTooLong()
  }
  open += decoder.end()
  if (open !== '' && input.damage === undefined) yield open
}

/** A decoder of pieces of lines: UTF-8, and what is not is decoded line by line as the first such line is detected to be. */
export function lineDecoder(): (piece: Uint8Array) => string {
  let fallback: string | undefined
  const decodeLine = (line: Uint8Array): string => {
    const text = decodeStrictly(line)
    if (text !== undefined) return text
    if (mostlyUtf8(line)) return mendUtf8(line)
    return decodeAs(line, (fallback ??= detectedEncoding(line)))
  }
  return (piece) => {
    const text = decodeStrictly(piece)
    if (text !== undefined) return text
    fallback ??= mostlyUtf8(piece) ? undefined : detectedEncoding(piece)
    let joined = ''
    for (let start = 0; start < piece.length; ) {
      const end = piece.indexOf(0x0a, start) + 1 || piece.length
      joined += decodeLine(piece.subarray(start, end))
      start = end
    }
    return joined
  }
}

function lineTooLong(): DatelinesError {
  return new DatelinesError('E_INPUT', `a line is longer than ${LINE_LIMIT / 2 ** 20} MiB`, { reason: 'too-large' })
}
