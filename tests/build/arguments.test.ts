/** Are calls that change archives told what they were given wrongly, before anything is changed? */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitLive } from '../../src/build/commit-live.js'
import {
  addToArchive,
  buildArchive,
  mergeArchives,
  removeFromArchive,
  upgradeArchive,
  verifyArchive,
} from '../../src/build.js'
import { LiveIndex, overlay } from '../../src/live.js'
import { openArchive } from '../../src/open-node.js'

const folder = mkdtempSync(join(tmpdir(), 'datelines-arguments-'))
const releases = ['1', '7', '17'].map((id) => ({ id, title: `Boat ${id}`, body: 'People were rescued.' }))

beforeAll(async () => {
  await buildArchive({ releases, out: folder })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a program without types may hand in. */
const wrong = (value: unknown): never => value as never

const CALLS: Record<string, () => Promise<unknown>> = {
  'remove, a text for a list': () => removeFromArchive(folder, wrong('17')),
  'remove, numbers': () => removeFromArchive(folder, wrong([17])),
  'remove, nothing': () => removeFromArchive(folder, wrong(undefined)),
  'remove, an unknown option': () => removeFromArchive(folder, ['17'], wrong({ purg: true })),
  'remove, no truth': () => removeFromArchive(folder, ['17'], wrong({ purge: 'yes' })),
  'remove, no folder': () => removeFromArchive(wrong(undefined), ['17']),
  'add, an unknown option': () => addToArchive(folder, wrong({ releases, kep: 1 })),
  'commit, an unknown option': () => commitLive(new LiveIndex(), folder, wrong({ refesh: [] })),
  'commit, nothing to refresh': () => commitLive(new LiveIndex(), folder, wrong({ refresh: {} })),
  'commit, no index': () => commitLive(wrong({}), folder),
  'commit, no folder': () => commitLive(new LiveIndex(), wrong(undefined)),
  'merge, one folder for a list': () => mergeArchives(wrong(folder), folder),
  'merge, no folder': () => mergeArchives([folder], wrong({ out: folder })),
  'upgrade, an unknown option': () => upgradeArchive(folder, wrong({ kep: 1 })),
  'verify, an unknown option': () => verifyArchive(folder, wrong({ deap: true })),
  'open, an unknown option': () => openArchive(folder, wrong({ cache: 5 })),
  'open, a text for a number': () => openArchive(folder, wrong({ cacheBytes: '5' })),
  'open, no time': () => openArchive('http://127.0.0.1:9/', wrong({ timeout: 'x' })),
  'overlay, the wrong way round': async () => overlay(wrong(new LiveIndex()), wrong(await openArchive(folder))),
  'overlay, a text': async () => overlay(wrong('x'), new LiveIndex()),
  'overlay, a promise': async () => overlay(wrong(Promise.resolve()), new LiveIndex()),
  'like, a number': async () => new LiveIndex(wrong({ like: 5 })),
  'like, a promise': async () => new LiveIndex(wrong({ like: Promise.resolve() })),
  'live, no options': async () => new LiveIndex(wrong(null)),
  'overlay, no index': async () => overlay(await openArchive(folder), wrong(undefined)),
}

describe('wrong arguments', () => {
  it.each(Object.keys(CALLS))('%s', async (name) => {
    await expect(CALLS[name]!()).rejects.toMatchObject({ code: 'E_OPTION' })
    const archive = await openArchive(folder)
    expect(archive.info.releases).toBe(3)
    await archive.close()
  })

  it('name the option that was meant', async () => {
    await expect(removeFromArchive(folder, ['17'], wrong({ purg: true }))).rejects.toThrow(/`purge`/)
  })
})
