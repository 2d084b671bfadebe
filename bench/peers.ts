/**
 * How do search libraries compare? Each builds, ships, opens and answers the same releases, one after the other and each in a
 * process of its own, so that none pays for another's garbage.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Release } from '../src/types.js'
import { type Engine, type EngineFiles, toEngineQuery } from './engines/engine.js'
import { COLLECTIONS, ndcg10, percentile, readCollection, reutersReleases } from './lib/collections.js'
import { freshTask, inFreshProcess } from './lib/fresh-process.js'
import { type QueryClass, queryClasses } from './lib/query-classes.js'
import { collectGarbage, measure } from './lib/timing.js'

/** Engines in the order of the tables, with the package that each needs. */
const ENGINES: Record<string, { packageName?: string; load: () => Promise<Engine> }> = {
  datelines: { load: async () => (await import('./engines/datelines.js')).datelines },
  MiniSearch: { packageName: 'minisearch', load: async () => (await import('./engines/minisearch.js')).minisearch },
  Orama: { packageName: '@orama/orama', load: async () => (await import('./engines/orama.js')).orama },
  FlexSearch: { packageName: 'flexsearch', load: async () => (await import('./engines/flexsearch.js')).flexsearch },
  Lunr: { packageName: 'lunr', load: async () => (await import('./engines/lunr.js')).lunrEngine },
  'SQLite FTS5': { packageName: 'better-sqlite3', load: async () => (await import('./engines/sqlite.js')).sqlite },
}

/** What one process is asked to do. */
interface Task {
  engine: string
  step: 'build' | 'query' | 'relevance'
  directory: string
}

interface Built extends EngineFiles {
  seconds: number
}

interface Queried {
  /** Milliseconds from the first byte read to the first answer. */
  openMs: number
  /** MiB that opening added to the process, after all of it was read and a collection of garbage. */
  memoryMiB: number
  classes: { name: string; median: number; p99: number; found: number | null }[]
}

type Ranked = Record<string, number>

/** The stories of the comparison; STORIES=1500 takes the first 1,500, to see quickly that all is well. */
function stories(): Release[] | null {
  return reutersReleases()?.slice(0, Number(process.env.STORIES ?? Number.POSITIVE_INFINITY)) ?? null
}

