/** Is the public surface what we decided? The names of every entry, as built. */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ENTRIES: Record<string, string[]> = {
  'index.js': [
    'Archive',
    'DatelinesError',
    'FileSource',
    'HttpSource',
    'MemorySource',
    'formatQuery',
    'highlight',
    'isDatelinesError',
    'openArchive',
    'optionsFromParams',
    'paramsFromOptions',
    'parseQuery',
    'parts',
  ],
  'browser.js': [
    'Archive',
    'DatelinesError',
    'HttpSource',
    'MemorySource',
    'formatQuery',
    'highlight',
    'isDatelinesError',
    'openArchive',
    'optionsFromParams',
    'paramsFromOptions',
    'parseQuery',
    'parts',
  ],
  'browser-search.js': ['DatelinesError', 'highlight', 'isDatelinesError', 'openArchive', 'parts'],
  'build.js': [
    'ArchiveBuilder',
    'DatelinesError',
    'addToArchive',
    'buildArchive',
    'commitLive',
    'extractRelease',
    'isDatelinesError',
    'mergeArchives',
    'readReleases',
    'removeFromArchive',
    'upgradeArchive',
    'verifyArchive',
  ],
  'live.js': ['DatelinesError', 'LiveIndex', 'Overlay', 'isDatelinesError', 'overlay'],
  'browser-live.js': ['DatelinesError', 'LiveIndex', 'Overlay', 'isDatelinesError', 'overlay'],
  'instantsearch.js': ['createSearchClient'],
}

describe.skipIf(!existsSync('dist/index.js'))('entries', () => {
  for (const [file, names] of Object.entries(ENTRIES)) {
    it(`${file} exports what is listed`, async () => {
      const module: Record<string, unknown> = await import(new URL(`../../dist/${file}`, import.meta.url).href)
      // The bundles for browsers share their code by exports of one or two letters, which no type names.
      const isBundle = file.startsWith('browser')
      expect(
        Object.keys(module)
          .filter((name) => !isBundle || name.length > 2)
          .sort(),
      ).toEqual(names)
    })
  }

  it('has every file that package.json names', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
    const files = [...JSON.stringify(manifest.exports).matchAll(/"\.\/(dist\/[^"]+)"/g)].map((match) => match[1]!)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('does nothing when it is imported', async () => {
    const before = JSON.stringify(process.env)
    await import(new URL('../../dist/build.js', import.meta.url).href)
    expect(JSON.stringify(process.env)).toBe(before)
  })
})
