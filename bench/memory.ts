/**
 * How much memory does an archive take once all of it was read? In a fresh process, against the bytes of its files.
 *
 * "Heap" is what is left of V8's heap after collections of garbage, "buffers" what typed arrays hold outside of it; of both, what the
 * process had before the archive was opened, with the library loaded, is subtracted and printed by itself. What remains is all that
 * opening, reading and searching left behind: the packed bytes, what was decoded of them, caches, and the code that V8 compiled
 * meanwhile. How much of that does not depend on the archive is seen from the same calls over one of {@link FEW} releases.
 * "The process grew by" is resident memory, with garbage and free room that was not given back.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/open-node.js'
import type { Release } from '../src/types.js'
import { buildInMemory, writeFolder } from './lib/archives.js'
import { reutersReleases } from './lib/collections.js'
import { freshTask, inFreshProcess } from './lib/fresh-process.js'
import { queryClasses } from './lib/query-classes.js'
import { collectGarbage } from './lib/timing.js'

/** Releases of the archive that is next to nothing. */
const FEW = 10

interface Memory {
  heap: number
  buffers: number
  resident: number
}

interface Task {
  directory: string
  queries: string[]
}

/** Before opening; then what has come since: with all but the texts read, the texts too, and after queries of every class. */
type Measured = Record<'before' | 'eager' | 'all' | 'used', Memory>

export async function run(): Promise<void> {
  const task = freshTask<Task>()
  if (task !== undefined) {
    console.log(JSON.stringify(await measure(task)))
    return
  }
  const releases = reutersReleases()
  if (releases === null) return
  const queries = queryClasses(releases).flatMap((each) => each.queries.map(({ words }) => words.join(' ')))
  const { bytes, measured } = await measureArchive(releases, queries)
  const few = (await measureArchive(releases.slice(0, FEW), queries)).measured
  console.log(
    `corpus: Reuters-21578, ${releases.length} stories; files ${mebibytes(bytes)} MiB; goal 1.3 times the files, heap and buffers`,
  )
  const { before } = measured
  console.log(
    `before opening, not counted: heap ${mebibytes(before.heap)}, buffers ${mebibytes(before.buffers)}, resident ${mebibytes(before.resident)}`,
  )
  for (const [name, key] of [
    ['all but the texts read', 'eager'],
    ['all of it read', 'all'],
    [`after ${queries.length} queries`, 'used'],
  ] as const) {
    const { heap, buffers, resident } = measured[key]
    const alike = few[key].heap + few[key].buffers
    console.log(
      `${name.padEnd(24)} heap ${mebibytes(heap)}, buffers ${mebibytes(buffers)}: ${((heap + buffers) / bytes).toFixed(2)} times the files; over ${FEW} stories ${mebibytes(alike)} MiB; the process grew by ${mebibytes(resident)}`,
    )
  }
}

/** Builds, and measures in a fresh process. */
async function measureArchive(
  releases: readonly Release[],
  queries: string[],
): Promise<{ bytes: number; measured: Measured }> {
  const directory = mkdtempSync(join(tmpdir(), 'datelines-memory-'))
  try {
    const bytes = writeFolder((await buildInMemory(releases)).files, directory)
    return { bytes, measured: inFreshProcess<Measured>('memory', { directory, queries } satisfies Task) }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}

async function measure({ directory, queries }: Task): Promise<Measured> {
  const before = memory()
  const grown = (): Memory => {
    const now = memory()
    return {
      heap: now.heap - before.heap,
      buffers: now.buffers - before.buffers,
      resident: now.resident - before.resident,
    }
  }
  const archive = await openArchive(directory, { cacheBytes: 2 ** 30, eager: true })
  await archive.search('oil prices')
  const eager = grown()
  for await (const _ of archive.all(''));
  const all = grown()
  for (const query of queries) await archive.search(query)
  return { before, eager, all, used: grown() }
}

/** Twice, since what ends in the first collection frees more in the second. */
function memory(): Memory {
  collectGarbage()
  collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, buffers: external, resident: rss }
}
