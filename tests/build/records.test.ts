/** Are records of several sources merged by key and tag, whatever the keys, in memory and from files? Against sorting all of them. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeRecords, type RecordSource, RecordWriter, writeRecords } from '../../src/build/records.js'
import { ByteWriter } from '../../src/bytes/byte-writer.js'
import { Random } from '../helpers/random.js'

interface Entry {
  key: string
  tag: number
  rest: string
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-records-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Byte order of UTF-8, then tags. */
function byKey(a: Entry, b: Entry): number {
  return Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || a.tag - b.tag
}

function recordsOf(entries: readonly Entry[]): Uint8Array {
  const records = new RecordWriter()
  for (const { key, tag, rest } of entries) {
    const record = new ByteWriter()
    record.string(key)
    record.u8(tag)
    record.string(rest)
    records.add(record.view())
  }
  return records.take()
}

/** What a merge gives, a line a record. */
function merged(sources: readonly RecordSource[]): string[] {
  const lines: string[] = []
  for (const { key, tag, parts } of mergeRecords(sources)) {
    lines.push(JSON.stringify([key, tag, parts.map(({ source, reader }) => [source, reader.string()])]))
  }
  return lines
}

function expectedOf(sources: readonly (readonly Entry[])[]): string[] {
  const all = sources.flatMap((entries, source) => entries.map((entry) => ({ ...entry, source })))
  all.sort((a, b) => byKey(a, b) || a.source - b.source)
  const groups: (typeof all)[] = []
  for (const entry of all) {
    const last = groups.at(-1)
    if (last !== undefined && byKey(last[0]!, entry) === 0) last.push(entry)
    else groups.push([entry])
  }
  return groups.map((group) =>
    JSON.stringify([group[0]!.key, group[0]!.tag, group.map(({ source, rest }) => [source, rest])]),
  )
}

const random = new Random(11)
const LETTERS = ['a', 'b', '\0', '\ufeff', 'é', 'ж', '\uffee', '\u{1f310}', '中']

/** Few letters and short keys, so that sources share keys and keys begin each other. */
function generate(count: number, restLength: number): Entry[] {
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    const key = Array.from({ length: random.below(5) }, () => random.pick(LETTERS)).join('')
    const tag = random.pick([0, 1, 31])
    entries.set(`${key} ${tag}`, { key, tag, rest: 'x'.repeat(random.below(restLength)) })
  }
  return [...entries.values()].sort(byKey)
}

describe('records merged', () => {
  it.each([
    [1, 40, 5],
    [2, 300, 5],
    [9, 300, 40],
    // Records longer than what is read at once, and many to one read.
    [4, 12, 200_000],
  ])('of %d sources with up to %d records of up to %d bytes', (count, most, restLength) => {
    const sources = Array.from({ length: count }, () => generate(most, restLength))
    sources.push([])
    const expected = expectedOf(sources)
    const held = sources.map(recordsOf)
    const files = held.map((records, index) => {
      const path = join(folder, `${count}-${index}`)
      writeRecords(path, records)
      return path
    })
    expect(merged(held)).toEqual(expected)
    expect(merged(files)).toEqual(expected)
    expect(merged(held.map((records, index) => (index % 2 === 0 ? records : files[index]!)))).toEqual(expected)
  })

  it('of a file that is cut off are refused', () => {
    const path = join(folder, 'cut')
    const records = recordsOf([{ key: 'one', tag: 1, rest: 'is whole' }])
    writeRecords(path, records.subarray(0, records.length - 1))
    expect(() => merged([path])).toThrow('cut off')
  })
})
