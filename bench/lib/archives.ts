/** How does a bench get an archive? Built in memory from releases that state everything. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ReleaseCollector } from '../../src/build/archive-builder.js'
import type { IndexOptions } from '../../src/build/index-options.js'
import type { BuildReport } from '../../src/build/report.js'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'

/** Files and report of an archive of these releases. */
export async function buildInMemory(
  releases: Iterable<Release>,
  options: Pick<IndexOptions, 'memory' | 'workers'> = {},
): Promise<{ files: Map<string, Uint8Array>; report: BuildReport }> {
  const collector = new ReleaseCollector(options)
  for (const release of releases) {
    collector.take({ kind: 'release', release, place: { file: release.id }, how: {}, warnings: [] })
  }
  return collector.toMemory()
}

/** An archive of these releases, opened, everything but the texts resident. */
export async function openInMemory(releases: Iterable<Release>): Promise<Archive> {
  const { files } = await buildInMemory(releases)
  return openArchive(new MemorySource(files), { eager: true })
}

/** Writes files into a folder; returns their size in bytes. */
export function writeFolder(files: ReadonlyMap<string, Uint8Array>, directory: string): number {
  let bytes = 0
  for (const [name, content] of files) {
    const path = join(directory, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    bytes += content.length
  }
  return bytes
}
