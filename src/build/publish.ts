/** How does a new state of an archive become visible? Written aside, verified by its hash, renamed, and the root last. */

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { DatelinesError } from '../errors.js'
import { sealPack } from '../format/pack.js'
import { type Root, writeRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import { isDeadLock, isLockFile } from './lock.js'
import { onDisk, syncDirectory } from './segment-output.js'

const STAGING = '.staging-'
const FOLDER_NAME = /^[0-9a-f]{16}$/

/** Names of the folders of earlier generations, newest first, one line each; kept beside the root so that they can be found again. */
const KEPT_FILE = 'kept.json'

/** Files that are written before they are renamed. */
const ASIDE = [`${ROOT_FILE}.new`, `${KEPT_FILE}.new`]

/** Refuses a folder that holds something else than an archive. */
export function checkOutput(directory: string): void {
  if (!existsSync(directory)) return
  const entries = onDisk(directory, () => readdirSync(directory))
  const foreign = entries.filter((entry) => !isOurs(entry))
  if (entries.length === 0 || (entries.includes(ROOT_FILE) && foreign.length === 0)) return
  if (foreign.length === 0) return
  if (entries.includes(ROOT_FILE)) return
  throw new DatelinesError(
    'E_EXISTS',
    `${directory} is not empty and not an archive (it holds ${foreign.slice(0, 3).join(', ')}). Name an empty folder, or an archive to replace.`,
    { where: directory },
  )
}

function isOurs(entry: string): boolean {
  return (
    entry === ROOT_FILE ||
    entry === KEPT_FILE ||
    ASIDE.includes(entry) ||
    entry.startsWith(STAGING) ||
    isLockFile(entry) ||
    FOLDER_NAME.test(entry)
  )
}

/** A fresh folder beside the segments, for one that is being written. */
export function stagingDirectory(directory: string): string {
  const path = join(directory, `${STAGING}${process.pid}`)
  onDisk(path, () => {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path, { recursive: true })
  })
  return path
}

/** Removes what builds that were interrupted have left; only called under the lock. */
export function cleanStaging(directory: string): void {
  onDisk(directory, () => {
    for (const entry of readdirSync(directory)) {
      if (!entry.startsWith(STAGING) && !ASIDE.includes(entry) && !isDeadLock(directory, entry)) continue
      rmSync(join(directory, entry), { recursive: true, force: true })
    }
  })
}

/** Moves a finished segment or lexicon to its place. One that is already there has the same content. */
export function adoptFolder(directory: string, staging: string, name: string): void {
  const target = join(directory, name)
  onDisk(target, () => {
    if (existsSync(target)) rmSync(staging, { recursive: true, force: true })
    else renameSync(staging, target)
    syncDirectory(directory)
  })
}

/** Bytes of the root file. */
export function encodeRoot(root: Root<unknown>): Uint8Array {
  const body = writeRoot(root)
  return sealPack({ kind: 'root', segment: 0, ordinal: 0 }, deflateRawSync(body, { level: 9 }), body.length)
}

/** Swaps the root; this is the moment from which the new state answers. */
export function publishRoot(directory: string, bytes: Uint8Array): void {
  const path = join(directory, ROOT_FILE)
  const aside = `${path}.new`
  onDisk(path, () => {
    const descriptor = openSync(aside, 'w')
    try {
      writeSync(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(aside, path)
    syncDirectory(directory)
  })
}

/**
 * Removes segments and lexicons that neither the root nor one of the last `keep` generations before it names. Pages opened on an
 * earlier root go on reading theirs until then.
 */
export function retireFolders(
  directory: string,
  current: readonly string[],
  previous: readonly string[],
  keep: number,
): void {
  const generations = readGenerations(directory)
  if (previous.length > 0 && previous.join() !== current.join()) generations.unshift([...previous])
  const kept = generations.slice(0, keep)
  const live = new Set([...current, ...kept.flat()])
  onDisk(directory, () => {
    const path = join(directory, KEPT_FILE)
    if (kept.length > 0) {
      const aside = `${path}.new`
      const descriptor = openSync(aside, 'w')
      writeSync(descriptor, JSON.stringify(kept))
      closeSync(descriptor)
      renameSync(aside, path)
    } else rmSync(path, { force: true })
    for (const entry of readdirSync(directory)) {
      if (FOLDER_NAME.test(entry) && !live.has(entry)) rmSync(join(directory, entry), { recursive: true, force: true })
    }
  })
}

function readGenerations(directory: string): string[][] {
  try {
    const value: unknown = JSON.parse(readFileSync(join(directory, KEPT_FILE), 'utf8'))
    if (Array.isArray(value)) return value.filter((each): each is string[] => Array.isArray(each))
  } catch {
    // Without the list nothing older is known, and nothing older is kept.
  }
  return []
}
