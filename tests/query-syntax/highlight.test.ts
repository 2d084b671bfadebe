import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight, parts } from '../../src/query/highlight.js'
import type { MarkedText } from '../../src/types.js'

describe('highlight', () => {
  const cases: [marked: MarkedText | undefined, html: string][] = [
    [undefined, ''],
    [{ text: '', marks: [] }, ''],
    [{ text: 'no marks', marks: [] }, 'no marks'],
    [{ text: 'human trafficking', marks: [[6, 17]] }, 'human <mark>trafficking</mark>'],
    [
      {
        text: 'ab',
        marks: [
          [0, 1],
          [1, 2],
        ],
      },
      '<mark>a</mark><mark>b</mark>',
    ],
    [{ text: '<script>alert(1)</script>', marks: [[0, 8]] }, '<mark>&lt;script&gt;</mark>alert(1)&lt;/script&gt;'],
    [{ text: `&amp; "a" 'b'`, marks: [[0, 5]] }, '<mark>&amp;amp;</mark> &quot;a&quot; &#39;b&#39;'],
    [
      { text: '</mark><img src=x onerror=alert(1)>', marks: [[0, 7]] },
      '<mark>&lt;/mark&gt;</mark>&lt;img src=x onerror=alert(1)&gt;',
    ],
    // Marks that are wrong
    [{ text: 'abc', marks: [[1, 99]] }, 'a<mark>bc</mark>'],
    [{ text: 'abc', marks: [[5, 9]] }, 'abc'],
    [
      {
        text: 'abc',
        marks: [
          [0, 2],
          [1, 3],
        ],
      },
      '<mark>ab</mark><mark>c</mark>',
    ],
    [{ text: 'abc', marks: [[2, 1]] }, 'abc'],
    [{ text: 'abc', marks: [[Number.NaN, Number.NaN]] }, 'abc'],
  ]

  it.each(cases)('of %j', (marked, html) => {
    expect(highlight(marked)).toBe(html)
  })

  const marked: MarkedText = { text: 'a', marks: [[0, 1]] }

  it.each(['a title', 5, {}, { text: 'a' }])('refuses %j, which is no marked text', (given) => {
    for (const show of [highlight, parts])
      expect(() => show(given as never)).toThrow(expect.objectContaining({ code: 'E_OPTION', where: 'marked' }))
  })

  it('has no other options', () => {
    for (const options of [{ class: 'x' }, { tag: 'em', tagName: 'b' }, { classname: 'x' }])
      expect(() => highlight(marked, options as never)).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
  })

  it.each(['em', 'strong', 'span', 'my-mark'])('makes %s elements', (tag) => {
    expect(highlight(marked, { tag })).toBe(`<${tag}>a</${tag}>`)
  })

  it('escapes the class', () => {
    expect(highlight(marked, { className: 'hit "><script>' })).toBe(
      '<mark class="hit &quot;&gt;&lt;script&gt;">a</mark>',
    )
  })

  it.each([
    'script',
    'style',
    'SCRIPT',
    'textarea',
    'a onclick=x',
    'mark>',
    '',
    'b\n',
    'iframe',
    'title',
    `${'x-'.repeat(9)} y`,
  ])('refuses the tag %j', (tag) => {
    expect(() => highlight(marked, { tag })).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
  })

  it('holds no markup but its own, and the whole text', () => {
    const spot = fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }))
    const text = fc
      .array(fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', 'script', '\ud83d\ude00', ' '))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.array(spot, { maxLength: 4 }), (given, marks) => {
        const html = highlight({ text: given, marks })
        const plain = html.replace(/<\/?mark>/g, '')
        expect(plain).not.toMatch(/[<>"']/)
        const entities = new Map([
          ['&lt;', '<'],
          ['&gt;', '>'],
          ['&quot;', '"'],
          ['&#39;', "'"],
          ['&amp;', '&'],
        ])
        expect(plain.replace(/&[^;]+;/g, (entity) => entities.get(entity)!)).toBe(given)
        expect(
          parts({ text: given, marks })
            .map((part) => part.text)
            .join(''),
        ).toBe(given)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('parts', () => {
  it('are the text in order', () => {
    expect(parts({ text: 'human trafficking', marks: [[0, 5]] })).toEqual([
      { text: 'human', marked: true },
      { text: ' trafficking', marked: false },
    ])
    expect(parts(undefined)).toEqual([])
  })
})
