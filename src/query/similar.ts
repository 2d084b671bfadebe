/** Which releases are like this one? A search for its most telling words. */

import { lookupStem } from '../format/terms.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { QueryTree, Release, SearchPage } from '../types.js'
import { inverseDocFreq } from './bm25.js'
import { findPlace } from './lookup.js'
import type { CheckedOptions } from './options.js'
import { searchPage } from './page.js'
import { liveStatistics } from './run.js'

/** Words that are searched for; more change the first hits little. */
const TELLING_WORDS = 25

/** Words of the title count as if they stood there so often. */
const TITLE_WEIGHT = 3

/** The releases nearest to the one with this id, itself left out; an empty page when there is none. */
export async function similarTo(snapshot: Snapshot, id: string, options: CheckedOptions): Promise<SearchPage> {
  const place = await findPlace(snapshot, id, false, options.signal)
  if (place === undefined) return searchPage(snapshot, { not: { all: true } }, options)
  const release = await snapshot.segments[place.segment]!.release(place.doc, options.signal)
  const words = await tellingWords(snapshot, release, options.signal)
  const tree: QueryTree = words.length === 0 ? { not: { all: true } } : { or: words.map((term) => ({ term })) }
  return searchPage(snapshot, tree, { ...options, concepts: false }, place)
}

/** The words with the highest tf-idf, in the order of their first occurrence. */
async function tellingWords(snapshot: Snapshot, release: Release, signal: AbortSignal | undefined): Promise<string[]> {
  const uses = new Map<string, { surface: string; stem: string; tag: number; weight: number }>()
  const count =
    (weight: number) =>
    (term: { stem: string; tag: number }, word: { surface: string; kind: string; stopword: boolean } | null): void => {
      if (word === null || word.stopword || word.kind === 'number') return
      const key = `${term.tag} ${term.stem}`
      const use = uses.get(key)
      if (use) use.weight += weight
      else uses.set(key, { surface: word.surface, stem: term.stem, tag: term.tag, weight })
    }
  snapshot.analyser.analyse(release.title, release.language, count(TITLE_WEIGHT))
  snapshot.analyser.analyse(release.body, release.language, count(1))
  const { releases } = liveStatistics(snapshot.segments)
  // Words are first ranked by their frequency here alone, so that only the packs of likely ones are read.
  const likely = [...uses.values()].sort((a, b) => b.weight - a.weight).slice(0, TELLING_WORDS * 4)
  const scored = await Promise.all(
    likely.map(async ({ surface, stem, tag, weight }) => {
      let docFreq = 0
      for (const segment of snapshot.segments) {
        const ordinal = segment.packOf('terms', stem)
        if (ordinal < 0) continue
        for (const entry of lookupStem(await segment.terms(ordinal, signal), stem)) {
          if (entry.tag === tag) docFreq += entry.docFreq - (entry.removed?.docFreq ?? 0)
        }
      }
      return { surface, score: docFreq > 1 ? weight * inverseDocFreq(releases, docFreq) : 0 }
    }),
  )
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, TELLING_WORDS)
    .map(({ surface }) => surface)
}
