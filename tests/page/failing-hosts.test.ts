/** What does one see when the host fails? A message that says so, a way to try again, and then the answer. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReleaseInput } from '../../src/build.js'
import type { Quirk } from '../browser/host.js'
import { answered, canTest, type Site, startSite } from './site.js'

const release = (id: string, title: string): ReleaseInput => ({
  id,
  title,
  body: `${title}. Officers met families at the harbour and counted boats.`,
  date: '2015-03-02',
  countries: ['MT'],
})

const RELEASES = ['Migrants rescued', 'Migrants return', 'Camps close'].map((title, at) => release(`r${at}`, title))

const isRoot = (file: string): boolean => file.endsWith('root.dl')

const answering =
  (status: number, concerns: (file: string) => boolean): Quirk =>
  (file, _request, response) => {
    if (!concerns(file)) return false
    response.statusCode = status
    response.end()
    return true
  }

let site: Site
let page: Page

const alert = (): Promise<string | null> => page.textContent('main [role=alert]', { timeout: 20_000 })

/** Presses the button of the message, and waits for results. */
async function tryAgain(): Promise<void> {
  await page.click('main [data-key=again]')
  await page.waitForSelector('.hits li')
  expect(await page.locator('main [role=alert]').count()).toBe(0)
}

describe.skipIf(!canTest)('failing hosts', () => {
  beforeAll(async () => {
    // Large enough for more than one file.
    site = await startSite({ include: ['corpus/releases/**/*'], releases: RELEASES })
  })

  afterAll(() => site?.close())

  beforeEach(() => {
    site.host.quirk = undefined
  })

  afterEach(async () => {
    await page.context().close()
    // What a browser says of the failures themselves.
    expect(site.complaints.splice(0).filter((text) => !text.startsWith('Failed to load resource'))).toEqual([])
  })

  it('have no archive: said with the address, and answered once it is there', async () => {
    site.host.quirk = answering(404, isRoot)
    page = await site.open('?q=migrants')
    expect(await alert()).toContain('/archive/')
    expect(await page.getAttribute('main', 'aria-busy')).toBeNull()
    site.host.quirk = undefined
    await tryAgain()
  })

  it('fail once in a while: not to be noticed', async () => {
    const seen = new Set<string>()
    site.host.quirk = (file, request, response) => {
      if (seen.has(file)) return false
      seen.add(file)
      return answering(500, () => true)(file, request, response)
    }
    page = await site.open('?q=migrants')
    await page.waitForSelector('.hits li')
    expect(seen.size).toBeGreaterThan(2)
  })

  it('fail for good: said, and answered once they work again', async () => {
    site.host.quirk = answering(500, (file) => !isRoot(file))
    page = await site.open('?q=migrants')
    expect(await alert()).toContain('500')
    site.host.quirk = undefined
    await tryAgain()
  })

  it('fail while a release is opened by its address: said in the reading view', async () => {
    site.host.quirk = answering(500, (file) => file.includes('/ids'))
    page = await site.open('?q=migrants&release=r2')
    await page.waitForSelector('dialog [role=alert]', { timeout: 20_000 })
    expect(await page.textContent('dialog [role=alert]')).toContain('500')
    site.host.quirk = undefined
    await page.click('dialog [data-key=again]')
    await page.waitForSelector('dialog .citation')
  })

  it('go away in the middle: said, what was found stays reachable, and all goes on afterwards', async () => {
    page = await site.open('')
    await page.waitForSelector('.hits li')
    await page.context().setOffline(true)
    await page.fill('#q', 'camps')
    await page.keyboard.press('Enter')
    expect(await alert()).toBeTruthy()
    await page.goBack()
    await page.waitForSelector('.hits li')
    await page.goForward()
    expect(await alert()).toBeTruthy()
    await page.context().setOffline(false)
    await tryAgain()
    expect(await page.textContent('.hits')).toContain('Camps close')
  })

  it('are slow: said, and what is asked next does not wait for it', async () => {
    site.host.quirk = (file, _request, response) => {
      if (isRoot(file)) return false
      response.writeHead(200, { 'Content-Length': 1_000_000 })
      response.write('x')
      return true
    }
    page = await site.open('?q=migrants')
    await page.waitForFunction(() => document.querySelector('.progress')?.textContent !== '')
    expect(await page.isVisible('.progress')).toBe(true)
    site.host.quirk = undefined
    await page.fill('#q', 'camps')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.hits li')
    expect(await page.textContent('.hits')).toContain('Camps close')
    expect(await page.isVisible('.progress')).toBe(false)
  })

  it('publish another archive: answers are those of the new one', async () => {
    // Without words, so that none of the old files is known yet.
    page = await site.open('')
    await answered(page)
    await site.rebuild({ releases: [...RELEASES, release('r9', 'Harbour opens')], extract: false, keep: 0 })
    await page.fill('#q', 'harbour')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('.total strong')?.textContent === '4 releases')
    expect(await page.textContent('.hits')).toContain('Harbour opens')
  })
})
