/**
 * How is a JSON array read that is larger than memory? Its elements are cut out by their brackets and parsed one by one:
 * memory holds one element, and a broken one is listed while the rest goes on.
 */

import { type InputStream, tooLarge } from '../input-stream.js'
import { lineDecoder } from '../text-lines.js'
import { lineItem } from './json-record.js'
import { DOCUMENT_LIMIT, type ReaderItem } from './reader.js'

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/** Reads the elements of an array, in any encoding in which ASCII is ASCII; its bracket is the first byte but blanks. */
export async function* readJsonArray(input: InputStream): AsyncGenerator<ReaderItem> {
  const decode = lineDecoder()
  const scanner = new ElementScanner()
  let line = 0
  let after = ''
  for await (const chunk of input.chunks()) {
    for (const bytes of scanner.elements(chunk)) {
      const text = decode(bytes)
      if (text.trim() !== '') yield lineItem(text, ++line)
    }
    after += decode(scanner.takeAfter()).trim()
    if (after !== '') break
  }
  if (input.damage !== undefined) return
  if (!scanner.isOver) yield broken(line + 1, 'the array ends early, or a bracket or a quote is missing')
  else if (after !== '')
    yield broken(line + 1, `more after the end of the array: ${JSON.stringify(after.slice(0, 60))}`)
}

/** Where the elements of an array begin and end, over chunks of its bytes. */
class ElementScanner {
  /** True once the array's own bracket has closed. */
  isOver = false
  #depth = 0
  #inString = false
  #isEscaped = false
  #held: Uint8Array[] = []
  #heldSize = 0
  #after: Uint8Array = new Uint8Array(0)

  /** What followed the array in the last chunk. */
  takeAfter(): Uint8Array {
    const after = this.#after
    this.#after = new Uint8Array(0)
    return after
  }

  /** The elements that end in this chunk. */
  *elements(chunk: Uint8Array): Generator<Uint8Array> {
    let start = 0
    for (let i = 0; i < chunk.length && !this.isOver; i++) {
      const mark = this.#markAt(chunk[i]!)
      if (mark === undefined) continue
      if (mark === 'end') yield Buffer.concat([...this.#held, chunk.subarray(start, i)])
      this.#held = []
      this.#heldSize = 0
      start = i + 1
    }
    const open = chunk.subarray(start)
    if (this.isOver) {
      this.#after = open
      return
    }
    this.#held.push(open)
    this.#heldSize += open.length
    if (this.#heldSize > DOCUMENT_LIMIT) throw tooLarge(DOCUMENT_LIMIT)
  }

  /** `start` after the array's bracket opens, `end` where an element ends. */
  #markAt(byte: number): 'start' | 'end' | undefined {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === BACKSLASH) this.#isEscaped = true
      else if (byte === QUOTE) this.#inString = false
      return undefined
    }
    if (byte === QUOTE) this.#inString = true
    else if (OPENING.includes(byte)) return ++this.#depth === 1 ? 'start' : undefined
    else if (CLOSING.includes(byte)) {
      this.isOver = --this.#depth === 0
      return this.isOver ? 'end' : undefined
    } else if (byte === COMMA && this.#depth === 1) return 'end'
    return undefined
  }
}

function broken(line: number, message: string): ReaderItem {
  return { is: 'broken', line, reason: 'syntax', message: `not JSON: ${message}` }
}
