/** What does one release come to in terms? Its postings, its surface forms and its lengths, ready to be put together. */

import type { Analyser } from '../analysis/analyser.js'
import type { Release } from '../types.js'

/** A term of one release with its positions by field, ascending; an empty list where the field does not hold it. */
export interface ReleaseTerm {
  stem: string
  tag: number
  title: number[]
  body: number[]
}

/** A surface form of one release. */
export interface ReleaseForm {
  surface: string
  stem: string
  tag: number
}

/** A release, analysed. It never changes. */
export interface AnalysedRelease {
  release: Release
  /** By {@link termKey}. */
  terms: ReadonlyMap<string, ReleaseTerm>
  /** By {@link termKey} of surface and tag. */
  forms: ReadonlyMap<string, ReleaseForm>
  /** Ids of the concepts that it has, and of the longer names that keep some from being found. */
  concepts: readonly string[]
  titleLength: number
  bodyLength: number
}

/** A stem or surface with its tag as one string: the tag is the first character, since stems may hold any. */
export function termKey(text: string, tag: number): string {
  return String.fromCharCode(0x30 + tag) + text
}

/** Analyses a release. */
export function analyseRelease(analyser: Analyser, release: Release): AnalysedRelease {
  const terms = new Map<string, ReleaseTerm>()
  const forms = new Map<string, ReleaseForm>()
  analyser.takeConcepts()
  const [titleLength, bodyLength] = (['title', 'body'] as const).map((field) =>
    analyser.analyse(release[field], release.language, ({ stem, tag }, word, position) => {
      const key = termKey(stem, tag)
      let term = terms.get(key)
      if (term === undefined) terms.set(key, (term = { stem, tag, title: [], body: [] }))
      insert(term[field], position)
      if (word === null) return
      const formKey = termKey(word.surface, tag)
      if (!forms.has(formKey)) forms.set(formKey, { surface: word.surface, stem, tag })
    }),
  )
  return {
    release,
    terms,
    forms,
    concepts: analyser.takeConcepts(),
    titleLength: titleLength!,
    bodyLength: bodyLength!,
  }
}

/** Adds a position where it belongs, once: joined forms and concepts come after words that stand behind them. */
function insert(positions: number[], position: number): void {
  let at = positions.length
  while (at > 0 && positions[at - 1]! > position) at--
  if (at > 0 && positions[at - 1] === position) return
  if (at === positions.length) positions.push(position)
  else positions.splice(at, 0, position)
}
