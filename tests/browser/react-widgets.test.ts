/** Do the real widgets of react-instantsearch work over an archive? Bundled as an application is, in Chromium. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch } from './chromium.js'
import { type Host, startHost } from './host.js'

type Build = typeof import('../../src/build.js')

const APPLICATION = `
import React from 'react'
import { createRoot } from 'react-dom/client'
import {
  Configure, CurrentRefinements, DynamicWidgets, Highlight, HitsPerPage, InfiniteHits, InstantSearch, Menu, RangeInput,
  RefinementList, SearchBox, Snippet, SortBy, Stats, useInstantSearch,
} from 'react-instantsearch'
import { openArchive } from '/dist/browser.js'
import { createSearchClient } from '/dist/instantsearch.js'

const client = createSearchClient(openArchive('archive/'), { prefix: 'last', locale: 'fr' })
globalThis.errors = []

function Hit({ hit }) {
  return <article data-date={hit.date}><Highlight hit={hit} attribute="title" /><Snippet hit={hit} attribute="body" /></article>
}

function Labelled() {
  const { results, error } = useInstantSearch({ catchError: true })
  if (error) errors.push(String(error))
  return <p id="label">{results.userData?.[0]?.labels?.country?.HT ?? ''}</p>
}

createRoot(document.querySelector('#app')).render(
  <InstantSearch indexName="releases" searchClient={client} routing future={{ preserveSharedStateOnUnmount: true }}>
    <Configure hitsPerPage={5} />
    <SearchBox />
    <Stats translations={{ rootElementText: ({ nbHits }) => String(nbHits) }} />
    <CurrentRefinements />
    <SortBy items={[{ label: 'best', value: 'releases' }, { label: 'old', value: 'releases_oldest' }]} />
    <HitsPerPage items={[{ label: 'five', value: 5, default: true }, { label: 'nine', value: 9 }]} />
    <section id="country"><RefinementList attribute="country" searchable limit={6} showMore showMoreLimit={50} /></section>
    <section id="language"><Menu attribute="language" /></section>
    <section id="year"><RangeInput attribute="year" /></section>
    <section id="dynamic"><DynamicWidgets fallbackComponent={Menu} /></section>
    <InfiniteHits hitComponent={Hit} />
    <Labelled />
  </InstantSearch>,
)
`

let folder: string
let host: Host
let browser: Browser
let page: Page

const total = async (): Promise<number> => Number(await page.textContent('.ais-Stats-text'))

async function settled(change: () => Promise<unknown>): Promise<void> {
  const before = String(await total())
  await change()
  await page.waitForFunction((count) => document.querySelector('.ais-Stats-text')?.textContent !== count, before)
}

describe.skipIf(!hasBrowser || !existsSync('dist/instantsearch.js'))('react-instantsearch widgets', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'datelines-react-'))
    const { buildArchive } = (await import(new URL('../../dist/build.js', import.meta.url).href)) as Build
    await buildArchive({ include: ['corpus/releases/**/*'], out: join(folder, 'archive') })
    const { outputFiles } = await build({
      stdin: { contents: APPLICATION, loader: 'jsx', resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: 'esm',
      external: ['/dist/*'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    })
    host = await startHost(
      { dist: 'dist', archive: join(folder, 'archive') },
      {
        '/': '<!doctype html><meta charset="utf-8"><title>t</title><div id="app"></div><script type="module" src="/app.js"></script>',
        '/app.js': outputFiles[0]!.text,
      },
    )
    browser = await launch()
    page = await browser.newPage()
    page.on(
      'pageerror',
      (error) =>
        void page.evaluate((text) => (globalThis as never as { errors: string[] }).errors.push(text), error.message),
    )
    await page.goto(`${host.url}/`)
    await page.waitForSelector('article')
  })

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('search and mark while one types, sort, and show more hits', async () => {
    const everything = await total()
    expect(await page.locator('article').count()).toBe(5)
    await page.click('.ais-InfiniteHits-loadMore')
    await page.waitForFunction(() => document.querySelectorAll('article').length === 10)
    await settled(() => page.fill('.ais-SearchBox-input', 'camp'))
    expect((await page.locator('article mark').first().textContent())!.toLowerCase()).toContain('camp')
    await page.selectOption('.ais-SortBy select', 'releases_oldest')
    await page.waitForFunction(() => {
      const dates = [...document.querySelectorAll('article')].map((each) => each.getAttribute('data-date')!)
      return dates.length === 5 && dates.join() === [...dates].sort().join()
    })
    await settled(() => page.fill('.ais-SearchBox-input', ''))
    expect(await total()).toBe(everything)
    await page.selectOption('.ais-HitsPerPage select', '9')
    await page.waitForFunction(() => document.querySelectorAll('article').length === 9)
  })

  it('refine by several countries, one language and years, with counts that tell what each adds', async () => {
    const everything = await total()
    const boxes = page.locator('#country .ais-RefinementList-checkbox')
    const count = Number(await page.locator('#country .ais-RefinementList-count').first().textContent())
    await settled(() => boxes.first().check())
    expect(await total()).toBe(count)
    expect(await boxes.count()).toBeGreaterThan(1)
    expect(await page.locator('.ais-CurrentRefinements-category').count()).toBe(1)
    await page.waitForFunction(() => location.search.includes('country'))
    await settled(() => page.click('.ais-CurrentRefinements-delete'))
    expect(await total()).toBe(everything)
    await settled(() => page.click('#language .ais-Menu-link >> nth=1'))
    expect(await page.locator('#language .ais-Menu-item').count()).toBeGreaterThan(1)
    await settled(() => page.click('.ais-CurrentRefinements-delete'))
    await page.fill('#year .ais-RangeInput-input--min', '2015')
    await settled(() => page.click('#year .ais-RangeInput-submit'))
    expect(await total()).toBeLessThan(everything)
    await settled(() => page.click('.ais-CurrentRefinements-delete'))
  })

  it('search among the values of a facet by their labels, and show facets by themselves', async () => {
    await page.fill('#country .ais-SearchBox-input', 'haï')
    await page.waitForFunction(() => document.querySelectorAll('#country .ais-RefinementList-item').length === 1)
    expect(await page.textContent('#country .ais-RefinementList-labelText')).toBe('Haïti')
    await page.fill('#country .ais-SearchBox-input', '')
    expect(await page.locator('#dynamic .ais-Menu').count()).toBeGreaterThan(3)
    expect(await page.textContent('#label')).toBe('Haïti')
    expect(await page.evaluate('errors')).toEqual([])
  })
})
