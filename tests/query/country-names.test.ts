/** Are filters by country found by any name that a country has had, in rows, totals and counts? */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { archiveOf } from '../helpers/memory-archive.js'

const CODES = ['TR', 'MM', 'SZ', 'CZ', 'MK', 'CI', 'MO', 'US', 'GB', 'CD', 'BA', 'TL', 'SY', 'LA', 'PS', 'LY']

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

  it('by a name that no country has finds nothing', async () => {
    expect(await idsOf('report', 'Atlantis')).toEqual([])
    expect(await idsOf('report', 'Germany')).toEqual([])
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
