/** How do releases get into an archive as they are? Nothing is extracted from them. */

import { ReleaseCollector } from '../../src/build/archive-builder.js'
import type { IndexOptions } from '../../src/build/index-options.js'
import type { Release } from '../../src/types.js'

function collect(releases: Iterable<Release>, options: IndexOptions): ReleaseCollector {
  const collector = new ReleaseCollector({ minReleases: 0, ...options })
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: 'test' }, how: {}, warnings: [] })
  }
  return collector
}

/** Builds an archive of releases. */
export const build = (out: string, releases: Iterable<Release>, options: IndexOptions = {}) =>
  collect(releases, options).publish(out)

/** Adds releases to an archive. */
export const add = (directory: string, releases: Iterable<Release>, options: IndexOptions = {}) =>
  collect(releases, options).addTo(directory)
