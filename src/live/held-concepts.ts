/** Which concepts does an archive hold? Those that its root names, less those whose releases are all gone. */

import { TAGS } from '../analysis/analyser.js'
import { idOfRow } from '../analysis/concept-rows.js'
import { lookupStem } from '../format/terms.js'
import type { Segment } from '../reader/segment.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { MaskedTerm } from './masked-releases.js'

/** Ids of the concepts that an archive holds, and of longer names that keep some from being found. */
export function heldConcepts({ analyser }: Snapshot): Set<string> {
  return new Set((analyser.description.concepts ?? []).map(idOfRow))
}

/** Of the concepts that masked releases have, those that other releases of the segments have too. */
export async function stillHeld(segments: readonly Segment[], masked: readonly MaskedTerm[]): Promise<Set<string>> {
  const held = new Set<string>()
  await Promise.all(
    masked.map(async ({ stem, removed }) => {
      let releases = -removed.docFreq
      for (const segment of segments) {
        const ordinal = segment.packOf('terms', stem)
        if (ordinal < 0) continue
        for (const entry of lookupStem(await segment.terms(ordinal), stem)) {
          if (entry.tag === TAGS.concept) releases += entry.docFreq - (entry.removed?.docFreq ?? 0)
        }
      }
      if (releases > 0) held.add(stem)
    }),
  )
  return held
}
