/** Do two searchables give the same answers? Every method, every option, scores to a millionth. */

import { expect } from 'vitest'
import type { Searcher } from '../../src/query/searcher.js'
import type { Explanation, Hit, SearchOptions, SearchPage } from '../../src/types.js'
import { QUERIES } from '../growth/releases.js'
import type { Random } from '../helpers/random.js'

const FACETS = ['year', 'month', 'date', 'country', 'mention', 'language']

const OPTIONS: readonly SearchOptions[] = [
  {},
  { sort: 'newest' },
  { sort: 'oldest', limit: 1000 },
  { limit: 3, offset: 2 },
  { combineWith: 'OR', limit: 1000 },
  { prefix: 'last' },
  { prefix: true, combineWith: 'OR' },
  { fuzzy: 1 },
  { fuzzy: 0.3, combineWith: 'OR' },
  { fuzzy: 'auto' },
  { relax: true },
  { where: { country: ['MO', 'CI'] } },
  { where: { country: { none: ['MO'] } }, facets: { country: { own: 'obey' } } },
  { where: { country: null } },
  { where: { year: { from: 2010, to: 2011 } } },
  { where: { date: { from: '2010-03', to: '2011-02-11' } } },
  { where: { language: 'fr' } },
  { where: { year: null } },
  { fields: ['title'] },
  { fields: ['body'], boost: { body: 2 } },
  { boost: { title: 1 } },
  { concepts: false },
  { fold: true },
  { fold: true, sort: 'newest', limit: 1000 },
  { fold: true, limit: 3, offset: 2 },
  { fold: true, combineWith: 'OR', limit: 1000 },
  { language: 'fr' },
  { snippet: { length: 60 } },
  { snippet: false },
]

/** Words that few or no releases have, and operators beyond those that the growth tests ask for. */
const MORE_QUERIES: readonly string[] = [
  'trafiking',
  'zebre',
  'migr*',
  '17*',
  '1*',
  'shelter~1',
  '"return shelter"~3',
  '"border officials"',
  '"la traite des"',
  'title:"human trafficking"',
  'country:MO border',
  'year:2010..2011 -country:CI camp',
  'date:2010-05 OR zebra',
  '(camp OR office) -"human trafficking"',
  'persons displaced internally',
  'constructor',
  '__proto__ OR visa',
  'new mexico',
  'xylophone',
  'united nations',
  'UN 1,200',
]

/** How a score may differ: sums over segments are added in another order. */
const NEAR = 1e-6

const plainHit = ({ score: _, origin: __, ...hit }: Hit) => hit

function plainPage({ hits, ms: _, ...page }: SearchPage) {
  return { ...page, hits: hits.map(plainHit) }
}

function expectSamePages(a: SearchPage, b: SearchPage, label: string): void {
  expect(plainPage(a), label).toEqual(plainPage(b))
  a.hits.forEach((hit, rank) => {
    expect(Math.abs(hit.score - b.hits[rank]!.score), `${label}: score ${rank}`).toBeLessThan(NEAR)
  })
}

/** An explanation with its numbers cut to what may differ. */
function plainExplanation(explanation: Explanation): unknown {
  return JSON.parse(
    JSON.stringify(explanation, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) + 0 : value)),
  )
}

async function listed<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const row of rows) list.push(row)
  return list
}

/** What is asked of both. */
export interface Asked {
  /** Searches. */
  queries: number
  ids: readonly string[]
  urls: readonly string[]
}

/** Compares answers; `fresh` is an archive built of everything. */
export async function expectSameAnswers(both: Searcher, fresh: Searcher, random: Random, asked: Asked): Promise<void> {
  for (let i = 0; i < asked.queries; i++) {
    const query = random.pick(random.chance(0.6) ? QUERIES : MORE_QUERIES)
    const options = { facets: FACETS, ...random.pick(OPTIONS) }
    const label = JSON.stringify({ query, options })
    expectSamePages(await both.search(query, options), await fresh.search(query, options), label)
  }
  for (const sort of ['newest', 'oldest'] as const) {
    const options: SearchOptions = { fold: true, sort, limit: 1000, snippet: false }
    expectSamePages(await both.search('', options), await fresh.search('', options), `all folded, ${sort}`)
  }
  const query = random.pick(QUERIES)
  const sort = random.pick(['relevance', 'newest', 'oldest'] as const)
  const [hits, freshHits] = [await listed(both.all(query, { sort })), await listed(fresh.all(query, { sort }))]
  expect(hits.map(plainHit), `all ${query}`).toEqual(freshHits.map(plainHit))
  const [folded, freshFolded] = [
    await listed(both.all(query, { fold: true })),
    await listed(fresh.all(query, { fold: true })),
  ]
  expect(folded.map(plainHit), `all folded ${query}`).toEqual(freshFolded.map(plainHit))
  const rows = await listed(both.all(query, { include: 'release' }))
  expect(rows, `all releases ${query}`).toEqual(await listed(fresh.all(query, { include: 'release' })))
  for (const text of ['mi', 'tra', 'human tra', 'fa', '2', '1', 'la tra', 'organi']) {
    expect(await both.suggest(text), text).toEqual(await fresh.suggest(text))
  }
  for (const id of asked.ids) expect(await both.get(id), id).toEqual(await fresh.get(id))
  for (const url of asked.urls) expect(await both.getByUrl(url), url).toEqual(await fresh.getByUrl(url))
  for (const id of random.sample([...asked.ids], 2)) {
    const label = `explain ${query} ${id}`
    const [a, b] = [await both.explain(query, id), await fresh.explain(query, id)]
    expect(plainExplanation(a), label).toEqual(plainExplanation(b))
    expectSamePages(await both.similar(id), await fresh.similar(id), `similar ${id}`)
  }
  expect(await both.analyse('The organisation assisted migrants in Burma')).toEqual(
    await fresh.analyse('The organisation assisted migrants in Burma'),
  )
  const { segments: _, ...about } = fresh.info
  expect(both.info).toMatchObject(about)
}
