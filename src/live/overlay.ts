/** How are an archive and newer releases searched as one? An overlay: the answers of one archive built from all of them. */

import { DatelinesError } from '../errors.js'
import { infoOf, Searcher } from '../query/searcher.js'
import type { ArchiveInfo } from '../types.js'
import { type Beneath, isOpened, JointReader } from './joint-reader.js'
import { LiveIndex } from './live-index.js'

/** An archive with live releases over it. */
export class Overlay extends Searcher {
  private readonly joint: JointReader

  constructor(
    private readonly archive: Beneath | undefined,
    private readonly live: LiveIndex,
  ) {
    const joint = new JointReader(archive, live.store)
    super(joint, true)
    this.joint = joint
  }

  /** As of the last search or {@link refresh}: which releases of the archive are hidden is only known then. */
  get info(): ArchiveInfo {
    const snapshot = this.joint.last ?? this.archive?.snapshot
    return snapshot === undefined ? this.live.info : infoOf(snapshot)
  }

  /** Looks for a newer root of the archive and takes in what was changed in the live index; true if there was anything. */
  refresh(): Promise<boolean> {
    return this.joint.refresh()
  }
}

/**
 * Joins an opened archive, or none, with a live index. Both go on changing: a search sees what they are when it begins. Closing
 * the overlay closes the archive.
 *
 * @throws DatelinesError `E_OPTION` for anything else
 */
export function overlay(archive: Beneath | null | undefined, live: LiveIndex): Overlay {
  const isArchive = archive === null || archive === undefined || isOpened(archive)
  if (!isArchive || !(live instanceof LiveIndex)) {
    throw new DatelinesError(
      'E_OPTION',
      `overlay takes an opened archive, then a LiveIndex over it: the ${isArchive ? 'second is no LiveIndex' : 'first is no opened archive'}.`,
    )
  }
  return new Overlay(archive ?? undefined, live)
}
