/** How many bytes does an archive take? Reuters-21578 built from its file, as the command line would. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildArchive } from '../src/build/build-archive.js'

const INPUT = '../shared/data/reuters21578/docs.jsonl.gz'

/** What the end-to-end issue asks for, in bytes. */
const GOALS = { index: 5_600_000, total: 12_500_000 }

export async function run(): Promise<void> {
  if (!existsSync(INPUT)) {
    console.log('skipped: no data (reuters21578)')
    return
  }
  const out = mkdtempSync(join(tmpdir(), 'datelines-size-'))
  try {
    const report = await buildArchive({ include: [INPUT], out: join(out, 'archive') })
    const { bytes } = report
    console.log(
      `corpus: Reuters-21578, ${report.releases} of ${report.found} stories, ${report.terms} terms, built in ${report.ms} ms`,
    )
    for (const [part, size] of Object.entries(bytes))
      console.log(`${part.padEnd(10)} ${size.toLocaleString('en').padStart(12)}`)
    const index = bytes.total - bytes.texts
    console.log(`all but texts ${index.toLocaleString('en')} (goal ${GOALS.index.toLocaleString('en')})`)
    console.log(`whole archive ${bytes.total.toLocaleString('en')} (goal ${GOALS.total.toLocaleString('en')})`)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
