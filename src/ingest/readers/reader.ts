/** What does a reader give? The contract between the readers of the kinds of input and the road that all records take. */

import type { InputReason } from '../../errors.js'
import type { Release } from '../../types.js'
import type { InputStream } from '../input-stream.js'

/** One raw record of an input, before extraction. */
export interface RawRecord {
  /** The line on which the record begins; where lines say nothing (feeds, web archives, JSON), its number. Absent when the file is one document. */
  line?: number
  /**
   * What a default id has behind the file's name where the place in the file is a chance: tomorrow's feed has other
   * entries at the same places. Default: its number, else its line.
   */
  key?: string
  /** The record in its file, from 1, where its line is another number. */
  number?: number
  kind: 'data' | 'html' | 'text' | 'markdown'
  /** What `map` gets: the object of data kinds, `{ html }` or `{ text }` with what else is known otherwise. */
  raw: unknown
  /** Fields that the input states. Those of `raw` in data kinds are read later, by `fields` and the usual names. */
  stated: Partial<Release>
  html?: string
  text?: string
  /** Front matter, feed categories and the like: what `facets` may name by `metadata.…`. */
  metadata?: Record<string, unknown>
  /** The address the record was captured from. */
  url?: string
  /** Doubts of the reader, as field, value and reason. */
  warnings?: { field: string; value: string; reason: string }[]
}

/** A record, or a whole file, that could not be read. */
export interface BrokenRecord {
  line?: number
  reason: InputReason
  message: string
}

/** A record that is well but no release, such as the error page of a web archive. */
export interface SkippedRecord {
  line?: number
}

/** One thing a reader found. */
export type ReaderItem =
  | ({ is: 'record' } & RawRecord)
  | ({ is: 'broken' } & BrokenRecord)
  | ({ is: 'skipped' } & SkippedRecord)

/** What readers are told of the options. */
export interface ReaderOptions {
  /** True when `fields` or `map` say where the fields are, so that a table needs no column of a known name. */
  mapped: boolean
}

/**
 * A reader of one kind. It yields records in order and never throws for the input's sake but as a {@link DatelinesError}
 * `E_INPUT`, which rejects the rest of the file.
 */
export type Reader = (input: InputStream, options: ReaderOptions) => AsyncIterable<ReaderItem>

/** Most bytes of a document that is read whole and may hold many releases: JSON, a feed. */
export const DOCUMENT_LIMIT = 64 * 2 ** 20

/** Most bytes of one text or page: a parsed page takes some thirty times its size in memory. */
export const PAGE_LIMIT = 16 * 2 ** 20
