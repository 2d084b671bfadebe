/** What about releases newer than the archive? An index in memory that is told of each, and can be searched at once. */

import { DatelinesError } from '../errors.js'
import { infoOf, Searcher } from '../query/searcher.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { ArchiveInfo, Release, ReleaseInput } from '../types.js'
import { isOpened, JointReader } from './joint-reader.js'
import type { LiveSettings } from './live-analysis.js'
import { liveRelease } from './live-release.js'
import { type LiveChanges, LiveStore } from './live-store.js'
import { readSaved, type SavedLive, saveChanges } from './saved.js'

/** Options of a {@link LiveIndex}. */
export interface LiveOptions extends LiveSettings {
  /** An opened archive whose settings of the analysis are taken over, in place of those given here. */
  like?: { readonly snapshot: Snapshot }
}

const OPTION_NAMES = ['like', 'defaultLanguage', 'synonyms', 'stopwords']

/** Releases in memory. Changes are made at once; texts are analysed by the next search. */
export class LiveIndex extends Searcher {
  /** What it holds; for `overlay`. */
  readonly store: LiveStore

  /** @throws DatelinesError `E_OPTION` for an option that there is not, and for a `like` that is no opened archive */
  constructor(options: LiveOptions = {}) {
    if (typeof options !== 'object' || options === null)
      throw new DatelinesError('E_OPTION', `LiveIndex takes an object of options, got ${String(options).slice(0, 60)}.`)
    for (const name of Object.keys(options)) {
      if (OPTION_NAMES.includes(name)) continue
      throw new DatelinesError(
        'E_OPTION',
        `LiveIndex has no option ${JSON.stringify(name)}; it has ${OPTION_NAMES.join(', ')}.`,
      )
    }
    const { like, ...settings } = options
    if (like !== undefined && !isOpened(like)) {
      throw new DatelinesError(
        'E_OPTION',
        'LiveIndex: "like" must be an opened archive: await openArchive(…) before it is handed over.',
      )
    }
    const store = new LiveStore(settings, like)
    super(new JointReader(undefined, store), true)
    this.store = store
  }

  /** Number of live releases. */
  get size(): number {
    return this.store.size
  }

  /** Ids of the live releases, in the order in which they came. */
  ids(): IterableIterator<string> {
    return this.store.ids()
  }

  get info(): ArchiveInfo {
    return infoOf(this.store.outline())
  }

  /**
   * Adds a release, in place of one with its id here or in an archive beneath. Nothing is extracted: what is not stated is
   * absent, but for a title, which is made of the first words. Contacts are left out.
   *
   * @throws DatelinesError `E_INPUT` when it is no release
   */
  add(release: ReleaseInput): void {
    this.store.put(liveRelease(release))
  }

  /** Adds releases; when one of them is refused, none is added. */
  addAll(releases: Iterable<ReleaseInput>): void {
    const checked: Release[] = []
    for (const release of releases) checked.push(liveRelease(release))
    for (const release of checked) this.store.put(release)
  }

  /** The same as {@link add}, for those who say what they mean. */
  replace(release: ReleaseInput): void {
    this.add(release)
  }

  /**
   * Removes the release with an id, here and from an archive beneath.
   *
   * @returns true when a live release had the id; what an archive beneath holds is only known to searches
   * @throws DatelinesError `E_OPTION` for an id that is no text
   */
  remove(id: string): boolean {
    if (typeof id !== 'string')
      throw new DatelinesError('E_OPTION', `id: expected text, got ${String(id).slice(0, 60)}`)
    return this.store.remove(id)
  }

  /** Removes everything that was added, and forgets what was removed. */
  clear(): void {
    this.store.clear()
  }

  /** Everything that was added and removed, to be kept as JSON. */
  save(): SavedLive {
    return saveChanges(this.store.changes())
  }

  /**
   * Takes back what was saved, as an object or as its JSON, in place of everything that is here.
   *
   * @throws DatelinesError `E_CORRUPT`, `E_TOO_NEW`; the index is then as it was
   */
  restore(saved: SavedLive | string): this {
    const { releases, removed } = readSaved(saved)
    this.store.clear()
    for (const id of removed) this.store.remove(id)
    for (const release of releases) this.store.put(release)
    return this
  }

  /** The settings of the analysis; `commitLive` asks for them where it makes an archive. */
  settings(): Promise<LiveSettings> {
    return this.store.ownSettings()
  }

  /** What is to be made permanent; `commitLive` asks for it. */
  changes(): LiveChanges {
    return this.store.changes()
  }

  /** Forgets what was made permanent; what was changed since {@link changes} stays. */
  forget(changes: LiveChanges): void {
    this.store.forget(changes)
  }
}
