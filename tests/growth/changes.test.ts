/** Do additions, removals and merges do what they say, and leave alone what they should? */

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeStart } from '../../src/build/merge-policy.js'
import { addToArchive, buildArchive, mergeArchives, removeFromArchive, verifyArchive } from '../../src/build.js'
import { openArchive } from '../../src/open-node.js'
import type { Release } from '../../src/types.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { makeRelease } from './releases.js'

const newFolder = temporaryFolders()

const releases = (seed: number, count: number, prefix = 'r'): Release[] => {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, index) => makeRelease(random, `${prefix}${index}`))
}

/** Every file below a folder with its content. */
function contents(directory: string): Map<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return new Map(
    names
      .filter((name) => statSync(join(directory, name)).isFile())
      .map((name) => [name, readFileSync(join(directory, name)).toString('latin1')]),
  )
}

describe('addToArchive', () => {
  it('leaves every earlier segment as it was', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 50))
    const before = contents(directory)
    const report = await addToArchive(directory, {
      releases: [
        { id: 'r1', title: 'Replaced', body: 'A camp in Macao' },
        { id: 'new', title: 'New', body: 'A border', date: '2012-03' },
      ],
    })
    expect(report).toMatchObject({ found: 2, releases: 2, updated: ['r1'], archive: { releases: 51, segments: 2 } })
    const after = contents(directory)
    for (const [name, bytes] of before) if (name !== 'root.dl') expect(after.get(name)).toBe(bytes)
    const archive = await openArchive(directory)
    expect((await archive.get('r1'))?.title).toBe('Replaced')
    expect((await archive.search('', { limit: 0 })).total).toBe(51)
  })

  it('keeps the settings of the archive', async () => {
    const directory = newFolder()
    await buildArchive({
      out: directory,
      releases: [{ id: 'a', title: 'A', body: 'gizmo' }],
      synonyms: [['gizmo', 'widget']],
      stopwords: { '*': ['foo'] },
    })
    await addToArchive(directory, { releases: [{ id: 'b', title: 'B', body: 'widget' }] })
    const archive = await openArchive(directory)
    expect(archive.info.segments).toBe(1)
    expect((await archive.search('gizmo')).total).toBe(2)
    await addToArchive(directory, {
      releases: [{ id: 'c', title: 'C', body: 'thing' }],
      synonyms: [['gizmo', 'thing']],
    })
    await archive.refresh()
    expect((await archive.search('gizmo')).total).toBe(2)
    expect((await archive.search('widget')).total).toBe(1)
  })

  it('gives E_NOT_FOUND where there is no archive, and makes no folder', async () => {
    const directory = newFolder()
    const changes = [() => addToArchive(directory, { releases: [] }), () => removeFromArchive(directory, ['x'])]
    for (const change of changes) {
      expect(await outcomeOf<unknown>('change', change)).toMatchObject({ error: { code: 'E_NOT_FOUND' } })
    }
    expect(existsSync(directory)).toBe(false)
  })

  it('keeps segments few over a year of days', async () => {
    let sizes = [100_000]
    let most = 0
    let rewritten = 0
    for (let day = 0; day < 365; day++) {
      const start = mergeStart(
        sizes.map((stored) => ({ stored, dead: 0, removes: 0 })),
        100,
      )
      const merged = sizes.slice(start).reduce((sum, size) => sum + size, 0)
      rewritten += merged
      sizes = [...sizes.slice(0, start), merged + 100]
      most = Math.max(most, sizes.length)
    }
    expect(most).toBeLessThanOrEqual(6)
    expect(rewritten).toBeLessThan(36_500 * 9)
  })

  it('writes segments anew that are mostly dead', () => {
    const alive = { stored: 1000, dead: 0, removes: 0 }
    expect(mergeStart([alive, { stored: 100, dead: 60, removes: 0 }, { stored: 20, dead: 0, removes: 5 }], 1)).toBe(1)
    expect(mergeStart([alive], 1)).toBe(1)
  })
})

