/** MiniSearch: an index in JSON, loaded whole. Filters and counts are the caller's own code over every result. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type SearchResult } from 'minisearch'
import type { Engine } from './engine.js'

const OPTIONS = { fields: ['title', 'body'], storeFields: ['title', 'date', 'countries'] }

let index: MiniSearch

export const minisearch: Engine = {
  async build(releases, directory) {
    const built = new MiniSearch(OPTIONS)
    built.addAll(releases)
    const path = join(directory, 'index.json')
    const json = JSON.stringify(built)
    writeFileSync(path, json)
    return { path, bytes: Buffer.byteLength(json) }
  },
  async open({ path }) {
    index = MiniSearch.loadJSON(readFileSync(path, 'utf8'), OPTIONS)
  },
  search({ words, match, country }) {
    if (match === 'phrase') return null
    const options = {
      combineWith: match === 'any' ? 'OR' : 'AND',
      ...(match === 'prefix' ? { prefix: true } : {}),
      ...(match === 'typo' ? { fuzzy: 1 } : {}),
    } as const
    const text = words.join(' ')
    const found = country === undefined ? index.search(text, options) : searchAndCount(text, country)
    return { total: found.length, ids: found.slice(0, 10).map(({ id }) => id as string) }
  },
}

/** A country filter, with counts by year and, as if it were not chosen, by country. */
function searchAndCount(text: string, country: string): SearchResult[] {
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
  return found
}
