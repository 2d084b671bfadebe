/** Are the words that a hit is said to match those of the query that it holds? Forms, names, typos, beginnings, phrases. */

import { beforeAll, describe, expect, it } from 'vitest'
import { createSearchClient, type SearchClient, type SearchResult } from '../../src/instantsearch.js'
import type { Release, Searchable, SearchOptions } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'

const RELEASES: Release[] = [
  {
    id: 'returns',
    title: 'Returning by Sea',
    body: 'Displaced persons returned to the organisation that had registered them. Their organs were sound, and so was the organiser.',
    language: 'en',
  },
  { id: 'coast', title: 'Abidjan', body: 'Aid for Ivory Coast, and freedom of movement within it.', language: 'en' },
  { id: 'cote', title: 'Abidjan', body: 'Une aide pour les familles déplacées de la Côte d’Ivoire.', language: 'fr' },
  {
    id: 'idp',
    title: 'Camps',
    body: 'An internally displaced person may vote. An IDP card is enough.',
    language: 'en',
  },
]

let archive: Searchable
let client: SearchClient

beforeAll(async () => {
  archive = await archiveOf(RELEASES)
  client = createSearchClient(archive)
})

/** What is said of the text of a release. */
async function said(query: string, id: string, options: SearchOptions = {}): Promise<[level: string, words: string[]]> {
  const asked = Object.keys(options).length > 0 ? createSearchClient(archive, options) : client
  const { results } = await asked.search([{ params: { query } }])
  const hit = (results[0] as SearchResult).hits.find(({ objectID }) => objectID === id)
  const { matchLevel, matchedWords } = hit!._highlightResult.body!
  return [matchLevel, matchedWords]
}

describe('matched words', () => {
  it('are those whose forms are marked, and no others that look like them', async () => {
    expect(await said('organization', 'returns')).toEqual(['full', ['organization']])
    expect(await said('organ OR organization', 'returns')).toEqual(['full', ['organ', 'organization']])
    // "sea" is in the title alone.
    expect(await said('return sea', 'returns')).toEqual(['partial', ['return']])
    expect(await said('registering OR organic', 'returns')).toEqual(['partial', ['registering']])
  })

  it('may be another name of what is marked', async () => {
    expect(await said('ivory coast', 'coast')).toEqual(['full', ['ivory', 'coast']])
    expect(await said('ivory coast', 'cote')).toEqual(['full', ['ivory', 'coast']])
    expect(await said('IDP', 'idp')).toEqual(['full', ['idp']])
    expect(await said('internally displaced persons', 'idp')).toEqual(['full', ['internally', 'displaced', 'persons']])
  })

  it('are words of the language of the release', async () => {
    expect(await said('famille déplacée', 'cote')).toEqual(['full', ['famille', 'déplacée']])
  })

  it('count small words only where they are looked for', async () => {
    expect(await said('the organisation', 'returns')).toEqual(['full', ['organisation']])
    expect(await said('"freedom of movement"', 'coast')).toEqual(['full', ['freedom', 'of', 'movement']])
  })

  it('are found by typos and by beginnings', async () => {
    expect(await said('organisatoin', 'returns', { fuzzy: 'auto' })).toEqual(['full', ['organisatoin']])
    expect(await said('displaced regi', 'returns', { prefix: 'last' })).toEqual(['full', ['displaced', 'regi']])
    expect(await said('organi*', 'returns')).toEqual(['full', ['organi']])
  })

  it('leave out what is excluded', async () => {
    expect(await said('abidjan aid -familles', 'coast')).toEqual(['partial', ['aid']])
  })

  it('say when all of a text is marked', async () => {
    const { results } = await client.search([{ params: { query: 'abidjan aid' } }])
    const [hit] = (results[0] as SearchResult).hits
    expect(hit!._highlightResult.title).toMatchObject({ matchLevel: 'partial', fullyHighlighted: true })
    expect(hit!._highlightResult.body).toMatchObject({ matchLevel: 'partial', fullyHighlighted: false })
  })

  it('are compared as written where nothing can be analysed', async () => {
    const plain: Searchable = {
      info: archive.info,
      search: (query, options) => archive.search(query, options),
    } as Searchable
    const { results } = await createSearchClient(plain).search([{ params: { query: 'aid coast' } }])
    expect((results[0] as SearchResult).hits[0]!._highlightResult.body!.matchedWords).toEqual(['aid', 'coast'])
  })
})
