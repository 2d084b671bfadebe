/** Which tokens does one field hold? Walks its chunks, counts positions, and runs the concept matcher alongside. */

import type { ConceptMatch, ConceptMatcher } from './concepts.js'
import { bigrams, type ChunkVisitor } from './tokenizer.js'
import type { KnownWord, LanguageVocabulary, Term, Word } from './vocabulary.js'

/**
 * Is told each token of a text: its term, its surface form (null for a concept), its position, and where it stands in
 * UTF-16 units. Words come in text order, a concept after the words of its form. Joined forms and concepts have the
 * position of their first word.
 */
export type TokenSink = (term: Term, word: Word | null, position: number, start: number, end: number) => void

/** Between the words of a form there is no end of a sentence, but there may be the dot of an abbreviation ("St. Lucia"). */
const SENTENCE_END = /[;:!?…。！？؟؛|\n]|\.(?!\w)/
const MAX_ABBREVIATION = 3

/** Visitor of one field. */
export class FieldAnalysis implements ChunkVisitor {
  private position = 0
  private wordCount = 0
  private lastEnd = 0
  private lastLength = 0
  private isBroken = false

  constructor(
    private readonly text: string,
    private readonly language: LanguageVocabulary,
    private readonly matcher: ConceptMatcher,
    private readonly conceptTerm: (concept: number) => Term,
    private readonly sink: TokenSink,
  ) {}

  letters(start: number, end: number, hash: number): void {
    const word = this.language.letters(this.text, start, end, hash)
    if (this.isBroken) this.skipPosition()
    const position = this.position++
    this.sink(word.term, word, position, start, end)
    if (word.isLexical || this.matcher.isOpen) this.match(word, position, start, end)
  }

  chunk(start: number, end: number): void {
    const { parts, words, positions } = this.language.chunk(this.text.slice(start, end))
    if (this.isBroken) this.skipPosition()
    const base = this.position
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!
      const word = words[i]!
      this.sink(word.term, word, base + part.position, start + part.start, start + part.end)
      if (part.joins === 0 && (word.isLexical || this.matcher.isOpen)) {
        this.match(word, base + part.position, start + part.start, start + part.end)
      }
    }
    this.position = base + positions
  }

  unspaced(start: number, end: number): void {
    if (this.isBroken) this.skipPosition()
    for (const part of bigrams(this.text, start, end)) {
      const word = this.language.wordOf(part, 'bigram')
      const position = this.position++
      this.sink(word.term, word, position, part.start, part.end)
      if (word.isLexical || this.matcher.isOpen) this.match(word, position, part.start, part.end)
    }
  }

  paragraph(): void {
    this.isBroken = true
  }

  /** Tells what is still to be told; returns the length in positions. */
  finish(): number {
    this.matcher.close()
    this.emitConcepts()
    return this.position
  }

  private skipPosition(): void {
    this.isBroken = false
    if (this.position > 0) this.position++
    this.matcher.close()
  }

  private match(word: KnownWord, position: number, start: number, end: number): void {
    const { matcher } = this
    if (matcher.isOpen && this.isApart(start)) matcher.close()
    if (word.opensForm || matcher.isOpen) matcher.word(word.folded, this.wordCount, position, start, end, this.text)
    this.wordCount++
    this.lastEnd = end
    this.lastLength = word.surface.length
    if (!matcher.isOpen) this.emitConcepts()
  }

  private isApart(start: number): boolean {
    if (start - this.lastEnd < 2) return start > this.lastEnd && this.text.charCodeAt(this.lastEnd) === 0x3b
    const gap = this.text.slice(this.lastEnd, start)
    return SENTENCE_END.test(gap) && !(gap[0] === '.' && this.lastLength <= MAX_ABBREVIATION)
  }

  private emitConcepts(): void {
    if (!this.matcher.hasFound) return
    for (const { concept, position, start, end } of this.matcher.take() as ConceptMatch[]) {
      this.sink(this.conceptTerm(concept), null, position, start, end)
    }
  }
}
