import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDatelinesError } from '../../src/errors.js'
import { normaliseWhere } from '../../src/query/filters.js'
import { checkSearchOptions } from '../../src/query/options.js'
import { optionsFromParams, paramsFromOptions } from '../../src/query/params.js'
import type { SearchOptions } from '../../src/types.js'
import { noise, tree, where } from './generate.js'

describe('optionsFromParams', () => {
  const cases: [address: string, query: string, options: SearchOptions][] = [
    ['', '', {}],
    ['?q=casino', 'casino', {}],
    ['q=%22human+trafficking%22+macao', '"human trafficking" macao', {}],
    ['country=MO,CN&year=2009..2011', '', { where: { country: ['MO', 'CN'], year: { from: 2009, to: 2011 } } }],
    ['country=MO&country=CN', '', { where: { country: ['MO', 'CN'] } }],
    ['country=South+Sudan', '', { where: { country: ['South Sudan'] } }],
    ['country=%22Korea,+Republic+of%22', '', { where: { country: ['Korea, Republic of'] } }],
    ['country=none,MO', '', { where: { country: [null, 'MO'] } }],
    ['country=*', '', { where: { country: { none: [null] } } }],
    ['country=&q=', '', {}],
    ['year=2009..', '', { where: { year: { from: 2009 } } }],
    ['date=2010-06..2010', '', { where: { date: { from: '2010-06', to: '2010' } } }],
    ['lang=fr', '', { where: { language: ['fr'] } }],
    ['all.country=IQ,JO&none.country=US', '', { where: { country: { all: ['IQ', 'JO'], none: ['US'] } } }],
    ['where.topic=trafficking&where.Main+topic=a', '', { where: { topic: ['trafficking'], 'Main topic': ['a'] } }],
    ['sort=newest&limit=20&page=3', '', { sort: 'newest', limit: 20, offset: 40 }],
    ['page=2', '', { offset: 10 }],
    ['page=1', '', { offset: 0 }],
    ['offset=5', '', { offset: 5 }],
    ['facets=year,country&fields=title', '', { facets: ['year', 'country'], fields: ['title'] }],
    ['facets=%7B%22country%22:%7B%22limit%22:5%7D%7D', '', { facets: { country: { limit: 5 } } }],
    [
      'boost.title=2.5&prefix=last&fuzzy=0.2&relax=true&concepts=false',
      '',
      { boost: { title: 2.5 }, prefix: 'last', fuzzy: 0.2, relax: true, concepts: false },
    ],
    ['snippet=false', '', { snippet: false }],
    ['snippet=100&queryLanguage=fr&locale=ar', '', { snippet: { length: 100 }, language: 'fr', locale: 'ar' }],
    ['utm_source=x&topic=a&__proto__=b&constructor=c&labels=d&signal=e&where=f&where.=g', '', {}],
  ]

  it.each(cases)('reads %s', (address, query, options) => {
    expect(optionsFromParams(address)).toEqual({ query, options })
    expect(optionsFromParams(new URLSearchParams(address))).toEqual({ query, options })
  })

  const refused = [
    'year=abc',
    'year=2009..2010,2012',
    'date=2011-02-29',
    'all.year=2009..2011',
    'limit=many',
    'limit=1001',
    'limit=-1',
    'limit=Infinity',
    'page=0',
    'page=1.5',
    'page=99999999999999999999',
    'offset=x',
    'sort=random',
    'relax=maybe',
    'facets=%7B',
    'facets=%7B%22year%22:5%7D',
    'fields=text',
    'boost.title=high',
    'snippet=long',
    'queryLanguage=!',
    'locale=!',
    `country=${'a,'.repeat(20_000)}`,
  ]

  it.each([
    ['date=2015-02-31', 'date: there is no day 2015-02-31'],
    ['date=2015..2015-06-31', 'date: there is no day 2015-06-31'],
    ['date=2015-13', 'date: there is no month 2015-13'],
  ])('names the day in %s', (address, message) => {
    expect(() => optionsFromParams(address)).toThrow(message)
  })

  it.each(refused)('refuses %s', (address) => {
    expect(() => optionsFromParams(address)).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
  })

  it('gives valid options or E_OPTION for any address', () => {
    const names = [
      'q',
      'country',
      'year',
      'lang',
      'where.topic',
      'all.year',
      'none.country',
      'page',
      'offset',
      'limit',
      'facets',
      'fields',
      'boost.body',
      'snippet',
      'fuzzy',
      'locale',
      '__proto__',
      'where.__proto__',
    ]
    const value = fc.oneof(
      noise,
      fc.constantFrom('2009..2011', 'MO,CN', '5', 'true', 'false', 'year,country', '*', 'none', '[]', '{}', 'en'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }), (entries) => {
        try {
          const { query, options } = optionsFromParams(new URLSearchParams(entries))
          checkSearchOptions(options)
          const again = optionsFromParams(paramsFromOptions(query, options))
          expect(again.query).toBe(query)
          expect(normaliseWhere(again.options.where ?? {})).toEqual(normaliseWhere(options.where ?? {}))
        } catch (error) {
          if (!isDatelinesError(error) || error.code !== 'E_OPTION') throw error
        }
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('paramsFromOptions', () => {
  it('writes addresses that people can read', () => {
    const params = paramsFromOptions('casino', {
      where: { country: ['MO', 'CN'], year: { from: 2009, to: 2011 } },
      sort: 'newest',
      offset: 10,
    })
    expect(decodeURIComponent(params.toString())).toBe('q=casino&country=MO,CN&year=2009..2011&sort=newest&page=2')
  })

  it('writes trees as text', () => {
    expect(paramsFromOptions({ and: [{ term: 'a' }, { not: { term: 'b' } }] }).toString()).toBe('q=a+-b')
    expect(paramsFromOptions({ all: true }).toString()).toBe('')
  })

  it('refuses what is wrong', () => {
    expect(() => paramsFromOptions('a', { limit: -1 })).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
    expect(() => paramsFromOptions({ term: 5 } as never)).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
  })

  it('is read back: filters mean the same, the rest is the same', () => {
    const filters = where.filter((given) => {
      // On the time axis a range and alternatives need a parameter each, which sets have; facets need a name.
      return Object.keys(given).every(Boolean)
    })
    const facet = fc.oneof(fc.constantFrom('year', 'country', 'a,b', '[x', ' y', '{'), noise)
    const options = fc.record(
      {
        where: filters,
        facets: fc.oneof(
          fc.uniqueArray(facet),
          fc.dictionary(facet, fc.oneof(fc.constant(true as const), fc.record({ limit: fc.nat() }))),
        ),
        limit: fc.integer({ min: 0, max: 1000 }),
        offset: fc.integer({ min: 0, max: 100_000 }),
        sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
        fields: fc.constantFrom(['title' as const], ['title' as const, 'body' as const]),
        boost: fc.record({ title: fc.constantFrom(0, 0.5, 2), body: fc.constantFrom(1, 3) }, { requiredKeys: [] }),
        combineWith: fc.constantFrom('AND' as const, 'OR' as const),
        relax: fc.boolean(),
        prefix: fc.constantFrom(true, false, 'last' as const),
        fuzzy: fc.constantFrom(true, false, 'auto' as const, 0.2, 2),
        fold: fc.boolean(),
        language: fc.constantFrom('en', 'pt-BR'),
        concepts: fc.boolean(),
        locale: fc.constantFrom('en', 'ar'),
        snippet: fc.oneof(
          fc.constant(false as const),
          fc.record({ length: fc.integer({ min: 3, max: 999 }) }, { requiredKeys: [] }),
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(noise, tree), options, (query, given) => {
        const address = paramsFromOptions(query, given).toString()
        const read = optionsFromParams(address)
        if (typeof query === 'string') expect(read.query).toBe(query)
        const wanted = checkSearchOptions(given)
        const got = checkSearchOptions(read.options)
        const order = (clauses: object[]): string[] => clauses.map((clause) => JSON.stringify(clause)).sort()
        expect(order(got.where)).toEqual(order(wanted.where))
        expect({ ...got, where: [] }).toEqual({ ...wanted, where: [] })
      }),
      { numRuns: 5000 },
    )
  })
})
