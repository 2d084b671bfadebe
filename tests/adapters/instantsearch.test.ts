/** Does the InstantSearch client keep to the protocol? Raw requests against an archive in memory. */

import type { InstantSearchOptions } from 'instantsearch.js'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createSearchClient,
  type FacetValues,
  type SearchClient,
  type SearchParams,
  type SearchResult,
} from '../../src/instantsearch.js'
import type { Archive } from '../../src/query/archive.js'
import { ENGLISH_RELEASES } from '../helpers/english-releases.js'
import { archiveOf } from '../helpers/memory-archive.js'

let archive: Archive
let client: SearchClient

/** The compiler's part of the test: the client is one for the widgets as their types have it. */
const accepted = (made: SearchClient): NonNullable<InstantSearchOptions['searchClient']> => made

beforeAll(async () => {
  archive = await archiveOf(ENGLISH_RELEASES)
  client = createSearchClient(Promise.resolve(archive))
  expect(accepted(client)).toBe(client)
})

async function ask(params: SearchParams, indexName = 'releases'): Promise<SearchResult> {
  const { results } = await client.search([{ indexName, params }])
  return results[0] as SearchResult
}

const ids = (result: SearchResult): string[] => result.hits.map((hit) => hit.objectID).sort()

describe('hits', () => {
  it('answers every request of a batch in order, with exact totals', async () => {
    const { results } = await client.search([
      { indexName: 'a', params: { query: 'families', hitsPerPage: 1 } },
      { indexName: 'b', params: { query: 'boats' } },
      { indexName: 'a', params: { query: 'families', hitsPerPage: 1 } },
    ])
    const [first, second, third] = results as SearchResult[]
    expect(first).toMatchObject({ index: 'a', query: 'families', nbHits: 2, nbPages: 2, hitsPerPage: 1, page: 0 })
    expect(second).toMatchObject({ index: 'b', nbHits: 1, exhaustiveNbHits: true, exhaustiveFacetsCount: true })
    expect(third).toEqual(first)
  })

  it('pages', async () => {
    const seen = new Set<string>()
    for (let page = 0; page < 3; page++) {
      const result = await ask({ page, hitsPerPage: 2 })
      expect(result).toMatchObject({ nbHits: 6, nbPages: 3, page })
      for (const hit of result.hits) seen.add(hit.objectID)
    }
    expect(seen.size).toBe(6)
    expect((await ask({ offset: 1, length: 2 })).hits).toHaveLength(2)
    expect((await ask({ hitsPerPage: 0 })).hits).toEqual([])
  })

  it('sorts by the end of the index name', async () => {
    const dated = { facetFilters: [['language:en', 'language:es', 'language:fr']] }
    const newest = await ask(dated, 'releases_newest')
    const oldest = await ask(dated, 'releases_oldest')
    expect(newest.hits[0]!.objectID).toBe('police-2011')
    expect(oldest.hits[0]!.objectID).toBe('retour-1999')
  })

  it('gives the fields of a hit, and facets of the user as attributes', async () => {
    const [hit] = (await ask({ query: 'tripoli' })).hits
    expect(hit).toMatchObject({
      objectID: 'returns-2009',
      countries: ['LY'],
      country: ['LY'],
      year: 2009,
      topic: ['return', 'labour'],
      office: ['Geneva'],
    })
  })
})

describe('highlights', () => {
  it('marks with the tags asked for and says how much was matched', async () => {
    const [hit] = (await ask({ query: 'migrants tripoli', highlightPreTag: '[', highlightPostTag: ']' })).hits
    expect(hit!._highlightResult.title).toMatchObject({
      value: 'Stranded Workers Fly Home from [Tripoli]',
      matchLevel: 'partial',
      matchedWords: ['tripoli'],
    })
    expect(hit!._highlightResult.body).toMatchObject({ matchLevel: 'full', matchedWords: ['migrants', 'tripoli'] })
    expect(hit!._snippetResult.body!.value).toContain('[migrant]')
  })

  it('lists every searchable attribute, also without a match', async () => {
    const [hit] = (await ask({ query: 'drains' })).hits
    expect(hit!._highlightResult.title).toEqual({
      value: 'Camp Families Move to Higher Ground',
      matchLevel: 'none',
      matchedWords: [],
    })
    expect(hit!._snippetResult.body!.matchLevel).toBe('full')
  })

  it('mirrors the values of facets, lists as lists', async () => {
    const [hit] = (await ask({ query: 'tripoli' })).hits
    const unmarked = (value: string) => ({ value, matchLevel: 'none', matchedWords: [] })
    expect(hit!._highlightResult).toMatchObject({
      country: [unmarked('LY')],
      topic: [unmarked('return'), unmarked('labour')],
      language: unmarked('en'),
    })
  })

  it('cuts snippets to the words asked for', async () => {
    const [short] = (await ask({ query: 'stranded', attributesToSnippet: ['body:8'] })).hits
    const [long] = (await ask({ query: 'stranded' })).hits
    expect(short!._snippetResult.body!.value.length).toBeLessThan(long!._snippetResult.body!.value.length)
  })
})

