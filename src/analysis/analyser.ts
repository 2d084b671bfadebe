/** How does text become terms? One analyser serves a whole archive: its build, its readers, and every query. */

import type { ConceptFinder, NamedWord } from './concept-finder.js'
import { type AnalyserDescription, checkDescription, stemmedLanguages } from './description.js'
import { FieldAnalysis, type TokenSink } from './field-analysis.js'
import { type LanguageModule, loadLanguage, primarySubtag } from './languages.js'
import { stopwordTest } from './own-stopwords.js'
import { analyseQueryText, type QueryAnalysis } from './query-analysis.js'
import { TAGS } from './tags.js'
import { scanChunks } from './tokenizer.js'
import { LanguageVocabulary, type StopwordTest, type Term, Vocabulary, type Word } from './vocabulary.js'
import type { WantedTerms } from './wanted-terms.js'

export { type AnalyserDescription, createDescription, type DescriptionOptions } from './description.js'
export type { TokenSink } from './field-analysis.js'
export { fold } from './fold.js'
export type { QueryAnalysis, QuerySpan, QueryToken } from './query-analysis.js'
export type { QueryVariant } from './query-variants.js'
export { TAGS } from './tags.js'
export type { Term, Word } from './vocabulary.js'

/** Queries that are remembered, and the longest of them in UTF-16 units. */
const MAX_REMEMBERED = 256
const MAX_REMEMBERED_UNITS = 200

/**
 * Raw forms that the analyser of an opened archive remembers of the texts it has shown: some 330 bytes each, so 2.7 MB. With a
 * quarter of them a page of ten snippets takes 15 % longer. Few words of a text are asked for, and of the others nothing is kept.
 */
export const SHOWN_FORMS = 8192

/** Turns texts into terms, as its description says. */
export class Analyser {
  private vocabulary!: Vocabulary
  private readonly languages = new Map<string, LanguageVocabulary>()
  private unstemmed!: LanguageVocabulary
  private readonly isStopword: StopwordTest
  private readonly conceptsSeen = new Set<string>()
  /** Queries that were analysed, by their options and text: pages, facets and corrections ask again with the same words. */
  private readonly remembered = new Map<string, QueryAnalysis>()

  private constructor(
    /** What the analyser is made from; plain data. */
    readonly description: AnalyserDescription,
    private readonly modules: ReadonlyMap<string, LanguageModule>,
    private readonly finder: ConceptFinder | null,
    private readonly mostForms: number,
  ) {
    this.isStopword = stopwordTest(description.stopwords)
    this.forget()
  }

  /** Begins anew, with no terms and words. */
  private forget(): void {
    this.vocabulary = new Vocabulary(this.finder?.matcher ?? null, this.isStopword)
    this.unstemmed = new LanguageVocabulary(this.vocabulary, null)
    for (const [language, module] of this.modules) {
      this.languages.set(language, new LanguageVocabulary(this.vocabulary, module))
    }
  }

  /**
   * Loads what the description needs: the modules of its languages, and for concepts what finds them.
   *
   * @param mostForms raw forms to remember, beyond which terms and words are numbered anew before the next text
   * @throws DatelinesError `E_ANALYSIS` when the description is of another version or damaged
   */
  static async create(description: AnalyserDescription, mostForms = Number.POSITIVE_INFINITY): Promise<Analyser> {
    checkDescription(description)
    const languages = stemmedLanguages(description)
    const [finder, modules] = await Promise.all([
      description.concepts === undefined ? null : finderOf(description.concepts),
      Promise.all(languages.map(async (name) => [name, await loadLanguage(name)] as const)),
    ])
    return new Analyser(description, new Map(modules), finder, mostForms)
  }

  /** The terms that texts have had so far, by ordinal. */
  get terms(): readonly Term[] {
    return this.vocabulary.terms
  }

  /** The surface forms that texts have had so far, by ordinal. */
  get words(): readonly Word[] {
    return this.vocabulary.words
  }

  /** Ids of the concepts that texts have had so far, longer names that are no concepts included: what an archive needs to carry. */
  get concepts(): ReadonlySet<string> {
    return this.conceptsSeen
  }

  /**
   * Analyses one field of a release, in the release's own language: a BCP 47 tag of which the primary subtag counts.
   * Texts in a language that the description does not list are not stemmed.
   *
   * @param wanted with these, other terms may be left out
   * @returns the field's length in positions
   */
  analyse(text: string, language: string | undefined, sink: TokenSink, wanted?: WantedTerms): number {
    if (this.vocabulary.forms > this.mostForms) this.forget()
    const primary = primarySubtag(language ?? this.description.defaultLanguage)
    const vocabulary = this.languages.get(primary) ?? this.unstemmed
    const matcher = wanted?.hasConcepts === false ? undefined : this.finder?.matcher
    const field = new FieldAnalysis(text, vocabulary, matcher ?? null, this.conceptTerm, sink, wanted)
    scanChunks(text, field)
    return field.finish()
  }

  /** Analyses words of a query, in every language of the description or in those asked for. The answer is shared. */
  analyseQuery(text: string, options: { languages?: readonly string[]; concepts?: boolean } = {}): QueryAnalysis {
    const { languages, concepts = true } = options
    const key = `${concepts} ${languages?.join() ?? ''} ${text}`
    let analysis = this.remembered.get(key)
    if (analysis === undefined) {
      const wanted = (languages ?? this.description.languages).map(primarySubtag)
      const modules = [...new Set(wanted)].flatMap((language) => this.modules.get(language) ?? [])
      analysis = analyseQueryText(text, modules, concepts ? this.finder : null, this.isStopword)
      if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear()
      if (key.length <= MAX_REMEMBERED_UNITS) this.remembered.set(key, analysis)
    }
    return analysis
  }

  /** Of the words of a query those that name a concept, each once, with its other names in the same script. */
  otherNames(words: readonly NamedWord[]): { word: string; forms: string[] }[] {
    return this.finder?.otherNames(words) ?? []
  }

  /** Ids of the concepts and longer names that texts have had since this was last asked. */
  takeConcepts(): string[] {
    const seen = [...this.conceptsSeen]
    this.conceptsSeen.clear()
    return seen
  }

  private readonly conceptTerm = (concept: number): Term | undefined => {
    this.conceptsSeen.add(this.finder!.matcher.ids[concept]!)
    const stem = this.finder!.stemOf(concept)
    return stem === undefined ? undefined : this.vocabulary.term(stem, TAGS.concept)
  }
}

async function finderOf(rows: readonly string[]): Promise<ConceptFinder> {
  const { ConceptFinder } = await import('./concept-finder.js')
  return new ConceptFinder(rows)
}
