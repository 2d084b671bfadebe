/** How soon does an archive answer? From a folder on disk, in fresh processes, once the module is loaded. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/open-node.js'
import { buildInMemory, writeFolder } from './lib/archives.js'
import { percentile, reutersReleases } from './lib/collections.js'
import { freshTask, inFreshProcess } from './lib/fresh-process.js'

const PROCESSES = Number(process.env.OPEN_PROCESSES ?? 15)
const QUERY = 'oil prices'

interface Opened {
  opened: number
  answered: number
  /** A second, other question. */
  again: number
}

export async function run(): Promise<void> {
  const directory = freshTask<string>()
  if (directory !== undefined) {
    console.log(JSON.stringify(await open(directory)))
    return
  }
  const releases = reutersReleases()
  if (releases === null) return
  const folder = mkdtempSync(join(tmpdir(), 'datelines-open-'))
  try {
    writeFolder((await buildInMemory(releases)).files, folder)
    const runs = Array.from({ length: PROCESSES }, () => inFreshProcess<Opened>('open', folder))
    console.log(`corpus: Reuters-21578, ${releases.length} stories; ${PROCESSES} processes, one after the other; ms`)
    for (const [name, key] of [
      ['opened', 'opened'],
      ['ten rows with snippets, from the start (goal 30)', 'answered'],
      ['another question', 'again'],
    ] as const) {
      const times = runs.map((each) => each[key])
      console.log(
        `${name.padEnd(50)} median ${percentile(times, 0.5).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(directory: string): Promise<Opened> {
  const start = performance.now()
  const archive = await openArchive(directory)
  const opened = performance.now() - start
  await archive.search(QUERY)
  const answered = performance.now() - start
  await archive.search('interest rates')
  return { opened, answered, again: performance.now() - start - answered }
}
