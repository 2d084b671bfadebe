/** Are near-duplicates shown once? Copies that are known, against a plain reading: the best of each cluster, and how many there are. */

import { beforeAll, describe, expect, it } from 'vitest'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import type { Release, SearchOptions, Where } from '../../src/types.js'
import { add, build } from '../growth/changes-by-hand.js'
import { temporaryFolders } from '../growth/folders.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { ROUNDS } from './queries.js'
import { makeWords } from './vocabulary.js'

const newFolder = temporaryFolders()
const WORDS = makeWords(92, 400)
const clusterOf = new Map<string, number>()
let archives: readonly Archive[]

beforeAll(async () => {
  const random = new Random(3)
  const releases: Release[] = []
  for (let cluster = 0; cluster < 100; cluster++) {
    const body = Array.from({ length: 120 }, () => WORDS[Math.floor(400 * random.next() ** 2)]!).join(' ')
    for (let copy = random.pick([1, 1, 1, 2, 3, 6]); copy > 0; copy--) {
      const id = `r${releases.length}`
      clusterOf.set(id, cluster)
      const date = `20${String(random.between(10, 22))}-0${random.between(1, 9)}`
      releases.push({ id, title: '', body, date, language: 'en', countries: [random.pick(['MO', 'IT', 'CN'])] })
    }
  }
  const shuffled = random.shuffle(releases)
  archives = [await archiveOf(shuffled), await grownArchive(shuffled)]
})

/** The same in three segments; some copies are removed by the second, and come again with the third. */
async function grownArchive(releases: readonly Release[]): Promise<Archive> {
  const folder = newFolder()
  const third = releases.slice(-6)
  await build(folder, [...releases.slice(0, -46), ...third.slice(0, 4)])
  await add(folder, releases.slice(-46, -6))
  await removeFromArchive(
    folder,
    third.slice(0, 4).map(({ id }) => id),
  )
  await add(folder, third)
  return openArchive(folder)
}

it('are in one segment and in several', () => {
  expect(archives.map(({ info }) => info.segments)).toEqual([1, 3])
})

describe.each([0, 1])('folded results, archive %d', (index) => {
  it('show the first of each cluster, with its copies, in pages that join', async () => {
    const archive = archives[index]!
    const random = new Random(8)
    for (let i = 0; i < 200 * ROUNDS; i++) {
      const word = (): string => WORDS[Math.floor(400 * random.next() ** 2)]!
      const query = random.pick([word(), `${word()} ${word()}`, `${word()} OR ${word()}`, `-${word()}`, ''])
      const options: SearchOptions = {
        snippet: false,
        ...(random.chance(0.4) ? { sort: random.pick(['newest', 'oldest'] as const) } : {}),
        ...(random.chance(0.4)
          ? { where: random.pick<Where>([{ country: 'MO' }, { year: { from: 2014, to: 2018 } }]) }
          : {}),
      }
      const whole = await archive.search(query, { ...options, limit: 1000 })
      const clusters = new Map<number, string[]>()
      for (const { id } of whole.hits) {
        const members = clusters.get(clusterOf.get(id)!)
        if (members) members.push(id)
        else clusters.set(clusterOf.get(id)!, [id])
      }
      const expected = [...clusters.values()].map((ids) => [ids[0], ids.length > 1 ? ids.length : undefined])
      const offset = random.pick([0, 0, 3, 20])
      const page = await archive.search(query, { ...options, fold: true, offset, limit: 7 })
      expect([query, page.total, page.groups]).toEqual([query, whole.total, clusters.size])
      expect(page.hits.map(({ id, copies }) => [id, copies])).toEqual(expected.slice(offset, offset + 7))
      const ids: string[] = []
      for await (const { id } of archive.all(query, { ...options, fold: true })) ids.push(id)
      expect(ids).toEqual(expected.map(([id]) => id))
    }
  })
})
