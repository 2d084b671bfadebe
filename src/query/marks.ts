/** Where in a stored text are the words of the query? The text is analysed again, as it was when it was indexed. */

import type { Analyser, QueryVariant, TokenSink } from '../analysis/analyser.js'
import { WantedTerms } from '../analysis/wanted-terms.js'
import type { Snapshot } from '../reader/snapshot.js'
import type { Release, TextField } from '../types.js'
import { type LeafNode, meaningOf, type PhraseNode } from './node.js'
import type { LeafScore } from './segment-query.js'
import type { MarkRange } from './snippet.js'

/** An occurrence of a term in the text. */
interface Occurrence {
  position: number
  start: number
  end: number
}

/** How the snippets of a hit are made. */
export interface Marking {
  analyser: Analyser
  marker: Marker
  /** UTF-16 units of a snippet. */
  length: number
}

/** What to look for: the leaves of a query, indexed by term. */
export class Marker {
  private readonly byTerm = new Map<string, { leaf: number; word: number }[]>()
  private readonly wanted: WantedTerms

  /** The leaves of the query, each once with what it is worth in all: one word may be typed hundreds of times. */
  private readonly leaves: readonly Pick<LeafScore, 'leaf' | 'idf'>[]

  constructor(leaves: readonly LeafScore[]) {
    const byMeaning = new Map<string, { leaf: LeafNode; idf: number }>()
    for (const { leaf, idf } of leaves) {
      const meaning = meaningOf(leaf)
      const known = byMeaning.get(meaning)
      if (known) known.idf += idf
      else byMeaning.set(meaning, { leaf, idf })
    }
    this.leaves = [...byMeaning.values()]
    const terms: QueryVariant[] = []
    this.leaves.forEach(({ leaf }, index) => {
      const words = leaf.kind === 'phrase' ? leaf.words : [leaf]
      words.forEach(({ variants }, word) => {
        terms.push(...variants)
        for (const { stem, tag } of variants) {
          const key = `${tag} ${stem}`
          const uses = this.byTerm.get(key)
          if (uses) uses.push({ leaf: index, word })
          else this.byTerm.set(key, [{ leaf: index, word }])
        }
      })
    })
    this.wanted = new WantedTerms(terms)
  }

  /** What is needed to mark a release: with concepts among the words, an analyser that knows the names of its scripts. */
  async marking(snapshot: Snapshot, release: Release, length: number, signal?: AbortSignal): Promise<Marking> {
    if (this.wanted.hasConcepts) {
      await snapshot.lexicon?.loadForText(release.title, signal)
      await snapshot.lexicon?.loadForText(release.body, signal)
    }
    return { analyser: snapshot.analyser, marker: this, length }
  }

  /** The marks in one field, ascending; the terms that were met are added to `terms`. */
  mark(
    analyser: Analyser,
    text: string,
    language: string | undefined,
    field: TextField,
    terms: Set<string>,
  ): MarkRange[] {
    if (this.byTerm.size === 0) return []
    const found = this.leaves.map(({ leaf }) =>
      leaf.kind === 'phrase' ? leaf.words.map((): Occurrence[] => []) : [[]],
    )
    const stems = this.leaves.map((): Set<string> => new Set())
    const take: TokenSink = (term, _word, position, start, end) => {
      const uses = this.byTerm.get(`${term.tag} ${term.stem}`)
      if (uses === undefined) return
      for (const { leaf, word } of uses) {
        found[leaf]![word]!.push({ position, start, end })
        stems[leaf]!.add(term.stem)
      }
    }
    analyser.analyse(text, language, take, this.wanted)
    const marks = this.leaves.flatMap(({ leaf, idf }, index): MarkRange[] => {
      if (leaf.field !== undefined && leaf.field !== field) return []
      const ranges = occurrences(leaf, found[index]!)
      if (ranges.length > 0) for (const stem of stems[index]!) terms.add(stem)
      return ranges.map(({ start, end }) => ({ start, end, weight: idf, key: index }))
    })
    return marks.sort((a, b) => a.start - b.start || a.end - b.end)
  }
}

function occurrences(leaf: LeafNode, found: readonly Occurrence[][]): { start: number; end: number }[] {
  if (leaf.kind === 'group') return found[0]!
  return leaf.slop === 0 ? phraseOccurrences(leaf, found) : nearOccurrences(leaf, found)
}

function phraseOccurrences(leaf: PhraseNode, found: readonly Occurrence[][]): { start: number; end: number }[] {
  const byPosition = found.map((list) => new Map(list.map((each) => [each.position, each])))
  return found[0]!.flatMap((first) => {
    const members = leaf.words.map(({ offset }, word) => byPosition[word]!.get(first.position + offset))
    const last = members.at(-1)
    return last !== undefined && members.every((member) => member !== undefined)
      ? [{ start: first.start, end: last.end }]
      : []
  })
}

/** The words of a sloppy phrase, each where another of every word is near enough. */
function nearOccurrences({ words, slop }: PhraseNode, found: readonly Occurrence[][]): Occurrence[] {
  const places = found.map((list, word) => list.map(({ position }) => position - words[word]!.offset))
  return found.flatMap((list, word) =>
    list.filter((_, index) => places.every((others) => hasWithin(others, places[word]![index]!, slop))),
  )
}

/** Whether one of some ascending places is at most `slop` from a place. */
function hasWithin(places: readonly number[], place: number, slop: number): boolean {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < place - slop) low = middle + 1
    else high = middle
  }
  return low < places.length && places[low]! <= place + slop
}
