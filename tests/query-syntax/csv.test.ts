import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow, hitsToCsvHeader, hitToCsvRow } from '../../src/query/csv.js'
import type { Hit } from '../../src/types.js'

describe('csvRow', () => {
  const cases: [values: string[], row: string][] = [
    [['a', 'b'], 'a,b\r\n'],
    [['a,b', 'c"d', 'e\nf', ' g '], '"a,b","c""d","e\nf", g \r\n'],
    [['', ''], ',\r\n'],
    [['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1'], `'=1+1,'+1,'-1,'@x,'\tx,"'\rx",'＝1\r\n`],
    [['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
    [['a=1', '2010-06-15'], 'a=1,2010-06-15\r\n'],
  ]

  it.each(cases)('of %j', (values, row) => {
    expect(csvRow(values)).toBe(row)
  })

  it('keeps formulas when asked to', () => {
    expect(csvRow(['=1+1', '-1'], { formulas: 'keep' })).toBe('=1+1,-1\r\n')
  })

  it('is read back by a CSV reader', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '=', 'é', ';') })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        expect(parse(csvRow(cells, { formulas: 'keep' }), { record_delimiter: '\r\n' })).toEqual([cells])
        for (const read of parse(csvRow(cells), { record_delimiter: '\r\n' })[0]!)
          expect(read).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('rows of hits', () => {
  const hit: Hit = {
    id: 'a/1.html',
    title: '=cmd()',
    date: '2011-06-15',
    countries: ['MO', 'CN'],
    mentions: [],
    facets: { topic: ['x', 'y'] },
    score: 1.5,
    terms: [],
    origin: 'archive',
  }

  it('stand under their header', () => {
    const facets = ['topic', 'constructor']
    const [row] = parse(hitsToCsvHeader(facets) + hitToCsvRow(hit, facets), { columns: true }) as Record<
      string,
      string
    >[]
    expect(row).toEqual({
      id: 'a/1.html',
      title: "'=cmd()",
      date: '2011-06-15',
      countries: 'MO;CN',
      mentions: '',
      language: '',
      url: '',
      origin: 'archive',
      score: '1.5',
      topic: 'x;y',
      constructor: '',
    })
  })
})
