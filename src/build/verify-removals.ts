/** Does a segment take out of older ones what it says? Documents, and the counts that are subtracted for them. */

import { Analyser, type AnalyserDescription } from '../analysis/analyser.js'
import { dateRuns, monthRuns } from '../format/dates.js'
import { hasValue } from '../format/facets.js'
import type { RemovedFreqs } from '../format/terms.js'
import { removalOf } from './removal.js'
import { type DocsBySegment, StoredArchive } from './stored-archive.js'
import type { StoredSegment } from './stored-segment.js'
import type { Note } from './verify-texts.js'

/** Checks what every segment removes, as far as it can be told without analysing texts. */
export async function verifyRemovals(directory: string, note: Note): Promise<void> {
  const { segments } = await StoredArchive.open(directory)
  const gone = new Map<StoredSegment, Set<number>>()
  segments.forEach((segment, index) => {
    const tell = (message: string): void => note(`segment ${segment.root.name}`, message)
    const older = segments.slice(0, index)
    const taken = removedFrom(segment, older, tell)
    for (const [from, docs] of taken) {
      const before = gone.get(from) ?? new Set()
      gone.set(from, before)
      for (const doc of docs) {
        if (before.has(doc)) tell(`it removes release ${doc} of ${from.root.name}, which is removed already`)
        before.add(doc)
      }
    }
    checkRoot(segment, taken, tell)
    for (const name of segment.root.lostFacets) {
      const isHeld = older.some((each) => {
        const column = each.facet(name)
        return column !== undefined && hasValue(column, (doc) => !gone.get(each)?.has(doc))
      })
      if (isHeld) tell(`it says that no older release has the facet ${name} any more, but one has`)
    }
  })
}

/** The documents that a segment removes, those of them that there are. */
function removedFrom(
  segment: StoredSegment,
  older: readonly StoredSegment[],
  tell: (message: string) => void,
): DocsBySegment {
  const taken: DocsBySegment = new Map()
  for (const [id, docs] of segment.removed()) {
    const from = older.find(({ root }) => root.id === id)
    if (from === undefined) tell(`it removes releases of segment ${id}, which the root does not name before it`)
    else if (docs.some((doc) => doc >= from.docCount)) tell(`it removes releases that ${from.root.name} does not have`)
    else taken.set(from, docs)
  }
  return taken
}

/** Compares what the root says of removed releases with what is stored of them. */
function checkRoot({ root }: StoredSegment, taken: DocsBySegment, tell: (message: string) => void): void {
  const releases = [...taken].flatMap(([from, docs]) => docs.map((doc) => from.release(doc)))
  const { removed } = root
  if (removed.releases !== releases.length)
    tell(`${releases.length} releases are removed, the root says ${removed.releases}`)
  const dates = releases.flatMap(({ date }) => date ?? []).sort()
  const undated = releases.length - dates.length
  if (removed.undated !== undated) tell(`${undated} undated releases are removed, the root says ${removed.undated}`)
  if (JSON.stringify(monthRuns(dateRuns(dates))) !== JSON.stringify(root.removedMonths))
    tell('the removed months in the root are not those of the releases that are removed')
  const languages = new Map<string, number>()
  for (const { language = '' } of releases) languages.set(language, (languages.get(language) ?? 0) + 1)
  for (const tag of new Set([...languages.keys(), ...root.removedLanguages.keys()])) {
    const [stored, stated] = [languages.get(tag) ?? 0, root.removedLanguages.get(tag) ?? 0]
    if (stored !== stated) tell(`${stored} releases with the language "${tag}" are removed, the root says ${stated}`)
  }
}

/** Analyses the texts that a segment removes, and compares what they come to with its negative statistics. */
export async function compareRemovals(
  segment: StoredSegment,
  all: readonly StoredSegment[],
  description: AnalyserDescription,
  tell: (message: string) => void,
): Promise<void> {
  const taken = removedFrom(segment, all.slice(0, all.indexOf(segment)), tell)
  const removal = removalOf(taken, await Analyser.create(description))
  for (const field of ['bodyLength', 'titleLength'] as const) {
    const [counted, stated] = [removal?.statistics[field] ?? 0, segment.root.removed[field]]
    if (counted !== stated)
      tell(`the ${field.slice(0, -6)} lengths that are removed come to ${counted}, the root says ${stated}`)
  }
  const terms = new Map(removal?.terms.map(({ stem, tag, removed }) => [`${stem} (${tag})`, removed]))
  for (const { stem, tag, removed } of segment.terms()) {
    const key = `${stem} (${tag})`
    const counts = countsOf(terms.get(key))
    if (countsOf(removed) !== counts)
      tell(`${key} is removed from ${counts} texts, titles and bodies; the dictionary says ${countsOf(removed)}`)
    terms.delete(key)
  }
  const [missing] = terms.keys()
  if (missing !== undefined) tell(`${missing} is in texts that are removed, and not in the dictionary`)
  const forms = new Map(
    removal?.words.map(({ surface, tag, stem, removed }) => [`${surface} (${tag}), a form of ${stem},`, removed]),
  )
  for (const { surface, tag, stem, removed = 0 } of segment.words()) {
    const key = `${surface} (${tag}), a form of ${stem},`
    const counted = forms.get(key) ?? 0
    if (removed !== counted) tell(`${key} is removed from ${counted} texts; the words say ${removed}`)
    forms.delete(key)
  }
  const [lacking] = forms.keys()
  if (lacking !== undefined) tell(`${lacking} is in texts that are removed, and not among the words`)
}

function countsOf(removed: RemovedFreqs | undefined): string {
  return removed === undefined ? 'no' : [removed.docFreq, removed.title, removed.body].join(', ')
}
