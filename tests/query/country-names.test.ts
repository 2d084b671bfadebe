/** Are filters by country found by any name that a country has had, in rows, totals and counts? */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { archiveOf } from '../helpers/memory-archive.js'

const CODES = [
  'CG',
  'KP',
  'KR',
  'TR',
  'MM',
  'SZ',
  'CZ',
  'MK',
  'CI',
  'MO',
  'US',
  'GB',
  'CD',
  'BA',
  'TL',
  'SY',
  'LA',
  'PS',
  'LY',
]

let archive: Archive
beforeAll(async () => {
  archive = await archiveOf(
    CODES.map((code) => ({ id: code, title: `Report ${code}`, body: 'A report on returns.', countries: [code] })),
  )
})

const idsOf = async (query: string, where?: string): Promise<string[]> => {
  const page = await archive.search(query, { ...(where === undefined ? {} : { where: { country: where } }), limit: 50 })
  return page.hits.map(({ id }) => id)
}

describe('a country filter', () => {
  it.each([
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
    ['Burma', 'MM'],
    ['Swaziland', 'SZ'],
    ['Czech Republic', 'CZ'],
    ['Macedonia', 'MK'],
    ['Ivory Coast', 'CI'],
    ['Macau', 'MO'],
    ['macao', 'MO'],
    ['USA', 'US'],
    ['United States of America', 'US'],
    ['Britain', 'GB'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Bosnia and Herzegovina', 'BA'],
    ['East Timor', 'TL'],
    ['Syrian Arab Republic', 'SY'],
    ['Lao PDR', 'LA'],
    ['LBY', 'LY'],
    ['Libye', 'LY'],
    ['ليبيا', 'LY'],
  ])('by %j', async (name, code) => {
    expect(await idsOf('report', name)).toEqual([code])
    expect(await idsOf(`report country:"${name}"`)).toEqual([code])
  })

  it.each([
    ['Congo', ['CD', 'CG']],
    ['the congo', ['CD', 'CG']],
    ['Corée', ['KP', 'KR']],
    ['كوريا', ['KP', 'KR']],
    ['South Korea', ['KR']],
    ['Congo-Brazzaville', ['CG']],
  ])('by %j, which two countries may be called, is about both, and says so', async (name, codes) => {
    const page = await archive.search(`country:"${name}"`, { limit: 50 })
    expect(page.hits.map(({ id }) => id).sort()).toEqual(codes)
    if (codes.length > 1) expect(page.query).toBe(`country:${codes.join()}`)
    expect((await idsOf('report', name)).sort()).toEqual(codes)
    const others = await archive.search('', { where: { country: { none: [name] } }, limit: 50 })
    expect(others.total).toBe(CODES.length - codes.length)
    const tree = await archive.search({ where: { country: [name] } })
    expect(tree.total).toBe(codes.length)
  })

  it('by a country of which there is nothing finds nothing', async () => {
    for (const name of ['Germany', 'DE', 'de', 'DEU', 'Fidji']) expect(await idsOf('report', name)).toEqual([])
    const page = await archive.search('report country:Germany', { where: { country: { none: ['FJ'] } } })
    expect(page.unknown).toBeUndefined()
  })

  it.each(['Atlantis', 'ZZ', 'X', 'toString', '99'])('by %j, which is no country, is refused', async (name) => {
    const refused = {
      code: 'E_OPTION',
      message: expect.stringContaining(`no country is called ${JSON.stringify(name)}`),
    }
    await expect(archive.search('report', { where: { country: name } })).rejects.toMatchObject(refused)
    await expect(archive.search('report', { where: { mention: { none: ['MO', name] } } })).rejects.toMatchObject(
      refused,
    )
    await expect(archive.search({ where: { country: name } })).rejects.toMatchObject(refused)
    const inner = { or: [{ term: 'report' }, { where: { country: [name, 'MO'] } }] }
    await expect(archive.search(inner)).rejects.toMatchObject(refused)
  })

  it('that is no country is told of where it was typed', async () => {
    const page = await archive.search('report country:Atlantis')
    expect([page.total, page.unknown]).toEqual([0, [{ facet: 'country', value: 'Atlantis' }]])
    const either = await archive.search('(report mention:"Middle Earth") OR country:MO')
    expect([either.total, either.unknown]).toEqual([1, [{ facet: 'mention', value: 'Middle Earth' }]])
    await expect(archive.search('report country:Atlantis', { where: { country: 'Utopia' } })).rejects.toMatchObject({
      code: 'E_OPTION',
      where: 'where.country',
    })
  })

  it('lists what was chosen under its code, with its count', async () => {
    const page = await archive.search('report', {
      where: { country: ['Burma', 'MO'] },
      facets: { country: { limit: 0 } },
    })
    expect(page.facets.country!.map(({ value, count }) => [value, count])).toEqual([
      ['MM', 1],
      ['MO', 1],
    ])
    expect(page.total).toBe(2)
  })
})
