/** Do words broken at a line's end become whole, and do compounds keep their hyphens? */

import { describe, expect, it } from 'vitest'
import { joinedWord, wholeWords } from '../../src/ingest/extract/line-hyphens.js'
import { paragraphs } from '../../src/ingest/extract/paragraphs.js'

const TEXT = [
  'The office said on Friday that the displaced families of the north of the coun-',
  'try are to be moved, and that the country has land for them. It asked the long-',
  'suffering dis-',
  'placed people of the district for patience with the govern-',
  'ment, which is short of money until the north-',
  'east has its own, and of a well-',
  'known donor. The north-east is poor.',
].join('\n')

describe('a hard-wrapped text', () => {
  it('is mended', () => {
    expect(paragraphs(TEXT)).toBe(
      'The office said on Friday that the displaced families of the north of the country are to be moved, and that the country has land for them. It asked the long-suffering displaced people of the district for patience with the government, which is short of money until the north-east has its own, and of a well-known donor. The north-east is poor.',
    )
  })
})

describe('two halves', () => {
  it.each([
    ['the interna-', 'tional office', 'the international office'],
    ['organi-', 'zations met', 'organizations met'],
    ['move-', 'ments of', 'movements of'],
    ['develop-', 'ing states', undefined],
    ['mi-', 'gración y', 'migración y'],
    ['gouverne-', 'ment', 'gouvernement'],
    ['vulnérabi-', 'lités', undefined],
    ['Flücht-', 'linge', 'Flüchtlinge'],
    ['multi-', 'nation force', undefined],
    ['inner-', 'city', undefined],
    ['Nord-', 'und Süd', undefined],
    ['Guinea-', 'Bissau', undefined],
    ['cross-', 'border', undefined],
    ['2-', 'tion', undefined],
  ])('%s %s', (left, right, whole) => expect(joinedWord(left, right, new Set())).toBe(whole))

  it('of a word that the text has elsewhere are joined, unless it is written with a hyphen there', () => {
    expect(joinedWord('re-', 'settle people', wholeWords(['to resettle re-', 'x']))).toBe('resettle people')
    expect(joinedWord('re-', 'settle people', wholeWords(['to resettle and re-settle re-', 'x']))).toBeUndefined()
    expect(wholeWords(['no line ends so'])).toEqual(new Set())
  })
})
