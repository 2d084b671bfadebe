/** How does an archive look that grew? Several segments, later ones taking releases out of earlier ones. */

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { Inverter } from '../../src/build/inverter.js'
import { encodeRoot } from '../../src/build/publish.js'
import { buildSegment, type Removal } from '../../src/build/segment-builder.js'
import { MemoryOutput } from '../../src/build/segment-output.js'
import { type OrderedSpool, Spool } from '../../src/build/spool.js'
import { dateRuns, monthRuns } from '../../src/format/dates.js'
import type { SegmentRoot } from '../../src/format/root.js'
import { ROOT_FILE } from '../../src/format/version.js'
import type { Release } from '../../src/types.js'

/** What one publication brings: releases, and ids of earlier ones that go. A release with an id that is there replaces it. */
export interface Step {
  releases: readonly Release[]
  removed?: readonly string[]
}

interface Built {
  root: SegmentRoot
  spool: OrderedSpool
  /** Documents that are still there, by id. */
  live: Map<string, number>
}

/** The files of an archive with one segment for each step. */
export async function segmentedFiles(steps: readonly Step[]): Promise<Map<string, Uint8Array>> {
  const languages = new Set(steps.flatMap(({ releases }) => releases.flatMap(({ language }) => language ?? [])))
  const description = createDescription({ languages: [...languages].sort() })
  const files = new Map<string, Uint8Array>()
  const built: Built[] = []
  for (const { releases, removed = [] } of steps) {
    const spool = spoolOf(releases)
    const gone = [...removed, ...releases.map(({ id }) => id)]
    const removal = await removalOf(built, new Set(gone), description)
    const output = new MemoryOutput()
    const { root } = await buildSegment(spool, description, output, removal ? { removal } : {})
    for (const [file, bytes] of output.files()) files.set(`${root.name}/${file}`, bytes)
    const live = new Map(Array.from({ length: spool.count }, (_, doc) => [spool.read(doc).release.id, doc]))
    built.push({ root, spool, live })
  }
  files.set(ROOT_FILE, encodeRoot({ description: { analysis: description }, segments: built.map(({ root }) => root) }))
  return files
}

function spoolOf(releases: readonly Release[]): OrderedSpool {
  const spool = new Spool(Number.POSITIVE_INFINITY, join(tmpdir(), 'datelines-never-written'))
  for (const release of releases) spool.add(release)
  return spool.order()
}

/** Takes ids out of the segments built so far, with the statistics that go with them. */
async function removalOf(
  built: readonly Built[],
  ids: ReadonlySet<string>,
  description: Parameters<typeof Analyser.create>[0],
): Promise<Removal | null> {
  const docs: Removal['docs'] = new Map()
  const inverter = new Inverter(await Analyser.create(description))
  const languages = new Map<string, number>()
  let undated = 0
  const dates: string[] = []
  for (const { root, spool, live } of built) {
    const gone = [...live].filter(([id]) => ids.has(id))
    if (gone.length === 0) continue
    docs.set(
      root.id,
      gone.map(([, doc]) => doc).sort((a, b) => a - b),
    )
    for (const [id, doc] of gone) {
      live.delete(id)
      const { title, body, language, date } = spool.read(doc).release
      inverter.add(title, body, language)
      languages.set(language ?? '', (languages.get(language ?? '') ?? 0) + 1)
      if (date === undefined) undated++
      else dates.push(date)
    }
  }
  if (docs.size === 0) return null
  const statistics = {
    releases: inverter.docCount,
    undated,
    bodyLength: inverter.totalLength('body'),
    titleLength: inverter.totalLength('title'),
  }
  const terms: Removal['terms'] = []
  // What the generator gives is only good until its next step.
  for (const { stem, tag, docFreq, title, body } of inverter.terms()) {
    terms.push({ stem, tag, removed: { title: title.count, body: body.count, docFreq } })
  }
  const words = inverter.words().map(({ docFreq, ...word }) => ({ ...word, removed: docFreq }))
  return { docs, statistics, languages, months: monthRuns(dateRuns(dates.sort())), terms, words, lostFacets: [] }
}
