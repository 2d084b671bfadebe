/** How does a new state of an archive become visible? Written aside, verified by its hash, renamed, and the root last. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { DatelinesError } from '../errors.js'
import { sealPack } from '../format/pack.js'
import { type Root, writeRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import { isDeadLock, isLockFile, requireLock } from './lock.js'
import { contentName, onDisk, replaceFile, syncDirectory } from './segment-output.js'

const STAGING = '.staging-'
const FOLDER_NAME = /^[0-9a-f]{16}$/

const FILE_NAME = /^[a-z-]+-\d{4,}\.dl$/

/** Which earlier generations are still there ({@link Kept}), as JSON beside the root. */
export const KEPT_FILE = 'kept.json'

/** Files that are written before they are renamed. */
const ASIDE = [`${ROOT_FILE}.new`, `${KEPT_FILE}.new`]

/** Refuses a folder that holds something else than an archive. */
export function checkOutput(directory: string): void {
  if (!existsSync(directory)) {
    checkParent(directory)
    return
  }
  if (!statSync(directory).isDirectory()) {
    throw new DatelinesError(
      'E_EXISTS',
      `${directory} is a file, not a folder. Name a new or empty folder, or an archive to replace.`,
      { where: directory },
    )
  }
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

/** A folder that is not there yet must be one that can be made. */
function checkParent(directory: string): void {
  let parent = dirname(resolve(directory))
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent)
  if (statSync(parent).isDirectory()) return
  throw new DatelinesError(
    'E_DISK',
    `${directory} cannot be made: ${parent} is a file, not a folder. Name another place for the archive.`,
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

/** Moves a finished segment or lexicon to its place, when it reads back as what it is named for. */
export function adoptFolder(directory: string, staging: string, name: string): void {
  const target = join(directory, name)
  onDisk(target, () => {
    const found = contentName(staging)
    if (found !== name) throw new Error(`the disk gives back something else than was written (${found})`)
    if (existsSync(target)) {
      // One that is there has the same content, or is damaged.
      if (contentName(target) === name) return rmSync(staging, { recursive: true, force: true })
      renameSync(target, `${staging}-damaged`)
    }
    renameSync(staging, target)
    syncDirectory(directory)
  })
}

/** Bytes of the root file. */
export function encodeRoot(root: Root<unknown>): Uint8Array {
  const body = writeRoot(root)
  return sealPack({ kind: 'root', segment: 0, ordinal: 0 }, deflateRawSync(body, { level: 9 }), body.length)
}

/** Swaps the root; this is the moment from which the new state answers. Only called under the lock. */
export function publishRoot(directory: string, bytes: Uint8Array): void {
  requireLock(directory)
  replaceFile(join(directory, ROOT_FILE), bytes)
}

/** Removes folders of a state whose root could not be put in its place, as far as that is certain. */
export function dropUnpublished(directory: string, names: readonly string[], rootBytes: Uint8Array): void {
  try {
    requireLock(directory)
    const path = join(directory, ROOT_FILE)
    if (existsSync(path) && readFileSync(path).equals(rootBytes)) return
    for (const name of names) rmSync(join(directory, name), { recursive: true, force: true })
  } catch {
    // The next change removes them.
  }
}

/** What the folders of earlier generations are, so that they can be found, and fetched, when no root names them any more. */
export interface Kept {
  /** Names of the folders of each generation, newest first. */
  generations: string[][]
  /** Names of the files in each folder. */
  files: Record<string, string[]>
}

/**
 * Writes down which folders are kept of generations before the next one, at most `keep` of them. Called before the root is
 * swapped: if that does not come about, the list is right for the change that comes then.
 */
export function noteGenerations(
  directory: string,
  previous: readonly string[],
  next: readonly string[],
  keep: number,
): void {
  const isOther = (generation: readonly string[]): boolean =>
    ![previous, next].some((each) => each.join() === generation.join())
  const generations = readKept(directory).generations.filter(isOther)
  if (previous.length > 0 && previous.join() !== next.join()) generations.unshift([...previous])
  writeKept(directory, generations.slice(0, keep))
}

/** Writes down generations whose folders are in place. */
export function writeKept(directory: string, generations: string[][]): void {
  const path = join(directory, KEPT_FILE)
  onDisk(path, () => {
    if (generations.length === 0) return rmSync(path, { force: true })
    const names = [...new Set(generations.flat())].filter((name) => existsSync(join(directory, name)))
    const files = Object.fromEntries(names.map((name) => [name, readdirSync(join(directory, name)).sort()]))
    const kept: Kept = { generations, files }
    replaceFile(path, Buffer.from(JSON.stringify(kept)))
  })
}

/**
 * Removes segments and lexicons that neither the root nor a generation that is kept names. Pages opened on an earlier root go on
 * reading theirs until then.
 */
export function retireFolders(directory: string, current: readonly string[]): void {
  const live = new Set([...current, ...readKept(directory).generations.flat()])
  onDisk(directory, () => {
    for (const entry of readdirSync(directory)) {
      if (FOLDER_NAME.test(entry) && !live.has(entry)) rmSync(join(directory, entry), { recursive: true, force: true })
    }
  })
}

/** Keeps nothing of earlier generations; only called under the lock. */
export function dropGenerations(directory: string, current: readonly string[]): void {
  writeKept(directory, [])
  retireFolders(directory, current)
}

function readKept(directory: string): Kept {
  try {
    return parseKept(readFileSync(join(directory, KEPT_FILE), 'utf8'))
  } catch {
    // Without the list nothing older is known, and nothing older is kept.
    return { generations: [], files: {} }
  }
}

/** Reads what was written down; names that no folder or file can have are left out. */
export function parseKept(text: string): Kept {
  const { generations, files } = JSON.parse(text) as Partial<Record<keyof Kept, unknown>>
  const isName = (value: unknown): value is string => typeof value === 'string' && FOLDER_NAME.test(value)
  const isFile = (value: unknown): value is string => typeof value === 'string' && FILE_NAME.test(value)
  const lists = Array.isArray(generations) ? generations.filter((each) => Array.isArray(each)) : []
  const named = Object.entries(files ?? {}).filter(([name, list]) => isName(name) && Array.isArray(list))
  return {
    generations: lists.map((list: unknown[]) => list.filter(isName)),
    files: Object.fromEntries(named.map(([name, list]) => [name, (list as unknown[]).filter(isFile)])),
  }
}
