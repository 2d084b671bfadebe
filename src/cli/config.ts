/** What does the project's `datelines.config` say? The options of `buildArchive`, from a module or a JSON file. */

import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildOptions } from '../build.js'
import type { PageSettings } from './page-settings.js'
import { UsageError } from './usage-error.js'

/** Looked for in the working directory, in this order. */
const CONFIG_FILES = ['datelines.config.js', 'datelines.config.mjs', 'datelines.config.json']

/** Options of a build as a configuration file states them, and the search page; the command line goes before them. */
export type BuildConfig = Partial<BuildOptions> & {
  /** True for a page, or what is decided about it. */
  page?: boolean | PageSettings
}

/**
 * Reads the configuration: the file named, else the first of `datelines.config.js`, `.mjs` and `.json` in the working
 * directory, else nothing.
 *
 * @throws UsageError when the file is not there, cannot be loaded, or holds no object
 */
export async function loadConfig(named: string | undefined, cwd = process.cwd()): Promise<BuildConfig> {
  const path = named === undefined ? await findConfig(cwd) : resolve(cwd, named)
  if (path === undefined) return {}
  if (!(await isFile(path))) throw new UsageError(`${named}: there is no such file.`, 'build')
  const shown = named ?? path
  const value = await readConfig(path, shown)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(
      `${shown}: expected an object of build options as the default export, got ${typeOf(value)}.`,
      'build',
    )
  }
  return value as BuildConfig
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

async function findConfig(cwd: string): Promise<string | undefined> {
  for (const name of CONFIG_FILES) {
    const path = resolve(cwd, name)
    if (await isFile(path)) return path
  }
  return undefined
}

async function readConfig(path: string, shown: string): Promise<unknown> {
  try {
    if (path.endsWith('.json')) return JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''))
    const loaded = (await import(pathToFileURL(path).href)) as { default?: unknown }
    return loaded.default
  } catch (error) {
    throw new UsageError(`${shown} cannot be loaded: ${(error as Error).message}`, 'build')
  }
}

const typeOf = (value: unknown): string =>
  value === undefined ? 'nothing' : value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
