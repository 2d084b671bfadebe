/** Which release is meant by what was typed? */

import { DatelinesError } from '../errors.js'
import type { Archive } from '../index.js'
import type { Release } from '../types.js'

/**
 * The release with an id, or with this address.
 *
 * @param place how the archive was named
 * @throws DatelinesError `E_NOT_FOUND`
 */
export async function findRelease(archive: Archive, place: string, id: string, signal: AbortSignal): Promise<Release> {
  const release = (await archive.get(id, { signal })) ?? (await archive.getByUrl(id, { signal }))
  if (release !== undefined) return release
  throw new DatelinesError(
    'E_NOT_FOUND',
    `${place} has no release with the id or address "${id}". Ids are as a search shows them.`,
    { where: place },
  )
}
