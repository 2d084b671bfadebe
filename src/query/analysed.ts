/** Which index terms does a text become? */

import type { Analyser } from '../analysis/analyser.js'
import type { AnalysedTerm } from '../types.js'

/** The terms of a text in its order, as indexing a release in that language would make them. */
export function analyseText(analyser: Analyser, text: string, language: string | undefined): AnalysedTerm[] {
  const terms: AnalysedTerm[] = []
  analyser.analyse(text, language, (term, word, position, start, end) => {
    const kind = word === null ? 'concept' : word.kind
    terms.push({ term: term.stem, kind, position, start, end, stopword: word?.stopword ?? false })
  })
  return terms
}
