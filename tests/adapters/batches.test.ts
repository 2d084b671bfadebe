/** How many searches does a batch of requests cost, and is each request answered as if it were alone? */

import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  createSearchClient,
  type SearchParams,
  type SearchRequest,
  type SearchResult,
} from '../../src/instantsearch.js'
import type { Archive } from '../../src/query/archive.js'
import type { Query, Searchable, SearchOptions } from '../../src/types.js'
import { ENGLISH_RELEASES } from '../helpers/english-releases.js'
import { archiveOf } from '../helpers/memory-archive.js'

let archive: Archive
let asked: { query: Query; options: SearchOptions }[]
let counting: Searchable

beforeEach(async () => {
  archive ??= await archiveOf(ENGLISH_RELEASES)
  asked = []
  counting = {
    info: archive.info,
    analyse: (text: string, options = {}) => archive.analyse(text, options),
    search: (query: Query, options: SearchOptions = {}) => {
      asked.push({ query, options })
      return archive.search(query, options)
    },
  } as Searchable
})

const request = (params: SearchParams, indexName = 'releases'): SearchRequest => ({ indexName, params })

describe('batches', () => {
  it('ask once where requests differ in facets, tags and what is not looked at', async () => {
    const client = createSearchClient(counting)
    const { results } = await client.search([
      request({ query: 'families', facets: ['country', 'year'], hitsPerPage: 2 }),
      request({ query: 'families', facets: ['topic'], hitsPerPage: 0, page: 3, clickAnalytics: false } as SearchParams),
      request({ query: 'families', hitsPerPage: 2, highlightPreTag: '[', highlightPostTag: ']' }),
    ])
    expect(asked).toHaveLength(1)
    const [first, second, third] = results as SearchResult[]
    expect(Object.keys(first!.facets)).toEqual(['country', 'year'])
    expect(Object.keys(second!.facets)).toEqual(['topic'])
    expect(second!.hits).toEqual([])
    expect(third!.facets).toEqual({})
    expect(third!.hits[0]!._highlightResult.title!.value).toMatch(/\[Famili/)
  })

  it('ask again for other pages, without counting again', async () => {
    const client = createSearchClient(counting)
    const { results } = await client.search([
      request({ facets: ['country'], hitsPerPage: 2 }),
      request({ facets: ['country'], hitsPerPage: 2, page: 1 }),
    ])
    expect(asked.map(({ options }) => Object.keys(options.facets ?? {}))).toEqual([['country'], []])
    const [first, second] = results as SearchResult[]
    expect(second!.facets).toEqual(first!.facets)
    expect(second!.hits[0]!.objectID).not.toBe(first!.hits[0]!.objectID)
  })

  it('ask apart for other filters, orders and words', async () => {
    await createSearchClient(counting).search([
      request({ query: 'families' }),
      request({ query: 'families', facetFilters: ['country:HT'] }),
      request({ query: 'families' }, 'releases_oldest'),
      request({ query: 'family' }),
    ])
    expect(asked).toHaveLength(4)
  })

  it('answer each request as if it were alone', async () => {
    const params = fc.record(
      {
        query: fc.constantFrom('', 'families', 'labour', 'camp rain', 'nothing-like-it'),
        page: fc.nat({ max: 2 }),
        hitsPerPage: fc.constantFrom(0, 1, 2, 20),
        facets: fc.subarray(['country', 'year', 'topic', 'nonsense']),
        facetFilters: fc.constantFrom([], ['language:en'], [['country:HT', 'country:TH']]),
        attributesToSnippet: fc.constantFrom(['body:5'], ['body:50']),
      },
      { requiredKeys: [] },
    )
    const index = fc.constantFrom('releases', 'releases_newest')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(params, index), { minLength: 1, maxLength: 5 }), async (drawn) => {
        const requests = drawn.map(([each, name]) => request(each as SearchParams, name))
        const client = createSearchClient(archive)
        const timeless = (result: unknown): unknown => ({ ...(result as SearchResult), processingTimeMS: 0 })
        const together = (await client.search(requests)).results.map(timeless)
        for (const [at, each] of requests.entries()) {
          expect(together[at]).toEqual(timeless((await client.search([each])).results[0]))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('what a request may ask in words of the protocol', () => {
  const optionsFor = async (params: SearchParams, defaults: SearchOptions = {}): Promise<SearchOptions> => {
    asked = []
    await createSearchClient(counting, defaults).search([request(params)])
    return asked[0]!.options
  }

  it('becomes options, which go before the defaults', async () => {
    expect(await optionsFor({ restrictSearchableAttributes: ['title', 'price'] })).toMatchObject({ fields: ['title'] })
    expect(await optionsFor({ queryType: 'prefixNone' }, { prefix: 'last' })).toMatchObject({ prefix: false })
    expect(await optionsFor({ queryType: 'prefixAll' })).toMatchObject({ prefix: true })
    expect(await optionsFor({ typoTolerance: 'min' })).toMatchObject({ fuzzy: 'auto' })
    expect(await optionsFor({ typoTolerance: false }, { fuzzy: 'auto' })).toMatchObject({ fuzzy: false })
    expect(await optionsFor({ removeWordsIfNoResults: 'allOptional' })).toMatchObject({ relax: true })
    expect(await optionsFor({ distinct: 1 })).toMatchObject({ fold: true })
    expect(await optionsFor({ queryType: 'constructor' }, { prefix: 'last' })).toMatchObject({ prefix: 'last' })
  })

  it('sorts values by name, and orders all facets for dynamic widgets', async () => {
    const { results } = await createSearchClient(archive).search([
      request({ facets: ['*'], sortFacetValuesBy: 'alpha' }),
      request({ facets: ['topic'], sortFacetValuesBy: 'count' }),
    ])
    const [all, some] = results as SearchResult[]
    expect(Object.keys(all!.facets.topic!)).toEqual(['labour', 'return', 'shelter', 'trafficking'])
    expect(all!.renderingContent!.facetOrdering.facets.order).toEqual(archive.info.facets)
    expect(some).not.toHaveProperty('renderingContent')
  })
})

describe('an archive that cannot be opened', () => {
  it('fails searches, and nothing before', async () => {
    const client = createSearchClient(Promise.reject(new Error('not there')))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await expect(client.search([request({})])).rejects.toThrow('not there')
  })
})
