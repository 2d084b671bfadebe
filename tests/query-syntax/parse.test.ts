import { describe, expect, it } from 'vitest'
import { isDatelinesError } from '../../src/errors.js'
import { lastWord, parseQuery, readQuery } from '../../src/query/syntax/parse.js'
import { formatQuery } from '../../src/query/syntax/print.js'
import { checkTree, MAX_QUERY_LENGTH } from '../../src/query/syntax/tree.js'
import type { QueryTree } from '../../src/types.js'

const term = (word: string): QueryTree => ({ term: word })
const inTitle = (word: string): QueryTree => ({ term: word, field: 'title' })
const a = term('a')
const b = term('b')
const c = term('c')
const all: QueryTree = { all: true }

/** Text, and the tree it is read as. */
const QUERIES: [text: string, tree: QueryTree][] = [
  ['', all],
  ['   ', all],
  ['*', all],
  ['-*', { not: all }],
  ['migration', term('migration')],
  ['human trafficking', { and: [term('human'), term('trafficking')] }],
  ["Côte d'Ivoire", { and: [term('Côte'), term("d'Ivoire")] }],
  ['post-conflict', term('post-conflict')],
  [
    '"human trafficking" macao -casino',
    { and: [{ phrase: 'human trafficking' }, term('macao'), { not: term('casino') }] },
  ],
  // Phrases
  ['"a b"~2', { phrase: 'a b', slop: 2 }],
  ['"a b"~0', { phrase: 'a b' }],
  ['"a b"~', { phrase: 'a b' }],
  ['"a b"~100', { phrase: 'a b', slop: 99 }],
  ['" a  b "', { phrase: 'a  b' }],
  ['-"a b"', { not: { phrase: 'a b' } }],
  ['关于"人口贩运"的', { and: [term('关于'), { phrase: '人口贩运' }, term('的')] }],
  // Quotation marks as phones and languages have them
  ['“a b”', { phrase: 'a b' }],
  ['„a b“', { phrase: 'a b' }],
  ['« a b »', { phrase: 'a b' }],
  ['＂a b＂', { phrase: 'a b' }],
  ['「移民」', { phrase: '移民' }],
  // Operators
  ['a OR b', { or: [a, b] }],
  ['a or b', { and: [a, term('or'), b] }],
  ['a OR b OR c', { or: [a, b, c] }],
  ['a AND b', { and: [a, b] }],
  ['NOT a', { not: a }],
  ['a NOT b', { and: [a, { not: b }] }],
  ['a OR NOT b', { or: [a, { not: b }] }],
  ['NOT NOT a', a],
  ['NOT -a', a],
  ['a b OR c', { and: [a, { or: [b, c] }] }],
  ['a OR b c', { and: [{ or: [a, b] }, c] }],
  ['a AND b OR c', { or: [{ and: [a, b] }, c] }],
  ['a OR b country:MO', { and: [{ or: [a, b] }, { where: { country: 'MO' } }] }],
  ['a OR b -c', { and: [{ or: [a, b] }, { not: c }] }],
  // Groups
  ['(a b) OR c', { or: [{ and: [a, b] }, c] }],
  ['-(a b)', { not: { and: [a, b] } }],
  ['-(-a)', a],
  ['((a))', a],
  ['a (b c)', { and: [a, b, c] }],
  ['a (b OR c)', { and: [a, { or: [b, c] }] }],
  ['（a OR b） c', { and: [{ or: [a, b] }, c] }],
  // Fields
  ['title:macao', inTitle('macao')],
  ['Title:macao', inTitle('macao')],
  ['title:"a b"~1', { phrase: 'a b', slop: 1, field: 'title' }],
  ['-title:a', { not: inTitle('a') }],
  ['title:(a OR -b) c', { and: [{ or: [inTitle('a'), { not: inTitle('b') }] }, c] }],
  ['title:(a body:b country:MO)', { and: [inTitle('a'), { term: 'b', field: 'body' }, { where: { country: 'MO' } }] }],
  ['title:mig*', { prefix: 'mig', field: 'title' }],
  ['title:', term('title:')],
  ['title: a', { and: [term('title:'), a] }],
  // Widening
  ['migr*', { prefix: 'migr' }],
  ['refugges~1', { fuzzy: 'refugges', edits: 1 }],
  ['refugges~', { fuzzy: 'refugges' }],
  ['refugges~9', { fuzzy: 'refugges', edits: 6 }],
  ['refugges~0', { fuzzy: 'refugges', edits: 0 }],
  ['mi*gr', term('mi*gr')],
  ['~', term('~')],
  // Filters
  ['country:MO', { where: { country: 'MO' } }],
  ['Country:mo', { where: { country: 'mo' } }],
  ['country:"South Sudan"', { where: { country: 'South Sudan' } }],
  ['country:MO,CN', { where: { country: ['MO', 'CN'] } }],
  ['country:MO,"South Sudan",', { where: { country: ['MO', 'South Sudan'] } }],
  ['country：“South Sudan”', { where: { country: 'South Sudan' } }],
  ['country:MO, CN', { and: [{ where: { country: 'MO' } }, term('CN')] }],
  ['-country:MO', { not: { where: { country: 'MO' } } }],
  ['country:none', { where: { country: null } }],
  ['country:"none"', { where: { country: 'none' } }],
  ['country:MO,none', { where: { country: ['MO', null] } }],
  ['country:*', { not: { where: { country: null } } }],
  ['country:a..b', { where: { country: 'a..b' } }],
  ['language:fr', { where: { language: 'fr' } }],
  ['lang:fr', { where: { language: 'fr' } }],
  ['year:2011', { where: { year: 2011 } }],
  ['year:2009,2011', { where: { year: [2009, 2011] } }],
  ['year:2009..2011', { where: { year: { from: 2009, to: 2011 } } }],
  ['year:2009…2011', { where: { year: { from: 2009, to: 2011 } } }],
  ['year:2009-2011', { where: { year: { from: 2009, to: 2011 } } }],
  ['year:2009..', { where: { year: { from: 2009 } } }],
  ['year:..2009', { where: { year: { to: 2009 } } }],
  ['year:2001..2003,2009', { or: [{ where: { year: 2009 } }, { where: { year: { from: 2001, to: 2003 } } }] }],
  ['year:none', { where: { year: null } }],
  ['month:2010-06', { where: { month: '2010-06' } }],
  ['date:2010-06..2010-09', { where: { date: { from: '2010-06', to: '2010-09' } } }],
  ['date:2010', { where: { date: '2010' } }],
  ['date:2012-02-29', { where: { date: '2012-02-29' } }],
  // Names and values that are none
  ['year:abc', term('year:abc')],
  ['year:..', term('year:..')],
  ['year:0000', term('year:0000')],
  ['date:2010-13', term('date:2010-13')],
  ['date:2011-02-29', term('date:2011-02-29')],
  ['date:2010..abc', term('date:2010..abc')],
  ['year:2009..2010..2011', term('year:2009..2010..2011')],
  ['country:', term('country:')],
  ['topic:a', term('topic:a')],
  ['10:30', term('10:30')],
  ['https://example.org/a?b=c', term('https://example.org/a?b=c')],
  // Slips
  ['"human traff', { and: [term('human'), term('traff')] }],
  ['""', all],
  ['-"" a', a],
  ['a ""', a],
  ['()', all],
  ['-() a', a],
  ['(a b', { and: [a, b] }],
  ['a) b', { and: [a, b] }],
  [')))', all],
  ['OR', term('or')],
  ['OR a', { and: [term('or'), a] }],
  ['a OR', { and: [a, term('or')] }],
  ['a OR OR b', { and: [a, { or: [term('or'), b] }] }],
  ['(a NOT) b', { and: [a, term('not'), b] }],
  ['AND', term('and')],
  ['-OR', { not: term('OR') }],
  ['Geneva - a', { and: [term('Geneva'), a] }],
  ['a -- b', { and: [a, b] }],
  ['a --b', { and: [a, b] }],
  ['-', all],
  ['"a"-b', { and: [{ phrase: 'a' }, b] }],
  ['－a', { not: a }],
  ['−a', { not: a }],
  ['\u200f-a', { not: a }],
  // Backslashes
  ['\\OR', term('OR')],
  ['\\-40', term('-40')],
  ['title\\:x', term('title:x')],
  ['a\\*', term('a*')],
  ['a\\ b', { and: [a, b] }],
  ['a\\', term('a\\')],
  ['\\\\', term('\\')],
  ['country:"a\\"b"', { where: { country: 'a"b' } }],
  // Names that objects have
  ['constructor __proto__ toString', { and: [term('constructor'), term('__proto__'), term('toString')] }],
  ['constructor:x', term('constructor:x')],
]

