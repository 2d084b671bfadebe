/** Which concepts do words name? The matcher with what queries need of it; loaded when a part of the lexicon is. */

import { NO_CONCEPT } from './concept.js'
import { formSequences } from './concept-forms.js'
import { decodeConcepts } from './concept-rows.js'
import { ConceptMatcher } from './concepts.js'
import { refusal } from './description.js'
import type { QuerySpan, QueryToken } from './query-analysis.js'
import { titleStart } from './state-titles.js'
import { TAGS } from './tags.js'

/** Finds concepts in releases and in queries. */
export class ConceptFinder {
  readonly matcher: ConceptMatcher

  /** @throws DatelinesError `E_ANALYSIS` when a row is damaged */
  constructor(rows: readonly string[]) {
    const concepts = rows.flatMap((row) => {
      const decoded = decodeConcepts(row)
      if (decoded === undefined) throw refusal('its lexicon is damaged')
      return decoded
    })
    this.matcher = new ConceptMatcher(concepts, formSequences)
  }

  /** The stem of a concept's term; undefined for what is no concept. */
  stemOf(concept: number): string | undefined {
    const id = this.matcher.ids[concept]!
    return id.startsWith(NO_CONCEPT) ? undefined : id
  }

  /** Concepts that a query names; its own capitals are asked for only by forms that need them. */
  spans(text: string, tokens: readonly QueryToken[]): QuerySpan[] {
    const { matcher } = this
    tokens.forEach(({ surface, position, start, end }, index) => {
      matcher.word(matcher.keysOf(surface), index, position, start, end, text, 'query')
    })
    matcher.close()
    const spans = new Map<string, QuerySpan>()
    for (const match of matcher.take()) {
      const stem = this.stemOf(match.concept)
      if (stem === undefined || match.isAgainst) continue
      const variant = { stem, tag: TAGS.concept }
      const from = match.isName ? titleStart(tokens, match.from) : match.from
      const key = `${from} ${match.to}`
      const span = spans.get(key)
      if (span === undefined) spans.set(key, { kind: 'concept', from, to: match.to, variants: [variant] })
      else span.variants.push(variant)
    }
    return [...spans.values()]
  }
}
