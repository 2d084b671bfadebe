/** What does an opened archive do when another one is published in its place? It stays with its own, goes over as a whole, or says so. */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { ByteRange, ReadOptions, Source } from '../../src/source/source.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { segmentedFiles } from '../helpers/segmented-archive.js'
import { type Collection, generateCollection } from '../oracle/generate.js'

/** A place where something else can be published at any time. */
class PublishedSource implements Source {
  readonly description = 'published'
  private current: MemorySource
  /** Called before each read, which waits for it; meanwhile the place may change. */
  beforeRead: (file: string) => void | Promise<void> = () => {}

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.current = new MemorySource(files)
  }

  publish(files: ReadonlyMap<string, Uint8Array>): void {
    this.current = new MemorySource(files)
  }

  async read(file: string, range?: ByteRange, options?: ReadOptions): Promise<Uint8Array> {
    await this.beforeRead(file)
    return this.current.read(file, range, options)
  }

  async close(): Promise<void> {}
}

let collection: Collection
let older: Map<string, Uint8Array>
let newer: Map<string, Uint8Array>
/** The newer archive with the segment of the older one still in place, as a publication leaves it. */
let both: Map<string, Uint8Array>

beforeAll(async () => {
  collection = generateCollection(33, 240)
  const releases = collection.releases.map(({ release }) => release)
  older = await archiveFiles(releases.slice(0, 200))
  newer = await archiveFiles(releases)
  both = new Map([...older, ...newer])
})

const totalOf = { limit: 0 } as const

