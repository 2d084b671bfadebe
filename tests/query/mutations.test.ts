/**
 * What do random changes of any file of an archive do? A typed error or an unchanged answer; behind a checksum that was made to fit, a
 * typed error or some answer. Nothing hangs, and nothing takes much memory.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { ByteWriter } from '../../src/bytes/byte-writer.js'
import { LEXICON_FILE, LEXICON_PARTS } from '../../src/format/lexicon.js'
import { isPlain, openPack, type PackName, sealPack } from '../../src/format/pack.js'
import { decodeRoot, fileName, PACK_ORDER, segmentLayout } from '../../src/format/root.js'
import { openTextDirectory, sealTextBlock } from '../../src/format/texts.js'
import { openArchive } from '../../src/open-node.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'
import { add, build } from '../growth/changes-by-hand.js'
import { temporaryFolders } from '../growth/folders.js'
import { makeRelease } from '../growth/releases.js'
import { countAllocations, takeAllocated } from '../helpers/allocations.js'
import { equalBytes, mutations } from '../helpers/mutate.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'

/** Mutations in all; more by the environment: `MUTATIONS=20000`. Half of them leave the checksum as it was. */
const COUNT = Number(process.env.MUTATIONS ?? 300)

/** CPU time after which a set of questions hangs; it takes some hundredths. */
const MAX_MS = 1000
const MAX_BYTES = 64 * 2 ** 20

type Files = Map<string, Uint8Array>

/** A part of a file with a checksum of its own. */
interface Part {
  file: string
  start: number
  end: number
  what: string
  /** What the checksum covers, inflated. */
  body: Uint8Array
  /** The part with another body and a checksum that fits. */
  seal: (body: Uint8Array) => Uint8Array
}

const newFolder = temporaryFolders()
let files: Files
let parts: Part[]
let answer: string
let words: string[]

function filesOf(directory: string): Files {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  const isFile = (name: string): boolean => statSync(join(directory, name)).isFile() && name.endsWith('.dl')
  return new Map(names.filter(isFile).map((name) => [name, new Uint8Array(readFileSync(join(directory, name)))]))
}

const inflate = (bytes: Uint8Array, _limit: number, dictionary?: Uint8Array): Uint8Array =>
  new Uint8Array(inflateRawSync(bytes, dictionary?.length ? { dictionary } : {}))

/** Every pack and every text block of an archive. */
async function partsOf(all: Files): Promise<Part[]> {
  const found: Part[] = []
  const pack = (file: string, start: number, byteLength: number, name: PackName): Uint8Array => {
    const bytes = all.get(file)!.subarray(start, start + byteLength)
    const { reader } = openPack(bytes, name, file)
    const raw = reader.raw(reader.remaining)
    const plain = isPlain(name.kind)
    const body = plain ? raw.slice() : inflate(raw, 0)
    const seal = (changed: Uint8Array): Uint8Array =>
      plain ? sealPack(name, changed) : sealPack(name, deflateRawSync(changed), changed.length)
    found.push({ file, start, end: start + byteLength, what: `${name.kind} ${name.ordinal}`, body, seal })
    return body
  }
  const root = all.get('root.dl')!
  const rootName = { kind: 'root', segment: 0, ordinal: 0 } as const
  pack('root.dl', 0, root.length, rootName)
  const { segments, lexicon } = await decodeRoot(root, 'root.dl', inflate)
  for (const segment of segments) {
    const { id, name, single, leaves } = segment
    const layout = segmentLayout(segment)
    const bodies = new Map<string, Uint8Array>()
    for (const kind of PACK_ORDER) {
      layout.packs[kind].forEach(({ file, offset, byteLength }, ordinal) => {
        bodies.set(`${kind} ${ordinal}`, pack(`${name}/${file}`, offset, byteLength, { kind, segment: id, ordinal }))
      })
    }
    const dictionary = bodies.get('text-dictionary 0') ?? new Uint8Array(0)
    for (const [leaf, first] of leaves.entries()) {
      const directory = openTextDirectory(new ByteReader(bodies.get(`text-directory ${leaf}`)!, name), first)
      directory.blocks.forEach((block, index) => {
        const file = `${name}/${fileName(single ? 'segment' : 'texts', block.file)}`
        const start = block.offset + layout.textOffset
        const number = directory.firstBlock + index
        const preset = dictionary.length > 0 ? { dictionary } : {}
        found.push({
          file,
          start,
          end: start + block.byteLength,
          what: `text block ${number}`,
          body: inflate(all.get(file)!.subarray(start + 4, start + block.byteLength), 0, dictionary),
          seal: (changed) => sealTextBlock(id, number, deflateRawSync(changed, preset)),
        })
      })
    }
  }
  let offset = 0
  for (const [ordinal] of LEXICON_PARTS.entries()) {
    const byteLength = lexicon!.byteLengths[ordinal]!
    if (byteLength > 0) {
      pack(`${lexicon!.name}/${LEXICON_FILE}`, offset, byteLength, { kind: 'lexicon', segment: lexicon!.id, ordinal })
    }
    offset += byteLength
  }
  return found
}

