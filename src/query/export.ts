/** How does one get everything that matches? One search, then row after row in its order. */

import { allLoaded } from '../reader/pack-cache.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Hit, Query, Release } from '../types.js'
import { findResult } from './find-result.js'
import { foldHits } from './fold-hits.js'
import { makeHit } from './hits.js'
import { Marker } from './marks.js'
import type { CheckedOptions } from './options.js'
import { facetNames } from './page.js'
import { readRequest } from './understanding.js'

/** Rows read at a time. */
const BATCH = 64

/** Every match in order; as many as the search's `total`. The snapshot is the one of the start. */
export async function* exportAll(
  snapshot: Snapshot,
  query: Query,
  options: CheckedOptions,
  include: 'hit' | 'release',
): AsyncGenerator<Hit | Release> {
  const request = await readRequest(query, options, facetNames(snapshot))
  const everything = snapshot.segments.reduce((sum, segment) => sum + segment.docCount, 0)
  const { result, run } = await findResult(snapshot, { ...request.run, limit: everything }, options.relax)
  const { leaves } = result
  const ranked = options.fold ? (await foldHits(snapshot, run, result, everything)).ranked : result.ranked
  const { snippet, signal } = options
  const marker = new Marker(leaves)
  for (let start = 0; start < ranked.length; start += BATCH) {
    signal?.throwIfAborted()
    const batch = ranked.slice(start, start + BATCH)
    const releases = await allLoaded(batch, ({ segment, doc }) => snapshot.segments[segment]!.release(doc, signal))
    for (let i = 0; i < batch.length; i++) {
      const { segment, score } = batch[i]!
      const release = releases[i]!
      if (include === 'release') yield structuredClone(release)
      else {
        const marking = snippet === 0 ? null : await marker.marking(snapshot, release, snippet, signal)
        yield makeHit(release, score, snapshot.segments[segment]!.origin, marking)
      }
    }
  }
}
