/** What can go wrong: one error class with a stable code, so that callers can switch on it. */

/**
 * The stable codes of {@link DatelinesError}.
 *
 * - `E_OPTION` an option or query tree has an unknown name or a value of the wrong type
 * - `E_NOT_FOUND` there is no archive at that place
 * - `E_SOURCE` bytes could not be read (status, network, timeout)
 * - `E_CORRUPT` a file is damaged, truncated or foreign
 * - `E_TOO_NEW` / `E_TOO_OLD` the format version is outside what this library reads
 * - `E_STALE` the segment an opened archive pins is gone and `reopen` is false
 * - `E_ANALYSIS` the analyser described in the archive cannot be rebuilt
 * - `E_QUERY` strict query parsing failed
 * - `E_INPUT` a file or release is rejected (`reason` says why)
 * - `E_HOLLOW` too many rejections or too few releases to publish
 * - `E_EXISTS` the output folder holds something that is not an archive
 * - `E_LOCKED` another build is writing the archive
 * - `E_DISK` writing failed (full disk, permissions)
 * - `E_WORKER` a worker thread of a build died
 */
export type ErrorCode =
  | 'E_OPTION'
  | 'E_NOT_FOUND'
  | 'E_SOURCE'
  | 'E_CORRUPT'
  | 'E_TOO_NEW'
  | 'E_TOO_OLD'
  | 'E_STALE'
  | 'E_ANALYSIS'
  | 'E_QUERY'
  | 'E_INPUT'
  | 'E_HOLLOW'
  | 'E_EXISTS'
  | 'E_LOCKED'
  | 'E_DISK'
  | 'E_WORKER'

/** Why an input was rejected, with code `E_INPUT`. */
export type InputReason =
  | 'unreadable'
  | 'empty'
  | 'binary'
  | 'syntax'
  | 'no-text'
  | 'no-id'
  | 'too-large'
  | 'encoding'
  | 'unsafe'

/** Where and how a failure happened; every field is optional and only set when it is known. */
export interface ErrorDetail {
  /** File, URL or section concerned. */
  readonly where?: string
  /** Byte offset in the file, or UTF-16 offset in a query. */
  readonly offset?: number
  /** For `E_INPUT`: why the input is rejected. */
  readonly reason?: InputReason
  /** For `E_SOURCE`: the HTTP status, if there was one. */
  readonly status?: number
  readonly cause?: unknown
}

/** Every failure of the library. The message says what failed, where, what was expected, what was found and what to do. */
export class DatelinesError extends Error {
  override readonly name = 'DatelinesError'
  readonly code: ErrorCode
  readonly where?: string
  readonly offset?: number
  readonly reason?: InputReason
  readonly status?: number

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.code = code
    if (detail.where !== undefined) this.where = detail.where
    if (detail.offset !== undefined) this.offset = detail.offset
    if (detail.reason !== undefined) this.reason = detail.reason
    if (detail.status !== undefined) this.status = detail.status
  }
}

/** True for errors of this library, also when two copies of it are loaded. */
export function isDatelinesError(error: unknown): error is DatelinesError {
  return error instanceof Error && error.name === 'DatelinesError' && 'code' in error
}
