/** Do texts stay texts, whatever is in them, and does the page keep its shape? Releases and addresses made to break it. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseInput } from '../../src/build.js'
import { answered, canTest, type Site, startSite } from './site.js'

const RUN = 'globalThis.ran=1'
const MARKUP = `<script>${RUN}</script><img src=x onerror="${RUN}"><svg onload=${RUN}>`

/** All speak of migrants, so that one search shows them all. */
const RELEASES: ReleaseInput[] = [
  {
    id: 'markup',
    title: `${MARKUP} migrants`,
    body: `${MARKUP} migrants ${MARKUP}\n\n- ${MARKUP}\n- b\n\na | ${MARKUP}\nc | d`,
  },
  { id: `"><script>${RUN}</script>'?&#=%00`, title: 'An id with everything', body: 'migrants' },
  {
    id: '__proto__',
    title: 'constructor',
    body: 'migrants',
    facets: JSON.parse('{"__proto__":["x"],"constructor":["y","<b>z</b>"]}'),
  },
  { id: 'override', title: '\u202Egnp.stnargim\u202C \u2066unclosed', body: '\u202Emigrants \u202E\u202E and no end' },
  {
    id: 'long',
    title: 'W'.repeat(4000),
    body: `migrants ${'x'.repeat(10_000)} ${'ﷺ'.repeat(400)} ${'e\u0301\u0302\u0303'.repeat(300)}`,
  },
  { id: 'nulls', title: 'null\0bytes', body: 'mig\0rants migrants \0\u0001\u001b[31m\ufeff\ud800' },
  { id: 'script-url', title: 'A link that runs', body: 'migrants', url: `javascript:${RUN}` },
  { id: 'data-url', title: 'A link with data', body: 'migrants', url: `data:text/html,<script>${RUN}</script>` },
  { id: 'language', title: 'No language', body: 'migrants', language: `"><img onerror=${RUN}>` },
  {
    id: 'formula',
    title: '=HYPERLINK("http://example.org","migrants")',
    body: 'migrants',
    facets: { topic: [MARKUP, 'z'.repeat(3000)] },
  },
]

let site: Site
let page: Page

/** Nothing of the texts became elements, nothing ran, and nothing is wider than the page. */
async function isUnharmed(): Promise<void> {
  expect(
    await page.evaluate(() => ({
      ran: (globalThis as { ran?: unknown }).ran,
      elements: document.body.querySelectorAll('script, img, b, iframe, [onerror], [onload]').length,
      links: [...document.querySelectorAll('a')].filter((link) => !/^https?:$/.test(link.protocol)).length,
      wider: document.documentElement.scrollWidth - innerWidth,
      widerDialog: [...document.querySelectorAll('dialog')].some((each) => each.scrollWidth > each.clientWidth + 1),
      polluted: ({} as { x?: unknown }).x,
    })),
  ).toEqual({ ran: undefined, elements: 0, links: 0, wider: 0, widerDialog: false, polluted: undefined })
}

describe.skipIf(!canTest)('hostile texts', () => {
  beforeAll(async () => {
    site = await startSite({ releases: RELEASES, extract: false })
  })

  afterAll(() => site?.close())

  afterEach(async () => {
    await page.context().close()
    expect(site.complaints.splice(0)).toEqual([])
  })

  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    it(`stay texts in results, lists and reading view, ${viewport.width} wide`, async () => {
      page = await site.open('?q=migrants&fold=false', { viewport })
      await answered(page)
      const links = await page
        .locator('.hits h3 a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      expect(links).toHaveLength(RELEASES.length)
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      await isUnharmed()
      for (const link of links) {
        await page.goto(link)
        await page.waitForSelector('dialog[open] .citation')
        await page.waitForSelector('dialog .similar, dialog .citation')
        expect(await page.textContent('#reader-title')).not.toBe('There is no such release.')
        await isUnharmed()
      }
    })
  }

  it('stay texts among suggestions and filters', async () => {
    page = await site.open(`?where.topic=${encodeURIComponent(MARKUP)}&where.constructor=%3Cb%3Ez%3C%2Fb%3E`)
    await answered(page)
    expect(await page.locator('.chip.on').count()).toBe(2)
    await isUnharmed()
    await page.locator('#q').pressSequentially('mig')
    await page.waitForSelector('#suggestions li')
    await isUnharmed()
  })

  it('are no harm in an address', async () => {
    page = await site.open('')
    for (const query of [
      `q=${encodeURIComponent(MARKUP)}&ui=__proto__&map=__proto__&sort=constructor`,
      `ui=constructor&where.__proto__=x&release=__proto__&date=__proto__..constructor`,
      `q=${'a'.repeat(3000)}&country=${encodeURIComponent(MARKUP)}&release=${encodeURIComponent(MARKUP)}`,
      'q=%00%FF%u1234&page=1e9&date=9999..0001&where.=&where.__proto__.constructor=1',
      `q=${'('.repeat(2000)}`,
      'q=migrants&offset=99999999999999999999',
    ]) {
      await page.goto(`${site.host.url}/?${query}`)
      await answered(page)
      await isUnharmed()
    }
  })
})
