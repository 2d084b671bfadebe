/** How do time, memory and bytes grow with the archive? Generated releases, 10,000 and 100,000; SCALE=1000000 for other numbers. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReleaseCollector } from '../src/build/archive-builder.js'
import type { Progress } from '../src/build/index-options.js'
import { peakMemoryMiB } from '../src/build/memory.js'
import { openArchive } from '../src/open-node.js'
import type { Release, SearchOptions } from '../src/types.js'
import { Random } from '../tests/helpers/random.js'
import { coldReads } from './lib/cold-reads.js'
import { generateReleases, wordOf } from './lib/generated-releases.js'

const SIZES = (process.env.SCALE ?? '10000,100000').split(',').map(Number)
const MEMORY = Number(process.env.SCALE_MEMORY ?? 512)
const WORKERS = process.env.SCALE_WORKERS === undefined ? 'auto' : Number(process.env.SCALE_WORKERS)
const QUERIES = 200

/** Each size is measured in a process of its own, so that peaks of memory do not mix. */
export async function run(): Promise<void> {
  console.log(
    `memory: ${MEMORY} MiB; goals at 1,000,000: peak <= 1,229 MiB, root <= 32 KB, middle words p50 <= 5 ms, <= 4 steps`,
  )
  for (const size of SIZES) {
    const program = `import(${JSON.stringify(import.meta.url)}).then(({ measure }) => measure(${size}))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' })
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
    if (code !== 0) throw new Error(`the measurement of ${size} ended with ${code}`)
  }
}

let told = 0

/** Says now and then how far it is, for the long builds. */
function tell({ phase, done, total }: Progress): void {
  if (done < told) told = 0
  if (done < told + 100_000) return
  told = done
  console.log(`    ${phase} ${done} of ${total}: ${Math.round(performance.now() / 1000)} s, ${peakMemoryMiB()} MiB`)
}

/** Starts a clock; what it gives is how long it took since, and how much of the processors, all threads together. */
function spent(): () => { wall: number; cpu: number } {
  const started = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { wall: performance.now() - started, cpu: (user + system) / 1000 }
  }
}

function collect(releases: Iterable<Release>): ReleaseCollector {
  const collector = new ReleaseCollector({ memory: MEMORY, workers: WORKERS, onProgress: tell })
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: release.id }, how: {}, warnings: [] })
  }
  return collector
}

/** Builds, grows and searches an archive of `size` releases. */
export async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-scale-'))
  const out = join(folder, 'archive')
  const show = (label: string, text: string): void => console.log(`  ${label.padEnd(24)} ${text}`)
  const bytes = (value: number): string => value.toLocaleString('en')
  console.log(`${bytes(size)} releases`)
  try {
    const rate = (spent: number): string => `${bytes(Math.round((size * 1000) / spent))} releases`
    const generating = spent()
    for (const _ of generateReleases(size));
    const generated = generating()
    const collecting = spent()
    const collector = collect(generateReleases(size))
    const collected = collecting()
    show('generated', `${seconds(generated.wall)} s, ${seconds(generated.cpu)} s of CPU`)
    show('spooled', `${seconds(collected.cpu - generated.cpu)} s of CPU, peak memory ${bytes(peakMemoryMiB())} MiB`)
    const indexing = spent()
    const report = await collector.publish(out)
    const indexed = indexing()
    show('indexed and written', `${seconds(indexed.wall)} s, ${seconds(indexed.cpu)} s of CPU`)
    const cpu = collected.cpu - generated.cpu + indexed.cpu
    const wall = Math.max(0, collected.wall - generated.wall) + indexed.wall
    show('built', `${rate(wall)} a second, ${rate(cpu)} a second of CPU`)
    show('peak memory', `${bytes(peakMemoryMiB())} MiB`)
    const { root, terms, positions, words, ids, facets, texts, total } = report.bytes
    show(
      'bytes',
      `root ${bytes(root)}, terms ${bytes(terms)}, positions ${bytes(positions)}, words ${bytes(words)}, ids ${bytes(ids)}, facets ${bytes(facets)}, texts ${bytes(texts)}, total ${bytes(total)}`,
    )
    await measureSearches(out, show)
    const adding = performance.now()
    const { archive } = (await collect(generateReleases(100, size)).addTo(out)).change
    show(
      '100 releases added',
      `${seconds(performance.now() - adding)} s, ${archive.segments} segments, root ${bytes(statSync(join(out, 'root.dl')).size)}`,
    )
    show('peak memory at the end', `${bytes(peakMemoryMiB())} MiB`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ranks of words that are in about a hundredth to a thousandth of the releases. */
const MIDDLE = [400, 8000] as const

async function measureSearches(out: string, show: (label: string, text: string) => void): Promise<void> {
  const random = new Random(7)
  const middle = (): string => wordOf(random.between(...MIDDLE))
  const classes: [label: string, query: () => string, options: SearchOptions][] = [
    ['one word', middle, {}],
    ['three words, any', () => `${middle()} OR ${middle()} OR ${middle()}`, {}],
    ['three words, all', () => `${wordOf(random.between(20, 60))} ${wordOf(random.between(60, 200))} ${middle()}`, {}],
    ['phrase', () => `"${wordOf(random.between(2, 20))} ${wordOf(random.between(2, 60))}"`, {}],
    ['one word, facets', middle, { facets: ['year', 'country'] }],
  ]
  const started = performance.now()
  const archive = await openArchive(out, { cacheBytes: 2 ** 32 })
  show('opened', `${(performance.now() - started).toFixed(1)} ms`)
  for (const [label, query, options] of classes) {
    const times: number[] = []
    for (let i = 0; i < QUERIES; i++) {
      const text = query()
      await archive.search(text, options)
      const before = performance.now()
      await archive.search(text, options)
      times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    const cold = await coldReadsText(out, query(), options)
    show(
      label,
      `resident p50 ${times[QUERIES >> 1]!.toFixed(2)} ms, p99 ${times[Math.floor(QUERIES * 0.99)]!.toFixed(2)} ms; cold ${cold}`,
    )
  }
  await archive.close()
}

async function coldReadsText(out: string, query: string, options: SearchOptions): Promise<string> {
  const { reads, byteLength, steps } = await coldReads(out, query, options)
  return `${reads} reads, ${byteLength.toLocaleString('en')} bytes, ${steps} steps`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
