/** Which characters do these bytes stand for? UTF-8 strictly, then what is declared, then what is detected. */

import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { DatelinesError } from '../errors.js'

/** A decoded text and the name of the encoding it had. */
export interface DecodedText {
  text: string
  encoding: string
  /** True when single bytes that did not fit were mended one by one. */
  mended: boolean
}

/** Labels whose bytes the world writes in a larger relative: those of the WHATWG encoding standard. */
const LARGER: Record<string, string> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
}
/** More of the text than this unreadable: the encoding is not known. */
const MOST_UNREADABLE = 0.02
/** Below this confidence (of 100), a detected single-byte encoding is no better a guess than the commonest one. */
const LEAST_CONFIDENCE = 20
const DETECTED_BYTES = 1 << 16

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The encoding that the first bytes show without doubt: a byte order mark, or the pattern of UTF-16. */
export function evidentEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe)
    return head[2] === 0 && head[3] === 0 && head.length > 4 ? 'utf-32le' : 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return utf16Pattern(head)
}

/** The encoding an HTML or XML document names in its first bytes. */
export function declaredEncoding(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  const found =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(start) ??
    /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(start)
  return found?.[1]
}

/**
 * Decodes a whole document. `declared` is the label that its markup or its HTTP header gives.
 *
 * @throws DatelinesError `E_INPUT` with reason `encoding` when no encoding makes a text of it.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const evident = evidentEncoding(bytes)
  if (evident !== undefined && evident !== 'utf-8') return readable(decodeAs(bytes, evident), evident, false)
  const text = decodeStrictly(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8', mended: false }
  if (mostlyUtf8(bytes)) return readable(mendUtf8(bytes), 'utf-8', true)
  const label = knownLabel(declared)
  if (label !== undefined && label !== 'utf-8') return readable(decodeAs(bytes, label), label, false)
  const detected = detectedEncoding(bytes)
  return readable(decodeAs(bytes, detected), detected, false)
}

/** The text when the bytes are valid UTF-8, else undefined. A byte order mark is left out. */
export function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** The most likely encoding of bytes that are not UTF-8; `windows-1252` when nothing speaks for another. */
export function detectedEncoding(bytes: Uint8Array): string {
  for (const { name, confidence } of analyse(bytes.subarray(0, DETECTED_BYTES))) {
    if (confidence < LEAST_CONFIDENCE) break
    const label = knownLabel(name)
    if (label !== undefined && !label.startsWith('utf')) return label
  }
  return 'windows-1252'
}

/** Decodes by a named encoding; bytes without a meaning become U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

/** A decoder for chunks of one stream, which keeps the bytes of a character that is cut in two. */
export function chunkDecoder(encoding: string): { write(chunk: Uint8Array): string; end(): string } {
  const decoder = iconv.getDecoder(encoding)
  return {
    write: (chunk) => decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
    end: () => decoder.end() ?? '',
  }
}

/** Valid UTF-8 as it is, every other byte as windows-1252: what is left of texts pasted together from both. */
export function mendUtf8(bytes: Uint8Array): string {
  let text = ''
  let done = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    text +=
      Buffer.from(bytes.subarray(done, at)).toString('utf8') + decodeAs(bytes.subarray(at, at + 1), 'windows-1252')
    done = ++at
  }
  return text + Buffer.from(bytes.subarray(done)).toString('utf8')
}

/** True when more characters of several bytes are right than wrong. */
export function mostlyUtf8(bytes: Uint8Array): boolean {
  let right = 0
  let wrong = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 1) right++
    else if (length === 0) wrong++
    at += Math.max(1, length)
  }
  return right > wrong
}

function readable(text: string, encoding: string, mended: boolean): DecodedText {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  let unreadable = 0
  for (let at = clean.indexOf('\ufffd'); at >= 0; at = clean.indexOf('\ufffd', at + 1)) unreadable++
  if (unreadable > 2 && unreadable > clean.length * MOST_UNREADABLE) {
    throw new DatelinesError(
      'E_INPUT',
      `${unreadable} of ${clean.length} characters cannot be read as ${encoding}. Expected UTF-8 or the encoding the file declares; convert it to UTF-8.`,
      { reason: 'encoding' },
    )
  }
  return { text: clean, encoding, mended }
}

function knownLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const name = label.toLowerCase().replace(/^x-user-defined$/, 'windows-1252')
  const larger = Object.hasOwn(LARGER, name) ? LARGER[name]! : name
  return iconv.encodingExists(larger) && !/^(?:base64|hex|binary|internal)/.test(larger) ? larger : undefined
}

/** How many bytes the UTF-8 character at `at` has; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  if (length === 3 && ((first === 0xe0 && bytes[at + 1]! < 0xa0) || (first === 0xed && bytes[at + 1]! > 0x9f))) return 0
  if (length === 4 && ((first === 0xf0 && bytes[at + 1]! < 0x90) || (first === 0xf4 && bytes[at + 1]! > 0x8f))) return 0
  return length
}

/** UTF-16 without a mark shows in its blanks and line ends: a zero byte on one side of nearly every tenth character. */
function utf16Pattern(head: Uint8Array): string | undefined {
  const pairs = Math.min(head.length, 4096) >> 1
  if (pairs < 8) return undefined
  let little = 0
  let big = 0
  for (let i = 0; i < pairs; i++) {
    const a = head[2 * i]!
    const b = head[2 * i + 1]!
    if (b === 0 && (a === 0x20 || a === 0x0a || a === 0x0d)) little++
    if (a === 0 && (b === 0x20 || b === 0x0a || b === 0x0d)) big++
  }
  if (little > pairs * 0.04 && little > 8 * big) return 'utf-16le'
  if (big > pairs * 0.04 && big > 8 * little) return 'utf-16be'
  return undefined
}
