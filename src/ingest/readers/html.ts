/** How is an HTML page read? One file, one page, in the encoding that it has rather than the one that it claims. */

import { declaredEncoding, decodeText } from '../encoding.js'
import type { InputStream } from '../input-stream.js'
import { PAGE_LIMIT, type ReaderItem } from './reader.js'

/** Reads an HTML file as one record. */
export async function* readHtml(input: InputStream): AsyncGenerator<ReaderItem> {
  const bytes = await input.bytes(PAGE_LIMIT)
  const { text: html } = decodeText(bytes, declaredEncoding(bytes))
  yield { is: 'record', kind: 'html', raw: { html }, stated: {}, html }
}
