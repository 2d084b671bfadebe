/** Who is writing this archive? A lock file that a dead process does not hold for ever. */

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatelinesError } from '../errors.js'
import { onDisk } from './segment-output.js'

const LOCK_FILE = '.lock'

/** A lock file that cannot be read is taken for a crash this long after it was written. */
const UNREADABLE_AGE_MS = 60_000

interface Holder {
  pid: number
  host: string
  since: number
}

/** Takes the lock of an archive folder; `E_LOCKED` when a living process holds it. Returns what gives it back. */
export function lockArchive(directory: string): () => void {
  onDisk(directory, () => mkdirSync(directory, { recursive: true }))
  const path = join(directory, LOCK_FILE)
  const holder: Holder = { pid: process.pid, host: hostname(), since: Date.now() }
  for (let attempt = 0; ; attempt++) {
    try {
      const descriptor = openSync(path, 'wx')
      writeSync(descriptor, JSON.stringify(holder))
      closeSync(descriptor)
      return () => rmSync(path, { force: true })
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) {
        return onDisk(path, () => {
          throw cause
        })
      }
      const other = readHolder(path)
      if (attempt > 0 || (other !== null && isAlive(other))) {
        const who = other === null ? 'another process' : `process ${other.pid} on ${other.host}`
        throw new DatelinesError(
          'E_LOCKED',
          `${directory}: ${who} is writing this archive. Wait for it, or remove ${path} if it is surely gone.`,
          { where: directory, cause },
        )
      }
      rmSync(path, { force: true })
    }
  }
}

function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value === 'object' && value !== null && 'pid' in value && 'host' in value && 'since' in value) {
      return value as Holder
    }
  } catch {
    // A crash between creating the file and writing it leaves it empty.
  }
  return null
}

function isAlive(holder: Holder): boolean {
  // Another machine's processes cannot be asked; only its age could tell, and a long build is not a dead one.
  if (holder.host !== hostname()) return Date.now() - holder.since < 24 * 60 * UNREADABLE_AGE_MS
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
