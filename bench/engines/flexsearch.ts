/** FlexSearch: a document index, exported and imported part by part. It has neither relevance by frequency nor totals. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import FlexSearch from 'flexsearch'
import type { Engine } from './engine.js'

const { Document } = FlexSearch

function empty() {
  return new Document({
    tokenize: 'forward',
    document: { id: 'id', index: ['title', 'body'], tag: [{ field: 'countries' }] },
  })
}

let index: ReturnType<typeof empty>

export const flexsearch: Engine = {
  async build(releases, directory) {
    const built = empty()
    for (const { id, title, body, countries = [] } of releases) built.add({ id, title, body, countries })
    mkdirSync(directory, { recursive: true })
    let bytes = 0
    await built.export((key, data) => {
      if (data === undefined) return
      writeFileSync(join(directory, encodeURIComponent(key)), data)
      bytes += Buffer.byteLength(data)
    })
    return { path: directory, bytes }
  },
  async open({ path }) {
    index = empty()
    for (const name of readdirSync(path)) {
      await index.import(decodeURIComponent(name), readFileSync(join(path, name), 'utf8'))
    }
  },
  search({ words, match, country }) {
    if (match === 'phrase' || match === 'typo') return null
    const found = index.search(words.join(' '), {
      limit: 10,
      suggest: match === 'any',
      merge: true,
      ...(country === undefined ? {} : { tag: { countries: country } }),
    })
    return { total: null, ids: found.slice(0, 10).map(({ id }) => String(id)) }
  },
}
