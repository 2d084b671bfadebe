/** Which archive is meant, and how is it opened for the time of one command? */

import { type Archive, openArchive } from '../index.js'

/** Opens the archive in a folder or at an address, hands it to `use`, and closes it. */
export async function withArchive<T>(
  place: string,
  signal: AbortSignal,
  use: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await openArchive(place, { signal })
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}
