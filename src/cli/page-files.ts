/** Where is the ready search page, and how does it get beside an archive? */

import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatelinesError } from '../errors.js'

/** The folder of the page's scripts and styles, beside its `index.html`. */
export const PAGE_FOLDER = 'datelines-page'

/** What `index.html` says of itself, so that no other page is overwritten. */
const SIGN = '<meta name="generator" content="datelines">'

/** Where the page says which folder the archive is in. */
const ARCHIVE_META = /(<meta name="datelines-archive" content=")[^"]*(">)/

/** The folder of the ready page, as it comes with the package. */
export function pageDirectory(): string {
  const candidates = ['./page', '../../dist/page'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  const found = candidates.find((path) => existsSync(join(path, 'page.js')))
  if (found !== undefined) return found
  throw new DatelinesError('E_NOT_FOUND', `The search page is not in ${candidates[0]}. Install the package again.`)
}

/**
 * Checks that the page may be put beside an archive.
 *
 * @throws DatelinesError `E_EXISTS` when there is an `index.html` of somebody else's
 */
export async function checkPagePlace(archive: string): Promise<void> {
  const index = join(dirname(resolve(archive)), 'index.html')
  if (!existsSync(index) || (await readFile(index, 'utf8')).includes(SIGN)) return
  throw new DatelinesError(
    'E_EXISTS',
    `${index} is a page of another kind and is not replaced. Build the archive into another folder, or leave out --page.`,
    { where: index },
  )
}

/**
 * Puts the page beside an archive: `index.html` and {@link PAGE_FOLDER} in the folder that holds the archive's.
 *
 * @returns the path of the page
 * @throws DatelinesError `E_EXISTS`, `E_DISK`
 */
export async function putPage(archive: string): Promise<string> {
  await checkPagePlace(archive)
  const from = pageDirectory()
  const folder = dirname(resolve(archive))
  const index = join(folder, 'index.html')
  try {
    await mkdir(join(folder, PAGE_FOLDER), { recursive: true })
    await cp(from, join(folder, PAGE_FOLDER), {
      recursive: true,
      filter: (path) => basename(path) !== 'index.html',
    })
    const page = await readFile(join(from, 'index.html'), 'utf8')
    const address = `${encodeURIComponent(basename(resolve(archive)))}/`
    await writeFile(
      index,
      page.replace(ARCHIVE_META, (_all, before, after) => before + address + after),
    )
  } catch (error) {
    throw new DatelinesError('E_DISK', `The search page cannot be written to ${folder}: ${(error as Error).message}`, {
      where: folder,
      cause: error,
    })
  }
  return index
}
