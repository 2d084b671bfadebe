/** Do postings and positions come back from their blocks as they went in, and are bad bytes refused? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../src/bytes/bit-writer.js'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { ByteWriter } from '../../src/bytes/byte-writer.js'
import { canonicalCodes, codeLengths } from '../../src/bytes/huffman.js'
import { CLASS_LENGTHS, LENGTH_CLASSES, lengthClass } from '../../src/format/lengths.js'
import { openPositions, PositionsBlock, writePositions } from '../../src/format/positions.js'
import {
  BLOCK,
  blockRoom,
  blockSize,
  CODE_CONTEXTS,
  codeContext,
  decodeDocs,
  decodeSymbols,
  openPostings,
  postingSymbol,
  SYMBOLS,
  symbolClass,
  symbolFreq,
  symbolLetter,
  symbolTable,
  writePostings,
} from '../../src/format/postings.js'
import { mutations } from '../helpers/mutate.js'
import { outcome } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'

interface Posting {
  doc: number
  lengthClass: number
  positions: number[]
}

interface Written {
  postings: Uint8Array
  positions: Uint8Array
  tables: Uint32Array[]
  bounds: { postings: number; positions: number }[]
}

const GUARD = 4

/** Writes lists one after the other, as a pack holds them, each body with four bytes behind it as the checksum is. */
function write(lists: readonly (readonly Posting[])[], docCount: number): Written {
  const counts = Array.from({ length: CODE_CONTEXTS }, () => new Float64Array(SYMBOLS))
  const symbolsOf = (list: readonly Posting[]): number[] =>
    list.map((posting) => postingSymbol(posting.positions.length, posting.lengthClass))
  for (const list of lists) {
    const context = counts[codeContext(list.length, docCount)]!
    for (const symbol of symbolsOf(list)) context[symbolLetter(symbol)]!++
  }
  const codes = counts.map((each) => {
    const lengths = codeLengths(each)
    return { lengths, codes: canonicalCodes(lengths) }
  })
  const postings = new ByteWriter()
  const positions = new ByteWriter()
  const bits = new BitWriter()
  const bounds = lists.map((list) => {
    const start = { postings: postings.length, positions: positions.length }
    // The arrays hold other things around the list, as they do when they are shared.
    const docs = [7, ...list.map(({ doc }) => doc), 9]
    const symbols = [3, ...symbolsOf(list), 4]
    const places = [1, 2, 3, ...list.flatMap((posting) => posting.positions), 5]
    const code = codes[codeContext(list.length, docCount)]!
    writePostings(postings, bits, code, docCount, docs, symbols, 1, list.length)
    const count = writePositions(positions, bits, symbols, 1, list.length, places, 3)
    expect(count).toBe(places.length - 4)
    return start
  })
  const end = { postings: postings.length, positions: positions.length }
  for (const out of [postings, positions]) for (let i = 0; i < GUARD; i++) out.u8(0xff)
  return {
    postings: postings.finish(),
    positions: positions.finish(),
    tables: codes.map(({ lengths }) => symbolTable(lengths)),
    bounds: [...bounds, end],
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** Reads list `index` of `count` postings block by block. What is not damaged ends where its blocks do. */
function read(written: Written, index: number, count: number, docCount: number, isDamaged = false): Posting[] {
  const { postings, positions, tables, bounds } = written
  const [start, end] = [bounds[index]!, bounds[index + 1]!]
  const reader = new ByteReader(postings, 'postings', start.postings)
  const list = openPostings(reader, viewOf(postings), count, end.postings - start.postings, docCount, tables)
  const places = openPositions(
    new ByteReader(positions, 'positions', start.positions),
    viewOf(positions),
    list.blocks,
    end.positions - start.positions,
  )
  const docs = blockRoom()
  const symbols = blockRoom()
  const all = new PositionsBlock()
  const some = new PositionsBlock()
  const found: Posting[] = []
  for (let block = 0; block < list.blocks; block++) {
    const size = blockSize(list, block)
    decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
    all.open(places, block, symbols)
    some.open(places, block, symbols)
    for (let i = 0; i < size; i++) {
      const out = new Int32Array(all.seek(i) + 1)
      all.read(out, 1)
      const positions = [...out.subarray(1)]
      if ((i * i + block) % 7 < 2) {
        // Reached over others that are not read, it says the same.
        const alone = new Int32Array(some.seek(i))
        some.read(alone, 0)
        if (!alone.every((position, at) => position === positions[at]))
          throw new Error('a posting reached from far has other positions')
      }
      found.push({ doc: docs[i]!, lengthClass: symbolClass(symbols[i]!), positions })
    }
    if (!isDamaged && !all.isDone) throw new Error('a block does not end with its last posting')
  }
  return found
}

/** `count` of `docCount` documents, with frequencies from `freqs` and positions up to `longest`. */
function randomList(
  random: Random,
  count: number,
  docCount: number,
  freqs: readonly number[],
  longest: number,
): Posting[] {
  const docs = new Set<number>()
  while (docs.size < count) docs.add(random.below(docCount))
  return [...docs]
    .sort((a, b) => a - b)
    .map((doc) => {
      const positions = new Set<number>()
      const freq = Math.min(random.pick(freqs), longest)
      while (positions.size < freq) positions.add(random.below(longest))
      const sorted = [...positions].sort((a, b) => a - b)
      return {
        doc,
        lengthClass: lengthClass(random.between(sorted.at(-1)! + 1, longest)),
        positions: sorted,
      }
    })
}

const SIZES = [1, 2, 127, 128, 129, 255, 256, 257, 384, 4096]

describe('postings and positions', () => {
  it.each(SIZES)('a list of %d postings, dense and sparse', (count) => {
    const random = new Random(count)
    for (const docCount of [count, count + 1, count * 3 + 5, count * 1000 + 70_000]) {
      const list = randomList(random, count, docCount, [1, 1, 1, 2, 3], 400)
      expect(read(write([list], docCount), 0, count, docCount)).toEqual(list)
    }
  })

  it('lists of all sizes in one pack', () => {
    const random = new Random(1)
    const lists = random.shuffle(SIZES).map((count) => randomList(random, count, 5000, [1, 1, 2, 7, 8, 9, 40], 2000))
    const written = write(lists, 5000)
    lists.forEach((list, index) => {
      expect(read(written, index, list.length, 5000)).toEqual(list)
    })
  })

  it('frequencies around the escape and far beyond', () => {
    const freqs = [1, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 100, 1000, 20_000]
    const list = freqs.map((freq, doc) => ({
      doc,
      lengthClass: lengthClass(freq * 2),
      positions: Array.from({ length: freq }, (_, index) => index * 2),
    }))
    expect(read(write([list], 20), 0, list.length, 20)).toEqual(list)
  })

  it('every length class with every letter of the alphabet', () => {
    const list: Posting[] = []
    for (let each = 0; each < LENGTH_CLASSES; each++) {
      for (const freq of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        list.push({
          doc: list.length * 2,
          lengthClass: each,
          positions: Array.from({ length: freq }, (_, i) => i),
        })
      }
    }
    expect(read(write([list], list.length * 2), 0, list.length, list.length * 2)).toEqual(list)
  })

  it('skip entries that name the last document of each block', () => {
    const list = randomList(new Random(8), 1000, 9000, [1, 2], 100)
    const { postings, tables, bounds } = write([list], 9000)
    const opened = openPostings(
      new ByteReader(postings, 'postings'),
      viewOf(postings),
      1000,
      bounds[1]!.postings,
      9000,
      tables,
    )
    expect(opened.blocks).toBe(8)
    expect([...opened.lastDocs]).toEqual([...[127, 255, 383, 511, 639, 767, 895].map((at) => list[at]!.doc), 8999])
    expect(blockSize(opened, 7)).toBe(1000 - 7 * BLOCK)
  })

  it('gaps as large as they come', () => {
    const docCount = 2 ** 30
    const docs = [0, 1, 2 ** 29, docCount - 2, docCount - 1]
    const list = docs.map((doc) => ({
      doc,
      lengthClass: 63,
      positions: [0, 1_000_000],
    }))
    expect(read(write([list], docCount), 0, list.length, docCount)).toEqual(list)
    const late = [{ doc: docCount - 1, lengthClass: 0, positions: [0] }]
    expect(read(write([late], docCount), 0, 1, docCount)).toEqual(late)
  })

  it('a full block at the front and one posting far behind', () => {
    const docCount = 1_000_000
    const list = Array.from({ length: 129 }, (_, index) => ({
      doc: index < 128 ? index : docCount - 1,
      lengthClass: 20,
      positions: [index],
    }))
    expect(read(write([list], docCount), 0, 129, docCount)).toEqual(list)
  })

  it('positions far beyond what the length class lets expect', () => {
    const list = [{ doc: 0, lengthClass: 2, positions: [0, 1, 50_000, 50_001] }]
    expect(read(write([list], 1), 0, 1, 1)).toEqual(list)
  })

  it('any list', () => {
    const posting = fc.record({
      gap: fc.nat(300),
      lengthClass: fc.nat(LENGTH_CLASSES - 1),
      gaps: fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }),
    })
    fc.assert(
      fc.property(fc.array(posting, { minLength: 1, maxLength: 400 }), fc.nat(10_000), (shape, more) => {
        let doc = -1
        const list = shape.map(({ gap, gaps, lengthClass: of }): Posting => {
          doc += gap + 1
          let position = -1
          return {
            doc,
            lengthClass: of,
            positions: gaps.map((each) => (position += each + 1)),
          }
        })
        expect(read(write([list], doc + 1 + more), 0, list.length, doc + 1 + more)).toEqual(list)
      }),
      { numRuns: 60 },
    )
  })

  it('damaged: another list, or an error; never a document that is not there', () => {
    const random = new Random(3)
    const docCount = 3000
    const list = randomList(random, 300, docCount, [1, 1, 2, 9, 30], 1000)
    const written = write([list], docCount)
    for (const part of ['postings', 'positions'] as const) {
      for (const { label, bytes } of mutations(written[part], 17, 350)) {
        const damaged = { ...written, [part]: bytes }
        const result = bitOutcome(label, () => read(damaged, 0, list.length, docCount, true))
        for (const { doc } of result ?? []) expect(doc).toBeLessThan(docCount)
      }
    }
  })
})