beforeAll(async () => {
  const directory = newFolder()
  const collection = generateCollection(5, 150)
  words = collection.words
  const random = new Random(9)
  const real = (count: number, prefix: string): Release[] =>
    Array.from({ length: count }, (_, index) => makeRelease(random, `${prefix}${index}`))
  const large = [...collection.releases.map(({ release }) => release), ...real(40, 'r')]
  await build(directory, large, { synonyms: [['gizmo', 'widget']] })
  await add(
    directory,
    real(20, 'r').map((release, index) => ({ ...release, id: `r${index * 4}` })),
  )
  await removeFromArchive(directory, ['r1', 'r2', large[3]!.id])
  files = filesOf(directory)
  parts = await partsOf(files)
  answer = await battery(files)
  const kinds = new Set(parts.map(({ what }) => what.replace(/ \d+$/, '')))
  expect([...kinds].sort()).toEqual(['root', ...PACK_ORDER, 'lexicon', 'text block'].sort())
  countAllocations()
})

/** Asks everything that reads one kind of file or another; the answers as text. */
async function battery(all: Files): Promise<string> {
  const archive = await openArchive(new MemorySource(all))
  const answers: unknown[] = [archive.info]
  const queries = [
    'human trafficking',
    `"${words[0]} ${words[1]}" OR "organisation assisted" OR burma`,
    `mi* OR ${words[3]}~1`,
    '',
  ]
  for (const query of queries) {
    const options = { facets: archive.info.facets, limit: 5, fold: true, where: { date: { from: '1998-01-02' } } }
    answers.push({ ...(await archive.search(query, options)), ms: 0 })
  }
  answers.push({
    ...(await archive.search('', { sort: 'oldest', limit: 500, where: { country: ['MO', null] } })),
    ms: 0,
  })
  const spread = words.filter((_, index) => index % 15 === 0)
  const everywhere = await archive.search(
    { or: spread.map((word) => ({ phrase: `${word} ${word}` })) },
    { snippet: false },
  )
  answers.push({ ...everywhere, ms: 0 }, await archive.suggest('sh'), await archive.analyse('IDPs in Burma, gizmo'))
  for (const id of ['r0', 'r1', 'r5', 'r9', 'unknown']) answers.push((await archive.get(id)) ?? null)
  answers.push((await archive.getByUrl('https://example.org/r3')) ?? null)
  await archive.close()
  return JSON.stringify(answers)
}

