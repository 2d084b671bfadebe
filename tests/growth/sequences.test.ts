/** Does an archive that has grown answer as one built of what it holds? Seeded sequences of every change, in any order. */

import { describe, expect, it } from 'vitest'
import { mergeArchives, upgradeArchive } from '../../src/build/merge-archives.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { openArchive } from '../../src/open-node.js'
import type { Release } from '../../src/types.js'
import { NearCopies } from '../helpers/near-copies.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { COPIED_WORDS, makeRelease } from './releases.js'
import { expectSameAnswers } from './same-answers.js'

const newFolder = temporaryFolders()

/** A sequence of changes to one archive, and what it must hold after them. */
class Sequence {
  readonly directory = newFolder()
  readonly expected = new Map<string, Release>()
  readonly done: string[] = []
  private ids = 0

  private readonly copies: NearCopies

  constructor(private readonly random: Random) {
    this.copies = new NearCopies(random, COPIED_WORDS)
  }

  async start(): Promise<void> {
    await build(this.directory, this.take(this.releases(this.random.between(1, 40))))
  }

  /** Releases, some with an id that is there. */
  private releases(count: number): Release[] {
    return Array.from({ length: count }, () => {
      const known = [...this.expected.keys()]
      const id = known.length > 0 && this.random.chance(0.3) ? this.random.pick(known) : `r${this.ids++}`
      return makeRelease(this.random, id, this.copies)
    })
  }

  private take(releases: Release[]): Release[] {
    for (const release of releases) this.expected.set(release.id, release)
    return releases
  }

  async step(): Promise<void> {
    const { random, directory, expected, done } = this
    const [name, run] = random.choose<[string, () => Promise<unknown>]>([
      [5, () => ['add', () => add(directory, this.take(this.releases(random.between(1, 6))))]],
      [4, () => ['remove', () => this.remove(random.between(1, 3), false)]],
      [1, () => ['purge', () => this.remove(1, true)]],
      [0.5, () => ['upgrade', () => upgradeArchive(directory)]],
      [1, () => ['merge', () => this.mergeWithAnother()]],
      [0.5, () => ['remove nothing', () => removeFromArchive(directory, ['no such id'])]],
    ])
    await run()
    done.push(`${name} -> ${expected.size}`)
  }

  private async remove(count: number, purge: boolean): Promise<void> {
    const ids = this.random.sample([...this.expected.keys()], count)
    const report = await removeFromArchive(this.directory, [...ids, 'unknown'], { purge })
    expect(report).toMatchObject({ unknown: ['unknown'], archive: { releases: this.expected.size - ids.length } })
    expect([...report.removed].sort()).toEqual([...ids].sort())
    for (const id of ids) this.expected.delete(id)
  }

  private async mergeWithAnother(): Promise<void> {
    const other = newFolder()
    await build(other, this.take(this.releases(this.random.between(1, 8))))
    await mergeArchives([this.directory, other], this.directory)
  }

  async check(): Promise<void> {
    const fresh = newFolder()
    await build(fresh, this.expected.values())
    const [grown, whole] = [await openArchive(this.directory), await openArchive(fresh)]
    await expectSameAnswers(grown, whole, this.random, 12, this.expected.keys())
    await grown.close()
    await whole.close()
  }
}

/** Sequences a round; more by the environment: `GROWTH_SEQUENCES=50`. */
const PER_ROUND = Number(process.env.GROWTH_SEQUENCES ?? 4)

describe('sequences of changes', () => {
  it.each(Array.from({ length: 10 }, (_, round) => round))('round %d', { timeout: 600_000 }, async (round) => {
    for (let i = 0; i < PER_ROUND; i++) {
      const random = new Random(round * 1000 + i)
      const sequence = new Sequence(random)
      await sequence.start()
      for (let step = random.between(1, 7); step > 0; step--) {
        await sequence.step()
        if (step > 1 && !random.chance(0.2)) continue
        try {
          await sequence.check()
        } catch (cause) {
          throw new Error(`seed ${round * 1000 + i}, ${sequence.done.join(', ')}: ${(cause as Error).message}`, {
            cause,
          })
        }
      }
      expect((await verifyArchive(sequence.directory, { deep: true })).problems).toEqual([])
    }
  })
})
