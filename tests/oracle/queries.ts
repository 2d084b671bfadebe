/** What may be asked of a generated collection? Seeded query trees with every operator, and options of every kind. */

import type { FacetsOption, Filter, QueryTree, SearchOptions, TextField, Where } from '../../src/types.js'
import type { Random } from '../helpers/random.js'
import type { Collection } from './generate.js'

const FIELDS: readonly TextField[] = ['title', 'body']

/** How many times the usual number of random queries are tried: 10,000 in all, or what the environment asks for. */
export const ROUNDS = Math.max(1, Number(process.env.ORACLE_ROUNDS ?? 1))

/** Makes queries over one collection. */
export class QueryMaker {
  constructor(
    private readonly random: Random,
    private readonly collection: Collection,
    /** Whether words are widened, by prefixes and typos. */
    private readonly widens = true,
  ) {}

  /** A word: frequent ones more often, some at the border of a block, some absent, some numbers. */
  word(): string {
    const { random, collection } = this
    return random.choose<string>([
      [5, () => collection.words[Math.floor(30 * random.next() ** 2)]!],
      [6, () => collection.words[Math.floor(collection.words.length * random.next() ** 3)]!],
      [4, () => random.pick([...collection.borderWords.values()])],
      [1, () => random.pick(collection.absentWords)],
      [1, () => random.pick(collection.numbers)],
    ])
  }

  /** Words that stand one after the other somewhere, or any. */
  private phraseWords(): string[] {
    const { random, collection } = this
    const size = random.pick([2, 2, 2, 3, 3, 4])
    if (random.chance(0.3)) return Array.from({ length: size }, () => collection.words[random.below(12)]!)
    const { document } = random.pick(collection.releases)
    const { tokens } = random.chance(0.8) ? document.body : document.title
    const start = random.below(Math.max(1, tokens.length - size))
    const words = tokens.slice(start, start + size).map(({ word }) => word)
    if (words.length > 2 && random.chance(0.2)) words.splice(1, 1)
    if (random.chance(0.15)) words.reverse()
    return words.length > 0 ? words : [this.word()]
  }

  private field(): { field?: TextField } {
    return this.random.chance(0.12) ? { field: this.random.pick(FIELDS) } : {}
  }

  private leaf(): QueryTree {
    const { random } = this
    return random.choose<QueryTree>([
      [10, () => ({ term: this.word(), ...this.field() })],
      [
        4,
        () => {
          const slop = random.pick([0, 0, 1, 2, 3, 8])
          return {
            phrase: this.phraseWords().join(' '),
            ...(slop > 0 ? { slop } : {}),
            ...this.field(),
          }
        },
      ],
      [this.widens ? 1 : 0, () => ({ prefix: this.prefix(), ...this.field() })],
      [
        this.widens ? 1 : 0,
        () => ({
          fuzzy: this.misspelled(),
          ...(random.chance(0.5) ? { edits: random.pick([1, 2]) } : {}),
          ...this.field(),
        }),
      ],
    ])
  }

  private prefix(): string {
    const word = this.word()
    return word.slice(0, this.random.between(1, word.length))
  }

  /** A word with an edit or two, or none. */
  private misspelled(): string {
    const { random } = this
    let word = this.word()
    for (let edits = random.below(3); edits > 0 && word.length > 2; edits--) {
      const at = random.between(1, word.length - 1)
      const letter = random.pick([...'aeioubdk'])
      word = random.pick([
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + letter + word.slice(at + 1),
      ])
    }
    return word
  }

  tree(depth = 0): QueryTree {
    const { random } = this
    if (depth >= (random.chance(0.2) ? 3 : 2)) return this.leaf()
    return random.choose<QueryTree>([
      [depth === 0 ? 4 : 6, () => this.leaf()],
      [4, () => ({ and: this.parts(depth) })],
      [3, () => ({ or: this.parts(depth) })],
      [depth === 0 ? 0.3 : 1, () => ({ not: this.tree(depth + 1) })],
      [0.7, () => ({ where: this.where(1) })],
      [0.2, () => ({ all: true })],
    ])
  }

  private parts(depth: number): QueryTree[] {
    return Array.from({ length: this.random.pick([2, 2, 2, 3, 3, 5]) }, () => this.tree(depth + 1))
  }

