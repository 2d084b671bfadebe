/** What does a page answer when files on the way are old, or one is lost? A whole answer of one day, or an error with a code. */

import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasBrowser, launch } from './chromium.js'

type Build = typeof import('../../src/build.js')

const HINT = '<link rel="preload" href="archive/root.dl" as="fetch" crossorigin>'
const page = (head: string): string =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}<script type="module" src="/boot.js"></script>`
const PAGES: Record<string, string> = {
  '/': page(''),
  '/hinted': page(HINT),
  '/boot.js': `import { openArchive } from '/dist/browser-search.js'
globalThis.opening = openArchive('archive/')
globalThis.strict = openArchive('archive/', { reopen: false })
globalThis.outcome = (archive, query) => archive.search(query).then(
  ({ total, hits }) => ({ total, days: [...new Set(hits.map(({ id }) => id.split('-')[0]))] }), ({ code }) => code)`,
}
const YESTERDAY = { total: 200, days: ['yesterday'] }
const TODAY = { total: 230, days: ['today'] }

/** Releases that all have the word "harbour" and one of ten others, and enough text for more than one file. */
async function publish(out: string, day: string, count: number): Promise<void> {
  const { buildArchive } = (await import(new URL('../../dist/build.js', import.meta.url).href)) as Build
  const releases = Array.from({ length: count }, (_, number) => ({
    id: `${day}-${number}`,
    title: `Harbour report ${number}`,
    body: Array.from({ length: 60 }, (_, at) => `w${(number * 7919 + at * 104729) % 65521}x${day}`).join(' '),
    date: '2015-03-02',
    language: 'en',
  }))
  await buildArchive({ releases, out, keep: 0, minReleases: 0 })
}

describe.skipIf(!hasBrowser || !existsSync('dist/browser-search.js'))('caches and lost files, in Chromium', () => {
  let folder: string
  let server: Server
  let url: string
  let browser: Browser
  let context: BrowserContext
  /** The folder that is served as the archive. */
  let served: string
  /** What is answered in the place of files of the archive, null for nothing; else what the folder has. */
  const instead = new Map<string, Uint8Array | null>()
  let asked: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'datelines-caches-'))
    await publish(join(folder, 'yesterday'), 'yesterday', YESTERDAY.total)
    await publish(join(folder, 'today'), 'today', TODAY.total)
    // A host that lets everything be kept for an hour, the root too.
    server = createServer((request, response) => {
      const path = request.url!
      const isArchive = path.startsWith('/archive/')
      const file = isArchive ? join(served, path.slice('/archive/'.length)) : `.${path}`
      if (isArchive) asked.push(path.slice('/archive/'.length))
      const replaced = isArchive ? instead.get(path.slice('/archive/'.length)) : undefined
      const bytes = PAGES[path] ?? (replaced !== undefined ? replaced : existsSync(file) ? readFileSync(file) : null)
      if (bytes === null) return response.writeHead(404).end()
      const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`
      response.setHeader(
        'Content-Type',
        path.endsWith('.js') ? 'text/javascript' : isArchive ? 'application/octet-stream' : 'text/html',
      )
      response.setHeader('ETag', etag)
      if (isArchive) response.setHeader('Cache-Control', 'public, max-age=3600')
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.end(bytes)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    served = join(folder, 'yesterday')
    instead.clear()
    asked = []
    // Its cache is that of the test alone.
    context = await browser.newContext()
  })

  afterEach(() => context.close())

  async function open(path: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(url + path)
    await page.waitForFunction('globalThis.outcome && opening.then(() => strict).then(() => true)')
    return page
  }

  const search = (page: Page, query: string, archive = 'opening'): Promise<unknown> =>
    page.evaluate(`${archive}.then((opened) => outcome(opened, ${JSON.stringify(query)}))`)

  it('a page that was opened yesterday gives whole answers of yesterday or of today', async () => {
    const page = await open('/')
    expect(await search(page, 'harbour')).toEqual(YESTERDAY)
    served = join(folder, 'today')
    // All that it needs is in memory or in the cache of the browser.
    expect(await search(page, 'harbour')).toEqual(YESTERDAY)
    // This word is in a file that nobody has any more.
    const strict = await search(page, 'w1xyesterday', 'strict')
    expect(strict).toBe('E_STALE')
    await search(page, 'w1xyesterday')
    expect(await search(page, 'harbour')).toEqual(TODAY)
  })

  it('a new page asks for the root anew, whatever the cache holds', async () => {
    expect(await search(await open('/'), 'harbour')).toEqual(YESTERDAY)
    served = join(folder, 'today')
    expect(await search(await open('/'), 'harbour')).toEqual(TODAY)
  })

  it('a hint may bring the root of yesterday: the answer is whole, and refresh finds that of today', async () => {
    expect(await search(await open('/hinted'), 'harbour')).toEqual(YESTERDAY)
    served = join(folder, 'today')
    const page = await open('/hinted')
    expect([YESTERDAY, TODAY]).toContainEqual(await search(page, 'harbour'))
    await page.evaluate('opening.then((opened) => opened.refresh())')
    expect(await search(page, 'harbour')).toEqual(TODAY)
  })

  it('a cache on the way that serves the root of yesterday for good: an error with a code, never half an answer', async () => {
    instead.set('root.dl', readFileSync(join(folder, 'yesterday/root.dl')))
    served = join(folder, 'today')
    const page = await open('/')
    expect(await search(page, 'harbour')).toBe('E_STALE')
    instead.clear()
    expect(await search(page, 'harbour')).toEqual(TODAY)
  })

  it('one pack that is lost for good: an error for its words alone', async () => {
    const first = await open('/')
    asked = []
    const rare = 'w7919xyesterday'
    expect(await search(first, rare)).toMatchObject({ total: expect.any(Number) })
    const own = asked.filter((file) => file.includes('/terms-'))
    asked = []
    expect(await search(first, 'harbour')).toEqual(YESTERDAY)
    const others = asked.filter((file) => file.includes('/terms-'))
    const lost = own.find((file) => !others.includes(file))!
    expect(lost).toMatch(/terms-\d+\.dl$/)
    await context.close()
    context = await browser.newContext()
    instead.set(lost, null)
    const page = await open('/')
    expect(await search(page, 'harbour')).toEqual(YESTERDAY)
    expect(await search(page, rare)).toBe('E_STALE')
    expect(await search(page, 'harbour')).toEqual(YESTERDAY)
  })
})
