/** What is a page tested with? A page and an archive as they are built, on a host that can misbehave, in Chromium. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { BuildOptions } from '../../src/build.js'
import { hasBrowser, launch } from '../browser/chromium.js'
import { type Host, startHost } from '../browser/host.js'

type Build = typeof import('../../src/build.js')

/** Whether there is a browser, and a page to be looked at. */
export const canTest = hasBrowser && existsSync('dist/page/page.js')

/** A host with the page at `/` and the archive at `/archive/`. */
export interface Site {
  host: Host
  browser: Browser
  /**
   * A new tab, closed with its context by `close`. Complaints of the browser, and requests to other hosts, are put into
   * `complaints`.
   */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  complaints: string[]
  /** Builds the archive anew in its place, from other releases. */
  rebuild(input: Partial<BuildOptions>): Promise<void>
  close(): Promise<void>
}

/** Builds an archive and serves it with the page. */
export async function startSite(input: Partial<BuildOptions>): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-site-'))
  const { buildArchive } = (await import(new URL('../../dist/build.js', import.meta.url).href)) as Build
  const rebuild = async (input: Partial<BuildOptions>): Promise<void> => {
    await buildArchive({ minReleases: 0, ...input, out: join(folder, 'archive') })
  }
  await rebuild(input)
  const host = await startHost(
    { archive: join(folder, 'archive'), 'datelines-page': 'dist/page' },
    { '/': readFileSync('dist/page/index.html', 'utf8') },
  )
  const browser = await launch()
  const complaints: string[] = []
  return {
    host,
    browser,
    complaints,
    rebuild,
    async open(path, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
        ...options,
      })
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(`${host.url}/`) && !request.url().startsWith('blob:'))
          complaints.push(request.url())
      })
      await page.goto(`${host.url}/${path}`)
      return page
    },
    async close() {
      await browser.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until there is an answer, whatever it is. */
export const answered = (page: Page): Promise<unknown> => page.waitForSelector('.hits li, .nothing, main [role=alert]')
