/** How are folders served to a browser on this machine? Files by GET and HEAD, with ranges, and nothing outside the folders. */

import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { DatelinesError } from '../errors.js'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Files in the folder of a segment are named by their content. */
const SEGMENT = /[/\\][0-9a-f]{16}[/\\][^/\\]+$/

/** A folder at the beginning of paths. */
export interface Mount {
  /** Begins and ends with a slash. */
  path: string
  directory: string
}

/** A server at work. */
export interface StaticServer {
  url: string
  close(): Promise<void>
}

/**
 * Serves folders on a port; the first mount whose path fits answers.
 *
 * @param port 0 takes any that is free
 * @param host address to listen at; the default is this machine alone
 * @throws DatelinesError `E_SOURCE` when the port is taken
 */
export async function serveFolders(mounts: readonly Mount[], port: number, host = '127.0.0.1'): Promise<StaticServer> {
  const server = createServer((request, response) => {
    answer(mounts, request, response).catch(() => fail(response, 500))
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is taken; choose another with --port' : error.message
      reject(new DatelinesError('E_SOURCE', `${host}:${port} cannot be listened at: ${reason}.`, { cause: error }))
    })
    server.listen(port, host, resolve)
  })
}

async function answer(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405)
  const file = await fileOf(mounts, request.url ?? '/')
  if (file === undefined) return fail(response, 404)
  const { size } = await stat(file)
  const range = rangeOf(request.headers.range, size)
  if (range === null) {
    response.setHeader('Content-Range', `bytes */${size}`)
    return fail(response, 416)
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  response.writeHead(range ? 206 : 200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    'Cache-Control': SEGMENT.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  })
  if (request.method === 'HEAD' || size === 0) response.end()
  else
    createReadStream(file, { start, end })
      .on('error', () => response.destroy())
      .pipe(response)
}

function fail(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${status}\n`)
}

/** The file that a request path names; undefined when there is none, or when it leads outside its folder, links included. */
async function fileOf(mounts: readonly Mount[], url: string): Promise<string | undefined> {
  let path: string
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
  } catch {
    return undefined
  }
  if (!path.startsWith('/') || /[\0\\]/.test(path) || path.split('/').includes('..')) return undefined
  const mount = mounts.find((each) => path.startsWith(each.path))
  if (mount === undefined) return undefined
  const rest = path.slice(mount.path.length)
  try {
    const root = await realpath(mount.directory)
    const file = await realpath(join(root, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest))
    const isInside = file.startsWith(root.endsWith(sep) ? root : root + sep)
    return isInside && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

/** The one range asked for; undefined for the whole file, null for a range that is not there. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const start = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1])
  const end = found[1] === '' || found[2] === '' ? size - 1 : Math.min(size - 1, Number(found[2]))
  return start <= end ? { start, end } : null
}
