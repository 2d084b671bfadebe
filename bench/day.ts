/**
 * Does a server's day go well? Searches by 50 concurrent callers (DAY=100000) while another process adds, replaces, removes and merges
 * underneath; every answer is compared with that of one archive built from the releases that its generation holds.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ReleaseCollector } from '../src/build/archive-builder.js'
import { mergeArchives } from '../src/build/merge-archives.js'
import { removeFromArchive } from '../src/build/remove-from-archive.js'
import { verifyArchive } from '../src/build/verify-archive.js'
import { openArchive } from '../src/open-node.js'
import type { Archive } from '../src/query/archive.js'
import type { Release, SearchOptions } from '../src/types.js'
import { Random } from '../tests/helpers/random.js'
import { generateReleases, wordOf } from './lib/generated-releases.js'

const SEARCHES = Number(process.env.DAY ?? 100_000)
const BASE = Number(process.env.DAY_BASE ?? 3000)
const CALLERS = 50
/** Callers that share one archive, which is refreshed; the others each have their own, which only turns to a newer root when it must. */
const SHARING = 44
const GENERATIONS = 60
/** Changes of which each rewrites the archive as one segment. */
const MERGES = 20

type Asked = { query: string; options: SearchOptions }

/** Answers by generation and question. */
interface Expected {
  answers: string[][]
  /** The generation whose root names these segments. */
  generations: Map<string, number>
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-day-'))
  try {
    const [served, rehearsed] = [join(folder, 'served'), join(folder, 'rehearsed')]
    const asked = questions(new Random(3))
    console.log(`${SEARCHES} searches by ${CALLERS} callers, ${GENERATIONS} publications, ${BASE} releases at first`)
    const expected = await rehearse(rehearsed, asked)
    await change(served, 0)
    await live(served, asked, expected)
    const { problems } = await verifyArchive(served, { deep: true })
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function collect(releases: Iterable<Release>): ReleaseCollector {
  const collector = new ReleaseCollector({})
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: release.id }, how: {}, warnings: [] })
  }
  return collector
}

/** What makes a generation out of the one before; the same each time. */
function changeOf(generation: number): { added: Release[]; removed: string[]; merges: boolean } {
  if (generation === 0) return { added: [...generateReleases(BASE)], removed: [], merges: false }
  const random = new Random(generation)
  const known = [...generateReleases(random.between(1, 10), random.below(BASE))]
  if (generation % MERGES === 0) return { added: [], removed: [], merges: true }
  if (generation % 5 === 2) return { added: [], removed: known.map(({ id }) => id), merges: false }
  const replaced = known.map((release) => ({ ...release, title: `${release.title} ${wordOf(generation)}` }))
  const added = [...generateReleases(random.between(5, 40), BASE + generation * 50)]
  return { added: generation % 3 === 0 ? [...added, ...replaced] : added, removed: [], merges: false }
}

async function change(directory: string, generation: number): Promise<void> {
  const { added, removed, merges } = changeOf(generation)
  if (generation === 0) await collect(added).publish(directory)
  else if (merges) await mergeArchives([directory], directory)
  else if (removed.length > 0) await removeFromArchive(directory, removed)
  else await collect(added).addTo(directory)
}

function questions(random: Random): Asked[] {
  const common = (): string => wordOf(random.between(20, 200))
  const middle = (): string => wordOf(random.between(400, 3000))
  const options: SearchOptions[] = [
    {},
    { limit: 3, offset: 4 },
    { facets: ['year', 'country'] },
    { sort: 'newest', snippet: false },
    { sort: 'oldest', limit: 20 },
    { where: { country: ['SS', 'LY'] }, facets: ['language'] },
    { where: { year: { from: 1990, to: 2020 } } },
    { combineWith: 'OR' },
  ]
  const queries = [
    middle,
    () => `${common()} ${common()}`,
    () => `"${common()} ${common()}"`,
    () => `${middle()} -${common()}`,
  ]
  const rare = [() => `${middle().slice(0, 5)}*`, () => '']
  return Array.from({ length: 48 }, (_, index) => ({
    query: random.pick(index % 8 === 0 ? rare : queries)(),
    options: options[index % options.length]!,
  }))
}

async function answerOf(archive: Archive, { query, options }: Asked): Promise<string> {
  const { ms: _, ...page } = await archive.search(query, options)
  // Sums over several segments differ from those of one in their last digits; their order must not.
  return JSON.stringify({ ...page, hits: page.hits.map(({ score: _, ...hit }) => hit) })
}

const keyOf = (archive: Archive): string => archive.snapshot.segments.map(({ root }) => root.id).join()

