/** Which archives can this library read? Names, numbers and limits of the format, with one line of history per version. */

import { DatelinesError } from '../errors.js'

/** Written into `archive.info.format`. */
export const FORMAT_NAME = 'datelines'

/**
 * History of the major version (readers refuse another one) and, after the point, of the minor version (readers ignore what they do not know).
 *
 * - 1.0 the first: root, lexicon, terms, positions, words, ids, facets, dates, texts, removals.
 */
export const FORMAT_MAJOR = 1
export const FORMAT_MINOR = 0
const OLDEST_MAJOR = 1

/** The one mutable file. */
export const ROOT_FILE = 'root.dl'

/** The extension of every file. */
export const EXTENSION = '.dl'

/** A pack larger than this when inflated is refused before anything is allocated. */
export const MAX_PACK_BYTES = 32 * 1024 * 1024

/** Refuses versions outside what this library reads. */
export function checkVersion(major: number, where: string): void {
  if (major > FORMAT_MAJOR) {
    throw new DatelinesError(
      'E_TOO_NEW',
      `${where}: format version ${major} is newer than ${FORMAT_MAJOR}, the newest this library reads. Update datelines, or build the archive again with this version.`,
      { where },
    )
  }
  if (major < OLDEST_MAJOR) {
    throw new DatelinesError(
      'E_TOO_OLD',
      `${where}: format version ${major} is older than ${OLDEST_MAJOR}, the oldest this library reads. Build the archive again.`,
      { where },
    )
  }
}
