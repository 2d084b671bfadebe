/** Does the server of `datelines serve` give its folders and nothing else? Raw requests over a socket. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StaticServer, serveFolders } from '../../src/cli/static-server.js'

let folder: string
let server: StaticServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-serve-'))
  mkdirSync(join(folder, 'page'))
  mkdirSync(join(folder, 'archive'))
  writeFileSync(join(folder, 'secret'), 'secret')
  writeFileSync(join(folder, 'page', 'index.html'), '<p>page</p>')
  writeFileSync(join(folder, 'archive', 'root.dl'), '0123456789')
  writeFileSync(join(folder, 'archive', 'empty.dl'), '')
  mkdirSync(join(folder, 'archive', '0123456789abcdef'))
  writeFileSync(join(folder, 'archive', '0123456789abcdef', 'terms-0000.dl'), 'terms')
  server = await serveFolders(
    [
      { path: '/archive/', directory: join(folder, 'archive') },
      { path: '/text.css', text: 'a{}', type: 'text/css' },
      { path: '/', directory: join(folder, 'page') },
    ],
    0,
  )
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A request as it is written, which `fetch` would tidy first. */
const raw = (path: string, head = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${head}\r\n`)
  })

describe('static server', () => {
  it('gives files, the start page for a folder, and a strict policy', async () => {
    const page = await fetch(server.url)
    expect(await page.text()).toBe('<p>page</p>')
    expect(page.headers.get('content-type')).toBe('text/html;charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await (await fetch(`${server.url}archive/root.dl?x=1`)).text()).toBe('0123456789')
    expect(await (await fetch(`${server.url}archive/empty.dl`)).text()).toBe('')
    expect((await fetch(`${server.url}archive/root.dl`, { method: 'HEAD' })).headers.get('content-length')).toBe('10')
  })

  it('gives ranges', async () => {
    const part = await raw('/archive/root.dl', 'Range: bytes=2-4\r\n')
    expect(part).toMatch(/^HTTP\/1.1 206/)
    expect(part).toContain('Content-Range: bytes 2-4/10')
    expect(part.endsWith('234')).toBe(true)
    // From the end: the whole, which is a right answer to any range.
    expect(await raw('/archive/root.dl', 'Range: bytes=-3\r\n')).toMatch(/^HTTP\/1.1 200[\s\S]*0123456789$/)
    expect(await raw('/archive/root.dl', 'Range: bytes=8-\r\n')).toMatch(/89$/)
    expect(await raw('/archive/root.dl', 'Range: bytes=20-30\r\n')).toMatch(/^HTTP\/1.1 416/)
    expect(await raw('/archive/root.dl', 'Range: bytes=x\r\n')).toMatch(/^HTTP\/1.1 200/)
  })

  for (const path of [
    '/../secret',
    '/archive/../secret',
    '/archive/../../secret',
    '/archive/%2e%2e/secret',
    '/archive/..%2fsecret',
    '/archive/..%5csecret',
    '/archive//../../secret',
    '/archive/%00',
    '/archive/%',
    '/archive/',
    '//etc/passwd',
    'http://elsewhere/secret',
  ]) {
    it(`gives nothing for ${path}`, async () => {
      const answer = await raw(path)
      expect(answer).toMatch(/^HTTP\/1.1 40[04]/)
      expect(answer).not.toContain('secret\n')
    })
  }

  it('gives texts at their addresses alone, and keeps what never changes', async () => {
    const text = await fetch(`${server.url}text.css`)
    expect([await text.text(), text.headers.get('content-type')]).toEqual(['a{}', 'text/css'])
    expect((await fetch(`${server.url}text.css/more`)).status).toBe(404)
    const file = await fetch(`${server.url}archive/0123456789abcdef/terms-0000.dl`)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect((await fetch(`${server.url}archive/root.dl`)).headers.get('cache-control')).toBe('no-cache')
  })

  it('changes nothing', async () => {
    expect((await fetch(server.url, { method: 'POST', body: 'x' })).status).toBe(405)
  })

  it('says that a port is taken', async () => {
    const taken = Number(new URL(server.url).port)
    await expect(serveFolders([], taken)).rejects.toMatchObject({ code: 'E_SOURCE' })
  })
})
