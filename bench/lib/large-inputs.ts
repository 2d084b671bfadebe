/** What does a file look like that is larger than memory? Generated of any size, piece by piece, for each kind that is streamed. */

import { createWriteStream } from 'node:fs'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const PARAGRAPH =
  'The convoy reached the transit centre late in the evening, and the families were given blankets, water and a place to sleep. '

function record(number: number): { id: string; title: string; body: string; date: string } {
  const body = Array.from({ length: 8 }, (_, i) => `${number}.${i} ${PARAGRAPH.repeat(4)}`).join('\n\n')
  return { id: `r-${number}`, title: `Release number ${number} of many`, body, date: `20${10 + (number % 15)}-05-12` }
}

function* jsonLines(): Generator<string> {
  for (let number = 1; ; number++) yield `${JSON.stringify(record(number))}\n`
}

function* jsonArray(): Generator<string> {
  for (let number = 1; ; number++) yield `${number === 1 ? '[' : ','}\n${JSON.stringify(record(number))}`
}

function* csv(): Generator<string> {
  yield 'id,title,body,date\n'
  for (let number = 1; ; number++) {
    const { id, title, body, date } = record(number)
    yield `${id},"${title}","${body}",${date}\n`
  }
}

/** Pages between pictures, as a crawl has them. */
function* webArchive(): Generator<string> {
  const picture = 'x'.repeat(500_000)
  for (let number = 1; ; number++) {
    const { title, body } = record(number)
    const page = `<html><head><title>${title}</title></head><body><p>${body.replaceAll('\n\n', '</p><p>')}</p></body></html>`
    yield response(`https://example.org/${number}`, 'text/html', page)
    yield response(`https://example.org/${number}.jpg`, 'image/jpeg', picture)
  }
}

function response(url: string, type: string, content: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${content}`
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
}

/** By file name ending: the pieces, what ends them, and whether they are compressed. */
const KINDS: Record<string, { pieces: () => Generator<string>; end: string; gzip: boolean }> = {
  jsonl: { pieces: jsonLines, end: '', gzip: false },
  'jsonl.gz': { pieces: jsonLines, end: '', gzip: true },
  json: { pieces: jsonArray, end: '\n]\n', gzip: false },
  csv: { pieces: csv, end: '', gzip: false },
  warc: { pieces: webArchive, end: '', gzip: false },
  'warc.gz': { pieces: webArchive, end: '', gzip: true },
}

/** The kinds that are read in constant memory. */
export const LARGE_KINDS = Object.keys(KINDS)

/** Writes a file of a kind that holds so many bytes before compression, give or take a record. */
export async function writeLargeInput(path: string, kind: string, bytes: number): Promise<void> {
  const { pieces, end, gzip } = KINDS[kind]!
  function* upTo(): Generator<Buffer> {
    let written = 0
    for (const piece of pieces()) {
      yield Buffer.from(piece)
      written += piece.length
      if (written >= bytes) break
    }
    yield Buffer.from(end)
  }
  const compress: Transform[] = gzip ? [createGzip({ level: 1 })] : []
  await pipeline([Readable.from(upTo()), ...compress, createWriteStream(path)])
}
