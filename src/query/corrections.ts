/** Did they mean something else? Spellings for words that the archive does not hold, offered and never applied. */

import type { Snapshot } from '../reader/snapshot.js'
import type { Correction } from '../types.js'
import { expandFuzzy } from './expand.js'
import type { SearchRequest } from './request.js'
import type { RunResult } from './run.js'

/** Corrections offered for one word. */
const PER_WORD = 1

/** One offer for each unknown word: the nearest spelling, the most frequent among equals. */
export async function findCorrections(
  snapshot: Snapshot,
  request: SearchRequest,
  result: RunResult,
): Promise<Correction[]> {
  const offers = await Promise.all(
    result.unknown.map(async (word): Promise<Correction[]> => {
      const { tokens } = snapshot.analyser.analyseQuery(word, { concepts: false })
      const token = tokens[0]
      if (tokens.length !== 1 || token?.kind !== 'word' || token.surface.length < 3) return []
      for (let edits = 1; edits <= (token.surface.length < 5 ? 1 : 2); edits++) {
        const { forms } = await expandFuzzy(snapshot.segments, token.surface, edits, request.run.signal)
        if (forms.length > 0) {
          return forms.slice(0, PER_WORD).map(({ display, releases }) => ({
            word,
            suggestion: display,
            query: replaceWord(request.query, word, display),
            releases,
          }))
        }
      }
      return []
    }),
  )
  return offers.flat()
}

function replaceWord(query: string, word: string, suggestion: string): string {
  const at = query.indexOf(word)
  return at < 0 ? query : query.slice(0, at) + suggestion + query.slice(at + word.length)
}
