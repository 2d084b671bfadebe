/** What collection tries an engine hardest? Seeded releases with lists that end on the borders of blocks, and every kind of date and facet. */

import type { Release } from '../../src/types.js'
import { Random } from '../helpers/random.js'
import type { OracleDocument, OracleField } from './documents.js'
import { makeWords } from './vocabulary.js'

/** A generated release, as it is handed to the engine and as the oracle knows it. */
export interface GeneratedRelease {
  release: Release
  document: OracleDocument
}

export interface Collection {
  releases: GeneratedRelease[]
  /** Words by how often they occur, most often first. */
  words: string[]
  /** Words that are in the body of exactly so many releases. */
  borderWords: Map<number, string>
  /** Words that no release has. */
  absentWords: string[]
  numbers: string[]
  countries: string[]
  topics: string[]
  /** Names and values that are properties of every object. */
  oddities: string[]
}

/** Document frequencies around the sizes of blocks. */
const BORDERS = [1, 2, 127, 128, 129, 255, 256, 257, 384]

const COUNTRIES = ['MO', 'CN', 'IT', 'ZA', 'XK', 'JO', 'IQ', 'SS', 'PH', 'US', 'VN', 'TH']
const TOPICS = ['return', 'trafficking', 'labour', 'health', 'shelter', 'two words', 'Ünïcode', 'a"b']
const ODDITIES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
const LANGUAGES = ['en', 'en', 'en-GB', 'fr', 'es', 'es-MX', 'es-419', 'und', 'sw', undefined]
const STEMMED = ['en', 'fr', 'es']

