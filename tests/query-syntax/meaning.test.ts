import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/query/syntax/parse.js'
import { formatQuery } from '../../src/query/syntax/print.js'
import { checkTree } from '../../src/query/syntax/tree.js'
import type { Filter, FilterRange, FilterSet, FilterValue, QueryTree } from '../../src/types.js'

/** A release as the oracle sees it. */
interface Doc {
  words: string[]
  country: string[]
  date: string | undefined
}

const WORDS = ['a', 'b', 'c']
const COUNTRIES = ['MO', 'CN']
const TIMES = ['2009', '2010', '2010-06', '2010-07', '2010-06-15', '2010-06-30', '2011-01-01']

/** The days a date may stand for, as day numbers: slow and plain. */
const CALENDAR = Array.from({ length: 4 * 365 }, (_, i) =>
  new Date(Date.UTC(2008, 6, 1 + i)).toISOString().slice(0, 10),
)
const daysByDate = new Map<string, Set<string>>()
function days(date: string | number): Set<string> {
  const found = daysByDate.get(`${date}`) ?? new Set(CALENDAR.filter((day) => day.startsWith(`${date}`)))
  daysByDate.set(`${date}`, found)
  return found
}

function isValue(doc: Doc, facet: string, value: FilterValue): boolean {
  if (facet === 'country') return value === null ? doc.country.length === 0 : doc.country.includes(String(value))
  if (value === null) return doc.date === undefined
  if (doc.date === undefined) return false
  const wanted = days(value)
  for (const day of days(doc.date)) if (wanted.has(day)) return true
  return false
}

function passes(doc: Doc, facet: string, filter: Filter): boolean {
  if (filter === null || typeof filter !== 'object') return isValue(doc, facet, filter)
  if (Array.isArray(filter)) return filter.some((value) => isValue(doc, facet, value))
  const { any, all, none, from, to } = filter as FilterSet & FilterRange
  const within = (): boolean => {
    if (doc.date === undefined) return false
    const first = from === undefined ? '' : [...days(from)][0]!
    const last = to === undefined ? '9' : [...days(to)].at(-1)!
    return [...days(doc.date)].some((day) => day >= first && day <= last)
  }
  return (
    (any === undefined || any.some((value) => isValue(doc, facet, value))) &&
    (all ?? []).every((value) => isValue(doc, facet, value)) &&
    !(none ?? []).some((value) => isValue(doc, facet, value)) &&
    ((from === undefined && to === undefined) || within())
  )
}

function matches(doc: Doc, tree: QueryTree): boolean {
  if ('and' in tree) return tree.and.every((part) => matches(doc, part))
  if ('or' in tree) return tree.or.some((part) => matches(doc, part))
  if ('not' in tree) return !matches(doc, tree.not)
  if ('where' in tree) return Object.entries(tree.where).every(([facet, filter]) => passes(doc, facet, filter))
  if ('term' in tree) return tree.term.split(' ').every((word) => doc.words.includes(word))
  return true
}

const value = fc.constantFrom<FilterValue>(...COUNTRIES, null)
const time = fc.oneof(fc.constantFrom<string | number>(2009, 2010, ...TIMES))
const timeValue = fc.oneof(time, fc.constant(null))
const setOf = (one: fc.Arbitrary<FilterValue>): fc.Arbitrary<FilterSet> =>
  fc.record(
    {
      any: fc.array(one, { minLength: 1, maxLength: 3 }),
      all: fc.array(one, { maxLength: 2 }),
      none: fc.array(one, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
const country = fc.oneof<fc.Arbitrary<Filter>[]>(value, fc.array(value, { minLength: 1, maxLength: 3 }), setOf(value))
const date = fc.oneof<fc.Arbitrary<Filter>[]>(
  timeValue,
  fc.array(timeValue, { minLength: 1, maxLength: 3 }),
  setOf(timeValue),
  fc.record({ from: time, to: time }, { requiredKeys: [] }),
)
const tree = fc.letrec<{ tree: QueryTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...WORDS, 'a b').map((term): QueryTree => ({ term })),
    country.map((filter): QueryTree => ({ where: { country: filter } })),
    fc
      .tuple(fc.constantFrom('year', 'month', 'date'), date)
      .map(([facet, filter]): QueryTree => ({ where: { [facet]: filter } })),
    fc.tuple(country, date).map(([one, two]): QueryTree => ({ where: { country: one, date: two } })),
    fc.constant<QueryTree>({ all: true }),
    fc.array(tie('tree'), { maxLength: 3 }).map((and): QueryTree => ({ and })),
    fc.array(tie('tree'), { maxLength: 3 }).map((or): QueryTree => ({ or })),
    tie('tree').map((not): QueryTree => ({ not })),
  ),
})).tree

const docs: Doc[] = []
for (const date of [undefined, ...TIMES])
  for (const country of [[], ['MO'], ['MO', 'CN']])
    for (const words of [[], ['a'], ['a', 'b'], ['c']]) docs.push({ words, country, date })

describe('the normal form of a tree', () => {
  it('matches the same releases as the tree, and so does the tree printed and read', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const wanted = docs.map((doc) => matches(doc, given))
        expect(docs.map((doc) => matches(doc, checkTree(given)))).toEqual(wanted)
        expect(docs.map((doc) => matches(doc, parseQuery(formatQuery(given))))).toEqual(wanted)
      }),
      { numRuns: 300 },
    )
  })
})
