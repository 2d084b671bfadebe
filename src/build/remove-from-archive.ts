/** How do releases get out of an archive? Masked by a new segment, or for good. */

import { isBoolean, isString, wrongOption } from '../ingest/option-checks.js'
import { openSpool, underLock } from './archive-builder.js'
import { type ArchiveState, changeArchive } from './change-archive.js'
import { checkFolder, checkIndexOptions, type IndexOptions } from './index-options.js'
import { fetchPrevious } from './previous.js'
import { requireArchive } from './stored-archive.js'

/** Options of {@link removeFromArchive}. */
export interface RemoveOptions extends Pick<IndexOptions, 'keep' | 'memory' | 'previous' | 'signal'> {
  /**
   * The segments that hold the releases are written anew without them, and earlier generations are removed, so that nothing
   * of their text is left. Default false: they are not found any more, but their text stays in its file.
   */
  purge?: boolean
}

/** What was removed. */
export interface RemoveReport {
  /** Ids of the releases that were removed; with `purge`, also of those that were removed before. */
  removed: string[]
  /** Ids that the archive does not hold. */
  unknown: string[]
  /** The archive afterwards. */
  archive: ArchiveState
  ms: number
}

/**
 * Removes releases from the archive in a folder. When it holds none of them, nothing is published.
 *
 * @throws DatelinesError `E_OPTION`, `E_NOT_FOUND` when there is no archive, `E_LOCKED`, `E_DISK`, `E_CORRUPT`; in each case it is left as it was
 */
export async function removeFromArchive(
  directory: string,
  ids: readonly string[] | ReadonlySet<string>,
  options: RemoveOptions = {},
): Promise<RemoveReport> {
  const started = performance.now()
  checkFolder(directory)
  checkIndexOptions(options, ['keep', 'memory', 'previous', 'signal'], { purge: [isBoolean, 'true or false'] })
  if (options.purge && options.keep)
    throw wrongOption(
      '`keep`: a purge leaves no earlier generations, which would hold the text; leave out one of the two',
    )
  const wanted = listed(ids)
  const { keep = 1, previous, purge = false, signal } = options
  if (previous === undefined) requireArchive(directory)
  const spool = openSpool(options)
  try {
    return await underLock(directory, async () => {
      await fetchPrevious(directory, { previous, keep: purge ? 0 : keep, signal })
      const { removed, unknown, archive } = await changeArchive(directory, {
        spool,
        removed: wanted,
        purge,
        settings: {},
        keep,
        signal,
      })
      return { removed, unknown, archive, ms: Math.round(performance.now() - started) }
    })
  } finally {
    spool.close()
  }
}

/** A text is a series of letters too, each of which might be an id. */
function listed(ids: readonly string[] | ReadonlySet<string>): string[] {
  const list = typeof ids === 'object' && ids !== null && Symbol.iterator in ids ? [...new Set(ids)] : undefined
  if (list?.every(isString)) return list
  throw wrongOption(`the ids must be a list of texts, got ${JSON.stringify(ids) ?? 'nothing'}`)
}
