/**
 * Which concepts does an archive hold, and which words may name them? The lexicon is a file of its own, immutable and
 * named by its content; the root knows its parts, and filters of the words that its forms begin with.
 *
 *     lexicon section of the root := name:string id:u32 byteLength:varint{5} termsFilter:block namesFilter:block
 *     file <name>/lexicon-0000.dl := the packs of the parts in the order of LEXICON_PARTS, those without content left out
 *     body of a pack              := UTF-8: one row a line; for `synonyms` the JSON of the groups that were given
 */

import { conceptKeys } from '../analysis/concept-keys.js'
import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { EXTENSION } from './version.js'
import { openWordFilter, type WordFilter, writeWordFilter } from './word-filter.js'

/**
 * `terms`: what is no name, the user's own included. `latin`, `cyrillic`, `arabic`: names by the script of their first letter, all
 * other scripts with the first. `synonyms`: the groups that were given, for later additions.
 */
export const LEXICON_PARTS = ['terms', 'latin', 'cyrillic', 'arabic', 'synonyms'] as const

export type LexiconPart = (typeof LEXICON_PARTS)[number]

/** The parts that hold concepts. */
export const CONCEPT_PARTS = ['terms', 'latin', 'cyrillic', 'arabic'] as const satisfies readonly LexiconPart[]

export type ConceptPart = (typeof CONCEPT_PARTS)[number]

/** The lexicon as the root knows it. */
export interface LexiconRoot {
  /** Folder name: the hash of its content. */
  name: string
  /** What its packs have as their segment. */
  id: number
  /** Length of the pack of each part, in their order; 0 where there is none. */
  byteLengths: number[]
  /** See {@link openWordFilter}: words that forms begin with. */
  filters: { terms: Uint8Array; names: Uint8Array }
}

/** The one file of a lexicon's folder. */
export const LEXICON_FILE = `lexicon-0000${EXTENSION}`

/** The part that names with this first letter are in. */
export function scriptPart(text: string): 'latin' | 'cyrillic' | 'arabic' {
  if (CYRILLIC.test(text)) return 'cyrillic'
  return ARABIC.test(text) ? 'arabic' : 'latin'
}

const CYRILLIC = /^[^\p{L}]*[\u0400-\u04ff]/u
const ARABIC = /^[^\p{L}]*[\u0600-\u06ff]/u

/** Letters of a Cyrillic word that count in a filter: its cases differ after them. */
const CYRILLIC_STEM = 5

function filterKey(word: string): string {
  return CYRILLIC.test(word) ? word.slice(0, CYRILLIC_STEM) : word
}

/** Bytes that both filters may take together, while their words are few enough. */
const FILTER_BYTES = 2048
/** A word that begins no form passes once in 2^k. */
const MOST_K = 5
const LEAST_K = 3

/** The filters for the words, folded, that the forms of terms and of names begin with. */
export function writeFilters(terms: Iterable<string>, names: Iterable<string>): LexiconRoot['filters'] {
  const sets = [terms, names].map((words) => new Set([...words].map(filterKey)))
  const count = sets.reduce((sum, { size }) => sum + size, 0)
  // A code takes k + 1.5 bits.
  const fitting = Math.floor((FILTER_BYTES * 8) / Math.max(1, count) - 1.5)
  const k = Math.max(LEAST_K, Math.min(MOST_K, fitting))
  return { terms: writeWordFilter(sets[0]!, k), names: writeWordFilter(sets[1]!, k) }
}

/** The section of the root. */
export function writeLexiconRoot({ name, id, byteLengths, filters }: LexiconRoot): Uint8Array {
  const out = new ByteWriter()
  out.string(name)
  out.u32(id)
  for (const byteLength of byteLengths) out.varint(byteLength)
  out.block(filters.terms)
  out.block(filters.names)
  return out.finish()
}

/** Reads the section of the root. */
export function openLexiconRoot(reader: ByteReader): LexiconRoot {
  const name = reader.string()
  if (!/^[0-9a-f]{16}$/.test(name)) throw corrupt(reader.where, 0, 'the name of the lexicon is not a hash')
  return {
    name,
    id: reader.u32(),
    byteLengths: LEXICON_PARTS.map(() => reader.varint()),
    filters: { terms: reader.block(), names: reader.block() },
  }
}

/** Where the pack of a part is in the file; undefined when the lexicon has nothing of it. */
export function locatePart(
  { byteLengths }: LexiconRoot,
  part: LexiconPart,
): { offset: number; byteLength: number; ordinal: number } | undefined {
  const ordinal = LEXICON_PARTS.indexOf(part)
  const byteLength = byteLengths[ordinal]!
  const offset = byteLengths.slice(0, ordinal).reduce((sum, length) => sum + length, 0)
  return byteLength === 0 ? undefined : { offset, byteLength, ordinal }
}

/** Tells which parts words may need. */
export class LexiconFilter {
  private filters: { terms: WordFilter; names: WordFilter } | undefined

  constructor(private readonly root: LexiconRoot) {}

  /** The parts in which a form may begin with one of these folded words. */
  partsFor(words: Iterable<string>): Set<ConceptPart> {
    this.filters ??= this.open()
    const { terms, names } = this.filters
    const parts = new Set<ConceptPart>()
    for (const word of words) {
      for (const key of conceptKeys(word)) {
        const wanted = filterKey(key)
        if (terms.has(wanted)) parts.add('terms')
        if (names.has(wanted)) parts.add(scriptPart(key))
      }
    }
    return this.held(parts)
  }

  /** The parts whose names may stand in a text, by the scripts it has letters of. */
  partsIn(text: string): Set<ConceptPart> {
    const parts = new Set<ConceptPart>(['latin'])
    if (/[\u0400-\u04ff]/.test(text)) parts.add('cyrillic')
    if (/[\u0600-\u06ff]/.test(text)) parts.add('arabic')
    return this.held(parts)
  }

  private open(): { terms: WordFilter; names: WordFilter } {
    const { terms, names } = this.root.filters
    const where = 'root.dl, lexicon'
    return { terms: openWordFilter(new ByteReader(terms, where)), names: openWordFilter(new ByteReader(names, where)) }
  }

  private held(parts: Set<ConceptPart>): Set<ConceptPart> {
    for (const part of parts) if (locatePart(this.root, part) === undefined) parts.delete(part)
    return parts
  }
}

/** The groups of synonyms of their part; none for an empty text. */
export function parseGroups(text: string, where: string): string[][] {
  if (text === '') return []
  try {
    const groups: unknown = JSON.parse(text)
    if (Array.isArray(groups) && groups.every(Array.isArray)) return groups as string[][]
  } catch {
    // Told below.
  }
  throw corrupt(where, 0, 'the groups of synonyms are not JSON')
}