describe('removeFromArchive', () => {
  it('purges every trace of a text', async () => {
    const directory = newFolder()
    const secret: Release = { id: 'secret', title: 'Xylograph', body: 'quetzalcoatl '.repeat(20) }
    await build(directory, [...releases(2, 40), secret])
    await add(directory, releases(3, 4, 'n'))
    const masked = await removeFromArchive(directory, ['secret'])
    expect(masked).toMatchObject({ removed: ['secret'], archive: { releases: 44 } })
    const purged = await removeFromArchive(directory, ['secret'], { purge: true })
    expect(purged).toMatchObject({ removed: ['secret'], unknown: [], archive: { releases: 44 } })
    const again = await removeFromArchive(directory, ['secret'], { purge: true })
    expect(again).toMatchObject({ removed: [], unknown: ['secret'] })
    const other = newFolder()
    await build(other, [...releases(2, 40), ...releases(3, 4, 'n')])
    expect([...contents(directory).keys()].sort()).toEqual([...contents(other).keys()].sort())
  })

  it('purges what only an earlier generation still stores', async () => {
    const directory = newFolder()
    await build(directory, [...releases(2, 10), { id: 'secret', title: 'Xylograph', body: 'quetzalcoatl' }])
    await removeFromArchive(directory, ['secret'])
    await build(directory, releases(2, 10), { keep: 2 })
    expect(existsSync(join(directory, 'kept.json'))).toBe(true)
    expect((await removeFromArchive(directory, ['secret'], { purge: true })).unknown).toEqual(['secret'])
    const other = newFolder()
    await build(other, releases(2, 10))
    expect([...contents(directory).keys()].sort()).toEqual([...contents(other).keys()].sort())
  })

  it('publishes nothing when there is nothing to remove', async () => {
    const directory = newFolder()
    await build(directory, releases(4, 5))
    const before = contents(directory)
    expect(await removeFromArchive(directory, ['nobody'])).toMatchObject({ removed: [], unknown: ['nobody'] })
    expect(contents(directory)).toEqual(before)
  })

  it('forgets facets whose releases are all gone, until one comes again', async () => {
    const directory = newFolder()
    const own = (id: string, facets: Release['facets']): Release => ({
      id,
      title: id,
      body: 'A camp',
      ...(facets && { facets }),
    })
    const many = Array.from({ length: 30 }, (_, index) => own(`r${index}`, undefined))
    await build(directory, [...many, own('a', { desk: 'night', office: 'Juba' }), own('b', { office: 'Jos' })])
    await removeFromArchive(directory, ['b'])
    const archive = await openArchive(directory)
    const facets = async (): Promise<string[]> => {
      await archive.refresh()
      return archive.info.facets.filter((name) => ['desk', 'office'].includes(name))
    }
    expect(await facets()).toEqual(['desk', 'office'])
    await add(directory, [own('a', { office: 'Juba' })])
    expect(await facets()).toEqual(['office'])
    const desk = await outcomeOf('search', () => archive.search('camp', { where: { desk: 'night' } }))
    expect(desk).toMatchObject({ error: { code: 'E_OPTION' } })
    await removeFromArchive(directory, ['a'])
    expect(await facets()).toEqual([])
    await add(directory, [own('c', { desk: 'day' })])
    expect(await facets()).toEqual(['desk'])
    expect(archive.info.segments).toBeGreaterThan(1)
    expect((await verifyArchive(directory, { deep: true })).problems).toEqual([])
  })

  it('can remove everything, and go on from there', async () => {
    const directory = newFolder()
    const all = releases(5, 6)
    await build(directory, all)
    const ids = all.map(({ id }) => id)
    expect((await removeFromArchive(directory, ids)).archive.releases).toBe(0)
    const archive = await openArchive(directory)
    expect(await archive.search('camp OR shelter OR migrants', { facets: ['year', 'country'] })).toMatchObject({
      total: 0,
    })
    expect((await verifyArchive(directory)).problems).toEqual([])
    await add(directory, all)
    await archive.refresh()
    expect((await archive.search('')).total).toBe(6)
  })
})

describe('mergeArchives', () => {
  it('takes the release of the archive named last, and gives the bytes of a build', async () => {
    const [a, b, merged, whole] = [newFolder(), newFolder(), newFolder(), newFolder()]
    const [first, second] = [releases(6, 20), releases(7, 10)]
    await build(a, first)
    await build(b, second)
    const report = await mergeArchives([a, b], merged)
    expect(report).toMatchObject({ found: 30, releases: 20 })
    expect(report.replaced).toHaveLength(10)
    await build(whole, [...first, ...second])
    expect(contents(merged)).toEqual(contents(whole))
  })

  it('gives the same bytes for the same changes', async () => {
    const folders = [newFolder(), newFolder()]
    for (const directory of folders) {
      await build(directory, releases(8, 30))
      await add(directory, releases(9, 5))
      await removeFromArchive(directory, ['r20', 'r3'])
      await add(directory, releases(10, 2, 'late'))
    }
    expect(contents(folders[0]!)).toEqual(contents(folders[1]!))
  })

  it('puts nothing in the place of an archive when there is nothing to merge', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 3))
    const before = contents(directory)
    expect(await outcomeOf('merge', () => mergeArchives([], directory))).toMatchObject({ error: { code: 'E_OPTION' } })
    expect(contents(directory)).toEqual(before)
  })

  it('refuses a folder that is not an archive', async () => {
    const [a, out] = [newFolder(), newFolder()]
    await build(a, releases(1, 3))
    await build(out, releases(1, 3))
    writeFileSync(join(out, '..', 'stray'), 'x')
    expect(await outcomeOf('merge', () => mergeArchives([a], join(out, '..')))).toMatchObject({
      error: { code: 'E_EXISTS' },
    })
  })
})

