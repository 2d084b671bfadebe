/** Does the engine answer as the oracle does, for thousands of queries over a collection made to try it? */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { RANKING } from '../../src/query/bm25.js'
import type { SearchOptions } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { Oracle } from './brute-force.js'
import { compareSearch } from './compare.js'
import { type Collection, generateCollection } from './generate.js'
import { QueryMaker, ROUNDS } from './queries.js'

const RELEASES = 550

let collection: Collection
let archive: Archive
let oracle: Oracle

beforeAll(async () => {
  collection = generateCollection(20, RELEASES)
  oracle = new Oracle(
    collection.releases.map(({ document }) => document),
    RANKING,
  )
  archive = await archiveOf(collection.releases.map(({ release }) => release))
})

/** Where in the result to look. */
function page(random: Random, total: number): SearchOptions {
  return random.choose<SearchOptions>([
    [6, () => ({})],
    [2, () => ({ limit: 20, offset: random.below(40) })],
    [1, () => ({ limit: 0 })],
    [1, () => ({ limit: 5, offset: Math.max(0, total - 3) })],
    [0.4, () => ({ limit: 1000 })],
  ])
}

describe('the generated collection', () => {
  it('has lists that end on the borders of blocks', async () => {
    for (const [size, word] of collection.borderWords) {
      expect((await archive.search(word, { fields: ['body'], limit: 0 })).total).toBe(size)
    }
  })

  it('is made of words that analysis leaves as they are', async () => {
    const text = [
      ...collection.words,
      ...collection.borderWords.values(),
      ...collection.absentWords,
      ...collection.numbers,
    ]
    for (const language of ['en', 'fr', 'es', 'und']) {
      const terms = await archive.analyse(text.join(' ; '), { language })
      expect(terms.map(({ term }) => term)).toEqual(text)
      expect(terms.filter(({ stopword }) => stopword)).toEqual([])
    }
  })
})

describe('search', () => {
  it.each(Array.from({ length: 16 * ROUNDS }, (_, seed) => seed))('trees, round %d', async (seed) => {
    const random = new Random(1000 + seed)
    const maker = new QueryMaker(random, collection)
    for (let i = 0; i < 300; i++) {
      const tree = maker.tree()
      await compareSearch(archive, oracle, {
        query: tree,
        tree,
        options: { ...maker.options(), ...page(random, 100) },
      })
    }
  })

  it('in one language: words are read as that language has them', async () => {
    const random = new Random(88)
    const maker = new QueryMaker(random, collection, false)
    for (let i = 0; i < 150; i++) {
      const tree = maker.tree()
      const language = random.pick(['en', 'fr', 'es'])
      await compareSearch(archive, oracle, { query: tree, tree, options: { ...maker.options(), language } })
    }
  })

  it('nothing asked: everything, newest first', async () => {
    for (const query of ['', '   ', { all: true } as const, { and: [] }]) {
      for (const sort of ['newest', 'oldest', 'relevance'] as const) {
        await compareSearch(archive, oracle, {
          query,
          tree: { all: true },
          options: {
            sort,
            limit: 1000,
            facets: ['year', 'month', 'date', 'country', 'topic'],
          },
        })
      }
    }
  })
})

describe('export', () => {
  it('gives every hit in the order of the pages', async () => {
    const random = new Random(31)
    const maker = new QueryMaker(random, collection)
    for (let i = 0; i < 60; i++) {
      const tree = maker.tree()
      const { facets, ...options } = maker.options()
      const expected = oracle.search(tree, options)
      const ids: string[] = []
      for await (const hit of archive.all(tree, options)) ids.push(hit.id)
      expect(ids.length).toBe(expected.total)
      const page = await archive.search(tree, {
        ...options,
        limit: 1000,
        snippet: false,
      })
      expect(ids).toEqual(page.hits.map(({ id }) => id))
    }
  })
})
