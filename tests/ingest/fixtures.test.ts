/** Does every kind of input, good and bad, become what the fixture beside it says? */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type IngestItem, readReleases } from '../../src/ingest/read-releases.js'

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url))

/** One fixture: what is passed to ingest, and a part of each item that comes out, in order. */
interface Fixture {
  options: object
  items: { kind: IngestItem['kind'] }[]
}

/** What a failing fixture is compared by: the kind of each item and what it is of. */
function outline(item: IngestItem): string {
  if (item.kind === 'release') return `release ${item.release.id}`
  if (item.kind === 'skipped') return `skipped ${item.place.file}:${item.place.line}`
  return `rejected ${item.rejection.file}:${item.rejection.line} ${item.rejection.reason}: ${item.rejection.message}`
}

describe('fixtures', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(name, async () => {
      const { options, items } = JSON.parse(readFileSync(`${FIXTURES}${name}/expected.json`, 'utf8')) as Fixture
      const found: IngestItem[] = []
      for await (const item of readReleases({ include: ['**/*'], cwd: `${FIXTURES}${name}/input`, ...options }))
        found.push(item)
      expect(
        found.map(({ kind }) => kind),
        found.map(outline).join('\n'),
      ).toEqual(items.map(({ kind }) => kind))
      for (const [i, expected] of items.entries()) expect(found[i]).toMatchObject(expected)
    })
  }

  it.each(['text', 'html', 'markdown', 'json', 'json-lines', 'csv', 'feeds', 'warc', 'wacz'])(
    '%s, gzipped',
    async (name) => {
      const { options } = JSON.parse(readFileSync(`${FIXTURES}${name}/expected.json`, 'utf8')) as Fixture
      const cwd = mkdtempSync(join(tmpdir(), 'gzipped-'))
      const files = readdirSync(`${FIXTURES}${name}/input`).filter((file) => !file.endsWith('.gz'))
      for (const file of files)
        writeFileSync(`${cwd}/${file}.gz`, gzipSync(readFileSync(`${FIXTURES}${name}/input/${file}`)))
      const outlines = async (folder: string): Promise<string[]> => {
        const found: string[] = []
        const only = { include: ['**/*'], exclude: ['*.warc.gz'], cwd: folder, ...options }
        for await (const item of readReleases(folder === cwd ? { ...only, exclude: [] } : only)) {
          found.push(outline(item).replaceAll('.gz', '').replace(/: .*/, ''))
        }
        return found.sort()
      }
      expect(await outlines(cwd)).toEqual(await outlines(`${FIXTURES}${name}/input`))
      rmSync(cwd, { recursive: true })
    },
  )

  it('nothing of a front matter was executed', () => {
    expect('pwned' in globalThis).toBe(false)
  })
})
