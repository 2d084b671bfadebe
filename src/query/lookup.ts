/** Which release has this id, or this address? */

import type { Snapshot } from '../reader/snapshot.js'
import type { Release } from '../types.js'

/** A release's place in an archive. */
export interface Place {
  segment: number
  doc: number
}

/** Where the live release with a key is; later segments replace what earlier ones hold. */
export async function findPlace(
  snapshot: Snapshot,
  key: string,
  isUrl: boolean,
  signal?: AbortSignal,
): Promise<Place | undefined> {
  const { segments } = snapshot
  const entries = await Promise.all(
    segments.map(async (segment) => {
      const pack = segment.packOf('ids', key)
      return pack < 0 ? [] : segment.ids(pack, signal)
    }),
  )
  const removed = await Promise.all(segments.map((segment) => segment.removed(signal)))
  for (let segment = segments.length - 1; segment >= 0; segment--) {
    const id = segments[segment]!.root.id
    // Of several with one address the newest is meant, which has the highest number.
    const found = entries[segment]!.filter(
      (entry) =>
        entry.key === key &&
        entry.isUrl === isUrl &&
        !removed.some((each) => each.get(id)?.includes(entry.doc) ?? false),
    ).at(-1)
    if (found !== undefined) return { segment, doc: found.doc }
  }
  return undefined
}

/** Where the live releases with these ids are; what the snapshot does not hold is left out. */
export async function findPlaces(
  snapshot: Snapshot,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Place>> {
  const { segments } = snapshot
  const wanted = new Set(ids)
  const removals = await Promise.all(segments.map((segment) => segment.removed(signal)))
  const found = await Promise.all(
    segments.map(async (segment, index) => {
      const packs = new Set(ids.map((id) => segment.packOf('ids', id)).filter((pack) => pack >= 0))
      const entries = await Promise.all([...packs].map((pack) => segment.ids(pack, signal)))
      const removed = new Set(removals.flatMap((each) => each.get(segment.root.id) ?? []))
      const live = entries.flat().filter(({ key, isUrl, doc }) => !isUrl && wanted.has(key) && !removed.has(doc))
      return live.map(({ key, doc }): [string, Place] => [key, { segment: index, doc }])
    }),
  )
  // Later segments replace what earlier ones hold.
  return new Map(found.flat())
}

async function read(snapshot: Snapshot, place: Place | undefined, signal?: AbortSignal): Promise<Release | undefined> {
  // What the reader gives is shared; callers may do with theirs as they like.
  return place && structuredClone(await snapshot.segments[place.segment]!.release(place.doc, signal))
}

export async function findRelease(snapshot: Snapshot, id: string, signal?: AbortSignal): Promise<Release | undefined> {
  return read(snapshot, await findPlace(snapshot, id, false, signal), signal)
}

export async function findReleaseByUrl(
  snapshot: Snapshot,
  url: string,
  signal?: AbortSignal,
): Promise<Release | undefined> {
  return read(snapshot, await findPlace(snapshot, url, true, signal), signal)
}
