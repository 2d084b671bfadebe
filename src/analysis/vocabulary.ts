/** Which terms and surface forms have been seen? Numbers them, and remembers what each raw form of each language becomes. */

import { type ChunkPart, MAX_SURFACE, parseChunk, type Spelling, spellingOf } from './chunk.js'
import type { ConceptMatcher } from './concepts.js'
import { foldWritten } from './fold.js'
import { type FormWord, NO_FORM_WORD } from './form-word.js'
import type { LanguageModule } from './languages.js'
import { hashOf, RawTable } from './raw-table.js'
import { TAGS } from './tags.js'

/** An index term: (stem, tag) is unique in one analyser, ordinals are dense from 0 in order of first appearance. */
export interface Term {
  readonly ordinal: number
  readonly stem: string
  /** See {@link TAGS}. */
  readonly tag: number
}

/** A distinct surface form in one language: unique by (surface, tag of its term); ordinals are dense from 0. */
export interface Word {
  readonly ordinal: number
  /** Folded; in lower case with its diacritics where they make it a word of another stem ("podían" and "podian"). */
  readonly surface: string
  readonly term: Term
  readonly kind: 'word' | 'number' | 'bigram'
  readonly stopword: boolean
}

/** A word as the vocabulary keeps it. */
export type KnownWord = Word & FormWord

/** A chunk with its words looked up. */
export interface KnownChunk {
  readonly parts: readonly ChunkPart[]
  readonly words: readonly KnownWord[]
  readonly positions: number
}

/** Chunks longer than this are parsed anew each time. */
const MAX_CHUNK_UNITS = 64
const MAX_BIGRAMS = 1 << 18

/** What has been seen in texts of one language (or of all languages without a stemmer). */
export class LanguageVocabulary {
  private readonly words = new RawTable<KnownWord>()
  private readonly chunks = new RawTable<KnownChunk>()
  private readonly bigrams = new Map<string, KnownWord>()

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly module: LanguageModule | null,
  ) {}

  /** The word of a run of letters in a text; `hash` is that of its units. */
  letters(text: string, start: number, end: number, hash: number): KnownWord {
    const known = this.words.get(text, start, end, hash)
    if (known !== undefined) return known
    const raw = text.slice(start, Math.min(end, start + MAX_SURFACE))
    const word = this.wordOf(spellingOf(raw), 'word')
    if (end - start <= MAX_SURFACE) this.words.set(raw, hash, word)
    this.vocabulary.forms++
    return word
  }

  /** The words of any other chunk. */
  chunk(text: string, start: number, end: number): KnownChunk {
    if (end - start > MAX_CHUNK_UNITS) return this.parsed(text.slice(start, end))
    const hash = hashOf(text, start, end)
    let chunk = this.chunks.get(text, start, end, hash)
    if (chunk === undefined) {
      const raw = text.slice(start, end)
      this.chunks.set(raw, hash, (chunk = this.parsed(raw)))
    }
    return chunk
  }

  private parsed(raw: string): KnownChunk {
    this.vocabulary.forms++
    const { parts, positions } = parseChunk(raw)
    return { parts, positions, words: parts.map((part) => this.wordOf(part, part.kind)) }
  }

  /** The word of one or two characters of a script written without spaces. */
  bigram(raw: string): KnownWord {
    let word = this.bigrams.get(raw)
    if (word === undefined) {
      word = this.wordOf(spellingOf(raw), 'bigram')
      this.vocabulary.forms++
      if (this.bigrams.size < MAX_BIGRAMS) this.bigrams.set(raw, word)
    }
    return word
  }

  private wordOf(spelling: Spelling, kind: Word['kind']): KnownWord {
    return this.vocabulary.word(spelling, kind, this.module)
  }
}

/** Whether a folded surface carries no topic in the language of a module; null for what is not stemmed. */
export type StopwordTest = (surface: string, module: LanguageModule | null) => boolean

/** The terms and words of one analyser. */
export class Vocabulary {
  readonly terms: Term[] = []
  readonly words: KnownWord[] = []
  /** Raw forms that were looked at, of which each may be remembered. */
  forms = 0
  private readonly termsByTag: Map<string, Term>[] = []
  private readonly wordsByTag: Map<string, KnownWord>[] = []

  constructor(
    private readonly matcher: ConceptMatcher | null,
    private readonly isStopword: StopwordTest,
  ) {}

  /** The word of a spelling in the language of a module; numbers, bigrams and foreign scripts have tag 0. */
  word(spelling: Spelling, kind: Word['kind'], module: LanguageModule | null): KnownWord {
    const { surface, written } = spelling
    const stemmer = stemmerFor(surface, kind, module)
    if (stemmer === null) return this.known(TAGS.none, surface) ?? this.add(surface, surface, kind, surface, null)
    const known = this.known(stemmer.tag, surface)
    const likely = respelled(stemmer, surface)
    if (written === surface || written === likely || stemmer.accents === undefined) {
      return known ?? this.add(surface, surface, kind, stemOf(stemmer, likely), stemmer)
    }
    const stem = stemOf(stemmer, written)
    const own = stem === (known?.term.stem ?? stemOf(stemmer, likely)) ? surface : written
    return this.known(stemmer.tag, own) ?? this.add(own, surface, kind, stem, stemmer)
  }

  private known(tag: number, own: string): KnownWord | undefined {
    return this.wordsByTag[tag]?.get(own)
  }

  private add(own: string, folded: string, kind: Word['kind'], stem: string, module: LanguageModule | null): KnownWord {
    const term = this.term(stem, module?.tag ?? TAGS.none)
    const word = {
      ordinal: this.words.length,
      surface: own,
      term,
      kind,
      stopword: this.isStopword(folded, module),
      ...(this.matcher?.wordOf(folded) ?? NO_FORM_WORD),
    }
    this.words.push(word)
    ;(this.wordsByTag[term.tag] ??= new Map()).set(own, word)
    return word
  }

  /** The term of a stem. */
  term(stem: string, tag: number): Term {
    const known = (this.termsByTag[tag] ??= new Map())
    let term = known.get(stem)
    if (term === undefined) {
      term = { ordinal: this.terms.length, stem, tag }
      this.terms.push(term)
      known.set(stem, term)
    }
    return term
  }
}

/** The module that stems a surface, or null when it stays as it is. */
export function stemmerFor(surface: string, kind: Word['kind'], module: LanguageModule | null): LanguageModule | null {
  return kind === 'word' && module?.letters.test(surface) ? module : null
}

/** The stem of a word; the word itself when the stemmer leaves nothing of it. */
export function stemOf(module: LanguageModule, written: string): string {
  return module.stem(written) || foldWritten(written)
}

/** An unaccented surface as it would most likely be written with its accents. */
export function respelled(module: LanguageModule, surface: string): string {
  return module.respell === undefined ? surface : module.respell(surface)
}
