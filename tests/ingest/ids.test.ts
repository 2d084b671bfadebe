/** Does what is read tomorrow replace what was read today only when it is the same release? */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addToArchive } from '../../src/build/add-to-archive.js'
import { buildArchive } from '../../src/build/build-archive.js'
import { readReleases } from '../../src/ingest/read-releases.js'

const folder = mkdtempSync(join(tmpdir(), 'ids-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function idsIn(name: string, content: string): Promise<string[]> {
  const cwd = mkdtempSync(join(folder, 'case-'))
  writeFileSync(join(cwd, name), content)
  const ids: string[] = []
  for await (const item of readReleases({ include: ['*'], cwd })) if (item.kind === 'release') ids.push(item.release.id)
  return ids
}

const item = (title: string, more = ''): string =>
  `<item><title>${title}</title>${more}<description>A text about ${title}.</description></item>`
const feed = (...items: string[]): string => `<rss version="2.0"><channel>${items.join('')}</channel></rss>`
const link = (url: string): string => `<link>${url}</link>`
const guid = (id: string): string => `<guid isPermaLink="false">${id}</guid>`

describe('entries of feeds', () => {
  it('are named by their guid, else by their link', async () =>
    expect(
      await idsIn(
        'feed.xml',
        feed(item('A', guid('a-1') + link('https://x.example/a')), item('B', link('https://x.example/b'))),
      ),
    ).toEqual(['a-1', 'https://x.example/b']))

  it('are not named by what all have in common', async () => {
    const front = link('https://x.example/')
    const ids = await idsIn(
      'feed.xml',
      feed(item('A', guid('1') + front), item('B', guid('1') + front), item('C', front)),
    )
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) expect(id).toMatch(/^feed\.xml#[0-9a-f]{12}$/)
  })

  it('keep their ids wherever they stand in the feed', async () => {
    const today = await idsIn('feed.xml', feed(item('A'), item('B')))
    const tomorrow = await idsIn('feed.xml', feed(item('C'), item('A'), item('B')))
    expect(tomorrow.slice(1)).toEqual(today)
    expect(today).not.toContain(tomorrow[0])
  })
})

describe('records named by their place', () => {
  it('are reported when they replace other releases of an archive', async () => {
    const cwd = mkdtempSync(join(folder, 'add-'))
    const out = join(cwd, 'archive')
    const lines = (...titles: string[]): string =>
      titles.map((title) => JSON.stringify({ title, body: `What there is to say of ${title}.` })).join('\n')
    writeFileSync(join(cwd, 'latest.jsonl'), lines('Boats', 'Trains', 'Buses'))
    await buildArchive({ include: ['*.jsonl'], cwd, out })
    // The first is the same, the second has a corrected title, the third is another release.
    writeFileSync(
      join(cwd, 'latest.jsonl'),
      `${lines('Boats')}\n${JSON.stringify({ title: 'Train', body: 'What there is to say of Trains.' })}\n${lines('Planes')}`,
    )
    const { updated, warnings } = await addToArchive(out, { include: ['*.jsonl'], cwd })
    expect(updated.sort()).toEqual(['latest.jsonl#1', 'latest.jsonl#2', 'latest.jsonl#3'])
    expect(warnings).toMatchObject([
      {
        file: 'latest.jsonl',
        line: 3,
        field: 'id',
        value: 'latest.jsonl#3',
        reason: expect.stringContaining('"Buses"'),
      },
    ])
  })
})

describe('rows named by their number', () => {
  it('are reported like them, by their line', async () => {
    const cwd = mkdtempSync(join(folder, 'rows-'))
    const out = join(cwd, 'archive')
    const table = (...titles: string[]): string =>
      ['title,body', ...titles.map((title) => `${title},"What there is\nto say of ${title}."`)].join('\n')
    writeFileSync(join(cwd, 'latest.csv'), table('Boats', 'Trains'))
    await buildArchive({ include: ['*.csv'], cwd, out })
    writeFileSync(join(cwd, 'latest.csv'), table('Boats', 'Planes'))
    const { updated, warnings } = await addToArchive(out, { include: ['*.csv'], cwd })
    expect(updated.sort()).toEqual(['latest.csv#1', 'latest.csv#2'])
    const reason = expect.stringContaining('"Trains"')
    expect(warnings).toMatchObject([{ file: 'latest.csv', line: 4, field: 'id', value: 'latest.csv#2', reason }])
  })
})

describe('files named by their path', () => {
  it('are reported when they replace other releases of an archive', async () => {
    const cwd = mkdtempSync(join(folder, 'path-'))
    const out = join(cwd, 'archive')
    const write = (name: string, title: string, about = title): void =>
      writeFileSync(
        join(cwd, name),
        `${title}\n\nWhat there is to say of ${about} is written here, in a sentence or two.`,
      )
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, `Boats of ${name}`)
    await buildArchive({ include: ['*.txt'], cwd, out })
    write('b.txt', 'Corrected title', 'Boats of b.txt')
    write('c.txt', 'Trains')
    const { updated, warnings } = await addToArchive(out, { include: ['*.txt'], cwd })
    expect(updated.sort()).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect(warnings).toMatchObject([{ file: 'c.txt', field: 'id', value: 'c.txt' }])
    expect(warnings[0]!.reason).toMatch(/^replaces another release, "Boats of c\.txt": .* file of this path/)
  })
})

