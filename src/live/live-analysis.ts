/** How are live releases analysed? As the archive beside them was, and with every concept that the library knows. */

import { Analyser, type AnalyserDescription, createDescription } from '../analysis/analyser.js'
import { idOfRow } from '../analysis/concept-rows.js'
import { primarySubtag } from '../analysis/languages.js'
import type { Snapshot } from '../reader/snapshot.js'

/** What shapes terms, beside the library's own lexicon. */
export interface LiveSettings {
  /** What releases without a language are taken for. */
  defaultLanguage?: string
  /** Groups of words or names that mean the same. */
  synonyms?: readonly (readonly string[])[]
  /** Further stop words by language; `*` is for every language. */
  stopwords?: Readonly<Record<string, readonly string[]>>
}

/** The settings that an archive was built with. */
export async function settingsOf({ analyser, lexicon }: Snapshot): Promise<LiveSettings> {
  const { defaultLanguage, stopwords } = analyser.description
  const synonyms = (await lexicon?.synonyms()) ?? []
  return {
    ...(defaultLanguage === undefined ? {} : { defaultLanguage }),
    ...(synonyms.length === 0 ? {} : { synonyms }),
    ...(stopwords === undefined ? {} : { stopwords }),
  }
}

/** Forms that an analyser remembers: an application that runs for months sees many. */
const MOST_FORMS = 200_000

/** Rows of a lexicon by concept id. */
type Rows = Map<string, string[]>

function rowsById(rows: readonly string[]): Rows {
  const byId: Rows = new Map()
  for (const row of rows) {
    const id = idOfRow(row)
    const known = byId.get(id)
    if (known === undefined) byId.set(id, [row])
    else known.push(row)
  }
  return byId
}

/** One way to analyse: the settings with the whole lexicon. Analysers are made for the languages that are needed. */
export class LiveAnalysis {
  private current: Analyser | undefined
  private readonly languages = new Set<string>()

  private constructor(
    /** Two analyses with one key give the same terms. */
    readonly key: string,
    private readonly settings: LiveSettings,
    private readonly rows: Rows,
  ) {}

  /**
   * @param archiveRows concepts as the archive has them: they stand before the library's own, so that an archive of another
   *   version of the library finds in live releases what it finds in its own
   */
  static async create(settings: LiveSettings, archiveRows: readonly string[]): Promise<LiveAnalysis> {
    const { FULL_LEXICON } = await import('../analysis/lexicon/index.js')
    const rows = rowsById(createDescription({ ...settings, lexicon: FULL_LEXICON }).concepts ?? [])
    const changed: string[] = []
    for (const [id, own] of rowsById(archiveRows)) {
      if (rows.get(id)?.join('\n') === own.join('\n')) continue
      rows.set(id, own)
      changed.push(...own)
    }
    return new LiveAnalysis(JSON.stringify([settings, changed]), settings, rows)
  }

  /** An analyser that stems every one of these languages (BCP 47 tags; the empty one is for releases without). */
  async analyser(tags: Iterable<string>): Promise<Analyser> {
    const primaries = [...tags].filter((tag) => tag !== '').map(primarySubtag)
    for (const language of primaries) this.languages.add(language)
    const { current } = this
    const isFit =
      current !== undefined && primaries.every((language) => current.description.languages.includes(language))
    if (!isFit) this.current = await Analyser.create(this.describe(this.languages, null), MOST_FORMS)
    return this.current!
  }

  /**
   * The description of an analyser for queries: that of an archive which has releases in these languages, and which holds these
   * concepts (null for all).
   */
  describe(tags: ReadonlySet<string>, held: ReadonlySet<string> | null): AnalyserDescription {
    const { defaultLanguage, stopwords } = this.settings
    const languages = [...tags].filter((tag) => tag !== '').sort()
    const takesDefault = defaultLanguage !== undefined && (held === null || tags.has(''))
    const description = createDescription({ languages, ...(takesDefault ? { defaultLanguage } : {}) })
    const concepts = [...this.rows].flatMap(([id, rows]) => (held === null || held.has(id) ? rows : []))
    return {
      ...description,
      ...(defaultLanguage === undefined
        ? {}
        : { defaultLanguage: createDescription({ defaultLanguage }).defaultLanguage! }),
      ...(stopwords === undefined ? {} : { stopwords }),
      ...(concepts.length === 0 ? {} : { concepts }),
    }
  }
}
