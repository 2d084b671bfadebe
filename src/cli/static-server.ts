/** How are folders served to a browser on this machine? Files by GET and HEAD, with ranges, under a strict policy. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import sirv from 'sirv'
import { DatelinesError } from '../errors.js'

/** Files in the folder of a segment are named by their content. */
const SEGMENT = /(^|\/)[0-9a-f]{16}\/[^/]+$/

/** Ranges as sirv reads them; it takes one that counts from the end for one from the beginning. */
const RANGE = /^bytes=\d+-\d*$/

const POLICY = {
  'Content-Security-Policy': "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** What answers under the beginning of paths: the files of a folder, or a text with its type. */
export type Mount = { path: string } & ({ directory: string } | { text: string; type: string })

/** A server at work. */
export interface StaticServer {
  url: string
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Serves mounts on a port; the first one whose path fits answers. The path of a folder begins and ends with a slash; that
 * of a text is its whole address.
 *
 * @param port 0 takes any that is free
 * @param host address to listen at; the default is this machine alone
 * @throws DatelinesError `E_SOURCE` when the port is taken
 */
export async function serveFolders(mounts: readonly Mount[], port: number, host = '127.0.0.1'): Promise<StaticServer> {
  const handlers = mounts.map((mount) => ({
    fits: (path: string) => ('text' in mount ? path === mount.path : path.startsWith(mount.path)),
    handle: handlerOf(mount),
  }))
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405)
    const path = (request.url ?? '/').replace(/[?#].*$/s, '')
    const found = handlers.find(({ fits }) => fits(path))
    if (found === undefined) return fail(response, 404)
    // Without a range the whole file is a right answer, too.
    if (!RANGE.test(request.headers.range ?? '')) delete request.headers.range
    // A file may go while it is read; the platform takes an error that nobody hears for the end of the program.
    response.once('pipe', (stream) => stream.once('error', () => response.destroy()))
    for (const [name, value] of Object.entries(POLICY)) response.setHeader(name, value)
    found.handle(request, response, () => fail(response, 404))
  })
  await listen(server, port, host)
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Browsers keep connections open for minutes.
        server.closeAllConnections()
      }),
  }
}

function handlerOf(mount: Mount): Handler {
  if ('text' in mount) {
    return (request, response) => {
      response.writeHead(200, { 'Content-Type': mount.type, 'Cache-Control': 'no-cache' })
      response.end(request.method === 'HEAD' ? undefined : mount.text)
    }
  }
  // In its mode for development it looks at the folder with every request: archives are replaced while they are served.
  const files = sirv(mount.directory, { dev: true, etag: true })
  return (request, response, next) => {
    request.url = (request.url ?? '').slice(mount.path.length - 1)
    // Without a type browsers would guess one.
    if (request.url.endsWith('.dl')) response.setHeader('Content-Type', 'application/octet-stream')
    if (SEGMENT.test(request.url)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    files(request, response, next)
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is taken; choose another with --port' : error.message
      reject(new DatelinesError('E_SOURCE', `${host}:${port} cannot be listened at: ${reason}.`, { cause: error }))
    })
    server.listen(port, host, resolve)
  })
}

function fail(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${status}\n`)
}
