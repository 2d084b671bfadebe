/**
 * Which sequences of words are one concept? A trie over folded surfaces, walked word by word beside the analysis.
 *
 * A form is matched by its exact sequence of words, and as it is written: "Turkey" begins with a capital letter, "IDPs"
 * with two, "smuggling" may be in any case. In queries capitals do not matter, but for a form marked `=`.
 */

import type { Concept } from './concept.js'
import { conceptKeys } from './concept-keys.js'
import { isTypedSo, isWrittenSo, readForm, type Writing } from './form-writing.js'

/** Where a form ends: what it means and how it must be written. */
interface FormEnd extends Writing {
  readonly concept: number
  readonly isName: boolean
  /** The form speaks against its concept. */
  readonly isAgainst: boolean
}

/** A node of the trie. Most are the end of one form, and empty maps and lists would take more room than all else. */
interface FormNode {
  next: Map<string, FormNode> | null
  ends: readonly FormEnd[]
}

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
  reached: FormNode
  from: number
  position: number
  start: number
}

/** Matches forms in words told one after the other. One matcher serves many texts, one at a time. */
export class ConceptMatcher {
  /** Ids of the concepts; several with one id count as one. */
  readonly ids: string[] = []
  private readonly root = newNode()
  private readonly vocabulary = new Set<string>()
  private readonly deniable = new Set<number>()
  private isBuilt = false
  /** Forms that may go on, the first `openCount` of a list that is used again and again; and the list before. */
  private open: OpenForm[] = []
  private spare: OpenForm[] = []
  private openCount = 0
  private readonly found: ConceptMatch[] = []

  /**
   * `sequencesOf` cuts a form into folded words, each way it may be written. The trie is built when the first word is
   * asked for, not when an archive is opened.
   */
  constructor(
    private concepts: readonly Concept[],
    private readonly sequencesOf: (form: string) => string[][],
  ) {}

  private build(): void {
    this.isBuilt = true
    const indexes = new Map<string, number>()
    for (const { id, forms, isName = false, unless = [] } of this.concepts) {
      const concept = indexes.get(id) ?? this.ids.push(id) - 1
      indexes.set(id, concept)
      for (const form of forms) this.add(form, { concept, isName, isAgainst: false })
      for (const form of unless) this.add(form, { concept, isName: false, isAgainst: true })
      if (unless.length > 0) this.deniable.add(concept)
    }
    this.concepts = []
  }

  private add(marked: string, meaning: Pick<FormEnd, 'concept' | 'isName' | 'isAgainst'>): void {
    const { form, writing } = readForm(marked, meaning.isName)
    const end: FormEnd = { ...meaning, ...writing }
    for (const words of this.sequencesOf(form)) {
      if (words.length === 0) continue
      let node = this.root
      for (const word of words) {
        this.vocabulary.add(word)
        node.next ??= new Map()
        let next = node.next.get(word)
        if (next === undefined) node.next.set(word, (next = newNode()))
        node = next
      }
      node.ends = [...node.ends, end]
    }
  }

  /** The words of forms that a folded surface may stand for: itself, and in Arabic what is left without its clitics. */
  keysOf(surface: string): readonly string[] {
    if (!this.isBuilt) this.build()
    if (this.vocabulary.has(surface)) return [surface]
    const keys = conceptKeys(surface)
    return keys.length === 1 ? NO_KEYS : keys.filter((key) => this.vocabulary.has(key))
  }

  /** Whether a form begins with one of these words. */
  opens(keys: readonly string[]): boolean {
    return keys.some((key) => this.root.next?.has(key))
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

  /** The next word of a text, as {@link keysOf} has it. In a `query` capitals matter less than in a `release`. */
  word(
    keys: readonly string[],
    index: number,
    position: number,
    start: number,
    end: number,
    text: string,
    kind: 'release' | 'query',
  ): void {
    const before = this.open
    const count = this.openCount
    this.open = this.spare
    this.spare = before
    this.openCount = 0
    for (let i = 0; i < count; i++) {
      const state = before[i]!
      for (const key of keys) {
        const node = state.reached.next!.get(key)
        if (node === undefined) continue
        this.reach(node, state.from, state.position, state.start, index, end, text, kind)
      }
    }
    for (const key of keys) {
      const node = this.root.next?.get(key)
      if (node !== undefined) this.reach(node, index, position, start, index, end, text, kind)
    }
  }

  /** Notes the forms that end at a node, and that longer ones may go on from it. */
  private reach(
    node: FormNode,
    from: number,
    position: number,
    start: number,
    index: number,
    end: number,
    text: string,
    kind: 'release' | 'query',
  ): void {
    for (const form of node.ends) {
      if (!(kind === 'query' ? isTypedSo : isWrittenSo)(form, text, start, end)) continue
      const { concept, isName, isAgainst } = form
      this.found.push({ concept, isName, isAgainst, from, to: index + 1, position, start, end })
    }
    if (node.next === null) return
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

const NO_KEYS: readonly string[] = []
const NO_ENDS: readonly FormEnd[] = []

function newNode(): FormNode {
  return { next: null, ends: NO_ENDS }
}
