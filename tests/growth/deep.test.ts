/** Does a deep check notice an index that says something else than the texts? */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RootDescription } from '../../src/build/analysis-settings.js'
import { encodeRoot } from '../../src/build/publish.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { inflateSync } from '../../src/bytes/inflate-node.js'
import { decodeRoot, type Root } from '../../src/format/root.js'
import { Random } from '../helpers/random.js'
import { build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { makeRelease } from './releases.js'

const newFolder = temporaryFolders()

async function archiveWithRoot(change: (root: Root<RootDescription>) => void): Promise<string> {
  const directory = newFolder()
  const random = new Random(1)
  const releases = Array.from({ length: 40 }, (_, index) => makeRelease(random, `r${index}`))
  await build(directory, releases)
  await removeFromArchive(directory, ['r1', 'r2'])
  const path = join(directory, 'root.dl')
  const root = (await decodeRoot(new Uint8Array(readFileSync(path)), path, inflateSync)) as Root<RootDescription>
  change(root)
  writeFileSync(path, encodeRoot(root))
  return directory
}

const deep = async (directory: string): Promise<string[]> =>
  (await verifyArchive(directory, { deep: true })).problems.map(({ message }) => message)

it('finds nothing in what was built', async () => {
  expect(await deep(await archiveWithRoot(() => {}))).toEqual([])
})

it('notices lengths that do not agree', async () => {
  const directory = await archiveWithRoot(({ segments }) => {
    segments[0]!.statistics.bodyLength++
  })
  expect(await deep(directory)).toEqual([expect.stringMatching(/^the body lengths come to/)])
})

it('notices segments that the root does not name', async () => {
  const directory = await archiveWithRoot((root) => {
    root.segments.shift()
  })
  expect(await deep(directory)).toContainEqual(expect.stringMatching(/which the root does not name/))
})

it('says when texts were analysed in another way', async () => {
  const directory = await archiveWithRoot(({ description }) => {
    description.fingerprint = '0'.repeat(16)
  })
  expect(await deep(directory)).toEqual([expect.stringMatching(/analysed by another version/)])
})
