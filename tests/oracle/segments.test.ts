/** Does an archive of several segments, with releases removed and replaced, answer as one of the releases that are left? */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { RANKING } from '../../src/query/bm25.js'
import { MemorySource } from '../../src/source/memory-source.js'
import { Random } from '../helpers/random.js'
import { segmentedFiles } from '../helpers/segmented-archive.js'
import { Oracle } from './brute-force.js'
import { compareSearch } from './compare.js'
import { type Collection, generateCollection } from './generate.js'
import { QueryMaker, ROUNDS } from './queries.js'

let collection: Collection
let archive: Archive
let oracle: Oracle

beforeAll(async () => {
  const random = new Random(6)
  const generated = generateCollection(61, 600)
  const ids = generated.releases.map(({ document }) => document.id)
  // The first segment loses releases to the second and third; some are replaced by other texts under their id.
  const third = generated.releases.slice(450)
  const second = generated.releases.slice(250, 450)
  const first = generated.releases.slice(0, 250)
  const replaced = random.sample(first, 30).map(({ document }) => document.id)
  const removedBySecond = random.sample(ids.slice(0, 250), 40)
  const removedByThird = random.sample(ids.slice(0, 450), 60)
  const changed = generateCollection(62, 30).releases.map(({ release, document }, index) => {
    const id = replaced[index]!
    return { release: { ...release, id }, document: { ...document, id } }
  })
  const files = await segmentedFiles([
    { releases: first.map(({ release }) => release) },
    { releases: [...second, ...changed].map(({ release }) => release), removed: removedBySecond },
    { releases: third.map(({ release }) => release), removed: [...removedByThird, 'no such id'] },
  ])
  archive = await openArchive(new MemorySource(files))
  const live = new Map(first.map((each) => [each.document.id, each]))
  for (const id of removedBySecond) live.delete(id)
  for (const each of [...second, ...changed]) live.set(each.document.id, each)
  for (const id of removedByThird) live.delete(id)
  for (const each of third) live.set(each.document.id, each)
  collection = { ...generated, releases: [...live.values()] }
  oracle = new Oracle(
    collection.releases.map(({ document }) => document),
    RANKING,
  )
})

describe('an archive of three segments', () => {
  it('counts only what is left', () => {
    expect(archive.info.releases).toBe(collection.releases.length)
    expect(archive.info.segments).toBe(3)
    expect(archive.info.undated).toBe(collection.releases.filter(({ document }) => document.date === undefined).length)
    const languages = new Map<string, number>()
    for (const { release } of collection.releases) {
      if (release.language) languages.set(release.language, (languages.get(release.language) ?? 0) + 1)
    }
    expect(archive.info.languages).toEqual(Object.fromEntries(languages))
  })

  it('shows everything that is left, in order', async () => {
    for (const sort of ['newest', 'oldest'] as const) {
      const options = { sort, limit: 1000, facets: ['year', 'month', 'date', 'country', 'topic', 'office', 'language'] }
      await compareSearch(archive, oracle, { query: '', tree: { all: true }, options })
    }
  })

  it.each(Array.from({ length: 6 * ROUNDS }, (_, seed) => seed))('answers as one would, round %d', async (seed) => {
    const random = new Random(300 + seed)
    const maker = new QueryMaker(random, collection)
    for (let i = 0; i < 300; i++) {
      const tree = maker.tree()
      const page = random.pick([{}, {}, { limit: 30, offset: random.below(50) }, { limit: 0 }])
      await compareSearch(archive, oracle, { query: tree, tree, options: { ...maker.options(), ...page } })
    }
  })

  it('gives the newest text of an id', async () => {
    for (const { release } of collection.releases) expect(await archive.get(release.id)).toEqual(release)
  })

  it('no longer knows what was removed', async () => {
    const left = new Set(collection.releases.map(({ document }) => document.id))
    for (const { document } of generateCollection(61, 600).releases) {
      if (!left.has(document.id)) expect(await archive.get(document.id)).toBeUndefined()
    }
  })
})