export async function run(): Promise<void> {
  const task = freshTask<Task>()
  if (task !== undefined) return perform(task)
  const releases = stories()
  if (releases === null) return
  const directory = mkdtempSync(join(tmpdir(), 'datelines-peers-'))
  try {
    compare(releases, directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function compare(releases: readonly Release[], directory: string): void {
  const engines = Object.keys(ENGINES).filter((engine) => isInstalled(engine))
  console.log(
    `corpus: Reuters-21578, ${releases.length} stories; every engine in a process of its own, one after the other`,
  )
  console.log(`versions: ${engines.map((engine) => `${engine} ${version(engine)}`).join(', ')}`)

  console.log(
    '\nbuild: seconds until written; size of what is shipped in MB; open: ms to the first answer; memory: MiB once open',
  )
  const queried = new Map<string, Queried>()
  for (const engine of engines) {
    const built = ask<Built>({ engine, step: 'build', directory })
    const answers = ask<Queried>({ engine, step: 'query', directory })
    queried.set(engine, answers)
    console.log(
      `${engine.padEnd(12)} build ${built.seconds.toFixed(2).padStart(6)}   size ${(built.bytes / 1e6).toFixed(1).padStart(6)}   open ${answers.openMs.toFixed(0).padStart(5)}   memory ${answers.memoryMiB.toFixed(0).padStart(5)}`,
    )
  }

  console.log('\nlatency: ms as median / p99, and how many times as long as ours takes')
  for (const { name } of queryClasses(releases)) {
    console.log(name)
    const of = (engine: string) => queried.get(engine)?.classes.find((each) => each.name === name)
    const own = of('datelines')!
    for (const engine of engines) {
      const figures = of(engine)
      if (figures === undefined) continue
      const ratio = engine === 'datelines' ? '' : `${(figures.median / own.median).toFixed(1)}x`
      console.log(
        `  ${engine.padEnd(12)}${figures.median.toFixed(3).padStart(9)}${figures.p99.toFixed(3).padStart(10)}${ratio.padStart(9)}   finds ${figures.found ?? 'the ten best'}`,
      )
    }
  }

  console.log('\nrelevance: nDCG@10, any word')
  for (const engine of engines) {
    const ranked = ask<Ranked>({ engine, step: 'relevance', directory })
    const scores = Object.values(ranked)
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    const each = Object.entries(ranked).map(([name, score]) => `${name} ${score.toFixed(3)}`)
    console.log(`${engine.padEnd(12)} mean ${mean.toFixed(3)}   ${each.join('   ')}`)
  }
}

/** Whether an engine's package is there; says how to get it when not. */
function isInstalled(engine: string): boolean {
  const name = ENGINES[engine]!.packageName
  if (name === undefined) return true
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    console.log(`skipped: ${engine} (npm ci --prefix bench installs it)`)
    return false
  }
}

function version(engine: string): string {
  const name = ENGINES[engine]!.packageName
  if (name === undefined) return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  const inside = name === 'minisearch' ? '.' : 'bench'
  return (JSON.parse(readFileSync(join(inside, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version
}

function ask<T>(task: Task): T {
  return inFreshProcess<T>('peers', task)
}

async function perform({ engine: name, step, directory }: Task): Promise<void> {
  const engine = await ENGINES[name]!.load()
  const own = join(directory, name.replaceAll(' ', '-'))
  mkdirSync(own, { recursive: true })
  if (step === 'build') {
    const releases = stories()!
    const start = performance.now()
    const files = await engine.build(releases, own)
    const built: Built = { ...files, seconds: (performance.now() - start) / 1000 }
    writeFileSync(`${own}.built.json`, JSON.stringify(files))
    console.log(JSON.stringify(built))
  } else if (step === 'query') {
    console.log(
      JSON.stringify(await query(engine, JSON.parse(readFileSync(`${own}.built.json`, 'utf8')) as EngineFiles)),
    )
  } else {
    console.log(JSON.stringify(await rank(engine, own)))
  }
}

async function query(engine: Engine, files: EngineFiles): Promise<Queried> {
  collectGarbage()
  const before = process.memoryUsage.rss()
  const start = performance.now()
  await engine.open(files)
  await engine.search({ words: ['oil'], match: 'all' })
  const openMs = performance.now() - start
  await engine.makeResident?.()
  collectGarbage()
  const memoryMiB = (process.memoryUsage.rss() - before) / 2 ** 20
  const classes: Queried['classes'] = []
  for (const queries of queryClasses(stories()!)) {
    const figures = await queryClass(engine, queries)
    if (figures !== null) classes.push(figures)
  }
  return { openMs, memoryMiB, classes }
}

async function queryClass(engine: Engine, queries: QueryClass): Promise<Queried['classes'][number] | null> {
  const asked = queries.queries.map((query) => toEngineQuery(queries, query))
  if ((await engine.search(asked[0]!)) === null) return null
  const { times, outputs } = await measure((each) => engine.search(each), asked)
  const known = outputs.flatMap((answer) => answer?.total ?? [])
  return {
    name: queries.name,
    median: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    found: known.length === 0 ? null : percentile(known, 0.5),
  }
}

async function rank(engine: Engine, directory: string): Promise<Ranked> {
  const ranked: Ranked = {}
  for (const wanted of COLLECTIONS) {
    const collection = readCollection(wanted)
    if (collection === null) continue
    const own = join(directory, collection.name)
    mkdirSync(own, { recursive: true })
    const releases = collection.stories.map(({ id, title, body }) => ({
      id,
      title,
      body,
      language: collection.language,
    }))
    await engine.open(await engine.build(releases, own))
    const answers = new Map<string, string[]>()
    for (const { text } of collection.queries) {
      const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? []
      const answer = await engine.search({ words, match: 'any' })
      answers.set(text, answer?.ids ?? [])
    }
    ranked[collection.name] = ndcg10(collection, (text) => answers.get(text)!)
  }
  return ranked
}
