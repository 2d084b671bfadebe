/** Does an archive with live releases answer as one built of all of them? Seeded sequences of changes, against fresh builds. */

import { describe, expect, it } from 'vitest'
import { commitLive } from '../../src/build/commit-live.js'
import { mergeArchives } from '../../src/build/merge-archives.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { LiveIndex } from '../../src/live/live-index.js'
import { type Overlay, overlay } from '../../src/live/overlay.js'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import type { Release } from '../../src/types.js'
import { add, build } from '../growth/changes-by-hand.js'
import { temporaryFolders } from '../growth/folders.js'
import { COPIED_WORDS, makeRelease } from '../growth/releases.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { NearCopies } from '../helpers/near-copies.js'
import { Random } from '../helpers/random.js'
import { expectSameAnswers } from './same-answers.js'

const newFolder = temporaryFolders()

/** Synonyms of some archives: one group that releases use, one that they do not. */
const SYNONYMS = [
  ['shelter', 'zebra'],
  ['xylophone', 'glockenspiel'],
]

/** A sequence of changes to a live index over an archive, and what both must hold. */
class Sequence {
  readonly expected = new Map<string, Release>()
  readonly done: string[] = []
  private readonly directory = newFolder()
  private archive: Archive | undefined
  private live = new LiveIndex()
  private both!: Overlay
  private options = {}
  private ids = 0

  private readonly copies: NearCopies

  constructor(private readonly random: Random) {
    this.copies = new NearCopies(random, COPIED_WORDS)
  }

  async start(): Promise<void> {
    const { random } = this
    if (random.chance(0.2)) this.options = { synonyms: SYNONYMS, defaultLanguage: 'es', stopwords: { en: ['camp'] } }
    if (random.chance(0.15)) this.live = new LiveIndex(this.options)
    else {
      await build(this.directory, this.take(this.releases(random.below(25))), this.options)
      if (random.chance(0.4)) await add(this.directory, this.take(this.releases(random.between(1, 4))))
      this.archive = await openArchive(this.directory)
      this.live = new LiveIndex(random.chance(0.5) ? { like: this.archive } : {})
    }
    this.both = overlay(this.archive, this.live)
    this.done.push(`start ${this.expected.size}`)
  }

  private releases(count: number): Release[] {
    return Array.from({ length: count }, () => {
      const known = [...this.expected.keys()]
      const id = known.length > 0 && this.random.chance(0.3) ? this.random.pick(known) : `r${this.ids++}`
      const release = makeRelease(this.random, id, this.copies)
      if (release.date !== undefined) release.dateSource = 'stated'
      return release
    })
  }

  private take(releases: Release[]): Release[] {
    for (const release of releases) this.expected.set(release.id, release)
    return releases
  }

  async step(): Promise<void> {
    const { random, live, done } = this
    const [name, run] = random.choose<[string, () => unknown]>([
      [5, () => ['add', () => this.take(this.releases(random.between(1, 4))).map((each) => live.add(each))]],
      [2, () => ['addAll', () => live.addAll(this.take(this.releases(random.between(2, 6))))]],
      [4, () => ['remove', () => this.remove(random.between(1, 3))]],
      [1, () => ['search', () => this.both.search('camp')]],
      [1, () => ['restore', () => this.restore()]],
      [1, () => ['grow', () => this.grow()]],
      [2, () => ['commit', () => this.commit()]],
      [1, () => ['shrink', () => this.shrink()]],
      [0.5, () => ['merge', () => this.merge()]],
      [0.5, () => ['suggest', () => this.both.suggest('sh')]],
    ])
    await run()
    done.push(`${name} -> ${this.expected.size}`)
  }

  private remove(count: number): void {
    for (const id of [...this.random.sample([...this.expected.keys()], count), 'unknown']) {
      this.live.remove(id)
      this.expected.delete(id)
    }
  }

