/** Which languages are stemmed, and where is each one's module? */

import { language as english } from './languages/en.js'
import { TAGS } from './tags.js'

/** What a language brings to the analysis; each is a module of its own, loaded (but for English) only when an archive holds the language. */
export interface LanguageModule {
  /** See {@link TAGS}. */
  readonly tag: number
  /** Folded surfaces that the stemmer can do something with; other words are left as they are. */
  readonly letters: RegExp
  /** The folded stem of a word in lower case: with its diacritics where the module has `accents`, else folded. */
  stem(written: string): string
  /** An unaccented word with the accents that its ending is sure to have. */
  respell?(surface: string): string
  /** By plain letter, the accented ones that a query typed without accents may mean. Absent where accents make no difference. */
  readonly accents?: Readonly<Record<string, string>>
  /** Letters that such an accent may take off a stem at the most. Default no limit. */
  readonly accentShrink?: number
  /** Forms of the same word that the stemmer gives another stem; a query for one is a query for all. */
  kin?(surface: string, written: string): readonly string[]
  /** Folded surfaces of the words that carry no topic. */
  readonly stopwords: ReadonlySet<string>
}

const LOADERS: Record<string, () => Promise<{ language: LanguageModule }>> = {
  // Most archives hold English, so it does not wait until the root is read.
  en: async () => ({ language: english }),
  fr: () => import('./languages/fr.js'),
  es: () => import('./languages/es.js'),
  ar: () => import('./languages/ar.js'),
  pt: () => import('./languages/pt.js'),
  ru: () => import('./languages/ru.js'),
  de: () => import('./languages/de.js'),
  it: () => import('./languages/it.js'),
  nl: () => import('./languages/nl.js'),
  uk: () => import('./languages/uk.js'),
}

const loaded = new Map<string, Promise<LanguageModule>>()

/** True for the primary subtags of languages with a stemmer. */
export function isStemmed(language: string): boolean {
  return Object.hasOwn(LOADERS, language)
}

/** Loads a language with a stemmer, once. */
export function loadLanguage(language: string): Promise<LanguageModule> {
  const load = LOADERS[language]
  if (load === undefined) throw new RangeError(`no stemmer for ${language}`)
  let module = loaded.get(language)
  if (module === undefined) {
    module = load().then((exports) => exports.language)
    // A failed load (a page that has gone offline) is tried again next time.
    module.catch(() => loaded.delete(language))
    loaded.set(language, module)
  }
  return module
}

/** The primary subtag of a BCP 47 tag, in lower case: `en` for `en-GB`; `und` for nothing. */
export function primarySubtag(language: string | undefined): string {
  const subtag = language?.split(/[-_]/, 1)[0]?.trim().toLowerCase()
  return subtag === undefined || subtag === '' ? 'und' : subtag
}

/** The tag of a language's terms: that of its stemmer, or 0. `language` is a primary subtag. */
export function tagOf(language: string): number {
  return isStemmed(language) ? TAGS[language as keyof typeof TAGS] : TAGS.none
}
