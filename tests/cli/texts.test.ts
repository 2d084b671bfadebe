import { describe, expect, it } from 'vitest'
import type { BuildReport, IngestItem } from '../../src/build.js'
import { explainLines } from '../../src/cli/build-explain.js'
import { buildNotes, buildSummary } from '../../src/cli/build-summary.js'
import { facetChart, yearCounts } from '../../src/cli/facet-charts.js'
import { infoLines } from '../../src/cli/info.js'
import { placeText, reasonText } from '../../src/cli/input-troubles.js'
import { releaseLines } from '../../src/cli/release-text.js'
import { footLines, headLines, hitLines } from '../../src/cli/search-text.js'
import { textWidth } from '../../src/cli/text-width.js'
import { explanationLines } from '../../src/cli/why.js'
import type { Explanation, FacetCount, Hit, SearchPage } from '../../src/types.js'
import { lookPrinter, plainPrinter } from './captured.js'

const report: BuildReport = {
  found: 8,
  releases: 4,
  replaced: ['a'],
  skipped: 1,
  rejected: [
    { file: 'a.txt', code: 'E_INPUT', reason: 'empty', message: 'the file is empty' },
    { file: 'b.jsonl', line: 3, code: 'E_INPUT', reason: 'syntax', message: 'b.jsonl:3: not JSON' },
  ],
  warnings: [{ file: 'c.html', field: 'date', value: '2011-02-30\x1b[2J', reason: 'not a date' }],
  undated: 1,
  languages: { en: 2, fr: 1, und: 1 },
  years: { '2009': 1, '2011': 2 },
  countries: { MO: 2, CN: 1 },
  duplicates: { exact: 1, near: 2, clusters: [['a', 'b', 'c', 'd']] },
  terms: 120,
  bytes: { root: 100, lexicon: 0, terms: 400, positions: 0, words: 0, ids: 0, facets: 0, texts: 1500, total: 2000 },
  ms: 1234,
  peakMemoryMiB: 99.6,
}

describe('buildNotes', () => {
  it('lists rejections, then doubtful values, with their place', () => {
    expect(buildNotes(report, lookPrinter())).toEqual([
      'a.txt: <bad:rejected> (empty): the file is empty',
      'b.jsonl:3: <bad:rejected> (syntax): not JSON',
      'c.html: <doubt:doubtful>: date "2011-02-30 [2J": not a date',
    ])
  })

  it('counts what is too much to list', () => {
    const rejected = Array.from({ length: 1021 }, (_, line) => ({ ...report.rejected[1]!, line }))
    const notes = buildNotes({ ...report, rejected, warnings: [] }, plainPrinter())
    expect(notes).toHaveLength(21)
    expect(notes.at(-1)).toBe('and 1,001 more rejected')
  })

  it('lists some doubtful values of each kind where they are many', () => {
    const replaced = Array.from({ length: 300 }, (_, i) => ({
      file: 'a.jsonl',
      line: i + 2,
      field: 'id',
      value: `r${i}`,
      reason: `replaces the release of this id from a.jsonl:${i + 1}`,
    }))
    const notes = buildNotes(
      { ...report, rejected: [], warnings: [...replaced, ...report.warnings, ...replaced] },
      plainPrinter(),
    )
    expect(notes).toHaveLength(6)
    expect(notes[4]).toBe('and 596 more like this')
    expect(notes[5]).toContain('not a date')
  })

  it('bounds the kinds of doubtful values too', () => {
    const warnings = Array.from({ length: 50 }, (_, i) => ({
      ...report.warnings[0]!,
      reason: 'x'.repeat(i),
    }))
    const notes = buildNotes({ ...report, rejected: [], warnings }, plainPrinter())
    expect(notes).toHaveLength(21)
    expect(notes.at(-1)).toBe('and 30 more doubtful')
  })
})

describe('buildSummary', () => {
  it('accounts for everything that was found', () => {
    expect(buildSummary(report, 'public/archive', plainPrinter(70))).toEqual([
      '✓ 4 releases in public/archive',
      '',
      '  Found       8: 4 taken in, 1 replaced by a later one of the same id,',
      '              1 skipped, 2 rejected; 1 doubtful value',
      '  Rejected    empty 1, syntax 1',
      '  Languages   en 2, fr 1, unknown 1',
      '  Duplicates  1 exact, 2 near, in 1 cluster; all are kept',
      '  Size        2.0 kB: texts 1.5 kB, index 500 B with 120 terms',
      '  Time        1.2 s · 100 MiB of memory',
      '',
      'Years',
      '  2009  ████      1',
      '  2010            0',
      '  2011  ████████  2',
      '  undated: 1',
      '',
      'Countries',
      '  Macao SAR China  2',
      '  China            1',
    ])
  })
})

