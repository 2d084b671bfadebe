/** What goes over the wire? A static host on this machine, and a line to it that is as slow as asked, with everything counted. */

import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net'
import sirv from 'sirv'

/** A request that was answered. */
export interface Exchange {
  path: string
  /** When it came in and when its answer was written, in milliseconds. */
  start: number
  end: number
  /** Bytes of the answer's body, as sent. */
  bytes: number
}

export interface Line {
  /** Milliseconds there and back. */
  latency: number
  /** Bits a second to the browser. */
  bandwidth: number
}

export interface Wire {
  url: string
  exchanges: Exchange[]
  /** Whether the host answers requests for parts with parts. */
  hasRanges: boolean
  /** The line from now on; new connections use it. */
  line: Line
  close(): Promise<void>
}

const NO_LIMIT: Line = { latency: 0, bandwidth: Number.POSITIVE_INFINITY }

/** Serves a folder, in the compressed copies (`.br`) that stand beside files, as hosts do. */
export async function openWire(folder: string): Promise<Wire> {
  const serve = sirv(folder, { brotli: true, etag: true, dev: false })
  const wire: Wire = { url: '', exchanges: [], hasRanges: true, line: NO_LIMIT, close: async () => {} }
  const host = createServer((request, response) => {
    const exchange: Exchange = { path: request.url!.replace(/\?.*/, ''), start: performance.now(), end: 0, bytes: 0 }
    if (!wire.hasRanges) delete request.headers.range
    response.on('finish', () => {
      exchange.end = performance.now()
      exchange.bytes = Number(response.getHeader('content-length') ?? 0)
      wire.exchanges.push(exchange)
    })
    serve(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  await listen(host)
  const sockets = new Set<Socket>()
  let freeAt = 0
  const proxy = createTcpServer((browser) => {
    const server = connect((host.address() as AddressInfo).port, '127.0.0.1')
    const { latency, bandwidth } = wire.line
    relay(browser, server, () => latency / 2)
    relay(server, browser, (byteLength) => {
      // One line for all connections: what is sent waits for what was sent before.
      const now = performance.now()
      freeAt = Math.max(now, freeAt) + (byteLength * 8000) / bandwidth
      return freeAt - now + latency / 2
    })
    for (const socket of [browser, server]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
  })
  await listen(proxy)
  wire.url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  wire.close = async () => {
    for (const socket of sockets) socket.destroy()
    await Promise.all([host, proxy].map((server) => new Promise((resolve) => server.close(resolve))))
  }
  return wire
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}

/** Passes bytes on in order, each piece after its delay; pieces are small, so that connections take turns. */
function relay(from: Socket, to: Socket, delay: (byteLength: number) => number): void {
  let passed: Promise<void> = Promise.resolve()
  const later = (milliseconds: number, act: () => void): void => {
    const waited =
      milliseconds < 1 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
    passed = Promise.all([passed, waited]).then(act)
  }
  from.on('data', (data) => {
    for (let start = 0; start < data.length; start += 4096) {
      const piece = data.subarray(start, start + 4096)
      later(delay(piece.length), () => void (to.destroyed || to.write(piece)))
    }
  })
  from.on('end', () => later(0, () => to.end()))
  from.on('error', () => to.destroy())
  to.on('close', () => from.destroy())
}

/** How many of these had to wait for one another: one more than the most that had ended before it began, at the latest. */
export function dependentSteps(exchanges: readonly Exchange[]): number {
  const steps = new Map<Exchange, number>()
  const ordered = [...exchanges].sort((a, b) => a.start - b.start)
  for (const exchange of ordered) {
    let before = 0
    for (const [earlier, depth] of steps) if (earlier.end <= exchange.start) before = Math.max(before, depth)
    steps.set(exchange, before + 1)
  }
  return Math.max(0, ...steps.values())
}
