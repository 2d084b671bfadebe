/** How long does building take? Reuters-21578 from parsed stories, on one thread and with two workers, beside MiniSearch and SQLite FTS5. */

import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { buildInMemory } from './lib/archives.js'
import { median, reutersReleases } from './lib/collections.js'

const RUNS = Number(process.env.BUILD_RUNS ?? 5)

type Stories = NonNullable<ReturnType<typeof reutersReleases>>

/** Each gives the bytes of what it has built. */
const BUILDERS: Record<string, (stories: Stories) => number | Promise<number>> = {
  'one thread': (stories) => buildBytes(stories, 0),
  'two workers': (stories) => buildBytes(stories, 2),
  // What a page would be sent: the index as JSON, with the fields that rows show.
  MiniSearch: (stories) => {
    const index = new MiniSearch({ fields: ['title', 'body'], storeFields: ['title', 'date', 'countries'] })
    index.addAll(stories)
    return JSON.stringify(index).length
  },
  'SQLite FTS5': (stories) => {
    const database = new Database(':memory:')
    database.exec(
      "CREATE VIRTUAL TABLE stories USING fts5(id UNINDEXED, title, body, date UNINDEXED, tokenize = 'porter unicode61')",
    )
    const insert = database.prepare('INSERT INTO stories VALUES (?, ?, ?, ?)')
    database.transaction(() => {
      for (const { id, title, body, date } of stories) insert.run(id, title, body, date ?? null)
    })()
    const bytes = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    const size = Number((bytes.get() as { bytes: number }).bytes)
    database.close()
    return size
  },
}

async function buildBytes(stories: Stories, workers: number): Promise<number> {
  return (await buildInMemory(stories, { workers })).report.bytes.total
}

/** The builders take turns, so that all meet the same moods of the machine; the first turn warms up and does not count. */
export async function run(): Promise<void> {
  const stories = reutersReleases()
  if (stories === null) return
  console.log(
    `corpus: Reuters-21578, ${stories.length} stories, from objects in memory to all bytes; medians of ${RUNS} runs after one; CPU: all threads together`,
  )
  const names = Object.keys(BUILDERS)
  const walls = new Map<string, number[]>(names.map((name) => [name, []]))
  const cpus = new Map<string, number[]>(names.map((name) => [name, []]))
  const sizes = new Map<string, number>()
  for (let turn = 0; turn <= RUNS; turn++) {
    for (const name of names) {
      const started = performance.now()
      const before = process.cpuUsage()
      sizes.set(name, await BUILDERS[name]!(stories))
      const { user, system } = process.cpuUsage(before)
      if (turn === 0) continue
      walls.get(name)!.push(performance.now() - started)
      cpus.get(name)!.push((user + system) / 1000)
    }
  }
  const ratio = (times: Map<string, number[]>, peer: string, own: string): string =>
    `${(median(times.get(peer)!) / median(times.get(own)!)).toFixed(2)}`
  for (const name of names) {
    const peers = name === 'one thread' || name === 'two workers' ? ['MiniSearch', 'SQLite FTS5'] : []
    const beside = peers.map((peer) => `${peer} takes ${ratio(walls, peer, name)} (CPU ${ratio(cpus, peer, name)})`)
    console.log(
      `${name.padEnd(12)} ${seconds(walls.get(name)!)} s, CPU ${seconds(cpus.get(name)!)} s, ${sizes.get(name)!.toLocaleString('en')} bytes   ${beside.join(', ')}`,
    )
  }
  console.log(
    'goals: MiniSearch takes >= 2.5 and SQLite FTS5 >= 0.59 of the time of one thread; >= 4 and >= 1 of that of two workers',
  )
}

function seconds(times: readonly number[]): string {
  return (median(times) / 1000).toFixed(2)
}
