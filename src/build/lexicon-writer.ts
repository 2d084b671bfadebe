/** How is a lexicon written, and read again by later builds? One file in a folder named by its content. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { NO_CONCEPT } from '../analysis/concept.js'
import { formSequences, type KnownParts } from '../analysis/concept-forms.js'
import { decodeConcepts, idOfRow, joinPhrases } from '../analysis/concept-rows.js'
import { readForm } from '../analysis/form-writing.js'
import { corrupt } from '../bytes/byte-reader.js'
import { crc32 } from '../bytes/crc32.js'
import { inflateSync } from '../bytes/inflate-node.js'
import {
  CONCEPT_PARTS,
  LEXICON_FILE,
  LEXICON_PARTS,
  type LexiconPart,
  type LexiconRoot,
  locatePart,
  parseGroups,
  scriptPart,
  writeFilters,
} from '../format/lexicon.js'
import { openPack, sealPack } from '../format/pack.js'
import type { LexiconContent } from './analysis-settings.js'
import type { SegmentOutput } from './segment-output.js'

/** Writes the lexicon; undefined when there is nothing to write. */
export function writeLexicon({ concepts, synonyms }: LexiconContent, output: SegmentOutput): LexiconRoot | undefined {
  if (concepts.length === 0 && synonyms.length === 0) return undefined
  const texts = LEXICON_PARTS.map((part) => {
    if (part === 'synonyms') return synonyms.length === 0 ? '' : JSON.stringify(synonyms)
    return joinPhrases(concepts.filter((row) => partOf(row) === part)).join('\n')
  })
  const bodies = texts.map((text) => new TextEncoder().encode(text))
  const id = crc32(Buffer.concat(bodies))
  const byteLengths = bodies.map((body, ordinal) => {
    if (body.length === 0) return 0
    const pack = sealPack({ kind: 'lexicon', segment: id, ordinal }, deflateRawSync(body, { level: 9 }), body.length)
    output.append(LEXICON_FILE, pack)
    return pack.length
  })
  const words = [...lexiconWords(concepts)]
  const select = (wanted: boolean): string[] => words.flatMap(({ word, isName }) => (isName === wanted ? word : []))
  return { name: output.finish().name, id, byteLengths, filters: writeFilters(select(false), select(true)) }
}

function partOf(row: string): LexiconPart {
  const { forms, isName } = decodeConcepts(row)![0]!
  return isName ? scriptPart(forms[0]!) : 'terms'
}

/** Words that a query needs the lexicon for: those, folded, that begin a form of a concept. */
export function* lexiconWords(rows: readonly string[]): Generator<{ word: string; isName: boolean }> {
  const known: KnownParts = new Map()
  for (const row of rows) {
    if (idOfRow(row).startsWith(NO_CONCEPT)) continue
    const { forms, isName = false } = decodeConcepts(row)![0]!
    for (const form of forms) {
      for (const [word] of formSequences(readForm(form, isName).form, known)) {
        if (word !== undefined) yield { word, isName }
      }
    }
  }
}

/** What a lexicon in an archive's folder holds. */
export function readLexicon(directory: string, root: LexiconRoot | undefined): LexiconContent {
  if (root === undefined) return { concepts: [], synonyms: [] }
  const where = join(directory, root.name, LEXICON_FILE)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(where))
  } catch (cause) {
    throw corrupt(where, 0, 'the file cannot be read', cause)
  }
  const textOf = (part: LexiconPart): string => {
    const location = locatePart(root, part)
    if (location === undefined) return ''
    const { offset, byteLength, ordinal } = location
    const pack = bytes.slice(offset, offset + byteLength)
    const { reader, inflatedLength } = openPack(pack, { kind: 'lexicon', segment: root.id, ordinal }, where)
    try {
      return new TextDecoder().decode(inflateSync(reader.raw(reader.remaining), inflatedLength) as Uint8Array)
    } catch (cause) {
      throw corrupt(where, offset, 'the deflated data is damaged', cause)
    }
  }
  const rows = CONCEPT_PARTS.flatMap((part) => textOf(part).split('\n')).filter((row) => row !== '')
  return { concepts: rows, synonyms: parseGroups(textOf('synonyms'), where) }
}
