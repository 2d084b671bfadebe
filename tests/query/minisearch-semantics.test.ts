/**
 * Does a search mean what users of MiniSearch expect? What its documentation says of `prefix`, `fuzzy`, `boost`, `combineWith`
 * and `fields`, with releases of our own. Where our defaults differ (all words instead of any) the test says so.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import type { Release, SearchOptions } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'

const filler = (words: number): string => 'lantern '.repeat(words)

const RELEASES: Release[] = [
  { id: 'harbour', title: 'The harbour', body: 'Fishing boats leave the harbour before dawn. The harbour is small.' },
  { id: 'boats', title: 'Boats', body: 'A harbour pilot counts the boats.' },
  {
    id: 'market',
    title: 'Market day',
    body: 'Farmers sell melons at the market near the harbour wall, far from any boats.',
  },
  { id: 'orchard', title: 'Orchards', body: 'Apples and melons grow in the orchard.' },
  { id: 'aquaria', title: 'Aquariums', body: 'An aquarium shows the fish of the lake.' },
  { id: 'numbers', title: 'Numbers', body: 'Rooms 2041 and 2042 were closed.' },
  { id: 'once-short', title: 'Short', body: `Glaciers melt. ${filler(4)}` },
  { id: 'once-long', title: 'Long', body: `Glaciers melt. ${filler(120)}` },
  { id: 'often-long', title: 'Long', body: `Glaciers, glaciers, glaciers melt. ${filler(117)}` },
  { id: 'rare', title: 'One', body: 'Zeppelins over a valley.' },
  { id: 'valley-1', title: 'Two', body: 'Mist over a valley.' },
  { id: 'valley-2', title: 'Three', body: 'Rain over a valley.' },
].map((release) => ({ ...release, language: 'en' }))

let archive: Archive

beforeAll(async () => {
  archive = await archiveOf(RELEASES)
})

const find = async (query: string, options: SearchOptions = {}): Promise<string[]> =>
  (await archive.search(query, { limit: 50, ...options })).hits.map(({ id }) => id)
const set = async (query: string, options: SearchOptions = {}): Promise<string[]> => (await find(query, options)).sort()

describe('combineWith', () => {
  it('AND: every word; our default', async () => {
    expect(await set('boats melons')).toEqual(['market'])
    expect(await set('boats melons', { combineWith: 'AND' })).toEqual(['market'])
  })

  it('OR: any word, those with more of them first', async () => {
    const found = await find('boats melons', { combineWith: 'OR' })
    expect([...found].sort()).toEqual(['boats', 'harbour', 'market', 'orchard'])
    expect((await find('farmers melons', { combineWith: 'OR' }))[0]).toBe('market')
  })

  it('AND_NOT is a dash', async () => {
    expect(await set('melons -market')).toEqual(['orchard'])
  })

  it('trees of trees', async () => {
    const query = { and: [{ term: 'harbour' }, { or: [{ term: 'pilot' }, { term: 'fishing' }] }] }
    expect((await archive.search(query)).hits.map(({ id }) => id).sort()).toEqual(['boats', 'harbour'])
  })
})

describe('prefix', () => {
  it('only where it is asked for', async () => {
    expect(await set('aquar')).toEqual([])
    expect(await set('aquar', { prefix: true })).toEqual(['aquaria'])
    expect(await set('aquar*')).toEqual(['aquaria'])
  })

  it('of every word, or of the last alone', async () => {
    expect(await set('harb boat', { prefix: true })).toEqual(['boats', 'harbour', 'market'])
    expect(await set('harb boat', { prefix: 'last' })).toEqual([])
    expect(await set('harbour boa', { prefix: 'last' })).toEqual(['boats', 'harbour', 'market'])
  })

  it('of numbers too', async () => {
    expect(await set('204', { prefix: true })).toEqual(['numbers'])
  })
})

describe('fuzzy', () => {
  it('only where it is asked for', async () => {
    expect(await set('melans')).toEqual([])
    expect(await set('melans', { fuzzy: 1 })).toEqual(['market', 'orchard'])
    expect(await set('melans~1')).toEqual(['market', 'orchard'])
  })

  it('a whole number is edits: one more, one less, another letter', async () => {
    for (const typo of ['zeppelin', 'zepelins', 'zepppelins', 'zappelins'])
      expect(await set(typo, { fuzzy: 1 })).toEqual(['rare'])
    expect(await set('zapellins', { fuzzy: 1 })).toEqual([])
    expect(await set('zapelins', { fuzzy: 2 })).toEqual(['rare'])
  })

  it('a fraction is of the length, rounded', async () => {
    // 0.2 of 8 letters is 2 edits, of 7 letters 1.
    expect(await set('zapelins', { fuzzy: 0.2 })).toEqual(['rare'])
    expect(await set('vallay', { fuzzy: 0.2 })).toEqual(['rare', 'valley-1', 'valley-2'])
    expect(await set('vullay', { fuzzy: 0.2 })).toEqual([])
    expect(await set('zapelins', { fuzzy: true })).toEqual(['rare'])
  })

  it('never of numbers', async () => {
    expect(await set('2043', { fuzzy: 1 })).toEqual([])
  })
})

describe('fields', () => {
  it('are those that are searched', async () => {
    expect(await set('harbour', { fields: ['title'] })).toEqual(['harbour'])
    expect(await set('harbour', { fields: ['body'] })).toEqual(['boats', 'harbour', 'market'])
    expect(await set('orchards', { fields: ['title'] })).toEqual(['orchard'])
  })
})

describe('boost', () => {
  it('of a field changes the order and never what is found', async () => {
    const title = await find('boats', { boost: { title: 20, body: 1 } })
    const body = await find('boats', { boost: { title: 0, body: 1 } })
    expect(title[0]).toBe('boats')
    expect([...title].sort()).toEqual([...body].sort())
  })

  it('makes scores larger', async () => {
    const scoreOf = async (boost: number): Promise<number> =>
      (await archive.search('boats', { boost: { title: boost } })).hits.find(({ id }) => id === 'boats')!.score
    expect(await scoreOf(9)).toBeGreaterThan(await scoreOf(1))
  })
})

describe('ranking', () => {
  it('a rare word counts for more than one that is in many releases', async () => {
    expect((await find('zeppelins valley', { combineWith: 'OR' }))[0]).toBe('rare')
  })

  it('a word that is there more often counts for more', async () => {
    const found = await find('glaciers')
    expect(found.indexOf('often-long')).toBeLessThan(found.indexOf('once-long'))
  })

  it('a word in a short text counts for more than in a long one', async () => {
    const found = await find('glaciers')
    expect(found.indexOf('once-short')).toBeLessThan(found.indexOf('once-long'))
  })

  it('a word in the title counts for more than in the body', async () => {
    expect((await find('harbour'))[0]).toBe('harbour')
    expect((await find('boats'))[0]).toBe('boats')
  })
})
