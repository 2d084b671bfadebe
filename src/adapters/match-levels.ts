/** Which words of the query does a marked text hold? Texts with tags, and how much of the query they match. */

import { parts, type TextPart } from '../query/highlight.js'
import type { Applied, MarkedText, QueryTree, Searchable } from '../types.js'
import type { MarkedValue } from './search-protocol.js'

/** The tags around marked words. */
export interface Tags {
  open: string
  close: string
}

/** Words that a query asks for, in order, each once; those it excludes are none. */
interface AskedWords {
  /** Every word, in lower case. */
  words: string[]
  /** Those of phrases: there, words that say little count, too. */
  inPhrases: Set<string>
  /** Those that stand for all words that begin so. */
  prefixes: Set<string>
}

function askedWords(tree: QueryTree): AskedWords {
  const words = new Set<string>()
  const inPhrases = new Set<string>()
  const prefixes = new Set<string>()
  const visit = (node: QueryTree): void => {
    if ('and' in node) for (const part of node.and) visit(part)
    if ('or' in node) for (const part of node.or) visit(part)
    if ('term' in node) for (const word of splitWords(node.term)) words.add(word)
    if ('fuzzy' in node) for (const word of splitWords(node.fuzzy)) words.add(word)
    if ('phrase' in node) for (const word of splitWords(node.phrase)) words.add(word) && inPhrases.add(word)
    if ('prefix' in node) for (const word of splitWords(node.prefix)) words.add(word) && prefixes.add(word)
  }
  visit(tree)
  return { words: [...words], inPhrases, prefixes }
}

const splitWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What a text is for the index: a term with a place in the text. */
interface FoundTerm {
  term: string
  start: number
  end: number
  stopword: boolean
}

/** Without an analyser a term is a folded word. */
const plainTerms = (text: string): FoundTerm[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    term: fold(word),
    start: index,
    end: index + word.length,
    stopword: false,
  }))

/** What each word of the query may be found as, in texts of one language. */
interface WordForms {
  /** The words that count. */
  words: string[]
  byTerm: Map<string, Set<string>>
}

/** Tells which words of one search were met. Everything is analysed once, whatever the number of hits. */
export class WordFinder {
  private readonly asked: AskedWords
  private readonly prefixes: Map<string, string>
  private readonly forms = new Map<string, Promise<WordForms>>()
  private readonly pieces = new Map<string, Promise<FoundTerm[]>>()

  /** @param tree the words of the query; `applied` what they were widened to */
  constructor(
    private readonly archive: Searchable,
    tree: QueryTree,
    private readonly applied: Applied,
  ) {
    this.asked = askedWords(tree)
    const typed = new Set(applied.prefixes.flatMap(({ word }) => splitWords(word)))
    const begun = this.asked.words.filter((word) => this.asked.prefixes.has(word) || typed.has(word))
    this.prefixes = new Map(begun.map((word) => [word, fold(word)]))
  }

  /** A text with tags around its marks, and the words that they were found for. */
  async mark(marked: MarkedText, language: string | undefined, tags: Tags): Promise<MarkedValue> {
    const pieces = parts(marked)
    const value = pieces.map(({ text, marked: isMarked }) => (isMarked ? tags.open + text + tags.close : text)).join('')
    const { words, byTerm } = await this.formsIn(language)
    const met = new Set<string>()
    for (const piece of pieces) if (piece.marked) await this.meet(piece, language, byTerm, met)
    const matchedWords = words.filter((word) => met.has(word))
    if (matchedWords.length === 0) return { value, matchLevel: 'none', matchedWords }
    const fullyHighlighted = pieces.every((piece) => piece.marked || !/[\p{L}\p{N}]/u.test(piece.text))
    return {
      value,
      matchLevel: matchedWords.length === words.length ? 'full' : 'partial',
      matchedWords,
      fullyHighlighted,
    }
  }

  private async meet(
    { text }: TextPart,
    language: string | undefined,
    byTerm: ReadonlyMap<string, Set<string>>,
    met: Set<string>,
  ): Promise<void> {
    for (const { term } of await this.termsOf(text, language)) for (const word of byTerm.get(term) ?? []) met.add(word)
    const surfaces = splitWords(text).map(fold)
    for (const [word, beginning] of this.prefixes) {
      if (surfaces.some((surface) => surface.startsWith(beginning))) met.add(word)
    }
  }

  /**
   * The words in the terms of a language. All words are analysed together, since some stand for one thing only together,
   * and each alone, since in a query they need not be neighbours.
   */
  private formsIn(language: string | undefined): Promise<WordForms> {
    const key = language ?? ''
    const known = this.forms.get(key) ?? this.makeForms(language)
    this.forms.set(key, known)
    return known
  }

  private async makeForms(language: string | undefined): Promise<WordForms> {
    const { words, inPhrases } = this.asked
    const byTerm = new Map<string, Set<string>>()
    const telling = new Set<string>()
    const add = (term: string, word: string): void => {
      const holders = byTerm.get(term) ?? new Set()
      byTerm.set(term, holders.add(word))
    }
    for (const word of words) {
      for (const { term, stopword } of await this.termsOf(word, language)) {
        add(term, word)
        if (!stopword || inPhrases.has(word)) telling.add(word)
      }
    }
    // Names of things are recognised as texts write them, and people type them in any case.
    const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    for (const way of [words, capital, words.map((word) => word.toUpperCase())]) {
      const together = way.join(' ')
      for (const { term, start, end } of await this.termsOf(together, language)) {
        for (const word of splitWords(together.slice(start, end))) add(term, word)
      }
    }
    for (const { word, forms } of this.applied.fuzzy) {
      for (const form of forms) {
        for (const { term } of await this.termsOf(form, language)) for (const each of splitWords(word)) add(term, each)
      }
    }
    // Words that say nothing are not looked for beside others.
    return { words: telling.size === 0 ? words : words.filter((word) => telling.has(word)), byTerm }
  }

  private termsOf(text: string, language: string | undefined): Promise<FoundTerm[]> {
    const key = `${language ?? ''} ${text}`
    const known = this.pieces.get(key) ?? this.analyse(text, language)
    this.pieces.set(key, known)
    return known
  }

  private async analyse(text: string, language: string | undefined): Promise<FoundTerm[]> {
    if (this.archive.analyse === undefined) return plainTerms(text)
    return this.archive.analyse(text, language === undefined ? {} : { language })
  }
}
