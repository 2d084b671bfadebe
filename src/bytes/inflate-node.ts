/** How is raw deflate undone in Node? At once by zlib, which saves a stream for each block. */

import { inflateRawSync } from 'node:zlib'
import type { Inflate } from './inflate.js'

/** {@link Inflate} by zlib. */
export const inflateSync: Inflate = (bytes, limit, dictionary) => {
  const output = inflateRawSync(bytes, {
    maxOutputLength: Math.max(1, limit),
    ...(dictionary && dictionary.length > 0 ? { dictionary } : {}),
  })
  return new Uint8Array(output.buffer, output.byteOffset, output.length)
}