describe('troubles', () => {
  it.each([
    [{ file: 'a', message: 'a: gone' }, 'a', 'gone'],
    [{ file: 'a', line: 2, message: 'a: gone' }, 'a:2', 'gone'],
    [{ file: 'a', line: 2, message: 'a:2: gone' }, 'a:2', 'gone'],
    [{ file: 'a', line: 2, message: 'another: gone\nfor good' }, 'a:2', 'another: gone for good'],
  ])('%j', (rejection, place, reason) => {
    expect(placeText(rejection)).toBe(place)
    expect(reasonText(rejection)).toBe(reason)
  })
})

describe('facetChart', () => {
  const counts = (values: (string | number | null)[], count = 3): FacetCount[] =>
    values.map((value) => ({ value, label: value === null ? 'none' : `L ${value}`, count }))

  it('is nothing where nothing was counted', () => {
    expect(facetChart('year', [], 5, plainPrinter())).toEqual([])
  })

  it('lists the first values, and says how many more there are', () => {
    expect(facetChart('topic', counts(['a', 'b', 'c', null]), 2, plainPrinter())).toEqual([
      '',
      'topic',
      '  L a  3',
      '  L b  3',
      '  and 1 more · none: 3',
    ])
  })

  it('cuts long labels and keeps counts in line', () => {
    const rows = facetChart(
      'country',
      [
        { value: 'a', label: '移'.repeat(40), count: 1000 },
        { value: 'b', label: 'b', count: 5 },
      ],
      9,
      plainPrinter(),
    ).slice(2)
    expect(rows.map(textWidth)).toEqual([40, 40])
    expect(rows[0]).toMatch(/移…\s+1,000$/)
  })

  it.each([30, 60, 80, 100])('fits %i cells with many years', (width) => {
    const years = yearCounts(Object.fromEntries(Array.from({ length: 28 }, (_, i) => [1998 + i, i * 100])), 7)
    const rows = facetChart('year', years, 0, plainPrinter(width))
    expect(Math.max(...rows.map(textWidth))).toBeLessThanOrEqual(width)
    for (let year = 1998; year < 2026; year++) expect(rows.join('\n')).toContain(`${year}  `)
    expect(rows.at(-1)).toBe('  undated: 7')
  })
})

describe('yearCounts', () => {
  it('has every year between, and undated ones last', () => {
    expect(yearCounts({ '2001': 2, '2003': 1 }, 0)).toEqual([
      { value: 2001, label: '2001', count: 2 },
      { value: 2002, label: '2002', count: 0 },
      { value: 2003, label: '2003', count: 1 },
    ])
    expect(yearCounts({ '0987': 1 }, 2)).toEqual([
      { value: 987, label: '0987', count: 1 },
      { value: null, label: 'undated', count: 2 },
    ])
    expect(yearCounts({}, 0)).toEqual([])
  })
})

const hit: Hit = {
  id: 'releases/macao.txt',
  title: 'Counter-Trafficking Workshop',
  date: '2011-02-28',
  datePrecision: 'day',
  year: 2011,
  countries: ['MO', 'CN'],
  mentions: [],
  facets: {},
  score: 1,
  terms: [],
  snippet: { text: 'On human trafficking in Macao.', marks: [[3, 20]] },
  titleSnippet: { text: 'Counter-Trafficking Workshop', marks: [[8, 19]] },
  origin: 'archive',
}

const page: SearchPage = {
  query: '"human trafficking"',
  total: 12,
  hits: [hit],
  facets: {},
  corrections: [],
  applied: { relaxed: false, prefixes: [], fuzzy: [], cut: false },
  ms: 1,
}

