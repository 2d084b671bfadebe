/** Does the search page do what it shows? As built, beside an archive made with `--page`, in Chromium. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasBrowser, launch } from '../browser/chromium.js'
import { type Host, startHost } from '../browser/host.js'

const CLI = ['dist/cli.js']

let folder: string
let served: ChildProcess
let url: string
let host: Host
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

const build = (...args: string[]): string =>
  execFileSync('node', [...CLI, 'build', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const totalText = async (): Promise<string> => (await page.textContent('.total strong')) ?? ''
const total = async (): Promise<number> => Number((await totalText()).replace(/\D/g, ''))
const params = (): URLSearchParams => new URL(page.url()).searchParams

async function open(path = ''): Promise<void> {
  await page.goto(url + path)
  await page.waitForSelector('.hits li, .nothing, [role=alert]')
}

/** Does something, and waits until another number of releases is shown. */
async function changed(action: () => Promise<unknown>): Promise<void> {
  const before = await totalText()
  await action()
  await page.waitForFunction((text) => document.querySelector('.total strong')?.textContent !== text, before)
}

describe.skipIf(!hasBrowser || !existsSync('dist/page/page.js'))('search page', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'datelines-page-'))
    build('corpus/releases/**/*', '--out', join(folder, 'public', 'news archive'), '--page')
    served = spawn('node', [...CLI, 'serve', join(folder, 'public', 'news archive'), '--port', '0'])
    url = await new Promise((resolve, reject) => {
      let text = ''
      served.stdout!.on('data', (bytes) => {
        text += bytes
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)
        if (found) resolve(found[0])
      })
      served.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${text}`)))
    })
    host = await startHost({ public: join(folder, 'public') }, {}, { 'Content-Security-Policy': "default-src 'self'" })
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    served?.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    complaints = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!/^http:\/\/127\.0\.0\.1:|^blob:/.test(request.url())) complaints.push(request.url())
    })
  })

  afterEach(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })

  it('offers words while one types, and searches for the one that keys choose', async () => {
    await open()
    const everything = await total()
    expect(everything).toBeGreaterThan(50)
    await page.click('#q')
    await page.keyboard.type('camp', { delay: 20 })
    await page.waitForSelector('#suggestions li')
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const word = await page.textContent('#suggestions li[aria-selected=true] span')
    expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe('suggestion-0')
    await page.keyboard.press('Enter')
    await page.waitForFunction((text) => new URLSearchParams(location.search).get('q') === text, word)
    expect(await page.isVisible('#suggestions')).toBe(false)
    await page.waitForSelector('.hits mark')
    expect(await total()).toBeLessThan(everything)
  })

  it('goes to the search box with /, which is a letter in every field', async () => {
    await open()
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)
    await page.focus('.bars .bar[tabindex="0"]')
    await page.keyboard.press('Control+/')
    expect(await focused()).not.toBe('q')
    await page.keyboard.press('/')
    expect(await focused()).toBe('q')
    expect(await page.inputValue('#q')).toBe('')
    await page.keyboard.type('a/b')
    expect(await page.inputValue('#q')).toBe('a/b')
  })

  it('selects years and months by click and by keys', async () => {
    await open('?fold=false')
    const everything = await total()
    await changed(() => page.click('[data-key="bar-2011"]'))
    expect(params().get('date')).toBe('2011')
    expect(await page.locator('.bars.months .bar').count()).toBe(12)
    await changed(() => page.click('[data-key="all-years"]'))
    expect(await total()).toBe(everything)
    await page.focus('.bars .bar[tabindex="0"]')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await changed(() => page.keyboard.press('Enter'))
    expect(params().get('date')).toMatch(/^\d{4}\.\.\d{4}$/)
    expect(await page.locator('.bar[aria-pressed=true]').count()).toBe(3)
    await changed(() => page.keyboard.press('Escape'))
    expect(params().get('date')).toBeNull()
  })

  it('selects a span by dragging', async () => {
    await open()
    const from = (await page.locator('[data-key="bar-2008"]').boundingBox())!
    const to = (await page.locator('[data-key="bar-2012"]').boundingBox())!
    await page.mouse.move(from.x + 2, from.y + 40)
    await page.mouse.down()
    await page.mouse.move(to.x - 5, to.y + 40, { steps: 4 })
    await page.mouse.move(to.x + 2, to.y + 40)
    await changed(() => page.mouse.up())
    expect(params().get('date')).toBe('2008..2012')
  })

  it('filters by country, keeps the focus, and takes a filter off again', async () => {
    await open('?fold=false')
    const everything = await total()
    const box = page.locator('.values input[data-key^="country:"]').first()
    const count = Number(await page.locator('.values .count').first().textContent())
    await changed(() => box.check())
    expect(await total()).toBe(count)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toMatch(/^country:/)
    await changed(() => page.click('.chips .chip.on'))
    expect(await total()).toBe(everything)
    await page.fill('[data-key="find-country"]', 'hait')
    expect(await page.locator('.values input[data-key^="country:"]').count()).toBe(1)
  })

  it('shades a map, loaded when it is asked for, on which countries are selected', async () => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await open('?fold=false')
    expect(loaded.filter((path) => path.includes('world-shapes'))).toEqual([])
    await page.click('[data-key="map"]')
    await page.waitForSelector('.world svg')
    expect(loaded.filter((path) => path.includes('world-shapes'))).toHaveLength(1)
    // The map has what the list has, and the most frequent country has the darkest shade.
    await page.click('[data-key="more-country"]')
    const listed = await page
      .locator('[data-key^="country:"]')
      .evaluateAll((rows) =>
        rows.map((row) => row.getAttribute('data-key')!.slice(8)).filter((code) => code !== 'null'),
      )
    const drawn = await page
      .locator('.world [role=checkbox]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')!.slice(4)))
    expect(drawn.sort()).toEqual([...listed].sort())
    expect(await page.getAttribute(`[data-key="map-${listed[0]}"]`, 'class')).toBe('shade-5')
    const name = (await page.getAttribute('[data-key="map-HT"]', 'aria-label'))!
    expect(name).toMatch(/^Haiti: \d+ releases$/)
    await changed(() => page.click('[data-key="map-HT"]'))
    expect(await totalText()).toBe(name.slice(7))
    expect(await page.isChecked('[data-key="country:HT"]')).toBe(true)
    expect(params().get('country')).toBe('HT')
    expect(params().get('map')).toBe('country')
    await changed(() => page.click('[data-key="map-HT"]'))
    await page.focus('[data-key="map-HT"]')
    await page.keyboard.press('ArrowUp')
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement!.getAttribute('data-key')!)
    const next = await focused()
    expect(next).toMatch(/^map-[A-Z]{2}$/)
    expect(next).not.toBe('map-HT')
    await changed(() => page.keyboard.press('Enter'))
    expect(await focused()).toBe(next)
    expect(params().get('country')).toBe(next.slice(4))
    await page.selectOption('[data-key="map-facet"]', 'mention')
    await page.waitForFunction(() => new URLSearchParams(location.search).get('map') === 'mention')
  })

  it('says how a search was widened, and undoes it', async () => {
    await open('?q=chollera')
    expect(await total()).toBeGreaterThan(0)
    expect(await page.textContent('.notice')).toContain('cholera')
    await page.click('[data-key="exact"]')
    await page.waitForSelector('.nothing')
    expect(params().has('exact')).toBe(true)
    await page.click('[data-key="exact"]')
    await page.waitForSelector('.hits li')
  })

  it('says which filters are none', async () => {
    for (const [query, text] of [
      ['country:Narnia', 'No country is called “Narnia”.'],
      ['colour:red', 'Read as plain words, since there is no filter of this name: colour:red.'],
      ['date:2015-02-30', 'No such date: date:2015-02-30.'],
      ['year:2011..2009', 'Ends before it begins: year:2011..2009.'],
    ] as const) {
      await open(`?exact=1&q=${encodeURIComponent(query)}`)
      await page.waitForSelector('.nothing')
      expect(await page.locator('.notice').allTextContents()).toContain(text)
    }
  })

  it('says by which other names a word was looked for, and does without', async () => {
    await open('?q=burma')
    const everything = await total()
    expect(await page.textContent('.notice')).toContain('“burma” by its other names too (Myanmar, ')
    await changed(() => page.click('[data-key="exact"]'))
    expect(await total()).toBeLessThan(everything)
  })

  it('opens a release with its words marked, and goes back', async () => {
    await open('?q=cholera')
    await page.click('.hits h3 a')
    await page.waitForSelector('dialog[open] .body mark')
    await page.waitForSelector('dialog .similar li')
    expect(await page.textContent('dialog .citation p')).toContain('“')
    const shared = page.url()
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URLSearchParams(location.search).has('release'))
    await page.goBack()
    await page.waitForSelector('dialog[open]')
    await open(shared.slice(url.length))
    await page.waitForSelector('dialog[open] .body mark')
  })

  it('goes from one marked place to the next, and chooses years from lists', async () => {
    await open('?q=cholera')
    await page.click('.hits h3 a')
    await page.waitForSelector('dialog [data-key=next-mark]')
    const count = await page.locator('dialog article mark').count()
    expect(await page.textContent('[data-key=next-mark]')).toBe(
      count === 1 ? '1 place marked' : `${count} places marked`,
    )
    for (let at = 1; at <= count; at++) await page.click('[data-key=next-mark]')
    expect(await page.textContent('[data-key=next-mark]')).toBe(`Place ${count} of ${count}`)
    expect(await page.locator('mark.current').count()).toBe(1)
    await page.keyboard.press('Escape')
    await open('?fold=false')
    await changed(() => page.selectOption('[data-key=time-from]', '2010'))
    expect(params().get('date')).toMatch(/^2010\.\.\d{4}$/)
    await changed(() => page.selectOption('[data-key=time-to]', '2012'))
    expect(params().get('date')).toBe('2010..2012')
    expect(await page.locator('.bar[aria-pressed=true]').count()).toBe(3)
  })

  it('saves all results as a table and as lines', async () => {
    await open('?q=families&fold=false')
    const count = await total()
    await page.click('.export summary')
    for (const [format, lines] of [
      ['csv', count + 1],
      ['jsonl', count],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-key="export-${format}"]`)])
      expect(download.suggestedFilename()).toBe(`releases.${format}`)
      const text = readFileSync(await download.path(), 'utf8')
      expect(text.trim().split(/\r?\n/)).toHaveLength(lines)
    }
  })

  it('reads what it can of any address', async () => {
    await open('?q=%22unclosed&year=abc&page=-3&sort=sideways&where.nonsense=1&release=nobody')
    await page.waitForSelector('dialog[open]')
    await open('?where.nonsense=1&map=nonsense')
    expect(await total()).toBeGreaterThan(50)
    await page.waitForSelector('.world svg')
    expect(params().has('where.nonsense')).toBe(true)
  })

  it('speaks four languages, one from right to left', async () => {
    await open('?q=cholera')
    for (const [tag, direction] of [
      ['fr', 'ltr'],
      ['es', 'ltr'],
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ] as const) {
      await page.selectOption('.top select', tag)
      await page.waitForFunction((lang) => document.documentElement.lang === lang, tag)
      expect(await page.getAttribute('html', 'dir')).toBe(direction)
    }
  })

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of ['?q=families', '?ui=ar&q=migrants', '?ui=fr&year=2011']) {
      await open(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
    expect(await page.evaluate(() => document.querySelector('details.filters')!.hasAttribute('open'))).toBe(false)
  })

  it('names everything that can be operated', async () => {
    await open('?q=families&country=HT')
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, a, summary')]
        .filter((each) => {
          const labels = (each as HTMLInputElement).labels
          return !each.getAttribute('aria-label') && !each.textContent?.trim() && !labels?.length
        })
        .map((each) => each.outerHTML),
    )
    expect(nameless).toEqual([])
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('works from any static host, beside the archive', async () => {
    await page.goto(`${host.url}/public/index.html`)
    await page.waitForSelector('.hits li')
    expect(readFileSync(join(folder, 'public', 'index.html'), 'utf8')).toContain('content="news%20archive/"')
    expect(host.requests.some((path) => path.startsWith('/public/news%20archive/'))).toBe(true)
  })

  it('has the name, language, colour and names of facets that were decided', async () => {
    writeFileSync(
      join(folder, 'own.json'),
      JSON.stringify({ page: { accent: '#b00020', facets: { region: { fr: 'Zones' }, language: 'Parlers' } } }),
    )
    build(
      'corpus/releases/**/*',
      ...['--out', join(folder, 'own', 'archive'), '--config', join(folder, 'own.json')],
      ...['--page-title', 'Dépêches "A" & <B>', '--page-language', 'fr', '--page-home', 'https://example.org/news'],
    )
    const own = await startHost({ own: join(folder, 'own') }, {}, { 'Content-Security-Policy': "default-src 'self'" })
    await page.goto(`${own.url}/own/index.html`)
    await page.waitForSelector('.hits li')
    expect(await page.textContent('h1')).toBe('Dépêches "A" & <B>')
    expect(await page.title()).toBe('Dépêches "A" & <B>')
    expect(await page.getAttribute('html', 'lang')).toBe('fr')
    expect(await page.getAttribute('.home', 'href')).toBe('https://example.org/news')
    expect(await page.locator('#facet-region, #facet-language').allTextContents()).toEqual(['Zones', 'Parlers'])
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'))).toBe(
      '#b00020',
    )
    await page.click('.hits h3 a')
    await page.waitForSelector('dialog .similar')
    expect(await page.textContent('dialog .citation p')).toContain('Dépêches "A" & <B>')
    await page.goto('about:blank')
    await own.close()
  })

  it('does not replace a page of another kind', () => {
    mkdirSync(join(folder, 'site'))
    writeFileSync(join(folder, 'site', 'index.html'), '<p>mine</p>')
    expect(() => build('corpus/releases/web/**/*', '--out', join(folder, 'site', 'archive'), '--page')).toThrow(
      /E_EXISTS|another kind/,
    )
    expect(existsSync(join(folder, 'site', 'archive'))).toBe(false)
    expect(readFileSync(join(folder, 'site', 'index.html'), 'utf8')).toBe('<p>mine</p>')
  })
})
