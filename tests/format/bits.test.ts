/** Are bits, Rice codes and Huffman codes what a plain reader of single bits finds? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../src/bytes/bit-writer.js'
import { canonicalCodes, codeLengths, decodeTable, isPrefixCode, MAX_CODE_BITS } from '../../src/bytes/huffman.js'
import { MAX_RICE, riceParameter } from '../../src/format/rice.js'

/** One bit at a time, lowest first. */
class PlainBits {
  at = 0
  constructor(private readonly bytes: Uint8Array) {}

  bit(): number {
    const bit = (this.bytes[this.at >> 3]! >> (this.at & 7)) & 1
    this.at++
    return bit
  }

  bits(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++) value += this.bit() * 2 ** i
    return value
  }

  rice(k: number): number {
    let quotient = 0
    while (this.bit() === 0) quotient++
    return quotient * 2 ** k + this.bits(k)
  }
}

describe('bits', () => {
  it('of any width up to 24', () => {
    const field = fc.integer({ min: 1, max: 24 }).chain((count) => fc.tuple(fc.nat(2 ** count - 1), fc.constant(count)))
    fc.assert(
      fc.property(fc.array(field, { maxLength: 2000 }), (fields) => {
        const out = new BitWriter()
        for (const [value, count] of fields) out.bits(value, count)
        out.align()
        const plain = new PlainBits(out.view())
        for (const [value, count] of fields) expect(plain.bits(count)).toBe(value)
        expect(out.length).toBe(Math.ceil(plain.at / 8))
      }),
    )
  })

  it('starts again after clear, with nothing pending', () => {
    const out = new BitWriter()
    out.bits(5, 3)
    out.clear()
    out.bits(1, 1)
    out.align()
    expect([...out.view()]).toEqual([1])
  })
})

describe('Rice codes', () => {
  it('of any value and parameter', () => {
    const code = fc
      .integer({ min: 0, max: 31 })
      .chain((k) => fc.tuple(fc.nat(Math.min(2 ** 31 - 1, 2 ** k * 70)), fc.constant(k)))
    fc.assert(
      fc.property(fc.array(code, { maxLength: 500 }), (codes) => {
        const out = new BitWriter()
        for (const [value, k] of codes) out.rice(value, k)
        out.align()
        const plain = new PlainBits(out.view())
        for (const [value, k] of codes) expect(plain.rice(k)).toBe(value)
      }),
    )
  })

  it.each([
    [0, 0],
    [15, 0],
    [16, 0],
    [17, 0],
    [31, 0],
    [32, 0],
    [5000, 0],
    [2 ** 31 - 1, 31],
    [2 ** 31 - 1, 24],
    [2 ** 31 - 1, 17],
    [(1 << 24) - 1, 24],
  ])('value %d with parameter %d', (value, k) => {
    const out = new BitWriter()
    out.bits(1, 5)
    out.rice(value, k)
    out.align()
    const plain = new PlainBits(out.view())
    plain.bits(5)
    expect(plain.rice(k)).toBe(value)
  })

  it('have a parameter that is near the best of all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 300 }), (gaps) => {
        const span = gaps.reduce((sum, gap) => sum + gap + 1, 0)
        const cost = (k: number): number => gaps.reduce((sum, gap) => sum + (gap >> k) + 1 + k, 0)
        const best = Math.min(...Array.from({ length: 25 }, (_, k) => cost(k)))
        const k = riceParameter(span, gaps.length)
        expect(k).toBeGreaterThanOrEqual(0)
        expect(k).toBeLessThanOrEqual(MAX_RICE)
        // A wrong step costs about a bit a gap, never more than the gaps' mean allows.
        expect(cost(k)).toBeLessThanOrEqual(best + 1.5 * gaps.length + 2)
      }),
    )
  })

  it.each([
    [1, 1],
    [0, 1],
    [2 ** 31 - 1, 1],
    [2 ** 53, 1],
    [1, 1_000_000],
  ])('have a parameter within bounds for span %d and count %d', (span, count) => {
    const k = riceParameter(span, count)
    expect(k).toBeGreaterThanOrEqual(0)
    expect(k).toBeLessThanOrEqual(MAX_RICE)
  })
})