describe('parseQuery', () => {
  it.each(QUERIES)('reads %j', (text, tree) => {
    expect(parseQuery(text)).toEqual(tree)
    expect(checkTree(tree)).toEqual(tree)
    expect(parseQuery(formatQuery(tree))).toEqual(tree)
  })

  it('reads facets by their names, the very name before the same in another case', () => {
    const facets = ['topic', 'Topic', 'Main topic', '__proto__']
    expect(parseQuery('Topic:a', { facets })).toEqual({ where: { Topic: 'a' } })
    expect(parseQuery('TOPIC:a', { facets })).toEqual({ where: { topic: 'a' } })
    expect(parseQuery('Main\\ topic:a', { facets })).toEqual({ where: { 'Main topic': 'a' } })
    expect(parseQuery('country:a', { facets })).toEqual(term('country:a'))
    const filter = parseQuery('__proto__:a', { facets }) as { where: object }
    expect(Object.entries(filter.where)).toEqual([['__proto__', 'a']])
  })

  it('tells a facet that is called like a field from the field', () => {
    const facets = ['title']
    expect(parseQuery('title:a', { facets })).toEqual(inTitle('a'))
    expect(formatQuery({ where: { title: 'a' } }, { facets })).toBe('\\title:a')
    expect(parseQuery('\\title:a', { facets })).toEqual({ where: { title: 'a' } })
  })
})