  /** Another live index goes on from what this one saved. */
  private restore(): void {
    const saved = JSON.stringify(this.live.save())
    this.live = new LiveIndex(this.archive === undefined ? this.options : {}).restore(saved)
    this.both = overlay(this.archive, this.live)
  }

  /** The archive beneath is published anew by someone else; ids that are live stay as they are here. */
  private async grow(): Promise<void> {
    if (this.archive === undefined) return
    const hidden = new Set([...this.live.changes().removed, ...this.live.ids()])
    const releases = this.releases(this.random.between(1, 4)).filter(({ id }) => !hidden.has(id))
    await add(this.directory, this.take(releases))
    if (this.random.chance(0.5)) await this.both.refresh()
    else await this.archive.refresh()
  }

  /** What is live becomes a part of the archive; what is added or removed meanwhile stays live. */
  private async commit(): Promise<void> {
    const { archive, directory, live, random } = this
    const refresh = archive === undefined ? [] : [random.chance(0.5) ? archive : this.both]
    const committed = commitLive(live, directory, { refresh, create: true })
    const late = random.chance(0.5) ? this.take(this.releases(random.between(1, 3))) : []
    live.addAll(late)
    if (random.chance(0.3)) this.remove(1)
    await committed
    const wanted = late.map(({ id }) => id).filter((id) => this.expected.has(id))
    expect([...live.ids()].sort()).toEqual([...new Set(wanted)].sort())
    if (archive !== undefined) return
    this.archive = await openArchive(directory)
    this.both = overlay(this.archive, live)
  }

  /** Someone else removes from the archive, or merges its segments; what is live stays as it is here. */
  private async shrink(): Promise<void> {
    if (this.archive === undefined) return
    const live = new Set(this.live.ids())
    const ids = this.random.sample([...this.expected.keys()], this.random.between(1, 3)).filter((id) => !live.has(id))
    await removeFromArchive(this.directory, ids)
    for (const id of ids) this.expected.delete(id)
    await this.archive.refresh()
  }

  private async merge(): Promise<void> {
    if (this.archive === undefined) return
    await mergeArchives([this.directory], this.directory)
    if (this.random.chance(0.5)) await this.archive.refresh()
  }

  async check(queries: number): Promise<void> {
    const fresh = await archiveOf(this.expected.values(), { minReleases: 0, ...this.options })
    const urls = [...this.expected.values()].flatMap(({ url }) => url ?? [])
    const ids = [...this.expected.keys(), 'unknown', 'r0', 'r1']
    await expectSameAnswers(this.both, fresh, this.random, { queries, ids, urls })
    for (const id of this.live.ids()) {
      const page = await this.both.search({ all: true }, { limit: 1000, snippet: false })
      expect(page.hits.find((hit) => hit.id === id)?.origin).toBe('live')
      break
    }
  }

  async close(): Promise<void> {
    if (this.archive !== undefined) {
      expect((await verifyArchive(this.directory, { deep: true })).problems).toEqual([])
    }
    await this.archive?.close()
  }
}

/** Sequences a round; more by the environment: `LIVE_SEQUENCES=100`. */
const PER_ROUND = Number(process.env.LIVE_SEQUENCES ?? 3)

describe('sequences of changes', () => {
  it.each(Array.from({ length: 10 }, (_, round) => round))('round %d', { timeout: 1_200_000 }, async (round) => {
    for (let i = 0; i < PER_ROUND; i++) {
      const random = new Random(7_000_000 + round * 1000 + i)
      const sequence = new Sequence(random)
      await sequence.start()
      try {
        for (let step = random.between(1, 7); step > 0; step--) {
          await sequence.step()
          if (step === 1 || random.chance(0.2)) await sequence.check(10)
        }
      } catch (cause) {
        throw new Error(`seed ${round}/${i}, ${sequence.done.join(', ')}: ${(cause as Error).message}`, { cause })
      } finally {
        await sequence.close()
      }
    }
  })
})
