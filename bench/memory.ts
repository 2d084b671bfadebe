/** How much memory does an archive take once all of it was read? In a fresh process, against the bytes of its files. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/open-node.js'
import { buildInMemory, writeFolder } from './lib/archives.js'
import { reutersReleases } from './lib/collections.js'
import { freshTask, inFreshProcess } from './lib/fresh-process.js'
import { queryClasses } from './lib/query-classes.js'
import { collectGarbage } from './lib/timing.js'

interface Memory {
  heap: number
  buffers: number
  resident: number
}

interface Task {
  directory: string
  queries: string[]
}

/** In the order of the table: all but the texts, the texts too, and after queries of every class. */
type Measured = Record<'eager' | 'all' | 'used', Memory>

export async function run(): Promise<void> {
  const task = freshTask<Task>()
  if (task !== undefined) {
    console.log(JSON.stringify(await measure(task)))
    return
  }
  const releases = reutersReleases()
  if (releases === null) return
  const folder = mkdtempSync(join(tmpdir(), 'datelines-memory-'))
  try {
    const bytes = writeFolder((await buildInMemory(releases)).files, folder)
    console.log(
      `corpus: Reuters-21578, ${releases.length} stories; files ${mebibytes(bytes)} MiB; goal 1.3 times the files`,
    )
    const queries = queryClasses(releases).flatMap((each) => each.queries.map(({ words }) => words.join(' ')))
    const { eager, all, used } = inFreshProcess<Measured>('memory', { directory: folder, queries } satisfies Task)
    for (const [name, { heap, buffers, resident }] of Object.entries({
      'all but the texts read': eager,
      'all of it read': all,
      [`after ${queries.length} queries`]: used,
    })) {
      const times = ((heap + buffers) / bytes).toFixed(2)
      console.log(
        `${name.padEnd(24)} heap ${mebibytes(heap)}, buffers ${mebibytes(buffers)}: ${times} times the files; the process grew by ${mebibytes(resident)}: ${(resident / bytes).toFixed(2)} times`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
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
  return { eager, all, used: grown() }
}

/** Twice, since what ends in the first collection frees more in the second. */
function memory(): Memory {
  collectGarbage()
  collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, buffers: external, resident: rss }
}