describe('combineWith OR', () => {
  const where: QueryTree = { where: { country: 'MO' } }
  const cases: [text: string, tree: QueryTree][] = [
    ['a b', { or: [a, b] }],
    ['a', a],
    ['a b -c', { and: [{ or: [a, b] }, { not: c }] }],
    ['country:MO a b', { and: [where, { or: [a, b] }] }],
    ['a AND b c', { or: [{ and: [a, b] }, c] }],
    ['a OR b c', { or: [a, b, c] }],
    ['-a -b', { and: [{ not: a }, { not: b }] }],
    ['(a b country:MO) c', { or: [{ and: [{ or: [a, b] }, where] }, c] }],
    ['(country:MO OR -a) b', { and: [{ or: [where, { not: a }] }, b] }],
    ['"a b" c', { or: [{ phrase: 'a b' }, c] }],
    ['country:MO', where],
    ['* a', a],
  ]

  it.each(cases)('reads %j', (text, tree) => {
    const options = { combineWith: 'OR' } as const
    expect(parseQuery(text, options)).toEqual(tree)
    expect(parseQuery(formatQuery(tree, options), options)).toEqual(tree)
  })
})

describe('formatQuery', () => {
  const cases: [tree: QueryTree, text: string][] = [
    [all, ''],
    [{ and: [] }, ''],
    [{ or: [] }, '-*'],
    [{ term: '' }, ''],
    [{ term: 'a b' }, 'a b'],
    [{ or: [{ term: 'a b' }, c] }, '(a b) OR c'],
    [{ phrase: 'a "b" c', slop: 0 }, '"a  b  c"'],
    [{ prefix: 'human traff' }, 'human traff*'],
    [{ term: 'OR' }, '\\OR'],
    [{ term: 'title:x' }, 'title\\:x'],
    [{ term: 'https://x' }, 'https://x'],
    [{ not: { not: a } }, 'a'],
    [{ where: {} }, ''],
    [{ where: { country: ['MO', null], year: { from: 2009 } } }, 'country:MO,none year:2009..'],
    [
      { where: { country: { any: ['MO'], all: ['IQ', 'JO'], none: ['US', null] } } },
      'country:MO country:IQ country:JO -country:US,none',
    ],
    [{ where: { country: 'South Sudan' } }, 'country:"South Sudan"'],
    [{ where: { country: 'none' } }, 'country:"none"'],
    [{ where: { year: 5 } }, 'year:0005'],
    [{ where: { date: { from: '2010-06', to: 2010 } } }, 'date:2010-06..2010'],
  ]

  it.each(cases)('prints %j', (tree, text) => {
    expect(formatQuery(tree)).toBe(text)
  })
})

describe('what is no text', () => {
  it.each([null, undefined, 5, { term: 'a' }])('%j is refused', (text) => {
    expect(() => parseQuery(text as never)).toThrow(expect.objectContaining({ code: 'E_OPTION', where: 'parseQuery' }))
  })
})

describe('strict reading', () => {
  const slips: [text: string, offset: number][] = [
    ['"a b', 0],
    ['a "b', 2],
    ['a ""', 2],
    ['(a', 0],
    ['a ()', 2],
    ['a)', 1],
    ['a OR', 2],
    ['OR a', 0],
    ['a NOT', 2],
    ['a - b', 2],
    ['year:abc', 0],
    ['a contry:MO', 2],
    [`${'a '.repeat(301)}`, 600],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 50],
    ['a'.repeat(MAX_QUERY_LENGTH + 1), MAX_QUERY_LENGTH],
  ]

  it.each(slips)('refuses %j', (text, offset) => {
    let thrown: unknown
    try {
      parseQuery(text, { strict: true })
    } catch (error) {
      thrown = error
    }
    expect(isDatelinesError(thrown)).toBe(true)
    expect(thrown).toMatchObject({ code: 'E_QUERY', offset })
  })
})

