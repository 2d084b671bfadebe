/** The public shapes: what a release is, what may be asked, what comes back. No code, no imports but errors. */

import type { InputReason } from './errors.js'

/** How the date of a release was obtained, strongest first. */
export type DateSource = 'stated' | 'metadata' | 'url' | 'feed' | 'dateline' | 'text'

/** A press officer named at the end of a release. Kept only with `contacts: 'keep'`. */
export interface Contact {
  name?: string
  office?: string
  phone?: string
  email?: string
}

/** One news release, cleaned. */
export interface Release {
  /** Unique in an archive; of several releases with the same id the last one given wins. */
  id: string
  title: string
  /** Plain text, paragraphs separated by a blank line. */
  body: string
  /** ISO 8601: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Absent when undated. */
  date?: string
  dateSource?: DateSource
  /** ISO 3166-1 alpha-2 codes (and XK): what the release is about, most important first. */
  countries?: string[]
  /** Every country it names, as codes. */
  mentions?: string[]
  /** BCP 47 language tag. */
  language?: string
  url?: string
  /** Facets of the user's own. */
  facets?: Record<string, string | string[]>
  /** Only with `contacts: 'keep'`. */
  contacts?: Contact[]
}

/** What a caller may hand in: whatever is not stated is extracted. */
export type ReleaseInput = Partial<Release> & ({ body: string } | { html: string })

/** Where an input came from: a file (path relative to `cwd`, forward slashes) and the line or record in it, from 1. */
export interface InputPlace {
  file: string
  /** The line on which the record begins, from 1; in JSON documents, feeds and web archives the record's number. */
  line?: number
}

/** An input that was not taken in. */
export interface Rejection extends InputPlace {
  code: 'E_INPUT'
  reason: InputReason
  message: string
}

/** A doubtful value that was dropped or mended; the release itself was taken in. */
export interface Warning extends InputPlace {
  field: string
  value: string
  reason: string
}

/** How precisely the date is known. */
export type DatePrecision = 'year' | 'month' | 'day'

// ---------------------------------------------------------------- searching

/** The two text fields of a release. */
export type TextField = 'title' | 'body'

/** A scalar in a filter; `null` is the bucket of releases without a value. */
export type FilterValue = string | number | null

/** Inclusive bounds, each at its own precision; an absent bound is open. */
export interface FilterRange {
  from?: string | number
  to?: string | number
}

/** Combination of filter values where alternatives are not enough. */
export interface FilterSet {
  any?: FilterValue[]
  all?: FilterValue[]
  none?: FilterValue[]
}

/** A filter on one facet: a value, alternatives, a range, or a combination. */
export type Filter = FilterValue | FilterValue[] | FilterRange | FilterSet

/** Filters by facet name; all of them must hold. */
export type Where = Record<string, Filter>

/** A search as a tree. */
export type QueryTree =
  | { and: QueryTree[] }
  | { or: QueryTree[] }
  | { not: QueryTree }
  | { term: string; field?: TextField }
  | { phrase: string; slop?: number; field?: TextField }
  | { prefix: string; field?: TextField }
  | { fuzzy: string; edits?: number; field?: TextField }
  | { where: Where }
  | { all: true }

/** A search as a person types it, or as a tree. */
export type Query = string | QueryTree

/** How the counts of one facet are wanted. */
export interface FacetRequest {
  /** At most so many values (selected ones are always listed). Default: all. */
  limit?: number
  /** `'ignore'` (default): counts obey every filter but the facet's own; `'obey'`: that one too. */
  own?: 'ignore' | 'obey'
}

/** Which facets to count: names, or requests by name. */
export type FacetsOption = readonly string[] | Record<string, true | FacetRequest>

export type SortOrder = 'relevance' | 'newest' | 'oldest'

/**
 * Fuzzy matching: as in MiniSearch (`true` is 0.2; below 1 a fraction of the word's length, at most 6 edits; else edits, 1 to 6), or only
 * for unknown words.
 */
