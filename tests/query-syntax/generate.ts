/** Generated queries: trees of every shape, and texts that look like queries. */

import fc from 'fast-check'
import type { Filter, QueryTree, TextField } from '../../src/types.js'

export const FACETS = [
  'year',
  'month',
  'date',
  'country',
  'mention',
  'language',
  'topic',
  'Main topic',
  'title',
  '-x',
  'a:b',
  '__proto__',
  'thème',
  'a"b',
  '\\',
]

const chars = [
  ...'abcORNTé-*~"():\\,. 19“”（）：－～＊\u00a0\u200e\ud83d\ude00',
  'AND',
  'OR',
  'NOT',
  'title:',
  'year:',
  'country:',
  '..',
  'none',
]

/** Text made of letters and of everything that may be syntax. */
export const noise = fc.array(fc.constantFrom(...chars), { maxLength: 14 }).map((pieces) => pieces.join(''))

const word = fc.oneof(
  fc.constantFrom('macao', "d'Ivoire", 'post-conflict', 'U.N.', '移民', 'الهجرة', 'constructor', '10:30'),
  noise,
)
const field = fc.option(fc.constantFrom<TextField>('title', 'body'), { nil: undefined })
const year = fc.integer({ min: 1, max: 9999 })
const month = fc.integer({ min: 1, max: 12 })
const two = (n: number): string => String(n).padStart(2, '0')
const time = fc.oneof(
  year,
  year.map((y) => String(y).padStart(4, '0')),
  fc.tuple(year, month).map(([y, m]) => `${String(y).padStart(4, '0')}-${two(m)}`),
  fc
    .tuple(year, month, fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`),
)

const filterOf = (facet: string): fc.Arbitrary<Filter> => {
  const isTime = ['year', 'month', 'date'].includes(facet)
  const value = fc.oneof(
    isTime ? time : fc.oneof(noise, fc.constantFrom('MO', 'South Sudan', 'none', '*', ''), fc.integer()),
    fc.constant(null),
  )
  const list = (minLength: number) => fc.array(value, { minLength, maxLength: 3 })
  const set = fc.record({ any: list(1), all: list(0), none: list(0) }, { requiredKeys: [] })
  // In order, since the option `where` refuses a range that ends before it begins.
  const range = fc
    .record({ from: time, to: time }, { requiredKeys: [] })
    .filter(
      ({ from, to }) =>
        from === undefined || to === undefined || `${from}`.padStart(4, '0') <= `${to}`.padStart(4, '0'),
    )
  return fc.oneof<fc.Arbitrary<Filter>[]>(value, list(1), set, ...(isTime ? [range] : []))
}

export const where = fc
  .uniqueArray(fc.constantFrom(...FACETS), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(...names.map(filterOf)).map((filters) => Object.fromEntries(names.map((name, i) => [name, filters[i]!]))),
  )

const withSettings = (
  leaf: fc.Arbitrary<object>,
  more: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<QueryTree> =>
  fc
    .tuple(leaf, fc.record({ field, ...more }, { requiredKeys: [] }))
    .map(([tree, settings]) => ({ ...tree, ...settings }) as QueryTree)

/** Valid trees of every kind, not in normal form. */
export const tree: fc.Arbitrary<QueryTree> = fc.letrec<{ tree: QueryTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'tree' },
    withSettings(word.map((term) => ({ term }))),
    withSettings(
      word.map((phrase) => ({ phrase })),
      { slop: fc.integer({ min: 0, max: 99 }) },
    ),
    withSettings(word.map((prefix) => ({ prefix }))),
    withSettings(
      word.map((fuzzy) => ({ fuzzy })),
      { edits: fc.integer({ min: 0, max: 6 }) },
    ),
    where.map((filters) => ({ where: filters })),
    fc.constant<QueryTree>({ all: true }),
    fc.array(tie('tree'), { maxLength: 3 }).map((and): QueryTree => ({ and })),
    fc.array(tie('tree'), { maxLength: 3 }).map((or): QueryTree => ({ or })),
    tie('tree').map((not): QueryTree => ({ not })),
  ),
})).tree

/** Text that a person may type, or may not. */
export const text = fc.oneof(
  fc
    .array(
      fc.oneof(
        word,
        noise,
        fc.constantFrom(
          '(',
          ')',
          '-(',
          ' ',
          'OR',
          'AND',
          'NOT',
          '"a b"~2',
          'title:(',
          'country:"South Sudan",MO',
          'year:2001..2003,2009',
        ),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(' ')),
  noise,
  fc.string({ unit: 'binary', maxLength: 40 }),
)
