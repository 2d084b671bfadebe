/** Do the real InstantSearch widgets work over an archive? In Chromium, with the built client. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launch } from './chromium.js'
import { type Host, startHost } from './host.js'

type Build = typeof import('../../src/build.js')

const PAGES = {
  '/': `<!doctype html><meta charset="utf-8"><title>t</title><div id="box"></div><div id="stats"></div><div id="country"></div>
<div id="topic"></div><div id="sort"></div><div id="year"></div><div id="hits"></div><div id="pages"></div>
<script src="/widgets/instantsearch.production.min.js"></script><script type="module" src="/boot.js"></script>`,
  '/boot.js': `import { openArchive } from '/dist/browser.js'
import { createSearchClient } from '/dist/instantsearch.js'
const { widgets } = instantsearch
const search = instantsearch({
  indexName: 'releases',
  searchClient: createSearchClient(openArchive('archive/'), { prefix: 'last' }),
  future: { preserveSharedStateOnUnmount: true },
})
globalThis.errors = []
search.on('error', (error) => errors.push(String(error.error ?? error)))
search.addWidgets([
  widgets.configure({ hitsPerPage: 5 }),
  widgets.searchBox({ container: '#box' }),
  widgets.stats({ container: '#stats', templates: { text: ({ nbHits }) => String(nbHits) } }),
  widgets.refinementList({ container: '#country', attribute: 'country', searchable: true, limit: 8 }),
  widgets.rangeInput({ container: '#year', attribute: 'year' }),
  widgets.sortBy({ container: '#sort', items: [
    { label: 'best', value: 'releases' }, { label: 'new', value: 'releases_newest' }, { label: 'old', value: 'releases_oldest' },
  ] }),
  widgets.hits({ container: '#hits', templates: {
    item: (hit, { html, components }) =>
      html\`<h2 data-date="\${hit.date}">\${components.Highlight({ hit, attribute: 'title' })}</h2><p>\${components.Snippet({ hit, attribute: 'body' })}</p>\`,
  } }),
  widgets.pagination({ container: '#pages' }),
])
search.start()`,
}

let folder: string
let host: Host
let browser: Browser
let page: Page

const total = async (): Promise<number> => Number(await page.textContent('#stats .ais-Stats-text'))

async function settled(change: () => Promise<unknown>): Promise<void> {
  const before = await total()
  await change()
  await page.waitForFunction((count) => document.querySelector('#stats')?.textContent !== String(count), before)
}

describe.skipIf(!hasBrowser || !existsSync('dist/instantsearch.js'))('InstantSearch widgets', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'datelines-widgets-'))
    const { buildArchive } = (await import(new URL('../../dist/build.js', import.meta.url).href)) as Build
    await buildArchive({ include: ['corpus/releases/**/*'], out: join(folder, 'archive') })
    const widgets = 'node_modules/instantsearch.js/dist'
    host = await startHost({ dist: 'dist', archive: join(folder, 'archive'), widgets }, PAGES)
    browser = await launch()
    page = await browser.newPage()
    await page.goto(`${host.url}/`)
    await page.waitForSelector('#hits h2')
  })

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('search, mark, refine, search in facets, sort and page', async () => {
    const everything = await total()
    expect(everything).toBeGreaterThan(50)
    expect(await page.locator('#hits h2').count()).toBe(5)

    await page.click('#pages .ais-Pagination-item--nextPage a')
    await page.waitForSelector('#pages .ais-Pagination-item--selected:has-text("2")')

    await settled(() => page.fill('#box input', 'camp'))
    expect(await page.locator('#hits mark').count()).toBeGreaterThan(0)
    expect((await page.locator('#hits mark').first().textContent())!.toLowerCase()).toContain('camp')

    await page.selectOption('#sort select', 'releases_oldest')
    await page.waitForTimeout(300)
    const dates = await page.locator('#hits h2').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-date')))
    expect(dates).toEqual([...dates].sort())

    await settled(() => page.fill('#box input', ''))
    const first = page.locator('#country .ais-RefinementList-checkbox').first()
    const count = Number(await page.locator('#country .ais-RefinementList-count').first().textContent())
    await settled(() => first.check())
    expect(await total()).toBe(count)
    // Disjunctive: the other values keep the counts that choosing them too would add.
    expect(await page.locator('#country .ais-RefinementList-item').count()).toBeGreaterThan(1)
    await settled(() => page.locator('#country .ais-RefinementList-checkbox').nth(1).check())
    expect(await total()).toBeGreaterThanOrEqual(count)
    await page.locator('#country .ais-RefinementList-checkbox:checked').first().click()
    await page.waitForTimeout(200)
    await settled(() => page.locator('#country .ais-RefinementList-checkbox:checked').first().click())
    expect(await total()).toBe(everything)

    await page.fill('#country .ais-SearchBox-input', 'haiti')
    await page.waitForFunction(() => document.querySelectorAll('#country .ais-RefinementList-item').length === 1)
    expect((await page.locator('#country .ais-RefinementList-labelText mark').textContent())!.toLowerCase()).toBe(
      'haiti',
    )

    await page.fill('#year .ais-RangeInput-input--min', '2015')
    await settled(() => page.click('#year .ais-RangeInput-submit'))
    expect(await total()).toBeLessThan(everything)
    expect(await page.evaluate('errors')).toEqual([])
  })
})
