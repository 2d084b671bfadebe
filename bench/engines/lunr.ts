/** Lunr: an index in JSON with its own stemmer, loaded whole. It keeps no documents, so filters need a table beside it. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lunr from 'lunr'
import { countFacets, type Engine } from './engine.js'

interface Row {
  date: string
  countries: string[]
}

let index: lunr.Index
let rows: Map<string, Row>

export const lunrEngine: Engine = {
  async build(releases, directory) {
    const built = lunr(function () {
      this.ref('id')
      this.field('title')
      this.field('body')
      for (const release of releases) this.add(release)
    })
    const table = releases.map(({ id, date = '', countries = [] }) => [id, { date, countries }])
    const json = JSON.stringify({ index: built, rows: table })
    const path = join(directory, 'index.json')
    writeFileSync(path, json)
    return { path, bytes: Buffer.byteLength(json) }
  },
  async open({ path }) {
    const saved = JSON.parse(readFileSync(path, 'utf8')) as { index: object; rows: [string, Row][] }
    index = lunr.Index.load(saved.index)
    rows = new Map(saved.rows)
  },
  search({ words, match, country }) {
    if (match === 'phrase') return null
    const { presence, wildcard } = lunr.Query
    const found = index.query((query) => {
      for (const word of words) {
        query.term(match === 'prefix' ? word : lunr.tokenizer(word), {
          presence: match === 'any' ? presence.OPTIONAL : presence.REQUIRED,
          ...(match === 'prefix' ? { wildcard: wildcard.TRAILING, usePipeline: false } : {}),
          ...(match === 'typo' ? { editDistance: 1 } : {}),
        })
      }
    })
    if (country === undefined) return { total: found.length, ids: found.slice(0, 10).map(({ ref }) => ref) }
    const kept = found.filter(({ ref }) => rows.get(ref)!.countries.includes(country))
    countFacets(kept.map(({ ref }) => rows.get(ref)!))
    return { total: kept.length, ids: kept.slice(0, 10).map(({ ref }) => ref) }
  },
}
