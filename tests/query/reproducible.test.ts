/** Do the same releases give the same bytes: built twice, in another order, spilled to disk, published or kept in memory? */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReleaseCollector } from '../../src/build/archive-builder.js'
import { ArchiveBuilder } from '../../src/build/build-archive.js'
import type { Release } from '../../src/types.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'

const releases = generateCollection(11, 220).releases.map(({ release }) => release)

let expected: string
let folder: string

beforeAll(async () => {
  expected = describeFiles(await archiveFiles(releases))
  folder = await mkdtemp(join(tmpdir(), 'datelines-test-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Names and contents, as text that is equal only for equal files. */
function describeFiles(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files]
    .map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('base64')}`)
    .sort()
    .join('\n')
}

describe('the same bytes', () => {
  it('built twice', async () => {
    expect(describeFiles(await archiveFiles(releases)) === expected).toBe(true)
  })

  it('whatever the order of the releases', async () => {
    const random = new Random(1)
    for (let i = 0; i < 3; i++) {
      expect(describeFiles(await archiveFiles(random.shuffle(releases))) === expected).toBe(true)
    }
  })

  it('whatever the order of keys and facets in a release', async () => {
    const turned = releases.map((release) => {
      const facets = release.facets && Object.fromEntries(Object.entries(release.facets).reverse())
      const entries = Object.entries({ ...release, ...(facets ? { facets } : {}) })
      return { ...Object.fromEntries(entries.reverse()) } as unknown as Release
    })
    expect(describeFiles(await archiveFiles(turned)) === expected).toBe(true)
  })

  it('after releases that were replaced', async () => {
    const earlier = releases.slice(0, 50).map((release) => ({ ...release, title: 'gone', body: 'gone', date: '1950' }))
    expect(describeFiles(await archiveFiles([...earlier, ...releases])) === expected).toBe(true)
  })

  it('spilled to a temporary file', async () => {
    expect(describeFiles(await archiveFiles(releases, { memory: 0.05 })) === expected).toBe(true)
  })

  it('published into a folder', async () => {
    const collector = new ReleaseCollector({ memory: 0.05 })
    for (const release of releases) {
      collector.take({ kind: 'release', release, place: { file: 'test' }, how: {}, warnings: [] })
    }
    const out = join(folder, 'archive')
    await collector.publish(out)
    const files = new Map<string, Uint8Array>()
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      files.set(path.slice(out.length + 1).replaceAll('\\', '/'), await readFile(path))
    }
    expect(describeFiles(files) === expected).toBe(true)
    expect(await readdir(folder)).toEqual(['archive'])
  })

  it('through the public builder', async () => {
    const build = async (inputs: typeof releases): Promise<string> => {
      const builder = new ArchiveBuilder()
      for (const release of inputs) await builder.add(release)
      return describeFiles((await builder.finishInMemory()).files)
    }
    // Releases without text or language are rejected or completed, in the same way each time.
    expect((await build(releases.slice(0, 60))) === (await build(new Random(2).shuffle(releases.slice(0, 60))))).toBe(
      true,
    )
  })

  it('other releases, other bytes', async () => {
    const changed = releases.with(7, { ...releases[7]!, title: `${releases[7]!.title} x` })
    expect(describeFiles(await archiveFiles(changed)) === expected).toBe(false)
  })
})
