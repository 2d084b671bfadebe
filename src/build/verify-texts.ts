/** Does an index say what the stored texts say? Every text is analysed again, and its terms and surface forms are compared. */

import { rmSync } from 'node:fs'
import type { AnalyserDescription } from '../analysis/analyser.js'
import type { TermEntry } from '../format/terms.js'
import { isOwnTerm, type WordEntry } from '../format/words.js'
import { fingerprintOf, fullDescription } from './analysis-settings.js'
import { DocumentIndex, IndexFiller, RunBuilder } from './document-index.js'
import type { InvertedTerm, InvertedWord } from './inverter.js'
import { StoredArchive } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'
import { temporaryDirectory } from './temporary.js'
import { compareRemovals } from './verify-removals.js'

/** Bytes of tokens that are held at once. */
const MEMORY = 128 * 1024 * 1024

/** Differences that are told of one segment. */
const MAX_TOLD = 20

/** Told what is wrong where. */
export type Note = (where: string, message: string) => void

/** Compares the terms and forms of every segment with its stored texts, and negative statistics with the texts that are removed. */
export async function verifyTexts(directory: string, note: Note): Promise<void> {
  const archive = await StoredArchive.open(directory)
  const languages = new Set(archive.segments.flatMap(({ root }) => [...root.languages.keys()]))
  languages.delete('')
  const description = fullDescription(archive.settings, languages)
  if (fingerprintOf(description) !== archive.description.fingerprint) {
    note(
      directory,
      'the texts were analysed by another version of datelines, so that they cannot be compared; "datelines upgrade" analyses them anew',
    )
    return
  }
  for (const segment of archive.segments) {
    let told = 0
    await verifySegment(segment, archive.segments, description, (message) => {
      if (++told <= MAX_TOLD) note(`segment ${segment.root.name}`, message)
    })
  }
}

async function verifySegment(
  segment: StoredSegment,
  all: readonly StoredSegment[],
  description: AnalyserDescription,
  tell: (message: string) => void,
): Promise<void> {
  const temporary = temporaryDirectory()
  try {
    const index = new DocumentIndex(MEMORY, temporary)
    const filler = new IndexFiller(index, await RunBuilder.create(description, MEMORY))
    for (const { release } of segment.releases()) {
      filler.add(release.title, release.body, release.language)
      await filler.settle()
    }
    await filler.finish()
    for (const field of ['title', 'body'] as const) {
      const stated = segment.root.statistics[`${field}Length`]
      if (stated !== index.totalLength(field)) {
        tell(`the ${field} lengths come to ${index.totalLength(field)}, the root says ${stated}`)
      }
    }
    compareTerms(index.terms({ positions: false }), segment.terms(), tell)
    compareForms(index.words(), segment.words(), tell)
    await compareRemovals(segment, all, description, tell)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** Walks what texts become and what the dictionary holds, both in order. */
function compareTerms(
  expected: Iterable<InvertedTerm>,
  found: Iterable<TermEntry>,
  tell: (message: string) => void,
): void {
  const entries = [...found].filter(({ docFreq }) => docFreq > 0)
  let next = 0
  for (const { stem, tag, docFreq, title, body } of expected) {
    const entry = entries[next]
    if (entry === undefined || entry.stem !== stem || entry.tag !== tag) {
      tell(
        `the texts have the term ${stem} (${tag}), the dictionary has ${entry ? `${entry.stem} (${entry.tag})` : 'no more'} in its place`,
      )
      return
    }
    next++
    const counts = [entry.docFreq, entry.title?.docFreq ?? 0, entry.body?.docFreq ?? 0].join(', ')
    const wanted = [docFreq, title.count, body.count].join(', ')
    if (counts !== wanted)
      tell(`${stem} (${tag}) is in ${wanted} texts, titles and bodies; the dictionary says ${counts}`)
  }
  if (next < entries.length) tell(`the dictionary has ${entries[next]!.stem}, which no text has`)
}

/** The same for surface forms. */
function compareForms(
  expected: Iterable<InvertedWord>,
  found: Iterable<WordEntry>,
  tell: (message: string) => void,
): void {
  const entries = [...found].filter(({ docFreq }) => docFreq > 0)
  let next = 0
  for (const word of expected) {
    if (isOwnTerm(word.surface, word)) continue
    const { surface, tag, stem, docFreq } = word
    const entry = entries[next]
    if (entry === undefined || entry.surface !== surface || entry.tag !== tag) {
      tell(
        `the texts have the form ${surface} (${tag}), the words have ${entry ? `${entry.surface} (${entry.tag})` : 'no more'} in its place`,
      )
      return
    }
    next++
    if (entry.stem !== stem) tell(`${surface} (${tag}) is a form of "${stem}"; the words say of "${entry.stem}"`)
    if (entry.docFreq !== docFreq) tell(`${surface} (${tag}) is in ${docFreq} texts; the words say in ${entry.docFreq}`)
  }
  if (next < entries.length) tell(`the words have ${entries[next]!.surface}, which no text has`)
}
