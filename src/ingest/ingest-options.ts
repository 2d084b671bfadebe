/** What may a caller say about the input? The options of ingest, and how a wrong one is refused. */

import { DatelinesError } from '../errors.js'
import type { InputPlace, Release, ReleaseInput } from '../types.js'
import { FIELD_NAMES, type FieldName } from './stated-fields.js'

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

type Check = (value: unknown) => boolean

const isString: Check = (value) => typeof value === 'string'
const isFunction: Check = (value) => typeof value === 'function'
const isStringList: Check = (value) => Array.isArray(value) && value.every(isString)
const isStringRecord: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isString)

const CHECKS: Record<keyof IngestOptions, [check: Check, expected: string]> = {
  include: [isStringList, 'an array of globs'],
  exclude: [isStringList, 'an array of globs'],
  cwd: [isString, 'the path of a folder'],
  releases: [
    (value) =>
      typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value),
    'an iterable of releases',
  ],
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
  extract: [(value) => typeof value === 'boolean', 'true or false'],
  contacts: [(value) => value === 'drop' || value === 'keep', "'drop' or 'keep'"],
  signal: [(value) => value instanceof AbortSignal, 'an AbortSignal'],
  onProgress: [isFunction, 'a function'],
}

/** The names of the options of ingest, for callers that hand on their own options. */
export const INGEST_OPTION_NAMES = Object.keys(CHECKS) as readonly (keyof IngestOptions)[]

const SELECT_NAMES = ['title', 'body', 'date'] as const
/** Facets that every archive has: the names are taken. */
const OWN_FACETS = ['year', 'month', 'date', 'country', 'mention', 'language']

/**
 * Refuses options of unknown names or of the wrong type.
 *
 * @throws DatelinesError `E_OPTION`, naming the known option that is nearest.
 */
export function checkIngestOptions(options: IngestOptions): void {
  if (typeof options !== 'object' || options === null)
    throw wrongOption(`the options of readReleases must be an object, got ${typeName(options)}`)
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(CHECKS, name)) throw unknownName('option', name, INGEST_OPTION_NAMES)
    const [check, expected] = CHECKS[name as keyof IngestOptions]
    if (value !== undefined && !check(value))
      throw wrongOption(`\`${name}\` must be ${expected}, got ${typeName(value)}`)
  }
  for (const name of Object.keys(options.fields ?? {}))
    if (!FIELD_NAMES.includes(name as FieldName)) throw unknownName('field in `fields`', name, FIELD_NAMES)
  for (const name of Object.keys(options.select ?? {})) {
    if (!(SELECT_NAMES as readonly string[]).includes(name)) throw unknownName('part in `select`', name, SELECT_NAMES)
  }
  for (const name of Object.keys(options.facets ?? {})) {
    if (OWN_FACETS.includes(name))
      throw wrongOption(`\`facets.${name}\`: every archive has a facet "${name}" of its own; choose another name`)
  }
}

/** The error for a name that is not among the `known` ones. */
export function unknownName(what: string, name: string, known: readonly string[]): DatelinesError {
  const near = known.filter((other) => isNear(name.toLowerCase(), other.toLowerCase()))
  const advice =
    near.length > 0
      ? `Did you mean ${near.map((other) => `\`${other}\``).join(' or ')}?`
      : `Known: ${known.join(', ')}.`
  return wrongOption(`unknown ${what}: \`${name.slice(0, 60)}\`. ${advice}`)
}

function wrongOption(message: string): DatelinesError {
  return new DatelinesError('E_OPTION', message)
}

function typeName(value: unknown): string {
  return value === null
    ? 'null'
    : Array.isArray(value)
      ? 'an array'
      : `a ${typeof value}${typeof value === 'string' ? ` "${value.slice(0, 40)}"` : ''}`
}

/** Near enough to be meant: one begins with the other, or at most a third of the letters differ. */
function isNear(name: string, known: string): boolean {
  if (name.length >= 3 && (known.startsWith(name) || name.startsWith(known))) return true
  return editDistance(name.slice(0, 40), known) <= Math.max(1, Math.floor(known.length / 3))
}

/** Letters to add, leave out, change or swap with the next one. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(isSwap ? Math.min(best, before[j - 2]! + 1) : best)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