describe('previous', () => {
  it('fetches what is published, and keeps its segments for pages that have it open', async () => {
    const [published, checkout, rebuilt] = [newFolder(), newFolder(), newFolder()]
    await build(published, releases(11, 300))
    await add(published, releases(12, 3, 'day'))
    await add(checkout, releases(13, 2, 'next'), { previous: published })
    const archive = await openArchive(checkout)
    expect(archive.info.releases).toBe(305)
    expect((await verifyArchive(checkout)).problems).toEqual([])
    await build(rebuilt, releases(14, 5), { previous: published })
    const segments = readdirSync(published).filter((name) => /^[0-9a-f]{16}$/.test(name))
    expect(readdirSync(rebuilt)).toEqual(expect.arrayContaining(segments))
    expect((await openArchive(rebuilt)).info.releases).toBe(5)
  })

  it('notices a segment that is not what its name says', async () => {
    const [published, checkout] = [newFolder(), newFolder()]
    await build(published, releases(11, 400))
    const path = readdirSync(published, { recursive: true }).find((name) => String(name).endsWith('segment-0000.dl'))
    const file = join(published, String(path))
    const bytes = readFileSync(file)
    bytes[bytes.length - 9]! ^= 1
    writeFileSync(file, bytes)
    const result = await outcomeOf('add', () => add(checkout, releases(1, 1), { previous: published }))
    expect(result).toMatchObject({ error: { code: 'E_CORRUPT' } })
    expect(existsSync(checkout)).toBe(false)
  })

  describe('over HTTP', () => {
    /** What is served, by path; a deployment replaces it whole. */
    let served = new Map<string, string>()
    /** Roots of earlier days, for those who opened them then. */
    const roots: string[] = []
    let address = ''
    const server = createServer((request, response) => {
      const [, day, file = ''] = /^\/(?:day-(\d)\/)?(.*)/.exec(request.url ?? '') ?? []
      const content = day !== undefined && file === 'root.dl' ? roots[Number(day)] : served.get(file)
      response
        .writeHead(content === undefined ? 404 : 200)
        .end(content === undefined ? '' : Buffer.from(content, 'latin1'))
    })
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    })
    afterAll(() => {
      server.closeAllConnections()
      server.close()
    })
    const foldersOf = (names: Iterable<string>): string[] => [...new Set([...names].map((name) => name.split('/')[0]!))]

    it('earlier segments stay deployed from one fresh checkout to the next, as many as are asked for', async () => {
      served = new Map()
      for (let day = 0; day < 5; day++) {
        const checkout = newFolder()
        await build(checkout, releases(20 + day, 200 + day, `d${day}-`), { previous: address, keep: 2 })
        served = contents(checkout)
        roots[day] = served.get('root.dl')!
        // Those who hold the root of one of the last two days go on reading; what is older is gone.
        for (let then = 0; then <= day; then++) {
          const result = await outcomeOf('search', async () => {
            const archive = await openArchive(`${address}day-${then}/`, { reopen: false })
            return (await archive.search('', { limit: 1000 })).hits.map(({ id }) => id).sort()
          })
          const wanted = Array.from({ length: 200 + then }, (_, index) => `d${then}-${index}`).sort()
          if (day - then <= 2) expect(result, `day ${then} on day ${day}`).toEqual({ value: wanted })
          else expect(result, `day ${then} on day ${day}`).toMatchObject({ error: { code: 'E_STALE' } })
        }
      }
    })

    it('goes on without generations that are gone, and with a page in the place of their list', async () => {
      const [first, second, third] = [newFolder(), newFolder(), newFolder()]
      await build(first, releases(30, 20))
      await build(first, releases(31, 20), { keep: 3 })
      await build(first, releases(32, 20), { keep: 3 })
      served = contents(first)
      const all = foldersOf(served.keys()).length
      const { generations } = JSON.parse(served.get('kept.json')!) as { generations: string[][] }
      expect(generations).toHaveLength(2)
      for (const name of [...served.keys()]) if (name.startsWith(generations[1]![0]!)) served.delete(name)
      await add(second, releases(33, 2), { previous: address, keep: 3 })
      const kept = JSON.parse(readFileSync(join(second, 'kept.json'), 'utf8')) as { generations: string[][] }
      expect(kept.generations).toHaveLength(2)
      expect(kept.generations[1]).toEqual(generations[0])
      expect(foldersOf(contents(second).keys()).length).toBeLessThan(all + 2)
      served.set('kept.json', '<!doctype html><title>Not found</title>')
      await add(third, releases(33, 2), { previous: address, keep: 3 })
      expect((await openArchive(third)).info.releases).toBe(20)
    })
  })

  it('may name a place where nothing is published yet', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 2), { previous: newFolder() })
    expect((await openArchive(directory)).info.releases).toBe(2)
  })
})
