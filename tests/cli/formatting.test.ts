import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bar, barRows, closeGaps } from '../../src/cli/bars.js'
import { inColumns, table } from '../../src/cli/columns.js'
import { factRows } from '../../src/cli/facts.js'
import { markedLines } from '../../src/cli/marked-text.js'
import { nearNames } from '../../src/cli/near-names.js'
import { formatBytes, formatCount, formatDecimal, formatDuration, formatNoun } from '../../src/cli/quantities.js'
import { textWidth } from '../../src/cli/text-width.js'
import { lookPrinter, plainPrinter } from './captured.js'

describe('quantities', () => {
  it.each([
    [formatCount(21578), '21,578'],
    [formatNoun(1, 'release'), '1 release'],
    [formatNoun(0, 'release'), '0 releases'],
    [formatBytes(999), '999 B'],
    [formatBytes(1000), '1.0 kB'],
    [formatBytes(9_950), '10 kB'],
    [formatBytes(999_499), '999 kB'],
    [formatBytes(999_500), '1.0 MB'],
    [formatBytes(6_800_000), '6.8 MB'],
    [formatBytes(12.3e12), '12 TB'],
    [formatBytes(5e15), '5000 TB'],
    [formatDuration(0), '0 ms'],
    [formatDuration(999.7), '1.0 s'],
    [formatDuration(9_960), '10 s'],
    [formatDuration(59_400), '59 s'],
    [formatDuration(59_600), '1 min 00 s'],
    [formatDuration(185_000), '3 min 05 s'],
    [formatDuration(7_800_000), '2 h 10 min'],
    [formatDecimal(0), '0'],
    [formatDecimal(0.01234), '0.0123'],
    [formatDecimal(1.234), '1.23'],
    [formatDecimal(123.4), '123'],
  ])('%s', (got, expected) => {
    expect(got).toBe(expected)
  })
})

describe('bars', () => {
  it.each([
    [0, ''],
    [1, '████'],
    [0.5, '██'],
    [0.03, '▏'],
    [0.0001, '▏'],
    [0.65, '██▋'],
    [2, '████'],
  ])('a share of %d', (share, expected) => {
    expect(bar(share, 4)).toBe(expected)
  })

  it('stand in line, whatever the labels and counts', () => {
    const rows = barRows(
      [
        { label: '2010', count: 1500 },
        { label: '移民局', count: 0 },
        { label: '', count: 7 },
      ],
      { width: 6 },
    )
    expect(rows).toEqual(['2010    ██████  1,500', '移民局              0', '        ▏           7'])
    expect(new Set(rows.map(textWidth)).size).toBe(1)
  })

  it('are nothing where every count is nothing', () => {
    expect(barRows([{ label: 'a', count: 0 }], { width: 3 })).toEqual(['a       0'])
    expect(barRows([], { width: 3 })).toEqual([])
  })

  it('close up long gaps of long lists only', () => {
    const bars = Array.from({ length: 60 }, (_, i) => ({
      label: String(1950 + i),
      count: i < 2 || i > 50 || i === 30 ? 1 : 0,
    }))
    expect(closeGaps(bars.slice(0, 40))).toHaveLength(40)
    expect(closeGaps(bars).map(({ label }) => label)).toEqual([
      ...['1950', '1951', '⋮', '1980', '⋮'],
      ...Array.from({ length: 9 }, (_, i) => String(2001 + i)),
    ])
  })
})

describe('columns', () => {
  it('run down, then across, in as many columns as fit', () => {
    expect(inColumns(['a', 'b', 'c', 'd', 'e'], 6)).toEqual(['a    d', 'b    e', 'c'])
    expect(inColumns(['aaaa', 'b'], 5)).toEqual(['aaaa', 'b'])
    expect(inColumns(['a', 'b', 'c', 'd'], 80, 2)).toEqual(['a    c', 'b    d'])
    expect(inColumns([], 80)).toEqual([])
    expect(inColumns(['wider than the width'], 5)).toEqual(['wider than the width'])
  })

  it('hold every item once and fit the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', '移') }), { minLength: 1 }),
        fc.integer({ min: 24, max: 100 }),
        fc.integer({ min: 1, max: 8 }),
        (items, width, least) => {
          const rows = inColumns(items, width, least)
          expect(rows.join('    ').split(/ +/).sort()).toEqual([...items].sort())
          for (const row of rows) expect(textWidth(row)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it('count no styles', () => {
    expect(inColumns(['\x1b[36mab\x1b[39m', 'c', 'd', 'e'], 8, 2)).toEqual(['\x1b[36mab\x1b[39m    d', 'c     e'])
  })
})

describe('table', () => {
  it('has cells in line', () => {
    expect(
      table(
        [
          ['word', 'times'],
          ['移民', '1,000'],
          ['x', '7'],
        ],
        ['left', 'right'],
      ),
    ).toEqual(['word  times', '移民  1,000', 'x         7'])
  })
})

describe('factRows', () => {
  it('wraps texts in a column of their own and leaves out empty ones', () => {
    expect(
      factRows(
        [
          ['Date', '2011'],
          ['Url', ''],
          ['Countries', 'Macao SAR China, China'],
        ],
        plainPrinter(26),
      ),
    ).toEqual(['  Date       2011', '  Countries  Macao SAR', '             China, China'])
  })
})

describe('markedLines', () => {
  const { paint } = lookPrinter()

  it.each<[string, [number, number][], number, string[]]>([
    ['human trafficking in Macao', [[6, 17]], 80, ['human <mark:trafficking> in Macao']],
    ['human trafficking', [[0, 17]], 8, ['<mark:human>', '<mark:traffick>', '<mark:ing>']],
    ['a\x1bb\nc', [[2, 5]], 80, ['a <mark:b c>']],
    ['none', [], 80, ['none']],
    ['', [], 80, []],
    ['移民新闻', [[2, 4]], 4, ['移民', '<mark:新闻>']],
  ])('%j', (text, marks, width, expected) => {
    expect(markedLines({ text, marks }, width, paint)).toEqual(expected)
  })

  it('gives the rest a look of its own', () => {
    expect(markedLines({ text: 'a b', marks: [[2, 3]] }, 80, paint, 'strong')).toEqual(['<strong:a ><mark:b>'])
  })

  it('loses no letter, whatever the marks', () => {
    const mark = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(mark),
        fc.integer({ min: 5, max: 20 }),
        (text, marks, width) => {
          marks.sort(([a], [b]) => a - b)
          const lines = markedLines({ text, marks }, width, (_look, piece) => piece)
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/[\s\0-\x1f\x7f]/g, ''))
        },
      ),
    )
  })
})

describe('nearNames', () => {
  const commands = ['build', 'search', 'get', 'why', 'info', 'verify']
  it.each([
    ['serch', ['search']],
    ['saerch', ['search']],
    ['verfiy', ['verify']],
    ['BUILD', ['build']],
    ['information', ['info']],
    ['ge', ['get']],
    ['zzz', []],
    ['', []],
    ['x'.repeat(100_000), []],
  ])('%s', (name, expected) => {
    expect(nearNames(name, commands)).toEqual(expected)
  })
})
