/** Does an index say what the stored texts say? Every text is analysed again, and the terms are compared. */

import { rmSync } from 'node:fs'
import { Analyser, type AnalyserDescription } from '../analysis/analyser.js'
import type { RemovedFreqs, TermEntry } from '../format/terms.js'
import { fingerprintOf, fullDescription } from './analysis-settings.js'
import { DocumentIndex, IndexFiller, RunBuilder } from './document-index.js'
import type { InvertedTerm } from './inverter.js'
import { removalOf } from './removal.js'
import { type DocsBySegment, StoredArchive } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'
import { temporaryDirectory } from './temporary.js'

/** Bytes of tokens that are held at once. */
const MEMORY = 128 * 1024 * 1024

/** Differences that are told of one segment. */
const MAX_TOLD = 20

/** Told what is wrong where. */
export type Note = (where: string, message: string) => void

/** Compares the terms of every segment with its stored texts, and negative statistics with the texts that are removed. */
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
    await compareRemoved(segment, all, description, tell)
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

async function compareRemoved(
  segment: StoredSegment,
  all: readonly StoredSegment[],
  description: AnalyserDescription,
  tell: (message: string) => void,
): Promise<void> {
  const gone: DocsBySegment = new Map()
  for (const [id, docs] of segment.removed()) {
    const older = all.find(({ root }) => root.id === id)
    if (older === undefined) tell(`it removes releases of segment ${id}, which the root does not name`)
    else if (docs.some((doc) => doc >= older.docCount))
      tell(`it removes releases that ${older.root.name} does not have`)
    else gone.set(older, docs)
  }
  const removal = removalOf(gone, await Analyser.create(description))
  const expected = new Map(removal?.terms.map(({ stem, tag, removed }) => [`${stem} (${tag})`, removed]))
  for (const { stem, tag, removed } of segment.terms()) {
    const key = `${stem} (${tag})`
    const counts = countsOf(expected.get(key))
    if (countsOf(removed) !== counts)
      tell(`${key} is removed from ${counts} texts, titles and bodies; the dictionary says ${countsOf(removed)}`)
    expected.delete(key)
  }
  const [missing] = expected.keys()
  if (missing !== undefined) tell(`${missing} is in texts that are removed, and not in the dictionary`)
  const wanted = removal?.statistics.releases ?? 0
  if (segment.root.removed.releases !== wanted) {
    tell(`${wanted} releases are removed, the root says ${segment.root.removed.releases}`)
  }
}

function countsOf(removed: RemovedFreqs | undefined): string {
  return removed === undefined ? 'no' : [removed.docFreq, removed.title, removed.body].join(', ')
}
