/** Do both ways of undoing deflate give the same, within their limit, and fail on damage? */

import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Inflate, inflate } from '../../src/bytes/inflate.js'
import { inflateSync } from '../../src/bytes/inflate-node.js'
import { equalBytes, mutations } from '../helpers/mutate.js'
import { Random } from '../helpers/random.js'

const ways: [string, Inflate][] = [
  ['platform stream', inflate],
  ['zlib', inflateSync],
]

const sentence = (random: Random, words: number): Uint8Array =>
  new TextEncoder().encode(Array.from({ length: words }, () => `word${random.below(50)}`).join(' '))

/** zlib gives up with errors of its own; callers turn any of them into `E_CORRUPT`. */
async function settle(run: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await run()
  } catch (error) {
    expect(error).toBeInstanceOf(Error)
    return null
  }
}

describe.each(ways)('%s', (_name, undo) => {
  it.each([0, 1, 127, 128, 129, 255, 256, 257, 4096, 200_000])('%d bytes', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * index) >> 3)
    expect(equalBytes(await undo(deflateRawSync(bytes), length), bytes)).toBe(true)
  })

  it.each([1, 100, 16 * 1024, 32 * 1024])('with a dictionary of %d bytes', async (length) => {
    const random = new Random(length)
    const dictionary = sentence(random, length).slice(0, length)
    const bytes = sentence(random, 700)
    const deflated = deflateRawSync(bytes, { dictionary, level: 9 })
    expect(await undo(deflated, bytes.length, dictionary)).toEqual(bytes)
  })

  it('refuses more than the limit', async () => {
    const bomb = deflateRawSync(new Uint8Array(5_000_000))
    await expect(async () => undo(bomb, 4_999_999)).rejects.toThrow()
    expect((await undo(bomb, 5_000_000)).length).toBe(5_000_000)
  })

  it('gives another value or an error for damaged data, and goes on', async () => {
    const bytes = sentence(new Random(5), 300)
    for (const { bytes: damaged } of mutations(deflateRawSync(bytes), 6, 60)) {
      const result = await settle(() => undo(damaged, 10_000))
      if (result !== null) expect(result.length).toBeLessThanOrEqual(10_000)
    }
    expect(await undo(deflateRawSync(bytes), bytes.length)).toEqual(bytes)
  })
})
