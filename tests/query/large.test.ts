/** Are rows and ids still found where tables are cut: many packs of ids, a directory of texts with several leaves? */

import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'
import { CountingSource } from '../helpers/counting-source.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'

const dateOf = (index: number): string => new Date(Date.UTC(1995, 0, 1 + (index % 9000))).toISOString().slice(0, 10)

describe('14,000 small releases', async () => {
  const releases = Array.from(
    { length: 14_000 },
    (_, index): Release => ({
      id: `${(index * 7919) % 14_000}-${index % 13}`,
      title: `Note ${index}`,
      body: `boats ${index % 128 === 0 ? 'rare' : 'port'} ${index % 7}`,
      date: dateOf(index),
      url: `https://example.org/${index % 9000}`,
      countries: [['MO', 'TH', 'IT'][index % 3]!],
    }),
  )
  const files = await archiveFiles(releases)
  const source = new CountingSource(new MemorySource(files))
  const archive = await openArchive(source)

  it('are all found by their ids', async () => {
    const random = new Random(1)
    const ids = releases.map(({ id }) => id).sort()
    const around = [0, 5999, 6000, 6001, 11_999, 12_000, 13_999].map((index) => ids[index]!)
    for (const id of [...around, ...random.sample(ids, 200)]) expect((await archive.get(id))?.id).toBe(id)
    for (const id of ['', '0', '14000-0', 'zzz', `${ids[6000]}x`]) expect(await archive.get(id)).toBeUndefined()
  })

  it('are found by their addresses', async () => {
    const random = new Random(2)
    for (const { url } of random.sample(releases, 100)) expect((await archive.getByUrl(url!))?.url).toBe(url)
  })

  it('read one pack of ids for an id', async () => {
    const fresh = await openArchive(source)
    source.take()
    await fresh.get(releases[777]!.id)
    expect(source.take().files.filter((file) => file.startsWith('ids')).length).toBe(1)
  })

  it('are counted and shown to the last', async () => {
    const page = await archive.search('rare', {
      facets: ['country', 'year'],
      limit: 1000,
      sort: 'oldest',
      snippet: false,
    })
    const expected = releases.filter(({ body }) => body.includes('rare'))
    expect(page.total).toBe(expected.length)
    expect(page.hits.map(({ date }) => date)).toEqual(expected.map(({ date }) => date).sort())
    const last = await archive.search('boats', { offset: 13_995, limit: 10, sort: 'newest', snippet: false })
    expect(last.hits.map(({ date }) => date)).toEqual([
      '1995-01-03',
      '1995-01-02',
      '1995-01-02',
      '1995-01-01',
      '1995-01-01',
    ])
  })
})

describe('a directory of texts with several leaves', async () => {
  // Each text fills a block of its own; over 7,372 blocks a leaf describes 1,024, so that one ends between 4,095 and 4,096.
  const count = 7500
  const releases = Array.from(
    { length: count },
    (_, index): Release => ({
      id: `${index}`,
      title: `Long note ${index}`,
      body: `${'x'.repeat(4300)} ${index}`,
      date: dateOf(index),
    }),
  )

  it('finds every text', async () => {
    const source = new CountingSource(new MemorySource(await archiveFiles(releases)))
    const archive = await openArchive(source)
    const random = new Random(3)
    const indexes = [
      0,
      1,
      1023,
      1024,
      4095,
      4096,
      7167,
      7168,
      count - 1,
      ...Array.from({ length: 60 }, () => random.below(count)),
    ]
    for (const index of indexes) expect(await archive.get(`${index}`)).toEqual(releases[index])
    const page = await archive.search('', { sort: 'oldest', offset: 4090, limit: 12, snippet: false })
    expect(page.hits.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `${4090 + index}`))
    expect(source.take().files.filter((file) => file.startsWith('text-directory')).length).toBe(Math.ceil(count / 1024))
  })
})
