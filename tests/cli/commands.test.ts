import { setMaxListeners } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BuildReport } from '../../src/build.js'
import { COMMANDS } from '../../src/cli/commands.js'
import { runCommandLine } from '../../src/cli/run-command-line.js'
import { textWidth } from '../../src/cli/text-width.js'
import type { Hit, Release, SearchPage } from '../../src/types.js'
import { capturedTerminal } from './captured.js'
import { RELEASES_JSONL } from './releases.js'

let folder: string
let archive: string
const inFolder = (name: string) => join(folder, name)

async function run(args: string[], environment = {}, signal = new AbortController().signal) {
  // As the program does: every read of a part listens to it.
  setMaxListeners(0, signal)
  const captured = capturedTerminal({ environment })
  const code = await runCommandLine(args, { terminal: captured.terminal, signal })
  return { code, output: captured.output(), errors: captured.errors() }
}

const jsonOf = async <T>(args: string[]): Promise<T> => JSON.parse((await run(args)).output) as T

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-cli-'))
  archive = inFolder('archive')
  writeFileSync(inFolder('releases.jsonl'), `${RELEASES_JSONL}{"id":"broken"\n`)
  const built = await run([
    'build',
    inFolder('releases.jsonl'),
    '-o',
    archive,
    '--facet',
    'topic=topic',
    '--report',
    inFolder('report.json'),
  ])
  expect(built).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('build', () => {
  it('tells what was found, and lists what was rejected', async () => {
    const { code, output, errors } = await run(['build', inFolder('releases.jsonl'), '-o', inFolder('other')])
    expect(code).toBe(0)
    expect(output).toContain('✓ 4 releases in ')
    expect(output).toContain('Found      5: 4 taken in, 1 rejected')
    expect(output).toMatch(/ {2}2008 .*1\n {2}2009 .*0\n {2}2010 .*0\n {2}2011 .*2\n {2}undated: 1\n/)
    expect(errors).toMatch(/releases\.jsonl:5: rejected \(syntax\): /)
  })

  it('says what it replaces', async () => {
    const out = inFolder('twice')
    const [first, second] = RELEASES_JSONL.split('\n')
    writeFileSync(inFolder('one.jsonl'), `${first}\n${second}\n`)
    writeFileSync(inFolder('two.jsonl'), `${second}\n`)
    const built = async (name: string) => (await run(['build', inFolder(name), '-o', out])).errors
    expect(await built('one.jsonl')).toBe('')
    expect(await built('two.jsonl')).toBe('In place of an archive of 2 releases; 1 of them is not in this one.\n')
    expect(await built('one.jsonl')).toBe('In place of an archive of 1 release; all of them are in this one too.\n')
    const report = await jsonOf<BuildReport>(['build', inFolder('two.jsonl'), '-o', out, '--json'])
    expect(report.earlier).toEqual({ releases: 2, gone: 1 })
  })

  it('prints exactly the report with --json, and writes it with --report', async () => {
    const { output } = await run(['build', inFolder('releases.jsonl'), '-o', inFolder('reported'), '--json'])
    const report = JSON.parse(output) as BuildReport
    expect(report).toMatchObject({ found: 5, releases: 4, undated: 1, years: { '2008': 1, '2011': 2 } })
    const written = JSON.parse(readFileSync(inFolder('report.json'), 'utf8')) as BuildReport
    expect({ ...written, ms: 0, peakMemoryMiB: 0 }).toEqual({ ...report, ms: 0, peakMemoryMiB: 0 })
  })

  it('says when the report cannot be written', async () => {
    const { code, errors } = await run([
      'build',
      inFolder('releases.jsonl'),
      '-o',
      inFolder('other'),
      '--report',
      inFolder('no/report.json'),
    ])
    expect(code).toBe(1)
    expect(errors).toMatch(/was published, but its report cannot be written .*\(E_DISK\)/)
  })

  it('reads a configuration, and takes the command line before it', async () => {
    const path = inFolder('config.mjs')
    writeFileSync(
      path,
      `export default { include: [${JSON.stringify(inFolder('releases.jsonl'))}], out: ${JSON.stringify(inFolder('wrong'))},
        facets: { a: 'b' }, map: (raw) => raw.id === 'macao' ? null : raw }`,
    )
    const report = await jsonOf<BuildReport>(['build', '--config', path, '--out', inFolder('configured'), '--json'])
    expect(report).toMatchObject({ releases: 3, skipped: 1 })
    expect(existsSync(inFolder('wrong'))).toBe(false)
    const about = await jsonOf<{ facets: string[] }>(['info', inFolder('configured'), '--json'])
    expect(about.facets).toContain('topic')
  })

  it('tells where a field comes from with --explain, and writes nothing', async () => {
    const before = readdirSync(folder)
    const { code, output } = await run(['build', '--explain', `${inFolder('releases.jsonl')}:2`])
    expect(code).toBe(0)
    expect(output).toMatch(/releases\.jsonl:2\n {2}title +New Camp for Refugees near Dadaab \(stated\)/)
    expect(readdirSync(folder)).toEqual(before)
    expect((await run(['build', '--explain', `${inFolder('releases.jsonl')}:99`])).errors).toContain(
      'has no record on line 99',
    )
  })

  it.each<[string, () => string[], number, RegExp]>([
    ['no globs', () => ['-o', 'x'], 2, /GLOB missing.*\nSee datelines build --help/],
    ['no out', () => ['x'], 2, /--out DIR missing/],
    ['no match', () => [inFolder('nothing-*.txt'), '-o', inFolder('other')], 1, /no file matches .*\(E_INPUT\)/],
    ['strict', () => [inFolder('releases.jsonl'), '-o', inFolder('other'), '--strict'], 1, /\(E_INPUT\)/],
    [
      'too many rejected',
      () => [inFolder('releases.jsonl'), '-o', inFolder('other'), '--max-rejected', '0'],
      1,
      /\(E_HOLLOW\)/,
    ],
    ['too few', () => [inFolder('releases.jsonl'), '-o', inFolder('other'), '--min-releases', '9'], 1, /\(E_HOLLOW\)/],
    ['a folder that is no archive', () => [inFolder('releases.jsonl'), '-o', folder], 1, /\(E_EXISTS\)/],
    [
      'a facet whose name is taken',
      () => [inFolder('releases.jsonl'), '-o', inFolder('other'), '--facet', 'year=x'],
      2,
      /\(E_OPTION\)/,
    ],
  ])('%s', async (_name, args, code, message) => {
    const { errors, ...rest } = await run(['build', ...args()])
    expect(rest).toEqual({ code, output: '' })
    expect(errors).toMatch(message)
    expect(errors).not.toMatch(/\n\s+at /)
  })

  it('ends when it is interrupted', async () => {
    const { code, errors } = await run(
      ['build', inFolder('releases.jsonl'), '-o', inFolder('never')],
      {},
      AbortSignal.abort(),
    )
    expect({ code, errors }).toEqual({ code: 1, errors: 'datelines: interrupted\n' })
    expect(existsSync(inFolder('never'))).toBe(false)
  })
})

