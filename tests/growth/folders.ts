/** Where do the archives of a test stand, and how do releases get there without being extracted? */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type IndexOptions, ReleaseCollector } from '../../src/build/archive-builder.js'
import type { Release } from '../../src/types.js'

/** A function that gives new folders, which are removed after the tests of the file. */
export function temporaryFolders(): () => string {
  const base = mkdtempSync(join(tmpdir(), 'datelines-growth-'))
  let made = 0
  afterAll(() => rmSync(base, { recursive: true, force: true }))
  return () => join(base, `archive-${made++}`)
}

function collect(releases: Iterable<Release>, options: IndexOptions): ReleaseCollector {
  const collector = new ReleaseCollector({ minReleases: 0, ...options })
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: 'test' }, how: {}, warnings: [] })
  }
  return collector
}

/** Builds an archive of releases as they are. */
export const build = (out: string, releases: Iterable<Release>, options: IndexOptions = {}) =>
  collect(releases, options).publish(out)

/** Adds releases as they are. */
export const add = (directory: string, releases: Iterable<Release>, options: IndexOptions = {}) =>
  collect(releases, options).addTo(directory)
