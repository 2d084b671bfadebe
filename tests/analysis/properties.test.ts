/** What holds for any text? Offsets, positions, determinism, bounds; and what a release says, a query of it finds. */

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription, fold } from '../../src/analysis/analyser.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { HASH_START, mixHash, RawTable } from '../../src/analysis/raw-table.js'

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it', 'nl', 'uk', 'zh', 'th', 'und']

let analyser: Analyser

beforeAll(async () => {
  analyser = await Analyser.create(createDescription({ languages: LANGUAGES, lexicon: FULL_LEXICON }))
})

/** Bits that texts are made of: letters of many scripts, joiners, marks, halves of pairs, names. */
const BITS = [
  ...'aeéñßæłığøœ ',
  ..."\n\r\t.,;-'’\u2010\u00a0\u202f\u00ad\u200b\u200d\u200f\u061c\ufeff",
  ...['\u0301', '\u0338', '\ud800', '\udc00', '\u{1f600}', '\u{20000}', '\ufdfa', 'ﬁ', '½', '²', 'Ⅷ', '①'],
  ...['12', '345', '678', '9', '٣', 'ｶﾞ', '社', '会', 'ที่', 'မြန်မာ', 'ខ្មែរ', 'हिन्दी', 'שָׁלוֹם', 'أَحمَد', 'ال', 'لل'],
  ...[
    'Burma',
    'Côte d’Ivoire',
    'South Sudan',
    'human trafficking',
    'post-conflict',
    'U.N.',
    'IOM’s',
    'Georgia',
    'Мьянме',
    'مهاجر',
  ],
  ...['migración', 'réfugiés', 'Flüchtlinge', 'organisation', 'женщины', 'здоров’я', '__proto__', 'constructor'],
]

const texts = fc
  .array(fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })
  .map((bits) => bits.join(''))
const languages = fc.constantFrom(...LANGUAGES)

/** What the sink is told, flat. */
function record(
  text: string,
  language: string,
): [stem: string, tag: number, surface: string | null, position: number, start: number, end: number][] {
  const told: [string, number, string | null, number, number, number][] = []
  analyser.analyse(text, language, ({ stem, tag }, word, ...place) =>
    told.push([stem, tag, word?.surface ?? null, ...place]),
  )
  return told
}