describe('facets', () => {
  it('counts, with numbers of years over all values', async () => {
    const result = await ask({ facets: ['year', 'topic', 'nonsense'] })
    expect(result.facets).toEqual({
      year: { 2011: 2, 1999: 1, 2004: 1, 2009: 1 },
      topic: { labour: 2, return: 1, shelter: 1, trafficking: 1 },
    })
    expect(result.facets_stats).toEqual({ year: { min: 1999, max: 2011, sum: 10034, avg: 10034 / 5 } })
  })

  it('lists as many values as asked for, and all facets for *', async () => {
    expect(Object.keys((await ask({ facets: '*', maxValuesPerFacet: 1 })).facets.topic!)).toEqual(['labour'])
    expect(Object.keys((await ask({ facets: ['*'] })).facets)).toEqual(archive.info.facets)
  })

  it('obeys its own filters, so that further requests can leave them out', async () => {
    const { results } = await client.search([
      { params: { facetFilters: [['country:LY']], facets: ['country', 'year'] } },
      { params: { facetFilters: [], facets: ['country'], hitsPerPage: 0 } },
    ])
    const [main, disjunctive] = results as SearchResult[]
    expect(main!.facets).toEqual({ country: { LY: 1 }, year: { 2009: 1 } })
    expect(Object.keys(disjunctive!.facets.country!).sort()).toEqual(['BJ', 'CO', 'HT', 'KH', 'LY', 'TH'])
  })

  it('gives labels of values beside the answer', async () => {
    const { userData } = await ask({ facets: ['country'] })
    expect(userData[0]).toMatchObject({ labels: { country: { LY: 'Libya', TH: 'Thailand' } } })
  })
})

describe('filters', () => {
  const cases: [string, SearchParams, string[]][] = [
    ['inner lists are alternatives', { facetFilters: [['country:LY', 'country:HT']] }, ['camp-2011', 'returns-2009']],
    ['outer lists must all hold', { facetFilters: ['topic:labour', 'topic:return'] }, ['returns-2009']],
    ['one string', { facetFilters: 'country:CO' }, ['familias-2004']],
    ['alternatives over facets', { facetFilters: [['country:CO', 'year:1999']] }, ['familias-2004', 'retour-1999']],
    [
      'lists in turns',
      { facetFilters: [['country:CO', ['topic:labour', 'topic:return']]] },
      ['familias-2004', 'returns-2009'],
    ],
    ['a dash leaves out', { facetFilters: ['language:en', 'topic:-labour'] }, ['camp-2011']],
    ['a dash before the whole', { facetFilters: ['language:en', '-topic:labour'] }, ['camp-2011']],
    ['from', { numericFilters: ['year>=2011'] }, ['camp-2011', 'police-2011']],
    ['more than', { numericFilters: ['year>2004', 'year < 2011'] }, ['returns-2009']],
    ['not', { numericFilters: ['year != 2011'], facetFilters: ['language:en'] }, ['returns-2009']],
    ['interval', { numericFilters: ['year:2000 TO 2009'] }, ['familias-2004', 'returns-2009']],
    ['fractions of sliders', { numericFilters: ['year>=1998.6', 'year<=2004.2'] }, ['familias-2004', 'retour-1999']],
    ['alternatives', { numericFilters: [['year=1999', 'year=2004']] }, ['familias-2004', 'retour-1999']],
    ['text', { filters: 'language:en AND NOT topic:labour' }, ['camp-2011']],
    ['OR before AND', { filters: 'country:LY OR country:HT AND year >= 2010' }, ['camp-2011']],
    ['groups', { filters: '(topic:"trafficking" OR (year < 2000))' }, ['police-2011', 'retour-1999']],
    ['with words', { query: 'families', facetFilters: ['country:HT'] }, ['camp-2011']],
    ['with OR in the words', { query: 'boats OR families', facetFilters: ['country:HT'] }, ['camp-2011']],
  ]
  for (const [name, params, expected] of cases) {
    it(name, async () => expect(ids(await ask(params))).toEqual(expected))
  }

  it('leave a typed filter that asks in vain what it is: no hits, and no error', async () => {
    for (const query of ['country:Atlantis', 'families country:Atlantis', 'families year:2012..2011']) {
      for (const params of [{}, { facetFilters: ['language:en'] }, { numericFilters: ['year>=1990', 'year!=1999'] }])
        expect(await ask({ query, ...params })).toMatchObject({ nbHits: 0, hits: [] })
    }
    await expect(ask({ query: 'families', facetFilters: ['country:Atlantis'] })).rejects.toMatchObject({
      code: 'E_OPTION',
    })
  })

  it('mean the same beside a filter that holds for every request', async () => {
    const english = createSearchClient(archive, { where: { language: 'en', year: { from: 2009 } } })
    let found = 0
    for (const params of [
      { numericFilters: ['year<=2010'] },
      { facetFilters: [['country:LY', 'country:CO']] },
      {
        facetFilters: [
          ['country:LY', 'country:HT', 'country:CO'],
          ['country:HT', 'country:LY'],
        ],
      },
    ]) {
      const { results } = await english.search([{ params }])
      const all = (await ask(params)).hits.filter(({ language, year }) => language === 'en' && year! >= 2009)
      expect(ids(results[0] as SearchResult)).toEqual(all.map(({ objectID }) => objectID).sort())
      found += all.length
    }
    expect(found).toBeGreaterThan(2)
  })

  it('refuses what cannot be read, with a code', async () => {
    for (const params of [
      { filters: '(country:LY' },
      { filters: 'country:LY)' },
      { filters: 'AND' },
      { filters: `${'('.repeat(500)}a:b` },
      { facetFilters: ['country'] },
      { facetFilters: ['nonsense:1'] },
    ]) {
      await expect(ask(params)).rejects.toMatchObject({ name: 'DatelinesError', code: 'E_OPTION' })
    }
  })
})

