/** What happens when files are damaged, mixed up, missing, foreign or of another version? A typed error, or the same answer as before. */

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { crc32 } from '../../src/bytes/crc32.js'
import type { DatelinesError } from '../../src/errors.js'
import { openPack, PACK_KINDS, type PackKind, sealPack } from '../../src/format/pack.js'
import { openArchive } from '../../src/open-node.js'
import { MemorySource } from '../../src/source/memory-source.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { flipBit, mutations } from '../helpers/mutate.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'
import { type Collection, generateCollection } from '../oracle/generate.js'

type Files = Map<string, Uint8Array>

let collection: Collection
let large: Files
let small: Files
let other: Files
let largeAnswer: string
let smallAnswer: string

beforeAll(async () => {
  collection = generateCollection(5, 240)
  const releases = collection.releases.map(({ release }) => release)
  large = await archiveFiles(releases)
  small = await archiveFiles(releases.slice(0, 12))
  other = await archiveFiles(releases.slice(1))
  largeAnswer = await battery(large)
  smallAnswer = await battery(small)
  expect(small.size).toBe(2)
  expect(large.size).toBeGreaterThan(15)
})

/** Asks everything that reads one kind of file or another; the answers as text. */
async function battery(files: Files): Promise<string> {
  const archive = await openArchive(new MemorySource(files))
  const { words } = collection
  const answers: unknown[] = [archive.info]
  const queries = [
    words[0]!,
    `"${words[0]} ${words[1]}"`,
    `${words[40]!.slice(0, 2)}*`,
    `${words[3]}~1 OR ${words[90]}`,
    '2011',
    '',
  ]
  for (const query of queries) {
    const page = await archive.search(query, {
      where: { date: { from: '1998-01-02' } },
      facets: archive.info.facets,
      sort: 'oldest',
      limit: 4,
    })
    answers.push({ ...page, ms: 0 })
  }
  // A phrase of every twentieth word reads every pack of terms and of positions.
  const spread = words.filter((_, index) => index % 20 === 0)
  const everywhere = await archive.search(
    { or: spread.map((word) => ({ phrase: `${word} ${word}` })) },
    { snippet: false, fold: true },
  )
  answers.push({ ...everywhere, ms: 0 })
  for (const { release } of collection.releases.slice(0, 40)) answers.push((await archive.get(release.id)) ?? null)
  const ids: string[] = []
  for await (const hit of archive.all(words[2]!)) ids.push(hit.id)
  answers.push(ids)
  return JSON.stringify(answers)
}

/** Damage may go unnoticed only where nothing that was asked reads it, and then the answer is the same. */
async function checkDamaged(label: string, files: Files, answer: string): Promise<DatelinesError | null> {
  const result = await outcomeOf(label, () => battery(files))
  if ('error' in result) return result.error
  expect(result.value === answer, `${label}: another answer`).toBe(true)
  return null
}

const replaced = (files: Files, name: string, bytes: Uint8Array): Files => new Map(files).set(name, bytes)

const NOT_READ = /texts-/

