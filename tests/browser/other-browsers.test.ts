/** Do Firefox and WebKit give the answers of Node from the same bytes? Where they are found; elsewhere this is skipped aloud. */

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, buildCorpus, QUERIES } from './answers.js'
import { type DrivenPage, OTHER_BROWSERS } from './driven-page.js'
import { BEARABLE, FATAL, type Host, startHost } from './host.js'

type Node = typeof import('../../src/index.js')

const PAGES = {
  '/': '<!doctype html><meta charset="utf-8"><title>t</title><script type="module" src="/boot.js"></script>',
  '/boot.js': `import * as datelines from '/dist/browser.js'\nglobalThis.datelines = datelines`,
}

/** A search in a page: what it finds, or the error. */
const SEARCH = `archive.search('return migrants', { facets: ['country'] }).then(
  ({ total, facets, hits }) => ({ total, facets, ids: hits.map(({ id, snippet }) => [id, snippet]) }),
  ({ name, code }) => ({ name, code }))`

const openWith = (timeout: number): string =>
  `datelines.openArchive('archive/', { timeout: ${timeout} }).then((opened) => { globalThis.archive = opened; return ${SEARCH} })`

/** Labels of facet values are the platform's names of countries and languages, which differ with its age ("Turkey", "Türkiye"). */
const withoutLabels = (answers: unknown): unknown =>
  JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === 'label' ? undefined : value)))

for (const browser of OTHER_BROWSERS) {
  const isMissing = browser.missing !== undefined || !existsSync('dist/browser.js')
  if (browser.missing !== undefined) console.warn(`skipped: ${browser.missing}`)

  describe.skipIf(isMissing)(`in ${browser.name}`, () => {
    let folder: string
    let archiveFolder: string
    let host: Host
    let page: DrivenPage

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'datelines-other-browser-'))
      archiveFolder = join(folder, 'archive')
      await buildCorpus(archiveFolder)
      // Nothing is cached, so that every host is asked.
      host = await startHost({ dist: 'dist', archive: archiveFolder, other: join(folder, 'other') }, PAGES, {
        'Content-Security-Policy': "default-src 'self'",
        'Cache-Control': 'no-store',
      })
      page = await browser.open()
    })

    afterAll(async () => {
      await page?.close()
      await host?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    beforeEach(async () => {
      host.quirk = undefined
      await page.goto(`${host.url}/`)
      await expect.poll(() => page.evaluate(`'datelines' in globalThis`)).toBe(true)
    })

    it('gives the answers that Node gives', async () => {
      const { openArchive } = (await import(new URL('../../dist/index.js', import.meta.url).href)) as Node
      const inNode = await openArchive(archiveFolder)
      const expected = await ask(inNode, QUERIES)
      await inNode.close()
      const found = await page.evaluate(
        `datelines.openArchive('archive/').then((opened) => (${ask.toString()})(opened, ${JSON.stringify(QUERIES)}))`,
      )
      expect(withoutLabels(found)).toEqual(withoutLabels(expected))
    })

    it('stops when it is aborted, and answers afterwards', async () => {
      const found = await page.evaluate(`(async () => {
        const archive = await datelines.openArchive('archive/')
        const controller = new AbortController()
        const searching = archive.search('camp', { signal: controller.signal }).then(() => 'answered', ({ name }) => name)
        controller.abort()
        return [await searching, (await archive.search('camp')).total > 0]
      })()`)
      expect(found).toEqual(['AbortError', true])
    })

    it('answers what it has read when the host is gone, fails with a code otherwise, and goes on when it is back', async () => {
      const before = await page.evaluate(openWith(1500))
      host.quirk = (_file, request) => {
        request.socket.destroy()
        return true
      }
      expect(await page.evaluate(SEARCH)).toEqual(before)
      const other = `archive.search('cholera haiti').then(({ total }) => total, ({ code }) => code)`
      const unread = await page.evaluate(`archive.get('no such release').then(() => 'answered', ({ code }) => code)`)
      expect(['E_SOURCE', 'answered']).toContain(unread)
      expect(['number', 'string']).toContain(typeof (await page.evaluate(other)))
      host.quirk = undefined
      await expect.poll(async () => typeof (await page.evaluate(other)), { timeout: 12_000 }).toBe('number')
    })

    it('goes on when the archive is published again', async () => {
      const published = join(folder, 'other')
      rmSync(published, { recursive: true, force: true })
      await buildCorpus(published, ['corpus/releases/web/**/*'])
      const before = await page.evaluate(`(async () => {
        globalThis.opened = await datelines.openArchive('other/')
        globalThis.strict = await datelines.openArchive('other/', { reopen: false })
        return opened.info.releases
      })()`)
      rmSync(published, { recursive: true })
      cpSync(archiveFolder, published, { recursive: true })
      const after = await page.evaluate(`(async () => {
        const code = await strict.search('migrants').then(() => 'answered', ({ code }) => code)
        const { total } = await opened.search('migrants')
        const fresh = await datelines.openArchive('other/')
        return { code, same: total === (await fresh.search('migrants')).total, releases: opened.info.releases, newer: await opened.refresh() }
      })()`)
      expect(after).toMatchObject({ code: 'E_STALE', same: true, newer: false })
      expect((after as { releases: number }).releases).toBeGreaterThan(before as number)
    })

    for (const [name, quirk] of Object.entries(BEARABLE)) {
      it(`has the right answer from a host that ${name}`, async () => {
        const expected = await page.evaluate(openWith(5000))
        expect(expected).toHaveProperty('total')
        host.quirk = quirk()
        expect(await page.evaluate(openWith(5000))).toEqual(expected)
      })
    }

    for (const [name, { codes, quirk }] of Object.entries(FATAL)) {
      it(`has an error with a code from a host with ${name}, and the answer once it is well`, async () => {
        host.quirk = quirk
        const found = (await page.evaluate(openWith(1500))) as { code: string }
        host.quirk = undefined
        expect(codes).toContain(found.code)
        const again = `archive.search('return migrants').then(({ total }) => total, () => 0)`
        await expect.poll(() => page.evaluate(again), { timeout: 12_000, interval: 300 }).toBeGreaterThan(0)
      })
    }
  })
}
