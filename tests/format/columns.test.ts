/** Do words, ids, facets, dates, removals and text directories come back from their bodies as they went in? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { compareCodePoints } from '../../src/bytes/utf8.js'
import { DatelinesError } from '../../src/errors.js'
import { dateRuns, monthRuns, openDates, writeDates } from '../../src/format/dates.js'
import { type FacetColumn, openFacet, writeFacet } from '../../src/format/facets.js'
import { type IdEntry, openIds, writeIds } from '../../src/format/ids.js'
import { openRemoved, writeRemoved } from '../../src/format/removed.js'
import {
  findTextBlock,
  openTextBlock,
  openTextDirectory,
  sealTextBlock,
  type TextBlock,
  writeTextDirectory,
} from '../../src/format/texts.js'
import { openWords, readWords, type WordEntry, writeWords } from '../../src/format/words.js'
import { flipBit, mutations } from '../helpers/mutate.js'
import { outcome } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'

const SIZES = [0, 1, 2, 127, 128, 129, 255, 256, 257, 4096]
const OBJECT_WORDS = ['__proto__', 'constructor', 'hasOwnProperty', 'prototype', 'toString', 'valueOf']

const over = (bytes: Uint8Array): ByteReader => new ByteReader(bytes, 'here')

/** Damaged bodies, as they would stand behind a valid checksum, give a value or a typed error. */
function checkDamage(body: Uint8Array, open: (reader: ByteReader) => unknown, seed: number): void {
  for (const { label, bytes } of mutations(body, seed, 800)) outcome(label, () => open(over(bytes)))
}

const anyText = fc.string({ unit: 'binary', maxLength: 20 })

describe('words', () => {
  const sorted = (entries: WordEntry[]): WordEntry[] =>
    entries.sort((a, b) => compareCodePoints(a.surface, b.surface) || a.tag - b.tag)
  const check = (entries: WordEntry[]): void => {
    const pack = openWords(over(writeWords(sorted(entries))))
    expect(pack.count).toBe(entries.length)
    expect([...readWords(pack)]).toEqual(entries)
  }

  const make = (count: number): WordEntry[] =>
    Array.from({ length: count }, (_, index) => {
      const surface = `${['migr', 'ré', '移'][index % 3]}${(index * 7919).toString(36)}`
      const entry: WordEntry = {
        surface,
        tag: index % 32,
        stem: index % 4 === 0 ? surface.slice(0, -1) : surface,
        docFreq: index,
      }
      if (index % 5 === 0) entry.display = surface.toUpperCase()
      if (index % 7 === 1) entry.removed = index + 1
      return entry
    })

  it.each(SIZES)('%d of them', (count) => check(make(count)))

  it('the same surface under every tag', () => {
    check(
      Array.from({ length: 32 }, (_, tag) => ({
        surface: 'casa',
        tag,
        stem: tag % 2 ? 'cas' : 'casa',
        docFreq: tag,
      })),
    )
  })

  it('stems that have nothing in common with their surface, or more', () => {
    check([
      { surface: 'a', tag: 0, stem: '', docFreq: 1 },
      { surface: 'went', tag: 0, stem: 'go', docFreq: 2 ** 31 - 1 },
      { surface: 'x', tag: 0, stem: 'xyz', docFreq: 0 },
    ])
  })

  it('words that objects have as well', () => {
    check(
      OBJECT_WORDS.map((surface) => ({
        surface,
        tag: 1,
        stem: surface,
        docFreq: 3,
      })),
    )
  })

  it('any words', () => {
    const entry = fc.record(
      {
        surface: anyText,
        tag: fc.nat(31),
        stem: anyText,
        docFreq: fc.nat(),
        display: anyText,
        removed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      },
      { requiredKeys: ['surface', 'tag', 'stem', 'docFreq'] },
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, {
          selector: (each) => `${each.tag} ${each.surface}`,
        }),
        check,
      ),
    )
  })

  it('damaged', () => checkDamage(writeWords(sorted(make(300))), openWordsFully, 31))
})

function openWordsFully(reader: ByteReader): unknown {
  return [...readWords(openWords(reader))]
}

