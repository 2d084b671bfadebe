/** Is a file that is larger than memory read piece by piece, and never held whole? */

import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { InputStream } from '../../src/ingest/input-stream.js'
import { readCsv } from '../../src/ingest/readers/csv.js'
import { readJson } from '../../src/ingest/readers/json.js'
import { readJsonLines } from '../../src/ingest/readers/json-lines.js'
import type { Reader } from '../../src/ingest/readers/reader.js'
import { readWarc } from '../../src/ingest/readers/warc.js'

const RECORDS = 1500
/** The input in all is some 8 MB; what is produced but not yet read may be so much. */
const MOST_AHEAD = 2 << 20

/** Text that hardly compresses: a head of 64 KiB is not to hold the whole. */
const BODIES = Array.from({ length: 16 }, () => randomBytes(4000).toString('base64'))
const LENGTH = BODIES[0]!.length
const bodyOf = (number: number): string => BODIES[number % BODIES.length]!
const page = (number: number): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>${bodyOf(number)}</p></body></html>`
const KINDS: Record<string, { read: Reader; head: string; piece: (number: number) => string; end: string }> = {
  'a.jsonl': {
    read: readJsonLines,
    head: '',
    piece: (n) => `${JSON.stringify({ id: n, body: bodyOf(n) })}\n`,
    end: '',
  },
  'a.json': {
    read: readJson,
    head: '[',
    piece: (n) => `${n === 0 ? '' : ','}${JSON.stringify({ id: n, body: bodyOf(n) })}`,
    end: ']',
  },
  'a.csv': { read: readCsv, head: 'id,body\n', piece: (n) => `${n},"${bodyOf(n)}"\n`, end: '' },
  'a.warc': {
    read: readWarc,
    head: '',
    piece: (n) =>
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/${n}\r\nContent-Type: application/http\r\nContent-Length: ${page(n).length}\r\n\r\n${page(n)}\r\n\r\n`,
    end: '',
  },
}

describe('a large file', () => {
  const names = Object.keys(KINDS).flatMap((name) => [name, `${name}.gz`])
  it.each(names)('%s', async (name) => {
    const { read, head, piece, end } = KINDS[name.replace('.gz', '')]!
    let produced = 0
    function* pieces(): Generator<Buffer> {
      yield Buffer.from(head)
      for (let number = 0; number < RECORDS; number++) {
        produced++
        yield Buffer.from(piece(number))
      }
      yield Buffer.from(end)
    }
    const plain = Readable.from(pieces())
    const stream = name.endsWith('.gz') ? plain.pipe(createGzip({ level: 1 })) : plain
    const input = await InputStream.over(stream, name)
    let taken = 0
    let ahead = 0
    for await (const item of read(input, { mapped: false })) {
      expect(item.is).toBe('record')
      taken++
      ahead = Math.max(ahead, produced - taken)
    }
    await input.close()
    expect(taken).toBe(RECORDS)
    expect(ahead * LENGTH).toBeLessThan(MOST_AHEAD)
  })
})
