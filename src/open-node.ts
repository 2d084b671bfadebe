/** How does a Node program open an archive? From a folder, an address or a source. */

import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { setCrc32 } from './bytes/crc32.js'
import { inflateSync } from './bytes/inflate-node.js'
import { DatelinesError } from './errors.js'
import {
  checkOptions,
  isBoolean,
  isFunction,
  isSignal,
  isStringRecord,
  type OptionChecks,
} from './ingest/option-checks.js'
import { Archive, type OpenOptions } from './query/archive.js'
import { FileSource } from './source/file-source.js'
import { HttpSource } from './source/http-source.js'
import { checkSource, type Source } from './source/source.js'

const isPositive = (value: unknown): boolean => typeof value === 'number' && value > 0

// In browsers there are none: a page loads no code to check what its author has typed.
const CHECKS: OptionChecks<OpenOptions> = {
  cacheBytes: [(value) => typeof value === 'number' && value >= 0, 'a number of bytes'],
  eager: [isBoolean, 'true or false'],
  reopen: [isBoolean, 'true or false'],
  fetch: [isFunction, 'a function'],
  headers: [isStringRecord, 'an object of texts'],
  timeout: [isPositive, 'a number of milliseconds above 0'],
  signal: [isSignal, 'an AbortSignal'],
}

/**
 * Opens an archive for searching.
 *
 * @param source path or address (`http:`, `https:`, `file:`) of the archive's folder, or a {@link Source}
 * @throws DatelinesError `E_NOT_FOUND`, `E_SOURCE`, `E_OPTION`, `E_CORRUPT`, `E_TOO_NEW`, `E_TOO_OLD`, `E_ANALYSIS`
 */
export async function openArchive(source: string | URL | Source, options: OpenOptions = {}): Promise<Archive> {
  setCrc32(crc32)
  checkOptions(options, CHECKS)
  return Archive.open(sourceOf(source, options), options, inflateSync)
}

function sourceOf(source: string | URL | Source, options: OpenOptions): Source {
  if (typeof source !== 'string' && !(source instanceof URL)) return checkSource(source)
  if (String(source).trim() === '')
    throw new DatelinesError('E_OPTION', 'source: expected the path or address of the folder of an archive, got ""')
  if (/^https?:/i.test(String(source))) return new HttpSource(source, options)
  return new FileSource(/^file:/i.test(String(source)) ? fileURLToPath(source) : String(source))
}