describe('ids', () => {
  const check = (entries: IdEntry[]): void => {
    entries.sort((a, b) => compareCodePoints(a.key, b.key) || a.doc - b.doc)
    expect(openIds(over(writeIds(entries)))).toEqual(entries)
  }

  it.each(SIZES)('%d of them', (count) => {
    check(
      Array.from({ length: count }, (_, doc) => ({
        key: `releases/${(doc * 31) % 97}/${doc}.html#${doc}`,
        isUrl: doc % 3 === 0,
        doc,
      })),
    )
  })

  it('one address of many releases, ids like the words of objects, long and empty ones', () => {
    check([
      ...Array.from({ length: 40 }, (_, doc) => ({
        key: 'https://example.org/',
        isUrl: true,
        doc,
      })),
      ...OBJECT_WORDS.map((key, doc) => ({ key, isUrl: false, doc })),
      { key: '', isUrl: false, doc: 2 ** 31 },
      { key: 'é'.repeat(5000), isUrl: false, doc: 1 },
      { key: `${'é'.repeat(5000)}!`, isUrl: false, doc: 2 },
      { key: '\ufeffmark', isUrl: false, doc: 3 },
    ])
  })

  it('any ids', () => {
    const entry = fc.record({
      key: fc.oneof(anyText, fc.constantFrom(...OBJECT_WORDS, '\ufeff', '\ufeff\ufeff')),
      isUrl: fc.boolean(),
      doc: fc.nat(),
    })
    fc.assert(fc.property(fc.array(entry), check))
  })

  it('damaged', () => {
    checkDamage(
      writeIds(
        Array.from({ length: 200 }, (_, doc) => ({
          key: `id-${1000 + doc}`,
          isUrl: false,
          doc,
        })),
      ),
      openIds,
      37,
    )
  })
})

const rowsOf = ({ values, sets, column }: FacetColumn): string[][] =>
  Array.from(column, (set) => sets[set]!.map((value) => values[value]!))

describe('facets', () => {
  const check = (rows: string[][]): void => {
    const facet = openFacet(over(writeFacet(rows)), rows.length)
    expect(rowsOf(facet)).toEqual(rows)
    expect(facet.values).toEqual([...new Set(rows.flat())].sort(compareCodePoints))
    const counts = facet.sets.map((_, set) => Array.from(facet.column).filter((each) => each === set).length)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  }

  it.each(SIZES)('%d rows', (count) => {
    check(
      Array.from({ length: count }, (_, doc) => Array.from({ length: doc % 4 }, (_, i) => `V${(doc * 7 + i) % 50}`)),
    )
  })

  it('rows that differ only in order, or hold words of objects', () => {
    check([['MO', 'CN'], ['CN', 'MO'], [], ['MO'], OBJECT_WORDS, ['__proto__'], ['\ufeffx', 'x']])
  })

  it('more sets than 16 bits can number', () => {
    const rows = Array.from({ length: 70_000 }, (_, doc) => [`${doc}`])
    const facet = openFacet(over(writeFacet(rows)), rows.length)
    expect(facet.column).toBeInstanceOf(Uint32Array)
    expect(rowsOf(facet).every(([value], doc) => value === `${doc}`)).toBe(true)
  })

  it('any rows', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.uniqueArray(fc.oneof(anyText, fc.constantFrom('a', 'b', 'c')), {
            maxLength: 5,
          }),
        ),
        check,
      ),
    )
  })

  it('refused when there are more or fewer rows than releases', () => {
    const body = writeFacet([['a'], []])
    expect(() => openFacet(over(body), 3)).toThrow(DatelinesError)
    expect(() => openFacet(over(body), 1)).toThrow(DatelinesError)
  })

  it('damaged', () => {
    const rows = Array.from({ length: 300 }, (_, doc) =>
      Array.from({ length: doc % 3 }, (_, i) => `V${(doc + i) % 20}`),
    )
    checkDamage(writeFacet(rows), (reader) => openFacet(reader, 300), 41)
  })
})

/** Dates of all precisions, ascending, undated last. */
function randomDates(random: Random, count: number): (string | undefined)[] {
  const two = (value: number): string => String(value).padStart(2, '0')
  const dates = Array.from({ length: count }, () => {
    const year = String(random.pick([1, 1998, 1999, 2000, 2000, 2024, 9999])).padStart(4, '0')
    const shape = random.below(8)
    if (shape === 0) return undefined
    if (shape === 1) return year
    const month = `${year}-${two(random.between(1, 12))}`
    return shape === 2 ? month : `${month}-${two(random.pick([1, 2, 28]))}`
  })
  return dates.sort((a, b) => (a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1))
}

