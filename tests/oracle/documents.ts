/** What does the oracle know of a release? Its tokens in order, and the values of its facets. */

/** A word of a field, at its position. Several may share a position. */
export interface OracleToken {
  word: string
  position: number
}

export interface OracleField {
  tokens: OracleToken[]
  /** In positions. */
  length: number
}

export interface OracleDocument {
  id: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent when undated. */
  date?: string
  /** Values by facet, in the release's order: country, mention, language and those of the user's own. */
  facets: Map<string, string[]>
  title: OracleField
  body: OracleField
  /** Which stemmer the words went through: forms of different stemmers are counted apart. */
  stemmer: string
}
