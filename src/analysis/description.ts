/** What shaped the terms of an archive? Plain data, stored in its root and its lexicon, from which the same analyser is rebuilt. */

import { DatelinesError } from '../errors.js'
import type { Concept } from './concept.js'
import { encodeConcept, MAX_FORM, plainForm } from './concept-rows.js'
import { isStemmed, primarySubtag } from './languages.js'

/** The analysis this library writes. Older ones stay readable within a major version of the library. */
export const ANALYSIS_VERSION = 1

/** Everything an {@link Analyser} is made from. */
export interface AnalyserDescription {
  version: number
  /** Primary subtags of the languages that releases are written in, those without a stemmer included. */
  languages: readonly string[]
  /** What releases without a language are taken for. */
  defaultLanguage?: string
  /** Stop words of the user's own by language, beside the built-in ones. `*` is for every language. */
  stopwords?: Readonly<Record<string, readonly string[]>>
  /** Rows of `concept-rows.ts`; several may have one id. In an archive they are in its lexicon and not in its root. */
  concepts?: readonly string[]
}

/** What a build may say about the analysis. */
export interface DescriptionOptions {
  /** Languages of the releases, as BCP 47 tags. Default none. */
  languages?: readonly string[]
  defaultLanguage?: string
  /** Groups of words or names that mean the same; each group becomes a concept. */
  synonyms?: readonly (readonly string[])[]
  /** Further stop words by language; `*` is for every language. */
  stopwords?: Readonly<Record<string, readonly string[]>>
  /** Concepts to look for. Default none: pass the full lexicon. */
  lexicon?: readonly Concept[]
}

/** The description for a new archive. */
export function createDescription(options: DescriptionOptions = {}): AnalyserDescription {
  const languages = [...new Set((options.languages ?? []).map(primarySubtag))]
  const description: AnalyserDescription = { version: ANALYSIS_VERSION, languages }
  if (options.defaultLanguage !== undefined) {
    description.defaultLanguage = primarySubtag(options.defaultLanguage)
    if (!languages.includes(description.defaultLanguage)) languages.push(description.defaultLanguage)
  }
  if (options.stopwords !== undefined) description.stopwords = options.stopwords
  const concepts = [...(options.lexicon ?? []), ...(options.synonyms ?? []).map(synonymConcept)]
  if (concepts.length > 0) description.concepts = concepts.map(encodeConcept)
  return description
}

/** The id is made from the group's first form, so that the group has the same one in every segment. */
function synonymConcept(group: readonly string[]): Concept {
  const forms = [...new Set(group.map(plainForm))].filter((form) => form !== '' && form.length <= MAX_FORM)
  if (forms.length < 2) {
    throw new DatelinesError(
      'E_OPTION',
      `A group of synonyms needs two different forms of 1 to ${MAX_FORM} characters, got ${JSON.stringify(group).slice(0, 200)}. Give each group as an array of strings.`,
    )
  }
  return { id: `own:${forms[0]}`, forms }
}

/** Refuses a description that this library cannot rebuild an analyser from. */
export function checkDescription(description: AnalyserDescription): void {
  const { version, languages, defaultLanguage, stopwords, concepts } = (description ??
    {}) as Partial<AnalyserDescription>
  if (version !== ANALYSIS_VERSION) {
    throw refusal(
      `analysis version ${JSON.stringify(version)} is not known, expected ${ANALYSIS_VERSION}. Open the archive with the library that built it, or a newer one`,
    )
  }
  if (!isStrings(languages) || (defaultLanguage !== undefined && typeof defaultLanguage !== 'string')) {
    throw refusal('its list of languages is damaged')
  }
  if (stopwords !== undefined && (typeof stopwords !== 'object' || !Object.values(stopwords ?? [0]).every(isStrings))) {
    throw refusal('its list of stop words is damaged')
  }
  if (concepts !== undefined && !isStrings(concepts)) throw refusal('its list of concepts is damaged')
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** The error for what no analyser can be rebuilt from. */
export function refusal(reason: string): DatelinesError {
  return new DatelinesError('E_ANALYSIS', `The analyser cannot be rebuilt: ${reason}.`)
}

/** Languages of a description that need a module. */
export function stemmedLanguages({ languages, defaultLanguage }: AnalyserDescription): string[] {
  const all = defaultLanguage === undefined ? languages : [...languages, defaultLanguage]
  return [...new Set(all.map(primarySubtag))].filter(isStemmed)
}
