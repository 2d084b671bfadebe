/** Are the rows that were asked for lately kept, and no more of them than there is room for? */

import { describe, expect, it } from 'vitest'
import { RowCache } from '../../src/reader/row-cache.js'
import type { Release } from '../../src/types.js'
import { Random } from '../helpers/random.js'

const row = (id: number): Release => ({ id: `${id}`, title: 't'.repeat(10), body: 'b'.repeat(490) })

describe('a row cache', () => {
  it('keeps what is asked for in between, and forgets the rest', () => {
    // Room for 20 rows of about 1,000 bytes.
    const cache = new RowCache(20_000)
    cache.set(0, row(0))
    for (let id = 1; id < 200; id++) {
      cache.set(id, row(id))
      expect(cache.get(0)?.id).toBe('0')
      expect(cache.get(id)?.id).toBe(`${id}`)
    }
    const kept = Array.from({ length: 200 }, (_, id) => id).filter((id) => cache.get(id) !== undefined)
    expect(kept.length).toBeLessThanOrEqual(21)
  })

  it('gives the row of its key, whatever was set and asked for', () => {
    const random = new Random(4)
    const cache = new RowCache(30_000)
    let found = 0
    for (let step = 0; step < 5000; step++) {
      const id = random.below(60)
      const known = cache.get(id)
      if (known !== undefined) {
        expect(known.id).toBe(`${id}`)
        found++
      } else cache.set(id, row(id))
    }
    expect(found).toBeGreaterThan(1000)
  })

  it('gives the segments keys apart', () => {
    const cache = new RowCache(10_000)
    const [first, second] = [cache.firstKey(), cache.firstKey()]
    cache.set(first + 5, row(5))
    expect(cache.get(second + 5)).toBeUndefined()
  })

  it('forgets everything when told to', () => {
    const cache = new RowCache(10_000)
    cache.set(1, row(1))
    cache.clear()
    expect(cache.get(1)).toBeUndefined()
  })
})
