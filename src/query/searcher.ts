/** What can one ask of releases that can be searched? The methods that archives, live indexes and both together share. */

import type { AnalyserDescription } from '../analysis/analyser.js'
import { DatelinesError, isDatelinesError } from '../errors.js'
import type { DateRun } from '../format/dates.js'
import { FORMAT_MAJOR, FORMAT_MINOR, FORMAT_NAME } from '../format/version.js'
import type { SegmentSummary } from '../reader/segment.js'
import type { Snapshot, SnapshotReader } from '../reader/snapshot.js'
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
import { extras, widening } from './modules.js'
import { facetNames, searchPage } from './page.js'
import { liveStatistics } from './run.js'
import { checkCall, readOptions } from './understanding.js'

/** Releases that `similar` shows unless asked otherwise. */
const SIMILAR_LIMIT = 5

/** A snapshot, there or on its way, and the reader's state when it was asked for. */
interface Moment {
  state: unknown
  snapshot: Snapshot | Promise<Snapshot>
}

/** Answers questions from the snapshots of a reader, each from one. */
export abstract class Searcher implements Searchable {
  protected constructor(
    protected readonly reader: SnapshotReader,
    /** When a part of a snapshot is gone, go on with the next one; false throws `E_STALE`. */
    private readonly reopen: boolean,
  ) {}

  abstract readonly info: ArchiveInfo

  async search(query: Query, options: SearchOptions = {}): Promise<SearchPage> {
    const checked = await readOptions(options)
    return this.pinned((snapshot) => searchPage(snapshot, query, checked))
  }

  async suggest(text: string, options: { limit?: number; signal?: AbortSignal } = {}): Promise<Suggestion[]> {
    const { suggestFor } = await widening()
    await checkCall({ text }, options, ['limit', 'signal'])
    return this.pinned((snapshot) => suggestFor(snapshot, text, options))
  }

  async get(id: string, options: { signal?: AbortSignal } = {}): Promise<Release | undefined> {
    const { findRelease } = await extras()
    await checkCall({ id }, options)
    return this.pinned((snapshot) => findRelease(snapshot, id, options.signal))
  }

  /** The release with this address. */
  async getByUrl(url: string, options: { signal?: AbortSignal } = {}): Promise<Release | undefined> {
    const { findReleaseByUrl } = await extras()
    await checkCall({ url }, options)
    return this.pinned((snapshot) => findReleaseByUrl(snapshot, url, options.signal))
  }

  async similar(id: string, options: SearchOptions = {}): Promise<SearchPage> {
    const { similarTo } = await extras()
    await checkCall({ id })
    const checked = await readOptions(options)
    if (options.limit === undefined) checked.limit = SIMILAR_LIMIT
    return this.pinned((snapshot) => similarTo(snapshot, id, checked))
  }

  all(query: Query, options?: AllOptions & { include?: 'hit' }): AsyncIterable<Hit>
  all(query: Query, options: AllOptions & { include: 'release' }): AsyncIterable<Release>
  all(query: Query, options: AllOptions = {}): AsyncIterable<Hit | Release> {
    return this.rows(query, options, this.moment())
  }

  /**
   * All matches at the moment of the call, whatever is published while they are read. Only the first row may still turn to
   * a newer one, when a part is gone: a mixture would be worse than an error.
   */
  private async *rows(query: Query, options: AllOptions, moment: Moment): AsyncGenerator<Hit | Release> {
    const { exportAll } = await extras()
    const checked = await readOptions(options, ['include'])
    const { include = 'hit' } = options
    if (options.snippet === undefined) checked.snippet = 0
    const { rows, first } = await this.pinned(async (snapshot) => {
      const rows = exportAll(snapshot, query, checked, include)
      return { rows, first: await rows.next() }
    }, moment)
    for (let row = first; !row.done; row = await this.settled(() => rows.next(), 'Begin again')) yield row.value
  }

