/** Does the root say of every segment what was written, and does an envelope let through only what it should? */

import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { ByteWriter } from '../../src/bytes/byte-writer.js'
import { crc32 } from '../../src/bytes/crc32.js'
import { inflateSync } from '../../src/bytes/inflate-node.js'
import { DatelinesError } from '../../src/errors.js'
import { openPack, PACK_KINDS, type PackKind, sealPack } from '../../src/format/pack.js'
import { CODE_CONTEXTS, SYMBOLS } from '../../src/format/postings.js'
import {
  decodeRoot,
  openRoot,
  PACK_ORDER,
  type Root,
  type SegmentRoot,
  segmentLayout,
  writeRoot,
} from '../../src/format/root.js'
import { checkVersion, FORMAT_MAJOR, MAX_PACK_BYTES } from '../../src/format/version.js'
import { flipBit, mutations } from '../helpers/mutate.js'
import { outcome } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'

function randomSegment(random: Random, scale: number): SegmentRoot {
  const size = (): number => random.below(scale)
  const text = (): string => `${random.pick(['a', 'mig', 'é', '移', '__proto__'])}${size()}`
  const statistics = (): SegmentRoot['statistics'] => ({
    releases: 10_000,
    undated: size(),
    bodyLength: size() * 2 ** 30,
    titleLength: size(),
  })
  const table = (): SegmentRoot['packs']['terms'] =>
    Array.from({ length: random.below(scale) }, (_, index) => ({
      byteLength: random.between(14, 70_000),
      opensFile: index === 0 || random.chance(0.5),
    }))
  const packs = Object.fromEntries(PACK_ORDER.map((kind) => [kind, table()])) as SegmentRoot['packs']
  const separators = (kind: 'terms' | 'words' | 'ids'): string[] => packs[kind].slice(1).map(text)
  const counts = (): Map<string, number> => new Map(['en', '', 'fr', 'constructor'].map((tag) => [tag, size()]))
  const codes = (): Uint8Array[] =>
    Array.from({ length: CODE_CONTEXTS }, () => new Uint8Array(SYMBOLS).fill(random.below(12)))
  let start = 0
  return {
    name: Array.from({ length: 16 }, () => random.below(16).toString(16)).join(''),
    id: random.below(2 ** 32),
    single: random.chance(0.3),
    statistics: statistics(),
    removed: statistics(),
    months: Array.from({ length: Math.min(12, scale) }, (_, month) => {
      const run = {
        year: 2001,
        month: month + 1,
        day: 1,
        start,
        end: start + random.between(1, 60),
      }
      start = run.end
      return run
    }),
    codes: { title: codes(), body: codes() },
    packs,
    separators: {
      terms: separators('terms'),
      words: separators('words'),
      ids: separators('ids'),
    },
    leaves: [0, 5, 900].slice(0, random.below(4)),
    facets: ['country', 'mention', text()],
    languages: counts(),
    removedLanguages: counts(),
    lostFacets: random.chance(0.5) ? [] : ['topic', text()],
    removedMonths: random.chance(0.5) ? [] : [{ year: 1999, month: 0, day: 0, start: 0, end: 1 }],
  }
}

function randomRoot(seed: number, segments: number, scale: number): Root<unknown> {
  const random = new Random(seed)
  return {
    description: { analysis: { version: 1, words: ['constructor', '移'] } },
    segments: Array.from({ length: segments }, () => randomSegment(random, scale)),
  }
}

const seal = (body: Uint8Array): Uint8Array =>
  sealPack({ kind: 'root', segment: 0, ordinal: 0 }, deflateRawSync(body), body.length)

describe('root', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1, 2],
    [2, 30],
    [5, 300],
  ])('of %d segments with tables of up to %d', async (segments, scale) => {
    const root = randomRoot(segments * 100 + scale, segments, scale)
    expect(openRoot(new ByteReader(writeRoot(root), 'root'))).toEqual(root)
    expect(await decodeRoot(seal(writeRoot(root)), 'root', inflateSync)).toEqual(root)
  })

  it('passes over sections it does not know, of the archive and of a segment', () => {
    const root = randomRoot(1, 1, 5)
    const body = writeRoot(root)
    const out = new ByteWriter()
    const reader = new ByteReader(body, 'root')
    out.u8(reader.u8() + 1)
    while (reader.remaining > 0) {
      const tag = reader.u8()
      const block = reader.block()
      out.u8(99)
      out.string('what a later version adds')
      out.u8(tag)
      if (tag !== 2) out.block(block)
      else {
        const longer = new ByteWriter()
        longer.raw(block)
        longer.u8(77)
        longer.string('more')
        out.block(longer.view())
      }
    }
    expect(openRoot(new ByteReader(out.finish(), 'root'))).toEqual(root)
  })

  it('is refused without a description, or with one that names no analyser', async () => {
    expect(() => openRoot(new ByteReader(Uint8Array.of(0), 'root'))).toThrow(DatelinesError)
    for (const description of [null, 5, 'text', [], {}]) {
      const bytes = seal(writeRoot({ description, segments: [] }))
      await expect(decodeRoot(bytes, 'root', inflateSync)).rejects.toThrow(DatelinesError)
    }
  })

  it('is refused when a segment is named like a path', () => {
    const root = randomRoot(1, 1, 2)
    root.segments[0]!.name = '../../etc/passwd'
    expect(() => openRoot(new ByteReader(writeRoot(root), 'root'))).toThrow(DatelinesError)
  })

  it('damaged behind a valid checksum: a value or a typed error', () => {
    const body = writeRoot(randomRoot(8, 2, 20))
    for (const { label, bytes } of mutations(body, 61, 1500)) {
      outcome(label, () => {
        for (const segment of openRoot(new ByteReader(bytes, 'root')).segments) segmentLayout(segment)
      })
    }
  })

  it('damaged: always a typed error', async () => {
    const bytes = seal(writeRoot(randomRoot(8, 1, 20)))
    for (const { label, bytes: damaged } of mutations(bytes, 67, 300)) {
      await expect(decodeRoot(damaged, 'root', inflateSync), label).rejects.toThrow(DatelinesError)
    }
  })
})