describe('search', () => {
  it('reads well', async () => {
    const { code, output } = await run(['search', archive, '"human trafficking" casino'])
    expect(code).toBe(0)
    expect(output).toMatch(
      /^1 release for "human trafficking" casino\n\n 1\. Officers in Macao Train Against Human Trafficking\n {4}2011-02-28 · Macao SAR China, China · macao\n {4}https:/,
    )
    expect(output).toContain('\nYears\n  2011  ████  1\n\nCountries\n')
    expect(output).not.toContain('\x1b')
  })

  it('marks words on a terminal', async () => {
    const { output } = await run(['search', archive, 'casino'], { FORCE_COLOR: '1' })
    expect(output).toContain('\x1b[1m\x1b[33mcasino\x1b[39m\x1b[22m')
  })

  it.each<[string[], string[]]>([
    [[], ['dadaab', 'macao', 'retour', 'undated']],
    [['refugees'], ['dadaab', 'undated']],
    [['refugees', 'foot'], ['dadaab']],
    [
      ['refugees foot', '--or'],
      ['dadaab', 'undated'],
    ],
    [['refugees -foot'], ['undated']],
    [
      ['--', '-refugees'],
      ['macao', 'retour'],
    ],
    [
      ['--country', 'MO,KE'],
      ['dadaab', 'macao'],
    ],
    [['--country', 'macao'], ['macao']],
    [['--country', 'none'], ['undated']],
    [
      ['--year', '2009..2011'],
      ['dadaab', 'macao'],
    ],
    [
      ['--year', '2008,2011'],
      ['dadaab', 'macao', 'retour'],
    ],
    [['--year', 'none'], ['undated']],
    [['--date', '2011-08..'], ['dadaab']],
    [['--date', '..2010'], ['retour']],
    [['--lang', 'fr'], ['retour']],
    [['--where', 'topic=trafficking'], ['macao']],
    [
      ['--where', 'topic=camps,training'],
      ['dadaab', 'macao'],
    ],
    [['offic', '--prefix'], ['macao']],
    [
      ['refugges', '--fuzzy'],
      ['dadaab', 'undated'],
    ],
    [
      ['refugees casino', '--relax'],
      ['dadaab', 'macao', 'undated'],
    ],
    [['casino', '--fields', 'title'], []],
  ])('%j', async (args, ids) => {
    const page = await jsonOf<SearchPage>(['search', archive, '--json', ...args])
    expect(page.hits.map(({ id }) => id).sort()).toEqual(ids)
    expect(page.total).toBe(ids.length)
  })

  it('sorts and pages', async () => {
    const ids = async (...args: string[]) =>
      (await jsonOf<SearchPage>(['search', archive, '--json', ...args])).hits.map(({ id }) => id)
    expect(await ids('--sort', 'oldest')).toEqual(['retour', 'macao', 'dadaab', 'undated'])
    expect(await ids('--sort', 'newest', '--limit', '2', '--offset', '1')).toEqual(['macao', 'retour'])
    expect(await ids('-n', '0')).toEqual([])
  })

  it('counts what is asked for', async () => {
    const facets = async (...args: string[]) =>
      Object.keys((await jsonOf<SearchPage>(['search', archive, '--json', ...args])).facets)
    expect(await facets()).toEqual(['year', 'country'])
    expect(await facets('--facets', 'topic,month')).toEqual(['topic', 'month'])
    expect(await facets('--facets', 'none')).toEqual([])
  })

  it('says what was widened, and what would have found something', async () => {
    expect((await run(['search', archive, 'refugees casino', '--relax'])).output).toContain('any of them was enough')
    const { output } = await run(['search', archive, 'refugges'])
    expect(output).toMatch(/^No release for refugges\nDid you mean refugees\?/)
  })

  it('says what was read as plain words', async () => {
    for (const query of ['(casino OR', 'casino "macao', 'casino -'])
      expect((await run(['search', archive, query])).errors).toMatch(
        /^Part of the query was read as plain words: character \d+: /,
      )
    const told: [string, string][] = [
      ['colour:red casino', 'There is no facet “colour” here; colour:red was read as plain words.'],
      ['year:>2010 casino', 'There is no such date as year:>2010; it was read as plain words.'],
      ['date:2015-02-30', 'There is no such date as date:2015-02-30; it was read as plain words.'],
      ['casino year:2012..2011', 'The range year:2012..2011 ends before it begins.'],
      ['casino country:Narnia', 'No country is called “Narnia”.'],
      ['casino language:xx', 'No language has the code “xx”.'],
    ]
    for (const [query, text] of told) {
      const shown = await run(['search', archive, query])
      expect([shown.output.split('\n')[1], shown.errors]).toEqual([text, ''])
      expect((await run(['search', archive, query, '--all', '--format', 'csv'])).errors).toBe(`${text}\n`)
    }
    for (const query of ['casino topic:trafficking', 'at 10:30', '"macao"', ''])
      expect((await run(['search', archive, query])).errors).toBe('')
  })

  it('says which names and terms were looked for by their other names, and does without', async () => {
    const { output } = await run(['search', archive, 'refugees'])
    expect(output.split('\n')[1]).toBe('refugees was also looked for by other names: refugie, refugiado.')
    const plain = await run(['search', archive, 'refugees', '--no-concepts'])
    expect(plain.output).not.toContain('other names')
    const page = await jsonOf<SearchPage>(['search', archive, 'refugees', '--json', '--no-concepts'])
    expect(page.applied).toEqual({ relaxed: false, prefixes: [], fuzzy: [], cut: false })
  })

  it('does not say that a word was looked for as itself', async () => {
    const { output } = await run(['search', archive, 'casino', '--fuzzy'])
    expect(output).not.toMatch(/looked for as.*\bcasino\b/)
  })

  it('shows the beginning of a query that is very long', async () => {
    const { output } = await run(['search', archive, 'casino '.repeat(500)])
    expect(output.split('\n')[0]!.length).toBeLessThan(400)
  })

  it('says that a page is not everything', async () => {
    const part = await run(['search', archive, '--format', 'csv', '--limit', '2'])
    expect(part.errors).toBe('2 of 4 hits; --all writes every one.\n')
    expect((await run(['search', archive, '--format', 'csv', '--all'])).errors).toBe('')
  })

  it('exports everything in order', async () => {
    const all = async (...args: string[]) => (await run(['search', archive, '--all', ...args])).output
    const page = await jsonOf<SearchPage>(['search', archive, 'refugees', '--json'])
    const { length } = page.hits
    const lines = (await all('refugees', '--format', 'jsonl')).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as Hit).id)).toEqual(page.hits.map(({ id }) => id))
    expect(JSON.parse(await all('refugees', '--format', 'json'))).toHaveLength(length)
    expect(await all('zzz', '--format', 'json')).toBe('[]\n')
    expect(await all('zzz', '--format', 'jsonl')).toBe('')
    const releases = JSON.parse(await all('casino', '--json', '--releases')) as Release[]
    expect(releases.map(({ body }) => body)).toEqual([expect.stringContaining('casino towns')])
    const text = await all('refugees')
    expect(text).toMatch(/^2 releases for refugees\nrefugees was also .*\n\n 1\. .*\n[\s\S]*\n 2\. [\s\S]*\nYears\n/)
    expect(text).not.toContain('--offset')
  })

  it('writes CSV, with a column for each facet', async () => {
    const { output } = await run(['search', archive, '--format', 'csv', '--sort', 'oldest'])
    const rows = output.split('\r\n')
    expect(rows[0]).toBe('\uFEFFid,title,date,countries,mentions,language,url,origin,score,origins,region,topic')
    expect(rows[2]).toMatch(/^macao,.*,2011-02-28,MO;CN,.*,trafficking;training$/)
    expect(rows).toHaveLength(6)
    const plain = await run(['search', archive, '--format', 'csv', '--sort', 'oldest', '--no-bom'])
    expect(plain.output).toBe(output.slice(1))
  })

  it.each<[string[], number, RegExp]>([
    [['--format', 'xml'], 2, /--format: expected text, json, jsonl, csv, got "xml"/],
    [['--json', '--format', 'csv'], 2, /contradict/],
    [['--all', '--limit', '3'], 2, /contradict/],
    [['--all', '--offset', '3'], 2, /contradict/],
    [['--releases', '--all', '--format', 'csv'], 2, /--releases goes with --all/],
    [['--releases', '--json'], 2, /--releases goes with --all/],
    [['--year', '20x'], 2, /--year: .*got "20x"/],
    [['--year', '2016..2012'], 2, /--year: expected a range that does not end before it begins, got "2016\.\.2012"/],
    [['--date', '2011-05..2011-04-30'], 2, /--date: .*before it begins/],
    [['--date', '2011-13'], 2, /--date: there is no month 2011-13\./],
    [['--date', '2015-02-31'], 2, /--date: there is no day 2015-02-31\./],
    [['--lang', 'xx'], 2, /no language has the code "xx"/],
    [['--where', 'topic'], 2, /--where: expected NAME=VALUE/],
    [['--where', 'nothing=x'], 2, /There is no facet "nothing"/],
    [['--facets', 'nothing'], 2, /nothing/],
    [['--contry', 'MO'], 2, /Unknown option --contry\. Did you mean --country\?/],
  ])('refuses %j', async (args, code, message) => {
    const { errors, ...rest } = await run(['search', archive, 'x', ...args])
    expect(rest).toEqual({ code, output: '' })
    expect(errors).toMatch(message)
  })

  it('fails where there is no archive', async () => {
    const { code, errors } = await run(['search', inFolder('nowhere'), 'x'])
    expect(code).toBe(1)
    expect(errors).toMatch(/^datelines: .*nowhere.*\(E_NOT_FOUND\)\n$/)
  })
})

