/** Which terms do the words of a query stand for? A query tree and an analyser become a plan. */

import type { Analyser, QueryAnalysis, QueryToken, QueryVariant } from '../analysis/analyser.js'
import type { QueryTree, TextField, Where } from '../types.js'
import { maxEdits } from './edits.js'
import type { FilterClause } from './filter-clause.js'
import type { GroupNode, PlanNode } from './node.js'

/** A word to be widened: to forms that begin like it, or that are spelled nearly like it. */
export interface Expansion {
  node: GroupNode
  word: string
  kind: 'prefix' | 'fuzzy'
  /** For `fuzzy`: edits at the most; `'auto'` by length, and only when the archive does not hold the word. */
  edits: number | 'auto'
}

export interface PlanOptions {
  languages?: readonly string[]
  concepts: boolean
  /** Every word is a prefix too; or only that of one leaf of the tree, the word being typed. */
  prefix: boolean | QueryTree
  /** As in `SearchOptions.fuzzy`. */
  fuzzy: boolean | number | 'auto'
  /** Reads the filters inside of a tree; a tree of words alone has none. */
  readFilter?: (where: Where) => FilterClause[]
}

export interface Plan {
  root: PlanNode
  expansions: Expansion[]
  /** Words, folded, with which concepts may begin: what the analyser knows of them may still be wanting. */
  words: string[]
  /** A phrase was too long, and its end is not looked for. */
  cut: boolean
}

/** The most words of a phrase; one word in a script without spaces, or with hyphens, may be one of many parts. */
const MAX_PHRASE_WORDS = 100

/** Makes the plan; its expansions are still to be filled in. */
export function makePlan(tree: QueryTree, analyser: Analyser, options: PlanOptions): Plan {
  const planner = new Planner(analyser, options)
  const root = planner.plan(tree)
  return { root, expansions: planner.expansions, words: planner.words, cut: planner.cut }
}

/** Words that stand side by side in an AND or an OR, which are analysed together so that names of several words are seen. */
interface Run {
  leaves: QueryTree[]
  words: string[]
  field: TextField | undefined
}

/** A word of a run with what it became. */
interface TypedWord {
  word: string
  tokens: readonly QueryToken[]
  isTyped: boolean
}

class Planner {
  expansions: Expansion[] = []
  readonly words: string[] = []
  cut = false

  constructor(
    private readonly analyser: Analyser,
    private readonly options: PlanOptions,
  ) {}

  plan(tree: QueryTree): PlanNode {
    if ('term' in tree) return this.planChildren('and', [tree])
    if ('and' in tree) return this.planChildren('and', tree.and)
    if ('or' in tree) return this.planChildren('or', tree.or)
    if ('not' in tree) return { kind: 'not', child: this.plan(tree.not) }
    if ('phrase' in tree) return this.planPhrase(tree.phrase, tree.slop ?? 0, tree.field)
    if ('prefix' in tree) return this.planExpansion('prefix', tree.prefix, 0, tree.field)
    if ('fuzzy' in tree) return this.planExpansion('fuzzy', tree.fuzzy, tree.edits ?? 'auto', tree.field)
    if ('where' in tree) return { kind: 'where', clauses: this.options.readFilter!(tree.where) }
    return { kind: 'all' }
  }

  private planChildren(kind: 'and' | 'or', children: readonly QueryTree[]): PlanNode {
    const nodes: PlanNode[] = []
    const stopOnly: PlanNode[] = []
    let run: Run | null = null
    const flush = (): void => {
      if (run === null) return
      this.planRun(kind, run, nodes, stopOnly)
      run = null
    }
    for (const child of children) {
      if ('term' in child) {
        if (run !== null && (run as Run).field !== child.field) flush()
        run ??= { leaves: [], words: [], field: child.field }
        run.leaves.push(child)
        run.words.push(child.term)
      } else {
        flush()
        nodes.push(this.plan(child))
      }
    }
    flush()
    // Stop words are left out when anything else says what is looked for.
    const positive = nodes.some((node) => node.kind !== 'not' && node.kind !== 'where' && node.kind !== 'all')
    if (!positive) nodes.unshift(...stopOnly)
    // What is left out is not widened either; the word being typed may be a stop word that is complete.
    else if (stopOnly.length > 0) this.expansions = this.expansions.filter(({ node }) => !stopOnly.includes(node))
    if (nodes.length === 0) return { kind: children.length > 0 ? 'none' : 'all' }
    return nodes.length === 1 ? nodes[0]! : { kind, children: nodes }
  }

