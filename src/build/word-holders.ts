/** Which releases of an archive hold these words? Its postings say so, whatever the language of a release. */

import type { Analyser } from '../analysis/analyser.js'
import { compareCodePoints } from '../bytes/utf8.js'
import type { StoredSegment } from './stored-segment.js'

/** Bytes of lists that are kept. */
const KEPT_BYTES = 64 * 1024 * 1024

/** A term that a word is in some language. */
interface WordTerm {
  stem: string
  tag: number
}

/** The terms of a word in these languages, each once. */
export function termsOfWord(analyser: Analyser, word: string, languages: readonly string[]): WordTerm[] {
  const terms = new Map<string, WordTerm>()
  for (const language of languages) {
    analyser.analyse(word, language, ({ stem, tag }, form) => {
      if (form !== null) terms.set(`${tag} ${stem}`, { stem, tag })
    })
  }
  return [...terms.values()]
}

/** The languages in which a word may be another term: those of an analyser, and one that it does not stem. */
export function languagesOfTerms({ description }: Analyser): string[] {
  return [...description.languages, 'und']
}

/** Counts for each document of a segment how many words it holds. */
export class WordCounter {
  private readonly counts: Uint8Array
  private readonly lastWord: Int32Array
  private readonly seen: number[] = []
  private word = 0

  constructor(docCount: number) {
    this.counts = new Uint8Array(docCount)
    this.lastWord = new Int32Array(docCount)
  }

  /** What is added from here on is of another word. */
  startWord(): void {
    this.word++
  }

  add(docs: Int32Array): void {
    const { counts, lastWord, word, seen } = this
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!
      if (lastWord[doc] === word) continue
      lastWord[doc] = word
      if (counts[doc]!++ === 0) seen.push(doc)
    }
  }

  /** The documents with so many words at least; counting begins anew. */
  take(least: number): number[] {
    const { counts, seen } = this
    const found = seen.filter((doc) => counts[doc]! >= least)
    for (const doc of seen) counts[doc] = 0
    seen.length = 0
    return found
  }
}

/** Looks words up in the segments of an archive. */
export class WordHolders {
  private readonly languages: readonly string[]
  private readonly counters: readonly WordCounter[]
  /** By word and segment, lists of documents. */
  private readonly lists = new Map<string, Int32Array[][]>()
  private bytes = 0

  constructor(
    private readonly segments: readonly StoredSegment[],
    private readonly analyser: Analyser,
  ) {
    this.languages = languagesOfTerms(analyser)
    this.counters = segments.map(({ docCount }) => new WordCounter(docCount))
  }

  /** Reads the lists of words that will be asked for, in the order in which they are stored. */
  prepare(words: Iterable<string>): void {
    const terms = [...new Set(words)].flatMap((word) =>
      termsOfWord(this.analyser, word, this.languages).map((term) => ({ word, ...term })),
    )
    terms.sort((a, b) => compareCodePoints(a.stem, b.stem))
    for (const { word, stem, tag } of terms) {
      if (this.bytes > KEPT_BYTES) {
        this.forget()
        return
      }
      const lists = this.lists.get(word) ?? this.segments.map(() => [])
      this.lists.set(word, lists)
      for (const [index, segment] of this.segments.entries()) lists[index]!.push(...this.read(segment, stem, tag))
    }
  }

  private forget(): void {
    this.lists.clear()
    this.bytes = 0
  }

  private read(segment: StoredSegment, stem: string, tag: number): Int32Array[] {
    const lists = segment.documents(stem, tag)
    for (const { byteLength } of lists) this.bytes += byteLength
    return lists
  }

  private listsOf(word: string): Int32Array[][] {
    let lists = this.lists.get(word)
    if (lists === undefined) {
      const terms = termsOfWord(this.analyser, word, this.languages)
      lists = this.segments.map((segment) => terms.flatMap(({ stem, tag }) => this.read(segment, stem, tag)))
      this.lists.set(word, lists)
    }
    return lists
  }

  /** Documents by segment that hold at least so many of the words. */
  holding(words: readonly string[], least: number): number[][] {
    for (const word of words) {
      const lists = this.listsOf(word)
      this.counters.forEach((counter, index) => {
        counter.startWord()
        for (const docs of lists[index]!) counter.add(docs)
      })
    }
    if (this.bytes > KEPT_BYTES) this.forget()
    return this.counters.map((counter) => counter.take(least))
  }
}