describe('what is doubtful in a table', () => {
  it('is told: cells that are missing', async () => {
    const cwd = mkdtempSync(join(folder, 'csv-'))
    writeFileSync(join(cwd, 'a.csv'), 'id,title,body,date,language\n1,Boats,A text.,2011-05-04,en\n2,Trains,A text.\n')
    const items = []
    for await (const item of readReleases({ include: ['*'], cwd })) items.push(item)
    expect(items).toMatchObject([
      { kind: 'release', warnings: [] },
      { kind: 'release', warnings: [{ file: 'a.csv', line: 3, field: 'row', value: 'date, language' }] },
    ])
  })
})

describe('rows of a table', () => {
  it.each(['\n', '\r\n'])('are told by their line, and named by their number, with line ends as %j', async (end) => {
    const cwd = mkdtempSync(join(folder, 'lines-'))
    const lines = [
      'title,body',
      '',
      'Boats,"Two',
      'boats',
      'landed."',
      '',
      'Trains,A text.,x',
      'Buses,"A',
      'text."',
      'Last',
    ]
    writeFileSync(join(cwd, 'a.csv'), lines.join(end))
    const items = []
    for await (const item of readReleases({ include: ['*'], cwd })) items.push(item)
    expect(items).toMatchObject([
      { release: { id: 'a.csv#1' }, place: { file: 'a.csv', line: 3 } },
      { rejection: { file: 'a.csv', line: 7, reason: 'syntax' } },
      { release: { id: 'a.csv#3' }, place: { line: 8 } },
      { release: { id: 'a.csv#4' }, warnings: [{ line: 10 }, { line: 10 }] },
    ])
  })
})

describe('builds that fail for their inputs', () => {
  const cwd = mkdtempSync(join(folder, 'bad-'))
  writeFileSync(join(cwd, 'a.jsonl'), '{"title":"A","body":"A text."}\n{oops\n{oops again\n')
  writeFileSync(join(cwd, 'b.json'), '[')
  const build = (options: object): Promise<unknown> =>
    buildArchive({ include: ['*.json*'], cwd, out: join(cwd, 'archive'), ...options })

  it('name the file and the line with strict', async () =>
    expect(build({ strict: true })).rejects.toMatchObject({
      code: 'E_INPUT',
      where: 'a.jsonl:2',
      message: expect.stringMatching(/^a\.jsonl:2 \(syntax\): not JSON/),
    }))
  it('name the files that are too many', async () =>
    expect(build({ maxRejected: 1 })).rejects.toMatchObject({
      code: 'E_HOLLOW',
      message: expect.stringMatching(/^2 inputs rejected, 1 allowed[\s\S]*\n {2}a\.jsonl:2 [\s\S]*\n {2}a\.jsonl:3 /),
    }))
  it('name the rejected files when too few releases are left', async () =>
    expect(build({ minReleases: 5 })).rejects.toMatchObject({
      code: 'E_HOLLOW',
      message: expect.stringMatching(/^Only 1 release taken in, at least 5 expected[\s\S]*a\.jsonl:2[\s\S]*b\.json/),
    }))
})

describe('languages that may be guessed', () => {
  it.each([
    ['english', 'did you mean `en`?'],
    ['eng', 'did you mean `en`?'],
    ['Français', 'did you mean `fr`?'],
    ['klingon language', 'BCP 47'],
    ['xx', 'there is no such language'],
    ['', 'BCP 47'],
  ])('are not %j', async (language, advice) => {
    const reading = readReleases({ include: ['*'], cwd: folder, languages: ['fr', language] }).next()
    await expect(reading).rejects.toMatchObject({ code: 'E_OPTION', message: expect.stringContaining(advice) })
  })

  it.each([
    ['pt-br', 'pt-BR'],
    ['PT_br', 'pt-BR'],
    ['EN', 'en'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['ksw', 'ksw'],
  ])('may be written %s', async (language, tag) => {
    const releases = [{ id: 'a', title: 'T', body: 'O campo acolhe duzentas pessoas.' }]
    const { value } = await readReleases({ releases, languages: [language] }).next()
    expect(value).toMatchObject({ kind: 'release', release: { language: tag } })
  })
})