describe('get', () => {
  it('shows a release by id or address', async () => {
    const { output } = await run(['get', archive, 'macao'])
    expect(output).toMatch(/^Officers in Macao Train Against Human Trafficking\n\n {2}Date +2011-02-28\n/)
    expect(output).toContain('region.\n')
    expect((await run(['get', archive, 'https://example.org/news/macao'])).output).toBe(output)
    expect(await jsonOf<Release>(['get', archive, 'retour', '--json'])).toMatchObject({ id: 'retour', language: 'fr' })
  })

  it('fails for any other', async () => {
    for (const id of ['nope', '__proto__', '']) {
      const { code, errors } = await run(['get', archive, id])
      expect(code).toBe(1)
      expect(errors).toContain(`no release with the id or address "${id}"`)
    }
  })
})

describe('why', () => {
  it('explains hits and misses', async () => {
    expect((await run(['why', archive, 'refugees', 'dadaab'])).output).toMatch(
      /Score +\d[\s\S]*\n {2}refugees +\S.* +body +\d/,
    )
    const missed = await run(['why', archive, 'refugees casino', 'dadaab', '--year', '2008'])
    expect(missed.code).toBe(0)
    expect(missed.output).toMatch(/not found[\s\S]*✗ casino/)
    expect(await jsonOf<object>(['why', archive, 'refugees', 'dadaab', '--json'])).toMatchObject({
      id: 'dadaab',
      matched: true,
    })
  })

  it('takes an address, and fails for what is in no archive', async () => {
    const { id } = await jsonOf<{ id: string }>(['why', archive, 'casino', 'https://example.org/news/macao', '--json'])
    expect(id).toBe('macao')
    for (const more of [[], ['--json']]) {
      const { code, output, errors } = await run(['why', archive, 'casino', 'nope', ...more])
      expect([code, output]).toEqual([1, ''])
      expect(errors).toMatch(/no release with the id or address "nope".*\(E_NOT_FOUND\)/)
    }
  })
})

