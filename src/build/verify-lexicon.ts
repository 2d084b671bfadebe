/** Is the lexicon of an archive whole, and does it have the concepts that releases have? */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ConceptFinder } from '../analysis/concept-finder.js'
import { idOfRow } from '../analysis/concept-rows.js'
import { LEXICON_FILE, LexiconFilter, type LexiconRoot, scriptPart } from '../format/lexicon.js'
import { CONCEPT_TAG } from '../format/terms.js'
import { lexiconWords, readLexicon } from './lexicon-writer.js'
import { MemoryOutput } from './segment-output.js'
import { StoredArchive } from './stored-archive.js'

/** Told what is wrong where. */
type Note = (where: string, message: string) => void

/** Checks the file against its name, its rows, and the filters in the root. Throws for what cannot be read. */
export function verifyLexicon(directory: string, root: LexiconRoot, note: Note): { files: number; bytes: number } {
  const where = `${root.name}/${LEXICON_FILE}`
  const folder = join(directory, root.name)
  const content = readLexicon(directory, root)
  const output = new MemoryOutput()
  output.append(LEXICON_FILE, new Uint8Array(readFileSync(join(folder, LEXICON_FILE))))
  const { name } = output.finish()
  if (name !== root.name) note(where, `its content has the name ${name}`)
  // Refuses rows that are damaged.
  new ConceptFinder(content.concepts)
  const filter = new LexiconFilter(root)
  for (const { word, isName } of lexiconWords(content.concepts)) {
    if (!filter.partsFor([word]).has(isName ? scriptPart(word) : 'terms')) {
      note(where, `the filters of the root do not let ${word} through, with which a form begins`)
      break
    }
  }
  for (const entry of readdirSync(folder)) {
    if (entry !== LEXICON_FILE) note(`${root.name}/${entry}`, 'no part of the archive names this file')
  }
  return { files: 1, bytes: statSync(join(folder, LEXICON_FILE)).size }
}

/** Checks that every concept that live releases have is in the lexicon. */
export async function verifyConcepts(directory: string, note: Note): Promise<void> {
  const archive = await StoredArchive.open(directory)
  const held = new Set(archive.lexicon.concepts.map(idOfRow))
  const docFreqs = new Map<string, number>()
  for (const segment of archive.segments) {
    for (const { stem, tag, docFreq, removed } of segment.terms()) {
      if (tag !== CONCEPT_TAG) continue
      docFreqs.set(stem, (docFreqs.get(stem) ?? 0) + docFreq - (removed?.docFreq ?? 0))
    }
  }
  for (const [id, docFreq] of docFreqs) {
    if (docFreq > 0 && !held.has(id))
      note(directory, `releases have the concept ${id}, which the lexicon does not hold`)
  }
}