describe('layout', () => {
  it('puts packs one after the other in the files that they open', () => {
    const root = randomRoot(3, 1, 40).segments[0]!
    root.single = false
    const { packs, textOffset } = segmentLayout(root)
    expect(textOffset).toBe(0)
    for (const kind of PACK_ORDER) {
      const ends = new Map<string, number>()
      packs[kind].forEach(({ file, offset, byteLength, whole }, index) => {
        expect(file).toMatch(new RegExp(`^${kind}-\\d{4,}\\.dl$`))
        expect(offset).toBe(ends.get(file) ?? 0)
        expect(offset === 0).toBe(root.packs[kind][index]!.opensFile)
        expect(byteLength).toBe(root.packs[kind][index]!.byteLength)
        expect(whole).toBe(packs[kind].filter((other) => other.file === file).length === 1)
        ends.set(file, offset + byteLength)
      })
    }
  })

  it('puts everything of a small segment into one file', () => {
    const root = randomRoot(3, 1, 10).segments[0]!
    root.single = true
    const { packs, textOffset } = segmentLayout(root)
    let end = 0
    for (const location of PACK_ORDER.flatMap((kind) => packs[kind])) {
      expect(location).toMatchObject({
        file: 'segment-0000.dl',
        offset: end,
        whole: false,
      })
      end += location.byteLength
    }
    expect(textOffset).toBe(end)
  })
})

describe('envelopes', () => {
  const kinds = Object.keys(PACK_KINDS) as PackKind[]
  const isPlain = (kind: PackKind): boolean => kind === 'terms' || kind === 'positions'

  it('of every kind, number and segment', () => {
    const name = fc.record({
      kind: fc.constantFrom(...kinds),
      segment: fc.nat(0xffffffff),
      ordinal: fc.nat(2 ** 40),
    })
    fc.assert(
      fc.property(name, fc.uint8Array(), fc.nat(MAX_PACK_BYTES), (each, body, inflatedLength) => {
        const bytes = isPlain(each.kind) ? sealPack(each, body) : sealPack(each, body, inflatedLength)
        const opened = openPack(bytes, each, 'here')
        expect(opened.inflatedLength).toBe(isPlain(each.kind) ? 0 : inflatedLength)
        expect(opened.reader.raw(opened.reader.remaining)).toEqual(body)
      }),
    )
  })

  it('are refused in the place of another', () => {
    const bytes = sealPack({ kind: 'terms', segment: 9, ordinal: 3 }, Uint8Array.of(1, 2, 3))
    for (const other of [
      { kind: 'positions', segment: 9, ordinal: 3 },
      { kind: 'terms', segment: 8, ordinal: 3 },
      { kind: 'terms', segment: 9, ordinal: 4 },
      { kind: 'facet', segment: 9, ordinal: 3 },
    ] as const) {
      expect(() => openPack(bytes, other, 'here')).toThrow(expect.objectContaining({ code: 'E_CORRUPT' }))
    }
  })

  it('are refused with any bit flipped, and cut at any byte', () => {
    const name = { kind: 'words', segment: 70_000, ordinal: 300 } as const
    const bytes = sealPack(name, new Uint8Array(40).fill(7), 1000)
    for (let offset = 0; offset < bytes.length; offset++) {
      for (let bit = 0; bit < 8; bit++) {
        expect(() => openPack(flipBit(bytes, offset, bit), name, 'here')).toThrow(DatelinesError)
      }
      expect(() => openPack(bytes.slice(0, offset), name, 'here')).toThrow(DatelinesError)
    }
  })

  it('are refused when they promise to inflate to more than there may be', () => {
    const name = { kind: 'ids', segment: 1, ordinal: 0 } as const
    const bytes = sealPack(name, new Uint8Array(4), MAX_PACK_BYTES + 1)
    expect(() => openPack(bytes, name, 'here')).toThrow(expect.objectContaining({ code: 'E_CORRUPT' }))
  })

  it('of another major version say so', () => {
    const name = { kind: 'terms', segment: 1, ordinal: 0 } as const
    const bytes = sealPack(name, new Uint8Array(20))
    bytes[3] = FORMAT_MAJOR + 1
    new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes, 0, bytes.length - 4), true)
    expect(() => openPack(bytes, name, 'here')).toThrow(expect.objectContaining({ code: 'E_TOO_NEW', where: 'here' }))
    expect(() => checkVersion(0, 'here')).toThrow(expect.objectContaining({ code: 'E_TOO_OLD' }))
    expect(checkVersion(FORMAT_MAJOR, 'here')).toBeUndefined()
  })
})
