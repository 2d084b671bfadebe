/** How much does each language add to a page? */

import { expect, it } from 'vitest'
import { chunkSizes } from '../helpers/chunk-sizes.js'

/** Bytes, brotli, of a language; the lexicon's data is in none. */
const LANGUAGE_BUDGET = 3000

it('is 3 KB at most, and the lexicon is in none of it', async () => {
  const { bytes, inputs } = await chunkSizes()
  expect(inputs.filter((input) => /analysis\/lexicon|places\//.test(input))).toEqual([])
  // English is in the core.
  expect([...bytes.keys()].sort()).toEqual(['ar', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'uk'])
  expect([...bytes].filter(([, size]) => size > LANGUAGE_BUDGET)).toEqual([])
})
