/** Does it matter which thread takes documents apart? Not to the archive and not to the report; failures are the same. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addToArchive } from '../../src/build/add-to-archive.js'
import { type BuildOptions, buildArchive } from '../../src/build/build-archive.js'
import type { BuildReport } from '../../src/build/report.js'
import { temporaryFolders } from '../growth/folders.js'
import { replaced } from './replaced-workers.js'

vi.mock('node:worker_threads', async (original) => {
  const { withReplacedWorkers } = await import('./replaced-workers.js')
  return withReplacedWorkers(await original())
})

const newFolder = temporaryFolders()

/** Files of every kind, broken ones too, and pages of one site with a frame to be learnt. */
const ALL_KINDS = ['corpus/releases/{web,digest}/**/*', 'tests/ingest/fixtures/*/input/**/*']
const SOME_PAGES = ['corpus/releases/web/2019/*']

/** The bytes of an archive by the paths of its files. */
function archiveBytes(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.map((path): [string, string] => [path.slice(folder.length), readFileSync(path, 'base64')]).sort(),
  )
}

/** A site whose pages share a line that only many pages show to be none of their own. */
function writeSite(): string {
  const folder = newFolder()
  mkdirSync(folder)
  for (const [i, place] of ['Chad', 'Peru', 'Nepal', 'Fiji', 'Togo', 'Oman'].entries()) {
    const own = `<p>Of the people who came to ${place} that year, ${i + 2} in ten found work within a month, officials said.</p>`
    writeFileSync(
      join(folder, `${place}.html`),
      `<html><body><h1>Arrivals in ${place}</h1>${own.repeat(2)}<p>Our reporters in forty countries depend on what readers give.</p></body></html>`,
    )
  }
  return folder
}

interface Built {
  bytes: Map<string, string>
  report: Omit<BuildReport, 'ms' | 'peakMemoryMiB'>
  /** What the functions of the caller were told, in order. */
  told: string[]
}

async function build(options: Omit<BuildOptions, 'out'>): Promise<Built> {
  const out = newFolder()
  const told: string[] = []
  const { ms, peakMemoryMiB, ...report } = await buildArchive({
    ...options,
    out,
    onProgress: ({ phase, done, totalBytes }) => {
      if (phase === 'read') told.push(`read ${done} of ${totalBytes}`)
    },
    url: (release, file) => {
      told.push(`${file} ${release.id}`)
      return release.url
    },
  })
  expect(ms + peakMemoryMiB).toBeGreaterThan(0)
  return { bytes: archiveBytes(out), report, told }
}

beforeEach(() => {
  replaced.program = undefined
  replaced.started = 0
})

describe('documents taken apart by workers', () => {
  it('come to the same archive, report, progress and calls, whatever their kind', async () => {
    const options: Omit<BuildOptions, 'out'> = {
      include: [...ALL_KINDS, `${writeSite()}/*.html`],
      releases: [
        { id: 'page', html: '<title>A page</title><p>Geneva, 3 May 2011 – Of Chad.' },
        { id: 'none', html: '' },
      ],
      contacts: 'keep',
      overrides: [
        { file: 'corpus/releases/web/2019/new-mexico-shelters.html', title: 'Corrected' },
        { id: 'nobody', title: 'Unused' },
      ],
      facets: { author: 'metadata.author' },
      baseUrl: 'https://example.org/',
    }
    const here = await build({ ...options, workers: 0 })
    expect(replaced.started).toBe(0)
    const there = await build({ ...options, workers: 2 })
    // Two for the documents, then two for their words.
    expect(replaced.started).toBe(4)
    expect(here.report.releases).toBeGreaterThan(100)
    expect(here.report.rejected.length).toBeGreaterThan(5)
    expect(there.report).toEqual(here.report)
    expect(there.told).toEqual(here.told)
    expect(there.bytes).toEqual(here.bytes)
  })

  it('are not worth threads where there are few, or where nothing is extracted', async () => {
    await build({ include: SOME_PAGES })
    expect(replaced.started).toBe(0)
    await build({ include: SOME_PAGES, extract: false, workers: 1 })
    expect(replaced.started).toBe(1)
  })

  it('come to what they would when they are added', async () => {
    const first = await Promise.all(
      [0, 1].map(async (workers) => {
        const out = newFolder()
        await buildArchive({ include: SOME_PAGES, out, workers: 0 })
        await addToArchive(out, { include: ['corpus/releases/web/20{16,17}/*'], workers })
        return archiveBytes(out)
      }),
    )
    expect(replaced.started).toBeGreaterThan(0)
    expect(first[1]).toEqual(first[0])
  })

  it('are not published when a worker dies', async () => {
    replaced.program = `require('node:worker_threads').parentPort.once('message', () => process.exit(3))`
    const out = newFolder()
    await expect(buildArchive({ include: SOME_PAGES, out, workers: 2 })).rejects.toMatchObject({
      name: 'DatelinesError',
      code: 'E_WORKER',
    })
    expect(existsSync(out)).toBe(false)
  })

  it('fail as they would on one thread', async () => {
    const out = newFolder()
    const options = { include: SOME_PAGES, out, workers: 1 }
    await expect(buildArchive({ ...options, select: { body: '##' } })).rejects.toMatchObject({ code: 'E_OPTION' })
    const url = (): string => {
      throw new TypeError('a mistake of the caller')
    }
    const { releases, rejected } = await buildArchive({
      ...options,
      releases: [{ id: 'a', title: 'A', body: 'Of Chad.' }],
      url: (release) => (release.id === 'a' ? undefined : url()),
    })
    expect(releases).toBe(1)
    expect(new Set(rejected.map(({ message }) => message))).toEqual(new Set(['a mistake of the caller']))
  })

  it('are given up when the build is told to stop', async () => {
    const stop = new AbortController()
    const out = newFolder()
    const building = buildArchive({
      include: SOME_PAGES,
      out,
      workers: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(building).rejects.toMatchObject({ name: 'AbortError' })
  })
})
