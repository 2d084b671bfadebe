/** Does the engine read what people type as the oracle has it as a tree, and answer the same? */

import { beforeAll, describe, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { RANKING } from '../../src/query/bm25.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { Oracle } from './brute-force.js'
import { compareSearch } from './compare.js'
import { type Collection, generateCollection } from './generate.js'
import { printQuery } from './print.js'
import { QueryMaker, ROUNDS } from './queries.js'

let collection: Collection
let archive: Archive
let oracle: Oracle

beforeAll(async () => {
  collection = generateCollection(21, 500)
  oracle = new Oracle(
    collection.releases.map(({ document }) => document),
    RANKING,
  )
  archive = await archiveOf(collection.releases.map(({ release }) => release))
})

describe('typed', () => {
  it.each(Array.from({ length: 5 * ROUNDS }, (_, seed) => seed))('queries with operators, round %d', async (seed) => {
    const random = new Random(5000 + seed)
    const maker = new QueryMaker(random, collection)
    for (let done = 0; done < 400; ) {
      const tree = maker.tree()
      const query = printQuery(tree)
      if (query === null) continue
      done++
      await compareSearch(archive, oracle, {
        query,
        tree,
        options: { ...maker.options(), limit: random.pick([10, 10, 0, 40]) },
      })
    }
  })

  it('words as people type them, all of them or any', async () => {
    const random = new Random(77)
    const maker = new QueryMaker(random, collection)
    for (let i = 0; i < 300; i++) {
      const terms = Array.from({ length: random.between(1, 6) }, () => ({
        term: maker.word(),
      }))
      const combineWith = random.pick(['AND', 'OR'] as const)
      const tree = combineWith === 'AND' ? { and: terms } : { or: terms }
      const lastWord = terms.at(-1)!
      const typed = random.chance(0.3) && /^[a-z]{3}/.test(lastWord.term)
      lastWord.term = typed ? lastWord.term.slice(0, random.between(3, lastWord.term.length)) : lastWord.term
      await compareSearch(archive, oracle, {
        query: terms.map(({ term }) => term).join(' '),
        tree,
        options: {
          ...maker.options(),
          combineWith,
          ...(typed ? { prefix: 'last' as const } : {}),
        },
        ...(typed ? { lastWord } : {}),
      })
    }
  })

  it('words with a stop word after them, which is left out while it is being typed', async () => {
    const random = new Random(78)
    const maker = new QueryMaker(random, collection)
    for (let i = 0; i < 60; i++) {
      const terms = Array.from({ length: random.between(1, 4) }, () => ({ term: maker.word() }))
      const combineWith = random.pick(['AND', 'OR'] as const)
      const text = terms.map(({ term }) => term).join(' ')
      await compareSearch(archive, oracle, {
        query: `${text} ${random.pick(['the', 'and', 'with'])}`,
        tree: combineWith === 'AND' ? { and: terms } : { or: terms },
        options: { ...maker.options(), combineWith, prefix: 'last' },
      })
    }
  })
})
