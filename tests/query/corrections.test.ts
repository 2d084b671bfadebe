/** Do corrections lead somewhere? What they count is what their query finds. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import type { Release, SearchOptions } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'

const TEXTS = [
  'Refugees cross the border at night.',
  'A refugee camp near the border.',
  'The refugee agency opened a school.',
  'Shelters for refugees and migrants.',
  'Boarder guards met.',
  'The boarder left the school.',
  'Boarders and boarding houses.',
  'Freedom of movement for workers.',
]

let archive: Archive

beforeAll(async () => {
  archive = await archiveOf(
    TEXTS.map((body, index): Release => ({ id: `r${index}`, title: '', body, date: `200${index}`, language: 'en' })),
  )
})

/** Each offer, after making sure that its query finds what it says. */
async function offers(
  query: string,
  options: SearchOptions = {},
): Promise<[word: string, suggestion: string, query: string, releases: number][]> {
  const page = await archive.search(query, options)
  expect(page.total).toBe(0)
  for (const correction of page.corrections) {
    expect((await archive.search(correction.query, options)).total).toBe(correction.releases)
  }
  return page.corrections.map(({ word, suggestion, query, releases }) => [word, suggestion, query, releases])
}

describe('a correction', () => {
  it('counts what the query will find, in every form of the word', async () => {
    expect(await offers('refugges')).toEqual([['refugges', 'refugees', 'refugees', 4]])
  })

  it('counts with the filters of the search', async () => {
    expect(await offers('refugges', { where: { year: { to: 2001 } } })).toEqual([
      ['refugges', 'refugees', 'refugees', 2],
    ])
    expect(await offers('refugges year:2000')).toEqual([['refugges', 'refugees', 'refugees year:2000', 1]])
  })

  it('is for a word, and keeps the rest of the query', async () => {
    expect(await offers('title:x OR refugges -camp')).toEqual([
      ['refugges', 'refugees', '(title:x OR refugees) -camp', 3],
    ])
    expect(await offers('migrants -refugges zzzzzzzz')).toEqual([])
  })

  it('of several words gives one query', async () => {
    expect(await offers('refugges shelterz')).toEqual([
      ['refugges', 'refugees', 'refugees shelters', 1],
      ['shelterz', 'shelters', 'refugees shelters', 1],
    ])
  })

  it('is a spelling with which the query finds something, before one that is more frequent', async () => {
    // "boarder" is in two releases and "border" in two; only one of them stands beside refugees.
    expect(await offers('boorder refugees')).toEqual([['boorder', 'border', 'border refugees', 2]])
  })

  it('of a long query is the first spelling or none', async () => {
    const others = Array.from({ length: 60 }, () => 'refugees').join(' ')
    expect(await offers(`boorder ${others}`)).toEqual([])
    expect(await offers(`border ${others.replaceAll('refugees', 'refugges')}`)).toMatchObject([
      { 0: 'refugges', 1: 'refugees' },
    ])
  })

  it('is not offered when the query would still find nothing', async () => {
    for (const query of ['refugges xyzzyqqqq', '"refugees scholl"', '"freedom of bordr"'])
      expect([query, await offers(query)]).toEqual([query, []])
    expect(await offers('refugges', { where: { year: 2006 } })).toEqual([])
  })

  it('is neither the word itself nor a stop word', async () => {
    // The archive holds it, but not in titles.
    expect(await offers('title:workers')).toEqual([])
    expect(await offers('"fur workers"')).toEqual([])
  })

  it('reaches into phrases', async () => {
    expect(await offers('"freedom of movment"')).toEqual([['movment', 'movement', '"freedom of movement"', 1]])
  })

  it('is not offered where something was found, for numbers, or for what resembles nothing', async () => {
    for (const query of ['refugees', '20011', 'xyzzyqqqq', 'ab'])
      expect((await archive.search(query)).corrections).toEqual([])
    expect((await archive.search('refugees', { where: { year: 2007 } })).corrections).toEqual([])
  })

  it('is offered beside the answer that any word was enough for', async () => {
    const page = await archive.search('refugges school', { relax: true })
    expect(page.applied.relaxed).toBe(true)
    expect(page.corrections).toMatchObject([{ suggestion: 'refugees', query: 'refugees school', releases: 1 }])
  })
})
