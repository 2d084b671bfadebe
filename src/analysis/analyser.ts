/** How does text become terms? One analyser serves a whole archive: its build, its readers, and every query. */

import { formSequences } from './concept-forms.js'
import { decodeConcept } from './concept-rows.js'
import { ConceptMatcher, NO_CONCEPT } from './concepts.js'
import { type AnalyserDescription, checkDescription, stemmedLanguages } from './description.js'
import { FieldAnalysis, type TokenSink } from './field-analysis.js'
import { type LanguageModule, loadLanguage, primarySubtag, TAGS } from './languages.js'
import { stopwordTest } from './own-stopwords.js'
import { analyseQueryText, type QueryAnalysis } from './query-analysis.js'
import { scanChunks } from './tokenizer.js'
import { LanguageVocabulary, type StopwordTest, type Term, Vocabulary, type Word } from './vocabulary.js'

export { type AnalyserDescription, createDescription, type DescriptionOptions } from './description.js'
export type { TokenSink } from './field-analysis.js'
export { fold } from './fold.js'
export { TAGS } from './languages.js'
export type { QueryAnalysis, QuerySpan, QueryToken } from './query-analysis.js'
export type { QueryVariant } from './query-variants.js'
export type { Term, Word } from './vocabulary.js'

/** Turns texts into terms, as its description says. */
export class Analyser {
  private readonly vocabulary: Vocabulary
  private readonly matcher: ConceptMatcher
  private readonly languages = new Map<string, LanguageVocabulary>()
  private readonly unstemmed: LanguageVocabulary
  private readonly isStopword: StopwordTest
  private readonly conceptsSeen = new Set<string>()
  private readonly languagesSeen = new Set<string>()

  private constructor(
    /** What the analyser is made from; plain data. */
    readonly description: AnalyserDescription,
    private readonly modules: ReadonlyMap<string, LanguageModule>,
  ) {
    this.matcher = new ConceptMatcher((description.concepts ?? []).map(decodeConcept), formSequences)
    this.isStopword = stopwordTest(description.stopwords)
    this.vocabulary = new Vocabulary(this.matcher, this.isStopword)
    this.unstemmed = new LanguageVocabulary(this.vocabulary, null)
    for (const [language, module] of modules) {
      this.languages.set(language, new LanguageVocabulary(this.vocabulary, module))
    }
  }

  /**
   * Loads the language modules that the description needs.
   *
   * @throws DatelinesError `E_ANALYSIS` when the description is of another version or damaged
   */
  static async create(description: AnalyserDescription): Promise<Analyser> {
    checkDescription(description)
    const languages = stemmedLanguages(description)
    const modules = await Promise.all(languages.map(async (name) => [name, await loadLanguage(name)] as const))
    return new Analyser(description, new Map(modules))
  }

  /** The terms that texts have had so far, by ordinal. */
  get terms(): readonly Term[] {
    return this.vocabulary.terms
  }

  /** The surface forms that texts have had so far, by ordinal. */
  get words(): readonly Word[] {
    return this.vocabulary.words
  }

  /**
   * Analyses one field of a release, in the release's own language: a BCP 47 tag of which the primary subtag counts.
   * Texts in a language that the description does not list are not stemmed.
   *
   * @returns the field's length in positions
   */
  analyse(text: string, language: string | undefined, sink: TokenSink): number {
    const primary = primarySubtag(language ?? this.description.defaultLanguage)
    this.languagesSeen.add(primary)
    const vocabulary = this.languages.get(primary) ?? this.unstemmed
    const field = new FieldAnalysis(text, vocabulary, this.matcher, this.conceptTerm, sink)
    scanChunks(text, field)
    return field.finish()
  }

  /** Analyses words of a query, in every language of the description or in those asked for. */
  analyseQuery(text: string, options: { languages?: readonly string[]; concepts?: boolean } = {}): QueryAnalysis {
    const wanted = (options.languages ?? this.description.languages).map(primarySubtag)
    const modules = [...new Set(wanted)].flatMap((language) => this.modules.get(language) ?? [])
    return analyseQueryText(text, modules, options.concepts === false ? undefined : this.matcher, this.isStopword)
  }

  /** The description less the languages, concepts and longer names that no text has had: what an archive needs to carry. */
  heldConcepts(): AnalyserDescription {
    const { concepts: rows = [], ...rest } = this.description
    const languages = this.description.languages.filter((language) => this.languagesSeen.has(language))
    const held = rows.filter((row) => this.conceptsSeen.has(decodeConcept(row).id))
    return { ...rest, languages, ...(held.length === 0 ? {} : { concepts: held }) }
  }

  private readonly conceptTerm = (concept: number): Term | undefined => {
    const id = this.matcher.ids[concept]!
    this.conceptsSeen.add(id)
    return id.startsWith(NO_CONCEPT) ? undefined : this.vocabulary.term(id, TAGS.concept)
  }
}
