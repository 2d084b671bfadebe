/** What do the words of a query mean in each language of the archive? */

import type { ConceptFinder } from './concept-finder.js'
import type { LanguageModule } from './languages.js'
import { type QueryVariant, queryVariants } from './query-variants.js'
import { textParts } from './text-parts.js'
import type { StopwordTest, Word } from './vocabulary.js'

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

/** Analyses a query with the given stemmers; `finder` is null when concepts are not wanted. */
export function analyseQueryText(
  text: string,
  modules: readonly LanguageModule[],
  finder: ConceptFinder | null,
  isStopword: StopwordTest,
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
  if (finder !== null) {
    const named = finder.spans(text, tokens)
    spans.push(...named)
    for (const { from, to } of named) if (to === from + 1) keepAcronym(text, tokens[from]!, modules, isStopword)
  }
  return { tokens, spans }
}

/**
 * What is typed in capitals and names a concept is that name, and no word that happens to be spelled like it: "WHO" is not "who", "UN" not
 * the French article, "AIDS" not "aid". Where the stemmer leaves the letters as they are, they are looked for as well.
 */
function keepAcronym(
  text: string,
  token: QueryToken,
  modules: readonly LanguageModule[],
  isStopword: StopwordTest,
): void {
  const { surface, start, end } = token
  const typed = text.slice(start, end)
  if (typed !== typed.toUpperCase() || typed === typed.toLowerCase()) return
  token.variants = token.variants.filter(({ stem, tag }) => {
    const module = modules.find((each) => each.tag === tag)
    return module === undefined || (stem === surface && !isStopword(surface, module))
  })
}

/**
 * A word is a stop word in the language that the query seems to be in: the one whose stop words are most of it, the
 * first of several. So "son" is kept in "mother and son" although French has it as a stop word.
 */
function markStopwords(tokens: QueryToken[], modules: readonly LanguageModule[], isStopword: StopwordTest): void {
  for (const token of tokens) token.stopword = isStopword(token.surface, null)
  let marked: QueryToken[] = []
  for (const module of modules) {
    const found = tokens.filter(({ surface, kind }) => kind === 'word' && isStopword(surface, module))
    if (found.length > marked.length) marked = found
  }
  for (const token of marked) token.stopword = true
}
