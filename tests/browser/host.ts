/** What hosts are there, good and bad? Loopback servers over folders, each with a way to misbehave. */

import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'

/** Answers a request itself, or leaves it (false) to the well-behaved part. */
export type Quirk = (file: string, request: IncomingMessage, response: ServerResponse) => boolean

export interface Host {
  url: string
  /** Paths asked for since the start. */
  requests: string[]
  /** May be changed at any time. */
  quirk: Quirk | undefined
  close(): Promise<void>
}

/** Serves folders by the first part of the path; quirks concern `/archive/` alone. */
export async function startHost(
  folders: Record<string, string>,
  pages: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Host> {
  const handlers = Object.entries(folders).map(
    ([name, folder]) => [`/${name}/`, folder, sirv(folder, { dev: true, etag: true })] as const,
  )
  const host: Host = { url: '', requests: [], quirk: undefined, close: async () => {} }
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '')
    host.requests.push(path)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const page = pages[path]
    if (page !== undefined) {
      response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html')
      return response.end(page)
    }
    const found = handlers.find(([prefix]) => path.startsWith(prefix))
    if (!found) {
      response.statusCode = 404
      return response.end()
    }
    const [prefix, folder, handler] = found
    const file = `${folder}/${path.slice(prefix.length)}`
    if (prefix === '/archive/' && existsSync(file) && host.quirk?.(file, request, response)) return
    request.url = `/${path.slice(prefix.length)}`
    handler(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  host.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return host
}

const isRoot = (file: string): boolean => file.endsWith('root.dl')

/** Misbehaviour under which the answer is right all the same. */
export const BEARABLE: Record<string, () => Quirk> = {
  'ignores Range': () => (file, _request, response) => {
    response.end(readFileSync(file))
    return true
  },
  'gzips whatever may be compressed': () => (file, request, response) => {
    if (!/gzip/.test(request.headers['accept-encoding'] ?? '')) return false
    response.setHeader('Content-Encoding', 'gzip')
    response.end(gzipSync(readFileSync(file)))
    return true
  },
  'answers 206 with another range': () => (file, request, response) => {
    if (!request.headers.range) return false
    const bytes = readFileSync(file)
    response.writeHead(206, { 'Content-Range': `bytes 0-9/${bytes.length}` })
    response.end(bytes.subarray(0, 10))
    return true
  },
  'drops every first connection half-way': () => {
    const seen = new Set<string>()
    return (file, _request, response) => {
      if (seen.has(file)) return false
      seen.add(file)
      const bytes = readFileSync(file)
      response.writeHead(200, { 'Content-Length': bytes.length })
      response.write(bytes.subarray(0, bytes.length >> 1))
      setTimeout(() => response.destroy(), 20)
      return true
    }
  },
  'answers every first request with 503': () => {
    const seen = new Set<string>()
    return (file, _request, response) => {
      if (seen.has(file)) return false
      seen.add(file)
      response.statusCode = 503
      response.end()
      return true
    }
  },
  'is slow': () => (file, _request, response) => {
    setTimeout(() => response.end(readFileSync(file)), 60)
    return true
  },
}

/** Misbehaviour of everything but the root under which there is no answer, with the codes of the errors it may be. */
export const FATAL: Record<string, { codes: string[]; quirk: Quirk }> = {
  '404 for a file': {
    codes: ['E_STALE', 'E_NOT_FOUND'],
    quirk: (file, _request, response) => {
      if (isRoot(file)) return false
      response.statusCode = 404
      response.end()
      return true
    },
  },
  '500 for a file': {
    codes: ['E_SOURCE'],
    quirk: (file, _request, response) => {
      if (isRoot(file)) return false
      response.statusCode = 500
      response.end()
      return true
    },
  },
  'HTML for a file': {
    codes: ['E_STALE', 'E_NOT_FOUND'],
    quirk: (file, _request, response) => {
      if (isRoot(file)) return false
      response.setHeader('Content-Type', 'text/html')
      response.end('<!doctype html><title>Start</title>')
      return true
    },
  },
  'half of every file': {
    codes: ['E_CORRUPT'],
    quirk: (file, _request, response) => {
      if (isRoot(file)) return false
      const bytes = readFileSync(file)
      response.end(bytes.subarray(0, bytes.length >> 1))
      return true
    },
  },
  'other bytes': {
    codes: ['E_CORRUPT'],
    quirk: (file, _request, response) => {
      if (isRoot(file)) return false
      response.end(readFileSync(file).map((byte) => byte ^ 0x55))
      return true
    },
  },
  'no end': {
    codes: ['E_SOURCE'],
    quirk: (file, _request, response) => {
      if (isRoot(file)) return false
      response.writeHead(200, { 'Content-Length': 1_000_000 })
      response.write('x')
      return true
    },
  },
}
