/** How are releases stored? As lines of JSON in small blocks, deflated with a shared dictionary, in document order. */

import { deflateRawSync } from 'node:zlib'
import { DatelinesError } from '../errors.js'
import { MAX_TEXT_BYTES, TEXT_BLOCK_BYTES } from '../format/texts.js'

/** Says where blocks end, from the lengths of the lines alone. */
export class BlockBorders {
  private byteLength = 0

  /** Takes the length of the next line; how the blocks lie around it. */
  next(lineLength: number): { closesBefore: boolean; closesAfter: boolean } {
    if (lineLength > MAX_TEXT_BYTES) {
      throw new DatelinesError('E_INPUT', `a release of ${lineLength} bytes is over the limit of ${MAX_TEXT_BYTES}`, {
        reason: 'too-large',
      })
    }
    const closesBefore = this.byteLength > 0 && this.byteLength + lineLength > TEXT_BLOCK_BYTES * 1.25
    if (closesBefore) this.byteLength = 0
    this.byteLength += lineLength + 1
    const closesAfter = this.byteLength >= TEXT_BLOCK_BYTES
    if (closesAfter) this.byteLength = 0
    return { closesBefore, closesAfter }
  }
}

/** The deflated bytes of a block of lines, which stand one after the other in `lines` with a byte behind each. */
export function deflateBlock(lines: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const options = dictionary.length > 0 ? { level: 9, dictionary } : { level: 9 }
  return deflateRawSync(lines, options)
}
