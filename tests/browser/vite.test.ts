/** Does a page that a bundler built search? One that Vite built, in Chromium, under a strict policy and below a path. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpus } from './answers.js'
import { hasBrowser, launch } from './chromium.js'
import { type Host, startHost } from './host.js'

const MAIN = `import { highlight, openArchive } from 'datelines'
const archive = await openArchive(new URL('/archive/', location.href))
const { total, hits, facets } = await archive.search('"human trafficking" OR migr*', { facets: ['year', 'country'], fuzzy: 'auto' })
document.title = JSON.stringify({ total, years: facets.year.length > 0, marked: highlight(hits[0].snippet).includes('<mark>') })
`

describe.skipIf(!hasBrowser || !existsSync('dist/browser.js'))('a page built by Vite', () => {
  let folder: string
  let host: Host
  let browser: Browser

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'datelines-vite-'))
    await buildCorpus(join(folder, 'archive'))
    const site = join(folder, 'site')
    mkdirSync(join(site, 'node_modules'), { recursive: true })
    symlinkSync(resolve('.'), join(site, 'node_modules/datelines'))
    writeFileSync(
      join(site, 'index.html'),
      '<!doctype html><meta charset="utf-8"><title></title><script type="module" src="/main.js"></script>',
    )
    writeFileSync(join(site, 'main.js'), MAIN)
    await build({ root: site, base: '/site/', logLevel: 'error', build: { target: 'es2022' } })
    host = await startHost(
      { site: join(site, 'dist'), archive: join(folder, 'archive') },
      {},
      { 'Content-Security-Policy': "default-src 'self'" },
    )
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answers, with what it needs on demand in files of their own', async () => {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) errors.push(message.text())
    })
    await page.goto(`${host.url}/site/index.html`)
    await expect.poll(() => page.title(), { timeout: 20_000 }).not.toBe('')
    expect(JSON.parse(await page.title())).toEqual({ total: expect.any(Number), years: true, marked: true })
    expect(errors).toEqual([])
    const files = readdirSync(join(folder, 'site/dist/assets'))
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(5)
    await page.close()
  })
})
