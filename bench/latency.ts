/** How long does a query take? By class, top 10 with exact total, side by side with MiniSearch in one run. */

import MiniSearch from 'minisearch'
import type { SearchOptions } from '../src/types.js'
import { openInMemory } from './lib/archives.js'
import { median, reutersReleases } from './lib/collections.js'

const WARM_UP = 20
const SAMPLES = 300

interface QueryClass {
  name: string
  queries: readonly string[]
  options: SearchOptions
  /** The same for MiniSearch; null where it has nothing like it. */
  peer: { prefix?: boolean; fuzzy?: number; combineWith?: 'AND' | 'OR' } | null
}

export async function run(): Promise<void> {
  const releases = reutersReleases()
  if (releases === null) return
  const archive = await openInMemory(releases)
  const peer = new MiniSearch({ fields: ['title', 'body'], storeFields: ['title', 'date', 'countries'] })
  peer.addAll(releases)
  console.log(
    `corpus: Reuters-21578, ${releases.length} stories; everything but the texts resident; rows without snippets; medians and p99 in ms`,
  )
  const titles = releases.filter(({ title }) => title.split(/\s+/).length === 6).slice(0, 200)
  const classes: QueryClass[] = [
    {
      name: 'one common word',
      queries: ['oil', 'bank', 'share', 'market', 'year', 'trade', 'price'],
      options: {},
      peer: {},
    },
    { name: 'one rare word', queries: ['temporao', 'cipec', 'mugabe', 'bahia', 'zaire'], options: {}, peer: {} },
    {
      name: '2 words, any',
      queries: ['oil prices', 'bank japan', 'trade deficit', 'wheat exports', 'interest rates'],
      options: { combineWith: 'OR' },
      peer: {},
    },
    {
      name: '3 words, any',
      queries: ['oil prices opec', 'bank japan dollar', 'trade deficit us', 'wheat exports soviet'],
      options: { combineWith: 'OR' },
      peer: {},
    },
    {
      name: '2 words, all',
      queries: ['oil prices', 'bank japan', 'trade deficit', 'wheat exports'],
      options: {},
      peer: { combineWith: 'AND' },
    },
    {
      name: 'six-word title, any',
      queries: titles.map(({ title }) => title),
      options: { combineWith: 'OR' },
      peer: {},
    },
    {
      name: 'prefix',
      queries: ['pres', 'comp', 'inter', 'agri', 'prod'],
      options: { prefix: true },
      peer: { prefix: true },
    },
    {
      name: 'one-typo word',
      queries: ['refinary', 'comapny', 'ecuadr', 'exprots'],
      options: { fuzzy: 1 },
      peer: { fuzzy: 1 },
    },
    {
      name: 'two-word phrase',
      queries: ['"oil prices"', '"interest rates"', '"trade deficit"', '"central bank"'],
      options: {},
      peer: null,
    },
    {
      name: 'country filter, 2 facets',
      queries: ['oil', 'bank', 'trade'],
      options: { where: { country: 'usa' }, facets: ['year', 'country'] },
      peer: {},
    },
  ]
  for (const { name, queries, options, peer: peerOptions } of classes) {
    const isFiltered = options.where !== undefined
    const mine: number[] = []
    const theirs: number[] = []
    for (let sample = -WARM_UP; sample < SAMPLES; sample++) {
      const query = queries[(sample + WARM_UP) % queries.length]!
      const start = performance.now()
      await archive.search(query, { snippet: false, ...options })
      const between = performance.now()
      if (sample >= 0) mine.push(between - start)
      if (peerOptions === null || sample > SAMPLES / 4) continue
      const again = performance.now()
      if (isFiltered) countWithFilter(peer, query)
      else peer.search(query, peerOptions).slice(0, 10)
      if (sample >= 0) theirs.push(performance.now() - again)
    }
    const p99 = [...mine].sort((a, b) => a - b)[Math.floor(mine.length * 0.99)]!
    const beside =
      theirs.length > 0
        ? `MiniSearch ${median(theirs).toFixed(3)}   ${(median(theirs) / median(mine)).toFixed(1)}x`
        : ''
    console.log(`${name.padEnd(26)} ${median(mine).toFixed(3)} p99 ${p99.toFixed(3)}   ${beside}`)
  }
}

/** What a MiniSearch user writes for a country filter with counts by year and country. */
function countWithFilter(peer: MiniSearch, query: string): void {
  const found = peer.search(query)
  const years = new Map<string, number>()
  const countries = new Map<string, number>()
  let shown = 0
  for (const hit of found) {
    const own = hit.countries as string[]
    for (const country of own) countries.set(country, (countries.get(country) ?? 0) + 1)
    if (!own.includes('usa')) continue
    const year = String(hit.date).slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + 1)
    shown++
  }
  found.slice(0, Math.min(10, shown))
}