/** `count` releases; the same for the same seed. */
export function generateCollection(seed: number, count: number): Collection {
  const random = new Random(seed)
  const all = makeWords(seed, 1500)
  const borderWords = new Map(BORDERS.filter((size) => size < count).map((size, index) => [size, all[index]!]))
  const absentWords = all.slice(20, 60)
  const words = all.slice(60)
  const numbers = ['2011', '17', '1998', '1200', '45000', '3', '2004', '2011', '19', '201']
  // Zipf: the word of rank r is about 1/r as frequent as the first.
  const weights = words.map((_, rank) => 1 / (rank + 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const bounds = weights.map((weight) => (weight /= total))
  for (let i = 1; i < bounds.length; i++) bounds[i]! += bounds[i - 1]!
  const word = (): string => {
    if (random.chance(0.02)) return random.pick(numbers)
    const at = random.next()
    let low = 0
    let high = bounds.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (bounds[middle]! < at) low = middle + 1
      else high = middle
    }
    return words[low]!
  }
  const drafts = Array.from({ length: count }, (_, index) => draft(random, index, word))
  // Some are the same but for their id and date, so that scores tie.
  for (let copies = 0; copies < count / 25; copies++) {
    const { title, body, language, date } = random.pick(drafts)
    const target = random.pick(drafts)
    Object.assign(target, {
      title: title.slice(),
      body: body.map((each) => each.slice()),
      language,
    })
    if (random.chance(0.5)) target.date = date
  }
  for (const [size, border] of borderWords) {
    for (const target of random.sample(drafts, size)) {
      const paragraph = target.body.length > 0 ? random.pick(target.body) : (target.body[0] = [])
      for (let times = random.pick([1, 1, 1, 2, 9]); times > 0; times--) {
        paragraph.splice(random.below(paragraph.length + 1), 0, border)
      }
      if (random.chance(0.1)) target.title.push(border)
    }
  }
  return {
    releases: drafts.map((each) => finish(random, each)),
    words,
    borderWords,
    absentWords,
    numbers: [...new Set(numbers)],
    countries: COUNTRIES,
    topics: TOPICS,
    oddities: ODDITIES,
  }
}

interface Draft {
  id: string
  title: string[]
  body: string[][]
  date: string | undefined
  language: string | undefined
  countries: string[]
  mentions: string[]
  facets: Map<string, string[]>
}

function draft(random: Random, index: number, word: () => string): Draft {
  const sentence = (length: number): string[] => Array.from({ length }, word)
  const bodyLength = random.choose<number>([
    [3, () => 0],
    [5, () => random.between(1, 20)],
    [80, () => random.between(20, 130)],
    [10, () => random.between(130, 500)],
    [2, () => random.between(1000, 2000)],
  ])
  const body: string[][] = []
  for (let left = bodyLength; left > 0; ) {
    const length = Math.min(left, random.between(1, 80))
    body.push(sentence(length))
    left -= length
  }
  const countries = random.sample(COUNTRIES.slice(0, 10), random.pick([0, 1, 1, 1, 2, 3]))
  const facets = new Map<string, string[]>()
  const topics = random.sample(TOPICS, random.pick([0, 0, 1, 1, 2]))
  if (topics.length > 0) facets.set('topic', topics)
  if (random.chance(0.5)) facets.set('office', [random.pick(['Geneva', 'Macao', 'Roma'])])
  if (random.chance(0.1)) facets.set(random.pick(ODDITIES), random.sample(ODDITIES, random.between(1, 2)))
  return {
    id: idOf(random, index),
    title: sentence(random.pick([0, 1, 3, 5, 8, 12])),
    body,
    date: dateOf(random),
    language: random.pick(LANGUAGES),
    countries,
    mentions: [...countries, ...random.sample(COUNTRIES.slice(10), random.below(3))],
    facets,
  }
}

function idOf(random: Random, index: number): string {
  if (index < ODDITIES.length) return ODDITIES[index]!
  return random.pick([`r/${index}.html`, `${index}`, `Ä-${index}`, `archive#${index}`])
}

function dateOf(random: Random): string | undefined {
  const two = (value: number): string => String(value).padStart(2, '0')
  // No release is of 2005, so that a histogram has a gap to fill.
  const year = String(random.pick([1998, 2003, 2004, 2004, 2006, 2010, 2010, 2011, 2012]))
  const month = `${year}-${two(random.between(1, 12))}`
  return random.choose<string | undefined>([
    [1, () => undefined],
    [1, () => year],
    [2, () => month],
    [5, () => `${month}-${two(random.pick([1, 2, 14, 15, 28]))}`],
    [1, () => `${year}-${random.pick(['01-31', '12-31', '06-30', '01-01'])}`],
  ])
}

/** Renders a draft as text with the noise that analysis must see through, and tells the oracle what is in it. */
function finish(random: Random, draft: Draft): GeneratedRelease {
  const { id, date, language, countries, mentions, facets } = draft
  const release: Release = {
    id,
    title: render(random, draft.title),
    body: draft.body
      .map((paragraph) => render(random, paragraph))
      .join(random.pick(['\n\n', '\n\n', '\r\n \r\n', '\n\n\n'])),
  }
  if (date !== undefined) release.date = date
  if (language !== undefined) release.language = language
  if (countries.length > 0) release.countries = countries
  if (mentions.length > 0) release.mentions = mentions
  if (facets.size > 0) release.facets = Object.fromEntries(facets)
  if (random.chance(0.6)) release.url = `https://example.org/${id}`
  const document: OracleDocument = {
    id,
    facets: new Map([
      ['country', countries],
      ['mention', mentions],
      ['language', language === undefined ? [] : [language]],
      ...facets,
    ]),
    title: fieldOf([draft.title]),
    body: fieldOf(draft.body.filter((paragraph) => paragraph.length > 0)),
    stemmer: STEMMED.find((stemmer) => stemmer === language?.split('-')[0]) ?? '',
  }
  if (date !== undefined) document.date = date
  return { release, document }
}

/** Positions follow each other; between paragraphs one is left free. */
function fieldOf(paragraphs: readonly (readonly string[])[]): OracleField {
  const tokens: OracleField['tokens'] = []
  let position = 0
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) position++
    for (const word of paragraph) tokens.push({ word, position: position++ })
  })
  return { tokens, length: position }
}

function render(random: Random, words: readonly string[]): string {
  let text = ''
  words.forEach((word, index) => {
    const shape = random.below(12)
    const written = shape === 0 ? word[0]!.toUpperCase() + word.slice(1) : shape === 1 ? word.toUpperCase() : word
    const grouped = /^\d{4,}$/.test(word) && shape < 3 ? `${word.slice(0, -3)},${word.slice(-3)}` : written
    text += grouped
    if (index + 1 < words.length)
      text += random.pick([' ', ' ', ' ', ' ', ', ', '. ', '\n', ' (', ') ', '; ', ' – ', '  '])
  })
  return text
}
