/** Which tokens does one field hold? Walks its chunks, counts positions, and runs the concept matcher alongside. */

import { MAX_SURFACE, spellingOf } from './chunk.js'
import type { ConceptMatch, ConceptMatcher } from './concepts.js'
import type { FormWord } from './form-word.js'
import { type ChunkVisitor, scanBigrams } from './tokenizer.js'
import type { LanguageVocabulary, Term, Word } from './vocabulary.js'
import type { WantedTerms } from './wanted-terms.js'

/**
 * Is told each token of a text: its term, its surface form (null for a concept), its position, and where it stands in
 * UTF-16 units. Words come in text order, a concept after the words of its form. Joined forms and concepts have the
 * position of their first word.
 */
export type TokenSink = (term: Term, word: Word | null, position: number, start: number, end: number) => void

/** Between the words of a form there is no end of a sentence, but there may be the dot of an abbreviation ("St. Lucia"). */
const SENTENCE_END = /[;:!?…。！？؟؛|]|\.(?!\w)/
const MAX_ABBREVIATION = 3

/** Visitor of one field. */
export class FieldAnalysis implements ChunkVisitor {
  private position = 0
  private lastEnd = 0
  private lastLength = 0
  private isBroken = false
  /** Concepts that a word of the field speaks against, and matches that wait for the field's end to know. */
  private readonly denied = new Set<number>()
  private readonly deferred: ConceptMatch[] = []

  constructor(
    private readonly text: string,
    private readonly language: LanguageVocabulary,
    private readonly matcher: ConceptMatcher | null,
    private readonly conceptTerm: (concept: number) => Term | undefined,
    private readonly sink: TokenSink,
    /** Words that cannot be one of these are not told. */
    private readonly wanted?: WantedTerms,
  ) {}

  letters(start: number, end: number, hash: number): void {
    const { text, matcher, wanted } = this
    if (this.isBroken) this.skipPosition()
    const position = this.position++
    if (wanted?.mayBegin(text.charCodeAt(start)) === false) {
      if (matcher !== null) this.match(matcher.wordOf(spellingOf(text.slice(start, end)).surface), position, start, end)
      return
    }
    const word = this.language.letters(text, start, end, hash)
    this.sink(word.term, word, position, start, end)
    this.match(word, position, start, end)
  }

  chunk(start: number, end: number): void {
    const { parts, words, positions } = this.language.chunk(this.text, start, end)
    if (this.isBroken) this.skipPosition()
    const base = this.position
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!
      const word = words[i]!
      this.sink(word.term, word, base + part.position, start + part.start, start + part.end)
      if (part.joins === 0) this.match(word, base + part.position, start + part.start, start + part.end)
    }
    this.position = base + positions
  }

  unspaced(start: number, end: number): void {
    if (this.isBroken) this.skipPosition()
    scanBigrams(this.text, start, end, this.bigram)
  }

  private readonly bigram = (start: number, end: number): void => {
    const word = this.language.bigram(this.text.slice(start, Math.min(end, start + MAX_SURFACE)))
    const position = this.position++
    this.sink(word.term, word, position, start, end)
    this.match(word, position, start, end)
  }

  paragraph(): void {
    this.isBroken = true
  }

  /** Tells what is still to be told; returns the length in positions. */
  finish(): number {
    this.matcher?.close()
    if (this.matcher !== null) this.emitConcepts(this.matcher)
    for (const match of this.deferred) if (!this.denied.has(match.concept)) this.emit(match)
    return this.position
  }

  private skipPosition(): void {
    this.isBroken = false
    if (this.position > 0) this.position++
    this.matcher?.close()
  }

  private match(word: FormWord, position: number, start: number, end: number): void {
    const { matcher } = this
    if (matcher === null || !(word.opensForm || matcher.isOpen)) return
    if (matcher.isOpen && this.isApart(start)) matcher.close()
    // Words that no form holds only count as gaps, and a gap closes every open form.
    if (word.opensForm || matcher.isOpen) matcher.word(word, position, position, start, end, this.text, 'release')
    this.lastEnd = end
    this.lastLength = end - start
    if (!matcher.isOpen) this.emitConcepts(matcher)
  }

  private isApart(start: number): boolean {
    if (start - this.lastEnd < 2) return false
    const gap = this.text.slice(this.lastEnd, start)
    return SENTENCE_END.test(gap) && !(gap[0] === '.' && this.lastLength <= MAX_ABBREVIATION)
  }

  private emitConcepts(matcher: ConceptMatcher): void {
    if (!matcher.hasFound) return
    for (const match of matcher.take()) {
      if (match.isAgainst) this.denied.add(match.concept)
      else if (matcher.isDeniable(match.concept)) this.deferred.push(match)
      else this.emit(match)
    }
  }

  private emit({ concept, position, start, end }: ConceptMatch): void {
    const term = this.conceptTerm(concept)
    if (term !== undefined) this.sink(term, null, position, start, end)
  }
}