describe('size', () => {
  const depth = (tree: QueryTree): number =>
    1 + Math.max(0, ...('and' in tree ? tree.and : 'or' in tree ? tree.or : 'not' in tree ? [tree.not] : []).map(depth))

  const big: [name: string, text: string][] = [
    ['one word of a megabyte', 'a'.repeat(1 << 20)],
    ['a megabyte of words', 'ab '.repeat(350_000)],
    ['opening parentheses', `${'('.repeat(10_000)}a`],
    ['parentheses in balance', `${'('.repeat(5_000)}a${')'.repeat(5_000)}`],
    ['closing parentheses', ')'.repeat(1 << 20)],
    ['negations in parentheses', '-('.repeat(1 << 19)],
    ['alternatives in parentheses', '(a OR '.repeat(1_600)],
    ['NOT', 'NOT '.repeat(1 << 18)],
    ['OR', 'OR '.repeat(1 << 18)],
    ['dashes', '-'.repeat(1 << 20)],
    ['asterisks', `${'*'.repeat(1 << 20)}a`],
    ['tildes', '~'.repeat(1 << 20)],
    ['quotation marks', '"'.repeat(1 << 20)],
    ['an open quotation mark after each of many words', 'a" '.repeat(1 << 18)],
    ['backslashes', '\\'.repeat((1 << 20) + 1)],
    ['colons', 'a:'.repeat(1 << 19)],
    ['values', `country:${'a,'.repeat(1 << 19)}`],
    ['quoted values', `country:${'"a",'.repeat(1 << 18)}`],
    ['commas', `country:${','.repeat(1 << 20)}`],
    ['ranges', `year:${'2001..2002,'.repeat(90_000)}`],
    ['fields', 'title:('.repeat(100_000)],
    ['digits after a phrase', `"a"~${'9'.repeat(1 << 20)}`],
  ]

  it.each(big)('is bounded: %s', (_, text) => {
    const { tree } = readQuery(text)
    expect(depth(tree)).toBeLessThan(256)
    expect(checkTree(tree)).toEqual(tree)
  })

  it('cuts between words, and says so', () => {
    const { tree, cut } = readQuery(`${'a'.repeat(MAX_QUERY_LENGTH - 4)} bcdefgh`)
    expect(cut).toBe(true)
    expect(tree).toEqual(term('a'.repeat(MAX_QUERY_LENGTH - 4)))
    expect(readQuery('a b').cut).toBe(false)
    expect(readQuery('a '.repeat(301)).cut).toBe(true)
    expect(readQuery('a '.repeat(300)).cut).toBe(false)
  })

  it('closes what it passed over', () => {
    expect(parseQuery(`${'('.repeat(60)}a OR b${')'.repeat(60)} c`)).toEqual({ and: [{ or: [a, b] }, c] })
  })
})

describe('lastWord', () => {
  const found: [text: string, word: string | undefined][] = [
    ['migr', 'migr'],
    ['human traf', 'traf'],
    ['human traf ', undefined],
    ['mi', undefined],
    ['201', undefined],
    ['2011', undefined],
    ['title:mac', 'mac'],
    ['(a OR mac', 'mac'],
    ['a OR', undefined],
    ['a AND', undefined],
    ['-casi', undefined],
    ['NOT casi', undefined],
    ['-(a casi', undefined],
    ['"human traf', undefined],
    ['"human traf"', undefined],
    ['"human" traf', 'traf'],
    ['country:MAC', undefined],
    ['migr*', undefined],
    ['migr~1', undefined],
    ['(migr)', undefined],
    ["Côte d'Ivo", "d'Ivo"],
    ['الهجر', 'الهجر'],
    ['', undefined],
  ]

  it.each(found)('of %j is %j', (text, word) => {
    const last = lastWord(text)
    expect(last?.word).toBe(word)
    if (last) expect(text.slice(last.start, last.end)).toBe(word)
  })

  it('is a node of the tree, also within a field', () => {
    const { tree, last } = readQuery('title:(human traf')
    expect(last?.leaf).toBe((tree as { and: QueryTree[] }).and[1])
    expect(last?.leaf).toEqual(inTitle('traf'))
  })
})
