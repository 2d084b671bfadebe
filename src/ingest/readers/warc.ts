/**
 * How is a web archive (WARC) read? Record by record in constant memory; pages become records, everything else is passed
 * by. `warcio` reads the headers and undoes chunking; where records begin is found here, so that a broken one does not take the
 * next ones with it. The only importer of warcio.
 */

import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { AsyncIterReader, type StatusAndHeaders, StatusAndHeadersParser } from 'warcio'
import { ByteCursor } from '../byte-cursor.js'
import { declaredEncoding, decodeText } from '../encoding.js'
import type { InputStream } from '../input-stream.js'
import { sniff } from '../sniff.js'
import { PAGE_LIMIT, type ReaderItem } from './reader.js'

const USUAL_HEADER = 1 << 13
const HEADER_LIMIT = 1 << 18
/** So much of a response is looked at to see whether it is a page. */
const RESPONSE_HEAD = 1 << 16
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i
/** Plain texts of every site that are for machines. */
const MACHINE_TEXT = /\/(?:robots|ads|app-ads|humans|security|llms)\.txt(?:[?#].*)?$/i

/** A page of the archive, before it is decoded. */
interface Capture {
  url: string
  /** When it was captured: not when it was published. */
  captured: string
  type: string
  status: number
  charset?: string
  encoding: string
  chunked: boolean
}

/** Reads a WARC file. Pages that were not served with status 200 are skipped; what is no page at all is passed by. */
export async function* readWarc(input: InputStream): AsyncGenerator<ReaderItem> {
  const cursor = new ByteCursor(input.chunks())
  let line = 0
  try {
    for await (const item of records(cursor)) {
      // Damaged compression is reported once, for the file.
      if (item.is === 'broken' && input.damage !== undefined) continue
      yield { ...item, line: ++line }
    }
  } finally {
    await cursor.close()
  }
}

async function* records(cursor: ByteCursor): AsyncGenerator<ReaderItem> {
  for (;;) {
    const start = await nextRecord(cursor)
    if (start === 'end') return
    if (start === 'garbage') {
      yield broken('bytes that belong to no record')
      continue
    }
    const header = await readHeader(cursor)
    const length = Number(header?.headers.get('Content-Length') ?? Number.NaN)
    if (header === undefined || !Number.isSafeInteger(length) || length < 0) {
      yield broken('a record without readable headers')
      await cursor.seek('WARC/')
      continue
    }
    yield* await recordItems(cursor, header, length)
  }
}

async function nextRecord(cursor: ByteCursor): Promise<'record' | 'garbage' | 'end'> {
  for (;;) {
    const next = await cursor.peek(5)
    if (next.length === 0) return 'end'
    if (ascii(next) === 'WARC/') return 'record'
    if (next[0] !== 0x0d && next[0] !== 0x0a) break
    await cursor.read(1)
  }
  await cursor.seek('WARC/')
  return 'garbage'
}

/** Goes past the headers of a record; undefined (and at their second byte) when they do not end. */
async function readHeader(cursor: ByteCursor): Promise<StatusAndHeaders | undefined> {
  const end = headEnd(await cursor.peek(USUAL_HEADER)) || headEnd(await cursor.peek(HEADER_LIMIT))
  if (end === 0) {
    await cursor.read(1)
    return undefined
  }
  return parseHead(await cursor.read(end))
}

/** The item a record makes (or none), with the cursor at the record's end, or at the next record's start when that comes early. */
async function recordItems(cursor: ByteCursor, header: StatusAndHeaders, length: number): Promise<ReaderItem[]> {
  const type = header.headers.get('WARC-Type') ?? ''
  const url = (header.headers.get('WARC-Target-URI') ?? '').replace(/^<|>$/g, '')
  const captured = header.headers.get('WARC-Date') ?? ''
  const first = await cursor.peek(Math.min(length, RESPONSE_HEAD))
  const found = await capture(type, header, first)
  if (found === undefined) return pass(cursor, length)
  if (length > PAGE_LIMIT) {
    await cursor.skip(length)
    if (!(await atBoundary(cursor))) await cursor.seek('WARC/')
    return [{ is: 'broken', reason: 'too-large', message: `${url}: more than ${PAGE_LIMIT / 2 ** 20} MiB in one page` }]
  }
  const block = await cursor.read(length)
  if (block.length < length || !(await atBoundary(cursor))) {
    const early = Buffer.from(block.buffer, block.byteOffset, block.length).indexOf('WARC/1.')
    if (early >= 0) cursor.unread(block.subarray(early))
    else if (block.length === length) await cursor.seek('WARC/')
    return [broken(`${url}: the record is not as long as it says`)]
  }
  if (found.status !== 200) return [{ is: 'skipped' }]
  return [await pageItem({ ...found, url, captured }, block)]
}

/** What kind of page a record holds; undefined when it holds none. */
async function capture(
  type: string,
  header: StatusAndHeaders,
  first: Uint8Array,
): Promise<Omit<Capture, 'url' | 'captured'> | undefined> {
  const contentType = header.headers.get('Content-Type') ?? ''
  const plain = { status: 200, encoding: '', chunked: false }
  if (type === 'resource' || type === 'conversion')
    return PAGE_TYPE.test(contentType) ? described(contentType, plain) : undefined
  if (type !== 'response' || !/^(?:application\/http|$)/i.test(contentType)) return undefined
  const http = await parseHead(first.subarray(0, headEnd(first)))
  if (http === undefined) return undefined
  const served = http.headers.get('Content-Type') ?? ''
  if (served === '' ? !looksLikePage(first.subarray(headEnd(first))) : !PAGE_TYPE.test(served)) return undefined
  if (
    /^text\/plain/i.test(served) &&
    MACHINE_TEXT.test((header.headers.get('WARC-Target-URI') ?? '').replace(/>$/, ''))
  )
    return undefined
  return described(served || 'text/html', {
    status: Number(http.statusCode),
    encoding: (http.headers.get('Content-Encoding') ?? '').trim().toLowerCase(),
    chunked: /\bchunked\b/i.test(http.headers.get('Transfer-Encoding') ?? ''),
  })
}

function described(
  type: string,
  rest: Pick<Capture, 'status' | 'encoding' | 'chunked'>,
): Omit<Capture, 'url' | 'captured'> {
  const charset = /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(type)?.[1]
  return charset === undefined ? { type, ...rest } : { type, charset, ...rest }
}

function looksLikePage(bytes: Uint8Array): boolean {
  const found = sniff('', bytes)
  return 'kind' in found && found.kind === 'html'
}

async function pageItem(page: Capture, block: Uint8Array): Promise<ReaderItem> {
  const { url, captured } = page
  // A conversion or resource record has no HTTP headers before its content.
  const content = ascii(block.subarray(0, 5)) === 'HTTP/' ? block.subarray(headEnd(block) || block.length) : block
  const bytes = decompressed(page.chunked ? await dechunked(content) : content, page.encoding)
  if (bytes === undefined)
    return {
      is: 'broken',
      reason: 'too-large',
      message: `${url}: more than ${PAGE_LIMIT / 2 ** 20} MiB when decompressed`,
    }
  if (bytes.length === 0) return { is: 'broken', reason: 'empty', message: `${url}: an empty page` }
  try {
    const isText = /^text\/plain/i.test(page.type) && !looksLikePage(bytes)
    const { text } = decodeText(bytes, page.charset ?? (isText ? undefined : declaredEncoding(bytes)))
    const about = { url, captured }
    const record = { is: 'record' as const, stated: {}, url, metadata: about }
    return isText
      ? { ...record, kind: 'text', raw: { text, ...about }, text }
      : { ...record, kind: 'html', raw: { html: text, ...about }, html: text }
  } catch (error) {
    return {
      is: 'broken',
      reason: 'encoding',
      message: `${url}: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

async function dechunked(content: Uint8Array): Promise<Uint8Array> {
  return new AsyncIterReader([content], null, true).readFully()
}

/** The content as it was before `Content-Encoding`; undefined when it is too large. Many tools store it decoded and keep the header. */
function decompressed(content: Uint8Array, encoding: string): Uint8Array | undefined {
  const options = { maxOutputLength: PAGE_LIMIT }
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(content, options)
    if (encoding === 'br') return brotliDecompressSync(content, options)
    // The first byte of zlib data has 8 in its low half; what has not is raw deflate, as some servers send it.
    if (encoding === 'deflate')
      return ((content[0] ?? 0) & 0x0f) === 8 ? inflateSync(content, options) : inflateRawSync(content, options)
  } catch (error) {
    if (error instanceof RangeError) return undefined
  }
  return content
}

async function pass(cursor: ByteCursor, length: number): Promise<ReaderItem[]> {
  const passed = await cursor.skip(length)
  if (passed === length && (await atBoundary(cursor))) return []
  await cursor.seek('WARC/')
  return [broken('a record that is not as long as it says; pages after it may be lost')]
}

/** True where a record ends: two line ends, the next record, or nothing. */
async function atBoundary(cursor: ByteCursor): Promise<boolean> {
  return /^(?:\r?\n|WARC\/|$)/.test(ascii(await cursor.peek(5)))
}

/** Headers with their first line, from a block that {@link headEnd} measured. */
async function parseHead(block: Uint8Array): Promise<StatusAndHeaders | undefined> {
  if (block.length === 0) return undefined
  const lines = Buffer.from(ascii(block).replace(/\r?\n/g, '\r\n'), 'latin1')
  return (
    (await new StatusAndHeadersParser().parse(new AsyncIterReader([lines], null), { headersClass: Headers })) ??
    undefined
  )
}

/** The length of a block of headers with the empty line after it; 0 when it does not end. Bare line feeds count. */
function headEnd(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const strict = buffer.indexOf('\r\n\r\n')
  const bare = buffer.subarray(0, strict < 0 ? buffer.length : strict).indexOf('\n\n')
  return bare >= 0 ? bare + 2 : strict >= 0 ? strict + 4 : 0
}

function broken(message: string): ReaderItem {
  return { is: 'broken', reason: 'syntax', message }
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
