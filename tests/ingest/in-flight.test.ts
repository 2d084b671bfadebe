/** Does work that is read ahead of come back in order, with only so much of it waiting? */

import { describe, expect, it } from 'vitest'
import { inFlight, type Started } from '../../src/ingest/in-flight.js'
import { Random } from '../helpers/random.js'

/** Works of 1000 characters that end in any order; `waiting` counts those not yet finished. */
function works(count: number, fails = -1): { started: AsyncIterable<Started<number>>; most: () => number } {
  const random = new Random(3)
  let waiting = 0
  let most = 0
  async function* start(): AsyncGenerator<Started<number>> {
    for (let i = 0; i < count; i++) {
      most = Math.max(most, ++waiting)
      const done = new Promise<number>((resolve, reject) => {
        const end = () => (i === fails ? reject(new Error(`work ${i}`)) : resolve(i))
        if (random.below(2) === 0) end()
        else setImmediate(end)
      })
      done.catch(() => {})
      yield {
        size: 1000,
        finish: async () => {
          waiting--
          return done
        },
      }
    }
  }
  return { started: start(), most: () => most }
}

async function take(started: AsyncIterable<Started<number>>, ahead: number): Promise<number[]> {
  const results: number[] = []
  for await (const result of inFlight(started, ahead)) results.push(result)
  return results
}

describe('work in flight', () => {
  const all = Array.from({ length: 300 }, (_, i) => i)

  it.each([
    [0, 1],
    [10_000, 7],
    [1e9, 300],
  ])('comes back in order, with %d characters ahead', async (ahead, most) => {
    const made = works(300)
    expect(await take(made.started, ahead)).toEqual(all)
    expect(made.most()).toBe(most)
  })

  it('fails in its turn', async () => {
    const results: number[] = []
    const failing = (async () => {
      for await (const result of inFlight(works(300, 200).started, 10_000)) results.push(result)
    })()
    await expect(failing).rejects.toThrow('work 200')
    expect(results).toEqual(all.slice(0, 200))
  })
})
