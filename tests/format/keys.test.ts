/** Do keys stand in the order of their bytes, and is every key looked for in the pack that holds it? */

import { crc32 as zlibCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, setCrc32, tableCrc32 } from '../../src/bytes/crc32.js'
import { compareCodePoints, findPack, separator, sharedUnits } from '../../src/bytes/utf8.js'

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
// Few characters, so that beginnings are shared; of every width, on both sides of the surrogates.
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'é',
    '\u07ff',
    '\u0800',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{10001}',
    '\u{10ffff}',
  ),
  maxLength: 6,
})

describe('code point order', () => {
  it('is the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(byBytes(a, b))
      }),
      { numRuns: 1000 },
    )
  })

  it('holds for any Unicode', () => {
    const any = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(byBytes(a, b))
      }),
    )
  })
})

describe('shared beginnings', () => {
  it('never end inside a surrogate pair', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const shared = sharedUnits(a, b)
        expect(a.slice(0, shared)).toBe(b.slice(0, shared))
        expect(a.slice(0, shared)).not.toMatch(/[\ud800-\udbff]$/)
        const next = a.codePointAt(shared)
        if (next !== undefined) expect(next).not.toBe(b.codePointAt(shared))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('separators', () => {
  it('stand between neighbours and are no longer than needed', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(a !== b)
        const [first, second] = byBytes(a, b) < 0 ? [a, b] : [b, a]
        const between = separator(first, second)
        expect(byBytes(first, between)).toBe(-1)
        expect(byBytes(between, second)).toBeLessThanOrEqual(0)
        const shorter = [...between].slice(0, -1).join('')
        expect(byBytes(first, shorter)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('lead every key to its pack', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(text, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (keys, size) => {
          keys.sort(byBytes)
          const separators: string[] = []
          for (let i = size; i < keys.length; i += size) separators.push(separator(keys[i - 1]!, keys[i]!))
          expect(keys.map((key) => findPack(separators, key) + 1)).toEqual(
            keys.map((_, index) => Math.floor(index / size)),
          )
        },
      ),
    )
  })
})

setCrc32(zlibCrc32)

describe.each([
  { name: 'crc32', checksum: crc32 },
  { name: 'crc32 without help of the platform', checksum: tableCrc32 },
])('$name', ({ checksum }) => {
  it('of the check string', () => {
    expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('is that of zlib, over any part', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), fc.nat(300), (bytes, a, b) => {
        const start = Math.min(a, b, bytes.length)
        const end = Math.min(Math.max(a, b), bytes.length)
        expect(checksum(bytes, start, end)).toBe(zlibCrc32(bytes.subarray(start, end)))
      }),
    )
  })
})
