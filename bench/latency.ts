/** How long does a query take? By class, top 10 with exact total, side by side with peers in one run. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openResident } from './lib/archives.js'
import { median, percentile, reutersReleases } from './lib/collections.js'
import { type Ask, datelinesEngine, type Engine, miniSearchEngine } from './lib/engines.js'
import { type BenchQuery, type QueryClass, queryClasses } from './lib/query-classes.js'

/** Rounds over the queries of a class that are not measured, and at least and at most so many that are. */
const WARM_UP = 3
const ROUNDS = { least: 5, most: 50 }
/** Rounds end after so many milliseconds. */
const TIME = 1500

export async function run(): Promise<void> {
  const releases = reutersReleases()
  if (releases === null) return
  const engines = [datelinesEngine(await openResident(releases)), miniSearchEngine(releases)]
  console.log(
    `corpus: Reuters-21578, ${releases.length} stories; the whole archive resident, texts included; rows without snippets`,
  )
  console.log(
    'by class: milliseconds as median and p99, releases found in the middle, and how many times slower than ours',
  )
  for (const queries of queryClasses(releases)) await measureClass(queries, engines)
}

/** Engines come one after the other, each after a collection of garbage, so that none pays for what another left. */
async function measureClass(queries: QueryClass, engines: readonly Engine[]): Promise<void> {
  console.log(`${queries.name} (${queries.queries.length} queries${goalsOf(queries)})`)
  let own = Number.NaN
  for (const engine of engines) {
    const ask = engine.asker(queries)
    if (ask === null) continue
    const { times, found } = await measure(ask, queries.queries)
    const typical = median(times)
    if (Number.isNaN(own)) own = typical
    const ratio = typical === own ? '' : `${(typical / own).toFixed(1)}x`
    console.log(
      `  ${engine.name.padEnd(16)}${typical.toFixed(3).padStart(9)}${percentile(times, 0.99).toFixed(3).padStart(9)}${String(median(found)).padStart(8)}${ratio.padStart(9)}`,
    )
  }
}

function goalsOf({ goals }: QueryClass): string {
  const texts = [
    goals.miniSearch === undefined ? [] : [`MiniSearch ${goals.miniSearch}x`],
    goals.sqlite === undefined ? [] : [`SQLite FTS5 ${goals.sqlite}x`],
  ].flat()
  return texts.length === 0 ? '' : `; goal ${texts.join(', ')}`
}

async function measure(ask: Ask, queries: readonly BenchQuery[]): Promise<{ times: number[]; found: number[] }> {
  const found: number[] = []
  for (let round = 0; round < WARM_UP; round++) for (const query of queries) found.push(await ask(query))
  collectGarbage()
  const times: number[] = []
  const end = performance.now() + TIME
  for (let round = 0; round < ROUNDS.most && (round < ROUNDS.least || performance.now() < end); round++) {
    for (const query of queries) {
      const start = performance.now()
      const answer = ask(query)
      if (answer instanceof Promise) await answer
      times.push(performance.now() - start)
    }
  }
  return { times, found }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}