  private planRun(kind: 'and' | 'or', run: Run, nodes: PlanNode[], stopOnly: PlanNode[]): void {
    // Joined by a mark that no number continues across.
    const text = run.words.join(' ; ')
    const analysis = this.analyse(text)
    if (this.options.concepts) for (const { surface } of analysis.tokens) this.words.push(surface)
    const shouting = run.words.length > 1 && text === text.toUpperCase()
    let start = 0
    let next = 0
    const words = run.words.map((word, index) => {
      const end = start + word.length
      const tokens: QueryToken[] = []
      for (; next < analysis.tokens.length && analysis.tokens[next]!.end <= end; next++)
        tokens.push(analysis.tokens[next]!)
      start = end + 3
      const isName = !shouting && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
      const isTyped = run.leaves[index] === this.options.prefix
      return { word, tokens, isTyped, isStop: !isName && tokens.every((token) => token.stopword) }
    })
    const spans = this.options.concepts ? wordSpans(analysis, words) : []
    for (let i = 0; i < words.length; i++) {
      const span = spans.find(({ first }) => first === i)
      if (span === undefined) {
        const { word, tokens, isStop, isTyped } = words[i]!
        if (tokens.length === 0) continue
        const target = isStop ? stopOnly : nodes
        if (kind === 'or') target.push(...this.planParts(words[i]!, analysis, run.field))
        else target.push(this.planWord(word, tokens, analysis, run.field, isTyped))
        continue
      }
      const members = words.slice(i, span.last + 1)
      const text = members.map(({ word }) => word).join(' ')
      const concept = group(text, span.variants, run.field, true)
      const content = members.filter(({ isStop, tokens }) => !isStop && tokens.length > 0)
      if (kind === 'or') nodes.push(concept, ...content.flatMap((each) => this.planParts(each, analysis, run.field)))
      else {
        const parts = content.map(({ word, tokens, isTyped }) =>
          this.planWord(word, tokens, analysis, run.field, isTyped),
        )
        nodes.push({ kind: 'or', children: [concept, { kind: 'and', children: parts }] })
      }
      i = span.last
    }
  }

  /** Where any word will do, so will the parts of one; that they stand side by side is not worth more. */
  private planParts(
    { word, tokens, isTyped }: TypedWord,
    analysis: QueryAnalysis,
    field: TextField | undefined,
  ): PlanNode[] {
    const parts = contentParts(tokens)
    if (parts.length === 0) return [this.planWord(word, tokens, analysis, field, isTyped)]
    const whole = wholeOf(analysis, parts[0]!)
    const groups = parts.map((token) => group(token.surface, token.variants, field, false))
    return whole === undefined ? groups : [group(word, whole.variants, field, false), ...groups]
  }

  /** One typed word: a group; or, where it has several parts, those parts side by side, or the joined form. */
  private planWord(
    word: string,
    tokens: readonly QueryToken[],
    analysis: QueryAnalysis,
    field: TextField | undefined,
    isTyped: boolean,
  ): PlanNode {
    const content = tokens.filter((token) => !token.stopword)
    const parts = content.length > 0 ? content : tokens
    const first = analysis.tokens.indexOf(parts[0]!)
    if (parts.length === 1) {
      const concepts = this.options.concepts
        ? analysis.spans.filter((span) => span.kind === 'concept' && span.from === first && span.to === first + 1)
        : []
      const variants = [...parts[0]!.variants, ...concepts.flatMap((span) => span.variants)]
      return this.widen(group(word, variants, field, concepts.length > 0), parts[0]!, isTyped)
    }
    this.cut ||= parts.length > MAX_PHRASE_WORDS
    const phrase = phraseOf(word, parts, 0, field)
    const whole = wholeOf(analysis, parts[0]!)
    if (whole === undefined) return phrase
    return { kind: 'or', children: [phrase, group(word, whole.variants, field, false)] }
  }

  private widen(node: GroupNode, token: QueryToken, isTyped: boolean): GroupNode {
    const { prefix, fuzzy } = this.options
    if (prefix === true || isTyped) this.expansions.push({ node, word: token.surface, kind: 'prefix', edits: 0 })
    if (token.kind === 'word' && fuzzy !== false) {
      const edits = fuzzy === 'auto' ? fuzzy : maxEdits(fuzzy === true ? 0.2 : fuzzy, token.surface)
      if (edits !== 0) this.expansions.push({ node, word: token.surface, kind: 'fuzzy', edits })
    }
    return node
  }

