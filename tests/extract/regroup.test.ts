/** Do clusters that are kept up to date stay those of a fresh look? Seeded sequences of releases that come and go, against all pairs. */

import { describe, expect, it } from 'vitest'
import { type ClusteredReleases, type Place, regroup } from '../../src/build/regroup.js'
import { keyWordsOf } from '../../src/ingest/extract/key-words.js'
import { type Comparable, findDuplicates } from '../../src/ingest/extract/near-duplicates.js'
import { TextSketcher } from '../../src/ingest/extract/text-sketch.js'
import { NearCopies } from '../helpers/near-copies.js'
import { plainClusters } from '../helpers/plain-clusters.js'
import { Random } from '../helpers/random.js'

/** Releases at places, with the values that they were given. */
class Kept implements ClusteredReleases {
  readonly releases = new Map<Place, Comparable>()
  readonly values = new Map<Place, string>()
  gone = new Set<Place>()

  valueOf(place: Place): string | undefined {
    return this.values.get(place)
  }

  membersOf(value: string): Place[] {
    return [...this.values].filter(([, each]) => each === value).map(([place]) => place)
  }

  isGone(place: Place): boolean {
    return this.gone.has(place)
  }

  release(place: Place): Comparable {
    return this.releases.get(place)!
  }

  holding(words: readonly string[], least: number): Place[] {
    return [...this.releases.keys()].filter((place) => {
      if (this.gone.has(place)) return false
      const held = wordsOf(this.releases.get(place)!)
      return words.filter((word) => held.has(word)).length >= least
    })
  }

  /** Ids by cluster of two or more. */
  clusters(): string[][] {
    const byValue = new Map<string, string[]>()
    for (const [place, value] of this.values) {
      byValue.set(value, [...(byValue.get(value) ?? []), this.releases.get(place)!.id].sort())
    }
    return sorted([...byValue.values()].filter(({ length }) => length > 1))
  }
}

const sketcher = new TextSketcher()
const wordsOf = (release: Comparable): ReadonlySet<string> =>
  keyWordsOf(release, sketcher.sketch(release.title, release.body).wordCount).words

const sorted = (clusters: string[][]): string[][] =>
  clusters.map((ids) => [...ids].sort()).sort(([a], [b]) => (a! < b! ? -1 : 1))

const SEQUENCES = Number(process.env.REGROUP_SEQUENCES ?? 60)

describe('clusters', () => {
  it('are those of all pairs, with members by time', () => {
    let joined = 0
    for (let seed = 0; seed < SEQUENCES; seed++) {
      const random = new Random(seed)
      const copies = new NearCopies(random)
      const releases = Array.from({ length: 60 }, (_, i) => makeRelease(random, copies, `r${i}`))
      const found = findDuplicates(random.shuffle(releases)).map(({ ids }) => ids)
      expect(found, `seed ${seed}`).toEqual(plainClusters(releases))
      joined += found.length
    }
    expect(joined).toBeGreaterThan(SEQUENCES * 3)
  })

  it('that are kept up to date are the same', async () => {
    for (let seed = 0; seed < SEQUENCES; seed++) {
      const random = new Random(1000 + seed)
      const copies = new NearCopies(random)
      const kept = new Kept()
      let ids = 0
      for (let step = 0; step < 12; step++) {
        const places = [...kept.releases.keys()]
        kept.gone = new Set(random.sample(places, Math.min(places.length, random.pick([0, 0, 1, 3]))))
        const replaced = [...kept.gone].filter(() => random.chance(0.3)).map((place) => kept.releases.get(place)!.id)
        const fresh = Array.from({ length: random.pick([0, 1, 2, 8]) }, () => `r${ids++}`)
        const added = [...replaced, ...fresh].map((id) => makeRelease(random, copies, id))
        const { places: changed, added: values, duplicates } = await regroup(kept, added, [...kept.gone])
        for (const [place, value] of changed) {
          expect(kept.gone.has(place) || kept.values.get(place) === value).toBe(false)
          kept.values.set(place, value)
        }
        for (const place of kept.gone) {
          kept.releases.delete(place)
          kept.values.delete(place)
        }
        for (const release of added) {
          const place = 1 + Math.max(0, ...kept.releases.keys())
          kept.releases.set(place, release)
          const value = values.get(release.id)
          if (value !== undefined) kept.values.set(place, value)
        }
        const wanted = plainClusters(kept.releases.values())
        expect(kept.clusters(), `seed ${seed}, step ${step}`).toEqual(sorted(wanted))
        const touched = wanted.filter((members) => added.some(({ id }) => members.includes(id)))
        expect(duplicates.map(({ ids: members }) => members)).toEqual(touched)
      }
      const values = new Map(
        findDuplicates([...kept.releases.values()]).flatMap((c) => c.ids.map((id) => [id, c.value])),
      )
      for (const [place, { id }] of kept.releases) {
        if (values.has(id)) expect(kept.values.get(place)).toBe(values.get(id))
      }
    }
  })
})

function makeRelease(random: Random, copies: NearCopies, id: string): Comparable {
  const date = random.choose<string | undefined>([
    [1, () => undefined],
    [1, () => '2010'],
    [8, () => `2010-0${random.between(1, 3)}-0${random.between(1, 9)}`],
  ])
  return { id, title: '', body: copies.next(), ...(date === undefined ? {} : { date }) }
}
