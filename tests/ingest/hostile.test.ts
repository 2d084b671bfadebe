/** Does input that nobody should hand in end in a listed outcome, in bounded time and memory, with the rest read? */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readReleases } from '../../src/ingest/read-releases.js'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOOD = 'Good Neighbour\n\nThis text is read whatever stands beside it.\n'
const MANY = 100_000

/** The outcomes of one hostile file that is read between good ones: `release`, `skipped` or the reason of rejection. */
async function outcomes(name: string, content: string | Uint8Array): Promise<string[]> {
  const cwd = mkdtempSync(join(folder, 'case-'))
  writeFileSync(join(cwd, name), content)
  writeFileSync(join(cwd, '0-good.txt'), GOOD)
  writeFileSync(join(cwd, 'zz-good.txt'), GOOD)
  const found: string[] = []
  const good: string[] = []
  for await (const item of readReleases({ include: ['*'], cwd })) {
    if (item.kind === 'release' && item.release.title === 'Good Neighbour') good.push(item.place.file)
    else found.push(item.kind === 'rejected' ? item.rejection.reason : item.kind)
  }
  expect(good).toEqual(['0-good.txt', 'zz-good.txt'])
  rmSync(cwd, { recursive: true })
  return found
}

describe('hostile input', () => {
  const letters = Buffer.alloc(80 << 20, 0x61)
  const head = 'WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: '
  const http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
  const cases: [name: string, content: () => string | Uint8Array, expected: string[]][] = [
    ['bomb.txt.gz', () => gzipSync(letters), ['too-large']],
    ['bomb.jsonl.gz', () => gzipSync(letters), ['too-large']],
    ['bomb.csv.gz', () => gzipSync(Buffer.concat([Buffer.from('title,body\n'), letters])), ['too-large']],
    [
      'bomb.warc.gz',
      () => gzipSync(Buffer.concat([Buffer.from(`${head}${letters.length + http.length}\r\n\r\n${http}`), letters])),
      ['too-large'],
    ],
    ['bomb.wacz', () => zipSync({ 'pages/pages.jsonl': letters }), ['too-large']],
    ['big.html', () => `<html><body>${'<p>A paragraph like all others.</p>'.repeat(1_500_000)}`, ['too-large']],
    ['deep.html', () => `<html><body>${'<div>'.repeat(MANY)}deep text${'</div>'.repeat(MANY)}`, ['release']],
    ['quotes.md', () => `${'>'.repeat(MANY)} a deep quote\n`, ['release']],
    ['items.md', () => Array.from({ length: 1000 }, (_, i) => `${' '.repeat(2 * i)}- item`).join('\n'), ['release']],
    ['brackets.md', () => `${'['.repeat(MANY)}a${']'.repeat(MANY)}`, ['release']],
    ['flow.md', () => `---\na: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\nText under it.`, ['release']],
    ['deep.json', () => `${'['.repeat(MANY)}${']'.repeat(MANY)}`, ['syntax']],
    ['inner.json', () => `{"title":"x","body":"y","z":${'['.repeat(MANY)}${']'.repeat(MANY)}}`, ['release']],
    ['unclosed.csv', () => `title,body\nA,"${'x\n'.repeat(10 << 20)}`, ['syntax']],
    [
      'deep.xml',
      () => `<rss version="2.0"><channel><item><title>d</title>${'<a>'.repeat(MANY)}</item></channel></rss>`,
      ['syntax'],
    ],
    ['blanks.txt', () => `Title of blanks\n\n${' '.repeat(3_000_000)}x${'\n'.repeat(3_000_000)}y`, ['release']],
    ['header.warc', () => `WARC/1.0\r\n${'X: y\r\n'.repeat(500_000)}`, ['syntax']],
  ]
  it.each(cases)('%s', async (name, content, expected) => {
    expect(await outcomes(name, content())).toEqual(expected)
  })
})

describe('damaged fixtures', () => {
  const root = fileURLToPath(new URL('fixtures/', import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.includes('input') && statSync(join(root, name)).isFile() && statSync(join(root, name)).size > 0,
    )
    .sort()
  let state = 20_260_101
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  /** Cut off, bits flipped, a part doubled, or a part left out. */
  const damaged = (bytes: Buffer): Buffer => {
    const a = below(bytes.length)
    const b = below(bytes.length)
    const copy = Buffer.from(bytes)
    switch (below(4)) {
      case 0:
        return copy.subarray(0, a)
      case 1:
        for (const at of [a, b]) copy[at]! ^= 1 << below(8)
        return copy
      case 2:
        return Buffer.concat([copy.subarray(0, Math.max(a, b)), copy.subarray(Math.min(a, b))])
      default:
        return Buffer.concat([copy.subarray(0, Math.min(a, b)), copy.subarray(Math.max(a, b))])
    }
  }

  it('always end in at least one listed outcome', async () => {
    for (const name of files) {
      const bytes = readFileSync(join(root, name))
      for (let run = 0; run < 6; run++) {
        const cwd = mkdtempSync(join(folder, 'fuzz-'))
        writeFileSync(join(cwd, basename(name)), damaged(bytes))
        let outcome = 0
        for await (const _ of readReleases({
          include: ['*'],
          cwd,
          baseUrl: 'https://example.org/',
          facets: { topic: 'metadata.topic' },
        }))
          outcome++
        expect(outcome, name).toBeGreaterThan(0)
        rmSync(cwd, { recursive: true })
      }
    }
  })
})