describe('a newer archive', () => {
  it('is not seen until it is looked for', async () => {
    const source = new PublishedSource(older)
    const archive = await openArchive(source)
    source.publish(both)
    expect((await archive.search('', totalOf)).total).toBe(200)
    expect(await archive.refresh()).toBe(true)
    expect((await archive.search('', totalOf)).total).toBe(240)
    expect(archive.info.releases).toBe(240)
    expect(await archive.refresh()).toBe(false)
  })

  it('is gone over to when a file of the older one is missing', async () => {
    const source = new PublishedSource(older)
    const archive = await openArchive(source)
    const word = collection.words[0]!
    expect((await archive.search(word, totalOf)).total).toBeGreaterThan(0)
    source.publish(newer)
    // What is resident still answers for the older one; what is not makes it go over.
    const page = await archive.search(collection.words[900]!, { limit: 1, facets: ['topic'] })
    expect(archive.info.releases).toBe(240)
    const fresh = await openArchive(new MemorySource(newer))
    expect({ ...page, ms: 0 }).toEqual({
      ...(await fresh.search(collection.words[900]!, { limit: 1, facets: ['topic'] })),
      ms: 0,
    })
  })

  it('does not change what an export gives that was asked for before', async () => {
    const source = new PublishedSource(older)
    const archive = await openArchive(source)
    const rows = archive.all('', { sort: 'newest' })
    const begun = archive.all('', { sort: 'newest' })[Symbol.asyncIterator]()
    expect((await begun.next()).done).toBe(false)
    source.publish(both)
    await archive.refresh()
    let count = 0
    for await (const _ of rows) count++
    expect(count).toBe(200)
    for (count = 1; !(await begun.next()).done; ) count++
    expect(count).toBe(200)
    count = 0
    for await (const _ of archive.all('')) count++
    expect(count).toBe(240)
  })

  it('is gone over to by searches that run at once', async () => {
    const source = new PublishedSource(older)
    const archive = await openArchive(source)
    source.publish(newer)
    const pages = await Promise.all(collection.words.slice(0, 40).map((word) => archive.search(word, { limit: 3 })))
    const fresh = await openArchive(new MemorySource(newer))
    for (const [index, page] of pages.entries()) {
      const expected = await fresh.search(collection.words[index]!, { limit: 3 })
      expect({ ...page, ms: 0 }).toEqual({ ...expected, ms: 0 })
    }
  })

  it('is gone over to by a search whose bytes were late, when another has done so before', async () => {
    const source = new PublishedSource(older)
    const archive = await openArchive(source)
    let letGo = (): void => {}
    const late = new Promise<void>((resolve) => {
      letGo = resolve
    })
    source.beforeRead = (file) => (file.includes('facet-') ? late : undefined)
    const slow = archive.search('', { limit: 0, facets: ['country'] })
    source.publish(newer)
    await archive.search(collection.words[0]!, totalOf)
    expect(archive.info.releases).toBe(240)
    letGo()
    expect((await slow).total).toBe(240)
  })

  it('is not gone over to when that is not wanted', async () => {
    const source = new PublishedSource(older)
    const archive = await openArchive(source, { reopen: false })
    source.publish(newer)
    await expect(archive.search(collection.words[0]!)).rejects.toMatchObject({
      code: 'E_STALE',
      message: expect.stringContaining('leave "reopen" on'),
    })
    await expect(archive.get(collection.releases[0]!.document.id)).rejects.toMatchObject({ code: 'E_STALE' })
    expect(await archive.refresh()).toBe(true)
    expect((await archive.search('', totalOf)).total).toBe(240)
  })

  it('never mixes with the older one in a page', async () => {
    const answers = new Set<string>()
    const word = collection.words[4]!
    const options = { limit: 20, facets: ['country', 'year'], snippet: false } as const
    const expected = new Set<string>()
    for (const files of [older, newer]) {
      const archive = await openArchive(new MemorySource(files))
      expected.add(JSON.stringify({ ...(await archive.search(word, options)), ms: 0 }))
    }
    for (let reads = 0; reads < 12; reads++) {
      const source = new PublishedSource(older)
      const archive = await openArchive(source)
      let left = reads
      source.beforeRead = () => {
        if (left-- === 0) source.publish(newer)
      }
      answers.add(JSON.stringify({ ...(await archive.search(word, options)), ms: 0 }))
    }
    for (const answer of answers) expect(expected.has(answer)).toBe(true)
  })

  it('never mixes with the older one in an export', async () => {
    const idsOf = async (files: Map<string, Uint8Array>): Promise<string> => {
      const ids: string[] = []
      for await (const { id } of (await openArchive(new MemorySource(files))).all('')) ids.push(id)
      return ids.join()
    }
    const whole = new Set([await idsOf(older), await idsOf(newer)])
    for (const reads of [0, 1, 2, 3, 5, 8, 20]) {
      const source = new PublishedSource(older)
      const archive = await openArchive(source, { cacheBytes: 1 })
      let left = reads
      source.beforeRead = () => {
        if (left-- === 0) source.publish(newer)
      }
      const ids: string[] = []
      try {
        for await (const { id } of archive.all('')) ids.push(id)
      } catch (error) {
        // It is on already, and an export that has begun does not turn to the newer archive.
        expect(error).toMatchObject({ code: 'E_STALE', message: expect.stringMatching(/again since\. Begin again\.$/) })
        continue
      }
      expect(whole.has(ids.join())).toBe(true)
    }
  })

  it('may be half published: the error says what is missing', async () => {
    const rootOnly = new Map(older).set('root.dl', newer.get('root.dl')!)
    const archive = await openArchive(new MemorySource(rootOnly))
    await expect(archive.search(collection.words[0]!)).rejects.toMatchObject({
      code: 'E_STALE',
      message: expect.stringMatching(/published again since, or copied only in part\. Publish all of it\.$/),
    })
  })

  it('keeps what both have in memory', async () => {
    const releases = collection.releases.map(({ release }) => release)
    const first = await segmentedFiles([{ releases: releases.slice(0, 200) }])
    const grown = await segmentedFiles([{ releases: releases.slice(0, 200) }, { releases: releases.slice(200) }])
    const source = new PublishedSource(first)
    const archive = await openArchive(source, { eager: true })
    source.publish(grown)
    expect(await archive.refresh()).toBe(true)
    const files: string[] = []
    source.beforeRead = (file) => {
      files.push(file)
    }
    expect((await archive.search(collection.words[0]!, totalOf)).total).toBeGreaterThan(0)
    const [kept] = [...first.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0]!)
    expect(files.filter((file) => file.startsWith(kept!))).toEqual([])
  })
})
