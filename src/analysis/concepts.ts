/**
 * Which sequences of words are one concept? The trie of all forms is walked word by word beside the analysis.
 *
 * A form is matched by its exact sequence of words, and as it is written: "Turkey" begins with a capital letter, "IDPs"
 * with two, "smuggling" may be in any case. In queries capitals do not matter, but for a form marked `=`.
 */

import type { Concept } from './concept.js'
import { formSequences, type KnownParts } from './concept-forms.js'
import { conceptKeys } from './concept-keys.js'
import { type FormEnd, FormTrie, ROOT } from './form-trie.js'
import { type FormWord, NO_FORM_WORD } from './form-word.js'
import { isTypedSo, isWrittenSo, readForm } from './form-writing.js'

/** A form found: the words from `from` to before `to`, and where they stand. */
export interface ConceptMatch {
  readonly concept: number
  readonly isName: boolean
  readonly isAgainst: boolean
  readonly from: number
  readonly to: number
  readonly position: number
  readonly start: number
  readonly end: number
}

/** The first words of a form, so far. */
interface OpenForm {
  /** Where in the trie they lead. */
  reached: number
  from: number
  position: number
  start: number
}

/** Matches forms in words told one after the other. One matcher serves many texts, one at a time. */
export class ConceptMatcher {
  /** Ids of the concepts; several with one id count as one. */
  readonly ids: string[] = []
  private readonly deniable = new Set<number>()
  private trie: FormTrie | undefined
  /** Forms that may go on, the first `openCount` of a list that is used again and again; and the list before. */
  private open: OpenForm[] = []
  private spare: OpenForm[] = []
  private openCount = 0
  private readonly found: ConceptMatch[] = []

  /** The trie is built when the first word is asked for, not when an archive is opened. */
  constructor(private concepts: readonly Concept[]) {}

  private get forms(): FormTrie {
    if (this.trie === undefined) {
      this.trie = new FormTrie(this.readForms())
      this.concepts = []
    }
    return this.trie
  }

  private *readForms(): Generator<readonly [string[], FormEnd]> {
    const known: KnownParts = new Map()
    const indexes = new Map<string, number>()
    for (const { id, forms, isName = false, unless = [] } of this.concepts) {
      const concept = indexes.get(id) ?? this.ids.push(id) - 1
      indexes.set(id, concept)
      if (unless.length > 0) this.deniable.add(concept)
      // One object for all forms of a concept that are written alike.
      const ends = new Map<string, FormEnd>()
      for (const [index, marked] of [...forms, ...unless].entries()) {
        const isAgainst = index >= forms.length
        const meaning = { concept, isName: isName && !isAgainst, isAgainst }
        const { form, writing } = readForm(marked, meaning.isName)
        const key = `${isAgainst} ${writing.mark}${writing.capitals} ${writing.capitalWords}`
        let end = ends.get(key)
        if (end === undefined) ends.set(key, (end = { ...meaning, ...writing }))
        for (const words of formSequences(form, known)) yield [words, end]
      }
    }
  }

  /** What a folded surface may stand for in forms: itself, and in Arabic what is left without its clitics. */
  wordOf(surface: string): FormWord {
    const { forms } = this
    const word = forms.find(surface)
    if (word >= 0) return { words: [word], opensForm: forms.next(ROOT, word) !== ROOT }
    const keys = conceptKeys(surface)
    if (keys.length === 1) return NO_FORM_WORD
    const words = keys.map((key) => forms.find(key)).filter((each) => each >= 0)
    return { words, opensForm: words.some((each) => forms.next(ROOT, each) !== ROOT) }
  }

  /** Whether something in a field may speak against the concept. */
  isDeniable(concept: number): boolean {
    return this.deniable.has(concept)
  }

  /** True while a form may go on. */
  get isOpen(): boolean {
    return this.openCount > 0
  }

  /** True when matches wait to be taken. */
  get hasFound(): boolean {
    return this.found.length > 0
  }

  /** The next word of a text. In a `query` capitals matter less than in a `release`. */
  word(
    { words }: FormWord,
    index: number,
    position: number,
    start: number,
    end: number,
    text: string,
    kind: 'release' | 'query',
  ): void {
    const { forms } = this
    const before = this.open
    const count = this.openCount
    this.open = this.spare
    this.spare = before
    this.openCount = 0
    for (let i = 0; i < count; i++) {
      const state = before[i]!
      for (const word of words) {
        const node = forms.next(state.reached, word)
        if (node !== ROOT) this.reach(node, state.from, state.position, state.start, index, end, text, kind)
      }
    }
    for (const word of words) {
      const node = forms.next(ROOT, word)
      if (node !== ROOT) this.reach(node, index, position, start, index, end, text, kind)
    }
  }

  /** Notes the forms that end at a node, and that longer ones may go on from it. */
  private reach(
    node: number,
    from: number,
    position: number,
    start: number,
    index: number,
    end: number,
    text: string,
    kind: 'release' | 'query',
  ): void {
    const { forms } = this
    for (const form of forms.endsAt(node)) {
      if (!(kind === 'query' ? isTypedSo : isWrittenSo)(form, text, start, end)) continue
      const { concept, isName, isAgainst } = form
      this.found.push({ concept, isName, isAgainst, from, to: index + 1, position, start, end })
    }
    if (!forms.goesOn(node)) return
    const state = this.open[this.openCount]
    if (state === undefined) this.open.push({ reached: node, from, position, start })
    else {
      state.reached = node
      state.from = from
      state.position = position
      state.start = start
    }
    this.openCount++
  }

  /** Something stands between two words that no form goes across. */
  close(): void {
    this.openCount = 0
  }

  /** The matches so far, in order of their first word; names inside longer names are left out. */
  take(): ConceptMatch[] {
    const matches = this.found.splice(0)
    if (matches.length < 2) return matches
    matches.sort((a, b) => a.from - b.from || b.to - a.to || a.concept - b.concept)
    let nameEnd = -1
    const conceptEnds = new Map<number, number>()
    return matches.filter(({ concept, isName, from, to }) => {
      if (isName && to <= nameEnd) return false
      if ((conceptEnds.get(concept) ?? -1) > from) return false
      conceptEnds.set(concept, to)
      if (isName) nameEnd = to
      return true
    })
  }
}