describe('headLines', () => {
  it.each<[string, Partial<SearchPage>, string, string[]]>([
    ['a count', {}, '', ['12 releases for "human trafficking"']],
    ['one', { total: 1, query: '' }, '', ['1 release']],
    ['filters', { query: '' }, 'country MO', ['12 releases · country MO']],
    ['folded', { groups: 9 }, '', ['12 releases for "human trafficking", 9 different texts']],
    [
      'nothing, but a correction',
      {
        total: 0,
        query: 'refugges',
        corrections: [{ word: 'refugges', suggestion: 'refugees', query: 'refugees', releases: 41 }],
      },
      '',
      ['No release for refugges', 'Did you mean refugees? (refugees: 41 releases)'],
    ],
    [
      'a country that no country is',
      { total: 0, query: 'country:Narnia', unknown: [{ facet: 'country', value: 'Narnia' }] },
      '',
      ['No release for country:Narnia', 'No country is called “Narnia”.'],
    ],
    [
      'widened',
      {
        query: 'migr refuge',
        applied: {
          relaxed: true,
          prefixes: [{ word: 'migr', forms: 14 }],
          fuzzy: [{ word: 'refuge', forms: ['refuges', 'refugee'] }],
          cut: true,
        },
      },
      '',
      [
        'At least 12 releases for migr refuge',
        'No release has all the words; any of them was enough.',
        'migr… stands for 14 words.',
        'refuge was also looked for as refuges, refugee.',
        'Not every form could be looked up: the counts are lower bounds.',
      ],
    ],
  ])('%s', (_name, change, filters, expected) => {
    expect(headLines({ ...page, ...change }, filters, plainPrinter(80))).toEqual(expected)
  })
})

describe('hitLines', () => {
  it('has title, facts and snippet, words marked', () => {
    expect(hitLines(hit, 3, 10, lookPrinter(80))).toEqual([
      '',
      '<dim: 3.> <strong:Counter-><mark:Trafficking><strong: Workshop>',
      '    2011-02-28 · Macao SAR China, China<dim: · releases/macao.txt>',
      '    On <mark:human trafficking> in Macao.',
    ])
  })

  it.each<[string, Partial<Hit>, string[]]>([
    [
      'bare',
      { title: '', titleSnippet: undefined, snippet: undefined, date: undefined, countries: [] },
      [' 1. (no title)', '    undated · releases/macao.txt'],
    ],
    [
      'copies',
      { copies: 3, snippet: undefined, countries: [] },
      [' 1. Counter-Trafficking Workshop', '    2011-02-28 · 3 copies · releases/macao.txt'],
    ],
    [
      'many countries and an address',
      { snippet: undefined, countries: ['MO', 'CN', 'VN', 'TH', 'RU', 'XK'], url: 'https://example.org/1' },
      [
        ' 1. Counter-Trafficking Workshop',
        '    2011-02-28 · Macao SAR China, China, Vietnam, Thailand',
        '    and 2 more',
        '    releases/macao.txt',
        '    https://example.org/1',
      ],
    ],
    [
      'control characters',
      { titleSnippet: { text: 'a\x1b]0;b\x07', marks: [] }, snippet: undefined, id: 'x\ny', countries: [] },
      [' 1. a ]0;b', '    2011-02-28 · x y'],
    ],
  ])('%s', (_name, change, expected) => {
    const lines = hitLines({ ...hit, ...change } as Hit, 1, 9, plainPrinter(60))
    expect(lines.slice(1)).toEqual(expected)
  })

  it('keeps numbers in line', () => {
    const starts = [9, 1000].map((number) => hitLines(hit, number, 1000, plainPrinter(80))[1]!.indexOf('Counter'))
    expect(new Set(starts)).toEqual(new Set([7]))
  })
})

describe('footLines', () => {
  it.each<[string, Partial<SearchPage>, number, string[]]>([
    ['the first of several pages', {}, 0, ['', '1–1 of 12 · the next: --offset 1']],
    ['the last page', {}, 11, ['', '12–12 of 12']],
    ['all on one page', { total: 1 }, 0, []],
    ['nothing', { total: 0, hits: [] }, 0, []],
    ['beyond the end', { hits: [] }, 50, ['', '--offset 50 is beyond the last one']],
    ['folded', { groups: 1 }, 0, []],
    ['counts of nothing', { total: 1, facets: { year: [{ value: 2011, label: '2011', count: 0 }] } }, 0, []],
    [
      'counts',
      { total: 1, facets: { year: [{ value: 2011, label: '2011', count: 1 }] } },
      0,
      ['', 'Years', '  2011  ████  1'],
    ],
  ])('%s', (_name, change, offset, expected) => {
    expect(footLines({ ...page, ...change }, offset, plainPrinter())).toEqual(expected)
  })
})

