/** Is the text of an archive still analysed as it was? What its owner set, and a fingerprint of all that shapes its terms. */

import { createHash } from 'node:crypto'
import { type AnalyserDescription, createDescription } from '../analysis/analyser.js'
import { idOfRow } from '../analysis/concept-rows.js'
import { FULL_LEXICON } from '../analysis/lexicon/index.js'

/** What the owner of an archive may say about its analysis. */
export interface AnalysisSettings {
  /** What releases without a language are taken for. */
  defaultLanguage?: string
  /** Groups of words or names that mean the same. */
  synonyms?: readonly (readonly string[])[]
  /** Further stop words by language; `*` is for every language. */
  stopwords?: Readonly<Record<string, readonly string[]>>
}

/** The JSON in the root: what readers need, and what later additions need to go on in the same way. */
export interface RootDescription {
  /** Less the concepts, which are in the lexicon. */
  analysis: AnalyserDescription
  /** Of everything that shapes terms; where it differs, stored texts must be analysed anew. */
  fingerprint?: string
}

/** What goes into the lexicon. */
export interface LexiconContent {
  /** Rows of the concepts that releases have. */
  concepts: readonly string[]
  /** All groups that were given, those that no release holds included. */
  synonyms: readonly (readonly string[])[]
}

/** The settings that an archive was built with. */
export function settingsOf({ analysis }: RootDescription, synonyms: LexiconContent['synonyms']): AnalysisSettings {
  const { defaultLanguage, stopwords } = analysis
  return {
    ...(defaultLanguage === undefined ? {} : { defaultLanguage }),
    ...(synonyms.length === 0 ? {} : { synonyms }),
    ...(stopwords === undefined ? {} : { stopwords }),
  }
}

/** The settings in `given`, and for those that are not given the ones of the archive. */
export function mergeSettings(own: AnalysisSettings, given: AnalysisSettings): AnalysisSettings {
  const { defaultLanguage, synonyms, stopwords } = given
  return {
    ...own,
    ...(defaultLanguage === undefined ? {} : { defaultLanguage }),
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(stopwords === undefined ? {} : { stopwords }),
  }
}

/** The description of an analyser that knows the whole lexicon, for texts in these languages (BCP 47 tags). */
export function fullDescription(settings: AnalysisSettings, languages: Iterable<string>): AnalyserDescription {
  return createDescription({ ...settings, languages: [...languages].sort(), lexicon: FULL_LEXICON })
}

/** A hash of everything in a description but its languages, which only say what else could be stemmed. */
export function fingerprintOf({ languages: _, ...rest }: AnalyserDescription): string {
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16)
}

/**
 * What goes into the root and the lexicon: of the full description only the languages and concepts that releases have.
 *
 * @param tags BCP 47 tags of the releases; the empty one stands for those without
 */
export function rootDescription(
  full: AnalyserDescription,
  settings: AnalysisSettings,
  tags: ReadonlySet<string>,
  held: ReadonlySet<string>,
): { root: RootDescription; lexicon: LexiconContent } {
  const { concepts: rows = [], languages: _, ...rest } = full
  const { defaultLanguage, synonyms = [] } = settings
  const stated = [...tags].filter((tag) => tag !== '').sort()
  const withDefault = defaultLanguage === undefined || !tags.has('') ? {} : { defaultLanguage }
  const { languages } = createDescription({ languages: stated, ...withDefault })
  return {
    root: { analysis: { ...rest, languages }, fingerprint: fingerprintOf(full) },
    lexicon: { concepts: rows.filter((row) => held.has(idOfRow(row))), synonyms },
  }
}
