/**
 * Is an archive of format 1.0 read as on the day it was written? `archive-1.0` was built, added to and removed from by the first writer of that
 * format, and asked then; once the format is published, it must not be made anew. Its first segment is in many files, the others in one each.
 */

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintOf, fullDescription, type RootDescription } from '../../src/build/analysis-settings.js'
import { encodeRoot } from '../../src/build/publish.js'
import { addToArchive, upgradeArchive, verifyArchive } from '../../src/build.js'
import { inflateSync } from '../../src/bytes/inflate-node.js'
import { decodeRoot, type Root } from '../../src/format/root.js'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import type { Release } from '../../src/types.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { makeRelease } from './releases.js'
import { expectSameAnswers } from './same-answers.js'
import { type Recorded, SETTINGS, told, writeArchive } from './write-archive-1.0.js'

const FOLDER = join(import.meta.dirname, 'archive-1.0')

if (process.env.WRITE_ARCHIVE !== undefined) await writeArchive(FOLDER)

const recorded = JSON.parse(readFileSync(join(FOLDER, 'answers.json'), 'utf8')) as Recorded
const newFolder = temporaryFolders()

function copyOfArchive(): string {
  const directory = newFolder()
  cpSync(join(FOLDER, 'archive'), directory, { recursive: true })
  return directory
}

async function allReleases(archive: Archive): Promise<Release[]> {
  const releases: Release[] = []
  for await (const release of archive.all('', { include: 'release' })) releases.push(release)
  return releases
}

describe('an archive of format 1.0', () => {
  let archive: Archive
  beforeAll(async () => {
    archive = await openArchive(join(FOLDER, 'archive'))
  })
  afterAll(() => archive.close())

  it('says what it is', () => {
    expect(archive.info).toMatchObject({ format: 'datelines', ...recorded.info })
  })

  it.each(recorded.answers)('answers $query $options', async ({ query, options, facets, ids, ...counts }) => {
    const page = await archive.search(query, options)
    expect(page).toMatchObject(counts)
    expect(page.hits.map(({ id }) => id).join(' ')).toBe(ids)
    expect(told(page.facets)).toEqual(facets)
  })

  it.each(recorded.suggestions)('suggests for $text', async ({ text, found }) => {
    const suggestions = await archive.suggest(text)
    expect(suggestions.map(({ text, releases }) => `${text} ${releases}`).join(', ')).toBe(found)
  })

  it('gives its releases, and not those that were removed', async () => {
    for (const release of recorded.stored) expect(await archive.get(release.id)).toEqual(release)
    for (const id of recorded.gone) expect(await archive.get(id)).toBeUndefined()
  })

  it('passes verify', async () => {
    const { problems } = await verifyArchive(join(FOLDER, 'archive'))
    expect(problems).toEqual([])
  })

  it('is added to', async () => {
    const directory = copyOfArchive()
    const release = { id: 'today', title: 'A workshop on gizmos', body: 'Held in Macao.', date: '2026-11-28' }
    const report = await addToArchive(directory, { releases: [release] })
    expect(report.archive).toEqual({ releases: 111, segments: expect.any(Number) })
    expect((await verifyArchive(directory)).problems).toEqual([])
    const grown = await openArchive(directory)
    expect((await grown.search('title:workshop', { sort: 'newest' })).hits[0]?.id).toBe('today')
  })
})

/** A copy of the archive with another root. */
async function withRoot(change: (root: Root<RootDescription>) => void): Promise<string> {
  const directory = copyOfArchive()
  const path = join(directory, 'root.dl')
  const root = await decodeRoot(new Uint8Array(readFileSync(path)), path, inflateSync)
  change(root as Root<RootDescription>)
  writeFileSync(path, encodeRoot(root))
  return directory
}

describe('upgrade', () => {
  it.each(['upgrade', 'add'])('analyses anew what an older analyser has written: %s', async (how) => {
    const settings = { ...SETTINGS, defaultLanguage: 'en' }
    // As a library would have written it that takes French stemming for English: releases without a language have such terms.
    const written = (fingerprint: string) =>
      withRoot(({ description }) => {
        description.analysis.defaultLanguage = 'en'
        description.fingerprint = fingerprint
      })
    const pretended = await written(fingerprintOf(fullDescription(settings, [])))
    expect((await verifyArchive(pretended, { deep: true })).problems).not.toEqual([])
    const directory = await written('of an older day')
    const before = await openArchive(directory)
    const releases = await allReleases(before)
    expect(releases).toHaveLength(110)
    const added = how === 'add' ? [makeRelease(new Random(5), 'today')] : []
    if (how === 'add') await add(directory, added)
    else await upgradeArchive(directory)
    const fresh = newFolder()
    await build(fresh, [...releases, ...added], settings)
    const [upgraded, whole] = [await openArchive(directory), await openArchive(fresh)]
    await expectSameAnswers(
      upgraded,
      whole,
      new Random(1),
      60,
      [...releases, ...added].map(({ id }) => id),
    )
    expect(upgraded.info.segments).toBe(1)
    expect((await verifyArchive(directory, { deep: true })).problems).toEqual([])
  })
})

describe('an archive of a format to come', () => {
  it('is refused by everything that reads it', async () => {
    const directory = copyOfArchive()
    const path = join(directory, 'root.dl')
    const bytes = readFileSync(path)
    bytes[3] = 2
    writeFileSync(path, bytes)
    const tooNew = { error: { code: 'E_TOO_NEW', message: expect.stringContaining('Update datelines') } }
    const readers = [
      () => openArchive(directory),
      () => addToArchive(directory, { releases: [{ id: 'a', title: 'A', body: 'a' }] }),
      () => upgradeArchive(directory),
    ]
    for (const read of readers) expect(await outcomeOf<unknown>('read', read)).toMatchObject(tooNew)
    expect((await verifyArchive(directory)).problems).toEqual([
      { where: path, message: expect.stringContaining('newer') },
    ])
    expect(readFileSync(path)).toEqual(bytes)
  })
})
