/** Where do the words of a phrase stand in one segment? Loaded on demand, see `modules.ts`. */

import type { QueryVariant } from '../analysis/analyser.js'
import { openPositions, type PositionsList } from '../format/positions.js'
import type { FieldEntry } from '../format/terms.js'
import type { Segment } from '../reader/segment.js'
import type { TextField } from '../types.js'
import { type FoundTerm, findTerms, openField, readerAt, type SegmentPacks } from './leaf-lists.js'
import type { PhraseNode } from './node.js'
import { type DecodedList, matchPhrase, type PhraseLists } from './phrase.js'

export { withoutCostly } from './phrase-budget.js'

/** The releases that hold a phrase, by field. */
export function phraseLists(
  segment: Segment,
  packs: SegmentPacks,
  leaf: PhraseNode,
  fields: readonly TextField[],
): { field: TextField; list: DecodedList }[] {
  const found = [...offsetsByVariants(leaf)].map(([variants, offsets]) => ({
    terms: findTerms(segment, packs, variants),
    offsets,
  }))
  return fields.flatMap((field) => {
    const words: PhraseLists = found.map(({ terms, offsets }) => ({
      lists: openWord(segment, packs, terms, field),
      offsets,
    }))
    if (words.some(({ lists }) => lists.length === 0)) return []
    return [{ field, list: matchPhrase(words, leaf.slop) }]
  })
}

/** A word that comes several times is read once. */
function offsetsByVariants({ words }: PhraseNode): Map<readonly QueryVariant[], number[]> {
  const first = new Map<string, readonly QueryVariant[]>()
  const offsets = new Map<readonly QueryVariant[], number[]>()
  for (const { variants, offset } of words) {
    const key = variants.map(({ tag, stem }) => `${tag} ${stem}`).join('\n')
    const same = first.get(key)
    if (same !== undefined) offsets.get(same)!.push(offset)
    else {
      first.set(key, variants)
      offsets.set(variants, [offset])
    }
  }
  return offsets
}

function openWord(
  segment: Segment,
  packs: SegmentPacks,
  terms: readonly FoundTerm[],
  field: TextField,
): PhraseLists[number]['lists'] {
  return terms.flatMap((term) => {
    const postings = openField(segment, packs, term, field)
    if (postings === undefined) return []
    return [{ postings, positions: openFieldPositions(packs, term, term.entry[field]!, postings.blocks) }]
  })
}

/** Opens the positions that belong to a list. */
function openFieldPositions(packs: SegmentPacks, term: FoundTerm, entry: FieldEntry, blocks: number): PositionsList {
  const pack = packs.positions.get(term.ordinal)!
  const reader = readerAt(pack.reader, pack.start + entry.positionsOffset, entry.positionsLength)
  return openPositions(reader, pack.view, blocks, entry.positionsLength)
}
