/** Does an archive depend on how much memory its build may use? Not in a byte. */

import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { writeState } from '../../src/build/next-state.js'
import { MemoryOutput } from '../../src/build/segment-output.js'
import { Spool } from '../../src/build/spool.js'
import { temporaryDirectory } from '../../src/build/temporary.js'
import type { Release } from '../../src/types.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'
import { makeRelease } from './releases.js'

const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`datelines-build-${process.pid}-`))

async function filesOf(releases: Iterable<Release>, memory: number): Promise<Map<string, Uint8Array>> {
  const spool = new Spool(memory, temporaryDirectory())
  try {
    for (const release of releases) spool.add(release)
    const output = new MemoryOutput()
    const lexicon = new MemoryOutput()
    const { rootBytes } = await writeState({ settings: {}, spool }, output, lexicon)
    return new Map([...output.files(), ...lexicon.files(), ['root', rootBytes]])
  } finally {
    spool.close()
  }
}

afterEach(() => expect(left()).toEqual([]))

describe('a build with little memory', () => {
  const random = new Random(1)
  const small = Array.from({ length: 200 }, (_, index) => makeRelease(random, `r${index % 150}`))
  const large = generateCollection(3, 400).releases.map(({ release }) => release)

  it.each([0, 4_000, 100_000])('of %d bytes gives the same files', async (memory) => {
    for (const releases of [small, large]) {
      expect(await filesOf(releases, memory)).toEqual(await filesOf(releases, 1e9))
    }
  })

  it('cleans up after builds that were killed', async () => {
    const dead = join(
      tmpdir(),
      temporaryDirectory().replace(/^.*datelines-build-\d+/, `datelines-build-${2 ** 22 + 1}`),
    )
    mkdirSync(dead)
    await filesOf(small, 0)
    expect(existsSync(dead)).toBe(false)
  })
})