describe('build --page', () => {
  it('writes its own files anew, and keeps those that were changed by hand', async () => {
    const site = inFolder('kept')
    const args = ['build', inFolder('releases.jsonl'), '-o', join(site, 'news'), '--page-title']
    const index = join(site, 'index.html')
    const theme = join(site, 'datelines-page', 'theme.css')
    const built = async (...more: string[]): Promise<string> => (await run([...args, ...more])).errors
    expect(await built('One', '--page-accent', '#7a1f3d')).not.toContain('is kept')
    expect(await built('Two', '--page-accent', '#123456')).not.toContain('is kept')
    expect(readFileSync(index, 'utf8')).toContain('<title>Two</title>')
    // A checkout may change the ends of lines: that is no change.
    for (const path of [index, theme]) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
    expect(await built('Three')).not.toContain('is kept')
    expect(readFileSync(theme, 'utf8')).toBe('')
    writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', '<!-- mine --></head>'))
    writeFileSync(theme, ':root{--accent:red}')
    const told = await built('Four')
    for (const path of [index, theme]) expect(told).toContain(`${path} was changed by hand and is kept`)
    expect(readFileSync(index, 'utf8')).toMatch(/<title>Three<[\s\S]*<!-- mine -->/)
    expect(readFileSync(theme, 'utf8')).toBe(':root{--accent:red}')
    rmSync(index)
    expect(await built('Five')).toContain('theme.css was changed')
    expect(readFileSync(index, 'utf8')).toContain('<title>Five</title>')
  })
})

