/** Are words found by their beginning and by edit distance as a comparison with every word finds them? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { compareCodePoints } from '../../src/bytes/utf8.js'
import { openWords, type WordsPack, writeWords } from '../../src/format/words.js'
import { ScannedForms, scanFuzzy, scanPrefix } from '../../src/query/word-scan.js'
import { makeWords } from '../oracle/vocabulary.js'

function packOf(words: readonly string[]): WordsPack {
  const entries = [...new Set(words)].sort(compareCodePoints).flatMap((surface, index) =>
    Array.from({ length: 1 + (index % 3 === 0 ? 2 : 0) }, (_, tag) => ({
      surface,
      tag,
      stem: surface,
      docFreq: index + 1,
    })),
  )
  return openWords(new ByteReader(writeWords(entries), 'words'))
}

/** The whole matrix, unbounded. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      rows[i]![j] = Math.min(replaced, rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1)
    }
  }
  return rows[a.length]![b.length]!
}

type Form = ReturnType<ScannedForms['form']>

function formsOf(scan: (found: ScannedForms) => void): Form[] {
  const found = new ScannedForms()
  scan(found)
  return Array.from({ length: found.count }, (_, number) => found.form(number))
}

const keys = (found: readonly Form[]): string[] =>
  found.map(({ entry, edits }) => `${entry.surface} ${entry.tag} ${edits}`)

function checkPrefix(words: readonly string[], prefix: string): void {
  const found = formsOf((forms) => scanPrefix(packOf(words), prefix, forms))
  const all = formsOf((forms) => scanPrefix(packOf(words), '', forms))
  expect(keys(found)).toEqual(keys(all.filter(({ entry }) => entry.surface.startsWith(prefix))))
}

function checkFuzzy(words: readonly string[], word: string, edits: number): void {
  const pack = packOf(words)
  const found = formsOf((forms) => scanFuzzy(pack, word, edits, forms))
  const all = formsOf((forms) => scanPrefix(pack, '', forms))
  const expected = all
    .filter(({ entry }) => !/[0-9]/.test(entry.surface))
    .map(({ entry }) => ({ entry, edits: distance(entry.surface, word) }))
    .filter((each) => each.edits <= edits)
  expect(keys(found)).toEqual(keys(expected))
}

// Few letters, so that words share beginnings and are near one another; a letter beyond 16 bits, and digits.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '7', '\u{10400}'), maxLength: 9 })
const plainWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
const words = fc.array(fc.oneof({ weight: 3, arbitrary: plainWord }, word), { maxLength: 60 })

describe('words that begin so', () => {
  it('of any dictionary', () => {
    fc.assert(fc.property(words, fc.oneof(word, plainWord), checkPrefix), { numRuns: 400 })
  })
})

describe('words within some edits', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('%d, of any dictionary', (edits) => {
    fc.assert(
      fc.property(words, fc.oneof(word, plainWord), (dictionary, target) => checkFuzzy(dictionary, target, edits)),
      { numRuns: 200 },
    )
  })

  it('of a large dictionary, one pack after the other', () => {
    const dictionary = makeWords(3, 1200)
    for (const target of dictionary.filter((_, index) => index % 60 === 0)) {
      for (const edits of [1, 2]) checkFuzzy(dictionary, target.slice(1), edits)
    }
  })

  it('of words as long as they may be', () => {
    const long = 'ab'.repeat(32)
    checkFuzzy([long, `${long.slice(1)}c`, `c${long.slice(1)}`, long.slice(2), 'ab'], long, 2)
    checkFuzzy([long], 'a'.repeat(255), 6)
  })
})
