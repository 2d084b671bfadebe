/** Do clusters of near-duplicates say what they mean? Of which releases they are, and that each is named by its first. */

import { REGROUPED_FACET, type RegroupedRelease, readRegrouped } from '../format/clusters.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import { clusterValue } from '../ingest/extract/near-duplicates.js'
import { compareByTime } from '../ingest/extract/text-likeness.js'
import { TextSketcher } from '../ingest/extract/text-sketch.js'
import type { Release } from '../types.js'
import { StoredArchive } from './stored-archive.js'
import { storedClusters } from './stored-clusters.js'
import type { StoredSegment } from './stored-segment.js'
import type { Note } from './verify-texts.js'

/** Checks what every segment says of clusters. */
export async function verifyClusters(directory: string, note: Note): Promise<void> {
  const { segments } = await StoredArchive.open(directory)
  segments.forEach((segment, index) => {
    const tell = (message: string): void => note(`segment ${segment.root.name}`, message)
    if (segment.facet(CLUSTER_FACET)?.sets.some(({ length }) => length > 1))
      tell('a release is said to be in several clusters')
    const regrouped = segment.facet(REGROUPED_FACET)
    if (regrouped === undefined) return
    if (regrouped.sets.some(({ length }) => length > 0)) tell('a release has a value that is about older ones')
    const told = new Set<string>()
    for (const value of regrouped.values) checkRegrouped(readRegrouped(value), segments.slice(0, index), told, tell)
  })
}

function checkRegrouped(
  { segment: id, doc }: RegroupedRelease,
  older: readonly StoredSegment[],
  told: Set<string>,
  tell: (message: string) => void,
): void {
  const segment = older.find(({ root }) => root.id === id)
  if (segment === undefined) tell(`it says which cluster releases of segment ${id} have, which is not before it`)
  else if (doc >= segment.docCount)
    tell(`it says which cluster release ${doc} of ${segment.root.name} has: there is none`)
  if (told.has(`${id} ${doc}`)) tell(`it says twice which cluster release ${doc} of segment ${id} has`)
  told.add(`${id} ${doc}`)
}

/** Reads the releases of every cluster, and compares its name with what the text of the first comes to. */
export async function verifyClusterNames(directory: string, note: Note): Promise<void> {
  const archive = await StoredArchive.open(directory)
  const clusters = storedClusters(archive.segments)
  const firsts = new Map<string, Release>()
  for (const [index, segment] of archive.segments.entries()) {
    for (let doc = 0; doc < segment.docCount; doc++) {
      const value = archive.isLive(segment, doc) ? clusters.valueOf(index, doc) : undefined
      if (value === undefined) continue
      const release = segment.release(doc)
      const first = firsts.get(value)
      if (first === undefined || compareByTime(release, first) < 0) firsts.set(value, release)
    }
  }
  const sketcher = new TextSketcher()
  for (const [value, { id, title, body }] of firsts) {
    if (clusterValue(sketcher.sketch(title, body)) !== value)
      note(directory, `release ${id} is the first of the cluster ${value}, which is not named by its text`)
  }
}