  /** Filters on up to `most` facets. */
  where(most: number): Where {
    const { random, collection } = this
    const makers: [string, () => Filter][] = [
      ['country', () => this.filter([...collection.countries, 'FJ', 'mo', 'it'])],
      ['mention', () => this.filter(collection.countries)],
      ['language', () => this.filter(['en', 'en-GB', 'fr', 'es', 'es-mx', 'es-ES', 'und', 'sw'])],
      ['topic', () => this.filter([...collection.topics, 'no such topic'])],
      ['office', () => this.filter(['Geneva', 'Macao', 'Roma'])],
      [random.pick(collection.oddities), () => this.filter(collection.oddities)],
      [random.pick(['year', 'month', 'date']), () => this.timeFilter()],
      [random.pick(['year', 'date']), () => this.timeFilter()],
    ]
    return Object.fromEntries(random.sample(makers, random.between(1, most)).map(([name, make]) => [name, make()]))
  }

  private filter(values: readonly string[]): Filter {
    const { random } = this
    const some = (): string[] => random.sample(values, random.between(1, 3))
    return random.choose<Filter>([
      [4, () => random.pick(values)],
      [3, () => some()],
      [1, () => null],
      [1, () => [null, ...some()]],
      [1, () => ({ any: some() })],
      [1, () => ({ all: some() })],
      [1, () => ({ none: some() })],
      [1, () => ({ none: [null] })],
      [1, () => ({ any: some(), none: some() })],
      [
        0.5,
        () => ({
          any: [...some(), null],
          all: [random.pick(values)],
          none: [],
        }),
      ],
    ])
  }

  private time(): string | number {
    const { random } = this
    const year = random.pick([1997, 1998, 2003, 2004, 2005, 2010, 2011, 2012, 2020])
    const month = `${year}-${String(random.between(1, 12)).padStart(2, '0')}`
    return random.choose<string | number>([
      [2, () => year],
      [1, () => String(year)],
      [2, () => month],
      [2, () => `${month}-${random.pick(['01', '02', '14', '15', '28'])}`],
      [0.5, () => `${year}-12-31`],
    ])
  }

  /** In order, since `where` refuses a range that ends before it begins. */
  private range(): Filter {
    const [from, to] = [this.time(), this.time()].sort((a, b) => (String(a) < String(b) ? -1 : 1))
    return { from: from!, to: to! }
  }

  private timeFilter(): Filter {
    const { random } = this
    const some = (): (string | number)[] => Array.from({ length: random.between(1, 3) }, () => this.time())
    return random.choose<Filter>([
      [3, () => this.time()],
      [2, () => some()],
      [1, () => null],
      [1, () => [null, ...some()]],
      [3, () => this.range()],
      [1, () => ({ from: this.time() })],
      [1, () => ({ to: this.time() })],
      [1, () => ({ from: this.time(), none: some() })],
      [1, () => ({ any: [...some(), null] })],
      [0.5, () => ({ all: some() })],
      [1, () => ({ none: some() })],
      [0.5, () => ({ none: [null] })],
    ])
  }

  private facets(): FacetsOption {
    const { random, collection } = this
    const names = [
      'year',
      'month',
      'date',
      'country',
      'mention',
      'language',
      'topic',
      'office',
      random.pick(collection.oddities),
    ]
    const chosen = random.sample(names, random.between(1, 4))
    if (random.chance(0.5)) return chosen
    return Object.fromEntries(
      chosen.map((name) => [
        name,
        random.choose<true | { limit?: number; own?: 'ignore' | 'obey' }>([
          [1, () => true],
          [1, () => ({ limit: random.below(4) })],
          [1, () => ({ own: 'obey' })],
          [1, () => ({ own: 'ignore', limit: 2 })],
        ]),
      ]),
    )
  }

  /** Options beside the page; what is not there has its default. */
  options(): SearchOptions {
    const { random } = this
    const options: SearchOptions = {}
    if (random.chance(0.4)) options.where = this.where(3)
    if (random.chance(0.5)) options.facets = this.facets()
    if (random.chance(0.35)) options.sort = random.pick(['relevance', 'newest', 'oldest'])
    if (random.chance(0.15)) options.fields = random.pick<TextField[]>([['title'], ['body'], ['body', 'title']])
    if (random.chance(0.15))
      options.boost = random.pick<NonNullable<SearchOptions['boost']>>([
        { title: 3 },
        { body: 0 },
        { title: 0.5, body: 2 },
      ])
    if (this.widens && random.chance(0.06)) options.prefix = true
    if (this.widens && random.chance(0.06)) options.fuzzy = random.pick([true, 'auto', 0.34, 1, 2] as const)
    if (random.chance(0.1)) options.relax = true
    return options
  }
}