export type FuzzyOption = boolean | number | 'auto'

/** Options of {@link Searchable.search}; unknown names are `E_OPTION`. */
export interface SearchOptions {
  where?: Where
  facets?: FacetsOption
  /** Hits per page, 0 to 1,000. Default 10. */
  limit?: number
  /** Hits to skip. Default 0. */
  offset?: number
  /** Default `relevance`; a query without words sorts `newest`. */
  sort?: SortOrder
  /** Which fields words are looked for in, at least one. Default both. */
  fields?: readonly TextField[]
  /** Factor by field. Default: see `src/README.md`, Ranking. */
  boost?: Partial<Record<TextField, number>>
  /** Default `AND`. */
  combineWith?: 'AND' | 'OR'
  /** When the text finds nothing before filters, any word will do. Default false. */
  relax?: boolean
  /** `true`: every word is a prefix; `'last'`: the word being typed. Default false. */
  prefix?: boolean | 'last'
  /** Default false. */
  fuzzy?: FuzzyOption
  /**
   * Near-duplicates are shown once, with `hit.copies`, those that were added at different times and live ones included. Totals and facets
   * count every release. Default false.
   */
  fold?: boolean
  /** Analyse the query in this language only; in one that no release has, words stand as they are typed. Default: in every language of the archive. */
  language?: string
  /** Concept terms join the names of one thing. Default true. */
  concepts?: boolean
  /** Language of facet labels (BCP 47). Default `en`. */
  locale?: string
  /** Labels by facet and value, before those of the locale. */
  labels?: Record<string, Record<string, string>>
  /** Length of the snippet in UTF-16 units, or false for none. Default 240. */
  snippet?: { length?: number } | false
  signal?: AbortSignal
}

/** Text with marked ranges: `[start, end)` in UTF-16 units, ascending, not overlapping. */
export interface MarkedText {
  text: string
  marks: [start: number, end: number][]
}

export interface Hit {
  id: string
  title: string
  url?: string
  date?: string
  datePrecision?: DatePrecision
  dateSource?: DateSource
  year?: number
  countries: string[]
  mentions: string[]
  language?: string
  facets: Record<string, string[]>
  score: number
  /** The index terms of the query that this release holds, found with its snippets: none where there are no snippets. */
  terms: string[]
  snippet?: MarkedText
  titleSnippet?: MarkedText
  /** With `fold`: how many near-duplicates this hit stands for, itself included. */
  copies?: number
  origin: 'archive' | 'live'
}

/** One value of a facet with the number of matching releases. `value: null` is the bucket of releases without a value. */
export interface FacetCount {
  value: string | number | null
  label: string
  count: number
}

/** A spelling that would have found something. */
export interface Correction {
  word: string
  suggestion: string
  /** The whole query with the suggestion in place, and those for its other unknown words. */
  query: string
  /** How many releases that query finds, with the filters of the search; 0 when another part of it finds nothing. */
  releases: number
}

/** What was widened, beyond what was typed. */
export interface Applied {
  relaxed: boolean
  /** Words that were read as prefixes, with the forms that they stand for. */
  prefixes: { word: string; forms: number }[]
  /** Words matched with typos, with the forms that were used. */
  fuzzy: { word: string; forms: string[] }[]
  /**
   * Names and terms of the field that were looked for by their other names too, with those in the same script; absent when
   * there are none, and with `concepts: false`.
   */
  concepts?: { word: string; forms: string[] }[]
  /**
   * True when an expansion was cut short: `total` is then a lower bound, but for what was cut below a NOT, which leaves in
   * what it would have taken out. A prefix stands for 500 forms at the most, a misspelled word for 100; all widenings of
   * a query together for 5,000, where there are more than 10 for 1,000; of more than 20 different ones the rest stand for
   * themselves, and so do those with which the edits of all, a prefix counting as two, would be more than 40. A phrase is cut after 100 words; phrases of words so frequent
   * that their positions in more than 200,000 places, or four times the releases, would be read are not looked for, but for the
   * rarest; text after 4,000 characters, 300 words or 30 phrases is not read.
   */
  cut: boolean
}

