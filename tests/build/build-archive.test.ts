/** Does a build refuse early what it cannot do, say how far it is, and account for what it was given? */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addToArchive } from '../../src/build/add-to-archive.js'
import { ArchiveBuilder, buildArchive } from '../../src/build/build-archive.js'
import type { Progress } from '../../src/build/index-options.js'
import { mergeArchives } from '../../src/build/merge-archives.js'
import { openArchive } from '../../src/index.js'
import type { ReleaseInput } from '../../src/types.js'
import { temporaryFolders } from '../growth/folders.js'

const newFolder = temporaryFolders()
const BOAT = {
  id: 'boat',
  title: 'Boat with 40 people reaches Lampedusa',
  body: 'Forty people reached the island at dawn.',
}

/** Releases that must not be asked for. */
function* untouched(): Generator<ReleaseInput> {
  yield BOAT
  throw new Error('the input was read')
}

const failure = (run: Promise<unknown>): Promise<{ code: string; message: string }> =>
  run.then(
    () => ({ code: 'none', message: '' }),
    (error) => error,
  )

describe('options', () => {
  it.each([
    [{ keep: -1 }],
    [{ keep: 1.5 }],
    [{ keep: '1' }],
    [{ memory: 0 }],
    [{ memory: '512' }],
    [{ memory: Number.NaN }],
    [{ minReleases: '1' }],
    [{ maxRejected: '3' }],
    [{ maxRejected: -1 }],
    [{ strict: 1 }],
    [{ previous: 3 }],
    [{ synonyms: ['a', 'b'] }],
    [{ stopwords: { en: 'the' } }],
    [{ defaultLanguage: 7 }],
    [{ onProgress: 'x' }],
    [{ signal: {} }],
    [{ minRelease: 3 }],
    [{ out: '' }],
    [{ out: 5 }],
  ])('are refused: %j', async (options) => {
    const out = newFolder()
    const wrong = { releases: untouched(), out, ...(options as object) } as Parameters<typeof buildArchive>[0]
    expect((await failure(buildArchive(wrong))).code).toBe('E_OPTION')
    expect(existsSync(out)).toBe(false)
  })

  it('are refused by name, with the one that was meant', async () => {
    const wrong = { releases: untouched(), out: newFolder(), minRelease: 3 } as Parameters<typeof buildArchive>[0]
    expect((await failure(buildArchive(wrong))).message).toContain('`minReleases`')
    expect(() => new ArchiveBuilder({ memry: 3 } as object)).toThrow('`memory`')
    const directory = newFolder()
    await buildArchive({ releases: [BOAT], out: directory })
    expect((await failure(addToArchive(directory, { releases: untouched(), keep: -1 }))).code).toBe('E_OPTION')
    expect((await failure(mergeArchives([directory], newFolder(), { memory: -1 }))).code).toBe('E_OPTION')
  })

  it('must be there', async () => {
    for (const nothing of [undefined, null])
      expect((await failure(buildArchive(nothing as never))).code).toBe('E_OPTION')
  })

  it('may be undefined, and limits without end', async () => {
    const none = { keep: undefined, memory: undefined } as object
    const report = await buildArchive({
      ...none,
      releases: [BOAT],
      out: newFolder(),
      maxRejected: Number.POSITIVE_INFINITY,
    })
    expect(report.releases).toBe(1)
  })
})

describe('the folder of the archive', () => {
  it('is looked at before anything is read', async () => {
    const out = newFolder()
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'thesis.doc'), 'mine')
    expect((await failure(buildArchive({ releases: untouched(), out }))).code).toBe('E_EXISTS')
    expect((await failure(addToArchive(newFolder(), { releases: untouched() }))).code).toBe('E_NOT_FOUND')
    expect(readdirSync(out)).toEqual(['thesis.doc'])
  })

  it('must be one that can be made', async () => {
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'notes.txt')
    writeFileSync(file, 'mine')
    expect(await failure(buildArchive({ releases: untouched(), out: file }))).toMatchObject({
      code: 'E_EXISTS',
      message: expect.stringContaining(`${file} is a file`),
    })
    expect(await failure(buildArchive({ releases: untouched(), out: join(file, 'below', 'archive') }))).toMatchObject({
      code: 'E_DISK',
      message: expect.stringMatching(/cannot be made: .*notes\.txt is a file/),
    })
  })

  it.runIf(process.platform === 'linux')('is refused where no folder can be made', async () => {
    expect(await failure(buildArchive({ releases: [BOAT], out: '/proc/datelines/archive' }))).toMatchObject({
      code: 'E_DISK',
      message: expect.stringContaining('Name another place'),
    })
  })
})

