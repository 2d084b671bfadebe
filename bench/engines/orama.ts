/** Orama: a database in JSON with its documents, loaded whole. Facets and filters are its own. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnyOrama, create, insertMultiple, load, save, search } from '@orama/orama'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { eng } from 'stopword/src/stopwords_eng.js'
import { rus } from 'stopword/src/stopwords_rus.js'
import { spa } from 'stopword/src/stopwords_spa.js'
import type { Engine } from './engine.js'

const SCHEMA = { title: 'string', body: 'string', year: 'enum', countries: 'enum[]' } as const

/** Its tokenizer is told the language, the stemmer and the stop words, which it has none of by itself. */
const TOKENIZERS: Record<string, object> = {
  en: { language: 'english', stemming: true, stemmer: english, stopWords: eng },
  es: { language: 'spanish', stemming: true, stemmer: spanish, stopWords: spa },
  ru: { language: 'russian', stemming: true, stemmer: russian, stopWords: rus },
}

function empty(language: string): AnyOrama {
  return create({ schema: SCHEMA, components: { tokenizer: TOKENIZERS[language]! } })
}

let database: AnyOrama

export const orama: Engine = {
  async build(releases, directory) {
    const language = releases[0]?.language ?? 'en'
    const built = empty(language)
    const documents = releases.map(({ id, title, body, date = '', countries = [] }) => ({
      id,
      title,
      body,
      date,
      year: date.slice(0, 4),
      countries,
    }))
    await insertMultiple(built, documents, 1000)
    const json = JSON.stringify({ language, saved: save(built) })
    const path = join(directory, 'database.json')
    writeFileSync(path, json)
    return { path, bytes: Buffer.byteLength(json) }
  },
  async open({ path }) {
    const { language, saved } = JSON.parse(readFileSync(path, 'utf8')) as { language: string; saved: object }
    database = empty(language)
    load(database, saved)
  },
  async search({ words, match, country }) {
    if (match === 'phrase') return null
    const found = await search(database, {
      term: words.join(' '),
      limit: 10,
      threshold: match === 'any' ? 1 : 0,
      // It completes every word unless asked for exact ones, which it then looks for in the stored texts.
      ...(match === 'typo' ? { tolerance: 1 } : {}),
      ...(country === undefined
        ? {}
        : { where: { countries: { containsAny: [country] } }, facets: { year: {}, countries: {} } }),
    })
    return { total: found.count, ids: found.hits.map(({ id }) => id) }
  },
}
