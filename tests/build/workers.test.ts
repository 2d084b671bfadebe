/** Does it matter how many threads build an archive? Not to its bytes; and what goes wrong on another thread is an error here. */

import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReleaseCollector } from '../../src/build/archive-builder.js'
import { ArchiveBuilder } from '../../src/build/build-archive.js'
import type { IndexOptions } from '../../src/build/index-options.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { openArchive } from '../../src/open-node.js'
import type { Release } from '../../src/types.js'
import { temporaryFolders } from '../growth/folders.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'
import { replaced } from './replaced-workers.js'

vi.mock('node:worker_threads', async (original) => {
  const { withReplacedWorkers } = await import('./replaced-workers.js')
  return withReplacedWorkers(await original())
})

const newFolder = temporaryFolders()
const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`datelines-build-${process.pid}-`))

const random = new Random(4)
const WORDS = Array.from({ length: 1500 }, (_, i) => `${random.pick(['mi', 'ter', 'co'])}gra${i.toString(36)}tion`)

/** Releases of every kind, and longer ones: some replaced, some near-duplicates, some without a date. */
const releases: Release[] = [
  ...generateCollection(21, 60).releases.map(({ release }) => release),
  ...Array.from({ length: 320 }, (_, i) => ({
    id: `long-${i % 300}`,
    title: `Release ${i}`,
    body: Array.from({ length: i % 9 === 0 ? 4 : 120 }, (_, j) => (i % 50 === 7 ? WORDS[j]! : random.pick(WORDS))).join(
      i % 5 === 0 ? '. ' : ' ',
    ),
    language: random.pick(['en', 'fr']),
    ...(i % 4 === 0 ? {} : { date: `20${10 + (i % 10)}-0${1 + (i % 9)}` }),
    ...(i % 3 === 0 ? { url: `https://example.org/${i}` } : {}),
    countries: random.sample(['MO', 'CN', 'IQ'], i % 3),
  })),
]

function collect(options: IndexOptions): ReleaseCollector {
  const collector = new ReleaseCollector(options)
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: 'test' }, how: {}, warnings: [] })
  }
  return collector
}

beforeEach(() => {
  replaced.program = undefined
  replaced.started = 0
})
afterEach(() => expect(left()).toEqual([]))

describe('an archive built by workers', () => {
  it('needs the built library for them', () => expect(existsSync('dist/worker.js')).toBe(true))

  let expected: Map<string, Uint8Array>
  beforeAll(async () => {
    expected = await archiveFiles(releases, { workers: 0 })
    expect(replaced.started).toBe(0)
  })

  it.each([
    [1, 512],
    [3, 1],
  ])('is the same in every byte: %d workers with %d MiB', async (workers, memory) => {
    const files = await archiveFiles(releases, { workers, memory })
    expect(replaced.started).toBe(workers)
    expect([...files.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [name, bytes] of files) expect(Buffer.compare(bytes, expected.get(name)!), name).toBe(0)
  })

  it('is the same when workers have seen so many forms that they begin anew', async () => {
    const many: Release[] = Array.from({ length: 600 }, (_, i) => ({
      id: `many-${i}`,
      title: `Release ${i}`,
      body: Array.from({ length: 120 }, (_, j) => `w${(i * 120 + j).toString(36)}x`).join(' '),
      language: 'en',
      date: '2010-05-06',
    }))
    const without = await archiveFiles(many, { workers: 0 })
    const files = await archiveFiles(many, { workers: 2, memory: 1 })
    expect([...files.keys()].sort()).toEqual([...without.keys()].sort())
    for (const [name, bytes] of files) expect(Buffer.compare(bytes, without.get(name)!), name).toBe(0)
  })

  it('reports and tells its progress as without', async () => {
    const told: number[] = []
    const reports = []
    for (const workers of [0, 2]) {
      const onProgress: IndexOptions['onProgress'] = ({ phase, done }) => {
        if (phase === 'index') told.push(done)
      }
      const { report } = await collect({ workers, onProgress }).toMemory()
      const { ms, peakMemoryMiB, ...rest } = report
      expect(ms).toBeGreaterThan(0)
      expect(peakMemoryMiB).toBeGreaterThan(0)
      reports.push(rest)
    }
    expect(reports[1]).toEqual(reports[0])
    const once = Array.from({ length: reports[0]!.releases }, (_, i) => i + 1)
    expect(told).toEqual([...once, ...once])
  })

  it('is not published when a worker dies, and the one before answers', async () => {
    const out = newFolder()
    const before = new ReleaseCollector({})
    before.take({ kind: 'release', release: releases[0]!, place: { file: 'test' }, how: {}, warnings: [] })
    await before.publish(out)
    const entries = readdirSync(out).sort()
    const programs = {
      'at its first task': `require('node:worker_threads').parentPort.once('message', () => process.exit(3))`,
      'before it begins': `process.exit(3)`,
      'of an error': `require('node:worker_threads').parentPort.once('message', () => { throw new Error('no more') })`,
    }
    for (const [when, program] of Object.entries(programs)) {
      replaced.program = program
      await expect(collect({ workers: 2 }).publish(out), when).rejects.toMatchObject({
        name: 'DatelinesError',
        code: 'E_WORKER',
      })
      expect(readdirSync(out).sort()).toEqual(entries)
      expect((await verifyArchive(out)).problems).toEqual([])
      expect((await openArchive(out)).info.releases).toBe(1)
    }
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const onProgress: IndexOptions['onProgress'] = ({ phase, done }) => {
      if (phase === 'index' && done > 100) stop.abort()
    }
    const out = newFolder()
    await expect(collect({ workers: 2, onProgress, signal: stop.signal }).publish(out)).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(existsSync(out)).toBe(false)
  })

  it.each([-1, 1.5, 65, 'many', null])('not by %s of them', (workers) => {
    expect(() => new ArchiveBuilder({ workers: workers as never })).toThrow(/workers/)
  })
})
