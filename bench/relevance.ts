/** How well are results ranked? nDCG@10 on public test collections, any word of the query sufficient. */

import { RANKING } from '../src/query/bm25.js'
import { openInMemory } from './lib/archives.js'
import { COLLECTIONS, ndcg10, readCollection } from './lib/collections.js'

/** What plain BM25 (k1 1.2, b 0.75, stop words out, stemming for English and none else) reaches. */
const PLAIN: Record<string, number> = {
  time: 0.686,
  cranfield: 0.396,
  scifact: 0.681,
  xquad_en: 0.972,
  xquad_es: 0.954,
  xquad_ru: 0.871,
}

export async function run(): Promise<void> {
  console.log(`settings: ${JSON.stringify(RANKING)}, combineWith OR`)
  const scores: number[] = []
  const plain: number[] = []
  for (const wanted of COLLECTIONS) {
    const collection = readCollection(wanted)
    if (collection === null) continue
    const archive = await openInMemory(
      collection.stories.map(({ id, title, body }) => ({ id, title, body, language: collection.language })),
    )
    const ranked = new Map<string, string[]>()
    for (const { text } of collection.queries) {
      const page = await archive.search({ or: words(text) }, { limit: 10, snippet: false })
      ranked.set(
        text,
        page.hits.map(({ id }) => id),
      )
    }
    const score = ndcg10(collection, (query) => ranked.get(query)!)
    scores.push(score)
    plain.push(PLAIN[collection.name]!)
    console.log(`${collection.name.padEnd(10)} ${score.toFixed(4)}   plain BM25 ${PLAIN[collection.name]}`)
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  if (scores.length > 0) {
    const gain = (mean(scores) / mean(plain) - 1) * 100
    console.log(`mean       ${mean(scores).toFixed(4)}   plain BM25 ${mean(plain).toFixed(4)}   ${gain.toFixed(1)} %`)
  }
}

/** The words of a question as terms, so that its punctuation is not read as operators. */
function words(text: string): { term: string }[] {
  return text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((term) => ({ term }))
}
