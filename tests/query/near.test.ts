/** Are sloppy phrases with words that want the same tokens counted exactly, and in a bounded number of steps? */

import { describe, expect, it } from 'vitest'
import { countNear, type NearList } from '../../src/query/near.js'
import { Random } from '../helpers/random.js'

/** Every choice of tokens is tried, for every window. */
function oracle(lists: readonly NearList[], slop: number): number {
  const words = lists
    .flatMap(({ tokens, start, end, offsets }) =>
      offsets.map((offset) => ({ tokens: [...tokens.subarray(start, end)], offset })),
    )
    .sort((a, b) => a.offset - b.offset)
  let count = 0
  words.forEach((low, index) => {
    for (const token of low.tokens) {
      const least = token - low.offset
      const choices = words.map(({ tokens, offset }, word) => {
        if (word === index) return [token]
        return tokens.filter((each) => {
          const place = each - offset
          return (word < index ? place > least : place >= least) && place <= least + slop
        })
      })
      const choose = (word: number, taken: readonly number[]): boolean =>
        word === words.length ||
        choices[word]!.some((each) => !taken.includes(each) && choose(word + 1, [...taken, each]))
      if (choose(0, [])) count++
    }
  })
  return count
}

function list(tokens: Iterable<number>, offsets: readonly number[]): NearList {
  const sorted = Int32Array.from(tokens).sort()
  // Other lists' tokens stand before and behind them.
  return { tokens: Int32Array.of(99, ...sorted, -3), start: 1, end: 1 + sorted.length, offsets }
}

function randomTokens(random: Random, length: number): Set<number> {
  return new Set(Array.from({ length: random.between(1, length) }, () => random.below(16)))
}

function without(all: ReadonlySet<number>, some: ReadonlySet<number>): Set<number> {
  return new Set([...all].filter((each) => !some.has(each)))
}

/** Compares with the oracle; returns how many windows there are. */
function expectExact(lists: readonly NearList[], slop: number): number {
  const count = oracle(lists, slop)
  expect(countNear(lists, slop), JSON.stringify([lists, slop])).toBe(count)
  return count
}

describe('sloppy phrases', () => {
  it('of one word repeated', () => {
    const random = new Random(1)
    let found = 0
    for (let i = 0; i < 3000; i++) {
      const offsets = random.sample([0, 1, 2, 3, 4, 6, 7], random.between(2, 5)).sort((a, b) => a - b)
      const lists = [list(randomTokens(random, 12), offsets)]
      const slop = random.between(1, 10)
      if (expectExact(lists, slop) > 0) found++
    }
    expect(found).toBeGreaterThan(500)
    expect(found).toBeLessThan(2900)
  })

  it('of several words, some repeated, with and without tokens in common', () => {
    const random = new Random(2)
    let found = 0
    for (let i = 0; i < 3000; i++) {
      const offsets = random.shuffle([0, 1, 2, 3, 4, 5]).slice(0, random.between(2, 5))
      const cut = random.between(1, offsets.length - 1)
      const sorted = (part: number[]): number[] => part.sort((a, b) => a - b)
      const first = randomTokens(random, 10)
      const all = randomTokens(random, 10)
      const second = random.chance(0.3) ? first : random.chance(0.5) ? all : without(all, first)
      if (second.size === 0) continue
      const lists = [list(first, sorted(offsets.slice(0, cut))), list(second, sorted(offsets.slice(cut)))]
      const slop = random.between(1, 10)
      if (expectExact(lists, slop) > 0) found++
    }
    expect(found).toBeGreaterThan(500)
    expect(found).toBeLessThan(2900)
  })

  it('take steps by windows and words, not by choices of tokens', () => {
    let reads = 0
    const words = 40
    const count = 200
    const counted = new Proxy(
      Int32Array.from({ length: count }, (_, i) => i * 2),
      {
        get: (target, name) => {
          reads++
          return Reflect.get(target, name)
        },
      },
    )
    const offsets = Array.from({ length: words }, (_, i) => i)
    // At every second place the last of 40 words stands 39 moves from where it should.
    for (const [slop, windows] of [
      [words - 2, 0],
      [words - 1, count - words + 1],
    ] as const) {
      reads = 0
      expect(countNear([{ tokens: counted, start: 0, end: count, offsets }], slop)).toBe(windows)
      expect(reads).toBeGreaterThan(0)
      // As many windows as words have tokens, in each of which every word is looked at twice.
      expect(reads).toBeLessThanOrEqual(count * words * words * 2)
    }
    reads = 0
    expect(countNear([{ tokens: counted, start: 0, end: words - 1, offsets }], 99)).toBe(0)
    expect(reads).toBe(0)
  })
})
