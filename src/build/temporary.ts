/** Where do builds keep what does not fit into memory, and who cleans up after those that were killed? */

import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from './lock.js'

const NAME = /^datelines-build-(\d+)-[0-9a-f-]{36}$/

/** A folder for the temporary files of one build of this process; it is not made yet. */
export function temporaryDirectory(): string {
  return join(tmpdir(), `datelines-build-${process.pid}-${randomUUID()}`)
}

/** Removes the folders of processes that are no more. */
export function cleanTemporary(): void {
  for (const entry of readdirSync(tmpdir())) {
    const pid = Number(NAME.exec(entry)?.[1] ?? process.pid)
    if (isRunning(pid)) continue
    try {
      rmSync(join(tmpdir(), entry), { recursive: true, force: true })
    } catch {
      // Another user's: not ours to remove.
    }
  }
}
