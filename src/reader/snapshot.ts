/** What does one search read, from its first byte to its last? An analyser and segments that belong together. */

import type { Analyser } from '../analysis/analyser.js'
import type { Segment } from './segment.js'

/** The releases of one moment: everything a query reads belongs to it. */
export interface Snapshot {
  analyser: Analyser
  /** Oldest first; later ones remove what they replace in earlier ones. */
  segments: readonly Segment[]
}

/** Something that can be searched, at one moment after the other. */
export interface SnapshotReader {
  /** What it is called in messages. */
  readonly description: string
  /** The moment that searches read from now on. */
  latest(): Snapshot | Promise<Snapshot>
  /** Looks for a newer state; true if there was one. */
  refresh(signal?: AbortSignal): Promise<boolean>
  close(): Promise<void>
}
