/** What does a link show that asks for what there is not? The rest of it, and what was left out. */

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answered, canTest, type Site, startSite } from './site.js'

let site: Site
let page: Page

describe.skipIf(!canTest)('wrong links', () => {
  beforeAll(async () => {
    site = await startSite({
      releases: Array.from({ length: 23 }, (_, index) => ({
        id: `r${index}`,
        date: `${2001 + index}`,
        title: `Zebrafish ${index}`,
        body: 'Of rivers.',
        countries: index < 4 ? ['MO'] : ['KE'],
      })),
    })
  })
  afterEach(async () => {
    await page.context().close()
    expect(site.complaints.splice(0)).toEqual([])
  })
  afterAll(() => site?.close())

  it.each([
    ['year=abc', 'year=abc', 23],
    ['year=2011..2009', 'year=2011..2009', 23],
    ['date=2011-03..2011-02', 'date=2011-03..2011-02', 23],
    ['office=Nairobi', 'office=Nairobi', 23],
    ['where.office=Nairobi', 'office=Nairobi', 23],
    ['sort=foo&country=MO', 'sort=foo', 4],
    ['country=Narnia', 'country=Narnia', 23],
    ['country=Narnia,MO&year=x', 'year=x and country=Narnia', 4],
  ])('tells what of %s is not known, and shows the rest', async (filters, told, count) => {
    page = await site.open(`?q=zebrafish&fold=false&${filters}`)
    await answered(page)
    expect(await page.textContent('.unread')).toBe(`Not known, and left out of this link: ${told}.`)
    expect(await page.textContent('.total strong')).toBe(`${count} releases`)
    expect(await page.textContent('.filters summary')).toBe(count === 4 ? 'Filters (1)' : 'Filters')
  })

  it('says nothing of what other sites add', async () => {
    page = await site.open('?q=zebrafish&fold=false&utm_source=news&fbclid=x&year=2001..2004')
    await answered(page)
    expect(await page.locator('.unread').count()).toBe(0)
    expect(await page.textContent('.total strong')).toBe('4 releases')
  })

  it('shows the last page for one that there is not', async () => {
    page = await site.open('?q=zebrafish&fold=false&page=99')
    await answered(page)
    expect(await page.locator('.hits li').count()).toBe(3)
    expect(await page.textContent('.pager span')).toBe('Page 3 of 3')
    await page.click('[data-key="previous"]')
    await page.waitForFunction(() => document.querySelector('.pager span')?.textContent === 'Page 2 of 3')
  })
})