describe('facet values', () => {
  it('finds values by their labels and marks them', async () => {
    const [found] = await client.searchForFacetValues([
      { params: { facetName: 'country', facetQuery: 'thai', highlightPreTag: '<b>', highlightPostTag: '</b>' } },
    ])
    expect(found).toMatchObject({
      facetHits: [{ value: 'TH', highlighted: '<b>Thai</b>land', count: 1 }],
      exhaustiveFacetsCount: true,
    })
  })

  it('is asked through search too, lists all without a text, and obeys the query', async () => {
    const { results } = await client.search([
      { type: 'facet', facet: 'topic', params: { facetQuery: '', query: 'officers' } },
    ])
    expect((results[0] as FacetValues).facetHits.map(({ value }) => value)).toEqual(['labour', 'trafficking'])
    const [few] = await client.searchForFacetValues([{ params: { facetName: 'country', maxFacetHits: 2 } }])
    expect(few!.facetHits).toHaveLength(2)
    const one = await client.searchForFacetValues({
      facetName: 'country',
      searchForFacetValuesRequest: { facetQuery: 'thai', params: 'query=officers' },
    })
    expect(one.facetHits.map(({ value }) => value)).toEqual(['TH'])
  })
})

describe('a cache that is cleared', () => {
  it('is that of the archive: the next request looks for a newer one, once', async () => {
    let refreshed = 0
    const watched = createSearchClient(
      Object.assign(Object.create(archive) as Archive, { refresh: async () => ++refreshed > 0 }),
    )
    await watched.search([{ params: {} }])
    expect(refreshed).toBe(0)
    expect(watched.clearCache()).toBe(watched)
    await watched.search([{ params: {} }])
    await watched.search([{ params: {} }])
    expect(refreshed).toBe(1)
    watched.clearCache()
    await watched.searchForFacetValues([{ params: { facetName: 'country' } }])
    expect(refreshed).toBe(2)
  })
})

describe('what the client is made of', () => {
  it.each([
    [undefined, {}, /^searchable: /],
    ['archive/', {}, /^searchable: /],
    [{}, { limit: 3 }, /^searchable: /],
    [Promise.resolve(null), { prefx: 'last' }, /options\.prefx: no such option, did you mean prefix/],
    [Promise.resolve(null), { limit: -1 }, /options\.limit: /],
  ])('%s, %j', (searchable, defaults, message) => {
    expect(() => createSearchClient(searchable as never, defaults as never)).toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringMatching(message) }),
    )
  })

  it('may turn out wrong', async () => {
    const wrong = createSearchClient(Promise.resolve({}) as never)
    await expect(wrong.search([{ params: {} }])).rejects.toMatchObject({ code: 'E_OPTION', where: 'searchable' })
  })

  it('has pages from 0', async () => {
    for (const name of ['page', 'hitsPerPage', 'offset', 'length'])
      for (const value of [-1, 1.5, '2'])
        await expect(ask({ [name]: value } as SearchParams)).rejects.toMatchObject({
          code: 'E_OPTION',
          where: name,
          message: expect.stringMatching(`^${name}: `),
        })
  })
})

describe('defaults', () => {
  it('hold for every request, the last word with filters too', async () => {
    const typing = createSearchClient(archive, { prefix: 'last', where: { language: 'en' }, limit: 1 })
    for (const params of [{ query: 'famil' }, { query: 'famil', facetFilters: ['country:HT'] }]) {
      const result = (await typing.search([{ params }])).results[0] as SearchResult
      expect(result).toMatchObject({ nbHits: 1, hitsPerPage: 1 })
      expect(result.hits[0]!.objectID).toBe('camp-2011')
    }
  })
})
