/** What can one ask of an opened archive? The `Searchable` over a reader. */

import type { Inflate } from '../bytes/inflate.js'
import { DatelinesError, isDatelinesError } from '../errors.js'
import { FORMAT_MAJOR, FORMAT_MINOR, FORMAT_NAME } from '../format/version.js'
import { ArchiveReader, type Snapshot } from '../reader/archive-reader.js'
import type { Source } from '../source/source.js'
import type {
  AllOptions,
  AnalysedTerm,
  ArchiveInfo,
  Explanation,
  Hit,
  Query,
  Release,
  Searchable,
  SearchOptions,
  SearchPage,
  Suggestion,
} from '../types.js'
import { analyseText } from './analysed.js'
import { explainHit } from './explain.js'
import { exportAll } from './export.js'
import { refuse } from './filters.js'
import { findRelease, findReleaseByUrl } from './lookup.js'
import { type CheckedOptions, checkSearchOptions } from './options.js'
import { facetNames, searchPage } from './page.js'
import { liveStatistics } from './run.js'
import { similarTo } from './similar.js'
import { suggestFor } from './suggest.js'

/** Releases that `similar` shows unless asked otherwise. */
const SIMILAR_LIMIT = 5

/** Options of `openArchive`. */
export interface OpenOptions {
  /** Bytes of the archive to keep in memory. Default 64 MiB. */
  cacheBytes?: number
  /** Read everything but the texts at once, so that no search waits. Default false. */
  eager?: boolean
  /** When a segment is gone after a later publication, read the new root and go on. Default true; false throws `E_STALE`. */
  reopen?: boolean
  /** For addresses: the `fetch` to use. */
  fetch?: typeof fetch
  /** For addresses: headers of every request. */
  headers?: Record<string, string>
  /** For addresses: milliseconds a request may take. Default 30,000. */
  timeout?: number
  signal?: AbortSignal
}

/** An opened archive. */
export class Archive implements Searchable {
  private constructor(
    private readonly reader: ArchiveReader,
    private readonly reopen: boolean,
  ) {}

  /** Opens the archive behind a source; `inflate` is the platform's. */
  static async open(source: Source, options: OpenOptions, inflate: Inflate): Promise<Archive> {
    const { cacheBytes, signal } = options
    const reader = await ArchiveReader.open(source, {
      inflate,
      ...(cacheBytes === undefined ? {} : { cacheBytes }),
      ...(signal === undefined ? {} : { signal }),
    })
    if (options.eager) await reader.loadAll(signal)
    return new Archive(reader, options.reopen ?? true)
  }

  get info(): ArchiveInfo {
    return archiveInfo(this.reader.snapshot)
  }

  /** The state that searches read now; what is opened later does not change it. */
  get snapshot(): Snapshot {
    return this.reader.snapshot
  }

  /** Looks for a newer root; true if there was one. */
  async refresh(): Promise<boolean> {
    return this.reader.refresh()
  }

  async search(query: Query, options: SearchOptions = {}): Promise<SearchPage> {
    const checked = checkSearchOptions(options)
    return this.pinned((snapshot) => searchPage(snapshot, query, checked))
  }

  async suggest(text: string, options: { limit?: number; signal?: AbortSignal } = {}): Promise<Suggestion[]> {
    checkSearchOptions(only(options, 'limit', 'signal'))
    return this.pinned((snapshot) => suggestFor(snapshot, text, options))
  }

  async get(id: string, options: { signal?: AbortSignal } = {}): Promise<Release | undefined> {
    return this.pinned((snapshot) => findRelease(snapshot, id, options.signal))
  }

  /** The release with this address. */
  async getByUrl(url: string, options: { signal?: AbortSignal } = {}): Promise<Release | undefined> {
    return this.pinned((snapshot) => findReleaseByUrl(snapshot, url, options.signal))
  }

  async similar(id: string, options: SearchOptions = {}): Promise<SearchPage> {
    const checked = checkSearchOptions({ limit: SIMILAR_LIMIT, ...options })
    return this.pinned((snapshot) => similarTo(snapshot, id, checked))
  }

