/** What is a concept? Names or phrases that mean the same, as plain data. */

/** First character of the id of what is no concept. */
export const NO_CONCEPT = '-'

/** Names or phrases that mean the same. */
export interface Concept {
  /**
   * The stem of the concept's term. Part of the file format: never given to another concept. Beginning with
   * {@link NO_CONCEPT} it has no term: it keeps shorter names from being found in its forms ("New Mexico").
   */
  id: string
  /**
   * Alternatives in the notation of `formSequences`. A mark may stand before one: `=` for capitals that are needed in queries
   * too ("=US"), `~` for a word that means something else when it has a capital ("~sida"), `@` for a name that people bear
   * as well ("@Chad").
   */
  forms: readonly string[]
  /** A name is not found inside a longer name: "Sudan" is not in "South Sudan". */
  isName?: boolean
  /** Forms that show, anywhere in a field, that this concept is not meant: "Atlanta" for Georgia. */
  unless?: readonly string[]
}
