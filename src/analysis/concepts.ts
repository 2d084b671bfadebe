/**
 * Which sequences of words are one concept? A trie over folded surfaces, walked word by word beside the analysis.
 *
 * A form is matched by its exact sequence of words. Written before the form, `^` demands that the text begins it with
 * a capital letter, `=` that the text has it all in capitals. Queries need not keep to `^`.
 */

/** Names or phrases that mean the same. */
export interface Concept {
  /** The stem of the concept's term. Part of the file format: never given to another concept. */
  id: string
  forms: readonly string[]
  /** A name is not found inside a longer name: "Sudan" is not in "South Sudan". */
  isName?: boolean
}

/** Where a form ends. */
interface FormEnd {
  concept: number
  isName: boolean
  capital: '' | '^' | '='
}

/** A node of the trie. */
export interface FormNode {
  readonly next: Map<string, FormNode>
  readonly ends: FormEnd[]
}

/** A match: positions and offsets of its first word, and its end. */
export interface ConceptMatch {
  concept: number
  isName: boolean
  /** Index of the first word among the words told, and of the one after the last. */
  from: number
  to: number
  position: number
  start: number
  end: number
}

/** Matches forms in words told one after the other. One matcher serves many texts, one at a time. */
export class ConceptMatcher {
  readonly root: FormNode = { next: new Map(), ends: [] }
  /** Every word that occurs in a form. */
  readonly vocabulary = new Set<string>()
  private readonly open: { node: FormNode; from: number; position: number; start: number }[] = []
  private readonly found: ConceptMatch[] = []

  /** `wordsOf` cuts a form into folded words, each way it may be written. */
  constructor(
    readonly concepts: readonly Concept[],
    wordsOf: (form: string) => string[][],
  ) {
    concepts.forEach(({ forms, isName = false }, concept) => {
      for (const form of forms) {
        const mark = form[0] === '^' || form[0] === '=' ? form[0] : ''
        for (const words of wordsOf(mark === '' ? form : form.slice(1)))
          this.add(words, { concept, isName, capital: mark })
      }
    })
  }

  private add(words: readonly string[], end: FormEnd): void {
    if (words.length === 0) return
    let node = this.root
    for (const word of words) {
      this.vocabulary.add(word)
      let next = node.next.get(word)
      if (next === undefined) node.next.set(word, (next = { next: new Map(), ends: [] }))
      node = next
    }
    node.ends.push(end)
  }

  /** True while a form may go on. */
  get isOpen(): boolean {
    return this.open.length > 0
  }

  /** True when matches wait to be taken. */
  get hasFound(): boolean {
    return this.found.length > 0
  }

  /** The next word of a text. `text` is undefined when capitals do not matter. */
  word(surface: string, index: number, position: number, start: number, end: number, text: string | undefined): void {
    const { open } = this
    open.push({ node: this.root, from: index, position, start })
    let kept = 0
    for (const state of open) {
      const node = state.node.next.get(surface)
      if (node === undefined) continue
      for (const form of node.ends) {
        if (!hasCapitals(form.capital, state.start, end, text)) continue
        this.found.push({
          concept: form.concept,
          isName: form.isName,
          from: state.from,
          to: index + 1,
          position: state.position,
          start: state.start,
          end,
        })
      }
      if (node.next.size > 0) {
        state.node = node
        open[kept++] = state
      }
    }
    open.length = kept
  }

  /** Something stands between two words that no form goes across. */
  close(): void {
    this.open.length = 0
  }

  /** The matches so far, in order of their first word; those that a longer one stands for are left out. */
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

function hasCapitals(mark: FormEnd['capital'], start: number, end: number, text: string | undefined): boolean {
  if (mark === '' || text === undefined) return true
  const part = mark === '^' ? text.slice(start, start + 1) : text.slice(start, end)
  return part === part.toUpperCase()
}
