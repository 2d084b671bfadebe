/** What does a search need to know of a segment? The interface that files and memory both fill in. */

import type { ByteReader } from '../bytes/byte-reader.js'
import type { DateRun } from '../format/dates.js'
import type { FacetColumn } from '../format/facets.js'
import type { IdEntry } from '../format/ids.js'
import type { SymbolTables } from '../format/postings.js'
import type { Removed } from '../format/removed.js'
import type { SegmentRoot } from '../format/root.js'
import type { TermsPack } from '../format/terms.js'
import type { WordsPack } from '../format/words.js'
import type { Hit, Release, TextField } from '../types.js'
import type { Loaded } from './pack-cache.js'

/** What is known of a segment before any pack of it is read. */
export type SegmentSummary = Pick<
  SegmentRoot,
  | 'id'
  | 'statistics'
  | 'removed'
  | 'months'
  | 'facets'
  | 'lostFacets'
  | 'languages'
  | 'removedLanguages'
  | 'removedMonths'
>

/** The body of a positions pack: lists are found by the offsets in the terms pack of the same number. */
export interface PositionsPack {
  reader: ByteReader
  view: DataView
  /** Byte offset of the body in the pack. */
  start: number
}

/** Documents numbered by time, with their terms in packs. Packs are asked for by number; what is resident comes at once. */
export interface Segment {
  /** Where its releases come from. */
  readonly origin: Hit['origin']
  readonly root: SegmentSummary
  readonly docCount: number
  /** Decode tables of the posting symbols, by field. */
  readonly tables: Record<TextField, SymbolTables>
  /** The number of the pack that holds a key, if any does; -1 when there are no packs. */
  packOf(kind: 'terms' | 'ids', key: string): number
  /** The numbers of the packs that hold the keys with a prefix, in order; all packs for the empty one. */
  packsWithPrefix(kind: 'terms' | 'words', prefix: string): number[]
  terms(ordinal: number, signal?: AbortSignal): Loaded<TermsPack>
  positions(ordinal: number, signal?: AbortSignal): Loaded<PositionsPack>
  words(ordinal: number, signal?: AbortSignal): Loaded<WordsPack>
  ids(ordinal: number, signal?: AbortSignal): Loaded<IdEntry[]>
  /** A facet by name; null when this segment has none of that name. */
  facet(name: string, signal?: AbortSignal): Loaded<FacetColumn | null>
  /** Runs of exact dates. */
  dates(signal?: AbortSignal): Loaded<DateRun[]>
  /** Documents of older segments that this one removes. */
  removed(signal?: AbortSignal): Loaded<Removed>
  /** Starts to read what the first rows will need, when that is small. */
  prefetchTexts(signal?: AbortSignal): Promise<unknown>[]
  /** The stored release with a document number; at once when its text is resident. It is shared by all who ask for it. */
  release(doc: number, signal?: AbortSignal): Loaded<Readonly<Release>>
}
