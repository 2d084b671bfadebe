/** Are plain words and usual options understood as the query language understands them? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSearchOptions } from '../../src/query/options.js'
import { makeRequest } from '../../src/query/request.js'
import { plainRequest, readOptions, readRequest, usualOptions } from '../../src/query/understanding.js'
import type { SearchOptions } from '../../src/types.js'

const SEED = Number(process.env.SEED ?? 1)
const RUNS = Number(process.env.RUNS ?? 300)

const piece = fc.oneof(
  fc.constantFrom(
    'migration',
    'AND',
    'OR',
    'NOT',
    'or',
    'Ａ',
    '１',
    'é',
    'e\u0301',
    '-',
    '"',
    '*',
    '~',
    ':',
    '(',
    '\\',
    '人',
    'ß',
    '٣',
    '½',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.stringMatching(/^[a-z0-9]{1,8}$/),
)
const query = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ', '  ')), { maxLength: 6 })
  .map((parts) => parts.flat().join(''))

const VALUES: Record<string, unknown[]> = {
  limit: [0, 10, 1000, undefined, 1001, -1, 2.5, '3'],
  offset: [0, 7, undefined, -1],
  facets: [[], ['year'], ['country', 'country', 'month'], [1], 'year', { year: true }],
  combineWith: ['AND', 'OR', 'or', undefined],
  prefix: [true, false, 'last', 'first'],
  fuzzy: [true, false, 'auto', 1, 0.3, -1],
  relax: [true, false, 1],
  fold: [true, false, null],
  concepts: [true, false, 'no'],
  snippet: [false, undefined, true, { length: 90 }],
  sort: ['newest'],
  where: [{ year: 2010 }],
  filter: [1],
}
const option = fc.constantFrom(
  ...Object.entries(VALUES).flatMap(([name, values]) => values.map((value) => [name, value])),
)
const usual = fc.array(option, { maxLength: 3 }).map((entries): SearchOptions => Object.fromEntries(entries))

describe('understanding', () => {
  it('reads plain words as the query language does', () => {
    let plain = 0
    fc.assert(
      fc.property(
        query,
        fc.constantFrom<SearchOptions>(
          {},
          { prefix: 'last' },
          { prefix: true, offset: 5 },
          { combineWith: 'OR' },
          { combineWith: 'OR', prefix: 'last' },
        ),
        (text, given) => {
          const options = checkSearchOptions(given)
          const request = plainRequest(text, options)
          if (request === undefined) return
          plain++
          const { readFilter, ...planning } = makeRequest(text, options, []).run.planning
          const full = makeRequest(text, options, [])
          expect(request).toEqual({ ...full, run: { ...full.run, planning } })
          expect(readFilter).toBeTypeOf('function')
          // The word being typed is known by its node.
          const { prefix, tree } = { ...request.run.planning, tree: request.run.tree }
          const leaves = 'and' in tree ? tree.and : 'or' in tree ? tree.or : [tree]
          if (typeof prefix === 'object') expect(leaves.at(-1)).toBe(prefix)
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
    expect(plain).toBeGreaterThan(RUNS / 20)
  })

  it('reads usual options as the query language does, and leaves wrong ones to it', () => {
    let count = 0
    fc.assert(
      fc.property(usual, (given) => {
        const options = usualOptions(given)
        if (options === undefined) return
        count++
        expect(options).toEqual(checkSearchOptions(given))
      }),
      { seed: SEED, numRuns: RUNS },
    )
    expect(count).toBeGreaterThan(RUNS / 20)
  })

  it('takes an empty query, one word, words with a space after them', () => {
    for (const text of ['', 'boats', 'boats ', 'people at sea', 'Côte d Ivoire 2011']) {
      expect(plainRequest(text, checkSearchOptions({})), text).toBeDefined()
    }
    for (const text of [' boats', 'boats  sea', 'title:x', 'a OR b', 'e\u0301t\u00e9', 'NOT']) {
      expect(plainRequest(text, checkSearchOptions({})), text).toBeUndefined()
    }
  })

  it('leaves everything else to the query language', async () => {
    const options = await readOptions({ where: { year: 2010 }, boost: { title: 2 } })
    expect(options).toEqual(checkSearchOptions({ where: { year: 2010 }, boost: { title: 2 } }))
    const { query: printed } = await readRequest('"at sea" -boat', options, [])
    expect(printed).toBe('"at sea" -boat')
    for (const wrong of [null, [], 5, 'x', { limit: Number.NaN }, { nothing: 1 }]) {
      await expect(readOptions(wrong as SearchOptions)).rejects.toMatchObject({ code: 'E_OPTION' })
    }
  })
})