describe('serve', () => {
  it('shows the page that build has put beside the archive, with its name and colour', async () => {
    const site = inFolder('site')
    const out = join(site, 'news')
    const named = ['--page-title', 'News & "more"', '--page-accent', '#7a1f3d', '--page-language', 'fr']
    await run(['build', inFolder('releases.jsonl'), '-o', out, ...named])
    const shown = async (...args: string[]): Promise<{ page: string; theme: string }> => {
      const ending = new AbortController()
      const captured = capturedTerminal()
      const done = runCommandLine(['serve', out, '--port', '0', ...args], {
        terminal: captured.terminal,
        signal: ending.signal,
      })
      await vi.waitUntil(() => /http:\S+/.test(captured.output()), { timeout: 10_000 })
      const url = /http:\S+/.exec(captured.output())![0]
      const [page, theme] = await Promise.all(
        ['', 'datelines-page/theme.css'].map(async (path) => (await fetch(url + path)).text()),
      )
      ending.abort()
      expect(await done).toBe(0)
      return { page: page!, theme: theme! }
    }
    const { page, theme } = await shown()
    expect(page).toContain('<title>News &amp; &quot;more&quot;</title>')
    expect(page).toContain('<meta name="datelines-language" content="fr">')
    expect(theme).toBe(readFileSync(join(site, 'datelines-page', 'theme.css'), 'utf8'))
    expect(theme).not.toBe('')
    const other = await shown('--page-title', 'Other')
    expect(other.page).toContain('<title>Other</title>')
    expect(other.theme).toBe(theme)
  })
})

