/** How long does a query take? By class, top 10 with exact total, beside MiniSearch; `peers` compares with every engine. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { datelines } from './engines/datelines.js'
import { type Engine, toEngineQuery } from './engines/engine.js'
import { minisearch } from './engines/minisearch.js'
import { median, percentile, reutersReleases } from './lib/collections.js'
import { type QueryClass, queryClasses } from './lib/query-classes.js'
import { measure } from './lib/timing.js'

const ENGINES: Record<string, Engine> = { datelines, MiniSearch: minisearch }

export async function run(): Promise<void> {
  const releases = reutersReleases()
  if (releases === null) return
  const directory = mkdtempSync(join(tmpdir(), 'datelines-latency-'))
  try {
    for (const engine of Object.values(ENGINES)) {
      await engine.open(await engine.build(releases, directory))
      await engine.makeResident?.()
    }
    console.log(
      `corpus: Reuters-21578, ${releases.length} stories; the whole archive resident, texts included; rows without snippets`,
    )
    console.log(
      'by class: milliseconds as median and p99, releases found in the middle, and how many times slower than ours',
    )
    for (const queries of queryClasses(releases)) await measureClass(queries)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Engines come one after the other, each after a collection of garbage, so that none pays for what another left. */
async function measureClass(queries: QueryClass): Promise<void> {
  console.log(`${queries.name} (${queries.queries.length} queries${goalsOf(queries)})`)
  const asked = queries.queries.map((query) => toEngineQuery(queries, query))
  let own = Number.NaN
  for (const [name, engine] of Object.entries(ENGINES)) {
    if ((await engine.search(asked[0]!)) === null) continue
    const { times, outputs } = await measure((query) => engine.search(query), asked)
    const typical = median(times)
    if (Number.isNaN(own)) own = typical
    const ratio = typical === own ? '' : `${(typical / own).toFixed(1)}x`
    const found = median(outputs.map((answer) => answer?.total ?? 0))
    console.log(
      `  ${name.padEnd(16)}${typical.toFixed(3).padStart(9)}${percentile(times, 0.99).toFixed(3).padStart(9)}${String(found).padStart(8)}${ratio.padStart(9)}`,
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
