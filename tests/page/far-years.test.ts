/** Does one release with a wrong date leave the page as it was? Archives with years far from all others. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseInput } from '../../src/build.js'
import { answered, canTest, type Site, startSite } from './site.js'

const usual: ReleaseInput[] = [2005, 2006, 2009, 2010].flatMap((year) =>
  [1, 2].map((n) => ({ id: `${year}-${n}`, date: `${year}-0${n}-03`, title: `Zebrafish ${year}`, body: 'Of rivers.' })),
)
const far = (id: string, date: string): ReleaseInput => ({ id, date, title: `Zebrafish ${id}`, body: 'Of seas.' })

let site: Site
let page: Page

const optionsOf = (key: string): Promise<string[]> =>
  page.locator(`[data-key="${key}"] option`).evaluateAll((options) => options.map((each) => each.textContent ?? ''))
const barKeys = (): Promise<string[]> =>
  page.locator('.bars .bar').evaluateAll((bars) => bars.map((bar) => (bar as HTMLElement).dataset.key ?? ''))

describe.skipIf(!canTest)('far years', () => {
  beforeAll(async () => {
    site = await startSite({ releases: [...usual, far('first', '1402-01-01'), far('last', '8999-12-31')] })
  })
  afterEach(async () => {
    await page.context().close()
    expect(site.complaints.splice(0)).toEqual([])
  })
  afterAll(() => site?.close())

  it('leaves the timeline to the years of most releases, and tells of the others', async () => {
    page = await site.open('?q=zebrafish&fold=false')
    await answered(page)
    expect(await page.locator('.hits li').count()).toBe(10)
    expect(await barKeys()).toEqual(['2005', '2006', '2007', '2008', '2009', '2010'].map((year) => `bar-${year}`))
    const years = ['1402', '2005', '2006', '2007', '2008', '2009', '2010', '8999']
    expect(await optionsOf('time-from')).toEqual(years)
    expect(await optionsOf('time-to')).toEqual(years)
    expect(await page.textContent('.outside')).toMatch(/^2 releases far from these years: 1402 8999/)
  })

  it.each([
    ['1402', 'Zebrafish first', '1 January 1402'],
    ['8999', 'Zebrafish last', '31 December 8999'],
  ])('goes to the year %s and its months', async (year, title, date) => {
    page = await site.open('?q=zebrafish')
    await page.click(`[data-key="outside-${Number(year)}"]`)
    await page.waitForSelector('.bars.months')
    await page.waitForFunction(() => document.querySelectorAll('.hits li').length === 1)
    expect(await page.textContent('.hits h3')).toBe(title)
    expect(await page.textContent('.hits time')).toBe(date)
    expect(await page.locator('.bars .bar .fill:not(.empty)').count()).toBe(1)
  })

  it('survives an archive of nothing but a far year', async () => {
    await site.rebuild({ releases: [far('only', '1402-01-01')] })
    page = await site.open('?q=zebrafish')
    await answered(page)
    expect(await page.textContent('.hits time')).toBe('1 January 1402')
    expect(await barKeys()).toEqual(['bar-1402'])
  })
})
