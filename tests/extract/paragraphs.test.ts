/** Do hard-wrapped texts become paragraphs without losing a word, and do lists and tables keep their lines? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphs, unwrapped } from '../../src/ingest/extract/paragraphs.js'

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of words(text)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line.trim() === '' ? `${line}${word}` : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

const sentence = fc
  .array(
    fc.constantFrom(
      'boats',
      'carry',
      'families',
      'across',
      'the',
      'river',
      'every',
      'morning',
      'before',
      'it',
      'rains',
    ),
    { minLength: 4, maxLength: 18 },
  )
  .map((list) => `${list[0]![0]!.toUpperCase()}${list.join(' ').slice(1)}.`)
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 5 }).map((list) => list.join(' '))

describe('paragraphs', () => {
  it('separated by blank lines are found again at any width', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 50, max: 80 }),
        (list, width) => {
          expect(paragraphs(list.map((text) => wrap(text, width)).join('\n\n'))).toBe(list.join('\n\n'))
        },
      ),
      { seed: 11, numRuns: 300 },
    )
  })

  it('that start with an indent are found again', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 3, maxLength: 5 }), (list) => {
        const text = list.map((entry, i) => wrap(entry, 62, i === 0 ? '' : '    ')).join('\n')
        fc.pre(text.split('\n').length >= 8)
        expect(words(unwrapped(text))).toEqual(words(text))
        expect(unwrapped(text).split('\n\n').length).toBeLessThanOrEqual(list.length)
      }),
      { seed: 11, numRuns: 200 },
    )
  })

  it('never lose or change a word', () => {
    const line = fc.oneof(
      sentence,
      fc.constantFrom(
        '',
        '  ',
        '- item',
        'a\tb\tc',
        '1. first',
        'North    12    14',
        'END-',
        '中文行',
        '    Indented start of',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n')
        const squeezed = (value: string): string => value.replace(/\s+/g, '')
        expect(squeezed(paragraphs(text))).toBe(squeezed(text))
        expect(squeezed(unwrapped(text))).toBe(squeezed(text))
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})

describe('wrapped text without blank lines', () => {
  it('breaks where a sentence ends before the margin', () => {
    const text = [
      'The ferry left the harbour at noon with four hundred people on it,',
      'most of them fishermen who had lost their boats in the storm.',
      'They will be',
      'met in the port by doctors and by officers of the port authority of',
      'the town. Buses are waiting.',
      'Nobody knows when the second ferry will leave, since its engine has',
      'been taken apart.',
    ].join('\n')
    expect(paragraphs(text).split('\n\n')).toHaveLength(2)
  })
})

describe('what keeps its lines', () => {
  it('lists', () =>
    expect(paragraphs('The lorries brought:\n\n- blankets for the camp\n- soap\n- salt')).toBe(
      'The lorries brought:\n\n- blankets for the camp\n- soap\n- salt',
    ))
  it('numbered lists', () => expect(paragraphs('1. Open the gate\n2. Close it')).toBe('1. Open the gate\n2. Close it'))
  it('tables', () =>
    expect(paragraphs('Town    Houses    Tents\nNorth    12    140\nSouth    9    80')).toBe(
      'Town  Houses  Tents\nNorth  12  140\nSouth  9  80',
    ))
})

describe('joined lines', () => {
  const filler = 'and the rest of the sentence runs on to the margin of the page'
  it('keep the hyphen of a compound', () =>
    expect(
      paragraphs(
        `The workshop will be held for the officers in charge of counter-\ntrafficking ${filler}\n${filler} as before`,
      ),
    ).toContain('counter-trafficking'))
  it('have no blank between Chinese signs', () =>
    expect(
      paragraphs(`${'移民组织说这些家庭已经到达。'.repeat(4)}\n${'他们将在那里停留三天时间'.repeat(4)}`),
    ).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/))
})

describe('stated texts', () => {
  it('that are not wrapped stay as they are', () =>
    expect(unwrapped('Dear all,\nhere is the text.\n\nYours')).toBe('Dear all,\nhere is the text.\n\nYours'))
  it('whose paragraphs are apart stay as they are, however their lines are broken', () => {
    const wrapped = wrap(`${'A paragraph as people write it in a narrow window. '.repeat(6)}`.trim(), 60)
    const address = 'Palais Wilson\n52 rue des Pâquis\n1201 Genève'
    expect(unwrapped(`${wrapped}\n\n${address}\n\n${wrapped}`)).toBe(`${wrapped}\n\n${address}\n\n${wrapped}`)
  })
  it('with a paragraph a line get blank lines', () => {
    const long =
      'A paragraph that is a single long line, as programs write it that leave the wrapping to the window in which it is shown, however wide that is.'
    expect(unwrapped(`${long}\n${long}\n${long}`)).toBe(`${long}\n\n${long}\n\n${long}`)
  })
})
