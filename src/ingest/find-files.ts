/** Which files do the globs mean? The only importer of fast-glob. */

import fs from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import glob from 'fast-glob'
import { compareCodePoints } from '../bytes/utf8.js'

/** A file to read. */
export interface FoundFile {
  /** Absolute path. */
  path: string
  /** Relative to `cwd`, with forward slashes: what reports, ids and addresses are made of. */
  name: string
  bytes: number
}

/**
 * The files that `include` means and `exclude` does not, in code point order of their names.
 *
 * An entry is a glob, or the path of a file (whatever characters it has) or of a folder (all files in it). Folders
 * that only look like files are left out; links are followed, but not in circles.
 */
export async function findFiles(
  include: readonly string[],
  exclude: readonly string[],
  cwd: string,
): Promise<FoundFile[]> {
  const root = resolve(cwd)
  const patterns = include.map((entry) => patternOf(entry, root))
  const paths = await glob(patterns, {
    cwd: root,
    ignore: exclude.map((entry) => patternOf(entry, root)),
    absolute: true,
    onlyFiles: true,
    unique: true,
    // A folder that may not be entered hides its files, not the other folders.
    suppressErrors: true,
    fs: circleFreeFs(),
  })
  const files = await Promise.all(
    [...new Set(paths.map((path) => resolve(path)))].map(async (path) => {
      const bytes = await fs.promises.stat(path).then(
        (stat) => stat.size,
        () => 0,
      )
      return { path, name: nameOf(path, root), bytes }
    }),
  )
  return files.sort((a, b) => compareCodePoints(a.name, b.name))
}

function patternOf(entry: string, root: string): string {
  const stat = fs.statSync(resolve(root, entry), { throwIfNoEntry: false })
  // On Windows a backslash separates folders; elsewhere it escapes.
  const slashed = sep === '\\' ? entry.replace(/\\(?![()*?[\]{}!+@])/g, '/') : entry
  if (stat?.isFile()) return glob.escapePath(isAbsolute(entry) ? entry : entry.replace(/^\.\//, ''))
  if (stat?.isDirectory()) return `${glob.escapePath(entry).replace(/\/+$/, '')}/**/*`
  return slashed
}

function nameOf(path: string, root: string): string {
  const name = relative(root, path)
  return sep === '\\' ? name.replaceAll('\\', '/') : name
}

/** The file system as the walk sees it: a link that leads back to a folder it stands in is no folder. */
function circleFreeFs(): Partial<typeof fs> {
  const stat = (path: fs.PathLike, callback: (error: NodeJS.ErrnoException | null, stats: fs.Stats) => void): void => {
    fs.stat(path, (error, stats) => {
      if (error !== null || !stats.isDirectory() || !leadsBack(String(path))) callback(error, stats)
      else fs.lstat(path, callback)
    })
  }
  return { stat: stat as typeof fs.stat }
}

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