/** Total bits of an unbounded Huffman code: the sum of all merged weights. */
function huffmanCost(counts: readonly number[]): {
  cost: number
  depth: number
} {
  const nodes = counts.filter((count) => count > 0).map((weight) => ({ weight, depth: 0 }))
  if (nodes.length === 1) return { cost: nodes[0]!.weight, depth: 1 }
  let cost = 0
  while (nodes.length > 1) {
    nodes.sort((a, b) => a.weight - b.weight || a.depth - b.depth)
    const [a, b] = nodes.splice(0, 2) as [(typeof nodes)[0], (typeof nodes)[0]]
    cost += a.weight + b.weight
    nodes.push({
      weight: a.weight + b.weight,
      depth: Math.max(a.depth, b.depth) + 1,
    })
  }
  return { cost, depth: nodes[0]?.depth ?? 0 }
}

function checkCode(counts: readonly number[]): Uint8Array {
  const lengths = codeLengths(counts)
  expect(isPrefixCode(lengths)).toBe(true)
  counts.forEach((count, symbol) => {
    expect(lengths[symbol]! > 0).toBe(count > 0)
    expect(lengths[symbol]!).toBeLessThanOrEqual(MAX_CODE_BITS)
  })
  return lengths
}

describe('Huffman codes', () => {
  it('are prefix codes, as short as can be, and decode', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 120 }), fc.nat(120), (counts, followed) => {
        const lengths = checkCode(counts)
        const { cost, depth } = huffmanCost(counts)
        const total = counts.reduce((sum, count, symbol) => sum + count * lengths[symbol]!, 0)
        if (depth <= MAX_CODE_BITS) expect(total).toBe(cost)
        else expect(total).toBeGreaterThanOrEqual(cost)
        const codes = canonicalCodes(lengths)
        const table = decodeTable(lengths, followed)
        const out = new BitWriter()
        const symbols = counts.flatMap((count, symbol) => (count > 0 ? [symbol, symbol] : []))
        for (const symbol of symbols) out.bits(codes[symbol]!, lengths[symbol]!)
        out.bits(0, MAX_CODE_BITS)
        out.align()
        const plain = new PlainBits(out.view())
        for (let index = 0; index < symbols.length; ) {
          const at = plain.at
          const entry = table[plain.bits(MAX_CODE_BITS)]!
          const [first, second, bits, count] = [entry & 511, (entry >> 9) & 511, (entry >> 18) & 15, entry >> 22]
          expect(first).toBe(symbols[index])
          if (first >= followed) {
            expect([second, bits, count]).toEqual([lengths[first], 0, 0])
            plain.at = at + second
            index++
            continue
          }
          const fits = index + 1 < symbols.length && lengths[first]! + lengths[symbols[index + 1]!]! <= MAX_CODE_BITS
          if (fits && symbols[index + 1]! < followed) expect(count).toBe(2)
          if (count === 2 && index + 1 < symbols.length) expect(second).toBe(symbols[index + 1])
          plain.at = at + (count === 2 && index + 1 < symbols.length ? bits : lengths[first]!)
          expect(bits).toBe(lengths[first]! + (count === 2 ? lengths[second]! : 0))
          index += count
        }
      }),
    )
  })

  it('stay within 12 bits for Fibonacci counts, which would need more', () => {
    const counts = [1, 1]
    while (counts.length < 30) counts.push(counts.at(-1)! + counts.at(-2)!)
    const lengths = checkCode(counts)
    expect(Math.max(...lengths)).toBe(MAX_CODE_BITS)
  })

  it('of 4,096 equal symbols are all 12 bits long', () => {
    expect(new Set(checkCode(Array<number>(4096).fill(3)))).toEqual(new Set([12]))
  })

  it('of one symbol and of none', () => {
    expect([...checkCode([0, 9, 0])]).toEqual([0, 1, 0])
    expect([...checkCode([0, 0])]).toEqual([0, 0])
  })

  it('do not depend on anything but the counts', () => {
    const counts = Array.from({ length: 200 }, (_, index) => (index * 7919) % 13)
    expect(codeLengths(counts)).toEqual(codeLengths(Float64Array.from(counts)))
  })

  it('are refused when lengths leave a gap or overlap', () => {
    expect(isPrefixCode(Uint8Array.of(1, 2))).toBe(false)
    expect(isPrefixCode(Uint8Array.of(1, 1, 1))).toBe(false)
    expect(isPrefixCode(Uint8Array.of(13, 1))).toBe(false)
    expect(isPrefixCode(Uint8Array.of(1, 2, 2))).toBe(true)
  })
})
