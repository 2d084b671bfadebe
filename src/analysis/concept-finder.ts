/** Which concepts do words name? The matcher with what queries need of it; loaded when a part of the lexicon is. */

import { NO_CONCEPT } from './concept.js'
import { formSequences, plainSpelling } from './concept-forms.js'
import { decodeConcepts } from './concept-rows.js'
import { ConceptMatcher } from './concepts.js'
import { refusal } from './description.js'
import { fold } from './fold.js'
import { readForm } from './form-writing.js'
import type { QuerySpan, QueryToken } from './query-analysis.js'
import type { QueryVariant } from './query-variants.js'
import { titleStart } from './state-titles.js'
import { TAGS } from './tags.js'

/** Words whose other names are remembered. */
const MAX_KNOWN = 500

/** A word, or several that are one name, with the terms that it stands for. */
export interface NamedWord {
  word: string
  variants: readonly QueryVariant[]
}

/** Finds concepts in releases and in queries. */
export class ConceptFinder {
  readonly matcher: ConceptMatcher
  /** Other names that were asked for. */
  private readonly known = new Map<string, string[]>()

  /** @throws DatelinesError `E_ANALYSIS` when a row is damaged */
  constructor(private readonly rows: readonly string[]) {
    const concepts = rows.flatMap((row) => {
      const decoded = decodeConcepts(row)
      if (decoded === undefined) throw refusal('its lexicon is damaged')
      return decoded
    })
    this.matcher = new ConceptMatcher(concepts)
  }

  /** The stem of a concept's term; undefined for what is no concept. */
  stemOf(concept: number): string | undefined {
    const id = this.matcher.ids[concept]!
    return id.startsWith(NO_CONCEPT) ? undefined : id
  }

  /** See `Analyser.otherNames`. Words that have no others are left out. */
  otherNames(words: readonly NamedWord[]): { word: string; forms: string[] }[] {
    const known = new Map<string, string[]>()
    for (const { word, variants } of words) {
      const ids = variants.filter(({ tag }) => tag === TAGS.concept).map(({ stem }) => stem)
      const names = new Set(ids.flatMap((id) => this.namesOf(id, word)))
      if (names.size > 0) known.set(word, [...names])
    }
    return [...known].map(([word, forms]) => ({ word, forms }))
  }

  /** In the script of the word: of other scripts more or less may have been read, by what was asked before. */
  private namesOf(id: string, word: string): string[] {
    const key = `${id} ${word}`
    let names = this.known.get(key)
    if (names === undefined) {
      if (this.known.size >= MAX_KNOWN) this.known.clear()
      this.known.set(key, (names = this.readNames(id, word)))
    }
    return names
  }

  private readNames(id: string, word: string): string[] {
    const script = scriptOf(word)
    const typed = fold(word)
    const names = new Map<string, string>()
    for (const row of this.rows) {
      if (!row.startsWith(id)) continue
      for (const { forms, isName = false, ...concept } of decodeConcepts(row) ?? []) {
        if (concept.id !== id) continue
        for (const marked of forms) {
          const { form } = readForm(marked, isName)
          const name = plainSpelling(form)
          if (scriptOf(name) !== script || formSequences(form).some((words) => words.join(' ') === typed)) continue
          if (!names.has(fold(name))) names.set(fold(name), name)
        }
      }
    }
    return [...names.values()]
  }

  /** Concepts that a query names; its own capitals are asked for only by forms that need them. */
  spans(text: string, tokens: readonly QueryToken[]): QuerySpan[] {
    const { matcher } = this
    tokens.forEach(({ surface, position, start, end }, index) => {
      matcher.word(matcher.wordOf(surface), index, position, start, end, text, 'query')
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

function scriptOf(text: string): string {
  return /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : /\p{Script=Arabic}/u.test(text) ? 'arabic' : 'other'
}
