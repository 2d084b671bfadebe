/** What comes of a saved live index that was damaged? A typed error that leaves the index as it was, or what was saved. */

import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/bytes/crc32.js'
import { LiveIndex } from '../../src/live/live-index.js'
import type { SavedLive } from '../../src/live/saved.js'
import { makeRelease } from '../growth/releases.js'
import { mutations } from '../helpers/mutate.js'
import { outcome } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'

/** Damaged copies; more by the environment: `SAVED_MUTATIONS=20000`. */
const COUNT = Number(process.env.SAVED_MUTATIONS ?? 1500)

function filled(seed: number): LiveIndex {
  const random = new Random(seed)
  const live = new LiveIndex()
  for (let index = 0; index < 12; index++) live.add(makeRelease(random, `r${index}`))
  live.remove('r3')
  live.remove('gone')
  return live
}

const saved = filled(1).save()
const text = JSON.stringify(saved)

/** The same with the checksum that fits. */
function sealed(change: Partial<SavedLive>): SavedLive {
  const { releases, removed } = { ...saved, ...change }
  return { ...saved, ...change, checksum: crc32(new TextEncoder().encode(JSON.stringify([releases, removed]))) }
}

/** Restores into an index that holds something; it must hold that still when it fails. */
function restored(label: string, value: unknown) {
  const live = filled(2)
  const before = live.save()
  const result = outcome(label, () => live.restore(value as SavedLive).save())
  if ('error' in result) {
    expect(['E_CORRUPT', 'E_TOO_NEW', 'E_INPUT'], label).toContain(result.error.code)
    expect(live.save(), label).toEqual(before)
  }
  return result
}

describe('a saved live index', () => {
  it('comes back as it was, as an object and as JSON', () => {
    expect(restored('object', saved)).toEqual({ value: saved })
    expect(restored('text', text)).toEqual({ value: saved })
    expect(restored('copy', structuredClone(saved))).toEqual({ value: saved })
  })

  it('damaged anywhere is refused, or the same', () => {
    const decoder = new TextDecoder()
    let refused = 0
    for (const { label, bytes } of mutations(new TextEncoder().encode(text), 3, COUNT)) {
      const result = restored(label, decoder.decode(bytes))
      if ('error' in result) refused++
      else expect(result.value, label).toEqual(saved)
    }
    expect(refused).toBeGreaterThan(COUNT * 0.9)
  })

  it.each([
    undefined,
    null,
    42,
    '',
    'null',
    '[]',
    '{}',
    [],
    {},
    { ...saved, kind: 'other' },
    { ...saved, version: 0 },
    { ...saved, version: '1' },
    { ...saved, releases: undefined },
    { ...saved, releases: 'text' },
    { ...saved, releases: [1] },
    { ...saved, removed: [null] },
    { ...saved, removed: { length: 1 } },
    { ...saved, checksum: undefined },
    { ...saved, releases: saved.releases.slice(1) },
    { ...saved, removed: [...saved.removed, 'another'] },
  ])('%# is refused', (value) => {
    expect(restored('value', value)).toMatchObject({ error: { code: 'E_CORRUPT' } })
  })

  it('of a later library says so', () => {
    expect(restored('later', { ...saved, version: 2 })).toMatchObject({ error: { code: 'E_TOO_NEW' } })
  })

  it('holds lines that are no releases, behind a checksum that fits', async () => {
    const lines = [
      '',
      '{}',
      '[]',
      '[1]',
      'null',
      '["x","",[]]',
      '["a",1,2,3,4,5,6,7,8,9,10]',
      '["b","t","x","9999-99-99"]',
    ]
    const more = [
      '["c","t","x",0,0,0,0,0,0,{"__proto__":["x"],"y":5}]',
      '["d","t","x",0,9,{"a":1},{},"zz-not a tag","javascript:alert(1)"]',
    ]
    for (const line of [...lines, ...more]) {
      const live = filled(2)
      const before = live.save()
      const result = outcome(line, () => live.restore(sealed({ releases: [...saved.releases, line] })))
      if ('error' in result) expect(live.save(), line).toEqual(before)
      // What is taken in can be searched.
      expect((await live.search('', { facets: ['year', 'country', 'language'] })).total, line).toBeGreaterThan(0)
    }
  })
})
