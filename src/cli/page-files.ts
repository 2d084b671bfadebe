/** Where is the ready search page, and how does it get beside an archive? */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatelinesError } from '../errors.js'
import { isTheme, themeOf } from './accent.js'
import type { PageSettings } from './page-settings.js'

/** The folder of the page's scripts and styles, beside its `index.html`. */
export const PAGE_FOLDER = 'datelines-page'

/** What `index.html` says of itself, so that no other page is overwritten. */
const SIGN = '<meta name="generator" content="datelines">'

/** Files that are not copied but written, since they say what was decided about the page. */
const WRITTEN = ['index.html', 'theme.css']

/** The folder of the ready page, as it comes with the package. */
export function pageDirectory(): string {
  const candidates = ['./page', '../../dist/page'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  const found = candidates.find((path) => existsSync(join(path, 'page.js')))
  if (found !== undefined) return found
  throw new DatelinesError('E_NOT_FOUND', `The search page is not in ${candidates[0]}. Install the package again.`)
}

/** The files of a page that say what was decided about it. */
export interface OwnFiles {
  index: string
  theme: string
}

/**
 * Writes what was decided into the page.
 *
 * @param archive address of the archive's folder, relative to the page
 * @throws UsageError for a colour that is none
 */
export async function ownFiles(archive: string, settings: PageSettings, command: string): Promise<OwnFiles> {
  const page = await readFile(join(pageDirectory(), 'index.html'), 'utf8')
  const { title, language, accent, home, facets } = settings
  const metas = Object.entries({ title, language, home, facets: facets && JSON.stringify(facets) }).flatMap(
    ([name, value]) => (value === undefined ? [] : [meta(name, value)]),
  )
  const index = page
    .replace(meta('archive', 'archive/'), () => [meta('archive', archive), ...metas].join('\n    '))
    .replace('href="archive/root.dl"', () => `href="${escaped(archive)}root.dl"`)
    .replace(/<html lang="en">/, (found) => (language === undefined ? found : `<html lang="${escaped(language)}">`))
    .replace(/<title>[^<]*/, (found) => (title === undefined ? found : `<title>${escaped(title)}`))
  return { index, theme: accent === undefined ? '' : themeOf(accent, command) }
}

const meta = (name: string, value: string): string => `<meta name="datelines-${name}" content="${escaped(value)}">`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

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

/** What tells a page as it was written from one that somebody changed: a hash of everything else in it. */
const SEAL = /\n {4}<meta name="datelines-written" content="([0-9a-f]*)">/

// Checkouts may change the ends of lines.
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16)

const sealed = (index: string): string =>
  index.replace(SIGN, `${SIGN}\n    <meta name="datelines-written" content="${hashOf(index)}">`)

function isAsWritten(index: string): boolean {
  const plain = index.replaceAll('\r\n', '\n')
  return SEAL.exec(plain)?.[1] === hashOf(plain.replace(SEAL, ''))
}

/** The address of an archive's folder from a page beside it. */
export const archiveAddress = (archive: string): string => `${encodeURIComponent(basename(resolve(archive)))}/`

/**
 * Puts the page beside an archive: `index.html` and {@link PAGE_FOLDER} in the folder that holds the archive's. An `index.html` or
 * `theme.css` that was changed by hand stays as it is.
 *
 * @returns the path of the page, and those of files that were kept
 * @throws DatelinesError `E_EXISTS`, `E_DISK`
 */
export async function putPage(archive: string, { index, theme }: OwnFiles): Promise<{ place: string; kept: string[] }> {
  await checkPagePlace(archive)
  const folder = dirname(resolve(archive))
  const place = join(folder, 'index.html')
  const themePlace = join(folder, PAGE_FOLDER, 'theme.css')
  const kept: string[] = []
  const put = async (path: string, text: string, isOurs: (before: string) => boolean): Promise<void> => {
    const before = await textOf(path)
    if (before === '' || isOurs(before)) await writeFile(path, text)
    else if (before !== text) kept.push(path)
  }
  try {
    await mkdir(join(folder, PAGE_FOLDER), { recursive: true })
    await cp(pageDirectory(), join(folder, PAGE_FOLDER), {
      recursive: true,
      filter: (path) => !WRITTEN.includes(basename(path)),
    })
    await put(themePlace, theme, isTheme)
    // Last, so that it never names what is not there.
    await put(place, sealed(index), isAsWritten)
  } catch (error) {
    throw new DatelinesError('E_DISK', `The search page cannot be written to ${folder}: ${(error as Error).message}`, {
      where: folder,
      cause: error,
    })
  }
  return { place, kept }
}

/** What the page that stands beside an archive was made with: its settings, and its theme. Nothing where there is none. */
export async function storedPage(archive: string): Promise<{ settings: PageSettings; theme: string }> {
  const folder = dirname(resolve(archive))
  const index = await textOf(join(folder, 'index.html'))
  if (!index.includes(SIGN) || !index.includes(meta('archive', archiveAddress(archive)))) {
    return { settings: {}, theme: '' }
  }
  const { facets, ...texts } = Object.fromEntries(
    [...index.matchAll(/<meta name="datelines-(title|language|home|facets)" content="([^"]*)">/g)].map(
      ([, name = '', content = '']) => [name, unescaped(content)],
    ),
  )
  return {
    settings: {
      ...texts,
      ...(facets !== undefined && { facets: JSON.parse(facets) as PageSettings['facets'] & object }),
    },
    theme: await textOf(join(folder, PAGE_FOLDER, 'theme.css')),
  }
}

const textOf = async (path: string): Promise<string> => (existsSync(path) ? readFile(path, 'utf8') : '')

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
