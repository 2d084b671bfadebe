/** Are reads shared without being lost? Searches that join, searches that give up, and signals that serve many. */

import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import { allLoaded, PackCache } from '../../src/reader/pack-cache.js'
import { MemorySource } from '../../src/source/memory-source.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { generateCollection } from '../oracle/generate.js'

/** A read that ends when it is told to, and notes whether it was stopped. */
function pendingRead() {
  let finish = (_value: string): void => {}
  const signals: AbortSignal[] = []
  const load = (signal: AbortSignal): Promise<{ value: string; byteLength: number }> => {
    signals.push(signal)
    return new Promise((resolve, reject) => {
      finish = (value) => resolve({ value, byteLength: 1 })
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  }
  return { load, signals, finish: (value: string) => finish(value) }
}

describe('a read that several wait for', () => {
  it('goes on while one of them still waits', async () => {
    const cache = new PackCache(100)
    const { load, signals, finish } = pendingRead()
    const [first, second] = [new AbortController(), new AbortController()]
    const one = cache.get('a', load, first.signal) as Promise<string>
    const two = cache.get('a', load, second.signal) as Promise<string>
    const three = cache.get('a', load) as Promise<string>
    first.abort()
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    second.abort()
    await expect(two).rejects.toMatchObject({ name: 'AbortError' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    finish('there')
    expect(await three).toBe('there')
    expect(cache.get('a', load)).toBe('there')
  })

  it('is stopped when nobody waits, and not given to who asks then', async () => {
    const cache = new PackCache(100)
    const { load, signals, finish } = pendingRead()
    const controller = new AbortController()
    const one = cache.get('a', load, controller.signal) as Promise<string>
    const gone = expect(one).rejects.toMatchObject({ name: 'AbortError' })
    controller.abort()
    // In the same turn, and in the turns after it.
    const joined = cache.get('a', load, new AbortController().signal) as Promise<string>
    await gone
    const later = cache.get('a', load) as Promise<string>
    finish('there')
    expect([await joined, await later]).toEqual(['there', 'there'])
    expect(signals.at(-1)!.aborted).toBe(false)
  })

  it('by a signal that is aborted already does not disturb the others', async () => {
    const cache = new PackCache(100)
    const { load, finish } = pendingRead()
    const one = cache.get('a', load) as Promise<string>
    await expect(cache.get('a', load, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    finish('there')
    expect(await one).toBe('there')
  })
})

describe('a signal', () => {
  it('has one listener, however many searches it may stop', async () => {
    const { releases, words } = generateCollection(5, 120)
    const files = await archiveFiles(releases.map(({ release }) => release))
    const archive = await openArchive(new MemorySource(files), { cacheBytes: 1 })
    const { signal } = new AbortController()
    const searches = words.slice(0, 60).map((word) => archive.search(word, { facets: ['country'], signal }))
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1)
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1)
    await Promise.all(searches)
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1)
  })

  it('stops all the searches that it was given to, and no other', async () => {
    const { releases, words } = generateCollection(5, 120)
    const files = await archiveFiles(releases.map(({ release }) => release))
    const archive = await openArchive(new MemorySource(files))
    const controller = new AbortController()
    const stopped = words.slice(0, 20).map((word) => archive.search(word, { signal: controller.signal }))
    const others = words.slice(0, 20).map((word) => archive.search(word))
    controller.abort()
    for (const each of stopped) await expect(each).rejects.toMatchObject({ name: 'AbortError' })
    const fresh = await openArchive(new MemorySource(files))
    for (const [index, other] of others.entries())
      expect((await other).total).toBe((await fresh.search(words[index]!)).total)
  })
})

describe('what is loaded together', () => {
  it('is there at once where nothing has to be waited for', () => {
    expect(allLoaded([1, 2], (item) => item * 10)).toEqual([10, 20])
  })

  it('is waited for as a whole', async () => {
    expect(await allLoaded([1, 2], (item) => (item === 1 ? Promise.resolve(10) : 20))).toEqual([10, 20])
  })

  it('fails once, also where something that is under way fails later', async () => {
    const unhandled: unknown[] = []
    const note = (error: unknown): unknown => unhandled.push(error)
    process.on('unhandledRejection', note)
    try {
      const load = (item: number): Promise<number> => {
        if (item === 2) throw new RangeError('damaged')
        return Promise.reject(new Error('later'))
      }
      expect(() => allLoaded([1, 2], load)).toThrow(new RangeError('damaged'))
      await new Promise((resolve) => setImmediate(resolve))
      expect(unhandled).toEqual([])
    } finally {
      process.off('unhandledRejection', note)
    }
  })
})