  all(query: Query, options?: AllOptions & { include?: 'hit' }): AsyncIterable<Hit>
  all(query: Query, options: AllOptions & { include: 'release' }): AsyncIterable<Release>
  all(query: Query, options: AllOptions = {}): AsyncIterable<Hit | Release> {
    const { include = 'hit', ...search } = options
    const checked = checkSearchOptions({ snippet: false, ...search }, ['include'])
    return this.exported(query, checked, include)
  }

  async explain(query: Query, id: string, options: SearchOptions = {}): Promise<Explanation> {
    const checked = checkSearchOptions(options)
    return this.pinned((snapshot) => explainHit(snapshot, query, id, checked))
  }

  /** The index terms that a text becomes. */
  async analyse(text: string, options: { language?: string } = {}): Promise<AnalysedTerm[]> {
    return analyseText(this.reader.snapshot.analyser, text, options.language)
  }

  /** Gives up files, connections and memory. */
  async close(): Promise<void> {
    await this.reader.close()
  }

  /** All matches of one snapshot. Only the first row may still turn to a newer one: a mixture would be worse than an error. */
  private async *exported(
    query: Query,
    options: CheckedOptions,
    include: 'hit' | 'release',
  ): AsyncGenerator<Hit | Release> {
    const { rows, first } = await this.pinned(async (snapshot) => {
      const rows = exportAll(snapshot, query, options, include)
      return { rows, first: await rows.next() }
    })
    for (let row = first; !row.done; row = await this.settled(() => rows.next())) yield row.value
  }

  /** Runs something over the current snapshot; when a later publication has removed its segment, once more over the new one. */
  private async pinned<T>(run: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const { snapshot } = this.reader
    try {
      return await guarded(() => run(snapshot))
    } catch (error) {
      if (!isDatelinesError(error) || error.code !== 'E_NOT_FOUND') throw error
      // Another search may have turned to the new one already.
      const isNewer = this.reopen && ((await this.reader.refresh()) || this.reader.snapshot !== snapshot)
      if (isNewer) return guarded(() => run(this.reader.snapshot))
      return this.settled(() => Promise.reject(error))
    }
  }

  /** Runs something that belongs to a snapshot already; a missing file is `E_STALE`. */
  private async settled<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await guarded(run)
    } catch (error) {
      if (!isDatelinesError(error) || error.code !== 'E_NOT_FOUND') throw error
      throw new DatelinesError(
        'E_STALE',
        `${this.reader.description}: a part of the opened archive is gone (${error.where ?? 'unknown'}); it was published again since. Open it again, or leave "reopen" on.`,
        { cause: error, ...(error.where === undefined ? {} : { where: error.where }) },
      )
    }
  }
}

/** Damage that passes every checksum still shows as an access outside a pack; it must not reach callers as a `RangeError`. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DatelinesError('E_CORRUPT', `The archive is damaged: ${error.message}. Build it again.`, { cause: error })
  }
}

/** Refuses options that a method does not have, though searches do. */
function only(options: object, ...names: string[]): object {
  for (const name of Object.keys(options)) if (!names.includes(name)) refuse('options', names.join(' or '), name)
  return options
}

/** What the roots of all segments say together. */
function archiveInfo(snapshot: Snapshot): ArchiveInfo {
  const { segments, analyser } = snapshot
  const languages = new Map<string, number>()
  let undated = 0
  for (const { root } of segments) {
    for (const [tag, count] of root.languages) languages.set(tag, (languages.get(tag) ?? 0) + count)
    for (const [tag, count] of root.removedLanguages) languages.set(tag, (languages.get(tag) ?? 0) - count)
    undated += root.statistics.undated - root.removed.undated
  }
  const years = segments.flatMap(({ root }) => root.months.map(({ year }) => year))
  const known = [...languages]
    .filter(([tag, count]) => tag !== '' && count > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return {
    format: FORMAT_NAME,
    version: { major: FORMAT_MAJOR, minor: FORMAT_MINOR },
    releases: liveStatistics(segments).releases,
    segments: segments.length,
    languages: Object.fromEntries(known),
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    undated,
    fields: ['title', 'body'],
    facets: [...new Set(['year', 'month', 'date', ...facetNames(snapshot)])],
    analysis: { version: analyser.description.version, languages: [...analyser.description.languages] },
  }
}
