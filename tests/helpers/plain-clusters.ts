/** Near-duplicates the plain way: by time, each is compared with all firsts before it. The twin of every faster way. */

import { type KeyWords, keyWordsOf } from '../../src/ingest/extract/key-words.js'
import type { Comparable } from '../../src/ingest/extract/near-duplicates.js'
import { areNear, type SketchedRelease } from '../../src/ingest/extract/text-likeness.js'
import { TextSketcher } from '../../src/ingest/extract/text-sketch.js'

interface Plain extends SketchedRelease {
  id: string
  words: KeyWords
}

/** Ids by cluster of two or more, each and its members by time. */
export function plainClusters(releases: Iterable<Comparable>): string[][] {
  const sketcher = new TextSketcher()
  const all = [...releases].map((release): Plain => {
    const { whole, wordCount, record } = sketcher.sketch(release.title, release.body)
    const words = keyWordsOf(release, wordCount)
    return { id: release.id, date: release.date, whole, wordCount, record: record.slice(), words }
  })
  const key = ({ date, id }: Plain): string => `${date ?? '~'}\0${id}`
  all.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const clusters: Plain[][] = []
  for (const each of all) {
    const own = clusters.find(([first]) => areNear(first!, each, ({ words }) => words))
    if (own === undefined) clusters.push([each])
    else own.push(each)
  }
  return clusters.filter(({ length }) => length > 1).map((members) => members.map(({ id }) => id))
}
