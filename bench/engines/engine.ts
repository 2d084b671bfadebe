/** What does a bench ask of a search engine? The same of ours and of each peer, every one used as its documentation says. */

import type { Release } from '../../src/types.js'
import type { BenchQuery, QueryClass } from '../lib/query-classes.js'

/** A question that most engines can answer, in a form that each writes in its own way. */
export interface EngineQuery {
  words: readonly string[]
  /** Every word, any word, the words as a phrase, words that begin so, or words that are one edit away. */
  match: 'all' | 'any' | 'phrase' | 'prefix' | 'typo'
  /** Only releases of this country, with counts by year and by country of what is found. */
  country?: string
}

/** The ten best and how many there are; `total` is null where an engine cannot tell it. */
export interface EngineAnswer {
  total: number | null
  ids: string[]
}

export interface Engine {
  /** Indexes releases, up to and including what is written to a file or sent to a browser. */
  build(releases: readonly Release[], directory: string): Promise<EngineFiles>
  /** Opens what `build` made, in a process of its own. */
  open(files: EngineFiles): Promise<void>
  /** Brings what answers will need from disk into memory, where opening did not. */
  makeResident?(): Promise<void>
  /** The answer, or null where the engine has nothing like it. */
  search(query: EngineQuery): EngineAnswer | null | Promise<EngineAnswer | null>
}

/** What an engine ships: one text, one file, or a folder of files; and its size in bytes. */
export interface EngineFiles {
  path: string
  bytes: number
}

/** A query of a class as engines are asked it. */
export function toEngineQuery(
  { kind, combineWith }: Pick<QueryClass, 'kind' | 'combineWith'>,
  { words, country }: BenchQuery,
): EngineQuery {
  const match = kind === 'words' ? (combineWith === 'OR' ? 'any' : 'all') : kind
  return country === undefined ? { words, match } : { words, match, country }
}

/** Counts as a user of a library without facets writes them. */
export function countFacets(found: Iterable<{ date: string; countries: readonly string[] }>): void {
  const years = new Map<string, number>()
  const countries = new Map<string, number>()
  for (const { date, countries: own } of found) {
    const year = date.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + 1)
    for (const country of own) countries.set(country, (countries.get(country) ?? 0) + 1)
  }
}
