import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  oneLine,
  padEnd,
  padStart,
  printable,
  textWidth,
  truncate,
  wrapLines,
  wrapText,
} from '../../src/cli/text-width.js'

describe('textWidth', () => {
  it.each([
    ['', 0],
    ['migration', 9],
    ['Côte d’Ivoire', 13],
    ['Co\u0302te', 4],
    ['移民', 4],
    ['ニュース', 8],
    ['ﾆｭｰｽ', 4],
    ['한국', 4],
    ['（Macao）', 9],
    ['لاجئون', 6],
    ['مُهَاجِر', 5],
    ['\u200fabc\u200e', 3],
    ['🇲🇴', 2],
    ['👩‍👩‍👧', 2],
    ['✈️', 2],
    ['—', 1],
  ])('%j takes %i cells', (text, width) => {
    expect(textWidth(text)).toBe(width)
  })
})

describe('padding', () => {
  it.each([
    [padEnd('移民', 6), '移民  '],
    [padStart('移民', 6), '  移民'],
    [padEnd('longer', 3), 'longer'],
    [truncate('migration', 9), 'migration'],
    [truncate('migration', 5), 'migr…'],
    [truncate('移民新闻', 5), '移民…'],
    [truncate('移民新闻', 6), '移民…'],
    [truncate('a b c', 3), 'a…'],
  ])('%j', (got, expected) => {
    expect(got).toBe(expected)
  })
})

describe('wrapLines', () => {
  it.each([
    ['one line', 20, ['one line']],
    ['', 20, []],
    ['   ', 20, []],
    ['  aa bb  cc ', 5, ['aa bb', 'cc']],
    ['aa  bb', 5, ['aa', 'bb']],
    ['counter-trafficking', 12, ['counter-', 'trafficking']],
    ['2009–2011', 6, ['2009–', '2011']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['to abcdefghij', 4, ['to', 'abcd', 'efgh', 'ij']],
    ['移民新闻', 5, ['移民', '新闻']],
    ['移民，新闻', 5, ['移', '民，', '新闻']],
    ['（移民）', 6, ['（移', '民）']],
    ['说 Macao 说', 8, ['说 Macao', '说']],
    ['مرحبا بالعالم', 8, ['مرحبا', 'بالعالم']],
  ])('%j at %i', (text, width, expected) => {
    expect(wrapLines(text, width).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  it('keeps every character but spaces, in order, in lines that fit', () => {
    const character = fc.constantFrom(...'abc -—,.)（）移民，🇲🇴é'.match(/./gu)!, '\u0301', '👍🏽', 'ا')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (characters, width) => {
        const text = characters.join('')
        const lines = wrapLines(text, width).map(({ start, end }) => text.slice(start, end))
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) {
          expect(line).not.toMatch(/^\s(?!\p{M})|\s$/u)
          expect(textWidth(line)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it.each(['移民 release ', '移民'])('takes %j in great numbers', (piece) => {
    const text = piece.repeat(20_000)
    expect(wrapLines(text, 80).length).toBeGreaterThan(900)
  })
})

describe('wrapText', () => {
  it('keeps paragraphs', () => {
    expect(wrapText('one two\n\nthree', 5)).toEqual(['one', 'two', '', 'three'])
  })
})

describe('printable', () => {
  it.each([
    ['a\x1b[31mb', 'a [31mb'],
    ['a\r\nb\tc', 'a \nb c'],
    ['a\x9bb', 'a b'],
    ['a\u202eb\u2066c', 'a b c'],
    ['a\ud800b', 'a\ufffdb'],
    ['👩‍👧 می‌خواهم', '👩‍👧 می‌خواهم'],
  ])('%j', (text, expected) => {
    expect(printable(text)).toBe(expected)
    expect(printable(text)).toHaveLength(text.length)
  })

  it('makes one line of several', () => {
    expect(oneLine('a\nb')).toBe('a b')
  })
})