describe('a damaged file', () => {
  it('cut at any byte: all of a small archive', async () => {
    for (const [name, bytes] of small) {
      const random = new Random(bytes.length)
      const lengths = new Set([
        ...Array.from({ length: 40 }, (_, i) => i),
        bytes.length - 1,
        bytes.length - 4,
        bytes.length - 5,
      ])
      while (lengths.size < 160) lengths.add(random.below(bytes.length))
      for (const length of lengths) {
        const error = await checkDamaged(
          `${name} cut to ${length}`,
          replaced(small, name, bytes.slice(0, length)),
          smallAnswer,
        )
        if (name === 'root.dl') expect(error?.code).toBe('E_CORRUPT')
      }
    }
  })

  it('cut: every file of a large archive', async () => {
    const random = new Random(2)
    for (const [name, bytes] of large) {
      for (const length of [0, 1, 12, random.below(bytes.length), bytes.length - 4, bytes.length - 1]) {
        const error = await checkDamaged(
          `${name} cut to ${length}`,
          replaced(large, name, bytes.slice(0, length)),
          largeAnswer,
        )
        if (error) expect(error.code).toBe('E_CORRUPT')
        // What a file holds at its end may not be wanted, but no file is left unread.
        else expect(length > 0 || NOT_READ.test(name), `${name} was not missed`).toBe(true)
      }
    }
  })

  it('with one bit flipped, anywhere', async () => {
    const random = new Random(3)
    const names = [...large.keys()]
    for (let i = 0; i < 160; i++) {
      const name = random.chance(0.15) ? 'root.dl' : random.pick(names)
      const bytes = large.get(name)!
      const offset = random.chance(0.2) ? random.below(16) : random.below(bytes.length)
      const bit = random.below(8)
      const damaged = replaced(large, name, flipBit(bytes, offset, bit))
      const error = await checkDamaged(`${name} bit ${bit} of ${offset}`, damaged, largeAnswer)
      if (name === 'root.dl') expect(error).not.toBeNull()
      if (error) expect(error.code).toBeOneOf(['E_CORRUPT', 'E_TOO_NEW', 'E_TOO_OLD'])
    }
  })

  it('with one bit flipped, in a small archive', async () => {
    const random = new Random(4)
    for (let i = 0; i < 250; i++) {
      const [name, bytes] = random.pick([...small])
      const offset = random.below(bytes.length)
      const label = `${name} bit of ${offset}`
      await checkDamaged(label, replaced(small, name, flipBit(bytes, offset, random.below(8))), smallAnswer)
    }
  })

  it('says which file, and where', async () => {
    const name = [...large.keys()].find((each) => each.includes('terms-0000'))!
    const result = await outcomeOf('', () => battery(replaced(large, name, flipBit(large.get(name)!, 500, 1))))
    const { error } = result as { error: DatelinesError }
    expect(error.where).toContain('terms-0000')
    expect(error.message).toContain(error.where)
    expect(error.offset).toBeTypeOf('number')
  })
})

describe('a damaged content behind a valid checksum', () => {
  /** Names, kinds and parts of the packs of a file, read from the envelopes alone. */
  function* packs(bytes: Uint8Array): Generator<{ start: number; end: number; name: Parameters<typeof sealPack>[0] }> {
    const kinds = Object.fromEntries(Object.entries(PACK_KINDS).map(([kind, number]) => [number, kind as PackKind]))
    for (let start = 0; start < bytes.length; ) {
      const head = new ByteReader(bytes, 'pack', start + 2)
      const kind = kinds[head.u8()]
      head.u8()
      if (bytes[start] !== 0xda || kind === undefined) return
      const name = { kind, segment: head.u32(), ordinal: head.varint() }
      // The end is where the checksum fits.
      let end = head.position
      let crc = crc32(bytes, start, end)
      for (; end + 4 <= bytes.length; end++) {
        if (crc === new DataView(bytes.buffer, bytes.byteOffset + end, 4).getUint32(0, true)) break
        crc = step(crc, bytes[end]!)
      }
      if (end + 4 > bytes.length) return
      yield { start, end: end + 4, name }
      start = end + 4
    }
  }

  /** CRC-32 of one byte more. */
  function step(crc: number, byte: number): number {
    let value = (~crc >>> 0) ^ byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return ~value >>> 0
  }

  it('gives an answer or a typed error, and ends', async () => {
    let tried = 0
    for (const [file, bytes] of large) {
      for (const { start, end, name } of packs(bytes)) {
        const { reader, inflatedLength } = openPack(bytes.subarray(start, end), name, file)
        const packed = reader.raw(reader.remaining)
        const isPlain = name.kind === 'terms' || name.kind === 'positions'
        const body = isPlain ? packed : inflateRawSync(packed)
        for (const { label, bytes: damaged } of mutations(body, start + 1, 10)) {
          const sealed = isPlain
            ? sealPack(name, damaged)
            : sealPack(
                name,
                deflateRawSync(damaged),
                name.kind === 'root' ? damaged.length : Math.max(inflatedLength, 1),
              )
          const whole = new Uint8Array(bytes.length - (end - start) + sealed.length)
          whole.set(bytes.subarray(0, start))
          whole.set(sealed, start)
          whole.set(bytes.subarray(end), start + sealed.length)
          tried++
          await outcomeOf(`${file}, ${name.kind} ${name.ordinal}: ${label}`, () =>
            battery(replaced(large, file, whole)),
          )
        }
      }
    }
    expect(tried).toBeGreaterThan(60)
  })
})

