/**
 * What does a first visit cost? The built browser files in Chromium over a static host, cold, code included, ten rows with
 * snippets, beside Pagefind's bundle of the same stories.
 */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import type { Release } from '../src/types.js'
import { hasBrowser, launch } from '../tests/browser/chromium.js'
import { buildInMemory, writeFolder } from './lib/archives.js'
import { percentile, reutersReleases } from './lib/collections.js'
import { queryClasses } from './lib/query-classes.js'
import { dependentSteps, type Exchange, openWire, type Wire } from './lib/wire.js'

/** A line on which a step can be told from the next: every answer takes as long. */
const STEPS_LINE = { latency: 100, bandwidth: Number.POSITIVE_INFINITY }
/** A slow telephone, as the issue of first visits knows it. */
const SLOW_LINE = { latency: 150, bandwidth: 1.6e6 }
const FAST_LINE = { latency: 0, bandwidth: Number.POSITIVE_INFINITY }
/** Visits on the slow line; bytes and steps take all queries. */
const SLOW_VISITS = 12
const TYPED = 'interest r'

/** Pages as a site would have them; each says when its answer stands there. */
const SCRIPTS = {
  datelines: `import { openArchive, highlight } from './datelines/browser-search.js'
const asked = new URLSearchParams(location.search)
const facets = asked.has('facets') ? ['year', 'country'] : []
const opening = openArchive('archive/')
globalThis.ask = async (query) => {
  const archive = await opening
  const page = await archive.search(query, { facets })
  document.querySelector('main').innerHTML = page.hits.map((hit) => '<h2>' + highlight(hit.titleSnippet) + '</h2><p>' + highlight(hit.snippet) + '</p>').join('')
  return page.total
}
globalThis.type = async (text) => (await (await opening).suggest(text)).length
if (asked.has('q')) {
  globalThis.total = await ask(asked.get('q'))
  globalThis.done = performance.now()
}
else globalThis.done = 0`,
  pagefind: `const pagefind = await import('./pagefind/pagefind.js')
const asked = new URLSearchParams(location.search)
globalThis.ask = async (query) => {
  const { results } = await pagefind.search(query)
  const rows = await Promise.all(results.slice(0, 10).map((result) => result.data()))
  document.querySelector('main').innerHTML = rows.map((row) => '<h2>' + row.meta.title + '</h2><p>' + row.excerpt + '</p>').join('')
  return results.length
}
globalThis.total = await ask(asked.get('q'))
globalThis.done = performance.now()`,
}

/** What each page says that it will load, as its documentation has it or as it can be known. */
const HINTS: Record<string, string> = {
  datelines:
    '<link rel="modulepreload" href="datelines/browser-search.js"><link rel="preload" href="archive/root.dl" as="fetch" crossorigin>',
  pagefind: '<link rel="modulepreload" href="pagefind/pagefind.js">',
}

