/** Does an archive do what was promised of names, languages and the terms of the field? One release in the manner of the first archive. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { archiveOf } from '../helpers/memory-archive.js'

let archive: Archive
beforeAll(async () => {
  archive = await archiveOf([
    {
      id: 'macao',
      title: 'Police of Macao Train Against Human Trafficking',
      body: 'Officers from Macao, China and Burma met for a workshop on trafficking in persons. Internally displaced persons were not on its agenda.',
      date: '2011-02-28',
      language: 'en',
    },
    { id: 'retour', title: 'Retour', body: 'Des personnes déplacées internes rentrent au Tchad.', language: 'fr' },
    { id: 'other', title: 'Wheat', body: 'The wheat harvest was good; farmers smuggle nothing.', language: 'en' },
  ])
})

const found = async (query: string): Promise<string[]> => (await archive.search(query)).hits.map(({ id }) => id).sort()

describe('the release on Macao', () => {
  it.each([
    'macau',
    'Macao',
    'ماكاو',
    'Myanmar',
    'Birmanie',
    'Birmania',
    'ميانمار',
    '"trafficking in persons"',
    '"human trafficking"',
    'human trafficking',
    'traite des êtres humains',
    'trata de personas',
    'workshops officer',
  ])('is found by %s', async (query) => {
    expect(await found(query)).toEqual(['macao'])
  })

  it.each(['smuggling of migrants', 'Isle of Man', 'human smuggling', 'Mongolia'])(
    'is not found by %s',
    async (query) => {
      expect(await found(query)).not.toContain('macao')
    },
  )

  it('is found by its own words alone without concepts', async () => {
    expect((await archive.search('Myanmar', { concepts: false })).total).toBe(0)
    expect((await archive.search('Burma', { concepts: false })).total).toBe(1)
  })

  it('shows which words it was found by', async () => {
    const page = await archive.search('Myanmar')
    const { text, marks } = page.hits[0]!.snippet!
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['Burma'])
    const explained = await archive.explain('Myanmar', 'macao')
    expect(explained.terms.flatMap(({ terms }) => terms)).toEqual(['MM'])
    const analysed = await archive.analyse('in Burma', { language: 'en' })
    expect(analysed.map(({ term, kind }) => `${kind} ${term}`)).toContain('concept MM')
  })
})

describe('a query in one language', () => {
  it('finds releases in another', async () => {
    expect(await found('IDP')).toEqual(['macao', 'retour'])
    expect(await found('déplacés internes')).toEqual(['macao', 'retour'])
    expect(await found('Chad')).toEqual(['retour'])
  })
})
