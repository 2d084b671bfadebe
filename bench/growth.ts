/**
 * What does it cost that an archive grows? One addition of 100 to many (GROWTH=100000), and a year of daily additions (GROWTH_BASE=10000)
 * against one segment of the same releases.
 */

import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReleaseCollector } from '../src/build/archive-builder.js'
import { mergeArchives } from '../src/build/merge-archives.js'
import { openArchive } from '../src/open-node.js'
import type { Release, SearchOptions } from '../src/types.js'
import { Random } from '../tests/helpers/random.js'
import { coldReads } from './lib/cold-reads.js'
import { generateReleases, wordOf } from './lib/generated-releases.js'

const SIZE = Number(process.env.GROWTH ?? 10_000)
const BASE = Number(process.env.GROWTH_BASE ?? 10_000)
const DAYS = 365
/** Releases a day, as 100 are to 100,000. */
const DAILY = Math.max(1, Math.round(BASE / 1000))
const QUERIES = 100

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-growth-'))
  try {
    await measureAddition(join(folder, 'large'))
    rmSync(join(folder, 'large'), { recursive: true, force: true })
    await measureYear(join(folder, 'grown'), join(folder, 'worst'), join(folder, 'single'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const show = (label: string, text: string): void => console.log(`  ${label.padEnd(28)} ${text}`)
const number = (value: number): string => value.toLocaleString('en')

function collect(releases: Iterable<Release>): ReleaseCollector {
  const collector = new ReleaseCollector({})
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: release.id }, how: {}, warnings: [] })
  }
  return collector
}

/** Wall and CPU time of something, in milliseconds. */
async function timed<T>(run: () => Promise<T>): Promise<{ value: T; wall: number; cpu: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const value = await run()
  const { user, system } = process.cpuUsage(before)
  return { value, wall: performance.now() - started, cpu: (user + system) / 1000 }
}

/** Every file but the root and the list of generations, with what tells whether it was touched. */
function stateOf(directory: string): Map<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'))
  return new Map(
    names.map((name) => {
      const path = join(directory, name)
      const { mtimeMs, size, ino } = statSync(path)
      return [name, `${ino} ${mtimeMs} ${size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`]
    }),
  )
}

async function measureAddition(directory: string): Promise<void> {
  console.log(`100 releases added to ${number(SIZE)} (goal at 100,000: <= 2 s, every earlier file untouched)`)
  await collect(generateReleases(SIZE)).publish(directory)
  const before = stateOf(directory)
  for (let time = 0; time < 3; time++) {
    const collector = collect(generateReleases(100, SIZE + time * 100))
    const { value, wall, cpu } = await timed(() => collector.addTo(directory))
    show(
      `addition ${time + 1}`,
      `${number(Math.round(wall))} ms, CPU ${number(Math.round(cpu))} ms, ${value.change.archive.segments} segments`,
    )
  }
  const after = stateOf(directory)
  const touched = [...before].filter(([name, state]) => after.get(name) !== state)
  show('earlier files', `${before.size}, of which touched: ${touched.length}`)
  if (touched.length > 0) throw new Error(`touched: ${touched.map(([name]) => name).join(', ')}`)
}

async function measureYear(grown: string, worst: string, single: string): Promise<void> {
  console.log(
    `${DAYS} daily additions of ${DAILY} to ${number(BASE)} (goals: <= 12 segments, p50 <= 1.5 x, bytes and reads <= 2 x)`,
  )
  await collect(generateReleases(BASE)).publish(grown)
  const days: number[] = []
  let most = 0
  for (let day = 0; day < DAYS; day++) {
    const collector = collect(generateReleases(DAILY, BASE + day * DAILY))
    const { value, cpu } = await timed(() => collector.addTo(grown))
    days.push(cpu)
    const { segments } = value.change.archive
    if (segments > most) {
      most = segments
      rmSync(worst, { recursive: true, force: true })
      cpSync(grown, worst, { recursive: true })
    }
  }
  days.sort((a, b) => a - b)
  show('CPU a day', `p50 ${number(Math.round(days[DAYS >> 1]!))} ms, most ${number(Math.round(days.at(-1)!))} ms`)
  show('segments', `at most ${most}`)
  for (const [name, directory] of [
    ['the day with the most segments', worst],
    ['the last day', grown],
  ] as const) {
    rmSync(single, { recursive: true, force: true })
    await mergeArchives([directory], single)
    show(name, `root ${number(sizeOf(directory))} bytes, of one segment ${number(sizeOf(single))}`)
    await compare(directory, single)
  }
}

const sizeOf = (directory: string): number => statSync(join(directory, 'root.dl')).size

/** Ranks of words that are in about a hundredth to a thousandth of the releases. */
const MIDDLE = [400, 8000] as const

async function compare(grown: string, single: string): Promise<void> {
  const random = new Random(11)
  const middle = (): string => wordOf(random.between(...MIDDLE))
  const classes: [label: string, query: () => string, options: SearchOptions][] = [
    ['one word', middle, {}],
    ['three words, any', () => `${middle()} OR ${middle()} OR ${middle()}`, {}],
    ['two words, all', () => `${wordOf(random.between(20, 60))} ${wordOf(random.between(60, 200))}`, {}],
    ['phrase', () => `"${wordOf(random.between(2, 20))} ${wordOf(random.between(2, 60))}"`, {}],
    ['one word, facets', middle, { facets: ['year', 'country'] }],
  ]
  const open = (directory: string) => openArchive(directory, { cacheBytes: 2 ** 32 })
  const [many, one] = [await open(grown), await open(single)]
  show('compared', `${many.info.segments} segments with ${one.info.segments}, ${number(many.info.releases)} releases`)
  for (const [label, query, options] of classes) {
    const texts = Array.from({ length: QUERIES }, query)
    const times = { many: [] as number[], one: [] as number[] }
    for (const text of texts) {
      const pages = [await many.search(text, options), await one.search(text, options)]
      if (pages[0]!.total !== pages[1]!.total)
        throw new Error(`${text}: ${pages[0]!.total} and ${pages[1]!.total} found`)
      // In turn, so that both meet the same machine.
      for (let i = 0; i < 3; i++) {
        times.many.push((await timed(() => many.search(text, options))).wall)
        times.one.push((await timed(() => one.search(text, options))).wall)
      }
    }
    const [a, b] = [median(times.many), median(times.one)]
    const cold = { many: [] as Cold[], one: [] as Cold[] }
    for (const text of texts.slice(0, 15)) {
      cold.many.push(await coldReads(grown, text, options))
      cold.one.push(await coldReads(single, text, options))
    }
    const ratio = (of: (each: Cold) => number): string => {
      const [x, y] = [median(cold.many.map(of)), median(cold.one.map(of))]
      return `${number(x)} / ${number(y)} = ${(x / y).toFixed(2)}`
    }
    show(label, `p50 ${a.toFixed(3)} / ${b.toFixed(3)} ms = ${(a / b).toFixed(2)}`)
    show(
      '',
      `cold: bytes ${ratio(({ byteLength }) => byteLength)}, reads ${ratio(({ reads }) => reads)}, steps ${ratio(({ steps }) => steps)}`,
    )
  }
  await many.close()
  await one.close()
}

type Cold = Awaited<ReturnType<typeof coldReads>>

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}
