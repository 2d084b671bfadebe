/** Is it said truly what of a damaged file was read, and where the damage begins? */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readReleases } from '../../src/ingest/read-releases.js'

async function read(name: string, bytes: string | Uint8Array): Promise<{ releases: number; messages: string[] }> {
  const cwd = mkdtempSync(join(tmpdir(), 'damage-'))
  writeFileSync(join(cwd, name), bytes)
  const found = { releases: 0, messages: [] as string[] }
  for await (const item of readReleases({ include: ['*'], cwd })) {
    if (item.kind === 'release') found.releases++
    else if (item.kind === 'rejected') found.messages.push(item.rejection.message)
  }
  rmSync(cwd, { recursive: true })
  return found
}

it.each([
  ['\n', ''],
  ['\r\n', '\r\n'],
])('a quote that never closes is told with its line (%j)', async (end, last) => {
  const rows = Array.from({ length: 40 }, (_, i) => (i === 4 ? 'T5,"Body 5' : `T${i + 1},Body ${i + 1}`))
  rows[1] = `T2,"Two${end}lines"`
  const { releases, messages } = await read('a.csv', ['title,body', ...rows].join(end) + last)
  expect(releases).toBe(4)
  expect(messages).toEqual([expect.stringMatching(/begins on line 7 .* 3[67] lines, are not read/)])
})

// Digits that compress little: the decompressor gives what it has by blocks.
const noise = Array.from({ length: 3000 }, (_, i) => `${i} ${Math.sin(i)} ${Math.cos(i)}`)

it('records before the end of a gzip that is cut off are counted', async () => {
  const zipped = gzipSync(noise.map((body, i) => JSON.stringify({ title: `Release ${i}`, body })).join('\n'))
  const { releases, messages } = await read('a.jsonl.gz', zipped.subarray(0, zipped.length / 2))
  expect(releases).toBeGreaterThan(500)
  expect(messages.at(-1)).toMatch(new RegExp(`ends early; ${releases} records could be read`))
})

it('a text of which only a part is left is not read', async () => {
  const zipped = gzipSync(noise.join('\n'))
  const { releases, messages } = await read('a.txt.gz', zipped.subarray(0, zipped.length / 2))
  expect(releases).toBe(0)
  expect(messages).toEqual([expect.stringMatching(/ends early; nothing of it could be read/)])
})
