import { describe, expect, it } from 'vitest'
import { normaliseWhere, timeValue } from '../../src/query/filters.js'
import { makeLabels } from '../../src/query/labels.js'
import { firstDay, lastDay } from '../../src/query/time-axis.js'

const plain = { axis: 'country', facet: 'country', not: false, values: [], empty: false, ranges: [] }
const time = { ...plain, axis: 'date', facet: 'year' }

describe('normaliseWhere', () => {
  const cases: [where: object, clauses: object[]][] = [
    [{}, []],
    [{ country: undefined }, []],
    [{ country: {} }, []],
    [{ country: 'MO' }, [{ ...plain, values: ['MO'] }]],
    [{ country: 7 }, [{ ...plain, values: ['7'] }]],
    [{ country: null }, [{ ...plain, empty: true }]],
    [{ country: ['MO', null, 'CN'] }, [{ ...plain, values: ['MO', 'CN'], empty: true }]],
    [
      { country: { any: ['MO'], all: ['IQ', null], none: ['US', 'CN'] } },
      [
        { ...plain, values: ['MO'] },
        { ...plain, values: ['IQ'] },
        { ...plain, empty: true },
        { ...plain, not: true, values: ['US', 'CN'] },
      ],
    ],
    [{ country: { all: [], none: [] } }, []],
    [{ year: 2011 }, [{ ...time, values: ['2011'], ranges: [{ from: '2011-01-01', to: '2011-12-31' }] }]],
    [{ year: 5 }, [{ ...time, values: ['0005'], ranges: [{ from: '0005-01-01', to: '0005-12-31' }] }]],
    [
      { month: '2012-02' },
      [{ ...time, facet: 'month', values: ['2012-02'], ranges: [{ from: '2012-02-01', to: '2012-02-29' }] }],
    ],
    [
      { date: ['2010-06-15', null] },
      [
        {
          ...time,
          facet: 'date',
          values: ['2010-06-15'],
          empty: true,
          ranges: [{ from: '2010-06-15', to: '2010-06-15' }],
        },
      ],
    ],
    [
      { date: { from: '2010-06', to: '2010' } },
      [
        {
          ...time,
          facet: 'date',
          bounds: { from: '2010-06', to: '2010' },
          ranges: [{ from: '2010-06-01', to: '2010-12-31' }],
        },
      ],
    ],
    [{ year: { from: 2009 } }, [{ ...time, bounds: { from: '2009' }, ranges: [{ from: '2009-01-01', to: null }] }]],
    [{ year: { to: '2009' } }, [{ ...time, bounds: { to: '2009' }, ranges: [{ from: null, to: '2009-12-31' }] }]],
    [{ year: { from: 2011, to: 2009 } }, [{ ...time, bounds: { from: '2011', to: '2009' } }]],
    [
      JSON.parse('{ "__proto__": "a", "constructor": "b" }'),
      [
        { ...plain, facet: '__proto__', axis: '__proto__', values: ['a'] },
        { ...plain, facet: 'constructor', axis: 'constructor', values: ['b'] },
      ],
    ],
  ]

  it.each(cases)('of %j', (where, clauses) => {
    expect(normaliseWhere(where)).toEqual(clauses)
  })

  const refused: [where: unknown, path: string][] = [
    [null, 'where'],
    ['MO', 'where'],
    [['MO'], 'where'],
    [{ country: [] }, 'where.country'],
    [{ country: { any: [] } }, 'where.country.any'],
    [{ country: { any: 'MO' } }, 'where.country.any'],
    [{ country: true }, 'where.country'],
    [{ country: Number.NaN }, 'where.country'],
    [{ country: [{}] }, 'where.country'],
    [{ country: ['MO', {}] }, 'where.country[1]'],
    [{ country: { any: ['MO', true] } }, 'where.country.any[1]'],
    [{ country: { from: 'A' } }, 'where.country.from'],
    [{ country: { gte: 'A' } }, 'where.country'],
    [{ country: () => true }, 'where.country'],
    [{ country: 5n }, 'where.country'],
    [{ country: Symbol('a') }, 'where.country'],
    [{ country: Object.create(null, { any: { value: 1, enumerable: true } }) }, 'where.country.any'],
    [{ year: 'abc' }, 'where.year'],
    [{ year: 0 }, 'where.year'],
    [{ year: 2010.5 }, 'where.year'],
    [{ year: -5 }, 'where.year'],
    [{ year: 20_111 }, 'where.year'],
    [{ date: '2011-02-29' }, 'where.date'],
    [{ date: '2011-13' }, 'where.date'],
    [{ date: { from: null } }, 'where.date.from'],
    [{ date: { from: '', to: 2010 } }, 'where.date.from'],
    [{ date: { none: ['x'] } }, 'where.date.none'],
  ]

  it.each(refused)('refuses %o', (where, path) => {
    expect(() => normaliseWhere(where)).toThrow(expect.objectContaining({ code: 'E_OPTION', where: path }))
  })
})

describe('days', () => {
  it('ends months where the calendar does', () => {
    for (let year = 1896; year < 1906; year++)
      for (let month = 1; month <= 12; month++) {
        const time = `${year}-${String(month).padStart(2, '0')}`
        expect(lastDay(time)).toBe(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
      }
    expect(lastDay('2000-02')).toBe('2000-02-29')
  })

  it('pads to the first and the last day', () => {
    expect([firstDay('2010'), firstDay('2010-06'), firstDay('2010-06-15')]).toEqual([
      '2010-01-01',
      '2010-06-01',
      '2010-06-15',
    ])
    expect([lastDay('2010'), lastDay('2010-06'), lastDay('2010-06-15')]).toEqual([
      '2010-12-31',
      '2010-06-30',
      '2010-06-15',
    ])
  })

  it('knows the days that do not exist', () => {
    expect(
      [
        '2011-02-28',
        '2011-02-29',
        '2012-02-29',
        '2011-04-31',
        '2011-00',
        '2011-1',
        '2011-01-1',
        '2011-01-01T00',
        ' 2011',
        '',
      ].map(timeValue),
    ).toEqual([
      '2011-02-28',
      undefined,
      '2012-02-29',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the value that was meant', () => {
  const values = ['MO', 'CN', 'CI', 'mo', 'constructor']
  const labels = makeLabels('en', { topic: { MO: 'Macao', CN: 'China', CI: "Côte d'Ivoire" } })
  const cases: [input: string, value: string | undefined][] = [
    ['MO', 'MO'],
    ['mo', 'mo'],
    ['cn', 'CN'],
    ['Mo', 'MO'],
    ['macao', 'MO'],
    ['chi na', 'CN'],
    ['cote d’ivoire', 'CI'],
    ['Côte d Ivoire', 'CI'],
    ['ＣＮ', 'CN'],
    ['Constructor', 'constructor'],
    ['__proto__', undefined],
    ['', undefined],
    ['--', undefined],
    ['Chin', undefined],
  ]

  it.each(cases)('of %j is %j', (input, value) => {
    expect(labels.match('topic', input, values)).toBe(value)
  })
})
