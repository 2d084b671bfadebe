/** How does a test get an archive without a disk? Releases as they are, collected and built in memory. */

import { ReleaseCollector } from '../../src/build/archive-builder.js'
import type { IndexOptions } from '../../src/build/index-options.js'
import { openArchive } from '../../src/open-node.js'
import type { Archive, OpenOptions } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'

/** The files of an archive of these releases. Nothing is extracted. */
export async function archiveFiles(
  releases: Iterable<Release>,
  options: IndexOptions = {},
): Promise<Map<string, Uint8Array>> {
  const collector = new ReleaseCollector(options)
  let line = 0
  for (const release of releases) {
    line++
    collector.take({
      kind: 'release',
      release,
      place: { file: 'test', line },
      how: {},
      warnings: [],
    })
  }
  return (await collector.toMemory()).files
}

/** An opened archive of these releases. */
export async function archiveOf(
  releases: Iterable<Release>,
  options: IndexOptions & { open?: OpenOptions } = {},
): Promise<Archive> {
  const { open = {}, ...build } = options
  return openArchive(new MemorySource(await archiveFiles(releases, build)), open)
}
