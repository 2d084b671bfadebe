/** Is every stem found with all its entries, and no other? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { openPack, sealPack } from '../../src/format/pack.js'
import {
  lookupStem,
  openTerms,
  readEntries,
  type TermEntry,
  type TermsPack,
  TermsPackWriter,
} from '../../src/format/terms.js'
import { mutations } from '../helpers/mutate.js'
import { outcome } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'

const NAME = { kind: 'terms', segment: 5, ordinal: 0 } as const
const byBytes = (a: TermEntry, b: TermEntry): number =>
  Buffer.compare(Buffer.from(a.stem), Buffer.from(b.stem)) || a.tag - b.tag

/** Gives entries lists of random length and writes them; what comes back are the entries as a reader should see them. */
function write(
  keys: readonly { stem: string; tag: number }[],
  random: Random,
): { body: Uint8Array; entries: TermEntry[] } {
  const writer = new TermsPackWriter()
  const field = (): NonNullable<TermEntry['body']> => {
    const postingsOffset = writer.postings.length
    const positionsOffset = writer.positions.length
    const postingsLength = random.between(1, random.pick([3, 200]))
    const positionsLength = random.between(1, random.pick([3, 300]))
    writer.postings.raw(new Uint8Array(postingsLength).fill(postingsOffset))
    writer.positions.raw(new Uint8Array(positionsLength))
    return {
      docFreq: random.between(1, random.pick([2, 5000])),
      postingsOffset,
      postingsLength,
      positionsOffset,
      positionsLength,
    }
  }
  const entries = keys
    .map(({ stem, tag }): TermEntry => ({ stem, tag, docFreq: 0 }))
    .sort(byBytes)
    .map((entry) => {
      const start = [writer.postings.length, writer.positions.length] as const
      const shape = random.below(10)
      if (shape !== 0) entry.body = field()
      if (shape < 4 && shape > 0) entry.title = field()
      entry.docFreq = Math.max(entry.body?.docFreq ?? 0, entry.title?.docFreq ?? 0)
      if (entry.body && entry.title)
        entry.docFreq += random.below(Math.min(entry.body.docFreq, entry.title.docFreq) + 1)
      if (shape === 0 || random.chance(0.1)) {
        entry.removed = {
          body: random.below(9),
          title: random.below(300),
          docFreq: random.below(70_000),
        }
      }
      writer.add(entry, ...start)
      return entry
    })
  expect(writer.count).toBe(entries.length)
  const body = writer.finish()
  expect(Math.abs(body.length - writer.size)).toBeLessThan(16)
  return { body, entries }
}

function open(body: Uint8Array): TermsPack {
  return openTerms(openPack(sealPack(NAME, body), NAME, 'terms').reader)
}

function check(keys: readonly { stem: string; tag: number }[], seed: number): void {
  const { body, entries } = write(keys, new Random(seed))
  const pack = open(body)
  expect([...readEntries(pack)]).toEqual(entries)
  const byStem = new Map<string, TermEntry[]>()
  for (const entry of entries) byStem.set(entry.stem, [...(byStem.get(entry.stem) ?? []), entry])
  for (const [stem, expected] of byStem) {
    expect(lookupStem(pack, stem)).toEqual(expected)
    for (const absent of [`${stem}a`, `${stem}\u{10ffff}`, stem.slice(0, -1), `\u0000${stem}`, `${stem}\u0000`]) {
      if (!byStem.has(absent)) expect(lookupStem(pack, absent)).toEqual([])
    }
  }
  expect(lookupStem(pack, '')).toEqual(byStem.get('') ?? [])
  expect(lookupStem(pack, '\u{10ffff}'.repeat(3))).toEqual([])
}

/** `count` stems that share beginnings, in the manner of a dictionary. */
function stems(count: number): string[] {
  const parts = ['ka', 'ro', 'mi', 'te', 'la', 'né', '移', 'и']
  return Array.from({ length: count }, (_, index) => {
    let stem = ''
    for (let rest = index + 1; rest > 0; rest = Math.floor(rest / parts.length)) stem += parts[rest % parts.length]
    return stem
  })
}

describe('terms packs', () => {
  // Groups hold 16 entries.
  it.each([0, 1, 15, 16, 17, 31, 32, 33, 127, 128, 129, 255, 256, 257, 2000])('of %d stems', (count) => {
    check(
      stems(count).map((stem) => ({ stem, tag: 1 })),
      count,
    )
  })

  it.each([2, 3, 15, 16, 17, 31])('with %d entries of each stem, across groups', (tags) => {
    check(
      stems(40).flatMap((stem) => Array.from({ length: tags }, (_, tag) => ({ stem, tag }))),
      tags,
    )
  })

  it('with words that objects have as well', () => {
    check(
      ['__proto__', 'constructor', 'hasownproperty', 'prototype', 'tostring', 'valueof'].map((stem) => ({
        stem,
        tag: 0,
      })),
      1,
    )
  })

  it('with stems that need the long form of lengths', () => {
    const long = 'né'.repeat(90)
    const keys = [1, 7, 8, 14, 15, 16, 17, 30, 90, 180].flatMap((units) => [
      long.slice(0, units),
      `${long.slice(0, units)}zz`,
    ])
    check(
      [...new Set(keys)].map((stem) => ({ stem, tag: 31 })),
      2,
    )
  })

  it('of any stems', () => {
    const stem = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', 'b', 'é', '\uffff', '\u{10000}'),
        maxLength: 6,
      }),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    const key = fc.record({ stem, tag: fc.nat(31) })
    fc.assert(
      fc.property(
        fc.uniqueArray(key, {
          maxLength: 120,
          selector: (each) => `${each.tag} ${each.stem}`,
        }),
        fc.nat(),
        check,
      ),
      { numRuns: 60 },
    )
  })

  it('start again after clear', () => {
    const writer = new TermsPackWriter()
    const empty = writer.finish()
    writer.postings.u8(1)
    writer.positions.u8(1)
    const field = {
      docFreq: 1,
      postingsOffset: 0,
      postingsLength: 1,
      positionsOffset: 0,
      positionsLength: 1,
    }
    writer.add({ stem: 'boat', tag: 0, docFreq: 1, body: field }, 0, 0)
    const first = writer.finish()
    writer.clear()
    expect(writer.finish()).toEqual(empty)
    writer.postings.u8(1)
    writer.positions.u8(1)
    writer.add({ stem: 'boat', tag: 0, docFreq: 1, body: field }, 0, 0)
    expect(writer.finish()).toEqual(first)
  })

  it('damaged: a value or a typed error', () => {
    const { body } = write(
      stems(100).flatMap((stem) => [0, 3].map((tag) => ({ stem, tag }))),
      new Random(9),
    )
    for (const { label, bytes } of mutations(body, 23, 1000)) {
      outcome(label, () => {
        // As it stands behind a valid checksum: only the codec itself can refuse it.
        const pack = openTerms(new ByteReader(bytes, 'terms'))
        let read = 0
        for (const _entry of readEntries(pack)) if (read++ > bytes.length) throw new Error('more entries than bytes')
        for (const stem of stems(20)) lookupStem(pack, stem)
      })
    }
  })
})
