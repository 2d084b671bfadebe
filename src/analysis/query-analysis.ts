/** What do the words of a query mean in each language of the archive? */

import { type ChunkPart, parseChunk, spellingOf } from './chunk.js'
import type { ConceptMatcher } from './concepts.js'
import { type LanguageModule, TAGS } from './languages.js'
import { type QueryVariant, queryVariants } from './query-variants.js'
import { bigrams, scanChunks } from './tokenizer.js'
import type { Word } from './vocabulary.js'

/** One word of a query; part of a hyphenated word are tokens of their own. */
export interface QueryToken {
  surface: string
  kind: Word['kind']
  /** It carries no topic in the language that the query seems to be in. */
  stopword: boolean
  position: number
  start: number
  end: number
  /** The distinct terms of the word: those of each stemmer, and the unstemmed one. */
  variants: QueryVariant[]
}

/** A concept that tokens `from` to before `to` name, or the joined form of a hyphenated word. */
export interface QuerySpan {
  kind: 'concept' | 'whole'
  from: number
  to: number
  variants: QueryVariant[]
}

export interface QueryAnalysis {
  tokens: QueryToken[]
  spans: QuerySpan[]
}

/** Words and joined forms of a text, with positions and offsets in the whole of it. */
export function textParts(text: string): ChunkPart[] {
  const parts: ChunkPart[] = []
  let position = 0
  let isBroken = false
  const begin = (): void => {
    if (isBroken && position > 0) position++
    isBroken = false
  }
  const push = (part: ChunkPart, base: number, offset: number): void => {
    parts.push({ ...part, position: base + part.position, start: offset + part.start, end: offset + part.end })
  }
  scanChunks(text, {
    letters: (start, end) => {
      begin()
      const spelling = spellingOf(text.slice(start, end))
      push({ ...spelling, kind: 'word', position: 0, start, end, joins: 0 }, position++, 0)
    },
    chunk: (start, end) => {
      begin()
      const chunk = parseChunk(text.slice(start, end))
      for (const part of chunk.parts) push(part, position, start)
      position += chunk.positions
    },
    unspaced: (start, end) => {
      begin()
      for (const part of bigrams(text, start, end)) push(part, position++, 0)
    },
    paragraph: () => {
      isBroken = true
    },
  })
  return parts
}

/** Analyses a query with the given stemmers; `matcher` is left out when concepts are not wanted. */
export function analyseQueryText(
  text: string,
  modules: readonly LanguageModule[],
  matcher: ConceptMatcher | undefined,
  isStopword: (surface: string, module: LanguageModule) => boolean,
): QueryAnalysis {
  const tokens: QueryToken[] = []
  const spans: QuerySpan[] = []
  for (const part of textParts(text)) {
    const { surface, kind, position, start, end, joins } = part
    const variants = queryVariants(part, modules)
    if (joins > 0) spans.push({ kind: 'whole', from: tokens.length - 1, to: tokens.length - 1 + joins, variants })
    else tokens.push({ surface, kind, stopword: false, position, start, end, variants })
  }
  markStopwords(tokens, modules, isStopword)
  if (matcher !== undefined) spans.push(...conceptSpans(tokens, matcher))
  return { tokens, spans }
}

/**
 * A word is a stop word in the language that the query seems to be in: the one whose stop words are most of it, the
 * first of several. So "son" is kept in "mother and son" although French has it as a stop word.
 */
function markStopwords(
  tokens: QueryToken[],
  modules: readonly LanguageModule[],
  isStopword: (surface: string, module: LanguageModule) => boolean,
): void {
  let marked: QueryToken[] = []
  for (const module of modules) {
    const found = tokens.filter(({ surface, kind }) => kind === 'word' && isStopword(surface, module))
    if (found.length > marked.length) marked = found
  }
  for (const token of marked) token.stopword = true
}

function conceptSpans(tokens: readonly QueryToken[], matcher: ConceptMatcher): QuerySpan[] {
  tokens.forEach(({ surface, position, start, end }, index) => {
    matcher.word(surface, index, position, start, end, undefined)
  })
  matcher.close()
  const spans = new Map<string, QuerySpan>()
  for (const { concept, from, to } of matcher.take()) {
    const variant = { stem: matcher.concepts[concept]!.id, tag: TAGS.concept }
    const key = `${from} ${to}`
    const span = spans.get(key)
    if (span === undefined) spans.set(key, { kind: 'concept', from, to, variants: [variant] })
    else span.variants.push(variant)
  }
  return [...spans.values()]
}
