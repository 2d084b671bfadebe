/** What does each step of the analysis bring to the ranking? BM25F over the analyser's own terms, with single steps left out. */

import { Analyser, createDescription, fold, type QueryToken } from '../../src/analysis/analyser.js'
import { porter2 } from '../../src/analysis/languages/en-stem.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { inverseDocFreq, RANKING } from '../../src/query/bm25.js'
import type { Collection } from './collections.js'

/** Steps that can be left out. */
export const STEPS = ['stemming', 'stop words', 'folding', 'spelling families', 'further forms', 'concepts'] as const

export type Step = (typeof STEPS)[number]

interface Doc {
  id: string
  length: number
  freqs: Map<string, number>
}

/** Groups of terms, each scored as one. */
type Query = string[][]

/** Ranks a collection's documents for its queries, any word sufficient. */
export class TermRanking {
  private readonly postings = new Map<string, Map<number, number>>()
  private readonly docs: Doc[]
  private readonly averageLength: number

  private constructor(
    private readonly analyser: Analyser,
    private readonly language: string,
    private readonly without: Step | undefined,
    { stories }: Collection,
  ) {
    this.docs = stories.map(({ id, title, body }) => this.read(id, title, body))
    this.averageLength = this.docs.reduce((sum, { length }) => sum + length, 0) / Math.max(1, this.docs.length)
    this.docs.forEach(({ freqs }, doc) => {
      for (const [key, freq] of freqs) {
        const list = this.postings.get(key) ?? new Map<number, number>()
        this.postings.set(key, list.set(doc, freq))
      }
    })
  }

  static async create(collection: Collection, without?: Step): Promise<TermRanking> {
    const { language } = collection
    const lexicon = without === 'concepts' ? [] : FULL_LEXICON
    const analyser = await Analyser.create(createDescription({ languages: [language], lexicon }))
    return new TermRanking(analyser, language, without, collection)
  }

  /** Ids of the ten best. */
  rank(text: string): string[] {
    const scores = new Map<number, number>()
    for (const keys of this.query(text)) {
      const joint = new Map<number, number>()
      for (const key of new Set(keys)) {
        for (const [doc, freq] of this.postings.get(key) ?? []) joint.set(doc, (joint.get(doc) ?? 0) + freq)
      }
      const idf = inverseDocFreq(this.docs.length, joint.size)
      for (const [doc, freq] of joint) scores.set(doc, (scores.get(doc) ?? 0) + idf * this.weight(doc, freq))
    }
    return [...scores]
      .sort(([a, x], [b, y]) => y - x || this.docs[a]!.id.localeCompare(this.docs[b]!.id))
      .slice(0, 10)
      .map(([doc]) => this.docs[doc]!.id)
  }

  private weight(doc: number, freq: number): number {
    const { k1, b } = RANKING
    return (freq * (k1 + 1)) / (freq + k1 * (1 - b + (b * this.docs[doc]!.length) / this.averageLength))
  }

  private read(id: string, title: string, body: string): Doc {
    const freqs = new Map<string, number>()
    const lengthOf = (text: string, boost: number): number =>
      this.analyser.analyse(text, this.language, ({ stem, tag }, word, _position, start, end) => {
        const key = word === null ? `*${stem}` : this.key(fold(word.surface), stem, tag, text.slice(start, end))
        freqs.set(key, (freqs.get(key) ?? 0) + boost)
      })
    lengthOf(title, RANKING.boost.title)
    return { id, length: lengthOf(body, RANKING.boost.body), freqs }
  }

  private query(text: string): Query {
    const { tokens, spans } = this.analyser.analyseQuery(text)
    const kept = tokens.filter(({ stopword }) => this.without === 'stop words' || !stopword)
    const words = (kept.length > 0 ? kept : tokens).map((token) => this.variants(token, text))
    const names = spans.map(({ variants }) =>
      variants.map(({ stem, tag }) => (tag === 31 ? `*${stem}` : `${stem}/${tag}`)),
    )
    return [...words, ...names]
  }

  private variants({ surface, start, end, variants }: QueryToken, text: string): string[] {
    const all = this.without === 'further forms' ? variants.slice(0, 1) : variants
    return all.map(({ stem, tag }) => this.key(surface, stem, tag, text.slice(start, end)))
  }

  private key(surface: string, stem: string, tag: number, raw: string): string {
    if (this.without === 'stemming') return surface
    if (this.without === 'spelling families' && tag === 1) return `${porter2(surface)}/1`
    const marks = this.without === 'folding' ? raw.normalize('NFD').replace(/[^\p{M}]/gu, '') : ''
    return `${stem}${marks}/${tag}`
  }
}