describe('info and verify', () => {
  it('tells what there is', async () => {
    const { output } = await run(['info', archive])
    expect(output).toMatch(/^4 releases in .*\n\n {2}Years +2008–2011\n {2}Undated +1\n {2}Languages +en 3, fr 1\n/)
    expect(await jsonOf<object>(['info', archive, '--json'])).toMatchObject({
      releases: 4,
      years: [2008, 2011],
      undated: 1,
    })
  })

  it('checks every byte', async () => {
    const { code, output } = await run(['verify', archive, '--deep'])
    expect(code).toBe(0)
    expect(output).toMatch(/^✓ .* is whole: 4 releases, 1 segment, \d+ files?, .*B\n$/)
    expect(await jsonOf<object>(['verify', archive, '--json'])).toMatchObject({ ok: true, releases: 4, problems: [] })
  })

  it('lists what is damaged', async () => {
    const damaged = inFolder('damaged')
    await run(['build', inFolder('releases.jsonl'), '-o', damaged])
    const [segment = ''] = readdirSync(damaged).filter((name) => /^[0-9a-f]{16}$/.test(name))
    const [file = ''] = readdirSync(join(damaged, segment)).sort()
    const path = join(damaged, segment, file)
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(path, bytes)
    const { code, output } = await run(['verify', damaged])
    expect(code).toBe(1)
    expect(output).toMatch(/^✗ .* is damaged: \d+ problems?\n {2}\S+: /)
    expect((await run(['verify', damaged, '--json'])).code).toBe(1)
  })

  it('lists some of many problems that are alike, and counts the rest', async () => {
    const damaged = inFolder('strange')
    await run(['build', inFolder('releases.jsonl'), '-o', damaged])
    const [segment = ''] = readdirSync(damaged).filter((name) => /^[0-9a-f]{16}$/.test(name))
    for (let i = 0; i < 16; i++) writeFileSync(join(damaged, segment, `stray-${i}.dl`), '')
    const { output } = await run(['verify', damaged])
    expect(output.match(/no part of the archive names this file/g)).toHaveLength(4)
    expect(output).toContain('\n  and 12 more like this\n')
    const { problems } = await jsonOf<{ problems: object[] }>(['verify', damaged, '--json'])
    expect(problems.length).toBeGreaterThanOrEqual(16)
  })
})

describe('help', () => {
  it('is there for the whole and for every command, and fits the line', async () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['help'],
      ...COMMANDS.flatMap(({ name }) => [
        [name, '--help'],
        ['help', name],
      ]),
    ]) {
      const { code, output, errors } = await run(args, { COLUMNS: '72' })
      expect({ code, errors }).toEqual({ code: 0, errors: '' })
      expect(output).toMatch(/^Usage: datelines /)
      const prose = output.split('\nExamples\n')[0]!.split('\n').slice(1)
      expect(Math.max(...prose.map(textWidth))).toBeLessThanOrEqual(72)
    }
    expect((await run(['help', 'build'])).output).toBe((await run(['build', '--help'])).output)
  })

  it('shows the version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect((await run(['--version'])).output).toBe(`${version}\n`)
  })

  it.each<[string[], RegExp]>([
    [[], /^Usage: datelines COMMAND/],
    [['serch'], /Unknown command serch\. Did you mean search\?\nSee datelines --help\n$/],
    [['help', 'serch'], /Unknown command serch/],
    [['--verison'], /Unknown option --verison/],
    [['toString'], /Unknown command toString/],
    [['search'], /DIR\|URL missing\.\nSee datelines search --help\n$/],
    [['info', 'a', 'b'], /One word too many: "b"/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, output, errors } = await run(args)
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(errors).toMatch(message)
  })
})
