/** Does the engine answer as the oracle does over real text: the sample corpus, in its languages, with its analysis? */

import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ReleaseCollector } from '../../src/build/archive-builder.js'
import { readReleases } from '../../src/ingest/read-releases.js'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { RANKING } from '../../src/query/bm25.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { QueryTree, Release, SearchOptions, Where } from '../../src/types.js'
import { Random } from '../helpers/random.js'
import { Oracle } from './brute-force.js'
import { compareSearch } from './compare.js'
import type { OracleDocument, OracleField } from './documents.js'

const FOLDER = fileURLToPath(new URL('../../corpus/releases', import.meta.url))

let archive: Archive
let oracle: Oracle
let releases: Release[]
/** Words as texts have them, each one token and no stop word in any language of the archive. */
let words: string[][]

beforeAll(async () => {
  const collector = new ReleaseCollector({})
  for await (const item of readReleases({ include: ['**/*'], cwd: FOLDER })) collector.take(item)
  archive = await openArchive(new MemorySource((await collector.toMemory()).files))
  releases = []
  for await (const release of archive.all('', { include: 'release' })) releases.push(release)
  const { analyser } = archive.snapshot
  const field = (text: string, language: string | undefined): OracleField => {
    const tokens: OracleField['tokens'] = []
    const length = analyser.analyse(text, language, (term, _word, position) => {
      tokens.push({ word: `${term.tag} ${term.stem}`, position })
    })
    return { tokens, length }
  }
  const documents = releases.map((release): OracleDocument => {
    const { id, date, title, body, language, countries = [], mentions = [], facets = {} } = release
    return {
      id,
      ...(date === undefined ? {} : { date }),
      facets: new Map([
        ...Object.entries(facets).map(([name, value]) => [name, [value].flat()] as const),
        ['country', countries],
        ['mention', mentions],
        ['language', language === undefined ? [] : [language]],
      ]),
      title: field(title, language),
      body: field(body, language),
      stemmer: '',
    }
  })
  const tokensOf = (word: string) => analyser.analyseQuery(word, { concepts: false }).tokens
  oracle = new Oracle(documents, RANKING, (word) =>
    tokensOf(word)[0]!.variants.map(({ tag, stem }) => `${tag} ${stem}`),
  )
  words = releases.map(({ body }) =>
    (body.match(/(?<![\p{L}\p{M}\p{N}'’.-])\p{L}{2,}(?![\p{L}\p{M}\p{N}'’.-])/gu) ?? []).filter((word) => {
      const tokens = tokensOf(word)
      return tokens.length === 1 && tokens[0]!.kind === 'word' && !tokens[0]!.stopword
    }),
  )
})

describe('the sample corpus', () => {
  it('is of several languages and many years', () => {
    expect(releases.length).toBeGreaterThanOrEqual(80)
    expect(Object.keys(archive.info.languages).length).toBeGreaterThanOrEqual(4)
    expect(words.flat().length).toBeGreaterThan(3000)
  })

  /** Words that stand side by side in a text, as it has them. */
  const phrase = (random: Random): string => {
    for (;;) {
      const { body } = random.pick(releases)
      const runs = body.match(/(?<![\p{L}\p{M}\p{N}'’.-])\p{L}{2,}(?: \p{L}{2,}){1,3}(?![\p{L}\p{M}\p{N}'’.-])/gu)
      if (runs === null) continue
      const run = random.pick(runs)
      const { tokens } = archive.snapshot.analyser.analyseQuery(run, { concepts: false })
      if (tokens.length === run.split(' ').length && tokens.every(({ kind }) => kind === 'word')) return run
    }
  }

  const tree = (random: Random, depth = 0): QueryTree => {
    const word = (): string => random.pick(random.pick(words.filter((list) => list.length > 0)))
    const field = random.chance(0.1) ? { field: random.pick(['title', 'body'] as const) } : {}
    const parts = (): QueryTree[] => Array.from({ length: random.between(2, 4) }, () => tree(random, depth + 1))
    return random.choose<QueryTree>([
      [4, () => ({ term: word(), ...field })],
      [2, () => ({ phrase: phrase(random), ...(random.chance(0.3) ? { slop: random.between(1, 4) } : {}), ...field })],
      [depth < 2 ? 2 : 0, () => ({ and: parts() })],
      [depth < 2 ? 2 : 0, () => ({ or: parts() })],
      [depth > 0 ? 0.6 : 0.1, () => ({ not: tree(random, depth + 1) })],
      [0.3, () => ({ where: where(random) })],
    ])
  }

  const where = (random: Random): Where => {
    const { countries = ['IT'], mentions = ['US'], language = 'en', date = '2011' } = random.pick(releases)
    const [earlier, later] = [date, random.pick(['2011-06', '2015', '2020-02-29'])].sort() as [string, string]
    return random.pick<Where>([
      { country: countries },
      { mention: { all: mentions.slice(0, 2) } },
      { language },
      { language: { none: ['en'] } },
      { year: Number(date.slice(0, 4)) },
      { date: { from: earlier, to: later } },
      { country: null },
      { year: null },
    ])
  }

  it.each(Array.from({ length: 6 }, (_, seed) => seed))('answers as the oracle says, round %d', async (seed) => {
    const random = new Random(900 + seed)
    for (let i = 0; i < 200; i++) {
      const query = tree(random)
      const options: SearchOptions = {
        concepts: false,
        limit: random.pick([10, 10, 200]),
        facets: random.sample(['year', 'month', 'date', 'country', 'mention', 'language'], 2),
        ...(random.chance(0.4) ? { where: where(random) } : {}),
        ...(random.chance(0.3) ? { sort: random.pick(['newest', 'oldest'] as const) } : {}),
        ...(random.chance(0.1) ? { fields: ['body'] as const } : {}),
      }
      await compareSearch(archive, oracle, { query, tree: query, options })
    }
  })

  it('finds each release by words of its own text', async () => {
    const random = new Random(17)
    for (const [index, release] of releases.entries()) {
      const own = words[index]!
      if (own.length < 4) continue
      const query = { and: Array.from({ length: 4 }, () => ({ term: random.pick(own) })) }
      const { hits } = await archive.search(query, { limit: 1000, snippet: false })
      expect(hits.map(({ id }) => id)).toContain(release.id)
    }
  })
})
