/** Do live releases become a part of the archive, whole, once, and without a gap? */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitLive } from '../../src/build/commit-live.js'
import { lockArchive } from '../../src/build/lock.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { LiveIndex } from '../../src/live/live-index.js'
import { overlay } from '../../src/live/overlay.js'
import { openArchive } from '../../src/open-node.js'
import { build } from '../growth/changes-by-hand.js'
import { temporaryFolders } from '../growth/folders.js'
import { makeRelease } from '../growth/releases.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'

const newFolder = temporaryFolders()

const releases = (seed: number, count: number, prefix = 'r') => {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, index) => makeRelease(random, `${prefix}${index}`))
}

async function opened(count = 20) {
  const directory = newFolder()
  await build(directory, releases(1, count))
  const archive = await openArchive(directory)
  const live = new LiveIndex({ like: archive })
  return { directory, archive, live, both: overlay(archive, live) }
}

const idsOf = async (searched: { search: typeof LiveIndex.prototype.search }): Promise<string[]> =>
  (await searched.search('', { limit: 1000 })).hits.map(({ id }) => id)

describe('commitLive', () => {
  it('writes what was added, replaced and removed, and the live index forgets it', async () => {
    const { directory, archive, live, both } = await opened()
    live.addAll(releases(2, 3, 'new'))
    live.add({ id: 'r1', title: 'Replaced', body: 'A border.' })
    live.remove('r2')
    live.remove('unknown')
    const before = await both.search('', { limit: 1000, facets: ['year', 'country'] })
    const report = await commitLive(live, directory)
    expect(report).toMatchObject({
      releases: 4,
      updated: ['r1'],
      removed: ['r2'],
      archive: { releases: 22, segments: 2 },
    })
    expect(live.size).toBe(0)
    expect(live.changes()).toEqual({ releases: [], removed: [] })
    expect(await archive.refresh()).toBe(true)
    const after = await archive.search('', { limit: 1000, facets: ['year', 'country'] })
    const plain = ({ hits, ms: _, ...page }: typeof before) => ({
      ...page,
      hits: hits.map((hit) => ({ ...hit, origin: '' })),
    })
    expect(plain(after)).toEqual(plain(before))
    expect((await verifyArchive(directory, { deep: true })).problems).toEqual([])
  })

  it('publishes nothing when there is nothing to write', async () => {
    const { directory, live } = await opened()
    const root = readFileSync(join(directory, 'root.dl'))
    live.remove('unknown')
    expect(await commitLive(live, directory)).toMatchObject({ releases: 0, removed: [], archive: { releases: 20 } })
    expect(readFileSync(join(directory, 'root.dl'))).toEqual(root)
    expect(live.changes().removed).toEqual([])
  })

  it('leaves in the live index what came while it was writing', async () => {
    const { directory, archive, live, both } = await opened()
    live.addAll(releases(2, 10, 'new'))
    live.remove('r2')
    const committed = commitLive(live, directory, { refresh: archive })
    live.add({ id: 'late', title: 'Late', body: 'Came late.' })
    live.add({ id: 'new3', title: 'Changed', body: 'Changed meanwhile.' })
    live.remove('new4')
    live.add({ id: 'r2', title: 'Back', body: 'Back again.' })
    const wanted = await idsOf(both)
    await committed
    expect([...live.ids()].sort()).toEqual(['late', 'new3', 'r2'])
    expect(live.changes().removed).toEqual(['new4'])
    expect(await idsOf(both)).toEqual(wanted)
    expect((await both.get('new3'))?.title).toBe('Changed')
    await commitLive(live, directory, { refresh: archive })
    expect(await idsOf(archive)).toEqual(wanted)
  })

  it('has no gap for overlays that are refreshed by it', async () => {
    const { directory, archive, live, both } = await opened()
    live.addAll(releases(2, 40, 'new'))
    await both.search('')
    let isDone = false
    const searching = (async () => {
      for (let searches = 0; ; searches++) {
        expect((await both.search('', { limit: 0 })).total).toBe(60)
        if (isDone) return searches
        await new Promise((resolve) => setTimeout(resolve, 0))
      }
    })()
    await commitLive(live, directory, { refresh: [archive, both] })
    expect((await both.search('', { limit: 1 })).hits[0]!.origin).toBe('archive')
    isDone = true
    expect(await searching).toBeGreaterThan(0)
  })

  it('keeps everything when it fails', async () => {
    const { directory, live } = await opened()
    live.addAll(releases(2, 3, 'new'))
    live.remove('r1')
    const held = live.save()
    const unlock = lockArchive(directory)
    expect(await outcomeOf('commit', () => commitLive(live, directory))).toMatchObject({ error: { code: 'E_LOCKED' } })
    unlock()
    const nowhere = newFolder()
    expect(await outcomeOf('commit', () => commitLive(live, nowhere))).toMatchObject({ error: { code: 'E_NOT_FOUND' } })
    expect(existsSync(nowhere)).toBe(false)
    const failing = { refresh: () => Promise.reject(new Error('offline')) }
    await expect(commitLive(live, directory, { refresh: failing })).rejects.toThrow('offline')
    expect(live.save()).toEqual(held)
    // It was published all the same, and to write it once more changes nothing.
    const size = readdirSync(directory).length
    expect(await commitLive(live, directory)).toMatchObject({ releases: 3, archive: { releases: 22 } })
    expect(readdirSync(directory).length).toBeGreaterThanOrEqual(size)
    expect((await openArchive(directory)).info.releases).toBe(22)
  })

  it('makes an archive where there is none, with the settings of the live index', async () => {
    const directory = newFolder()
    const live = new LiveIndex({ synonyms: [['gizmo', 'widget']], defaultLanguage: 'en' })
    live.add({ id: 'a', title: 'A', body: 'gizmo' })
    live.remove('b')
    expect(await commitLive(live, directory, { create: true })).toMatchObject({ archive: { releases: 1, segments: 1 } })
    const archive = await openArchive(directory)
    expect((await archive.search('widget')).total).toBe(1)
    const next = new LiveIndex({ like: archive })
    const other = newFolder()
    next.add({ id: 'c', title: 'C', body: 'widget' })
    await commitLive(next, other, { create: true })
    expect((await (await openArchive(other)).search('gizmo')).total).toBe(1)
  })
})
