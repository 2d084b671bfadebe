/** How is a plain text file read? One file, one release; the frame around it is taken off by extraction. */

import { decodeText } from '../encoding.js'
import type { InputStream } from '../input-stream.js'
import { PAGE_LIMIT, type ReaderItem } from './reader.js'

/** Reads a text file as one record. */
export async function* readText(input: InputStream): AsyncGenerator<ReaderItem> {
  const { text } = decodeText(await input.bytes(PAGE_LIMIT))
  yield { is: 'record', kind: 'text', raw: { text }, stated: {}, text }
}
