/** Which terms and surface forms have been seen? Numbers them, and remembers what each raw form of each language becomes. */

import { type ChunkPart, MAX_SURFACE, parseChunk, surfaceOf } from './chunk.js'
import type { ConceptMatcher } from './concepts.js'
import { type LanguageModule, TAGS } from './languages.js'
import { RawTable } from './raw-table.js'

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
  readonly surface: string
  readonly term: Term
  readonly kind: 'word' | 'number' | 'bigram'
  readonly stopword: boolean
}

/** A word as the vocabulary keeps it. */
export interface KnownWord extends Word {
  /** Occurs in a form of a concept. */
  readonly isLexical: boolean
  /** Begins a form of a concept. */
  readonly opensForm: boolean
}

/** A chunk with its words looked up. */
export interface KnownChunk {
  readonly parts: readonly ChunkPart[]
  readonly words: readonly KnownWord[]
  readonly positions: number
}

/** Chunks longer than this, and chunks beyond so many, are parsed anew each time. */
const MAX_CHUNK_UNITS = 64
const MAX_CHUNKS = 1 << 18

/** What has been seen in texts of one language (or of all languages without a stemmer). */
export class LanguageVocabulary {
  private readonly words = new RawTable<KnownWord>()
  private readonly chunks = new Map<string, KnownChunk>()

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly module: LanguageModule | null,
  ) {}

  /** The word of a run of letters in a text; `hash` is that of its units. */
  letters(text: string, start: number, end: number, hash: number): KnownWord {
    const known = this.words.get(text, start, end, hash)
    if (known !== undefined) return known
    const raw = text.slice(start, Math.min(end, start + MAX_SURFACE))
    const word = this.wordOf(surfaceOf(raw), 'word')
    if (end - start <= MAX_SURFACE) this.words.set(raw, hash, word)
    return word
  }

  /** The words of any other chunk. */
  chunk(raw: string): KnownChunk {
    const known = this.chunks.get(raw)
    if (known !== undefined) return known
    const { parts, positions } = parseChunk(raw)
    const chunk = { parts, positions, words: parts.map(({ surface, kind }) => this.wordOf(surface, kind)) }
    if (raw.length <= MAX_CHUNK_UNITS && this.chunks.size < MAX_CHUNKS) this.chunks.set(raw, chunk)
    return chunk
  }

  /** The word of a folded surface. */
  wordOf(surface: string, kind: Word['kind']): KnownWord {
    return this.vocabulary.word(surface, kind, this.module)
  }
}

/** The terms and words of one analyser. */
export class Vocabulary {
  readonly terms: Term[] = []
  readonly words: KnownWord[] = []
  private readonly termsByTag: Map<string, Term>[] = []
  private readonly wordsByTag: Map<string, KnownWord>[] = []

  constructor(
    private readonly matcher: ConceptMatcher,
    private readonly isStopword: (surface: string, module: LanguageModule) => boolean,
  ) {}

  /** The word of a surface in the language of a module; numbers, bigrams and foreign scripts have tag 0. */
  word(surface: string, kind: Word['kind'], module: LanguageModule | null): KnownWord {
    const stemmer = stemmerFor(surface, kind, module)
    const tag = stemmer?.tag ?? TAGS.none
    const known = (this.wordsByTag[tag] ??= new Map())
    let word = known.get(surface)
    if (word === undefined) {
      word = {
        ordinal: this.words.length,
        surface,
        term: this.term(stemmer === null ? surface : stemmer.stem(surface), tag),
        kind,
        stopword: stemmer !== null && this.isStopword(surface, stemmer),
        isLexical: this.matcher.vocabulary.has(surface),
        opensForm: this.matcher.root.next.has(surface),
      }
      this.words.push(word)
      known.set(surface, word)
    }
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