/** What every generation answers when it is built from nothing; which generation it is, from an archive that went the same way. */
async function rehearse(folder: string, asked: readonly Asked[]): Promise<Expected> {
  const expected: Expected = { answers: [], generations: new Map() }
  const [grown, fresh] = [join(folder, 'grown'), join(folder, 'fresh')]
  const held = new Map<string, Release>()
  let segments = 0
  for (let generation = 0; generation <= GENERATIONS; generation++) {
    const { added, removed } = changeOf(generation)
    for (const release of added) held.set(release.id, release)
    for (const id of removed) held.delete(id)
    await change(grown, generation)
    await collect(held.values()).publish(fresh)
    const [archive, whole] = [await openArchive(grown), await openArchive(fresh)]
    segments = Math.max(segments, archive.info.segments)
    expected.generations.set(keyOf(archive), generation)
    const answers: string[] = []
    for (const each of asked) answers.push(await answerOf(whole, each))
    expected.answers.push(answers)
    await archive.close()
    await whole.close()
  }
  console.log(`  rehearsed: ${GENERATIONS} generations of up to ${segments} segments, each built from nothing, too`)
  return expected
}

/** A writer in a process of its own, which makes one generation after the other when it is told to. */
class Writer {
  published = 0
  private wanted = 0
  private readonly child: ChildProcess
  private wake = (): void => {}
  private failure: Error | undefined

  constructor(directory: string, onPublished: () => void) {
    const program = `import(${JSON.stringify(import.meta.url)}).then(({ write }) => write(${JSON.stringify(directory)}))`
    this.child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.child.on('message', (generation: number) => {
      this.published = generation
      onPublished()
      this.wake()
    })
    this.child.once('exit', (code) => {
      this.failure = new Error(`the writer ended with ${code} after generation ${this.published}`)
      this.wake()
    })
  }

  /** Has generations made up to this one; waits when the writer is far behind. */
  async reach(generation: number, behind: number): Promise<void> {
    while (this.wanted < generation) this.child.send(++this.wanted)
    while (this.wanted - this.published > behind) {
      if (this.failure) throw this.failure
      const before = this.wake
      await new Promise<void>((resolve) => {
        this.wake = () => {
          before()
          resolve()
        }
      })
    }
  }

  end(): void {
    this.child.kill()
  }
}

async function live(directory: string, asked: readonly Asked[], { answers, generations }: Expected): Promise<void> {
  const shared = await openArchive(directory, { cacheBytes: 8 * 2 ** 20 })
  let refreshes = 0
  const refreshing: Promise<void>[] = []
  const refresh = async (): Promise<void> => {
    // As a server would, some time after.
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (await shared.refresh()) refreshes++
  }
  const writer = new Writer(directory, () => refreshing.push(refresh()))
  let begun = 0
  let reopened = 0
  const used = new Set<number>()
  const wrong: string[] = []
  const failed: string[] = []
  const memory: string[] = []
  const times: number[] = []
  const started = performance.now()
  const ask = async (archive: Archive, index: number): Promise<void> => {
    const before = keyOf(archive)
    const began = performance.now()
    const answer = await answerOf(archive, asked[index]!)
    times.push(performance.now() - began)
    const after = keyOf(archive)
    if (archive !== shared && after !== before) reopened++
    const [from, to] = [generations.get(before), generations.get(after)]
    if (from === undefined || to === undefined) throw new Error('a root that was never published')
    used.add(to)
    const isRight = answers.slice(from, to + 1).some((each) => each[index] === answer)
    if (!isRight) wrong.push(`${JSON.stringify(asked[index])}: no answer of generations ${from} to ${to}`)
  }
  const caller = async (number: number): Promise<void> => {
    const random = new Random(1000 + number)
    const archive = number < SHARING ? shared : await openArchive(directory, { cacheBytes: 2 ** 20 })
    while (begun < SEARCHES) {
      const mine = ++begun
      if (mine % Math.ceil(SEARCHES / 10) === 0) memory.push(measured(mine))
      await writer.reach(Math.floor((mine * GENERATIONS) / SEARCHES), 2)
      await ask(archive, random.below(asked.length)).catch((error) => failed.push(String(error)))
      // Callers come from outside: searches that read nothing must not keep those waiting that do.
      await setImmediate()
    }
    if (archive !== shared) await archive.close()
  }
  try {
    await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)))
    await writer.reach(GENERATIONS, 0)
    await Promise.all(refreshing)
  } finally {
    writer.end()
  }
  await shared.close()
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number): string => times[Math.floor((times.length - 1) * share)]!.toFixed(1)
  console.log(`  ${begun} searches in ${seconds.toFixed(0)} s: ${failed.length} failed, ${wrong.length} wrong`)
  console.log(
    `  ${writer.published} publications, of which answers were read from ${used.size}; ${refreshes} refreshes, archives of their own turned to a newer root ${reopened} times`,
  )
  console.log(`  ms with ${CALLERS} at once: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`)
  for (const line of memory) console.log(`  ${line}`)
  const problems = [...failed, ...wrong]
  if (problems.length > 0) throw new Error(problems.slice(0, 5).join('\n'))
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Memory that is held: after a collection of garbage. */
function measured(searches: number): string {
  collectGarbage()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
  return `after ${String(searches).padStart(7)}: heap ${mib(heapUsed)}, buffers ${mib(arrayBuffers)}, resident ${mib(rss)}`
}

/** Changes the archive whenever it is told to; in a process of its own. */
export async function write(directory: string): Promise<void> {
  let queue: Promise<unknown> = Promise.resolve()
  process.on('message', (generation: number) => {
    queue = queue.then(async () => {
      await change(directory, generation)
      process.send!(generation)
    })
  })
}