export async function run(): Promise<void> {
  const releases = reutersReleases()
  if (releases === null || !hasBrowser) return
  if (!existsSync('dist/browser.js')) return console.log('skipped: no dist (npm run build makes it)')
  const folder = mkdtempSync(join(tmpdir(), 'datelines-http-'))
  await writeSite(releases, folder)
  const hasPeer = await writePagefind(releases, folder)
  // The host lists its files when it starts.
  const wire = await openWire(folder)
  const browser = await launch()
  try {
    console.log(
      `corpus: Reuters-21578, ${releases.length} stories; Chromium ${browser.version()}; bytes of bodies as sent, code in brotli`,
    )
    const all = queryClasses(releases)
      .find(({ name }) => name === '2 words, all')!
      .queries.map(({ words }) => words.join(' '))
    const queries = all.slice(0, Number(process.env.QUERIES ?? all.length))
    await measureSite({ browser, wire, queries }, hasPeer)
  } finally {
    await browser.close()
    await wire.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Bench {
  browser: Browser
  wire: Wire
  queries: readonly string[]
}

async function measureSite(bench: Bench, hasPeer: boolean): Promise<void> {
  const engines = hasPeer ? ['datelines', 'pagefind'] : ['datelines']
  bench.wire.line = STEPS_LINE
  for (const engine of engines) {
    const visits = await visitAll(bench, engine)
    row(`${engine}: first answer`, visits)
  }
  row('datelines: with year and country counts', await visitAll(bench, 'datelines', { facets: '' }))
  bench.wire.line = FAST_LINE
  await furtherQueries(bench)
  bench.wire.hasRanges = false
  row('datelines: host without Range', await visitAll(bench, 'datelines'))
  bench.wire.hasRanges = true
  await typing(bench)
  bench.wire.line = SLOW_LINE
  const slow = new Map<string, number>()
  for (const engine of engines) {
    const visits = await visitAll({ ...bench, queries: bench.queries.slice(0, SLOW_VISITS) }, engine)
    const times = visits.map(({ milliseconds }) => milliseconds)
    slow.set(engine, percentile(times, 0.5))
    console.log(
      `${`${engine}: 150 ms, 1.6 Mbit/s`.padEnd(42)} first answer ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
    )
  }
  bench.wire.line = FAST_LINE
  await longTasks(bench)
}

interface Visit {
  exchanges: Exchange[]
  milliseconds: number
  total: number
}

/** A visit with nothing cached. */
async function visit({ browser, wire }: Bench, engine: string, params: Record<string, string>): Promise<Visit> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    wire.exchanges.length = 0
    await page.goto(`${wire.url}/${engine}.html?${new URLSearchParams(params)}`)
    await page.waitForFunction('globalThis.done !== undefined')
    const milliseconds = (await page.evaluate('globalThis.done')) as number
    const total = (await page.evaluate('globalThis.total')) as number
    const exchanges = wire.exchanges.filter(({ path }) => !path.endsWith('favicon.ico'))
    return { exchanges: await asThePageSawThem(page, exchanges), milliseconds, total }
  } finally {
    await context.close()
  }
}

/**
 * Exchanges with the page's own times where it knows of every request (of those in a worker it does not): a request then starts when it is
 * made, and not when one of the six connections to a host is free, which would look like one more step.
 */
async function asThePageSawThem(page: Page, exchanges: readonly Exchange[]): Promise<Exchange[]> {
  const made = await page.evaluate(() =>
    (performance.getEntries() as PerformanceResourceTiming[])
      .filter(({ entryType }) => entryType === 'resource' || entryType === 'navigation')
      .map(({ name, startTime, responseEnd }) => ({
        path: new URL(name).pathname,
        start: startTime,
        end: responseEnd,
      })),
  )
  const unknown = [...made]
  const seen = exchanges.map((exchange) => {
    const index = unknown.findIndex(({ path }) => path === exchange.path)
    return index < 0 ? undefined : { ...exchange, ...unknown.splice(index, 1)[0] }
  })
  return seen.every((each) => each !== undefined) ? seen : [...exchanges]
}

async function visitAll(bench: Bench, engine: string, params: Record<string, string> = {}): Promise<Visit[]> {
  const visits: Visit[] = []
  for (const q of bench.queries) visits.push(await visit(bench, engine, { q, ...params }))
  return visits
}

const sum = (exchanges: readonly Exchange[]): number => exchanges.reduce((total, { bytes }) => total + bytes, 0)
const isData = ({ path }: Exchange): boolean => !/\.(?:html|js)$/.test(path)
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

function row(name: string, visits: readonly Visit[]): void {
  const of = (measure: (visit: Visit) => number, share: number): number => percentile(visits.map(measure), share)
  const bytes = ({ exchanges }: Visit): number => sum(exchanges)
  const steps = ({ exchanges }: Visit): number => dependentSteps(exchanges.filter(isData))
  const code = ({ exchanges }: Visit): number => sum(exchanges.filter((each) => !isData(each)))
  const requests = ({ exchanges }: Visit): number => exchanges.length
  console.log(
    `${name.padEnd(42)} ${kilobytes(of(bytes, 0.5))}, p95 ${kilobytes(of(bytes, 0.95))} (code ${kilobytes(of(code, 0.5))}); ${of(requests, 0.5)} requests; data steps ${of(steps, 0.5)}, most ${of(steps, 1)}`,
  )
}

/** What each further query reads in a page that has answered others. */
async function furtherQueries({ browser, wire, queries }: Bench): Promise<void> {
  const page = await openedPage(browser, wire)
  const bytes: number[] = []
  for (const query of queries) {
    wire.exchanges.length = 0
    await ask(page, query)
    bytes.push(sum(wire.exchanges))
  }
  console.log(
    `${'datelines: each further query'.padEnd(42)} ${kilobytes(percentile(bytes.slice(1), 0.5))}, p95 ${kilobytes(percentile(bytes.slice(1), 0.95))}`,
  )
  await page.context().close()
}

/** Ten keys, suggestions for each, then the answer; code included. */
async function typing({ browser, wire }: Bench): Promise<void> {
  wire.exchanges.length = 0
  const page = await openedPage(browser, wire)
  for (let length = 1; length <= TYPED.length; length++) {
    await page.evaluate(
      (text) => (globalThis as unknown as { type(text: string): unknown }).type(text),
      TYPED.slice(0, length),
    )
  }
  const suggestions = sum(wire.exchanges)
  await ask(page, 'interest rates')
  console.log(
    `${'datelines: ten keys with suggestions'.padEnd(42)} ${kilobytes(suggestions)}, with the answer ${kilobytes(sum(wire.exchanges))}`,
  )
  await page.context().close()
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of the processor. */
  tdur?: number
  args?: { name?: string }
}

/**
 * The longest that the page was busy at a time, if its processor were four times slower. Of each task the processor's time is taken,
 * since what the clock says of a throttled page is as much about what else this machine does.
 */
async function longTasks({ browser, wire, queries }: Bench): Promise<void> {
  const page = await openedPage(browser, wire)
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const traced = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] } })
  for (const query of queries) await ask(page, query)
  await session.send('Tracing.end')
  await traced
  const isMain = ({ name, args }: TraceEvent): boolean => name === 'thread_name' && args?.name === 'CrRendererMain'
  const threads = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && threads.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => (4 * tdur) / 1000)
  console.log(
    `${'datelines: tasks over 50 ms, 4x slower'.padEnd(42)} ${tasks.filter((each) => each > 50).length} in ${queries.length} queries, longest ${Math.max(...tasks).toFixed(0)} ms`,
  )
  await page.context().close()
}

async function openedPage(browser: Browser, wire: Wire): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${wire.url}/datelines.html`)
  await page.waitForFunction('globalThis.done !== undefined')
  return page
}

async function ask(page: Page, query: string): Promise<void> {
  await page.evaluate((text) => (globalThis as unknown as { ask(text: string): unknown }).ask(text), query)
}

/** A site as its owner would make it: the archive, the browser files, a page with a script of its own. */
async function writeSite(releases: readonly Release[], folder: string): Promise<void> {
  const { files } = await buildInMemory(releases)
  const bytes = writeFolder(files, join(folder, 'archive'))
  const sizes = [...files].map(([name, content]) => ({ name, size: content.length }))
  const root = sizes.find(({ name }) => name === 'root.dl')!.size
  console.log(
    `archive: ${files.size} files, ${kilobytes(bytes)}, largest ${kilobytes(Math.max(...sizes.map(({ size }) => size)))}, root ${kilobytes(root)}`,
  )
  for (const [name, script] of Object.entries(SCRIPTS)) {
    writeFileSync(join(folder, `${name}.js`), script)
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,">${HINTS[name]}<main></main><script type="module" src="${name}.js"></script>`,
    )
  }
  mkdirSync(join(folder, 'datelines'))
  for (const name of readdirSync('dist').filter((each) => /^browser.*\.js$/.test(each))) {
    writeFileSync(join(folder, 'datelines', name), readFileSync(join('dist', name)))
  }
  compressCode(folder)
}

/** Copies in brotli beside all code, as hosts send it. */
function compressCode(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name)
    if (!/\.(?:js|css|html|json)$/.test(name) || !statSync(path).isFile()) continue
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)))
  }
}

