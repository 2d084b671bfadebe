/** Where are the bytes of an archive? The one interface that everything is read through. */

import { DatelinesError } from '../errors.js'

/** Part of a file, in bytes. */
export interface ByteRange {
  offset: number
  byteLength: number
}

export interface ReadOptions {
  /** The length of the whole file where it is known; a source may use it to choose between whole and part. */
  fileLength?: number
  /** Past every cache: the file may have changed. */
  fresh?: boolean
  signal?: AbortSignal
}

/**
 * A folder of files. Contract: `read` gives exactly the bytes asked for, or rejects: `E_NOT_FOUND` when there is no such
 * file, `E_SOURCE` when it cannot be read, `E_CORRUPT` when it is shorter than the range, `AbortError` when aborted. The bytes are
 * the caller's to keep and are never changed afterwards. Any number of reads may be under way at once.
 */
export interface Source {
  /** What to call it in messages: a path or an address. */
  readonly description: string
  read(file: string, range?: ByteRange, options?: ReadOptions): Promise<Uint8Array>
  /**
   * Something read was damaged: what is held in memory is given up, so that it is read anew. True when a read may give other bytes
   * now, since it goes another way than before.
   */
  forget?(): boolean
  /** Gives up files and connections; reads under way may fail. */
  close(): Promise<void>
}

/**
 * Returns a source that callers gave.
 *
 * @throws DatelinesError `E_OPTION` when it is none
 */
export function checkSource(source: Source): Source {
  if (typeof (source as Partial<Source> | undefined | null)?.read === 'function') return source
  throw new DatelinesError('E_OPTION', `openArchive: expected a path, an address or a Source, got ${String(source)}`)
}
