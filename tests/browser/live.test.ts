/** Do live releases over an archive answer in a browser as one archive of all of them does in Node? The built files in Chromium. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Release, SearchPage } from '../../src/types.js'
import { build } from '../growth/changes-by-hand.js'
import { makeRelease, QUERIES } from '../growth/releases.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { hasBrowser, launch } from './chromium.js'
import { type Host, startHost } from './host.js'

type Library = typeof import('../../src/browser.js') & typeof import('../../src/live.js')

const PAGES = {
  '/': '<!doctype html><meta charset="utf-8"><title>t</title><script type="module" src="/boot.js"></script>',
  '/boot.js': `import * as datelines from '/dist/browser.js'
import * as live from '/dist/browser-live.js'
globalThis.datelines = { ...datelines, ...live }`,
}

declare const datelines: Library

const random = new Random(17)
const made = (count: number, prefix: string): Release[] =>
  Array.from({ length: count }, (_, index) => {
    const release = makeRelease(random, `${prefix}${index}`)
    return release.date === undefined ? release : { ...release, dateSource: 'stated' }
  })

/** Less what may differ: the clock, where a hit comes from, the last digits of a score, and what the platform calls a country. */
function plain({ hits, facets, ms: _, ...page }: SearchPage) {
  const counts = Object.entries(facets).map(([name, rows]) => [name, rows.map(({ value, count }) => [value, count])])
  return { ...page, counts, hits: hits.map(({ origin: __, score, ...hit }) => ({ ...hit, score: score.toFixed(6) })) }
}

describe.skipIf(!hasBrowser || !existsSync('dist/browser-live.js'))('live releases in Chromium', () => {
  const stored = made(30, 'r')
  const added = [...made(8, 'new'), ...made(3, 'r')]
  const removed = ['r5', 'r6', 'unknown']
  const folder = mkdtempSync(join(tmpdir(), 'datelines-live-'))
  let host: Host
  let browser: Browser

  beforeAll(async () => {
    await build(join(folder, 'archive'), stored)
    // Nothing is evaluated from text, and nothing comes from elsewhere.
    const policy = { 'Content-Security-Policy': "default-src 'self'; script-src 'self'" }
    host = await startHost({ dist: 'dist', archive: join(folder, 'archive') }, PAGES, policy)
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answer as one archive of all releases', async () => {
    const page = await browser.newPage()
    await page.goto(`${host.url}/`)
    await page.waitForFunction('globalThis.datelines')
    const found = await page.evaluate(
      async ([queries, releases, gone]) => {
        const archive = await datelines.openArchive('archive/')
        const first = new datelines.LiveIndex({ like: archive })
        first.addAll(releases)
        for (const id of gone) first.remove(id)
        // What was saved goes on after a reload.
        const live = new datelines.LiveIndex({ like: archive }).restore(JSON.stringify(first.save()))
        const both = datelines.overlay(archive, live)
        const pages = []
        for (const query of queries) {
          pages.push(await both.search(query, { facets: ['year', 'country', 'language'], limit: 100 }))
        }
        const origins = (await both.search('', { limit: 100 })).hits.map(({ id, origin }) => `${id} ${origin}`)
        return { pages, origins, suggestions: await both.suggest('mi'), release: await both.get('new1') }
      },
      [QUERIES, added, removed] as const,
    )
    const all = new Map([...stored, ...added].map((release) => [release.id, release]))
    for (const id of removed) all.delete(id)
    const fresh = await archiveOf(all.values())
    for (const [index, query] of QUERIES.entries()) {
      const wanted = await fresh.search(query, { facets: ['year', 'country', 'language'], limit: 100 })
      expect(plain(found.pages[index]!), query).toEqual(JSON.parse(JSON.stringify(plain(wanted))))
    }
    const live = new Set(added.map(({ id }) => id))
    expect(found.origins.sort()).toEqual(
      [...all.keys()].map((id) => `${id} ${live.has(id) ? 'live' : 'archive'}`).sort(),
    )
    expect(found.suggestions).toEqual(await fresh.suggest('mi'))
    expect(found.release).toEqual(await fresh.get('new1'))
    await page.close()
  })
})
