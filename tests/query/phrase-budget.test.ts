/** Do phrases of frequent words stay bounded, however many there are, and does the answer say so? */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { QueryTree, Release } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { segmentedFiles } from '../helpers/segmented-archive.js'

const RELEASES = 3000
const WORDS = ['kilo', 'lima', 'mike', 'nora', 'oscar', 'papa', 'quebec', 'romeo', 'sierra', 'tango']

/** Ten words in an order of its own. */
const phraseOf = (order: number): string => [...WORDS.slice(order), ...WORDS.slice(0, order)].join(' ')

// Every release has all the words, in one of nine orders: a phrase costs 10 words in 3,000 releases.
const releases = Array.from(
  { length: RELEASES },
  (_, index): Release => ({
    id: `${index}`,
    title: '',
    body: `${phraseOf(index % 9)}.${index % 1000 === 5 ? ' Yankee zulu.' : ''}`,
    language: 'en',
  }),
)
const rare: QueryTree = { phrase: 'yankee zulu' }
const common = (orders: readonly number[]): QueryTree[] => orders.map((order) => ({ phrase: phraseOf(order) }))
const holding = (orders: readonly number[]): number => releases.filter((_, index) => orders.includes(index % 9)).length

describe('phrases', () => {
  let archive: Archive

  beforeAll(async () => {
    archive = await archiveOf(releases)
  })

  it('are all looked for as long as they are few', async () => {
    const page = await archive.search({ or: [...common([3, 1, 4, 0, 5, 2]), ...common([3, 1, 4])] }, { limit: 0 })
    expect([page.total, page.applied.cut]).toEqual([holding([0, 1, 2, 3, 4, 5]), false])
  })

  it('beyond that are looked for rarest first, then in order, and the answer says that it was cut', async () => {
    const page = await archive.search({ or: [...common([8, 7, 6, 5, 4, 3, 2, 1]), rare] }, { limit: 0 })
    const also = releases.filter(({ body }, index) => index % 9 < 3 && body.includes('zulu')).length
    expect([page.total, page.applied.cut]).toEqual([holding([8, 7, 6, 5, 4, 3]) + also, true])
  })

  it('are the same ones in several segments', async () => {
    const steps = [releases.slice(0, 1700), releases.slice(1700)].map((part) => ({ releases: part }))
    const segmented = await openArchive(new MemorySource(await segmentedFiles(steps)))
    const query = { or: common([8, 7, 6, 5, 4, 3, 2, 1]) }
    const pages = [await archive.search(query, { limit: 0 }), await segmented.search(query, { limit: 0 })]
    expect(pages.map(({ total }) => total)).toEqual([holding([8, 7, 6, 5, 4, 3]), holding([8, 7, 6, 5, 4, 3])])
  })

  it('that are left out match nothing, in an AND and under a NOT too', async () => {
    const all = common([0, 1, 2, 3, 4, 5, 6, 7])
    const both = await archive.search({ and: [{ or: all }, all[7]!] }, { limit: 0 })
    expect([both.total, both.applied.cut]).toEqual([0, true])
    const none = await archive.search({ and: [{ term: 'kilo' }, { not: { or: all } }] }, { limit: 0 })
    expect([none.total, none.applied.cut]).toEqual([RELEASES - holding([0, 1, 2, 3, 4, 5]), true])
  })

  it('that are left out are the reason of a miss', async () => {
    const cut = expect.stringMatching(/^it was cut/)
    const all = common([0, 1, 2, 3, 4, 5, 6, 7])
    const alone = await archive.explain({ or: all }, '7')
    expect(alone).toMatchObject({ matched: false, failed: [{ reason: cut }] })
    // Each part alone is within the budget, both together are not.
    const query: QueryTree = { and: [{ or: [...all.slice(0, 6), { term: 'kilo' }] }, all[7]!] }
    expect(await archive.explain(query, '7')).toMatchObject({ matched: false, failed: [{ reason: cut }] })
  })
})
