/** What may a caller say about the index and its publication? The options of a build beside those of ingest, and how a wrong one is refused. */

import { checkIngestOptions, type IngestOptions } from '../ingest/ingest-options.js'
import {
  checkOptions,
  isBoolean,
  isCount,
  isFunction,
  isSignal,
  isString,
  isStringList,
  type OptionChecks,
  wrongOption,
} from '../ingest/option-checks.js'

/** How far a build is. */
export interface Progress {
  phase: 'read' | 'index' | 'write'
  /** Records read, or releases indexed, so far. */
  done: number
  total?: number
  bytes: number
  /** While input files are read: the bytes of all of them. */
  totalBytes?: number
}

/** Options of the index itself. */
export interface IndexOptions {
  /** Languages that releases without one are taken for is the ingest's business; this one analyses what stays unknown. */
  defaultLanguage?: string
  /** Groups of words or names that mean the same. */
  synonyms?: string[][]
  /** Further stop words by language. */
  stopwords?: Record<string, string[]>
  /** MiB of releases and of their index held before they go to temporary files. Default 512. */
  memory?: number
  /**
   * Worker threads that extract and analyse; 0 for none. Default `'auto'`: one for each processor, at most 8, when there is enough to do. The
   * archive is the same in every byte. Each takes some 100 MiB beside `memory`.
   */
  workers?: 'auto' | number
  /** Earlier generations of segments to leave in place. Default 1. */
  keep?: number
  /**
   * Folder or address of the archive as it is published, for a fresh checkout: when `out` holds no archive, the segments of
   * that one are fetched, so that additions go on from them and earlier generations stay deployed.
   */
  previous?: string
  /** Fewer releases than this are not published. Default 1. */
  minReleases?: number
  /** More rejections than this fail the build. Default no limit. */
  maxRejected?: number
  /** The first rejection fails the build. Default false. */
  strict?: boolean
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

const MOST_WORKERS = 64

/** What beside `signal`, which ingest has too, is to be checked. */
const CHECKS: OptionChecks<Omit<IndexOptions, 'signal' | 'onProgress'>> = {
  defaultLanguage: [isString, 'a language tag'],
  synonyms: [(value) => Array.isArray(value) && value.every(isStringList), 'an array of arrays of words'],
  stopwords: [
    (value) => typeof value === 'object' && value !== null && Object.values(value).every(isStringList),
    'an object of arrays of words by language',
  ],
  memory: [(value) => typeof value === 'number' && value > 0, 'a number of MiB above 0'],
  workers: [
    (value) => value === 'auto' || (isCount(value) && (value as number) <= MOST_WORKERS),
    `'auto' or a whole number from 0 to ${MOST_WORKERS}`,
  ],
  keep: [isCount, 'a whole number, 0 or more'],
  previous: [isString, 'a folder or an address'],
  minReleases: [isCount, 'a whole number, 0 or more'],
  maxRejected: [(value) => isCount(value) || value === Number.POSITIVE_INFINITY, 'a whole number, 0 or more'],
  strict: [isBoolean, 'true or false'],
}

/**
 * Refuses options of unknown names or of the wrong type.
 *
 * @throws DatelinesError `E_OPTION`
 */
export function checkBuildOptions(options: IngestOptions & Omit<IndexOptions, 'onProgress'>): void {
  checkIngestOptions(options, CHECKS)
}

const ALL_CHECKS: OptionChecks<IndexOptions> = {
  ...CHECKS,
  onProgress: [isFunction, 'a function'],
  signal: [isSignal, 'an AbortSignal'],
}

/**
 * Refuses options of unknown names or of the wrong type, for a call that takes some of those of the index.
 *
 * @param beside checks of the further options of that call
 * @throws DatelinesError `E_OPTION`
 */
export function checkIndexOptions(
  options: object,
  names: readonly (keyof IndexOptions)[],
  beside: OptionChecks<object> = {},
): void {
  checkOptions(options, { ...Object.fromEntries(names.map((name) => [name, ALL_CHECKS[name]])), ...beside })
}

/**
 * Refuses what is no path of a folder.
 *
 * @throws DatelinesError `E_OPTION`
 */
export function checkFolder(directory: unknown): void {
  if (typeof directory !== 'string' || directory === '')
    throw wrongOption(`the folder of an archive must be a path, got ${JSON.stringify(directory) ?? 'nothing'}`)
}

/** Options without those of the index, for ingest. `onProgress` and `signal` are of both. */
export function withoutIndexOptions<T extends IndexOptions>(options: T): Omit<T, keyof typeof CHECKS> {
  const rest: Partial<T> = { ...options }
  for (const name of Object.keys(CHECKS) as (keyof typeof CHECKS)[]) delete rest[name]
  return rest as Omit<T, keyof typeof CHECKS>
}
