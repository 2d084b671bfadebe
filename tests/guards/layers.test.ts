/** Do imports only go down? Reads the imports of every source file. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROWS: Record<string, number> = {
  bytes: 0,
  source: 1,
  analysis: 1,
  places: 1,
  format: 2,
  reader: 3,
  build: 3,
  ingest: 3,
  query: 4,
  live: 5,
  page: 6,
  adapters: 6,
  cli: 7,
}

/** Folders of one row that know nothing of each other, but for what stands here. */
const SIDEWAYS: readonly [from: string, to: string, reason: string][] = [
  ['build', 'ingest', 'a build takes in what ingest gives'],
  ['analysis', 'places', 'names of countries are concepts'],
  ['instantsearch.ts', 'adapters', 'the entry of the adapter'],
]

/** Packages and the only files or folders that import them. */
const WRAPPERS: Record<string, RegExp> = {
  minisearch: /^live\//,
  natural: /^analysis\//,
  stopword: /^analysis\//,
  'fast-glob': /^ingest\//,
}

/** Node modules are for builds, ingest, the command line, and the Node side of opening. */
const NODE_FILES =
  /^(build\/|ingest\/|cli\/|source\/file-source\.ts|bytes\/inflate-node\.ts|open-node\.ts|build\.ts|index\.ts)/

const root = 'src'

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm),
  ].map((match) => (match[1] ?? match[2])!)
}

const files = sources(root).map((path) => ({ path: relative(root, path), imports: importsOf(path) }))

function rowOf(path: string): number {
  const folder = path.split('/')[0]!
  if (path.includes('/')) return ROWS[folder] ?? Number.NaN
  return path === 'errors.ts' || path === 'types.ts' ? 0 : path.startsWith('open-') ? 5 : 6
}

describe('layers', () => {
  it('knows every folder', () => {
    expect(files.filter(({ path }) => Number.isNaN(rowOf(path))).map(({ path }) => path)).toEqual([])
  })

  it('has no import that goes up or sideways', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => normalize(join(dirname(path), name)).replace(/\.js$/, '.ts'))
        .filter((target) => {
          const from = path.split('/')[0]!
          const to = target.split('/')[0]!
          if (from === to || rowOf(path) > rowOf(target)) return false
          if (!target.includes('/') && (rowOf(target) === 0 || !path.includes('/'))) return false
          if (!target.endsWith('.ts')) return false
          return !SIDEWAYS.some(([a, b]) => a === from && b === to)
        })
        .map((target) => `${path} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('imports Node modules only where Node is', () => {
    const wrong = files.filter(
      ({ path, imports }) => !NODE_FILES.test(path) && imports.some((name) => name.startsWith('node:')),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('imports packages only in their wrappers', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => {
          const wrapper = WRAPPERS[name.split('/')[0]!]
          return wrapper !== undefined && !wrapper.test(path)
        })
        .map((name) => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the query side free of packages', () => {
    const wrong = files
      .filter(({ path }) => /^(bytes|format|source|reader|query|open-browser|browser)/.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
          .map((name) => `${path} imports ${name}`),
      )
    expect(wrong).toEqual([])
  })
})
