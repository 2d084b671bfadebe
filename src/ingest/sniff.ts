/** What kind of input is this? Content decides, and where it leaves a choice the name does. */

import { decodeAs, evidentEncoding, mendUtf8 } from './encoding.js'

/** The kinds of input there are readers for. */
export type InputKind = 'text' | 'html' | 'markdown' | 'json' | 'json-lines' | 'csv' | 'feed' | 'warc' | 'wacz'

/** What sniffing found: a kind, or why the input is no release. */
export type Sniffed = { kind: InputKind } | { reason: 'empty' | 'binary' | 'syntax'; message: string }

const SNIFFED_BYTES = 1 << 14
/** Share of control characters from which on bytes are no text. */
const MOST_CONTROLS = 0.02

const KIND_BY_EXTENSION: Record<string, InputKind> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  csv: 'csv',
  tsv: 'csv',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  warc: 'warc',
  wet: 'warc',
  wacz: 'wacz',
}

/** First bytes of kinds that people keep beside releases and that are no text. */
const MAGICS: [name: string, bytes: readonly number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a bzip2 file', [0x42, 0x5a, 0x68]],
  ['an xz file', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a zstd file', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z file', [0x37, 0x7a, 0xbc, 0xaf]],
]

/** The extension of a name in lower case, `.gz` left out; empty when there is none. */
export function extensionOf(name: string): string {
  const base = name.toLowerCase().replace(/\.gz$/, '')
  const dot = base.lastIndexOf('.')
  return dot > base.lastIndexOf('/') + 1 ? base.slice(dot + 1) : ''
}

/** True for names that an input of a known kind has. */
export function isInputName(name: string): boolean {
  return Object.hasOwn(KIND_BY_EXTENSION, extensionOf(name))
}

/** The kind of an input by its (decompressed) first bytes and its name. */
export function sniff(name: string, head: Uint8Array): Sniffed {
  if (head.length === 0) return { reason: 'empty', message: 'the file is empty' }
  const extension = extensionOf(name)
  const bytes = head.subarray(0, SNIFFED_BYTES)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return extension === 'wacz' || /archive\/|datapackage\.json|pages\/pages\.jsonl/.test(latin1(bytes))
      ? { kind: 'wacz' }
      : { reason: 'binary', message: 'a zip file that is no web archive (WACZ)' }
  }
  for (const [what, magic] of MAGICS)
    if (startsWith(bytes, magic)) return { reason: 'binary', message: `${what}, not a text` }
  if (/^WARC\/[01]\.\d/.test(latin1(bytes.subarray(0, 10)))) return { kind: 'warc' }
  const evident = evidentEncoding(bytes)
  if ((evident === undefined || evident === 'utf-8') && isBinary(bytes))
    return { reason: 'binary', message: 'the bytes are no text' }
  const text = (evident === undefined || evident === 'utf-8' ? mendUtf8(bytes) : decodeAs(bytes, evident)).replace(
    /^\ufeff/,
    '',
  )
  if (text.trim() === '' && head.length <= SNIFFED_BYTES)
    return { reason: 'empty', message: 'the file holds only blanks' }
  return { kind: kindOfText(text, extension) ?? 'text' }
}

function kindOfText(text: string, extension: string): InputKind | undefined {
  const named = Object.hasOwn(KIND_BY_EXTENSION, extension) ? KIND_BY_EXTENSION[extension] : undefined
  const start = text.trimStart()
  const markup = start.startsWith('<') || named === undefined ? kindOfMarkup(start) : undefined
  if (markup !== undefined && named !== 'csv' && named !== 'markdown') return markup
  const data = /^[[{]/.test(start) ? kindOfJson(start, named === 'json-lines') : undefined
  if (named === 'json' || named === 'json-lines') return data ?? named
  if (named === 'warc' || named === 'wacz') return undefined
  if (named !== undefined && !(named === 'text' && data !== undefined)) return named
  if (data !== undefined) return data
  return /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m.test(start.slice(0, 4096)) ? 'markdown' : undefined
}

const PROLOGUE = /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+(?!html)[^[>]*(?:\[[\s\S]*?\])?\s*>|\s)+/i
const HTML_TAG = /<\/?(?:p|div|span|a|br|table|tr|td|ul|li|h[1-6]|font|img|b|strong)(?:\s[^<>]*)?>/gi

/** XML that is no HTML goes to the reader of feeds, which says what is wrong with it. */
function kindOfMarkup(start: string): InputKind | undefined {
  const head = start.replace(PROLOGUE, '')
  if (/^<(?:!doctype\s+html|html|head|body|frameset)\b/i.test(head)) return 'html'
  if (/^<(?:rss|feed|(?:\w+:)?RDF)\b/i.test(head)) return 'feed'
  // Pages without their first lines, such as those that a script put together.
  if ((head.match(HTML_TAG)?.length ?? 0) >= 5) return 'html'
  return /^<\?xml\b/i.test(start) ? 'feed' : undefined
}

/**
 * JSON Lines when a whole object stands on the first line and another begins on the next one, or when the name says so and
 * an object begins on the first line that is not laid out over several. Undefined when it cannot be JSON.
 */
function kindOfJson(start: string, namedLines: boolean): InputKind | undefined {
  const [first = '', second = ''] = start.split(/(?:\r?\n\s*)+/, 2)
  const isAnother = second.startsWith('{')
  const isWhole = (isAnother || namedLines) && first.startsWith('{') && isJson(first)
  if (isWhole || (namedLines && first.startsWith('{') && (isAnother || second === ''))) return 'json-lines'
  return /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[{\]]|$))/.test(start) ? 'json' : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (
      byte < 0x20 &&
      byte !== 0x09 &&
      byte !== 0x0a &&
      byte !== 0x0d &&
      byte !== 0x0c &&
      byte !== 0x1a &&
      byte !== 0x1b
    )
      controls++
  }
  return controls > bytes.length * MOST_CONTROLS
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