/** A varint of 53 bits, and smaller ones: lengths and counts that nothing has. */
function hugeNumber(random: Random): Uint8Array {
  const out = new ByteWriter()
  out.varint(random.pick([Number.MAX_SAFE_INTEGER, 2 ** 32 - 1, 2 ** 31, 2 ** 28, 2 ** 24, 2 ** 20]))
  return out.finish()
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

/** Changes of a kind that damage in transport is not: sections swapped, doubled and left out, huge lengths. */
function rearranged(bytes: Uint8Array, random: Random): { label: string; bytes: Uint8Array } {
  const [a, b, c, d] = Array.from({ length: 4 }, () => random.below(bytes.length + 1)).sort((x, y) => x - y) as [
    number,
    number,
    number,
    number,
  ]
  const [first, second] = [bytes.subarray(a, b), bytes.subarray(c, d)]
  return random.choose([
    [
      1,
      () => ({
        label: `${a}-${b} and ${c}-${d} swapped`,
        bytes: joined(bytes.subarray(0, a), second, bytes.subarray(b, c), first, bytes.subarray(d)),
      }),
    ],
    [1, () => ({ label: `${a}-${b} doubled`, bytes: joined(bytes.subarray(0, b), first, bytes.subarray(b)) })],
    [1, () => ({ label: `${a}-${b} left out`, bytes: joined(bytes.subarray(0, a), bytes.subarray(b)) })],
    [
      2,
      () => {
        const number = hugeNumber(random)
        const end = Math.min(bytes.length, a + (random.chance(0.5) ? 1 : 0))
        return {
          label: `${number.length} bytes of a huge length at ${a}`,
          bytes: joined(bytes.subarray(0, a), number, bytes.subarray(end)),
        }
      },
    ],
  ])
}

/** The sections of the root, at its first or second level, in another order, twice, or with a huge length. */
function rearrangedSections(body: Uint8Array, random: Random): { label: string; bytes: Uint8Array } {
  const split = (bytes: Uint8Array, start: number): Uint8Array[] => {
    const sections: Uint8Array[] = []
    const reader = new ByteReader(bytes, 'root', start)
    while (reader.remaining > 0) {
      const from = reader.position
      reader.u8()
      reader.block()
      sections.push(bytes.subarray(from, reader.position))
    }
    return sections
  }
  const mixed = (sections: Uint8Array[]): Uint8Array[] => {
    const at = random.below(sections.length)
    const section = sections[at]!
    const head = new ByteReader(section, 'section', 1)
    const content = head.block()
    const others = sections.filter((_, index) => index !== at)
    return random.choose<Uint8Array[]>([
      [1, () => others],
      [1, () => [...sections, section]],
      [1, () => random.shuffle(sections)],
      [
        1,
        () =>
          sections.map((each, index) =>
            index === at ? joined(section.subarray(0, 1), hugeNumber(random), content) : each,
          ),
      ],
      [
        1,
        () =>
          sections.map((each, index) =>
            index === at ? joined(Uint8Array.of(random.below(12)), section.subarray(1)) : each,
          ),
      ],
      [
        2,
        () =>
          sections.map((each, index) =>
            index === at ? sectionOf(section[0]!, rearranged(content, random).bytes) : each,
          ),
      ],
    ])
  }
  const sections = split(body, 1)
  if (random.chance(0.3))
    return { label: 'sections of the root rearranged', bytes: joined(body.subarray(0, 1), ...mixed(sections)) }
  const segment = sections.findIndex((section) => section[0] === 2)
  const content = new ByteReader(sections[segment]!, 'segment', 1).block()
  sections[segment] = sectionOf(2, joined(...mixed(split(content, 0))))
  return { label: 'sections of a segment rearranged', bytes: joined(body.subarray(0, 1), ...sections) }
}

function sectionOf(tag: number, content: Uint8Array): Uint8Array {
  const out = new ByteWriter()
  out.u8(tag)
  out.block(content)
  return out.finish()
}

let slowest = { ms: 0, label: '' }
let largest = { bytes: 0, label: '' }

/** Asks an archive with one file changed. */
async function ask(label: string, file: string, bytes: Uint8Array): Promise<'same' | 'other' | 'error'> {
  takeAllocated()
  const started = process.cpuUsage()
  const before = process.memoryUsage()
  const result = await outcomeOf(label, () => battery(new Map(files).set(file, bytes)))
  const after = process.memoryUsage()
  const { user, system } = process.cpuUsage(started)
  const ms = (user + system) / 1000
  // What was asked for by length, and what grew beside it: text and objects.
  const asked = Math.max(takeAllocated(), after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers)
  if (ms > slowest.ms) slowest = { ms, label }
  if (asked > largest.bytes) largest = { bytes: asked, label }
  expect(ms, `${label}: CPU time`).toBeLessThan(MAX_MS)
  expect(asked, `${label}: memory`).toBeLessThan(MAX_BYTES)
  if ('error' in result) return 'error'
  return result.value === answer ? 'same' : 'other'
}

const counts = new Map<string, number>()
const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

describe('random changes', { timeout: 7_200_000 }, () => {
  it('of any file give a typed error or the same answer', async () => {
    const names = [...files.keys()]
    for (let done = 0; done < COUNT / 2; done++) {
      const random = new Random(100_000 + done)
      // Each kind of file as often as any other.
      const kinds = [...new Set(names.map((name) => name.replace(/^.*\//, '')))]
      const kind = random.pick(kinds)
      const file = random.pick(names.filter((name) => name.endsWith(kind)))
      const bytes = files.get(file)!
      const changed = random.choose([
        [3, () => [...mutations(bytes, random.below(2 ** 31), 1)][0]],
        [1, () => rearranged(bytes, random)],
        [0.3, () => ({ label: 'another file', bytes: files.get(random.pick(names))! })],
      ])
      if (changed === undefined || equalBytes(changed.bytes, bytes)) continue
      const label = `${done}: ${file}, ${changed.label}`
      const outcome = await ask(label, file, changed.bytes)
      expect(outcome, label).not.toBe('other')
      count(`${kind.replace(/-\d+/, '')}: ${outcome}`)
    }
  })

  it('behind a checksum that fits give a typed error or an answer', async () => {
    for (let done = 0; done < COUNT / 2; done++) {
      const random = new Random(500_000 + done)
      const kinds = [...new Set(parts.map(({ what }) => what.replace(/ \d+$/, '')))]
      const kind = random.pick(kinds)
      const part = random.pick(parts.filter(({ what }) => what.startsWith(kind)))
      const changed = random.choose([
        [2, () => [...mutations(part.body, random.below(2 ** 31), 1)][0]],
        [kind === 'root' ? 4 : 0, () => rearrangedSections(part.body, random)],
        [2, () => rearranged(part.body, random)],
        [
          0.3,
          () => ({
            label: 'another body of its kind',
            bytes: random.pick(parts.filter(({ what }) => what.startsWith(kind))).body,
          }),
        ],
        [0.02, () => ({ label: '31 MiB of zeros', bytes: new Uint8Array(31 * 2 ** 20) })],
      ])
      if (changed === undefined) continue
      const bytes = files.get(part.file)!
      const whole = joined(bytes.subarray(0, part.start), part.seal(changed.bytes), bytes.subarray(part.end))
      const label = `${done}: ${part.file}, ${part.what}, ${changed.label}`
      count(`${kind} sealed: ${await ask(label, part.file, whole)}`)
    }
  })

  it('are told of', () => {
    console.log(
      [...counts]
        .sort()
        .map(([key, times]) => `${key} ${times}`)
        .join('; '),
    )
    console.log(`most CPU time ${slowest.ms.toFixed(0)} ms (${slowest.label})`)
    console.log(`most memory ${(largest.bytes / 2 ** 20).toFixed(1)} MiB (${largest.label})`)
    expect([...counts.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(COUNT * 0.9)
    // A test that notices nothing proves nothing.
    for (const kind of ['root.dl', 'terms.dl', 'positions.dl', 'lexicon.dl', 'segment.dl']) {
      expect(counts.get(`${kind}: error`), kind).toBeGreaterThan(0)
    }
  })
})

// A part that is put together in another way changes nothing if the checksum that was made for it is right.
it('a part with a checksum of its own making is read', async () => {
  for (const { file, start, end, body, seal } of parts.filter(({ what }) => /^(text block|terms)/.test(what))) {
    const bytes = files.get(file)!
    const sealed = seal(body)
    const whole = joined(bytes.subarray(0, start), sealed, bytes.subarray(end))
    if (sealed.length === end - start) expect(await battery(new Map(files).set(file, whole))).toBe(answer)
  }
})
