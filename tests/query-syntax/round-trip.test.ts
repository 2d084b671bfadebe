import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDatelinesError } from '../../src/errors.js'
import { parseQuery } from '../../src/query/syntax/parse.js'
import { formatQuery } from '../../src/query/syntax/print.js'
import { checkTree } from '../../src/query/syntax/tree.js'
import { FACETS, text, tree } from './generate.js'

const RUNS = { numRuns: 10_000 }

describe.each(['AND', 'OR'] as const)('text and trees, combined with %s', (combineWith) => {
  const options = { facets: FACETS, combineWith }

  it('every text is a query, whose tree is valid, in normal form, and printed as a text of the same tree', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseQuery(typed, options)
        expect(checkTree(parsed)).toEqual(parsed)
        expect(parseQuery(formatQuery(parsed, options), options)).toEqual(parsed)
      }),
      RUNS,
    )
  })

  it('every tree is printed as a text of its normal form', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const normal = checkTree(given)
        expect(checkTree(normal)).toEqual(normal)
        expect(parseQuery(formatQuery(given, options), options)).toEqual(normal)
      }),
      RUNS,
    )
  })

  it('what is printed is in the grammar, strictly', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const normal = checkTree(given)
        const printed = formatQuery(given, options)
        try {
          expect(parseQuery(printed, { ...options, strict: true })).toEqual(normal)
        } catch (error) {
          // A name before a colon that is no facet is a word for those who type, and a slip for the strict.
          if (!isDatelinesError(error) || !/a field or facet/.test(error.message)) throw error
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('strict reading', () => {
  it('gives the lenient tree, or E_QUERY with an offset in the text', () => {
    fc.assert(
      fc.property(text, (typed) => {
        try {
          expect(parseQuery(typed, { strict: true })).toEqual(parseQuery(typed))
        } catch (error) {
          if (!isDatelinesError(error)) throw error
          expect(error.code).toBe('E_QUERY')
          expect(error.offset).toBeGreaterThanOrEqual(0)
          expect(error.offset).toBeLessThan(typed.length)
        }
      }),
      RUNS,
    )
  })
})
