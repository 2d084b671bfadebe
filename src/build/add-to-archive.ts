/** How do today's releases get into an archive? Read as for a build, then written beside what is there. */

import { type IngestOptions, readWith } from '../ingest/read-releases.js'
import { ReleaseCollector } from './archive-builder.js'
import type { ArchiveState } from './change-archive.js'
import { extractionHelpers } from './extract-documents.js'
import { checkBuildOptions, type IndexOptions, withoutIndexOptions } from './index-options.js'
import { checkOutput } from './publish.js'
import type { BuildReport } from './report.js'
import { requireArchive } from './stored-archive.js'
import { Turns } from './turns.js'

/** Options of {@link addToArchive}: as for a build. Settings of the analysis that are not given stay those of the archive. */
export type AddOptions = Omit<IngestOptions, 'onProgress'> & IndexOptions

/** What was added. Everything but `updated` and `archive` is about the releases that were read, and the new segment. */
export interface AddReport extends BuildReport {
  /** Ids of releases that the archive had, and that were replaced. */
  updated: string[]
  /** The archive afterwards. */
  archive: ArchiveState
}

/**
 * Adds releases to the archive in a folder; those with the id of one that it holds replace it. The files of earlier segments
 * are left as they are; the newest are merged with the new one when they have become many.
 *
 * When the analysis has changed (a newer library, other synonyms or stop words), all stored texts are analysed anew.
 *
 * @throws DatelinesError as `buildArchive`, and `E_NOT_FOUND` when there is no archive; in each case it is left as it was
 */
export async function addToArchive(directory: string, options: AddOptions): Promise<AddReport> {
  checkBuildOptions(options)
  if (options.previous === undefined) requireArchive(directory)
  else checkOutput(directory)
  const collector = new ReleaseCollector(options)
  const turns = new Turns(options.signal)
  try {
    for await (const item of readWith(withoutIndexOptions(options), extractionHelpers(options))) {
      collector.take(item)
      if (turns.due) await turns.pass()
    }
    const { report, change } = await collector.addTo(directory)
    return { ...report, updated: change.replaced, archive: change.archive }
  } finally {
    collector.close()
  }
}
