import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkRange, makeSnippet } from '../../src/query/snippet.js'
import type { MarkedText } from '../../src/types.js'

/** Occurrences of words, each word a key of its own. */
function occurrences(text: string, words: Record<string, number>): MarkRange[] {
  const ranges = Object.entries(words).flatMap(([word, weight]) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      weight,
      key: word,
    })),
  )
  return ranges.sort((a, b) => a.start - b.start || a.end - b.end)
}

const shown = ({ text, marks }: MarkedText): string => {
  let html = ''
  let at = 0
  for (const [start, end] of marks) {
    html += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return html + text.slice(at)
}

const STORY =
  'Geneva, 5 June - The workshop was opened by the minister. It brought together forty officers.\n\n' +
  'Participants discussed the casino industry and its workers. Human trafficking was the theme of the second day. ' +
  'Experts from six countries spoke of trafficking in casino towns.\n\nThe office closes on Friday.'

describe('makeSnippet', () => {
  const cases: [name: string, words: Record<string, number>, length: number, snippet: string][] = [
    ['the beginning when nothing is marked', {}, 60, 'Geneva, 5 June - The workshop was opened by the minister…'],
    [
      'the passage with the most of the query',
      { casino: 1, trafficking: 1 },
      80,
      '…the [casino] industry and its workers. Human [trafficking] was the theme of the…',
    ],
    [
      'the heavier word when both do not fit',
      { minister: 5, Friday: 1 },
      60,
      'Geneva, 5 June - The workshop was opened by the [minister]…',
    ],
    ['the earlier of equals', { trafficking: 1 }, 60, '…Human [trafficking] was the theme of the second day…'],
    ['the end', { Friday: 1 }, 80, '…The office closes on [Friday].'],
    ['everything that fits', { Geneva: 1 }, 1000, shown({ text: STORY.replace(/\s+/g, ' '), marks: [[0, 6]] })],
    ['less than a word', { trafficking: 1 }, 8, '…[traffi]…'],
  ]

  it.each(cases)('shows %s', (_, words, length, snippet) => {
    expect(shown(makeSnippet(STORY, occurrences(STORY, words), { length }))).toBe(snippet)
  })

  it('counts a word once, however often it is there', () => {
    const text = `${'a a a a a a a a. '.repeat(3)}${'x '.repeat(100)}a and b.`
    expect(makeSnippet(text, occurrences(text, { a: 1, b: 1 }), { length: 40 }).text).toMatch(/a and b\.$/)
  })

  it('joins marks that overlap, and collapses white space inside them', () => {
    const text = 'police\n  and customs'
    const ranges = [
      { start: 0, end: 12, weight: 2, key: 'phrase' },
      { start: 0, end: 6, weight: 1, key: 'police' },
      { start: 9, end: 20, weight: 1, key: 'customs' },
    ]
    expect(makeSnippet(text, ranges, { length: 100 })).toEqual({ text: 'police and customs', marks: [[0, 18]] })
  })

  it('does not take the full stop of an abbreviation for the end of a sentence', () => {
    const text = `${'word '.repeat(30)}said the U.N. mission on Monday. ${'word '.repeat(30)}`
    expect(makeSnippet(text, occurrences(text, { mission: 1 }), { length: 50 }).text).toContain('U.N. mission')
  })

  it('shows nothing of an empty text', () => {
    expect(makeSnippet('', [], { length: 100 })).toEqual({ text: '', marks: [] })
    expect(makeSnippet(' \n ', [], { length: 100 })).toEqual({ text: '', marks: [] })
  })

  it('cuts text without spaces between characters', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'
    for (const text of ['移民'.repeat(100), 'e\u0301'.repeat(100), '\u{1f600}'.repeat(100), family.repeat(40)])
      for (let length = 20; length < 40; length++) {
        const { text: cut } = makeSnippet(text, [{ start: 80, end: 82, weight: 1, key: 1 }], { length })
        expect(cut.length).toBeLessThanOrEqual(length)
        expect(cut).not.toMatch(/^…?[\p{M}\u200d]|\u200d…$|e…$/u)
        expect(cut).not.toMatch(/\p{Cs}/u)
      }
  })

  it('is short enough, well marked and part of the text, whatever the text', () => {
    const piece = fc.constantFrom(
      'word',
      'a',
      '. ',
      ' ',
      '\n\n',
      '  ',
      '移',
      'e\u0301',
      '\u{1f600}',
      'aaa! ',
      '。',
      'longlonglonglong',
      '\ud83d',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
        fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 30 }), fc.nat(3)), { maxLength: 12 }),
        fc.integer({ min: 3, max: 120 }),
        (text, spots, length) => {
          const ranges = spots
            .map(([start, size, key]) => ({ start, end: Math.min(text.length, start + size), weight: 1 + key, key }))
            .filter(({ start, end }) => end > start)
            .sort((a, b) => a.start - b.start || a.end - b.end)
          const snippet = makeSnippet(text, ranges, { length })
          expect(snippet.text.length).toBeLessThanOrEqual(length)
          const core = snippet.text.replace(/^…|…$/g, '')
          expect(text.replace(/\s+/g, ' ')).toContain(core)
          expect(core).not.toMatch(/\n| {2}/)
          let last = -1
          for (const [start, end] of snippet.marks) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(snippet.text.length)
          const blank = ranges.every(({ start, end }) => !text.slice(start, end).trim())
          // A mark of white space alone may vanish; one of text is never out of sight when there is room for it.
          if (!blank && length > 60) expect(snippet.marks.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('reads long texts once', () => {
    const text = 'word '.repeat(200_000)
    const ranges = occurrences(text, { word: 1 })
    expect(makeSnippet(text, ranges, { length: 240 }).marks.length).toBeGreaterThan(10)
    expect(makeSnippet('a'.repeat(1 << 20), [], { length: 240 }).text).toHaveLength(239)
    expect(makeSnippet('\n'.repeat(1 << 20), [], { length: 240 }).text).toBe('')
    expect(makeSnippet(`e${'\u0301'.repeat(1 << 20)}`, [], { length: 240 }).text.length).toBeLessThanOrEqual(240)
  })
})