describe('dates', () => {
  it.each(SIZES)('of %d releases', (count) => {
    const dates = randomDates(new Random(count), count)
    const runs = dateRuns(dates)
    expect(openDates(over(writeDates(runs)), count)).toEqual(runs)
    const two = (value: number): string => (value ? `-${String(value).padStart(2, '0')}` : '')
    const read: (string | undefined)[] = new Array<undefined>(count).fill(undefined)
    for (const run of runs) {
      read.fill(`${String(run.year).padStart(4, '0')}${two(run.month)}${two(run.day)}`, run.start, run.end)
    }
    expect(read).toEqual(dates)
  })

  it.each(SIZES)('by month, of %d releases: each with the same year, month and precision but for the day', (count) => {
    const dates = randomDates(new Random(count + 1), count)
    const months = monthRuns(dateRuns(dates))
    const dated = dates.filter((date) => date !== undefined)
    expect(months.at(-1)?.end ?? 0).toBe(dated.length)
    dated.forEach((date, doc) => {
      const run = months.find(({ start, end }) => start <= doc && doc < end)!
      expect([run.year, run.month, run.day > 0]).toEqual([
        Number(date.slice(0, 4)),
        Number(date.slice(5, 7)),
        date.length === 10,
      ])
    })
  })

  it('refused beyond the releases there are, or outside the calendar', () => {
    const run = { year: 2001, month: 2, day: 3, start: 0, end: 5 }
    expect(openDates(over(writeDates([run])), 5)).toEqual([run])
    for (const bad of [
      { ...run, end: 6 },
      { ...run, month: 13 },
      { ...run, day: 32 },
      { ...run, year: 10_000 },
    ]) {
      expect(() => openDates(over(writeDates([bad])), 5)).toThrow(DatelinesError)
    }
  })

  it('damaged', () => {
    const runs = dateRuns(randomDates(new Random(4), 200))
    checkDamage(writeDates(runs), (reader) => openDates(reader, 200), 43)
  })
})

describe('removals', () => {
  it('of any documents', () => {
    const docs = fc.uniqueArray(fc.nat()).map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(0xffffffff), docs), {
          selector: ([segment]) => segment,
        }),
        (entries) => {
          const removed = new Map(entries)
          expect(openRemoved(over(writeRemoved(removed)))).toEqual(removed)
        },
      ),
    )
  })

  it('damaged', () =>
    checkDamage(
      writeRemoved(
        new Map([
          [7, [1, 5, 90]],
          [0xfffffff0, [0]],
        ]),
      ),
      openRemoved,
      47,
    ))
})

describe('text directories', () => {
  /** Blocks in files as the writer lays them out. */
  const layout = (random: Random, count: number, file: number, firstDoc: number): TextBlock[] => {
    let offset = random.below(3) * 1000
    let doc = firstDoc
    return Array.from({ length: count }, (_, index) => {
      if (index > 0 && random.chance(0.1)) {
        file++
        offset = 0
      }
      const block = {
        firstDoc: doc,
        docs: random.between(1, 5),
        file,
        offset,
        byteLength: random.between(5, 9000),
      }
      doc += block.docs
      offset += block.byteLength
      return block
    })
  }

  it.each(SIZES)('of %d blocks', (count) => {
    const random = new Random(count)
    const blocks = layout(random, count, random.below(4), 1000)
    const directory = openTextDirectory(over(writeTextDirectory(70, blocks)), 1000)
    expect(directory).toEqual({ firstBlock: 70, blocks })
    expect(findTextBlock(directory, 999)).toBe(-1)
    blocks.forEach(({ firstDoc, docs }, index) => {
      expect(findTextBlock(directory, firstDoc)).toBe(index)
      expect(findTextBlock(directory, firstDoc + docs - 1)).toBe(index)
    })
    const last = blocks.at(-1)
    if (last) expect(findTextBlock(directory, last.firstDoc + last.docs)).toBe(-1)
  })

  it('damaged', () => {
    checkDamage(writeTextDirectory(3, layout(new Random(2), 200, 0, 0)), (reader) => openTextDirectory(reader, 0), 53)
  })
})

describe('text blocks', () => {
  const deflated = Uint8Array.from({ length: 500 }, (_, index) => index * 3)
  const sealed = sealTextBlock(0xdeadbeef, 12, deflated)

  it('come back from where they were put', () => {
    expect(openTextBlock(sealed, 0xdeadbeef, 12, 'here')).toEqual(deflated)
  })

  it('are refused in the wrong place or segment', () => {
    expect(() => openTextBlock(sealed, 0xdeadbeef, 11, 'here')).toThrow(DatelinesError)
    expect(() => openTextBlock(sealed, 0xdeadbeee, 12, 'here')).toThrow(DatelinesError)
  })

  it('are refused with any bit flipped, or cut', () => {
    for (let offset = 0; offset < sealed.length; offset++) {
      expect(() => openTextBlock(flipBit(sealed, offset, offset & 7), 0xdeadbeef, 12, 'here')).toThrow(DatelinesError)
      expect(() => openTextBlock(sealed.slice(0, offset), 0xdeadbeef, 12, 'here')).toThrow(DatelinesError)
    }
  })
})
