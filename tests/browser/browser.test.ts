/** Does a browser give the same answers as Node? The built files in Chromium, over a real host. */

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, buildCorpus, QUERIES } from './answers.js'
import { hasBrowser, launch } from './chromium.js'
import { BEARABLE, FATAL, type Host, startHost } from './host.js'

type Library = typeof import('../../src/browser.js')
type Node = typeof import('../../src/index.js')

const PAGES = {
  '/': '<!doctype html><meta charset="utf-8"><title>t</title><script type="module" src="/boot.js"></script>',
  '/boot.js': `import * as datelines from '/dist/browser.js'\nglobalThis.datelines = datelines`,
  '/worker.js': `import { openArchive } from '/dist/browser.js'
onmessage = async ({ data }) => {
  const archive = await openArchive('archive/')
  const page = await archive.search(data, { facets: ['year', 'country'] })
  postMessage({ total: page.total, facets: page.facets, ids: page.hits.map((hit) => hit.id) })
}`,
}

let folder: string
let archiveFolder: string
let host: Host
let browser: Browser
const dist = (file: string): string => new URL(`../../dist/${file}`, import.meta.url).href

async function openPage(): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${host.url}/`)
  await page.waitForFunction('globalThis.datelines')
  return page
}

declare const datelines: Library

describe.skipIf(!hasBrowser || !existsSync('dist/browser.js'))('in Chromium', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'datelines-browser-'))
    archiveFolder = join(folder, 'archive')
    await buildCorpus(archiveFolder)
    host = await startHost({ dist: 'dist', archive: archiveFolder, other: join(folder, 'other') }, PAGES, {
      'Content-Security-Policy': "default-src 'self'",
    })
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('gives the answers that Node gives, under a strict policy', async () => {
    const { openArchive } = (await import(dist('index.js'))) as Node
    const inNode = await openArchive(archiveFolder)
    const expected = await ask(inNode, QUERIES)
    await inNode.close()
    const page = await openPage()
    const violations: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text())
    })
    const found = await page.evaluate(
      `(async () => (${ask.toString()})(await datelines.openArchive('archive/'), ${JSON.stringify(QUERIES)}))()`,
    )
    expect(found).toEqual(JSON.parse(JSON.stringify(expected)))
    expect(expected.answers.filter(({ total }) => total > 0).length).toBeGreaterThan(3)
    expect(violations).toEqual([])
    await page.close()
  })

  it('works in a worker', async () => {
    const page = await openPage()
    const found = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.postMessage('migrants')
        }),
    )
    const expected = await page.evaluate(async () => {
      const archive = await datelines.openArchive('archive/')
      const { total, facets, hits } = await archive.search('migrants', { facets: ['year', 'country'] })
      return { total, facets, ids: hits.map((hit) => hit.id) }
    })
    expect(found).toEqual(expected)
    await page.close()
  })

  it('stops when it is aborted, and answers afterwards', async () => {
    const page = await openPage()
    const found = await page.evaluate(async () => {
      const archive = await datelines.openArchive('archive/')
      const controller = new AbortController()
      const searching = archive.search('camp', { signal: controller.signal }).then(
        () => 'answered',
        (error: Error) => error.name,
      )
      controller.abort()
      const outcome = await searching
      return { outcome, total: (await archive.search('camp')).total }
    })
    expect(found.outcome).toBe('AbortError')
    expect(found.total).toBeGreaterThan(0)
    await page.close()
  })

  describe('hosts', () => {
    afterAll(() => {
      host.quirk = undefined
    })

    /** A search in a new page; the archive is asked again without the quirk afterwards. */
    async function search(page: Page, timeout: number) {
      return page.evaluate(async (timeout) => {
        const archive = await datelines.openArchive('archive/', { timeout })
        Object.assign(globalThis, { archive })
        const outcome = await archive.search('return migrants', { facets: ['country'] }).then(
          ({ total, facets, hits }) => ({ total, facets, ids: hits.map(({ id, snippet }) => [id, snippet]) }),
          ({ name, code }: { name: string; code: string }) => ({ name, code }),
        )
        return outcome
      }, timeout)
    }

    for (const [name, quirk] of Object.entries(BEARABLE)) {
      it(`${name}: the right answer`, async () => {
        const page = await openPage()
        const expected = await search(page, 5000)
        await page.close()
        // A context of its own has an empty cache.
        const context = await browser.newContext()
        const other = await context.newPage()
        await other.goto(`${host.url}/`)
        await other.waitForFunction('globalThis.datelines')
        host.quirk = quirk()
        const found = await search(other, 5000)
        host.quirk = undefined
        expect(found).toEqual(expected)
        expect(found).toHaveProperty('total')
        await context.close()
      })
    }

    for (const [name, { codes, quirk }] of Object.entries(FATAL)) {
      it(`${name}: an error with a code, and the answer once the host is well`, async () => {
        const context = await browser.newContext()
        const page = await context.newPage()
        await page.goto(`${host.url}/`)
        await page.waitForFunction('globalThis.datelines')
        host.quirk = quirk
        const found = await search(page, 1500)
        host.quirk = undefined
        expect(found).toMatchObject({ name: 'DatelinesError' })
        expect(codes).toContain((found as { code: string }).code)
        // Reads of the failed search that are still under way are shared by the next one, which may fail with them.
        const again = () =>
          page.evaluate(async () => {
            const { archive } = globalThis as unknown as { archive: Awaited<ReturnType<Library['openArchive']>> }
            return (await archive.search('return migrants').catch(() => ({ total: 0 }))).total
          })
        await expect.poll(again, { timeout: 12_000, interval: 300 }).toBeGreaterThan(0)
        await context.close()
      })
    }
  })

  it('goes on under a page when the archive is published again', async () => {
    const published = join(folder, 'other')
    await buildCorpus(published, ['corpus/releases/web/**/*'])
    const page = await openPage()
    const before = await page.evaluate(async () => {
      const [opened, strict] = await Promise.all([
        datelines.openArchive('other/'),
        datelines.openArchive('other/', { reopen: false }),
      ])
      Object.assign(globalThis, { opened, strict })
      return opened.info.releases
    })
    const old = readdirSync(published)
    rmSync(published, { recursive: true })
    cpSync(archiveFolder, published, { recursive: true })
    expect(readdirSync(published)).not.toEqual(old)
    const after = await page.evaluate(async () => {
      type Opened = Awaited<ReturnType<Library['openArchive']>>
      const { opened, strict } = globalThis as unknown as { opened: Opened; strict: Opened }
      const code = await strict.search('migrants').then(
        () => 'answered',
        (error: { code: string }) => error.code,
      )
      const { total } = await opened.search('migrants')
      const fresh = await datelines.openArchive('other/')
      return { code, total, fresh: (await fresh.search('migrants')).total, releases: opened.info.releases }
    })
    expect(after).toMatchObject({ code: 'E_STALE', total: after.fresh })
    expect(after.releases).toBeGreaterThan(before)
    await page.close()
  })
})
