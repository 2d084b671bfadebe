/** Which files do the globs mean? The only importer of fast-glob. */

import fs from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import glob from 'fast-glob'
import { compareCodePoints } from '../bytes/utf8.js'
import { isInputName } from './sniff.js'

/** A file to read, or something that was meant and cannot be read. */
export interface FoundFile {
  /** Absolute path. */
  path: string
  /** Relative to `cwd`, with forward slashes: what reports, ids and addresses are made of. */
  name: string
  bytes: number
  /** Why it is no file to read. */
  problem?: { reason: 'unreadable' | 'unsafe'; message: string }
}

/** What was found. */
export interface FoundFiles {
  files: FoundFile[]
  /** Globs that no file matches. */
  unmatched: string[]
}

/**
 * What `include` means and `exclude` does not, in code point order of the names.
 *
 * An entry is a glob, or the path of a file (whatever characters it has) or of a folder (all files in it). Links are
 * followed, but not in circles. With a problem come back: paths that do not exist, links that lead nowhere or in
 * circles, folders that may not be entered, and folders that are named like an input.
 */
export async function findFiles(
  include: readonly string[],
  exclude: readonly string[],
  cwd: string,
): Promise<FoundFiles> {
  const root = resolve(cwd)
  const closed = new Map<string, string>()
  const isGlob = (entry: string): boolean => glob.isDynamicPattern(patternOf(entry, root))
  const found = new Map<string, FoundFile>()
  const unmatched: string[] = []
  // Each glob by itself, which tells those without a file; paths, of which there may be thousands, in one go.
  const paths = include.filter((entry) => !isGlob(entry))
  for (const entries of [paths, ...include.filter(isGlob).map((entry) => [entry])]) {
    let count = 0
    for (const { path: name, dirent } of await walk(entries, exclude, root, closed)) {
      const path = resolve(name)
      const file = await describe(path, nameOf(path, root), dirent)
      if (file === undefined) continue
      found.set(file.name, file)
      count++
    }
    if (count === 0 && entries !== paths) unmatched.push(entries[0]!)
  }
  for (const [path, message] of closed) {
    const name = nameOf(resolve(path), root)
    found.set(name, { path, name, bytes: 0, problem: { reason: 'unreadable', message } })
  }
  for (const entry of include) {
    const path = resolve(root, entry)
    if (isGlob(entry) || fs.existsSync(path)) continue
    const name = nameOf(path, root)
    found.set(name, { path, name, bytes: 0, problem: { reason: 'unreadable', message: 'there is no such file' } })
  }
  const files = [...found.values()].sort((a, b) => compareCodePoints(a.name, b.name))
  return { files, unmatched }
}

function walk(
  entries: readonly string[],
  exclude: readonly string[],
  root: string,
  closed: Map<string, string>,
): Promise<glob.Entry[]> {
  return glob(
    entries.map((entry) => patternOf(entry, root)),
    {
      cwd: root,
      ignore: exclude.map((entry) => patternOf(entry, root)),
      absolute: true,
      onlyFiles: false,
      objectMode: true,
      // A folder that may not be entered hides its files, not the other folders; it is listed with the files.
      suppressErrors: true,
      fs: watchfulFs(closed),
    },
  )
}

async function describe(
  path: string,
  name: string,
  entry: { isDirectory(): boolean; isSymbolicLink(): boolean },
): Promise<FoundFile | undefined> {
  if (entry.isDirectory()) {
    if (!isInputName(name)) return undefined
    return { path, name, bytes: 0, problem: { reason: 'unreadable', message: 'a folder, not a file' } }
  }
  if (entry.isSymbolicLink() && leadsBack(path)) {
    const message = 'a link that leads nowhere, or back to a folder it stands in'
    return { path, name, bytes: 0, problem: { reason: 'unsafe', message } }
  }
  const stat = await fs.promises.stat(path).catch(() => undefined)
  if (stat?.isFile() === true) return { path, name, bytes: stat.size }
  if (stat?.isDirectory() === true) return undefined
  return { path, name, bytes: 0, problem: { reason: 'unreadable', message: 'not a file' } }
}

function patternOf(entry: string, root: string): string {
  const stat = fs.statSync(resolve(root, entry), { throwIfNoEntry: false })
  if (stat?.isFile() || stat?.isDirectory()) {
    // A path is taken as it is; on Windows with the slashes of a glob.
    const path = sep === '\\' ? glob.convertPathToPattern(entry) : glob.escapePath(entry)
    const plain = isAbsolute(entry) ? path : path.replace(/^\.\//, '')
    return stat.isFile() ? plain : `${plain.replace(/\/+$/, '')}/**/*`
  }
  // On Windows a backslash separates folders; elsewhere it escapes.
  return sep === '\\' ? entry.replace(/\\(?![()*?[\]{}!+@])/g, '/') : entry
}

function nameOf(path: string, root: string): string {
  const name = relative(root, path)
  return sep === '\\' ? name.replaceAll('\\', '/') : name
}

/**
 * The file system as the walk sees it: a link that leads back to a folder it stands in is no folder, and folders that
 * cannot be listed are written down in `closed`.
 */
function watchfulFs(closed: Map<string, string>): Partial<typeof fs> {
  const stat = (path: fs.PathLike, callback: (error: NodeJS.ErrnoException | null, stats: fs.Stats) => void): void => {
    fs.stat(path, (error, stats) => {
      if (error !== null || !stats.isDirectory() || !leadsBack(String(path))) callback(error, stats)
      else fs.lstat(path, callback)
    })
  }
  const readdir = (
    path: fs.PathLike,
    options: { withFileTypes: true },
    callback: (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void,
  ): void => {
    fs.readdir(path, options, (error, entries) => {
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
        closed.set(String(path), `the folder cannot be listed: ${error.message}`)
      }
      callback(error, entries)
    })
  }
  return { stat: stat as typeof fs.stat, readdir: readdir as typeof fs.readdir }
}

/** True when the path leads nowhere, or to one of the folders it is reached by. */
function leadsBack(path: string): boolean {
  try {
    const target = fs.realpathSync(path)
    const parts = resolve(path).split(sep)
    for (let length = parts.length - 1; length > 0; length--) {
      if (fs.realpathSync(parts.slice(0, length).join(sep) || sep) === target) return true
    }
    return false
  } catch {
    return true
  }
}
