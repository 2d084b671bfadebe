/** This library: an archive in a folder, opened from there. */

import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { buildInMemory, writeFolder } from '../lib/archives.js'
import type { Engine } from './engine.js'

let archive: Archive

export const datelines: Engine = {
  async build(releases, directory) {
    const { files } = await buildInMemory(releases)
    return { path: directory, bytes: writeFolder(files, directory) }
  },
  async open({ path }) {
    archive = await openArchive(path, { cacheBytes: 2 ** 30 })
  },
  async makeResident() {
    for await (const _ of archive.all({ all: true }));
  },
  async search({ words, match, country }) {
    const text = words.join(' ')
    const page = await archive.search(match === 'phrase' ? `"${text}"` : text, {
      snippet: false,
      ...(match === 'any' ? { combineWith: 'OR' } : {}),
      ...(match === 'prefix' ? { prefix: true } : {}),
      ...(match === 'typo' ? { fuzzy: 1 } : {}),
      ...(country === undefined ? {} : { where: { country }, facets: ['year', 'country'] }),
    })
    return { total: page.total, ids: page.hits.map(({ id }) => id) }
  },
}
