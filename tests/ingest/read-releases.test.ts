/** Does ingest do what its options say: mapping, naming, correcting, counting, stopping? */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DatelinesError } from '../../src/errors.js'
import {
  type IngestItem,
  type IngestOptions,
  type IngestProgress,
  readReleases,
  releaseReader,
} from '../../src/ingest/read-releases.js'
import type { Release, ReleaseInput, Warning } from '../../src/types.js'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder that holds these files. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

async function items(options: IngestOptions): Promise<IngestItem[]> {
  const found: IngestItem[] = []
  for await (const item of readReleases(options)) found.push(item)
  return found
}

async function releases(options: IngestOptions): Promise<Release[]> {
  return (await items(options)).flatMap((item) => (item.kind === 'release' ? [item.release] : []))
}

function warnings(found: readonly IngestItem[]): Warning[] {
  return found.flatMap((item) => (item.kind === 'release' ? item.warnings : []))
}

async function failure(options: object): Promise<DatelinesError> {
  const error: unknown = await items(options as IngestOptions).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DatelinesError)) throw new Error(`expected a DatelinesError, got ${String(error)}`)
  return error
}

const BOAT: ReleaseInput = { id: 'boat', title: 'Boat', body: 'A boat.', date: '2011-05-06' }

describe('options', () => {
  it('takes releases without any glob, and says where nothing was found', async () => {
    expect(await releases({ include: [], releases: [BOAT] })).toMatchObject([{ id: 'boat' }])
    expect((await failure({ include: [] })).message).toMatch(/^no file matches no globs in this folder\./)
    const cwd = folderOf({})
    expect((await failure({ include: ['*.txt'], releases: [BOAT], cwd })).message).toContain(`"*.txt" in ${cwd}.`)
  })

  it('tells a glob that no file matches beside others', async () => {
    const cwd = folderOf({
      'today/a.txt': 'A boat\n\nA boat arrived at dawn.',
      'today/b.txt': 'A ship\n\nA ship left at night.',
    })
    const found = await items({ cwd, include: ['today/*.txt', 'todya/**/*.html', 'today/a.txt', '*.csv'] })
    expect(found.map(({ kind }) => kind)).toEqual(['release', 'release'])
    expect(warnings(found).filter(({ field }) => field === 'include')).toEqual(
      ['todya/**/*.html', '*.csv'].map((glob) => ({
        file: glob,
        field: 'include',
        value: glob,
        reason: 'no file matches it',
      })),
    )
    expect(warnings(await items({ cwd, include: ['today/*.txt', 'today'] })).map(({ field }) => field)).not.toContain(
      'include',
    )
  })

  it('refuses unknown ones and names the near ones', async () => {
    expect(await failure({ releases: [], includes: ['*'] })).toMatchObject({
      code: 'E_OPTION',
      message: expect.stringContaining('`include`'),
    })
    expect(await failure({ releases: [], select: { boddy: 'p' } })).toMatchObject({
      message: expect.stringContaining('`body`'),
    })
    expect(await failure({ releases: [], fields: { dat: 'd' } })).toMatchObject({
      message: expect.stringContaining('`date`'),
    })
  })

  it.each([
    [{ include: '*.txt' }],
    [{ include: [1] }],
    [{ releases: 5 }],
    [{ map: 'x' }],
    [{ baseUrl: 'not a url' }],
    [{ contacts: 'yes' }],
    [{ extract: 1 }],
    [{ facets: { country: 'x' } }],
    [{ facets: { '~own': 'x' } }],
    [{ releases: [], overrides: [{ id: 'boat', facets: { month: 'x' } }] }],
    [{ facets: { topic: 3 } }],
    [{ signal: {} }],
    [{ overrides: 7 }],
    [null],
  ])('refuses %j', async (options) => {
    expect((await failure(options as object)).code).toBe('E_OPTION')
  })

  it('needs a file or releases', async () => {
    const cwd = folderOf({ 'a.txt': 'A title\n\nA text.' })
    expect(await failure({ include: ['*.html'], cwd })).toMatchObject({
      code: 'E_INPUT',
      message: expect.stringContaining('*.html'),
    })
    expect((await failure({ include: ['gone.txt'], cwd })).code).toBe('E_INPUT')
    expect((await failure({ include: [], cwd })).code).toBe('E_INPUT')
    expect((await failure({})).code).toBe('E_INPUT')
    expect(await items({ releases: [] })).toEqual([])
  })
})

