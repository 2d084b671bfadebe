/** Do queries find the releases that mean the same, and no others? By searches in an archive of all their texts. */

import { beforeAll, describe, expect, it } from 'vitest'
import { archiveOf } from '../helpers/memory-archive.js'
import { BLIND_NEAR_MISSES, BLIND_PAIRS } from './blind-pairs.js'
import { foundPairs, pairReleases } from './found-pairs.js'
import { NEAR_MISSES, PAIRS, type Pair } from './pairs.js'

/** Of the second list: what only a part of the field calls one thing, or means something else in another language. */
const KNOWN_MISSED = ['trata', 'people smugglers', 'PMA']

/** Of the second list: words that are there as they were typed, or whose stems are; and names that are one as often as the other. */
const KNOWN_FOUND = [
  'México => Albuquerque in New Mexico',
  'Benin => Benin City, Nigeria',
  'human smuggling => human rights and oil smuggling',
  'Réunion => a family reunion',
  'Reunión => a reunion of veterans',
  'African Union => an African trade union',
  'Nice => a nice day',
  'Athènes => Athens, Ohio',
  'La Paz => un acuerdo de paz',
  'Ivory Coast => an ivory seizure at the coast guard base',
  'Palestine => East Palestine, Ohio',
]

const written = ({ query, text }: Pair): string => `${query} => ${text}`

let found: ReadonlySet<Pair>

beforeAll(async () => {
  const all = [...PAIRS, ...NEAR_MISSES, ...BLIND_PAIRS, ...BLIND_NEAR_MISSES]
  found = new Set(await foundPairs(await archiveOf(pairReleases(all)), all))
}, 60_000)

describe('pairs', () => {
  it('are found, and near misses are not', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(200)
    expect(NEAR_MISSES.length).toBeGreaterThanOrEqual(200)
    expect(PAIRS.filter((pair) => !found.has(pair)).map(written)).toEqual([])
    expect(NEAR_MISSES.filter((pair) => found.has(pair)).map(written)).toEqual([])
  })

  it('of a second list are found but for a few, and near misses only where their words are there', () => {
    expect(BLIND_PAIRS.length).toBeGreaterThanOrEqual(200)
    expect(BLIND_NEAR_MISSES.length).toBeGreaterThanOrEqual(200)
    const missed = BLIND_PAIRS.filter((pair) => !found.has(pair))
    const amiss = BLIND_NEAR_MISSES.filter((pair) => found.has(pair))
    expect(missed.map(({ query }) => query).sort()).toEqual([...KNOWN_MISSED].sort())
    expect(amiss.map(written).sort()).toEqual([...KNOWN_FOUND].sort())
  })
})