describe('files in the wrong place', () => {
  it('swapped within an archive', async () => {
    const names = [...large.keys()].filter((name) => name !== 'root.dl' && !NOT_READ.test(name))
    const random = new Random(8)
    for (let i = 0; i < 60; i++) {
      const [a, b] = random.sample(names, 2) as [string, string]
      const swapped = new Map(large).set(a, large.get(b)!).set(b, large.get(a)!)
      expect((await checkDamaged(`${a} and ${b}`, swapped, largeAnswer))?.code).toBe('E_CORRUPT')
    }
  })

  it('from another archive of nearly the same releases', async () => {
    const kindOf = (name: string): string => name.split('/').at(-1)!
    for (const name of large.keys()) {
      const twin = [...other].find(([each]) => kindOf(each) === kindOf(name))
      if (!twin || name === 'root.dl') continue
      const error = await checkDamaged(name, replaced(large, name, twin[1]), largeAnswer)
      expect(error?.code, name).toBe('E_CORRUPT')
    }
  })

  it('missing', async () => {
    for (const name of large.keys()) {
      const files = new Map(large)
      files.delete(name)
      const error = await checkDamaged(`${name} missing`, files, largeAnswer)
      if (error) expect(error.code).toBe(name === 'root.dl' ? 'E_NOT_FOUND' : 'E_STALE')
      else expect(name).toMatch(NOT_READ)
    }
  })

  it('foreign', async () => {
    const foreign = [
      new Uint8Array(0),
      new TextEncoder().encode('<!doctype html><title>Not found</title><p>There is nothing here.'),
      new TextEncoder().encode('{"version":1}'),
      new Uint8Array(100),
      deflateRawSync(new Uint8Array(1000)),
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) >> 3),
    ]
    for (const bytes of foreign) {
      await expect(openArchive(new MemorySource(new Map([['root.dl', bytes]])))).rejects.toMatchObject({
        code: 'E_CORRUPT',
        where: 'root.dl',
      })
    }
    await expect(openArchive(new MemorySource(new Map()))).rejects.toMatchObject({ code: 'E_NOT_FOUND' })
  })
})

describe('another version', () => {
  const withMajor = (bytes: Uint8Array, major: number): Uint8Array => {
    const changed = bytes.slice()
    changed[3] = major
    new DataView(changed.buffer).setUint32(changed.length - 4, crc32(changed, 0, changed.length - 4), true)
    return changed
  }

  it('newer or older is refused by name', async () => {
    const root = large.get('root.dl')!
    for (const [major, code] of [
      [2, 'E_TOO_NEW'],
      [255, 'E_TOO_NEW'],
      [0, 'E_TOO_OLD'],
    ] as const) {
      const source = new MemorySource(replaced(large, 'root.dl', withMajor(root, major)))
      await expect(openArchive(source)).rejects.toMatchObject({ code })
    }
  })

  it('of the analysis is refused', async () => {
    const name = { kind: 'root', segment: 0, ordinal: 0 } as const
    const { reader } = openPack(large.get('root.dl')!, name, 'root.dl')
    const body = inflateRawSync(reader.raw(reader.remaining)).toString('latin1')
    const changed = Buffer.from(body.replace('"version":1', '"version":9'), 'latin1')
    const root = sealPack(name, deflateRawSync(changed), changed.length)
    await expect(openArchive(new MemorySource(replaced(large, 'root.dl', root)))).rejects.toMatchObject({
      code: 'E_ANALYSIS',
    })
  })
})
