/** Are plain values read back as they were written, and is nothing read that is not there? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { ByteWriter } from '../../src/bytes/byte-writer.js'
import { DatelinesError } from '../../src/errors.js'
import { mutations } from '../helpers/mutate.js'
import { outcome } from '../helpers/outcome.js'

const written = (write: (out: ByteWriter) => void): Uint8Array => {
  const out = new ByteWriter(1)
  write(out)
  expect(out.length).toBe(out.view().length)
  return out.finish()
}

const reading = (...bytes: number[]): ByteReader => new ByteReader(Uint8Array.from(bytes), 'here')

describe('integers', () => {
  const limits = [
    0,
    1,
    0x7f,
    0x80,
    0x3fff,
    0x4000,
    0x1fffff,
    0x200000,
    0xffffffff,
    2 ** 32,
    2 ** 35,
    2 ** 49,
    2 ** 52,
    2 ** 53 - 1,
  ]

  it.each(limits)('varint %d', (value) => {
    const bytes = written((out) => out.varint(value))
    expect(bytes.length).toBe(Math.max(1, Math.ceil((value === 0 ? 0 : Math.floor(Math.log2(value)) + 1) / 7)))
    const reader = new ByteReader(bytes, 'here')
    expect(reader.varint()).toBe(value)
    reader.finish()
  })

  it('any varint', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (values) => {
        const reader = new ByteReader(
          written((out) => {
            for (const value of values) out.varint(value)
          }),
          'here',
        )
        expect(values.map(() => reader.varint())).toEqual(values)
        reader.finish()
      }),
    )
  })

  it('refuses a varint over 53 bits', () => {
    expect(() => reading(255, 255, 255, 255, 255, 255, 255, 0x1f).varint()).toThrow(DatelinesError)
    expect(() => reading(...Array<number>(20).fill(0x80)).varint()).toThrow(DatelinesError)
    expect(reading(255, 255, 255, 255, 255, 255, 255, 0x0f).varint()).toBe(Number.MAX_SAFE_INTEGER)
  })

  it('fixed widths', () => {
    fc.assert(
      fc.property(fc.nat(0xff), fc.nat(0xffff), fc.nat(0xffffffff), fc.double(), (a, b, c, d) => {
        const bytes = written((out) => {
          out.u8(a)
          out.u16(b)
          out.u32(c)
          out.f64(d)
        })
        expect(bytes.length).toBe(15)
        const view = new DataView(bytes.buffer)
        expect([view.getUint16(1, true), view.getUint32(3, true)]).toEqual([b, c])
        const reader = new ByteReader(bytes, 'here')
        expect([reader.u8(), reader.u16(), reader.u32(), reader.f64()]).toEqual([a, b, c, d])
        reader.finish()
      }),
    )
  })

  it('ascending lists', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 40)), (values) => {
        const sorted = values.sort((a, b) => a - b)
        expect(
          new ByteReader(
            written((out) => out.ascending(sorted)),
            'here',
          ).ascending(),
        ).toEqual(sorted)
      }),
    )
  })
})

describe('bytes and strings', () => {
  it('any string, however it is made of Unicode', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const reader = new ByteReader(
          written((out) => {
            for (const text of texts) out.string(text)
          }),
          'here',
        )
        expect(texts.map(() => reader.string())).toEqual(texts)
        reader.finish()
      }),
    )
  })

  it('a lone surrogate becomes the replacement character', () => {
    expect(
      new ByteReader(
        written((out) => out.string('a\ud800b')),
        'here',
      ).string(),
    ).toBe('a\ufffdb')
  })

  it('keeps a byte order mark', () => {
    expect(
      new ByteReader(
        written((out) => out.string('\ufeffa')),
        'here',
      ).string(),
    ).toBe('\ufeffa')
  })

  it.each([0, 1, 127, 128, 129, 255, 256, 257, 4096, 100_000])('blocks of %d bytes', (length) => {
    const block = Uint8Array.from({ length }, (_, index) => index * 31)
    const reader = new ByteReader(
      written((out) => out.block(block)),
      'here',
    )
    expect(reader.block()).toEqual(block)
    reader.finish()
  })

  it('starts again after clear', () => {
    const out = new ByteWriter()
    out.string('first')
    out.clear()
    out.u8(7)
    expect([...out.finish()]).toEqual([7])
  })
})

describe('bounds', () => {
  it('stay inside the given part of a buffer', () => {
    const reader = new ByteReader(Uint8Array.of(9, 1, 2, 9), 'here', 1, 3)
    expect(reader.remaining).toBe(2)
    expect(reader.u16()).toBe(0x0201)
    expect(() => reader.u8()).toThrow(DatelinesError)
  })

  it('name file, offset and code', () => {
    const { error } = outcome('read', () => reading(5, 1).block()) as {
      error: DatelinesError
    }
    expect(error).toMatchObject({ code: 'E_CORRUPT', where: 'here' })
    expect(error.offset).toBeTypeOf('number')
    expect(error.message).toContain('here')
  })

  it('check a count before anything is allocated', () => {
    const huge = written((out) => out.varint(2 ** 31))
    expect(() => new ByteReader(huge, 'here').count(0)).toThrow(DatelinesError)
    const many = written((out) => {
      out.varint(3)
      out.raw(new Uint8Array(8))
    })
    expect(() => new ByteReader(many, 'here').count(3)).toThrow(DatelinesError)
    expect(new ByteReader(many, 'here').count(2)).toBe(3)
    expect(() => new ByteReader(many, 'here').count(1, 2)).toThrow(DatelinesError)
  })

  it('refuse what is left over', () => {
    expect(() => reading(0).finish()).toThrow(DatelinesError)
  })

  it('hold for damaged bytes', () => {
    const bytes = written((out) => {
      out.string('border management')
      out.ascending([3, 900, 70_000])
      out.f64(1.5)
      out.block(new Uint8Array(40))
    })
    for (const { label, bytes: damaged } of mutations(bytes, 11, 2000)) {
      outcome(label, () => {
        const reader = new ByteReader(damaged, 'here')
        reader.string()
        reader.ascending()
        reader.f64()
        reader.block()
        reader.finish()
      })
    }
  })
})
