/** How little is read? Opening, one word, a count, a row: in files, bytes and steps of waiting. */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive, OpenOptions } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import { CountingSource } from '../helpers/counting-source.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { type Collection, generateCollection } from '../oracle/generate.js'

let collection: Collection
let files: Map<string, Uint8Array>

beforeAll(async () => {
  collection = generateCollection(9, 900)
  files = await archiveFiles(collection.releases.map(({ release }) => release))
})

async function open(options: OpenOptions = {}): Promise<{ archive: Archive; source: CountingSource }> {
  const source = new CountingSource(new MemorySource(files))
  const archive = await openArchive(source, options)
  return { archive, source }
}

const only = (names: readonly string[], pattern: RegExp): boolean => names.every((name) => pattern.test(name))

describe('reading', () => {
  it('opens from the root alone, which is small', async () => {
    const { source, archive } = await open()
    const { files: names, byteLength } = source.take()
    expect(names).toEqual(['root.dl'])
    const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
    expect(byteLength).toBeLessThan(total / 20)
    expect(archive.info.releases).toBe(900)
    expect(source.take().files).toEqual([])
  })

  it('counts a word from one pack, in one step', async () => {
    const { source, archive } = await open()
    source.take()
    await archive.search(collection.words[5]!, { limit: 0 })
    const { files: names, byteLength, steps } = source.take()
    expect(names.length).toBe(1)
    expect(names[0]).toMatch(/^terms-/)
    expect(steps).toBe(1)
    expect(byteLength).toBeLessThan(64 * 1024)
  })

  it('completes a word after others from its third letter on, and reads nothing for it before', async () => {
    const { source, archive } = await open()
    source.take()
    const [release] = collection.releases.filter(({ release: { body } }) => /\p{L}{4} \p{L}{4}/u.test(body))
    const [, first, second] = /(\p{L}{4,}) (\p{L}{4,})/u.exec(release!.release.body)!
    expect(await archive.suggest(`${first} ${second!.slice(0, 2)}`)).toEqual([])
    expect(source.take().files).toEqual([])
    const phrases = (await archive.suggest(`${first} ${second!.slice(0, 4)}`, { limit: 50 })).map(({ text }) => text)
    expect(phrases.map((text) => text.toLowerCase())).toContain(`${first} ${second}`.toLowerCase())
  })

  it('counts years without reading anything more, a country from its column beside the words', async () => {
    const { source, archive } = await open()
    source.take()
    const where = { year: { from: 2004, to: 2011 } }
    await archive.search(collection.words[5]!, { limit: 0, facets: ['year', 'month'], where })
    expect(source.take().files.length).toBe(1)
    await archive.search(collection.words[5]!, { limit: 0, facets: ['year', 'country'], where: { country: 'MO' } })
    const { files: names, steps } = source.take()
    expect(names).toEqual([expect.stringMatching(/^facet-/)])
    expect(steps).toBe(1)
  })

  it('reads positions only for phrases, together with their words', async () => {
    const { source, archive } = await open()
    source.take()
    const [a, b] = collection.words as [string, string]
    await archive.search(`"${a} ${b}"`, { limit: 0 })
    const { files: names, steps } = source.take()
    expect(names.length).toBeLessThanOrEqual(4)
    expect(only(names, /^(terms|positions)-/)).toBe(true)
    expect(names.some((name) => name.startsWith('positions'))).toBe(true)
    expect(steps).toBe(1)
  })

  it('shows ten rows from the texts alone, in one step after the words', async () => {
    const { source, archive } = await open()
    source.take()
    await archive.search(collection.words[5]!, { limit: 10 })
    const { files: names, steps } = source.take()
    expect(only(names, /^(terms|texts|text-directory|text-dictionary)-/)).toBe(true)
    expect(steps).toBe(2)
    await archive.search(collection.words[5]!, { limit: 10 })
    expect(source.take().files).toEqual([])
  })

  it('lists the newest without reading postings or dates', async () => {
    const { source, archive } = await open()
    source.take()
    await archive.search('', { limit: 5 })
    expect(only(source.take().files, /^text/)).toBe(true)
  })

  it('reads a prefix in one step more', async () => {
    const { source, archive } = await open()
    source.take()
    await archive.search(`${collection.words[5]!.slice(0, 4)}*`, { limit: 0 })
    const { files: names, steps } = source.take()
    expect(only(names, /^(words|terms)-/)).toBe(true)
    expect(steps).toBe(2)
  })

  it('finds an id in its pack and the text it names', async () => {
    const { source, archive } = await open()
    source.take()
    await archive.get(collection.releases[17]!.document.id)
    const { files: names } = source.take()
    expect(only(names, /^(ids|text)/)).toBe(true)
    expect(await archive.get('no such id')).toBeUndefined()
  })

  it('reads for an unknown word no more than for a known one', async () => {
    const { source, archive } = await open()
    source.take()
    const page = await archive.search(collection.absentWords[0]!, { limit: 0, facets: ['year'] })
    expect(page.total).toBe(0)
    expect(source.take().files.filter((name) => !name.startsWith('words')).length).toBe(1)
  })

  it('waits for nothing once everything is loaded', async () => {
    const { source, archive } = await open({ eager: true })
    source.take()
    for (const query of [collection.words[0]!, `"${collection.words[0]} ${collection.words[1]}"`, 'ka*', 'kabok~2']) {
      await archive.search(query, { limit: 0, facets: ['year', 'date', 'country', 'topic'], sort: 'oldest' })
    }
    expect(source.take().files).toEqual([])
  })

  it('gives the same answers with hardly any memory', async () => {
    const { source, archive } = await open({ cacheBytes: 1 })
    const rich = await open()
    for (let i = 0; i < 20; i++) {
      const query = `${collection.words[i]} ${collection.words[i + 1]}`
      const options = { facets: ['country', 'date'], sort: 'oldest' } as const
      const { ms: _a, ...poor } = await archive.search(query, options)
      const { ms: _b, ...full } = await rich.archive.search(query, options)
      expect(poor).toEqual(full)
    }
    expect(source.reads.length).toBeGreaterThan(rich.source.reads.length)
  })

  it('shares reads that are under way', async () => {
    const { source, archive } = await open()
    source.take()
    const word = collection.words[5]!
    const pages = await Promise.all([1, 2, 3, 4].map(() => archive.search(word, { limit: 0, facets: ['country'] })))
    expect(source.take().files.length).toBe(2)
    for (const page of pages) expect({ ...page, ms: 0 }).toEqual({ ...pages[0], ms: 0 })
  })

  it('closes the source', async () => {
    const { source, archive } = await open()
    await archive.close()
    expect(source.closed).toBe(true)
  })
})
