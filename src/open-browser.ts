/** How does a page open an archive? From an address, relative to the page, or from a source. */

import { inflate } from './bytes/inflate.js'
import { Archive, type OpenOptions } from './query/archive.js'
import { HttpSource } from './source/http-source.js'
import { checkSource, type Source } from './source/source.js'

/**
 * Opens an archive for searching.
 *
 * @param source address of the archive's folder, absolute or relative to the page, or a {@link Source}
 * @throws DatelinesError `E_NOT_FOUND`, `E_SOURCE`, `E_OPTION`, `E_CORRUPT`, `E_TOO_NEW`, `E_TOO_OLD`, `E_ANALYSIS`
 */
export async function openArchive(source: string | URL | Source, options: OpenOptions = {}): Promise<Archive> {
  const isAddress = typeof source === 'string' || source instanceof URL
  return Archive.open(
    isAddress ? new HttpSource(new URL(source, baseAddress()), options) : checkSource(source),
    options,
    inflate,
  )
}

function baseAddress(): string | undefined {
  return typeof document === 'undefined' ? globalThis.location?.href : document.baseURI
}