/** Pagefind's bundle of the same stories, kept from one run to the next; false when it is not installed. */
async function writePagefind(releases: readonly Release[], folder: string): Promise<boolean> {
  const description = 'bench/node_modules/pagefind/package.json'
  if (!existsSync(description)) {
    console.log('skipped: Pagefind (npm ci --prefix bench installs it)')
    return false
  }
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string }
  const kept = `bench/.tmp/pagefind-${version}`
  if (!existsSync(kept)) await buildPagefind(releases, kept)
  cpSync(kept, join(folder, 'pagefind'), { recursive: true })
  const files = (readdirSync(kept, { recursive: true }) as string[])
    .map((name) => statSync(join(kept, name)))
    .filter((each) => each.isFile())
  console.log(
    `Pagefind ${version}: ${files.length} files, ${kilobytes(files.reduce((total, { size }) => total + size, 0))}`,
  )
  compressCode(join(folder, 'pagefind'))
  return true
}

async function buildPagefind(releases: readonly Release[], folder: string): Promise<void> {
  const { createIndex, close } = await import('pagefind')
  const { index, errors } = await createIndex({})
  if (index === undefined) throw new Error(errors.join('; '))
  for (const { id, title, body, date, countries = [] } of releases) {
    await index.addCustomRecord({
      url: `/${id}`,
      content: `${title}\n${body}`,
      language: 'en',
      meta: { title, date: date ?? '' },
      filters: { country: countries, year: date === undefined ? [] : [date.slice(0, 4)] },
    })
  }
  await index.writeFiles({ outputPath: folder })
  await close()
}
