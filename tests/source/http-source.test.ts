/** How are hosts read that behave well, and those that do not? A source over loopback servers, without a browser. */

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { isDatelinesError } from '../../src/errors.js'
import { openArchive } from '../../src/open-browser.js'
import { type HttpOptions, HttpSource } from '../../src/source/http-source.js'
import { archiveFiles } from '../helpers/memory-archive.js'

const FILE = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) & 255)
const RANGE = { offset: 1000, byteLength: 64 }
const PART = FILE.subarray(1000, 1064)

let server: Server | undefined
const requests: IncomingMessage[] = []

async function serve(answer: RequestListener): Promise<string> {
  requests.length = 0
  server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/archive`
}

const sourceOf = async (answer: RequestListener, options?: HttpOptions): Promise<HttpSource> =>
  new HttpSource(await serve(answer), options)

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

function rangeOf(request: IncomingMessage): [number, number] | undefined {
  const found = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  return found === null ? undefined : [Number(found[1]), Number(found[2])]
}

/** What a host does that knows ranges. */
function answerWell(request: IncomingMessage, response: ServerResponse, file: Uint8Array = FILE): void {
  const range = rangeOf(request)
  if (range === undefined) return void response.end(file)
  response.writeHead(206, { 'Content-Range': `bytes ${range[0]}-${range[1]}/${file.length}` })
  response.end(file.subarray(range[0], range[1] + 1))
}

async function failure(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isDatelinesError(error)) throw new Error(`no error of the library, but ${error}`)
  return error
}

describe('parts of files', () => {
  it('are asked for as parts where the host knows them', async () => {
    const source = await sourceOf(answerWell)
    expect(await source.read('a.dl', RANGE)).toEqual(PART)
    expect(await source.read('a.dl', { offset: 0, byteLength: 10 })).toEqual(FILE.subarray(0, 10))
    expect(requests.map(({ headers }) => headers.range)).toEqual(['bytes=1000-1063', 'bytes=0-9'])
  })

  const unwilling: Record<string, RequestListener> = {
    'ignores Range': (_request, response) => response.end(FILE),
    'compresses everything': (_request, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(gzipSync(FILE))
    },
    'answers 416, having counted a compressed copy': (request, response) => {
      if (request.headers.range === undefined) return void response.end(FILE)
      response.statusCode = 416
      response.end()
    },
    'sends part of a compressed copy': (request, response) => {
      const copy = gzipSync(FILE)
      response.setHeader('Content-Encoding', 'gzip')
      if (request.headers.range === undefined) return void response.end(copy)
      response.writeHead(206, { 'Content-Range': `bytes 1000-1063/${copy.length}` })
      response.end(copy.subarray(100, 164))
    },
    'sends another part': (request, response) => {
      if (request.headers.range === undefined) return void response.end(FILE)
      response.writeHead(206, { 'Content-Range': `bytes 0-63/${FILE.length}` })
      response.end(FILE.subarray(0, 64))
    },
    'sends less than it says': (request, response) => {
      if (request.headers.range === undefined) return void response.end(FILE)
      response.writeHead(206, { 'Content-Range': `bytes 1000-1063/${FILE.length}` })
      response.end(FILE.subarray(1000, 1010))
    },
  }
  for (const [name, answer] of Object.entries(unwilling)) {
    it(`are cut out of whole files where the host ${name}, which is found out once`, async () => {
      const source = await sourceOf(answer)
      expect(await source.read('a.dl', RANGE)).toEqual(PART)
      const before = requests.length
      expect(await source.read('a.dl', { offset: 4990, byteLength: 10 })).toEqual(FILE.subarray(4990))
      expect(requests.length).toBe(before)
      expect(await source.read('b.dl', RANGE)).toEqual(PART)
      expect(requests.at(-1)!.headers.range).toBeUndefined()
    })
  }

  it('come from one request for a whole file, which an abort of one reader does not end', async () => {
    const waiting: ServerResponse[] = []
    const source = await sourceOf((request, response) => {
      if (request.url!.endsWith('/first.dl')) return void response.end(FILE)
      waiting.push(response)
    })
    await source.read('first.dl', RANGE)
    const controller = new AbortController()
    const aborted = source.read('a.dl', RANGE, { signal: controller.signal })
    const other = source.read('a.dl', { offset: 0, byteLength: 10 })
    await expect.poll(() => waiting.length).toBe(1)
    controller.abort()
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
    waiting[0]!.end(FILE)
    expect(await other).toEqual(FILE.subarray(0, 10))
    expect(waiting.length).toBe(1)
  })

  it('are refused beyond the end of a file', async () => {
    const source = await sourceOf((_request, response) => response.end(FILE))
    expect(await failure(source.read('a.dl', { offset: 4990, byteLength: 11 }))).toMatchObject({ code: 'E_CORRUPT' })
  })
})

describe('failures', () => {
  it('of the host are tried again', async () => {
    let failed = 0
    const source = await sourceOf((_request, response) => {
      if (failed++ > 0) return void response.end(FILE)
      response.statusCode = 503
      response.end()
    })
    expect(await source.read('a.dl')).toEqual(FILE)
  })

  it('of a connection that is dropped half-way are tried again', async () => {
    let failed = 0
    const source = await sourceOf((_request, response) => {
      if (failed++ > 0) return void response.end(FILE)
      response.writeHead(200, { 'Content-Length': FILE.length })
      response.write(FILE.subarray(0, 100), () => response.destroy())
    })
    expect(await source.read('a.dl')).toEqual(FILE)
  })

  it('say their status', async () => {
    const source = await sourceOf((_request, response) => response.writeHead(403).end())
    const error = await failure(source.read('a.dl'))
    expect(error).toMatchObject({ code: 'E_SOURCE', status: 403 })
    expect(error.where).toMatch(/\/archive\/a\.dl$/)
    expect(requests).toHaveLength(1)
  })

  it('say what the network said', async () => {
    const refused: HttpOptions = { timeout: 150, fetch: () => Promise.reject(new TypeError('refused')) }
    const error = await failure(new HttpSource('http://127.0.0.1:9/', refused).read('a.dl'))
    expect(error).toMatchObject({ code: 'E_SOURCE', cause: { message: 'refused' } })
    expect(error.status).toBeUndefined()
  })

  it('name what is behind a failed fetch', async () => {
    const source = await sourceOf(() => {}, { timeout: 150 })
    await new Promise((resolve) => server!.close(resolve))
    const error = await failure(source.read('a.dl'))
    expect(error.message).toMatch(/could not be read: connect ECONNREFUSED/)
  })

  it('for want of time come in time, and say so', async () => {
    const source = await sourceOf(() => {}, { timeout: 120 })
    const error = await failure(source.read('a.dl'))
    expect(error).toMatchObject({ code: 'E_SOURCE', cause: { name: 'TimeoutError' } })
    expect(requests).toHaveLength(1)
    expect(await failure(source.read('a.dl', RANGE))).toMatchObject({ cause: { name: 'TimeoutError' } })
    expect(requests).toHaveLength(2)
  })

  it('stop being tried again when aborted', async () => {
    const controller = new AbortController()
    const source = await sourceOf((_request, response) => {
      response.writeHead(500).end()
      controller.abort()
    })
    await expect(source.read('a.dl', undefined, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(requests).toHaveLength(1)
  })

  for (const [name, answer] of Object.entries<RequestListener>({
    'are missing': (_request, response) => response.writeHead(404).end(),
    'are answered with a start page': (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html>'),
  })) {
    it(`tell files that ${name}`, async () => {
      const source = await sourceOf(answer)
      expect(await failure(source.read('a.dl'))).toMatchObject({ code: 'E_NOT_FOUND' })
      expect(requests).toHaveLength(1)
    })
  }
})

it('sends the headers given, through the fetch given', async () => {
  const asked: string[] = []
  const source = await sourceOf(answerWell, {
    headers: { 'X-Key': 'k' },
    fetch: (input, init) => {
      asked.push(String(input))
      return fetch(input, init)
    },
  })
  await source.read('a.dl', RANGE)
  expect(requests[0]!.headers).toMatchObject({ 'x-key': 'k', range: 'bytes=1000-1063' })
  expect(asked).toHaveLength(1)
})

describe('an archive', () => {
  const releases = Array.from({ length: 400 }, (_, index) => ({
    id: `r${index}`,
    title: `Shelter for families ${index}`,
    body: `Families were given shelter in camp ${index % 17}. ${(index * 7919).toString(36).repeat(40)}`,
    date: `2020-01-${String((index % 28) + 1).padStart(2, '0')}`,
  }))

  /** Ids found, over a host that answers with these bytes when it is asked for a part. */
  async function search(change: (part: Uint8Array, request: IncomingMessage) => Uint8Array, whole = change) {
    const files = await archiveFiles(releases)
    const url = await serve((request, response) => {
      const file = files.get(request.url!.replace('/archive/', ''))
      if (file === undefined) return void response.writeHead(404).end()
      const isRoot = request.url!.endsWith('root.dl')
      const range = rangeOf(request)
      if (range === undefined) return void response.end(isRoot ? file : whole(file, request))
      response.writeHead(206, { 'Content-Range': `bytes ${range[0]}-${range[1]}/${file.length}` })
      response.end(change(file.subarray(range[0], range[1] + 1), request))
    })
    const archive = await openArchive(url)
    return (await archive.search('families camp')).hits.map(({ id, snippet }) => [id, snippet])
  }

  const same = (bytes: Uint8Array): Uint8Array => bytes
  const damaged = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x55)

  it('is answered from whole files when parts have the right label and the wrong bytes', async () => {
    const expected = await search(same)
    expect(requests.some(({ headers }) => headers.range !== undefined)).toBe(true)
    expect(expected).toHaveLength(10)
    expect(await search(damaged, same)).toEqual(expected)
  })

  it('is read anew when a file was damaged on its way once', async () => {
    const expected = await search(same)
    const seen = new Set<string>()
    const once = (bytes: Uint8Array, { url = '' }: IncomingMessage): Uint8Array => {
      if (seen.has(url)) return bytes
      seen.add(url)
      return damaged(bytes)
    }
    expect(await search(once)).toEqual(expected)
  })

  it('fails with a code when a file is damaged for good', async () => {
    expect(await failure(search(damaged))).toMatchObject({ code: 'E_CORRUPT' })
  })
})
