import { describe, expect, it } from 'vitest'
import { checkSearchOptions } from '../../src/query/options.js'

describe('checkSearchOptions', () => {
  it('fills in the defaults', () => {
    const defaults = {
      where: [],
      facets: [],
      limit: 10,
      offset: 0,
      sort: undefined,
      fields: ['title', 'body'],
      boost: {},
      combineWith: 'AND',
      relax: false,
      prefix: false,
      fuzzy: false,
      fold: false,
      language: undefined,
      concepts: true,
      locale: 'en',
      labels: {},
      snippet: 240,
      signal: undefined,
    }
    expect(checkSearchOptions()).toEqual(defaults)
    expect(checkSearchOptions({})).toEqual(defaults)
    expect(checkSearchOptions({ limit: undefined, where: undefined, signal: undefined })).toEqual(defaults)
  })

  it('does not hand out what is shared', () => {
    expect(checkSearchOptions()).not.toBe(checkSearchOptions())
  })

  const accepted: [given: object, checked: object][] = [
    [{ limit: 0 }, { limit: 0 }],
    [
      { limit: 1000, offset: 1_000_000 },
      { limit: 1000, offset: 1_000_000 },
    ],
    [{ fields: ['title', 'title'] }, { fields: ['title'] }],
    [{ boost: { title: 0.5 } }, { boost: { title: 0.5 } }],
    [{ prefix: 'last' }, { prefix: 'last' }],
    [{ fuzzy: 0.2 }, { fuzzy: 0.2 }],
    [{ fuzzy: 6 }, { fuzzy: 6 }],
    [{ fuzzy: 'auto' }, { fuzzy: 'auto' }],
    [{ snippet: false }, { snippet: 0 }],
    [{ snippet: {} }, { snippet: 240 }],
    [{ snippet: { length: 100 } }, { snippet: 100 }],
    [
      { locale: 'pt-BR', language: 'fr' },
      { locale: 'pt-BR', language: 'fr' },
    ],
    // Without a stemmer, and of three letters.
    [{ language: 'sw' }, { language: 'sw' }],
    [{ language: 'ksw' }, { language: 'ksw' }],
    [{ labels: { country: { XK: 'Kosovo' } } }, { labels: { country: { XK: 'Kosovo' } } }],
    [
      { facets: ['year', 'country', 'year'] },
      {
        facets: [
          { facet: 'year', limit: Number.POSITIVE_INFINITY, own: 'ignore' },
          { facet: 'country', limit: Number.POSITIVE_INFINITY, own: 'ignore' },
        ],
      },
    ],
    [
      { facets: { country: { limit: 20 }, month: true, year: { own: 'obey' }, constructor: true } },
      {
        facets: [
          { facet: 'country', limit: 20, own: 'ignore' },
          { facet: 'month', limit: Number.POSITIVE_INFINITY, own: 'ignore' },
          { facet: 'year', limit: Number.POSITIVE_INFINITY, own: 'obey' },
          { facet: 'constructor', limit: Number.POSITIVE_INFINITY, own: 'ignore' },
        ],
      },
    ],
  ]

  it.each(accepted)('accepts %j', (given, checked) => {
    expect(checkSearchOptions(given)).toMatchObject(checked)
  })

  it('accepts the signal of an AbortController', () => {
    const { signal } = new AbortController()
    expect(checkSearchOptions({ signal }).signal).toBe(signal)
  })

  const refused: [given: unknown, path: string][] = [
    [null, 'options'],
    ['limit', 'options'],
    [[], 'options'],
    [{ limit: -1 }, 'options.limit'],
    [{ limit: 1001 }, 'options.limit'],
    [{ limit: 1.5 }, 'options.limit'],
    [{ limit: '10' }, 'options.limit'],
    [{ limit: Number.NaN }, 'options.limit'],
    [{ limit: null }, 'options.limit'],
    [{ offset: -1 }, 'options.offset'],
    [{ offset: 2 ** 53 }, 'options.offset'],
    [{ sort: 'date' }, 'options.sort'],
    [{ fields: 'title' }, 'options.fields'],
    [{ fields: ['text'] }, 'options.fields[0]'],
    [{ fields: [] }, 'options.fields'],
    [{ boost: { text: 2 } }, 'options.boost.text'],
    [{ boost: { title: -1 } }, 'options.boost.title'],
    [{ boost: { title: Number.POSITIVE_INFINITY } }, 'options.boost.title'],
    [{ boost: 2 }, 'options.boost'],
    [{ combineWith: 'and' }, 'options.combineWith'],
    [{ relax: 1 }, 'options.relax'],
    [{ prefix: 'first' }, 'options.prefix'],
    [{ prefix: () => true }, 'options.prefix'],
    [{ fuzzy: 'yes' }, 'options.fuzzy'],
    [{ fuzzy: -1 }, 'options.fuzzy'],
    [{ fuzzy: 1.5 }, 'options.fuzzy'],
    [{ fuzzy: 7 }, 'options.fuzzy'],
    [{ fold: 'yes' }, 'options.fold'],
    [{ language: '' }, 'options.language'],
    [{ language: 'not a tag' }, 'options.language'],
    [{ language: ['en'] }, 'options.language'],
    [{ language: 'zz' }, 'options.language'],
    [{ language: 'english' }, 'options.language'],
    [{ language: 'xx-FR' }, 'options.language'],
    [{ concepts: 0 }, 'options.concepts'],
    [{ locale: 'x' }, 'options.locale'],
    [{ labels: { country: { XK: 5 } } }, 'options.labels.country.XK'],
    [{ labels: { country: 'Kosovo' } }, 'options.labels.country'],
    [{ snippet: true }, 'options.snippet'],
    [{ snippet: 240 }, 'options.snippet'],
    [{ snippet: { length: 0 } }, 'options.snippet.length'],
    [{ snippet: { size: 100 } }, 'options.snippet.size'],
    [{ signal: {} }, 'options.signal'],
    [{ facets: 'year' }, 'options.facets'],
    [{ facets: [5] }, 'options.facets[0]'],
    [{ facets: { year: false } }, 'options.facets.year'],
    [{ facets: { year: { limit: -1 } } }, 'options.facets.year.limit'],
    [{ facets: { year: { max: 5 } } }, 'options.facets.year.max'],
    [{ where: { year: 'abc' } }, 'options.where.year'],
  ]

  it.each(refused)('refuses %o', (given, path) => {
    expect(() => checkSearchOptions(given)).toThrow(expect.objectContaining({ code: 'E_OPTION', where: path }))
  })

  it('says how many edits there may be', () => {
    expect(() => checkSearchOptions({ fuzzy: 99 })).toThrow(/a whole number of edits up to 6 .*got 99/)
  })

  const hints: [name: string, hint: RegExp][] = [
    ['filter', /where\? Allowed/],
    ['filters', /where\? Allowed/],
    ['limt', /limit\? Allowed/],
    ['Facets', /facets\? Allowed/],
    ['sorted', /sort\? Allowed/],
    ['combinewith', /combineWith\? Allowed/],
    ['constructor', /no such option\. Allowed: where, facets/],
    ['__proto__', /no such option\. Allowed: where, facets/],
    ['hasOwnProperty', /no such option\. Allowed: where, facets/],
    ['x'.repeat(100_000), /no such option\. Allowed: where, facets/],
  ]

  it.each(hints)('tells what may have been meant by %s', (name, hint) => {
    expect(() => checkSearchOptions(JSON.parse(JSON.stringify({}).replace('}', `"${name}":1}`)))).toThrow(hint)
  })

  it('lists further options beside its own', () => {
    expect(checkSearchOptions({ include: 'hit', limit: 5 }, ['include'])).toMatchObject({ limit: 5, include: 'hit' })
    expect(() => checkSearchOptions({ inclde: 'hit' }, ['include'])).toThrow(/include\? Allowed: .*include/)
  })
})
