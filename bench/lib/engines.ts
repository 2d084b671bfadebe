/** Who is measured, and how does a user of each ask a query? One engine each: a collection in, a function for each class out. */

import MiniSearch from 'minisearch'
import type { Archive } from '../../src/query/archive.js'
import type { Release, SearchOptions } from '../../src/types.js'
import type { BenchQuery, QueryClass } from './query-classes.js'

/** Asks one query, and gives how many releases it finds; the best ten are taken as a page of results would need them. */
export type Ask = (query: BenchQuery) => number | Promise<number>

/** A search engine that holds the collection. */
export interface Engine {
  name: string
  /** What to ask the queries of a class with; null when it has nothing like them. */
  asker(queries: QueryClass): Ask | null
}

/** This library, over an opened archive. */
export function datelinesEngine(archive: Archive): Engine {
  return {
    name: 'datelines',
    asker({ kind, combineWith, isFiltered }) {
      const options: SearchOptions = {
        snippet: false,
        combineWith,
        ...(kind === 'prefix' ? { prefix: true } : {}),
        ...(kind === 'typo' ? { fuzzy: 1 } : {}),
      }
      return async ({ words, country }) => {
        const text = words.join(' ')
        const page = await archive.search(
          kind === 'phrase' ? `"${text}"` : text,
          isFiltered ? { ...options, where: { country: country! }, facets: ['year', 'country'] } : options,
        )
        return page.total
      }
    },
  }
}

/** MiniSearch with the same fields, and with what a row shows as stored fields. */
export function miniSearchEngine(releases: readonly Release[]): Engine {
  const index = new MiniSearch({ fields: ['title', 'body'], storeFields: ['title', 'date', 'countries'] })
  index.addAll(releases)
  return {
    name: 'MiniSearch',
    asker({ kind, combineWith, isFiltered }) {
      if (kind === 'phrase') return null
      const options = {
        combineWith,
        ...(kind === 'prefix' ? { prefix: true } : {}),
        ...(kind === 'typo' ? { fuzzy: 1 } : {}),
      }
      if (isFiltered) return ({ words, country }) => countWithFilter(index, words.join(' '), country!)
      return ({ words }) => {
        const found = index.search(words.join(' '), options)
        found.slice(0, 10)
        return found.length
      }
    },
  }
}

/** What a MiniSearch user writes for a country filter with counts by year and, as if it were not chosen, by country. */
function countWithFilter(index: MiniSearch, text: string, country: string): number {
  const years = new Map<string, number>()
  const countries = new Map<string, number>()
  const found = index.search(text, {
    filter: (hit) => {
      const own = hit.countries as string[]
      for (const each of own) countries.set(each, (countries.get(each) ?? 0) + 1)
      return own.includes(country)
    },
  })
  for (const hit of found) {
    const year = String(hit.date).slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  found.slice(0, 10)
  return found.length
}
