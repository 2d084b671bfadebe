/** What does one search read, from its first byte to its last? An analyser and segments that belong together. */

import type { Analyser } from '../analysis/analyser.js'
import type { Segment } from './segment.js'

/** The releases of one moment: everything a query reads belongs to it. */
export interface Snapshot {
  /** Knows those concepts whose part of the lexicon has been read. */
  readonly analyser: Analyser
  /** Where further concepts are; absent when the analyser knows them all. */
  readonly lexicon?: Lexicon
  /** Oldest first; later ones remove what they replace in earlier ones. */
  segments: readonly Segment[]
}

/** Concepts that an analyser learns when they are needed. */
export interface Lexicon {
  /** Whether folded words of a query may begin forms of concepts that are still to be read. */
  needsForQuery(words: readonly string[]): boolean
  loadForQuery(words: readonly string[], signal?: AbortSignal): Promise<void>
  /** Reads the names in the scripts of a text, where names were needed before. */
  loadForText(text: string, signal?: AbortSignal): Promise<void>
  loadAll(signal?: AbortSignal): Promise<void>
  /** All groups of synonyms that were given to the build, those that no release holds included. */
  synonyms(signal?: AbortSignal): Promise<readonly (readonly string[])[]>
}

/** Something that can be searched, at one moment after the other. */
export interface SnapshotReader {
  /** What it is called in messages. */
  readonly description: string
  /** Another one whenever something else was published; it is only compared. */
  readonly state: unknown
  /** The moment that searches read from now on. */
  latest(): Snapshot | Promise<Snapshot>
  /** Looks for a newer state; true if there was one. */
  refresh(signal?: AbortSignal): Promise<boolean>
  close(): Promise<void>
}
