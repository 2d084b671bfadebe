/** What may a caller say about the input? The options of ingest, and how a wrong one is refused. */

import { isKnownLanguage } from '../analysis/known-language.js'
import type { DatelinesError } from '../errors.js'
import { isReservedFacet } from '../format/facet-names.js'
import type { InputPlace, Release, ReleaseInput } from '../types.js'
import { FIELD_NAMES, type FieldName } from './field-names.js'
import { isLanguageTag, languageTag } from './language-tag.js'
import {
  checkOptions,
  isBoolean,
  isFunction,
  isIterable,
  isSignal,
  isString,
  isStringList,
  isStringRecord,
  type OptionChecks,
  unknownName,
  wrongOption,
} from './option-checks.js'

/** A correction: a partial release, and the id, address or file it is for. `''` and `null` clear a field. */
export type OverrideRow = {
  [Name in keyof Release]?: Release[Name] | string | null
} & { file?: string }

/** How far reading has come. */
export interface IngestProgress {
  phase: 'read'
  /** Records read so far. */
  done: number
  /** Bytes of the input files read so far, compressed ones as they are on disk. */
  bytes: number
  /** Bytes of all input files. */
  totalBytes: number
}

/** The part of the options of a build that says what is read, and how. */
export interface IngestOptions {
  /** Globs, or paths of files or folders, relative to `cwd`. */
  include?: string[]
  /** Globs of files to leave out. */
  exclude?: string[]
  /** Default: the working directory. */
  cwd?: string
  /** Releases instead of the files, or after them. */
  releases?: Iterable<ReleaseInput> | AsyncIterable<ReleaseInput>
  /** Where data records keep what, as dotted paths. */
  fields?: Partial<Record<FieldName, string>>
  /** Makes a release of a raw record; null skips it. */
  map?(
    raw: Record<string, unknown>,
    place: InputPlace,
  ): ReleaseInput | null | undefined | Promise<ReleaseInput | null | undefined>
  /** Makes the id of a release. `file` is the path relative to `cwd`. */
  id?: (release: Release, file: string) => string
  /** Makes the address of a release; undefined leaves it as it is. */
  url?: (release: Release, file: string) => string | undefined
  /** The address that file paths and relative addresses are relative to. */
  baseUrl?: string
  /** CSS selectors that say where a page has its parts. */
  select?: { title?: string; body?: string; date?: string }
  /** Corrections applied after extraction: a CSV or JSON file, or rows. */
  overrides?: string | OverrideRow[]
  /** Languages that may be guessed, as BCP 47 tags. Default: any. */
  languages?: string[]
  /** Further facets: name -> dotted path in the record or its metadata. */
  facets?: Record<string, string>
  /** False: only what is stated. Default true. */
  extract?: boolean
  /** Whether the people named in contact blocks are kept. Default `'drop'`. */
  contacts?: 'drop' | 'keep'
  signal?: AbortSignal
  onProgress?: (progress: IngestProgress) => void
}

const CHECKS: OptionChecks<IngestOptions> = {
  include: [isStringList, 'an array of globs'],
  exclude: [isStringList, 'an array of globs'],
  cwd: [isString, 'the path of a folder'],
  releases: [isIterable, 'an iterable of releases'],
  fields: [isStringRecord, 'an object of dotted paths'],
  map: [isFunction, 'a function'],
  id: [isFunction, 'a function'],
  url: [isFunction, 'a function'],
  baseUrl: [(value) => isString(value) && URL.canParse(value as string), 'an absolute URL'],
  select: [isStringRecord, 'an object of CSS selectors'],
  overrides: [
    (value) => isString(value) || Array.isArray(value),
    'the path of a CSV file or an array of partial releases',
  ],
  languages: [isStringList, 'an array of language tags'],
  facets: [isStringRecord, 'an object of dotted paths'],
  extract: [isBoolean, 'true or false'],
  contacts: [(value) => value === 'drop' || value === 'keep', "'drop' or 'keep'"],
  signal: [isSignal, 'an AbortSignal'],
  onProgress: [isFunction, 'a function'],
}

/** The names of the options of ingest, for callers that hand on their own options. */
export const INGEST_OPTION_NAMES = Object.keys(CHECKS) as readonly (keyof IngestOptions)[]

const SELECT_NAMES = ['title', 'body', 'date'] as const

/**
 * Refuses options of unknown names or of the wrong type. `beside` are the checks of options that a caller has besides
 * those of ingest.
 *
 * @throws DatelinesError `E_OPTION`, naming the known option that is nearest.
 */
export function checkIngestOptions(options: IngestOptions, beside: OptionChecks<object> = {}): void {
  checkOptions(options, { ...CHECKS, ...beside })
  for (const name of Object.keys(options.fields ?? {}))
    if (!FIELD_NAMES.includes(name as FieldName)) throw unknownName('field in `fields`', name, FIELD_NAMES)
  for (const name of Object.keys(options.select ?? {})) {
    if (!(SELECT_NAMES as readonly string[]).includes(name)) throw unknownName('part in `select`', name, SELECT_NAMES)
  }
  for (const language of options.languages ?? [])
    if (!isLanguageTag(language) || !isKnownLanguage(language)) throw unknownLanguage(language)
  for (const name of Object.keys(options.facets ?? {})) {
    if (isReservedFacet(name)) throw wrongOption(`\`facets.${name}\`: ${takenFacet(name)}`)
  }
}

function unknownLanguage(given: string): DatelinesError {
  const meant = languageTag(given)
  const advice =
    meant === undefined
      ? 'as `en`, `fr` or `pt-BR`'
      : isLanguageTag(given)
        ? 'there is no such language'
        : `did you mean \`${meant}\`?`
  return wrongOption(`\`languages\` takes BCP 47 tags, got "${given.slice(0, 40)}": ${advice}`)
}

/** Why a facet of the user's own cannot have this name. */
export function takenFacet(name: string): string {
  return name.startsWith('~')
    ? "names that begin with ~ are the archive's own; choose another name"
    : `every archive has a facet "${name}" of its own; choose another name`
}
