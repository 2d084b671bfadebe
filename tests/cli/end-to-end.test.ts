import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchPage } from '../../src/types.js'
import { RELEASES_JSONL } from './releases.js'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const built = existsSync(CLI)
if (!built) console.warn('skipped: no dist/cli.js; run `npm run build` first')

let folder: string
const datelines = (args: string[], options: { input?: string; env?: Record<string, string> } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...options.env },
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-e2e-'))
  writeFileSync(join(folder, 'releases.jsonl'), RELEASES_JSONL)
  if (built) datelines(['build', 'releases.jsonl', '--out', 'archive'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!built)('the built program', () => {
  it('can be run by its name', () => {
    expect(readFileSync(CLI, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true)
    expect(statSync(CLI).mode & 0o111).not.toBe(0)
  })

  it('builds, searches, gets, explains, tells and verifies', () => {
    expect(datelines(['build', 'releases.jsonl', '--out', 'again'])).toMatchObject({ status: 0, stderr: '' })
    expect(datelines(['search', 'again', 'casino'])).toMatchObject({ status: 0, stderr: '' })
    expect(datelines(['get', 'again', 'macao']).stdout).toContain('Human Trafficking')
    expect(datelines(['why', 'again', 'casino', 'macao'])).toMatchObject({ status: 0, stderr: '' })
    expect(datelines(['info', 'again']).stdout).toContain('4 releases in again')
    expect(datelines(['verify', 'again', '--deep'])).toMatchObject({ status: 0, stderr: '' })
  })

  it('reads datelines.config.mjs in the working directory', () => {
    const path = join(folder, 'datelines.config.mjs')
    writeFileSync(path, 'export default { include: ["releases.jsonl"], out: "configured" }')
    try {
      expect(datelines(['build']).stdout).toContain('4 releases in configured')
    } finally {
      rmSync(path)
    }
  })

  it('has exit codes 0, 1 and 2', () => {
    expect(datelines(['--version']).status).toBe(0)
    expect(datelines(['search', 'nowhere', 'x']).status).toBe(1)
    expect(datelines(['serch']).status).toBe(2)
    expect(datelines([]).status).toBe(2)
  })

  it('prints no colours, no progress and no stack into a pipe', () => {
    const { stdout, stderr } = datelines(['build', 'releases.jsonl', 'nothing.txt', '--out', 'plain'])
    const failed = datelines(['build', 'nothing.txt', '--out', 'plain'])
    for (const text of [stdout, stderr, failed.stdout, failed.stderr]) expect(text).not.toMatch(/\x1b|\r|\n\s+at /)
    expect(datelines(['search', 'archive', 'casino'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\x1b[1m')
    expect(
      datelines(['search', 'archive', 'casino'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout,
    ).not.toContain('\x1b')
  })

  it('is silent when nobody reads on', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      JSON.stringify({ id: `r${i}`, title: `Release ${i}`, body: `Text number ${i}.` }),
    )
    writeFileSync(join(folder, 'many.jsonl'), many.join('\n'))
    expect(datelines(['build', 'many.jsonl', '--out', 'many']).status).toBe(0)
    const child = spawn(process.execPath, [CLI, 'search', 'many', '--all', '--format', 'jsonl'], { cwd: folder })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })

  it('writes everything before it ends', () => {
    const { stdout } = datelines(['search', 'many', '--all', '--format', 'jsonl'])
    expect(stdout.split('\n')).toHaveLength(5001)
  })

  it.skipIf(process.platform === 'win32')(
    'ends with 130 when it is interrupted, and leaves nothing half done',
    async () => {
      // A pipe that gives nothing more: the build waits for it.
      writeFileSync(
        join(folder, 'slow.config.mjs'),
        `
      export default { out: 'interrupted', releases: (async function* () {
        yield { id: 'a', title: 'A', body: 'Text.' }
        process.stderr.write('waiting\\n')
        for (let i = 0; ; i++) { await new Promise((resolve) => setTimeout(resolve, 10)); yield { id: String(i), title: 'A', body: 'Text.' } }
      })() }`,
      )
      const child = spawn(process.execPath, [CLI, 'build', '--config', 'slow.config.mjs'], { cwd: folder })
      let errors = ''
      child.stderr.on('data', (chunk: Buffer) => {
        errors += chunk.toString()
        if (errors === 'waiting\n') child.kill('SIGINT')
      })
      const code = await new Promise((resolve) => child.on('close', resolve))
      expect({ code, errors }).toEqual({ code: 130, errors: 'waiting\ndatelines: interrupted\n' })
      expect(readdirSync(folder)).not.toContain('interrupted')
    },
  )

  describe('over HTTP', () => {
    let server: Server
    let address: string
    beforeAll(async () => {
      server = createServer((request, response) => {
        const path = join(
          folder,
          normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)),
        )
        if (!existsSync(path) || !statSync(path).isFile()) response.writeHead(404).end('not here')
        else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(readFileSync(path))
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterAll(() => server.close())

    const overHttp = async (args: string[]) => {
      const child = spawn(process.execPath, [CLI, ...args], { cwd: folder })
      let stdout = ''
      let stderr = ''
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
      const status = await new Promise((resolve) => child.on('close', resolve))
      return { status, stdout, stderr }
    }

    it('gives the same answer as from disk', async () => {
      const remote = await overHttp(['search', `${address}/archive`, 'refugees', '--json'])
      const local = datelines(['search', 'archive', 'refugees', '--json'])
      const page = (text: string) => ({ ...(JSON.parse(text) as SearchPage), ms: 0 })
      expect(page(remote.stdout)).toEqual(page(local.stdout))
      expect(await overHttp(['info', `${address}/archive/`])).toMatchObject({ status: 0, stderr: '' })
    })

    it('fails with a typed error where there is none', async () => {
      const { status, stdout, stderr } = await overHttp(['search', `${address}/nowhere`, 'x'])
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toMatch(/^datelines: .*\(E_NOT_FOUND\)\n$/)
    })
  })
})