describe('any text', () => {
  it('has tokens in order, inside it, none empty', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        let lastStart = 0
        let lastPosition = 0
        for (const [stem, tag, surface, position, start, end] of record(text, language)) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(stem).not.toBe('')
          if (tag === 31) continue
          expect(surface).not.toBe('')
          expect(surface!.length).toBeLessThanOrEqual(64)
          expect(start).toBeGreaterThanOrEqual(lastStart)
          expect(position).toBeGreaterThanOrEqual(lastPosition)
          lastStart = start
          lastPosition = position
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('has a length beyond its last position, and the positions of each term ascend', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const last = new Map<string, number>()
        let highest = -1
        const length = analyser.analyse(text, language, ({ stem, tag }, _word, position) => {
          expect(position).toBeGreaterThanOrEqual(last.get(`${tag} ${stem}`) ?? 0)
          last.set(`${tag} ${stem}`, position)
          highest = Math.max(highest, position)
        })
        expect(length).toBe(highest < 0 ? length : Math.max(length, highest + 1))
        if (highest >= 0) expect(length).toBeGreaterThan(highest)
      }),
      { numRuns: 1000 },
    )
  })

  it('is analysed the same twice, and by a fresh analyser', async () => {
    const fresh = await Analyser.create(createDescription({ languages: LANGUAGES, lexicon: FULL_LEXICON }))
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const first = record(text, language)
        expect(record(text, language)).toEqual(first)
        const again: typeof first = []
        fresh.analyse(text, language, ({ stem, tag }, word, ...place) =>
          again.push([stem, tag, word?.surface ?? null, ...place]),
        )
        expect(again).toEqual(first)
      }),
      { numRuns: 1000 },
    )
  })

  it('is found by its own words, typed with their accents or without', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'fr', 'es', 'pt', 'it', 'de', 'ru', 'ar', 'und'), (text, language) => {
        for (const [stem, tag, surface, , start, end] of record(text, language)) {
          if (surface === null) continue
          const query = analyser.analyseQuery(text.slice(start, Math.min(end, start + 64)), { languages: [language] })
          // Capitals that name a concept are that concept, and need not be the word as well.
          if (query.spans.some(({ kind }) => kind === 'concept')) continue
          const variants = [...query.tokens, ...query.spans].flatMap((part) => part.variants)
          expect(variants).toContainEqual({ stem, tag })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is found whatever its case, in scripts that have one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéèüñçа-я]{1,12}$/), languages, (word, language) => {
        const stems = [word, word.toUpperCase()].map((written) =>
          record(written, language).flatMap(([stem, tag, surface]) => (surface === null ? [] : `${tag} ${stem}`)),
        )
        expect(stems[0]).toEqual(stems[1])
      }),
      { numRuns: 1000 },
    )
  })

  it('folds to what folds to itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = fold(text)
        expect(fold(folded)).toBe(folded)
        expect(fold(text.normalize('NFD'))).toBe(folded)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps surfaces and terms unique', () => {
    expect(new Set(analyser.words.map(({ surface, term }) => `${term.tag} ${surface}`)).size).toBe(
      analyser.words.length,
    )
    expect(new Set(analyser.terms.map(({ stem, tag }) => `${tag} ${stem}`)).size).toBe(analyser.terms.length)
  })

  it.each([
    ['a long word', 'x'.repeat(1_000_000)],
    ['many hyphens', 'a-'.repeat(300_000)],
    ['many apostrophes', "a'".repeat(300_000)],
    ['many dots', 'a.'.repeat(300_000)],
    ['many groups of digits', '123,'.repeat(200_000)],
    ['many combining marks', `e${'\u0301'.repeat(500_000)}`],
    ['many joiners', `a${'\u200d'.repeat(500_000)}b`],
    ['lone halves', '\ud800'.repeat(300_000)],
    ['many Han characters', '社'.repeat(300_000)],
    ['Han with a pile of marks', `社${'\u{e0100}'.repeat(200_000)}会`],
    ['one name again and again', 'Burma '.repeat(100_000)],
    ['names that never end', 'United Nations High '.repeat(50_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['expanding letters', '\ufdfa'.repeat(100_000)],
  ])('takes %s in its stride', (_name, text) => {
    const told = analyser.analyse(text, 'en', (_term, word) => {
      expect(word === null || word.surface.length <= 64).toBe(true)
    })
    expect(told).toBeLessThanOrEqual(text.length + 1)
    expect(analyser.analyseQuery(text.slice(0, 10_000)).tokens.length).toBeLessThanOrEqual(10_000)
  })
})

describe('the table of raw forms', () => {
  it('is a map', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 200 }), (words) => {
        const table = new RawTable<number>()
        const map = new Map<string, number>()
        const hashOf = (word: string): number =>
          [...Array(word.length).keys()].reduce((hash, i) => mixHash(hash, word.charCodeAt(i)), HASH_START)
        words.forEach((word, i) => {
          const padded = `<${word}>`
          expect(table.get(padded, 1, padded.length - 1, hashOf(word))).toBe(map.get(word))
          if (!map.has(word)) {
            map.set(word, i)
            table.set(word, hashOf(word), i)
          }
        })
      }),
    )
  })

  it('tells forms of one hash apart, and grows', () => {
    const table = new RawTable<number>()
    for (let i = 0; i < 10_000; i++) table.set(`w${i}`, i % 7, i)
    for (let i = 0; i < 10_000; i += 997) expect(table.get(`w${i}`, 0, `w${i}`.length, i % 7)).toBe(i)
  })
})

describe('every code point', () => {
  it('that makes a word of its own has a surface', () => {
    const bare: string[] = []
    for (let point = 0; point < 0x110000; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const character = String.fromCodePoint(point)
      analyser.analyse(character, 'und', (_term, word) => {
        if (word !== null && word.surface === '') bare.push(point.toString(16))
      })
    }
    expect(bare).toEqual([])
  })
})
