/**
 * What is asked when latency is measured? Classes of queries drawn from a collection by a seed, as plain words, so that
 * each engine can write them in its own syntax.
 */

import { eng } from 'stopword/src/stopwords_eng.js'
import type { Release } from '../../src/types.js'
import { Random } from '../../tests/helpers/random.js'

/** Queries of a class. */
const QUERIES = 40
const SEED = 21578

/** How the words of a query are meant: as they are, as beginnings, with a typo each, side by side. */
export type QueryKind = 'words' | 'prefix' | 'typo' | 'phrase'

/** One query; `country` only in classes with a filter. */
export interface BenchQuery {
  words: readonly string[]
  country?: string
}

export interface QueryClass {
  name: string
  kind: QueryKind
  /** Whether any word is enough, or all must be there. */
  combineWith: 'AND' | 'OR'
  /** Only releases of the query's country are found, and matches are counted by year and by country. */
  isFiltered: boolean
  /** How many times faster than a peer this is meant to be. */
  goals: { miniSearch?: number; sqlite?: number }
  queries: BenchQuery[]
}

const STOP_WORDS: ReadonlySet<string> = new Set(eng)

/** Classes of queries about English releases, the same for the same releases and seed. */
export function queryClasses(releases: readonly Release[], seed = SEED): QueryClass[] {
  const random = new Random(seed)
  const docFreqs = countWords(releases)
  const share = (count: number): number => count / releases.length
  const band = (least: number, most: number): string[] =>
    [...docFreqs].flatMap(([word, count]) => (count >= least && count <= most ? [word] : [])).sort()
  const percent = releases.length / 100
  const common = band(5 * percent, 40 * percent)
  const middle = band(0.5 * percent, 2 * percent)
  const rare = band(3, 15)
  const draw = (words: readonly string[]): BenchQuery[] =>
    random.sample(words, QUERIES).map((word) => ({ words: [word] }))
  const titleRuns = (count: number): BenchQuery[] =>
    drawn(random, () => {
      const words = wordsOf(random.pick(releases).title).filter((word) => share(docFreqs.get(word) ?? 0) >= 0.005)
      const start = random.below(Math.max(1, words.length - count + 1))
      return distinct(words.slice(start, start + count), count)
    })
  const titles = releases.filter(({ title }) => title.trim().split(/\s+/).length === 6)
  const two = titleRuns(2)
  const base = { kind: 'words', combineWith: 'AND', isFiltered: false, goals: {} } as const
  return [
    { ...base, name: 'one common word', goals: { miniSearch: 15 }, queries: draw(common) },
    { ...base, name: 'one middle word', queries: draw(middle) },
    { ...base, name: 'one rare word', queries: draw(rare) },
    { ...base, name: '2 words, any', combineWith: 'OR', goals: { miniSearch: 25 }, queries: two },
    { ...base, name: '3 words, any', combineWith: 'OR', goals: { miniSearch: 25 }, queries: titleRuns(3) },
    { ...base, name: '2 words, all', queries: two },
    {
      ...base,
      name: 'six-word title, any',
      combineWith: 'OR',
      goals: { miniSearch: 50, sqlite: 15 },
      queries: random.sample(titles, QUERIES).map(({ title }) => ({ words: title.match(/[\p{L}\p{N}]+/gu) ?? [] })),
    },
    {
      ...base,
      name: 'prefix',
      kind: 'prefix',
      goals: { miniSearch: 5 },
      queries: drawn(random, () => {
        const word = random.pick(random.chance(0.5) ? common : middle)
        return word.length < 6 ? undefined : [word.slice(0, random.between(4, 5))]
      }),
    },
    {
      ...base,
      name: 'one-typo word',
      kind: 'typo',
      goals: { miniSearch: 3 },
      queries: drawn(random, () => {
        const word = random.pick(random.chance(0.5) ? common : middle)
        const typed = word.length < 5 ? word : misspelled(word, random)
        return docFreqs.has(typed) ? undefined : [typed]
      }),
    },
    {
      ...base,
      name: 'two-word phrase',
      kind: 'phrase',
      goals: { sqlite: 2 },
      queries: drawn(random, () => {
        const words = wordsOf(random.pick(releases).body)
        const at = random.below(words.length)
        return distinct(
          words.slice(at, at + 2).filter((word) => share(docFreqs.get(word) ?? 0) >= 0.005),
          2,
        )
      }),
    },
    {
      ...base,
      name: 'country filter, 2 facets',
      isFiltered: true,
      goals: { miniSearch: 25 },
      queries: filteredQueries(releases, random, new Set([...common, ...middle])),
    },
  ]
}

/** Words of letters alone in lower case, in order. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => /^[a-z]{3,}$/.test(word))
}

/** In how many releases each word stands, stop words left out. */
function countWords(releases: readonly Release[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title, body } of releases) {
    for (const word of new Set(wordsOf(`${title} ${body}`))) {
      if (!STOP_WORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

function distinct(words: readonly string[], count: number): readonly string[] | undefined {
  return new Set(words).size === count ? words : undefined
}

/** {@link QUERIES} different queries of what `make` gives; it may give nothing and is then asked again. */
function drawn(random: Random, make: () => readonly string[] | undefined): BenchQuery[] {
  const queries = new Map<string, BenchQuery>()
  while (queries.size < QUERIES) {
    const words = make()
    if (words !== undefined) queries.set(words.join(' '), { words })
  }
  return random.shuffle([...queries.values()])
}

/** A letter left out, put in or changed, not the first. */
function misspelled(word: string, random: Random): string {
  const at = random.between(1, word.length - 1)
  const letter = String.fromCharCode(97 + random.below(26))
  return random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
  ])
}

/** A word and a country of one release each. */
function filteredQueries(releases: readonly Release[], random: Random, words: ReadonlySet<string>): BenchQuery[] {
  const queries: BenchQuery[] = []
  while (queries.length < QUERIES) {
    const { title, body, countries = [] } = random.pick(releases)
    const known = wordsOf(`${title} ${body}`).filter((word) => words.has(word))
    if (known.length === 0 || countries.length === 0) continue
    queries.push({ words: [random.pick(known)], country: random.pick(countries) })
  }
  return queries
}