describe('files', () => {
  it('are read in code point order, once, whatever their names', async () => {
    const cwd = folderOf({
      'b.txt': 'B title\n\nText.',
      'a/[1] {x} (y) !z.txt': 'Odd title\n\nText.',
      '\u{1f6a2}.txt': 'Ship title\n\nText.',
      '\uff5e.txt': 'Tilde title\n\nText.',
      '.hidden.txt': 'Hidden title\n\nText.',
      'skip/no.txt': 'No title\n\nText.',
    })
    const found = await releases({ include: ['**/*.txt', 'b.txt', 'a/[1] {x} (y) !z.txt'], exclude: ['skip/**'], cwd })
    expect(found.map(({ id }) => id)).toEqual(['a/[1] {x} (y) !z.txt', 'b.txt', '\uff5e.txt', '\u{1f6a2}.txt'])
    expect((await releases({ include: ['.hidden.txt'], cwd })).length).toBe(1)
    expect((await releases({ include: ['./a'], cwd })).map(({ id }) => id)).toEqual(['a/[1] {x} (y) !z.txt'])
    expect((await releases({ include: [join(cwd, 'b.txt')], cwd: join(cwd, 'a') })).map(({ id }) => id)).toEqual([
      '../b.txt',
    ])
  })

  it('behind links are read; links in circles and links to nothing are listed', async () => {
    const cwd = folderOf({ 'real/a.txt': 'A title\n\nText.', 'x/y.txt': 'Y title\n\nText.' })
    symlinkSync('../real', join(cwd, 'real/loop'))
    symlinkSync('../real', join(cwd, 'x/other'))
    symlinkSync('real/a.txt', join(cwd, 'link.txt'))
    symlinkSync('gone.txt', join(cwd, 'dangling.txt'))
    const found = await items({ include: ['**/*'], cwd })
    expect(found.flatMap((item) => (item.kind === 'release' ? [item.release.id] : []))).toEqual([
      'link.txt',
      'real/a.txt',
      'x/other/a.txt',
      'x/y.txt',
    ])
    const rejected = found.flatMap((item) =>
      item.kind === 'rejected' ? [`${item.rejection.file} ${item.rejection.reason}`] : [],
    )
    expect(rejected).toEqual(['dangling.txt unsafe', 'real/loop unsafe', 'x/other/loop unsafe'])
  })

  it('that are missing are listed beside those that are not', async () => {
    const cwd = folderOf({ 'a.txt': 'A title\n\nText.' })
    expect(await items({ include: ['a.txt', 'gone.txt'], cwd })).toMatchObject([
      { kind: 'release' },
      { kind: 'rejected', rejection: { file: 'gone.txt', reason: 'unreadable' } },
    ])
  })

  it('report progress and stop when told to', async () => {
    const lines = Array.from({ length: 450 }, (_, i) => JSON.stringify({ id: `${i}`, title: `T ${i}`, body: 'Text.' }))
    const cwd = folderOf({ 'all.jsonl': lines.join('\n'), 'b.txt': 'B title\n\nText.' })
    const seen: IngestProgress[] = []
    await items({ include: ['*'], cwd, onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toMatchObject({ phase: 'read', done: 451 })
    expect(seen.at(-1)?.bytes).toBe(seen.at(-1)?.totalBytes)
    expect(seen.length).toBe(6)

    const controller = new AbortController()
    let read = 0
    const run = async () => {
      for await (const _ of readReleases({ include: ['*'], cwd, signal: controller.signal }))
        if (++read === 3) controller.abort()
    }
    await expect(run()).rejects.toMatchObject({ name: 'AbortError' })
    expect(read).toBe(3)
  })
})

describe('map', () => {
  it('has full control, and what it leaves out is counted', async () => {
    const cwd = folderOf({
      'a.jsonl': '{"n":1,"t":"One"}\n{"n":2,"t":"Two"}\n{"n":3,"t":"Three"}\n{"n":4,"t":"Four"}\n',
      'b.txt': 'Text title\n\nText of it.',
      'c.html': '<html><body><h1>Page</h1><p>Text.</p></body></html>',
    })
    const places: string[] = []
    const found = await items({
      include: ['*'],
      cwd,
      map: async (raw, { file, line }) => {
        places.push(`${file}:${line}`)
        if (raw.n === 2) return null
        if (raw.n === 3) throw new Error('no third')
        if (raw.n === 4) return 'four' as unknown as ReleaseInput
        if (typeof raw.html === 'string') return { title: 'Mapped page', html: raw.html }
        return {
          id: `n-${raw.n}`,
          title: String(raw.t ?? 'Text'),
          body: String(raw.text ?? 'Body.'),
          country: 'Haiti',
        } as ReleaseInput
      },
    })
    expect(places).toEqual(['a.jsonl:1', 'a.jsonl:2', 'a.jsonl:3', 'a.jsonl:4', 'b.txt:undefined', 'c.html:undefined'])
    expect(found).toMatchObject([
      { kind: 'release', release: { id: 'n-1', title: 'One', countries: ['HT'] } },
      { kind: 'skipped', place: { file: 'a.jsonl', line: 2 } },
      { kind: 'rejected', rejection: { line: 3, reason: 'syntax', message: expect.stringContaining('no third') } },
      { kind: 'rejected', rejection: { line: 4, reason: 'syntax' } },
      { kind: 'release', release: { title: 'Text' } },
      { kind: 'release', release: { id: 'c.html', title: 'Mapped page' } },
    ])
  })
})

describe('id and url', () => {
  it('are made by functions, and how is told', async () => {
    const cwd = folderOf({ 'a b/ü.txt': 'A title\n\nText.' })
    const [named] = await items({
      include: ['**/*'],
      cwd,
      id: (release, file) => `${file}|${release.title}`,
      url: (_, file) => `https://example.org/${file.length}`,
    })
    expect(named).toMatchObject({
      release: { id: 'a b/ü.txt|A title', url: 'https://example.org/9' },
      how: { id: '`id`', url: '`url`' },
    })
    expect(await releases({ include: ['**/*'], cwd, baseUrl: 'https://example.org/x' })).toMatchObject([
      { url: 'https://example.org/x/a%20b/%C3%BC.txt' },
    ])
    const [odd] = await items({ include: ['**/*'], cwd, id: () => undefined as unknown as string })
    expect(odd).toMatchObject({ kind: 'rejected', rejection: { reason: 'no-id' } })
  })
})

describe('releases', () => {
  it('come after the files, from any iterable', async () => {
    const cwd = folderOf({ 'a.txt': 'A title\n\nText.' })
    async function* given(): AsyncGenerator<ReleaseInput> {
      yield BOAT
      yield { title: 'No id', body: 'Text.' }
      yield { html: '<p>Only <b>markup</b> &amp; text.</p>', url: 'https://example.org/m', title: 'Markup' }
      yield 'text' as unknown as ReleaseInput
    }
    expect(await items({ include: ['*'], cwd, releases: given() })).toMatchObject([
      { release: { id: 'a.txt' } },
      { release: { id: 'boat', date: '2011-05-06', dateSource: 'stated' }, place: { line: 1 } },
      { kind: 'rejected', rejection: { line: 2, reason: 'no-id' } },
      { release: { id: 'https://example.org/m', body: 'Only markup & text.' } },
      { kind: 'rejected', rejection: { line: 4 } },
    ])
  })

  it('lose facets whose names every archive has for its own', async () => {
    const facets = { topic: 'boats', year: '1066', '~cluster': ['x', 'y'], country: 'nowhere' }
    const [item] = await items({ releases: [{ ...BOAT, facets }] })
    expect(item).toMatchObject({
      release: { facets: { topic: 'boats' } },
      warnings: [
        { field: 'facets.year', value: '1066', line: 1 },
        { field: 'facets.~cluster', value: 'x,y' },
        { field: 'facets.country', value: 'nowhere' },
      ],
    })
    const [only] = await releases({ releases: [{ ...BOAT, facets: { language: 'fr' } }] })
    expect(only?.facets).toEqual((await releases({ releases: [BOAT] }))[0]?.facets)
  })

  it('can be taken one by one', async () => {
    const { read, unusedOverrides } = await releaseReader({ overrides: [{ id: 'boat', title: 'Ship' }] })
    expect(unusedOverrides()).toMatchObject([{ field: 'overrides', value: 'boat' }])
    expect(await read(BOAT)).toMatchObject([{ release: { title: 'Ship' }, place: { line: 1 } }])
    expect(unusedOverrides()).toEqual([])
    expect(await read({ id: 'x', body: '' })).toMatchObject([
      { kind: 'rejected', rejection: { line: 2, reason: 'no-text' } },
    ])
  })

  it('take dates and countries in many forms', async () => {
    const dated = async (date: unknown): Promise<string | undefined> =>
      (await releases({ releases: [{ ...BOAT, date: date as string }] }))[0]?.date
    expect(await dated(new Date('2011-05-06T23:00:00-05:00'))).toBe('2011-05-07')
    expect(await dated('2011-05')).toBe('2011-05')
    expect(await dated(2011)).toBe('2011')
    expect(await dated('20110506')).toBe('2011-05-06')
    expect(await dated(1304640000)).toBe('2011-05-06')
    expect(await dated(1304640000000)).toBe('2011-05-06')
    expect(await dated('Fri, 06 May 2011 10:00:00 GMT')).toBe('2011-05-06')
    expect(await dated('2199-01-01')).toBe('2199-01-01')
    const found = await items({
      releases: [{ ...BOAT, date: '2011-02-30', countries: ['Macao', 'XK', 'Narnia', 'MO'] }],
    })
    expect(found).toMatchObject([{ release: { countries: ['MO', 'XK'] } }])
    expect(
      warnings(found)
        .map(({ field, value }) => `${field} ${value}`)
        .sort(),
    ).toEqual(['countries Narnia', 'date 2011-02-30'])
  })
})

describe('overrides', () => {
  const cwd = folderOf({
    'a.txt': 'A title\n\nGeneva, 3 May 2010 – Text of the first.',
    'b.md': '---\ntitle: B title\ndate: 2012-01-02\nurl: https://example.org/b\nlang: en\n---\nText of the second.',
    'fix.csv':
      'id,file,url,title,date,country,topic,note\n,a.txt,,New title,2009-02-03,Haiti; MO,returns,checked\n,,https://example.org/b,B again,,,,\ngone,,,X,,,,\n',
  })

  it('from a table set and clear fields after extraction', async () => {
    const found = await items({
      include: ['*.txt', '*.md'],
      cwd,
      overrides: 'fix.csv',
      facets: { topic: 'metadata.topic' },
    })
    expect(found).toMatchObject([
      {
        release: {
          id: 'a.txt',
          title: 'New title',
          date: '2009-02-03',
          dateSource: 'stated',
          countries: ['HT', 'MO'],
          facets: { topic: 'returns' },
        },
        how: { title: 'override 1', date: 'override 1' },
      },
      { release: { id: 'b.md', title: 'B again' }, how: { date: 'cleared by override 2' } },
    ])
    expect(found[1]).not.toHaveProperty('release.date')
    expect(warnings(found)).toMatchObject([
      { file: 'b.md', field: 'date', value: '2012-01-02', reason: 'cleared by override 2' },
      { file: 'fix.csv', line: 3, field: 'overrides', value: 'gone' },
    ])
  })

  it('say which country is meant by a name of two', async () => {
    const rows = [{ ...BOAT, countries: ['Congo', 'Haiti', 'Congo - Kinshasa'] }]
    const found = await items({ releases: rows })
    expect(found).toMatchObject([{ release: { countries: ['CG', 'HT', 'CD'] } }])
    expect(warnings(found)).toMatchObject([
      { field: 'countries', value: 'Congo', reason: 'CD or CG: taken for CG; give the code where it is not' },
    ])
  })

  it('from rows, null clears; what is left without a text is rejected', async () => {
    const rows = [{ id: 'boat', date: null, language: 'es', title: '', body: '' }]
    expect(await items({ releases: [BOAT], overrides: rows })).toMatchObject([
      { kind: 'rejected', rejection: { reason: 'no-text' } },
    ])
    const [changed] = await releases({
      releases: [BOAT],
      overrides: [{ id: 'boat', date: '', countries: ['Chad'], facets: { topic: 'x' } }],
    })
    expect(changed).toEqual({
      id: 'boat',
      title: 'Boat',
      body: 'A boat.',
      language: changed?.language,
      countries: ['TD'],
      facets: { topic: 'x' },
    })
    const doubtful = await items({ releases: [BOAT], overrides: [{ id: 'boat', date: 'soon' }] })
    expect(doubtful).toMatchObject([{ release: { date: '2011-05-06' }, warnings: [{ field: 'date', value: 'soon' }] }])
  })

  it('that cannot be used are refused', async () => {
    expect((await failure({ releases: [BOAT], overrides: 'gone.csv', cwd })).code).toBe('E_INPUT')
    expect((await failure({ releases: [BOAT], overrides: [{ title: 'x' }] })).code).toBe('E_INPUT')
    expect(await failure({ releases: [BOAT], overrides: [{ id: 'boat', titel: 'x' }] })).toMatchObject({
      code: 'E_OPTION',
      message: expect.stringContaining('`title`'),
    })
  })
})
