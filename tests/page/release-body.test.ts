/** Is a text laid out as its lines say? */

import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/page/release-body.js'

describe('blocks of a text', () => {
  it('are paragraphs, lists and tables in their order', () => {
    expect(blocksOf('One\nline more\n\nHead | Two\na | b\n- one\n- two words\nAfter\n\n\n\nEnd')).toEqual([
      { kind: 'paragraph', text: 'One\nline more' },
      {
        kind: 'table',
        rows: [
          ['Head', 'Two'],
          ['a', 'b'],
        ],
      },
      { kind: 'list', items: ['one', 'two words'] },
      { kind: 'paragraph', text: 'After' },
      { kind: 'paragraph', text: 'End' },
    ])
  })

  it('are paragraphs where there is but one row or item', () => {
    expect(blocksOf('either | or')).toEqual([{ kind: 'paragraph', text: 'either | or' }])
    expect(blocksOf('- said she')).toEqual([{ kind: 'paragraph', text: '- said she' }])
    expect(blocksOf('a|b\nc|d')).toEqual([{ kind: 'paragraph', text: 'a|b\nc|d' }])
  })

  it('keep every word', () => {
    const text = 'a | b\n- c\n- d\ne\nf | g\nh | i\n\n* j\n• k\n-\n\n \n'
    const words = blocksOf(text).map((block) =>
      block.kind === 'paragraph' ? block.text : (block.kind === 'list' ? block.items : block.rows.flat()).join(' '),
    )
    expect(words.join(' ').match(/[a-z]/g)).toEqual([...'abcdefghijk'])
    expect(blocksOf('')).toEqual([])
  })
})
