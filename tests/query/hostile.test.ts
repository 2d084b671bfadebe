/** Can a query, a name or a text break a search? Words that objects have, thousands of random strings, a megabyte of them. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import type { Query, Release, SearchOptions } from '../../src/types.js'
import { ENGLISH_RELEASES } from '../helpers/english-releases.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { outcomeOf } from '../helpers/outcome.js'
import { QUERY_PIECES } from '../helpers/query-pieces.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'

const OBJECT_WORDS = ['__proto__', 'constructor', 'hasOwnProperty', 'prototype', 'toString', 'valueOf', 'isPrototypeOf']

describe('words that every object has', () => {
  const releases: Release[] = OBJECT_WORDS.map((name, index) => ({
    id: name,
    title: `About ${name}`,
    body: `The word ${name} stands here with ${OBJECT_WORDS[(index + 1) % OBJECT_WORDS.length]}.`,
    url: name,
    date: `200${index}`,
    language: 'en',
    // A literal would set the prototype instead.
    facets: Object.fromEntries([
      [name, [name, 'other']],
      ['kind', name],
    ]),
  }))
  let archive: Archive

  beforeAll(async () => {
    archive = await archiveOf([...releases, ...ENGLISH_RELEASES])
  })

  it.each(OBJECT_WORDS)('%s in text, ids, addresses, facet names and values', async (name) => {
    const release = releases.find(({ id }) => id === name)!
    expect(await archive.get(name)).toEqual(release)
    expect(await archive.getByUrl(name)).toEqual(release)
    const page = await archive.search(`title:${name}`, { facets: [name, 'kind'], where: { kind: name } })
    expect(page.hits.map(({ id }) => id)).toEqual([name])
    expect(page.hits[0]!.facets).toEqual({
      [name]: undefined,
      ...Object.fromEntries([
        [name, [name, 'other']],
        ['kind', [name]],
      ]),
    })
    const counts = Object.fromEntries(Object.entries(page.facets))
    expect(Object.keys(counts)).toEqual([name, 'kind'])
    expect(
      Object.entries(counts)
        .find(([facet]) => facet === name)![1]
        .slice(0, 2),
    ).toMatchObject([
      { value: name < 'other' ? name : 'other', count: 1 },
      { value: name < 'other' ? 'other' : name, count: 1 },
    ])
    const filtered = await archive.search('', { where: Object.fromEntries([[name, name]]) })
    expect(filtered.hits.map(({ id }) => id)).toEqual([name])
    expect((await archive.search(`${name.slice(0, 6)}*`)).total).toBeGreaterThan(0)
    expect((await archive.suggest(name.replaceAll('_', ''))).length).toBeGreaterThan(0)
    expect((await archive.similar(name)).hits.length).toBeGreaterThan(0)
    expect((await archive.explain(name, name)).matched).toBe(true)
    expect(await archive.get(`${name}x`)).toBeUndefined()
  })

  it('are unknown facets where no release has them', async () => {
    const plain = await archiveOf(ENGLISH_RELEASES)
    for (const name of OBJECT_WORDS) {
      const where = Object.fromEntries([[name, 'x']])
      await expect(plain.search('boats', { where }), name).rejects.toMatchObject({ code: 'E_OPTION' })
      await expect(plain.search('boats', { facets: [name] }), name).rejects.toMatchObject({ code: 'E_OPTION' })
      expect((await plain.search(name)).total).toBe(0)
      expect((await plain.search(`${name}:boats`)).hits).toBeDefined()
      expect(await plain.get(name)).toBeUndefined()
    }
  })

  it('are no options', async () => {
    for (const name of OBJECT_WORDS) {
      const options = Object.fromEntries([[name, true]]) as SearchOptions
      await expect(archive.search('boats', options), name).rejects.toMatchObject({ code: 'E_OPTION' })
    }
  })
})

describe('strings', () => {
  let archive: Archive

  beforeAll(async () => {
    archive = await archiveOf([
      ...ENGLISH_RELEASES,
      ...generateCollection(2, 150).releases.map(({ release }) => release),
    ])
  })

  it('10,000 random ones are answered', async () => {
    const random = new Random(10)
    for (let i = 0; i < 10_000; i++) {
      let query = ''
      for (let pieces = random.below(9); pieces > 0; pieces--) {
        query += random.chance(0.85)
          ? random.pick(QUERY_PIECES)
          : String.fromCodePoint(random.below(random.pick([0x80, 0x3000, 0x110000])))
      }
      const options: SearchOptions = { limit: random.pick([0, 0, 0, 1]) }
      if (random.chance(0.2)) options.prefix = random.pick([true, 'last'] as const)
      if (random.chance(0.1)) options.fuzzy = random.pick([true, 'auto', 2] as const)
      if (random.chance(0.2)) options.combineWith = 'OR'
      if (random.chance(0.2)) options.relax = true
      try {
        const page = await archive.search(query, options)
        if (page.total < 0 || page.hits.length > 1) throw new Error('an impossible page')
      } catch (cause) {
        throw new Error(`${JSON.stringify(query)} ${JSON.stringify(options)}: ${String(cause)}`, { cause })
      }
    }
  })

  it('random ones are completed, and taken for ids', async () => {
    const random = new Random(11)
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: random.below(5) }, () => random.pick(QUERY_PIECES)).join('')
      expect(await archive.suggest(text)).toBeInstanceOf(Array)
      const found = await archive.get(text)
      if (found === undefined) expect((await archive.similar(text)).hits).toEqual([])
      else expect(found.id).toBe(text)
    }
  })

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['words', 'boats '.repeat(166_000)],
    ['different words', Array.from({ length: 120_000 }, (_, index) => `w${index}`).join(' ')],
    ['quotation marks', '"'.repeat(1_000_000)],
    ['parentheses', '('.repeat(1_000_000)],
    ['closed parentheses', `${'('.repeat(500_000)}a${')'.repeat(500_000)}`],
    ['minus signs', '-'.repeat(1_000_000)],
    ['not', '-('.repeat(400_000)],
    ['colons', 'title:'.repeat(160_000)],
    ['stars', 'a* '.repeat(300_000)],
    ['tildes', 'boat~2 '.repeat(140_000)],
    ['dots and commas', '1,2.'.repeat(250_000)],
    ['hyphens', 'a-'.repeat(500_000)],
    ['apostrophes', "l'".repeat(500_000)],
    ['initials', 'U.'.repeat(500_000)],
    ['marks', `e${'\u0301'.repeat(999_999)}`],
    ['ideographs', '移'.repeat(1_000_000)],
    ['surrogates', '\ud800'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['a phrase', `"${'boats left '.repeat(90_000)}"`],
  ])('a megabyte of %s is answered', async (_name, query) => {
    const page = await archive.search(query, { limit: 1 })
    expect(page.total).toBeGreaterThanOrEqual(0)
    expect(await archive.suggest(query)).toBeInstanceOf(Array)
    expect(await archive.get(query)).toBeUndefined()
  })

  it('that would stand for too much are cut, and say so', async () => {
    const page = await archive.search('a* OR b* OR t* OR r*', { limit: 0 })
    expect(page.applied.prefixes.length).toBe(4)
    for (const { forms } of page.applied.prefixes) expect(forms).toBeLessThanOrEqual(500)
    expect((await archive.search('*', { limit: 0 })).total).toBeGreaterThanOrEqual(0)
  })
})

describe('trees and options of the wrong shape', () => {
  let archive: Archive

  beforeAll(async () => {
    archive = await archiveOf(ENGLISH_RELEASES)
  })

  const cyclic: { and: unknown[] } = { and: [] }
  cyclic.and.push(cyclic)
  const deep = Array.from({ length: 3000 }).reduce<unknown>((inner) => ({ not: inner }), { term: 'boats' })
  const wide = { or: Array.from({ length: 100_000 }, () => ({ term: 'boats' })) }

  it.each([
    ['null', null],
    ['a number', 5],
    ['a list', []],
    ['nothing', {}],
    ['an unknown node', { word: 'boats' }],
    ['two kinds', { term: 'boats', phrase: 'boats' }],
    ['a term that is a number', { term: 7 }],
    ['and of no list', { and: { term: 'boats' } }],
    ['a hole in a list', { or: [undefined] }],
    ['an unknown field', { term: 'boats', field: 'headline' }],
    ['the field of objects', { term: 'boats', field: '__proto__' }],
    ['slop that is no number', { phrase: 'boats left', slop: '2' }],
    ['slop below 0', { phrase: 'boats left', slop: -1 }],
    ['endless slop', { phrase: 'boats left', slop: Number.POSITIVE_INFINITY }],
    ['edits of NaN', { fuzzy: 'boats', edits: Number.NaN }],
    ['all of false', { all: false }],
    ['a filter of nothing known', { where: { country: { like: 'X' } } }],
    ['a filter that is a function', { where: { country: () => true } }],
    ['a cycle', cyclic],
    ['too deep', deep],
    ['too wide', wide],
  ])('%s', async (_name, tree) => {
    const result = await outcomeOf('tree', () => archive.search(tree as Query))
    expect('error' in result && result.error.code).toBe('E_OPTION')
  })

  it.each([
    ['a limit over 1,000', { limit: 1001 }],
    ['a limit below 0', { limit: -1 }],
    ['a limit that is text', { limit: '10' }],
    ['an offset that is no whole number', { offset: 1.5 }],
    ['an unknown sort', { sort: 'date' }],
    ['an unknown field', { fields: ['headline'] }],
    ['a boost below 0', { boost: { title: -1 } }],
    ['a boost of an unknown field', { boost: { headline: 2 } }],
    ['a date that does not exist', { where: { date: '2011-02-30' } }],
    ['a month that does not exist', { where: { month: '2011-13' } }],
    ['a range of countries', { where: { country: { from: 'A', to: 'B' } } }],
    ['an empty list', { where: { country: [] } }],
    ['facets that are text', { facets: 'country' }],
    ['an unknown facet', { facets: ['region'] }],
    ['an unknown option', { filter: { country: 'TH' } }],
    ['a snippet of true', { snippet: true }],
    ['a language that is none', { language: 'not a tag' }],
    ['a signal that is none', { signal: {} }],
    ['fuzzy of NaN', { fuzzy: Number.NaN }],
  ])('%s', async (_name, options) => {
    const result = await outcomeOf('options', () => archive.search('boats', options as SearchOptions))
    expect('error' in result && result.error.code).toBe('E_OPTION')
  })

  it('names what was meant', async () => {
    const failed = archive.search('boats', { filter: {} } as SearchOptions)
    await expect(failed).rejects.toThrow(/where/)
    await expect(archive.search('boats', { limt: 3 } as SearchOptions)).rejects.toThrow(/limit/)
  })
})