describe('releaseLines', () => {
  it('shows what is known, then the text in paragraphs', () => {
    const lines = releaseLines(
      {
        id: 'a',
        title: 'A Title',
        body: 'First paragraph of the text.\n\nSecond\x1b one.\n',
        date: '2011-02',
        dateSource: 'dateline',
        countries: ['MO'],
        mentions: ['MO', 'XK'],
        language: 'fr',
        facets: { topic: ['x', 'y'] },
        contacts: [{ name: 'N', phone: '1' }],
      },
      plainPrinter(30),
    )
    expect(lines).toEqual([
      'A Title',
      '',
      '  Date       2011-02 (from the',
      '             dateline)',
      '  Countries  Macao SAR China',
      '  Mentions   Macao SAR China,',
      '             Kosovo',
      '  Language   French',
      '  Id         a',
      '  topic      x, y',
      '  Contact    N, 1',
      '',
      'First paragraph of the text.',
      '',
      'Second  one.',
    ])
  })

  it('says that a release is undated', () => {
    expect(releaseLines({ id: 'a', title: 't', body: 'b' }, plainPrinter())).toContain('  Date  undated')
  })
})

describe('infoLines', () => {
  it('tells what there is', () => {
    const lines = infoLines(
      {
        format: 'datelines',
        version: { major: 1, minor: 0 },
        releases: 2,
        segments: 1,
        languages: { en: 2 },
        years: [2011, 2011],
        undated: 0,
        fields: ['title', 'body'],
        facets: ['year', 'country'],
        analysis: { version: 1, languages: ['en'] },
      },
      'x',
      plainPrinter(),
    )
    expect(lines).toEqual([
      '2 releases in x',
      '',
      '  Years      2011',
      '  Undated    0',
      '  Languages  en 2',
      '  Facets     year, country',
      '  Segments   1',
      '  Format     datelines 1.0, analysis 1',
    ])
  })
})

describe('explanationLines', () => {
  const found: Explanation = {
    id: 'a',
    matched: true,
    score: 3.5,
    terms: [
      {
        word: 'refugees',
        terms: ['refuge'],
        field: 'title',
        termFreq: 1,
        fieldLength: 5,
        docFreq: 1400,
        idf: 2.39,
        boost: 2,
        score: 3,
      },
    ],
    bonus: 0.5,
    failed: [],
  }

  it('shows the sum of a score', () => {
    expect(explanationLines(found, 'refugees', plainPrinter())).toEqual([
      '  Query    refugees',
      '  Release  a',
      '  Score    3.50',
      '',
      '  word      as      field  times  length  releases   idf  boost  score',
      '  refugees  refuge  title      1       5     1,400  2.39   2.00   3.00',
      '  and 0.50 for words that stand together',
    ])
  })

  it('shows what fails', () => {
    const missed = { ...found, matched: false, failed: [{ clause: 'kenya', reason: 'not in it' }] }
    expect(explanationLines(missed, 'refugees kenya', plainPrinter()).slice(2)).toEqual([
      '  Score    not found',
      '',
      '  ✗ kenya: not in it',
    ])
  })

  it('needs no words', () => {
    expect(explanationLines({ ...found, terms: [], bonus: 0, score: 0 }, '', plainPrinter())).toHaveLength(4)
  })
})

describe('explainLines', () => {
  const items: IngestItem[] = [
    {
      kind: 'release',
      place: { file: 'a.html' },
      release: { id: 'a.html', title: 'T', body: 'One.\n\nTwo.', countries: ['MO', 'CN'], facets: { topic: 'x' } },
      how: { title: 'og:title', body: 'article', countries: 'title', 'facets.topic': 'topic' },
      warnings: [{ file: 'a.html', field: 'date', value: '31 June', reason: 'not a date' }],
    },
    { kind: 'skipped', place: { file: 'b.json', line: 2 } },
    { kind: 'rejected', rejection: { file: 'c', code: 'E_INPUT', reason: 'empty', message: 'c: the file is empty' } },
  ]

  it('tells how each field was obtained', () => {
    expect(explainLines(items, plainPrinter(80))).toEqual([
      'a.html',
      '  title         T (og:title)',
      '  body          10 characters in 2 paragraphs: One.  Two. (article)',
      '  countries     MO, CN (title)',
      '  facets.topic  x (topic)',
      '  doubtful: date "31 June": not a date',
      '',
      'b.json:2 is skipped: map gave nothing for it',
      '',
      'c is rejected (empty): the file is empty',
      '',
      'A build also takes out lines that the other files of a folder repeat.',
    ])
  })

  it('says nothing of a folder where the text is stated', () => {
    const stated = items
      .slice(0, 1)
      .map((item) => ({ ...item, how: { title: 'stated', body: 'stated' } }) as IngestItem)
    expect(explainLines(stated, plainPrinter(80)).join('\n')).not.toContain('folder')
  })
})