/** Bit decoders check the ends of their reads by the bounds of the view: a `RangeError`, which opened archives report as damage. */
function bitOutcome<T>(label: string, run: () => T): T | null {
  const result = outcome(label, () => {
    try {
      return run()
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  })
  return 'value' in result ? result.value : null
}

describe('length classes', () => {
  it('are exact to 15 and ascend', () => {
    for (let length = 0; length < 16; length++) {
      expect(lengthClass(length)).toBe(length)
      expect(CLASS_LENGTHS[length]).toBe(length)
    }
    const steps = new Set<number>()
    for (let length = 1; length < 200_000; length++) steps.add(lengthClass(length) - lengthClass(length - 1))
    expect([...steps].sort()).toEqual([0, 1])
  })

  const lastStart = Math.ceil(16 * 2 ** ((LENGTH_CLASSES - 1 - 16) / 2))

  it('stand for a length that is less than a quarter off', () => {
    let worst = 0
    for (let length = 16; length < lastStart; length += 1 + (length >> 10)) {
      const of = CLASS_LENGTHS[lengthClass(length)]!
      worst = Math.max(worst, Math.abs(of - length) / length)
      if (lengthClass(Math.floor(of)) !== lengthClass(length)) throw new Error(`${of} is not in the class of ${length}`)
    }
    expect(worst).toBeLessThan(1 / 4)
  })

  it('are two an octave, the last of them open', () => {
    for (let octave = 16; octave < lastStart / 2; octave *= 2) {
      expect(lengthClass(octave * 2) - lengthClass(octave)).toBe(2)
    }
    expect(lengthClass(lastStart - 1)).toBe(LENGTH_CLASSES - 2)
    expect(lengthClass(lastStart)).toBe(LENGTH_CLASSES - 1)
    expect(lengthClass(2 ** 31 - 1)).toBe(LENGTH_CLASSES - 1)
  })
})

describe('codes', () => {
  it('are chosen by how much of the collection a list covers', () => {
    expect([1, 625, 626, 2500, 2501, 10_000].map((count) => codeContext(count, 10_000))).toEqual([2, 2, 1, 1, 0, 0])
  })
})

describe('symbols', () => {
  it('hold frequency and class', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 24 }), fc.nat(63), (freq, of) => {
        const symbol = postingSymbol(freq, of)
        expect([symbolFreq(symbol), symbolClass(symbol)]).toEqual([freq, of])
        const letter = symbolLetter(symbol)
        expect(letter).toBeLessThan(SYMBOLS)
        expect([symbolFreq(letter), symbolClass(letter)]).toEqual([Math.min(freq, 8), of])
      }),
    )
  })
})
