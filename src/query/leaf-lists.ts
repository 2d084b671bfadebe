/** Where are the postings of each word of the query in one segment? Packs are loaded first, then opened without waiting. */

import type { QueryVariant } from '../analysis/analyser.js'
import { ByteReader } from '../bytes/byte-reader.js'
import { openPostings, type PostingsList } from '../format/postings.js'
import { lookupStem, type TermEntry, type TermsPack } from '../format/terms.js'
import type { Loaded } from '../reader/pack-cache.js'
import type { PositionsPack, Segment } from '../reader/segment.js'
import type { TextField } from '../types.js'
import type { LeafNode } from './node.js'

/** The packs of one segment that a query needs, by number. */
export interface SegmentPacks {
  terms: Map<number, TermsPack>
  positions: Map<number, PositionsPack>
}

/** Starts all reads that the leaves need; `wait` collects what is not there yet. */
export function loadPacks(
  segment: Segment,
  leaves: readonly LeafNode[],
  wait: Promise<unknown>[],
  signal?: AbortSignal,
): SegmentPacks {
  const packs: SegmentPacks = { terms: new Map(), positions: new Map() }
  const keep = <T>(map: Map<number, T>, ordinal: number, loaded: Loaded<T>): void => {
    if (loaded instanceof Promise) wait.push(loaded.then((value) => map.set(ordinal, value)))
    else map.set(ordinal, loaded)
  }
  for (const leaf of leaves) {
    const isPhrase = leaf.kind === 'phrase'
    const variants = isPhrase ? leaf.words.flatMap((word) => word.variants) : leaf.variants
    for (const { stem } of variants) {
      const ordinal = segment.packOf('terms', stem)
      if (ordinal < 0) continue
      if (!packs.terms.has(ordinal)) keep(packs.terms, ordinal, segment.terms(ordinal, signal))
      if (isPhrase && !packs.positions.has(ordinal)) {
        keep(packs.positions, ordinal, segment.positions(ordinal, signal))
      }
    }
  }
  return packs
}

/** A term of the query in one segment. */
export interface FoundTerm {
  entry: TermEntry
  ordinal: number
}

/** The dictionary entries of the variants that the segment knows, or has statistics of. */
export function findTerms(segment: Segment, packs: SegmentPacks, variants: readonly QueryVariant[]): FoundTerm[] {
  const found: FoundTerm[] = []
  for (const { stem, tag } of variants) {
    const ordinal = segment.packOf('terms', stem)
    const pack = packs.terms.get(ordinal)
    if (pack === undefined) continue
    for (const entry of lookupStem(pack, stem)) if (entry.tag === tag) found.push({ entry, ordinal })
  }
  return found
}

/** Opens the postings of a term in one field. */
export function openField(
  segment: Segment,
  packs: SegmentPacks,
  term: FoundTerm,
  field: TextField,
): PostingsList | undefined {
  const entry = term.entry[field]
  if (entry === undefined) return undefined
  const pack = packs.terms.get(term.ordinal)!
  const reader = readerAt(pack.reader, pack.postings + entry.postingsOffset, entry.postingsLength)
  return openPostings(reader, pack.view, entry.docFreq, entry.postingsLength, segment.docCount, segment.tables[field])
}

/** A reader at a list inside of a pack. */
export function readerAt(body: ByteReader, start: number, byteLength: number): ByteReader {
  // Reading the length once through the bounded reader refuses an entry that points outside its pack.
  const reader = new ByteReader(body.bytes, body.where, start)
  reader.raw(byteLength)
  reader.position = start
  return reader
}
