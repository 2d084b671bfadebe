/**
 * Does a server's day go well? Searches by 50 concurrent callers (DAY=100000) while another process adds, replaces, removes and merges
 * underneath; every answer is compared with what the generation it was read from must give.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Makes a generation out of the one before; the same each time. */
export async function change(directory: string, generation: number): Promise<void> {
  if (generation === 0) {
    await collect(generateReleases(BASE)).publish(directory)
    return
  }
  const random = new Random(generation)
  const known = [...generateReleases(random.between(1, 10), random.below(BASE))]
  if (generation % MERGES === 0) await mergeArchives([directory], directory)
  else if (generation % 5 === 2) {
    await removeFromArchive(
      directory,
      known.map(({ id }) => id),
    )
  } else {
    const replaced = known.map((release) => ({ ...release, title: `${release.title} ${wordOf(generation)}` }))
    const added = generateReleases(random.between(5, 40), BASE + generation * 50)
    await collect(generation % 3 === 0 ? [...added, ...replaced] : added).addTo(directory)
  }
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
  return JSON.stringify(page)
}

const keyOf = (archive: Archive): string => archive.snapshot.segments.map(({ root }) => root.id).join()

/** What every generation answers, from an archive of its own that went the same way. */
async function rehearse(directory: string, asked: readonly Asked[]): Promise<Expected> {
  const expected: Expected = { answers: [], generations: new Map() }
  let segments = 0
  for (let generation = 0; generation <= GENERATIONS; generation++) {
    await change(directory, generation)
    const archive = await openArchive(directory)
    segments = Math.max(segments, archive.info.segments)
    expected.generations.set(keyOf(archive), generation)
    const answers: string[] = []
    for (const each of asked) answers.push(await answerOf(archive, each))
    expected.answers.push(answers)
    await archive.close()
  }
  console.log(`  rehearsed: ${GENERATIONS} generations of up to ${segments} segments`)
  return expected
}

async function live(directory: string, asked: readonly Asked[], { answers, generations }: Expected): Promise<void> {
  const program = `import(${JSON.stringify(import.meta.url)}).then(({ write }) => write(${JSON.stringify(directory)}))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let published = 0
  let wanted = 0
  const shared = await openArchive(directory, { cacheBytes: 8 * 2 ** 20 })
  child.on('message', (generation: number) => {
    published = generation
    // As a server would, some time after.
    setTimeout(() => void shared.refresh().then((isNewer) => void (isNewer && refreshes++)), 20)
  })
  let refreshes = 0
  let done = 0
  let reopened = 0
  const memory: string[] = []
  const times: number[] = []
  const started = performance.now()
  const caller = async (number: number): Promise<void> => {
    const random = new Random(1000 + number)
    const own = number < SHARING ? undefined : await openArchive(directory, { cacheBytes: 2 ** 20 })
    const archive = own ?? shared
    while (done < SEARCHES) {
      const mine = ++done
      if (Math.floor((mine * GENERATIONS) / SEARCHES) > wanted) child.send(++wanted)
      if (mine % Math.ceil(SEARCHES / 10) === 0) memory.push(measured(mine))
      const index = random.below(asked.length)
      const before = keyOf(archive)
      const began = performance.now()
      const answer = await answerOf(archive, asked[index]!)
      times.push(performance.now() - began)
      const after = keyOf(archive)
      if (own !== undefined && after !== before) reopened++
      const [from, to] = [generations.get(before), generations.get(after)]
      if (from === undefined || to === undefined) throw new Error('a root that was never published')
      const isRight = answers.slice(from, to + 1).some((each) => each[index] === answer)
      if (!isRight) throw new Error(`${JSON.stringify(asked[index])}: no answer of generations ${from} to ${to}`)
    }
    await own?.close()
  }
  try {
    await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)))
  } finally {
    child.kill()
  }
  await shared.close()
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number): string => times[Math.floor((times.length - 1) * share)]!.toFixed(1)
  console.log(
    `  ${done} searches in ${seconds.toFixed(0)} s, none failed, none wrong; ${published} publications, ${refreshes} refreshes`,
  )
  console.log(
    `  archives of their own turned to a newer root ${reopened} times; ms with ${CALLERS} at once: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`,
  )
  for (const line of memory) console.log(`  ${line}`)
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