describe('progress', () => {
  it('says how many bytes of the input files are read, then how many releases are indexed', async () => {
    const cwd = newFolder()
    mkdirSync(cwd, { recursive: true })
    const line = (i: number): string => `${JSON.stringify({ ...BOAT, id: `boat-${i}` })}\n`
    const text = Array.from({ length: 2500 }, (_, i) => line(i)).join('')
    writeFileSync(join(cwd, 'boats.jsonl'), text)
    const seen: Progress[] = []
    await buildArchive({ include: ['*.jsonl'], cwd, out: newFolder(), onProgress: (step) => seen.push(step) })
    const read = seen.filter(({ phase }) => phase === 'read')
    expect(read.length).toBeGreaterThan(3)
    for (const { totalBytes } of read) expect(totalBytes).toBe(text.length)
    expect(read.at(-1)).toMatchObject({ done: 2500, bytes: text.length })
    expect(read.map(({ bytes }) => bytes)).toEqual(read.map(({ bytes }) => bytes).sort((a, b) => a - b))
    expect(seen.filter(({ phase }) => phase === 'index').at(-1)).toMatchObject({ done: 2500, total: 2500 })
  })
})

describe('a builder', () => {
  it('reads corrections once, and says which were for nobody', async () => {
    const steps: Progress[] = []
    const builder = new ArchiveBuilder({
      overrides: [
        { id: 'boat', title: 'Ship' },
        { id: 'gone', title: 'Nothing' },
      ],
      onProgress: (step) => steps.push(step),
    })
    await builder.add(BOAT)
    await builder.add({ ...BOAT, id: 'second' })
    await builder.add({ id: 'empty', body: '' })
    const out = newFolder()
    const report = await builder.finish(out)
    expect(report).toMatchObject({ found: 3, releases: 2, rejected: [{ line: 3, reason: 'no-text' }] })
    expect(report.warnings).toMatchObject([{ field: 'overrides', value: 'gone' }])
    expect(steps.filter(({ phase }) => phase === 'read').map(({ done }) => done)).toEqual([1, 2, 2])
    const archive = await openArchive(out)
    expect((await archive.get('boat'))?.title).toBe('Ship')
    await archive.close()
  })

  it('says what each release replaces that came before with its id, and where both stood', async () => {
    const cwd = newFolder()
    mkdirSync(cwd, { recursive: true })
    const lines = (...releases: object[]): string => releases.map((release) => JSON.stringify(release)).join('\n')
    writeFileSync(join(cwd, 'a.jsonl'), lines(BOAT, { ...BOAT, id: 'other' }))
    writeFileSync(join(cwd, 'b.jsonl'), lines({ ...BOAT, id: 'third' }, BOAT, { ...BOAT, title: 'Ship' }))
    const report = await buildArchive({ include: ['*.jsonl'], cwd, out: newFolder() })
    expect(report).toMatchObject({ found: 5, releases: 3, replaced: ['boat', 'boat'] })
    expect(report.warnings).toEqual([
      { file: 'b.jsonl', line: 2, field: 'id', value: 'boat', reason: 'the same release again, from a.jsonl:1' },
      {
        file: 'b.jsonl',
        line: 3,
        field: 'id',
        value: 'boat',
        reason: 'replaces the release of this id from b.jsonl:2',
      },
    ])
  })

  it('counts a country once, however often a release gives it', async () => {
    const builder = new ArchiveBuilder()
    await builder.add({ ...BOAT, countries: ['IT', 'IT', 'Italy'], mentions: ['IT', 'IT'] })
    const out = newFolder()
    expect((await builder.finish(out)).countries).toEqual({ IT: 1 })
    const archive = await openArchive(out)
    const { facets } = await archive.search('', { facets: ['country', 'mention'] })
    expect(facets.country).toMatchObject([{ value: 'IT', count: 1 }])
    expect(facets.mention).toMatchObject([{ value: 'IT', count: 1 }])
    await archive.close()
  })
})

describe('duplicates', () => {
  it('are told in the report: copies, and others that are nearly the same', async () => {
    const letter = (number: number): string => String.fromCharCode(97 + number)
    const text = Array.from({ length: 90 }, (_, i) => `word${letter(i % 9)}${letter((i * 7) % 10)}`).join(' ')
    const releases = [
      { id: 'a', title: 'A', body: text, date: '2010-01-01' },
      { id: 'b', title: 'A', body: text, date: '2010-01-02' },
      { id: 'c', title: 'A', body: `${text} and a last word`, date: '2010-01-03' },
      { ...BOAT, date: '2010-01-01' },
    ]
    const report = await buildArchive({ releases, out: newFolder() })
    expect(report.duplicates).toEqual({ exact: 1, near: 1, clusters: [['a', 'b', 'c']] })
    expect(report.releases).toBe(4)
  })
})

describe('an ArchiveBuilder', () => {
  it('takes no files, and needs a folder', async () => {
    for (const name of ['include', 'exclude', 'releases'])
      expect(() => new ArchiveBuilder({ [name]: [] } as object)).toThrow(`no \`${name}\``)
    const builder = new ArchiveBuilder()
    await builder.add(BOAT)
    expect((await failure(builder.finish(undefined as never))).code).toBe('E_OPTION')
    expect((await builder.finish(newFolder())).releases).toBe(1)
  })

  it('says that it is finished', async () => {
    const builder = new ArchiveBuilder()
    await builder.add(BOAT)
    await builder.finish(newFolder())
    for (const call of [builder.add(BOAT), builder.finish(newFolder()), builder.finishInMemory()])
      expect(await failure(call)).toMatchObject({ code: 'E_OPTION', message: expect.stringContaining('is finished') })
  })
})