  async explain(query: Query, id: string, options: SearchOptions = {}): Promise<Explanation> {
    const { explainHit } = await extras()
    await checkCall({ id })
    const checked = await readOptions(options)
    return this.pinned((snapshot) => explainHit(snapshot, query, id, checked))
  }

  /** The index terms that a text becomes. */
  async analyse(text: string, options: { language?: string } = {}): Promise<AnalysedTerm[]> {
    const { analyseText } = await extras()
    await checkCall({ text }, options, ['language'])
    return this.pinned(async (snapshot) => {
      await snapshot.lexicon?.loadAll()
      return analyseText(snapshot.analyser, text, options.language)
    })
  }

  /** Gives up files, connections and memory. */
  async close(): Promise<void> {
    await this.reader.close()
  }

  /**
   * Runs something over the current snapshot; when a later publication has removed a part of it, once more over the new one, as long as
   * there is a newer one each time.
   */
  private async pinned<T>(run: (snapshot: Snapshot) => Promise<T>, from = this.moment()): Promise<T> {
    for (let moment = from; ; moment = this.moment()) {
      try {
        return await guarded(async () => run(await moment.snapshot))
      } catch (error) {
        if (!isDatelinesError(error) || error.code !== 'E_NOT_FOUND') throw error
        // Another search may have turned to the new one already, or meanwhile.
        const hasTurned = (): boolean => this.reader.state !== moment.state
        const isNewer = this.reopen && (hasTurned() || (await this.reader.refresh()) || hasTurned())
        if (!isNewer) {
          const advice = this.reopen ? 'Publish all of it' : 'Open it again, or leave "reopen" on'
          return this.settled(() => Promise.reject(error), advice)
        }
      }
    }
  }

  /** What searches that begin now read. */
  private moment(): Moment {
    const snapshot = this.reader.latest()
    // Whoever never asks for a row never hears of a failure.
    if (snapshot instanceof Promise) snapshot.catch(() => {})
    return { state: this.reader.state, snapshot }
  }

  /** Runs something that belongs to a snapshot already; a missing file is `E_STALE`. */
  private async settled<T>(run: () => Promise<T>, advice: string): Promise<T> {
    try {
      return await guarded(run)
    } catch (error) {
      if (!isDatelinesError(error) || error.code !== 'E_NOT_FOUND') throw error
      throw new DatelinesError(
        'E_STALE',
        `${this.reader.description}: a part of the opened archive is gone (${error.where ?? 'unknown'}); it was published again since, or copied only in part. ${advice}.`,
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

/** What of a snapshot is known without its bytes. */
export interface SnapshotOutline {
  segments: readonly { root: SegmentSummary }[]
  analyser: { description: Pick<AnalyserDescription, 'version' | 'languages'> }
}

/** The years that releases are dated in. */
function yearsOf(segments: SnapshotOutline['segments']): number[] {
  const counts = new Map<number, number>()
  const count = (runs: readonly DateRun[], times: 1 | -1): void => {
    for (const { year, start, end } of runs) counts.set(year, (counts.get(year) ?? 0) + times * (end - start))
  }
  for (const { root } of segments) {
    count(root.months, 1)
    count(root.removedMonths, -1)
  }
  return [...counts].filter(([, releases]) => releases > 0).map(([year]) => year)
}

/** What the roots of all segments say together. */
export function infoOf(snapshot: SnapshotOutline): ArchiveInfo {
  const { segments, analyser } = snapshot
  const languages = new Map<string, number>()
  let undated = 0
  for (const { root } of segments) {
    for (const [tag, count] of root.languages) languages.set(tag, (languages.get(tag) ?? 0) + count)
    for (const [tag, count] of root.removedLanguages) languages.set(tag, (languages.get(tag) ?? 0) - count)
    undated += root.statistics.undated - root.removed.undated
  }
  const years = yearsOf(segments)
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
