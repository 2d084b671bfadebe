/** What happens when the disk is full? `E_DISK`, and the archive that was there answers as before. */

import { existsSync, readdirSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { openArchive } from '../../src/open-node.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { makeRelease } from './releases.js'

/** Bytes that can still be written. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const writeSync = (descriptor: number, bytes: Uint8Array, ...rest: number[]): number => {
    const length = rest[1] ?? bytes.length
    if (length > disk.left) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    disk.left -= length
    return (fs.writeSync as (...args: unknown[]) => number)(descriptor, bytes, ...rest)
  }
  return { ...fs, writeSync, default: { ...fs, writeSync } }
})

const newFolder = temporaryFolders()

const releases = (seed: number, count: number) => {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, index) => makeRelease(random, `r${index}`))
}

beforeEach(() => {
  disk.left = Number.POSITIVE_INFINITY
})

describe('a full disk', () => {
  it.each([0, 10, 1000, 5000, 20_000])('after %d bytes', async (bytes) => {
    const directory = newFolder()
    await build(directory, releases(1, 30))
    const entries = readdirSync(directory)
    disk.left = bytes
    for (const change of [() => build(directory, releases(2, 900)), () => add(directory, releases(3, 900))]) {
      disk.left = bytes
      const result = await outcomeOf<unknown>('change', change)
      expect(result).toMatchObject({ error: { code: 'E_DISK' } })
      expect(readdirSync(directory)).toEqual(entries)
      expect((await verifyArchive(directory)).problems).toEqual([])
      expect((await openArchive(directory)).info.releases).toBe(30)
    }
  })

  it.each([0, 1])('when only the root of the new state does not fit, keeping %d generations', async (keep) => {
    const [directory, rehearsal] = [newFolder(), newFolder()]
    for (const each of [directory, rehearsal]) await build(each, releases(1, 30))
    const entries = readdirSync(directory).sort()
    disk.left = 1_000_000
    await add(rehearsal, releases(3, 10), { keep })
    disk.left = 1_000_000 - disk.left - 1
    const result = await outcomeOf('add', () => add(directory, releases(3, 10), { keep }))
    expect(result).toMatchObject({ error: { code: 'E_DISK', message: expect.stringContaining('root.dl') } })
    expect(readdirSync(directory).filter((name) => name !== 'kept.json')).toEqual(entries)
    expect((await verifyArchive(directory)).problems).toEqual([])
    disk.left = Number.POSITIVE_INFINITY
    await add(directory, releases(3, 10), { keep })
    expect(readdirSync(directory).sort()).toEqual(readdirSync(rehearsal).sort())
  })

  it('leaves no folder where there was none', async () => {
    disk.left = 100
    const directory = newFolder()
    expect(await outcomeOf('build', () => build(directory, releases(1, 30)))).toMatchObject({
      error: { code: 'E_DISK' },
    })
    expect(existsSync(directory)).toBe(false)
  })

  it('is no reason to lose releases that do not fit into memory', async () => {
    disk.left = 1000
    expect(await outcomeOf('build', () => build(newFolder(), releases(1, 50_000), { memory: 1 }))).toMatchObject({
      error: { code: 'E_DISK' },
    })
  })
})
