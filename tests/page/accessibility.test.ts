/** Can everybody use the search page? axe over each of its states, and what can be done with keys alone. */

import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answered, canTest, type Site, startSite } from './site.js'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

let site: Site

const STATES: Record<string, { path: string; prepare?: (page: Page) => Promise<unknown> }> = {
  start: { path: '' },
  results: { path: '?q=migrants&country=LY,HT&fold=false' },
  'widened results': { path: '?q=chollera+familes' },
  'reading view': {
    path: '?q=cholera',
    prepare: (page) => page.click('.hits h3 a').then(() => page.waitForSelector('.similar')),
  },
  'no hits': { path: '?q=zzzzqqq' },
  'export menu': { path: '?q=families', prepare: (page) => page.click('.export summary') },
  suggestions: {
    path: '',
    prepare: (page) =>
      page
        .locator('#q')
        .pressSequentially('camp')
        .then(() => page.waitForSelector('#suggestions li')),
  },
  months: { path: '?date=2011' },
  map: { path: '?map=country&country=HT', prepare: (page) => page.waitForSelector('.world svg') },
}

/** Tags of the rules that are asked for: all of what the law asks for, and what is good besides. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

const LOOKS = [
  { name: 'light', query: '', options: {}, states: Object.keys(STATES), rules: ALL },
  // Other colours change contrasts and nothing else.
  { name: 'dark', query: '', options: { colorScheme: 'dark' }, states: Object.keys(STATES), rules: ['color-contrast'] },
  { name: 'Arabic', query: 'ui=ar', options: {}, states: ['results', 'reading view', 'map'], rules: ALL },
  {
    name: 'phone',
    query: '',
    options: { viewport: { width: 390, height: 844 } },
    states: ['start', 'map'],
    rules: ALL,
  },
] as const

describe.skipIf(!canTest)('accessibility', () => {
  beforeAll(async () => {
    site = await startSite({ include: ['corpus/releases/**/*'] })
  })

  afterAll(() => site?.close())

  afterEach(() => expect(site.complaints.splice(0)).toEqual([]))

  for (const look of LOOKS) {
    it(`has nothing that axe finds serious: ${look.name}`, async () => {
      const page = await site.open('', look.options)
      const found: string[] = []
      for (const name of look.states) {
        const { path, prepare } = STATES[name]!
        const query = [path.slice(1), look.query].filter(Boolean).join('&')
        await page.goto(`${site.host.url}/?${query}`)
        await answered(page)
        await prepare?.(page)
        await page.evaluate(AXE)
        const { violations, passes } = (await page.evaluate(
          `axe.run({ runOnly: ${JSON.stringify(look.rules)} })`,
        )) as AxeResults
        expect(passes.length).toBeGreaterThan(0)
        for (const { id, impact, nodes } of violations) {
          if (impact !== 'serious' && impact !== 'critical') console.warn(`${name}: ${id} (${impact})`)
          else
            found.push(
              `${name}: ${id}: ${nodes
                .map(({ html }) => html.slice(0, 160))
                .slice(0, 3)
                .join(' | ')}`,
            )
        }
      }
      expect(found).toEqual([])
      await page.context().close()
    }, 180_000)
  }
})