  private planPhrase(text: string, slop: number, field: TextField | undefined): PlanNode {
    const { tokens } = this.analyser.analyseQuery(text, { ...this.languages(), concepts: false })
    this.cut ||= tokens.length > MAX_PHRASE_WORDS
    if (tokens.length === 0) return { kind: 'none' }
    if (tokens.length === 1) return group(`"${text}"`, tokens[0]!.variants, field, false)
    return phraseOf(`"${text}"`, tokens, slop, field)
  }

  private planExpansion(
    kind: 'prefix' | 'fuzzy',
    text: string,
    edits: number | 'auto',
    field: TextField | undefined,
  ): PlanNode {
    const { tokens } = this.analyser.analyseQuery(text, { ...this.languages(), concepts: false })
    if (tokens.length === 0) return { kind: 'none' }
    const last = tokens.at(-1)!
    // A prefix stands for forms that begin so, which its own stems may not; a misspelled word for itself too.
    const own = kind === 'prefix' ? [] : last.variants
    const node = group(kind === 'prefix' ? `${text}*` : `${text}~`, own, field, true)
    if (kind === 'prefix' || last.kind === 'word') this.expansions.push({ node, word: last.surface, kind, edits })
    if (tokens.length === 1) return node
    // "post-conf*": the parts before the last are whole words.
    const before = tokens.slice(0, -1).map((token) => group(token.surface, token.variants, field, false))
    return { kind: 'and', children: [...before, node] }
  }

  private analyse(text: string): QueryAnalysis {
    return this.analyser.analyseQuery(text, { ...this.languages(), concepts: this.options.concepts })
  }

  private languages(): { languages?: readonly string[] } {
    return this.options.languages === undefined ? {} : { languages: this.options.languages }
  }
}

function group(
  word: string,
  variants: readonly QueryVariant[],
  field: TextField | undefined,
  overlapping: boolean,
): GroupNode {
  const terms = variants.filter((variant, index) => !hasTerm(variants, index, variant))
  // Terms of one stemmer can stand in one release together, and then it counts once.
  const isShared = terms.some(({ tag }, index) => terms.findIndex((other) => other.tag === tag) < index)
  const node: GroupNode = { kind: 'group', word, variants: terms, overlapping: overlapping || isShared }
  if (field !== undefined) node.field = field
  return node
}

/** Whether a variant is among the first `count`; there are only a few. */
function hasTerm(variants: readonly QueryVariant[], count: number, { stem, tag }: QueryVariant): boolean {
  for (let i = 0; i < count; i++) if (variants[i]!.tag === tag && variants[i]!.stem === stem) return true
  return false
}

function phraseOf(word: string, tokens: readonly QueryToken[], slop: number, field: TextField | undefined): PlanNode {
  const start = tokens[0]!.position
  const words = tokens
    .slice(0, MAX_PHRASE_WORDS)
    .map(({ variants, position }) => ({ variants, offset: position - start }))
  return { kind: 'phrase', word, words, slop, ...(field === undefined ? {} : { field }) }
}

/** The joined form of a hyphenated word that begins with a token. */
function wholeOf({ tokens, spans }: QueryAnalysis, first: QueryToken): QueryAnalysis['spans'][number] | undefined {
  const from = tokens.indexOf(first)
  return spans.find((span) => span.kind === 'whole' && span.from === from)
}

/** The parts of a word that has several, without its stop words. */
function contentParts(tokens: readonly QueryToken[]): QueryToken[] {
  const content = tokens.filter((token) => !token.stopword)
  return content.length > 1 ? content : []
}

/** Concepts of several typed words, as first and last word; the leftmost and longest, without overlaps. */
function wordSpans(
  analysis: QueryAnalysis,
  words: readonly { tokens: readonly QueryToken[] }[],
): { first: number; last: number; variants: QueryVariant[] }[] {
  const byToken = new Map(words.flatMap(({ tokens }, index) => tokens.map((token) => [token, index] as const)))
  const wordOf = analysis.tokens.map((token) => byToken.get(token) ?? -1)
  const spans = analysis.spans
    .filter((span) => span.kind === 'concept')
    .map((span) => ({ ...span, first: wordOf[span.from]!, last: wordOf[span.to - 1]! }))
    // A word of several parts is a name as a whole ("Timor-Leste"), or not at all; one of a single part has the concept among its terms.
    .filter(
      ({ first, last, from, to }) =>
        first >= 0 && (last > first || (to - from > 1 && to - from === words[first]!.tokens.length)),
    )
    .sort((a, b) => a.first - b.first || b.last - a.last)
  let next = 0
  return spans.filter(({ first, last }) => {
    if (first < next) return false
    next = last + 1
    return true
  })
}
