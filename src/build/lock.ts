/** Who is writing this archive? A lock file that a dead process does not hold for ever. */

import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { DatelinesError } from '../errors.js'
import { onDisk } from './segment-output.js'

const LOCK_FILE = '.lock'
/** Locks that are being made, and locks of the dead that are being taken away. */
const ASIDE = '.lock-'

/** A lock whose process cannot be asked, as that of another machine, is taken for a dead one's this long after it was written. */
const MAX_AGE_MS = 24 * 60 * 60_000

interface Holder {
  pid: number
  host: string
  /** When the process began, where the system tells: another process may get the number of a dead one. */
  started?: string
  /** Tells this lock from all others, also of processes with the same number. */
  token: string
}

/** Locks that this process holds: tokens, and by folder. */
const held = new Set<string>()
const heldFolders = new Map<string, string>()

/** True for the names that locks have in a folder. */
export function isLockFile(entry: string): boolean {
  return entry === LOCK_FILE || entry.startsWith(ASIDE)
}

/**
 * True for what a process left beside the lock when it died; only asked under the lock. What was not yet written when it died
 * names nobody; should its process live, it writes it again.
 */
export function isDeadLock(directory: string, entry: string): boolean {
  if (!entry.startsWith(ASIDE)) return false
  const path = join(directory, entry)
  return readHolder(path) === undefined || !isAlive(path)
}

/**
 * Takes the lock of an archive's folder, which is made if it is not there. Returns what gives it back.
 *
 * @throws DatelinesError `E_LOCKED` when a living process holds it, `E_DISK`
 */
export function lockArchive(directory: string): () => void {
  makeFolder(resolve(directory))
  const path = join(directory, LOCK_FILE)
  const token = randomUUID()
  const aside = join(directory, `${ASIDE}${token}`)
  const started = startOf(process.pid)
  const holder: Holder = { pid: process.pid, host: hostname(), token, ...(started === undefined ? {} : { started }) }
  held.add(token)
  try {
    for (let attempt = 0; ; attempt++) {
      onDisk(aside, () => writeFileSync(aside, JSON.stringify(holder)))
      // A link comes into being with its content, or not at all.
      if (link(aside, path)) break
      if (attempt > 0 || isAlive(path)) throw locked(directory, path)
      takeAway(path, `${aside}-dead`)
    }
  } catch (error) {
    held.delete(token)
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
  heldFolders.set(directory, token)
  return () => {
    held.delete(token)
    if (heldFolders.get(directory) === token) heldFolders.delete(directory)
    if (readHolder(path)?.token === token) rmSync(path, { force: true })
  }
}

/**
 * Makes sure that this process still holds the lock of a folder: someone may have removed it, or taken it for a dead one's.
 *
 * @throws DatelinesError `E_LOCKED`
 */
export function requireLock(directory: string): void {
  const path = join(directory, LOCK_FILE)
  const token = heldFolders.get(directory)
  if (token === undefined || readHolder(path)?.token !== token) throw locked(directory, path)
}

/** A folder and those above it. Node's own way of making them never ends below `/proc`, where nothing can be made. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path)
  } catch (cause) {
    // Another build may have made it in the meantime.
    if (existsSync(path)) return
    const message = `${path} cannot be made: ${(cause as Error).message}. Name another place for the archive, or mend the permissions.`
    throw new DatelinesError('E_DISK', message, { where: path, cause })
  }
}

/** False where there is a file of that name already, or none to be linked any more. */
function link(from: string, to: string): boolean {
  return onDisk(to, () => {
    try {
      linkSync(from, to)
      return true
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EEXIST' || code === 'ENOENT') return false
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    }
    // A file system without links.
    try {
      writeFileSync(to, readFileSync(from), { flag: 'wx' })
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    }
  })
}

/** Removes the lock of a dead process; another one may have done so, and taken the lock, in the meantime: it is given back. */
function takeAway(path: string, aside: string): void {
  try {
    renameSync(path, aside)
    // Who finds its lock gone when it is about to publish gives up, see `requireLock`.
    if (isAlive(aside)) link(aside, path)
    rmSync(aside, { force: true })
  } catch {
    // It is gone already.
  }
}

function locked(directory: string, path: string): DatelinesError {
  const other = readHolder(path)
  const who = other === undefined ? 'another process' : `process ${other.pid} on ${other.host}`
  return new DatelinesError(
    'E_LOCKED',
    `${directory}: ${who} is writing this archive. Wait for it, or remove ${path} if it is surely gone.`,
    { where: directory },
  )
}

function readHolder(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value === 'object' && value !== null && 'pid' in value && 'host' in value && 'token' in value) {
      return value as Holder
    }
  } catch {
    // Gone, or damaged: only its age tells.
  }
  return undefined
}

function isAlive(path: string): boolean {
  const holder = readHolder(path)
  // Another machine's processes cannot be asked.
  if (holder === undefined || holder.host !== hostname()) return isYoung(path)
  // The number of a dead process may have become that of this one, as it does in containers.
  if (holder.pid === process.pid) return held.has(holder.token)
  if (!isRunning(holder.pid)) return false
  const started = startOf(holder.pid)
  // Where nobody knows when a process began, a lock as old as that is taken for one whose number was given again.
  return started === undefined || holder.started === undefined ? isYoung(path) : started === holder.started
}

/** When a process began, in ticks since the machine did; undefined where the system does not say (proc(5), field 22 of stat). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name of the program, in parentheses, may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** True when there is a process of this number on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isYoung(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs < MAX_AGE_MS
  } catch {
    return false
  }
}