export interface SearchPage {
  /** The query as understood, printed back. */
  query: string
  /** Exact number of matching releases (a lower bound only when `applied.cut`). */
  total: number
  /** With `fold`: the number of hits after folding. */
  groups?: number
  hits: Hit[]
  facets: Record<string, FacetCount[]>
  corrections: Correction[]
  applied: Applied
  /**
   * Filters of a typed query that ask for what there is not: a country of no known name, a language of no known code, a range that ends
   * before it begins; a facet that no release has, or no date (`date:2015-02-30`), which were read as plain words. Absent when there
   * are none.
   */
  unknown?: { facet: string; value: string }[]
  /** Milliseconds spent. */
  ms: number
}

export interface Suggestion {
  text: string
  releases: number
}

/** What a word or a phrase in one text field adds to a score. */
export interface ExplainedTerm {
  word: string
  terms: string[]
  field: TextField
  termFreq: number
  /** The length used in scoring: that of the length class. */
  fieldLength: number
  docFreq: number
  idf: number
  boost: number
  score: number
}

/** Why a release has its score, or why it is not found. */
export interface Explanation {
  id: string
  matched: boolean
  score: number
  terms: ExplainedTerm[]
  /** Score beside the sum of the terms: 0, or what rounding makes of it. */
  bonus: number
  /** For a miss: the clauses that fail, each in the query's own words. */
  failed: { clause: string; reason: string }[]
}

/** An index term a text becomes, with its place in the text. */
export interface AnalysedTerm {
  term: string
  kind: 'word' | 'number' | 'bigram' | 'concept'
  position: number
  start: number
  end: number
  stopword: boolean
}

/** What an archive says of itself. */
export interface ArchiveInfo {
  format: string
  version: { major: number; minor: number }
  releases: number
  segments: number
  /** Releases by language tag, most first. */
  languages: Record<string, number>
  /** First and last year, or null when nothing is dated. */
  years: [first: number, last: number] | null
  undated: number
  fields: TextField[]
  facets: string[]
  analysis: { version: number; languages: string[] }
}

/** What an archive, a live index and an overlay of both have in common. */
export interface Searchable {
  readonly info: ArchiveInfo
  search(query: Query, options?: SearchOptions): Promise<SearchPage>
  /**
   * What a person who has typed `text` may mean, most releases first: words that begin so, or, after other words and from the
   * third letter on, whole phrases that occur. Only the last word is completed, those before it are taken as typed, in any form: to
   * complete each would read the positions of all their pairs. Of the last, the 24 most frequent continuations are tried.
   * `limit` is 8 unless given.
   */
  suggest(text: string, options?: { limit?: number; signal?: AbortSignal }): Promise<Suggestion[]>
  get(id: string, options?: { signal?: AbortSignal }): Promise<Release | undefined>
  similar(id: string, options?: SearchOptions): Promise<SearchPage>
  all(query: Query, options?: AllOptions & { include?: 'hit' }): AsyncIterable<Hit>
  all(query: Query, options: AllOptions & { include: 'release' }): AsyncIterable<Release>
  explain(query: Query, id: string, options?: SearchOptions): Promise<Explanation>
  /** The terms that a text becomes; where it is missing, an adapter compares words as they are written. */
  analyse?(text: string, options?: { language?: string }): Promise<AnalysedTerm[]>
  /** Looks for what was published since; true if there was something. */
  refresh?(): Promise<boolean>
}

/** Options of {@link Searchable.all}: no snippets unless asked, no limit. A `limit`, an `offset` and `facets` of a page are passed over. */
export type AllOptions = Omit<SearchOptions, 'limit' | 'offset' | 'facets'> & { include?: 'hit' | 'release' }
