/** Are copies, cut copies and corrected re-issues joined, and releases of a series kept apart? */

import { describe, expect, it } from 'vitest'
import { type Comparable, findDuplicates } from '../../src/ingest/extract/near-duplicates.js'

/** A text of so many words, another for every seed. */
function prose(seed: number, count = 220): string {
  let state = seed * 7919 + 1
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8
  const syllables = ['ka', 'mo', 'ri', 'te', 'nu', 'sa', 'lo', 'pi', 'da', 've']
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + (next() % 2) }, () => syllables[next() % 10]).join(''),
  ).join(' ')
}

const release = (id: string, body: string, date = '2010-01-01', title = ''): Comparable => ({ id, title, body, date })

/** The cluster value by id. */
function clusters(releases: Comparable[]): Map<string, string> {
  return new Map(findDuplicates(releases).flatMap(({ value, ids }) => ids.map((id): [string, string] => [id, value])))
}

describe('near-duplicates', () => {
  const text = prose(1)
  const cut = text.split(' ').slice(40).join(' ')
  const corrected = text
    .split(' ')
    .map((word, i) => (i === 100 ? 'corrected' : word))
    .join(' ')
  const all = [
    release('a', text),
    release('b', text.toUpperCase(), '2010-01-02'),
    release('c', cut, '2010-01-03'),
    release('d', corrected, '2010-01-04'),
    release('e', prose(2)),
    release('f', prose(3)),
  ]

  it('are joined, and others have no value', () => {
    const found = clusters(all)
    expect([...found.keys()].sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(new Set(found.values()).size).toBe(1)
  })

  it('are listed from the earliest on, with how many are exact', () => {
    expect(findDuplicates([...all].reverse())).toMatchObject([{ ids: ['a', 'b', 'c', 'd'], exact: 1 }])
  })

  it('may have one figure corrected, and write figures in other ways', () => {
    const report = (figures: string): string => `${prose(5, 150)} ${figures}`
    expect(
      clusters([release('x', report('2 300 and 430 and 7,500')), release('y', report('2300 and 403 and 7500'))]).size,
    ).toBe(2)
    expect(clusters([release('x', report('12 May 2009')), release('y', report('12.05.09 at 10:30'))]).size).toBe(2)
  })

  it('do not depend on the order of arrival', () => {
    expect(new Map([...clusters([...all].reverse())].sort())).toEqual(new Map([...clusters(all)].sort()))
  })

  it('keep their value when a later one joins', () => {
    const before = clusters(all.slice(0, 2)).get('a')
    expect(clusters(all).get('d')).toBe(before)
  })

  it('are not releases of a series that differ in their figures', () => {
    const series = (town: string, figures: string): string => `${prose(4, 120)} in ${town} ${figures}`
    expect(
      clusters([release('x', series('Kayes', '430 26 127 2582 19')), release('y', series('Gao', '180 35 213 6882 44'))])
        .size,
    ).toBe(0)
  })

  it('are not short texts that differ in a word', () => {
    const short = (word: string): string =>
      `Twelve buses left the ${word} this morning with families on board who had waited there for a week without shelter`
    expect(clusters([release('x', short('camp')), release('y', short('port'))]).size).toBe(0)
    expect(clusters([release('x', short('camp')), release('y', short('camp'))]).size).toBe(2)
  })

  it('are short texts of one day that were mended, and not those of a series weeks apart', () => {
    const body = prose(21, 48)
    const mended = `${body} at last`
    const words = body.split(' ')
    const other = [...words.slice(0, 30), 'camp', ...words.slice(31)].join(' ')
    expect(clusters([release('x', body), release('y', mended, '2010-01-02')]).size).toBe(2)
    expect(clusters([release('x', body), release('y', other, '2010-01-02')]).size).toBe(2)
    expect(clusters([release('x', body), release('y', other, '2010-01-22')]).size).toBe(0)
    expect(clusters([release('x', body), release('y', body, '2010-03-22')]).size).toBe(2)
  })

  it('are not empty releases', () => expect(clusters([release('x', ''), release('y', '')]).size).toBe(0))

  it('are found among thousands', () => {
    const many = Array.from({ length: 3000 }, (_, i) => release(`r${i}`, prose(i + 10, 80)))
    expect([...clusters([...many, release('copy', many[1234]!.body, '2011-01-01')]).keys()].sort()).toEqual([
      'copy',
      'r1234',
    ])
  })
})
