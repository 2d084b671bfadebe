/**
 * What must the answer be? An evaluator of queries over plain arrays of tokens that looks at every release for every
 * query, shares no code with the engine, and makes no attempt at speed but for remembering what each word gave.
 */

import type { FacetsOption, QueryTree, SearchOptions, TextField } from '../../src/types.js'
import type { OracleDocument, OracleField } from './documents.js'
import { axisOf, type Condition, conditionsOf, holds, isTimeFacet } from './filters.js'

/** Saturation, length normalisation and boosts, which are the engine's to choose. */
export interface OracleSettings {
  k1: number
  b: number
  boost: Record<TextField, number>
}

export interface OracleOptions extends SearchOptions {
  /** True for a tree that came from a string, whose last word is being typed. */
  lastWord?: QueryTree
}

export interface OracleHit {
  id: string
  score: number
}

export interface OracleResult {
  total: number
  /** All of them, in order. */
  hits: OracleHit[]
  facets: Record<string, { value: string | number | null; count: number }[]>
  prefixes: { word: string; forms: number }[]
  fuzzy: { word: string; forms: string[] }[]
  cut: boolean
  relaxed: boolean
}

const FIELDS: readonly TextField[] = ['title', 'body']

/** What a word, or several, are worth in each document: occurrences by field. */
interface Leaf {
  /** By document, then field. */
  freqs: Record<TextField, Int32Array>
}

type Text = { leaf: Leaf } | { all: readonly Text[] } | { any: readonly Text[] } | { no: Text } | { where: Condition[] }

interface Prepared {
  document: OracleDocument
  /** Positions by word and field. */
  places: Record<TextField, Map<string, number[]>>
  /** Rounded. */
  bodyLength: number
}

/** A word as the releases of one stemmer have it, or, without one, as any have it. */
interface Form {
  word: string
  stemmer?: string
}

/** In how many releases a form is. */
interface CountedForm extends Form {
  stemmer: string
  /** It has no digit. */
  isPlain: boolean
  releases: number
}

interface Widened {
  used: CountedForm[]
  cut: boolean
}

type Applied = Pick<OracleResult, 'prefixes' | 'fuzzy' | 'cut'>

/** Limits of what a widened word may stand for. */
const MOST_PREFIX_FORMS = 500
const MOST_FUZZY_FORMS = 100
/** Limits of what all different widened words of a query may stand for: the first of them, each with an equal share. */
const MOST_WIDENED = 20
const mostForms = (words: number): number => Math.floor((words > 10 ? 1000 : 5000) / Math.max(1, words))

export class Oracle {
  private readonly prepared: Prepared[]
  /** Documents by word and field. */
  private readonly holders: Record<TextField, Map<string, number[]>> = { title: new Map(), body: new Map() }
  private readonly averageLength: number
  private readonly leaves = new Map<string, Leaf>()
  private readonly widened = new Map<string, Widened>()
  private readonly forms: CountedForm[]

  /** `variantsOf`: the words of documents that a word of a query stands for; itself when not given. */
  constructor(
    documents: readonly OracleDocument[],
    private readonly settings: OracleSettings,
    private readonly variantsOf: (word: string) => string[] = (word) => [word],
  ) {
    this.prepared = documents.map((document) => ({
      document,
      places: { title: placesOf(document.title), body: placesOf(document.body) },
      bodyLength: roundedLength(document.body.length),
    }))
    for (const field of FIELDS) {
      this.prepared.forEach(({ places }, doc) => {
        for (const word of places[field].keys()) remembered(this.holders[field], word, () => []).push(doc)
      })
    }
    const total = documents.reduce((sum, { body }) => sum + body.length, 0)
    this.averageLength = total / Math.max(1, documents.length)
    this.forms = countForms(documents)
  }

  search(tree: QueryTree, options: OracleOptions = {}): OracleResult {
    const applied: Applied = { prefixes: [], fuzzy: [], cut: false }
    const { text, conditions } = splitTop(tree)
    conditions.push(...conditionsOf(options.where ?? {}))
    let plan = this.plan(text, options, applied)
    let matching = this.prepared.map((_, doc) => this.matches(plan, doc))
    let relaxed = false
    if (options.relax && !matching.includes(true)) {
      const wider = relax(text)
      const again: Applied = { prefixes: [], fuzzy: [], cut: false }
      const otherPlan = wider && this.plan(wider, options, again)
      const found = otherPlan && this.prepared.map((_, doc) => this.matches(otherPlan, doc))
      if (found?.includes(true)) {
        relaxed = true
        plan = otherPlan!
        matching = found
        Object.assign(applied, again)
      }
    }
    const passes = (doc: number, leftOut?: string): boolean =>
      matching[doc]! && conditions.every((each) => each.axis === leftOut || holds(each, this.prepared[doc]!.document))
    const scores = this.scores(plan, options)
    const docs = [...this.prepared.keys()].filter((doc) => passes(doc))
    const byRelevance = scores !== null && (options.sort ?? 'relevance') === 'relevance'
    const sort = byRelevance ? 'relevance' : options.sort === 'oldest' ? 'oldest' : 'newest'
    docs.sort((a, b) => this.compare(a, b, sort, scores))
    const facets = requestsOf(options.facets).map(([facet, { limit, own }]) => {
      const axis = axisOf(facet)
      const counted = [...this.prepared.keys()].filter((doc) => passes(doc, own === 'obey' ? undefined : axis))
      const rows = this.count(
        facet,
        counted,
        limit,
        conditions.filter((each) => each.axis === axis && !each.not),
      )
      return [facet, rows]
    })
    return {
      total: docs.length,
      hits: docs.map((doc) => ({
        id: this.prepared[doc]!.document.id,
        score: scores?.[doc] ?? 0,
      })),
      facets: Object.fromEntries(facets),
      ...applied,
      relaxed,
    }
  }

  // ------------------------------------------------------------ the text of the query

  /** What the text asks; what is widened on the way is noted. */
  private plan(tree: QueryTree, options: OracleOptions, applied: Applied): Text {
    const wanted = new Set<string>()
    this.planPart(tree, options, { prefixes: [], fuzzy: [], cut: false }, (key) => {
      wanted.add(key)
      return 0
    })
    const wordOf = (key: string): string => key.split(' ')[2]!
    const words = [...new Set([...wanted].map(wordOf))]
    const used = words.slice(0, MOST_WIDENED)
    const keys = new Set([...wanted].filter((key) => used.includes(wordOf(key))))
    const share = mostForms(keys.size)
    applied.cut = words.length > MOST_WIDENED
    return this.planPart(tree, options, applied, (key) => (keys.has(key) ? share : 0))
  }

  /** @param shareOf the forms that a word may be widened to, by what is asked for it; 0 when it stands for itself */
  private planPart(tree: QueryTree, options: OracleOptions, applied: Applied, shareOf: (key: string) => number): Text {
    const inner = (each: QueryTree): Text => this.planPart(each, options, applied, shareOf)
    if ('and' in tree) return { all: tree.and.map(inner) }
    if ('or' in tree) return { any: tree.or.map(inner) }
    if ('not' in tree) return 'not' in tree.not ? inner(tree.not.not) : { no: inner(tree.not) }
    if ('where' in tree) return { where: conditionsOf(tree.where) }
    if ('all' in tree) return { all: [] }
    const fields = (options.fields ?? FIELDS).filter((field) => tree.field === undefined || tree.field === field)
    if ('phrase' in tree) {
      const words = tree.phrase.split(' ')
      return { leaf: this.inLanguage(this.phrase(words, tree.slop ?? 0, fields), words, options.language) }
    }
    const word = 'term' in tree ? tree.term : 'prefix' in tree ? tree.prefix : tree.fuzzy
    // A prefix stands for the words that begin so, of which it may be one itself.
    const forms: Form[] = 'prefix' in tree ? [{ word }] : this.variantsOf(word).map((each) => ({ word: each }))
    const widen = (kind: 'prefix' | 'fuzzy', edits: number): void => {
      const share = shareOf(`${kind} ${edits} ${word}`)
      if (share === 0) return
      const widened = kind === 'prefix' ? this.beginning(word) : this.near(word, edits)
      const used = widened.used.slice(0, share)
      const cut = widened.cut || used.length < widened.used.length
      forms.push(...used)
      // A form of several languages is told once.
      const told = [...new Set(used.map((each) => each.word))]
      if (kind === 'prefix') applied.prefixes.push({ word, forms: told.length })
      else applied.fuzzy.push({ word, forms: told })
      applied.cut ||= cut
    }
    if ('prefix' in tree) widen('prefix', 0)
    if ('fuzzy' in tree && !isNumber(word)) {
      if (tree.edits !== undefined && tree.edits > 0) widen('fuzzy', tree.edits)
      else if (tree.edits === undefined) this.nearUnlessKnown(word, widen)
    }
    if ('term' in tree) {
      const { prefix, fuzzy, lastWord } = options
      if (prefix === true || (prefix === 'last' && tree === lastWord)) widen('prefix', 0)
      if (fuzzy !== undefined && fuzzy !== false && !isNumber(word)) {
        if (fuzzy === 'auto') this.nearUnlessKnown(word, widen)
        else {
          const edits = fuzzyEdits(fuzzy, word)
          if (edits > 0) widen('fuzzy', edits)
        }
      }
    }
    return { leaf: this.inLanguage(this.words(forms, fields), [word], options.language) }
  }

  /** Words that are read in one language are not found in releases that went through another stemmer; numbers are. */
  private inLanguage(leaf: Leaf, words: readonly string[], language: string | undefined): Leaf {
    if (language === undefined || words.every(isNumber)) return leaf
    const only = (freqs: Int32Array): Int32Array =>
      freqs.map((freq, doc) => (['', language].includes(this.prepared[doc]!.document.stemmer) ? freq : 0))
    return { freqs: { title: only(leaf.freqs.title), body: only(leaf.freqs.body) } }
  }

  private nearUnlessKnown(word: string, widen: (kind: 'fuzzy', edits: number) => void): void {
    const edits = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
    const known = this.forms.some((form) => form.word === word)
    if (!known && edits > 0) widen('fuzzy', edits)
  }

  /** The most frequent forms that begin so. */
  private beginning(prefix: string): Widened {
    return remembered(this.widened, `${prefix}*`, () =>
      best(
        this.forms.filter(({ word }) => word.startsWith(prefix)),
        MOST_PREFIX_FORMS,
      ),
    )
  }

  /** The most frequent forms within some edits, without those that hold a digit. */
  private near(target: string, edits: number): Widened {
    return remembered(this.widened, `${target}~${edits}`, () =>
      best(
        this.forms.filter(({ word, isPlain }) => isPlain && levenshtein(word, target, edits) <= edits),
        MOST_FUZZY_FORMS,
      ),
    )
  }

  /** Several words taken as one. */
  private words(forms: readonly Form[], fields: readonly TextField[]): Leaf {
    const key = `${fields.join()} ${forms.map(({ word, stemmer = '*' }) => `${stemmer}:${word}`).join(' ')}`
    return this.leaf(key, fields, (field, freqs) => {
      const everywhere = new Set(forms.filter(({ stemmer }) => stemmer === undefined).map(({ word }) => word))
      const distinct = new Map(forms.map((form) => [`${form.stemmer} ${form.word}`, form]))
      for (const { word, stemmer } of distinct.values()) {
        if (stemmer !== undefined && everywhere.has(word)) continue
        for (const doc of this.holders[field].get(word) ?? []) {
          const { places, document } = this.prepared[doc]!
          if (stemmer === undefined || isNumber(word) || stemmer === document.stemmer) {
            freqs[doc]! += places[field].get(word)!.length
          }
        }
      }
    })
  }

  private phrase(words: readonly string[], slop: number, fields: readonly TextField[]): Leaf {
    const variants = words.map((word) => this.variantsOf(word))
    if (words.length === 1)
      return this.words(
        variants[0]!.map((word) => ({ word })),
        fields,
      )
    return this.leaf(`${fields.join()} "${words.join(' ')}"~${slop}`, fields, (field, freqs) => {
      const first = new Set(variants[0]!.flatMap((word) => this.holders[field].get(word) ?? []))
      for (const doc of first) {
        const places = this.prepared[doc]!.places[field]
        if (!variants.every((each) => each.some((word) => places.has(word)))) continue
        const lists = variants.map((each, index) =>
          each
            .flatMap((word) => places.get(word) ?? [])
            .map((position) => position - index)
            .sort((a, b) => a - b),
        )
        freqs[doc] = slop === 0 ? exactOccurrences(lists) : nearOccurrences(lists, slop)
      }
    })
  }

  private leaf(key: string, fields: readonly TextField[], fill: (field: TextField, freqs: Int32Array) => void): Leaf {
    return remembered(this.leaves, key, () => {
      const freqs = { title: new Int32Array(this.prepared.length), body: new Int32Array(this.prepared.length) }
      for (const field of fields) fill(field, freqs[field])
      return { freqs }
    })
  }

  private matches(text: Text, doc: number): boolean {
    if ('leaf' in text) return text.leaf.freqs.title[doc]! + text.leaf.freqs.body[doc]! > 0
    if ('all' in text) return text.all.every((each) => this.matches(each, doc))
    if ('any' in text) return text.any.some((each) => this.matches(each, doc))
    if ('no' in text) return !this.matches(text.no, doc)
    return text.where.every((each) => holds(each, this.prepared[doc]!.document))
  }

  // ------------------------------------------------------------ order

  /** BM25F of every document; null when nothing in the query is worth anything. */
  private scores(text: Text, options: OracleOptions): Float64Array | null {
    const leaves = scoringLeaves(text)
    if (leaves.length === 0) return null
    const { k1, b } = this.settings
    const boost = { ...this.settings.boost, ...options.boost }
    const releases = this.prepared.length
    const scores = new Float64Array(releases)
    for (const { freqs } of leaves) {
      let docFreq = 0
      for (let doc = 0; doc < releases; doc++) if (freqs.title[doc]! + freqs.body[doc]! > 0) docFreq++
      const idf = Math.log(1 + (releases - docFreq + 0.5) / (docFreq + 0.5))
      for (let doc = 0; doc < releases; doc++) {
        const freq = boost.title * freqs.title[doc]! + boost.body * freqs.body[doc]!
        if (freq === 0) continue
        // A word of the body is measured by its length; one that only the title has, as in an average release.
        const relative = freqs.body[doc]! > 0 ? this.prepared[doc]!.bodyLength / this.averageLength : 1
        scores[doc]! += (idf * freq * (k1 + 1)) / (freq + k1 * (1 - b + b * relative))
      }
    }
    return scores
  }

  private compare(a: number, b: number, sort: 'relevance' | 'newest' | 'oldest', scores: Float64Array | null): number {
    if (sort === 'relevance' && scores![a] !== scores![b]) return scores![b]! - scores![a]!
    const [first, second] = [this.prepared[a]!.document, this.prepared[b]!.document]
    if (first.date !== second.date) {
      if (first.date === undefined) return 1
      if (second.date === undefined) return -1
      return first.date < second.date === (sort === 'oldest') ? -1 : 1
    }
    return first.id < second.id ? -1 : 1
  }

  // ------------------------------------------------------------ counts

  private count(
    facet: string,
    docs: readonly number[],
    limit: number,
    conditions: readonly Condition[],
  ): OracleResult['facets'][string] {
    const counts = new Map<string | null, number>()
    const add = (value: string | null): void => {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const length = DATE_LENGTHS.get(facet)
    for (const doc of docs) {
      const { date, facets } = this.prepared[doc]!.document
      if (length !== undefined) add(date === undefined || date.length < length ? null : date.slice(0, length))
      else {
        const values = facets.get(facet) ?? []
        if (values.length === 0) add(null)
        for (const value of values) add(value)
      }
    }
    const none = counts.get(null) ?? 0
    counts.delete(null)
    const known = [...counts] as [string, number][]
    if (isTimeFacet(facet)) {
      const values = known.map(([value]) => value).sort()
      const all = facet === 'date' ? values : withoutGaps(values, length!)
      const rows: OracleResult['facets'][string] = all.map((value) => ({
        value: facet === 'year' ? Number(value) : value,
        count: counts.get(value) ?? 0,
      }))
      if (none > 0) rows.push({ value: null, count: none })
      return rows
    }
    if (facet === 'language') countWithRegions(known)
    known.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const selected = new Set(conditions.flatMap((each) => each.selected.map((value) => value.toLowerCase())))
    const rows: OracleResult['facets'][string] = known
      .filter(([value], index) => index < limit || selected.has(value.toLowerCase()))
      .map(([value, count]) => ({ value, count }))
    for (const value of new Set(conditions.flatMap((each) => each.selected))) {
      if (known.some(([other]) => other.toLowerCase() === value.toLowerCase())) continue
      const regions = known.filter(([other]) => facet === 'language' && other.startsWith(`${value}-`))
      rows.push({ value, count: regions.reduce((sum, [, count]) => sum + count, 0) })
    }
    if (none > 0 || conditions.some((each) => each.selectsNull)) rows.push({ value: null, count: none })
    return rows
  }
}

/** A language counts the releases of its regional forms too. */
function countWithRegions(counts: [tag: string, count: number][]): void {
  const alone = counts.map(([tag, count]) => ({ tag, count }))
  for (const row of counts) for (const { tag, count } of alone) if (tag.startsWith(`${row[0]}-`)) row[1] += count
}

/** UTF-16 units of a date that is known well enough to be counted. */
const DATE_LENGTHS = new Map([
  ['year', 4],
  ['month', 7],
  ['date', 10],
])

function placesOf(field: OracleField): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const { word, position } of field.tokens) {
    const list = places.get(word)
    if (list) list.push(position)
    else places.set(word, [position])
  }
  return places
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

const isNumber = (word: string): boolean => /^\d/.test(word)

function countForms(documents: readonly OracleDocument[]): CountedForm[] {
  const forms = new Map<string, CountedForm>()
  for (const { title, body, stemmer } of documents) {
    for (const word of new Set([...title.tokens, ...body.tokens].map((token) => token.word))) {
      const of = isNumber(word) ? '' : stemmer
      const form = forms.get(`${of} ${word}`)
      if (form) form.releases++
      else forms.set(`${of} ${word}`, { word, stemmer: of, isPlain: !/\d/.test(word), releases: 1 })
    }
  }
  return [...forms.values()]
}

/** In the order of their numbers in the format; none comes first. */
const STEMMERS = ['', 'en', 'fr', 'es']

function best(forms: CountedForm[], most: number): Widened {
  forms.sort(
    (a, b) =>
      b.releases - a.releases ||
      compareText(a.word, b.word) ||
      STEMMERS.indexOf(a.stemmer) - STEMMERS.indexOf(b.stemmer),
  )
  return { used: forms.slice(0, most), cut: forms.length > most }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As MiniSearch counts: `true` is a fifth of the length, a fraction one of it, at most six. */
function fuzzyEdits(fuzzy: number | true, word: string): number {
  const amount = fuzzy === true ? 0.2 : fuzzy
  return Math.min(6, amount < 1 ? Math.round(word.length * amount) : Math.floor(amount))
}

/** Edits from one word to another, or something above `most`. */
function levenshtein(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/** Places that all words share; each list is that of a word, less its place in the phrase. */
function exactOccurrences(lists: readonly number[][]): number {
  return [...new Set(lists[0])].filter((place) => lists.every((list) => list.includes(place))).length
}

/**
 * Windows of a sloppy phrase: an occurrence of a word that no other word of the window is before, when each of the
 * others has an occurrence at most `slop` behind it, and no two words need the same token.
 */
function nearOccurrences(lists: readonly number[][], slop: number): number {
  let count = 0
  lists.forEach((list, word) => {
    for (const place of list) {
      const isNear = lists.every((other) => other.some((each) => each >= place && each <= place + slop))
      if (!isNear) continue
      // Of words in the same place the one that comes first in the phrase counts as the earlier.
      const choices = lists.map((other, index) =>
        index === word
          ? [place + index]
          : other
              .filter((each) => (index < word ? each > place : each >= place) && each <= place + slop)
              .map((each) => each + index),
      )
      if (hasDistinct(choices, [])) count++
    }
  })
  return count
}

/** Whether one can be chosen from each list without choosing the same twice; tries everything. */
function hasDistinct(choices: readonly number[][], chosen: readonly number[]): boolean {
  const list = choices[chosen.length]
  if (list === undefined) return true
  return list.some((each) => !chosen.includes(each) && hasDistinct(choices, [...chosen, each]))
}

/** Filters at the top of a query, which behave like `where`, apart from its text. */
function splitTop(tree: QueryTree): {
  text: QueryTree
  conditions: Condition[]
} {
  const parts = flatAnd(tree)
  const conditions: Condition[] = []
  const text = parts.filter((part) => {
    let inner = part
    let not = false
    while ('not' in inner) {
      inner = inner.not
      not = !not
    }
    if (!('where' in inner)) return true
    const found = conditionsOf(inner.where)
    if (not && found.length !== 1) return true
    conditions.push(...found.map((each) => ({ ...each, not: each.not !== not })))
    return false
  })
  return { text: { and: text }, conditions }
}

function flatAnd(tree: QueryTree): QueryTree[] {
  return 'and' in tree ? tree.and.flatMap(flatAnd) : [tree]
}

/** The same with any of its words enough; null when that is no other query. */
function relax(tree: QueryTree): QueryTree | null {
  const parts = flatAnd(tree)
  const isWord = (part: QueryTree): boolean => 'term' in part || 'prefix' in part || 'fuzzy' in part || 'or' in part
  const words = parts.filter(isWord)
  if (words.length < 2) return null
  return { and: [{ or: words }, ...parts.filter((part) => !isWord(part))] }
}

function scoringLeaves(text: Text): Leaf[] {
  if ('leaf' in text) return [text.leaf]
  if ('all' in text) return text.all.flatMap(scoringLeaves)
  return 'any' in text ? text.any.flatMap(scoringLeaves) : []
}

function requestsOf(facets: FacetsOption | undefined): [string, { limit: number; own: 'ignore' | 'obey' }][] {
  if (facets === undefined) return []
  const defaults = { limit: Number.POSITIVE_INFINITY, own: 'ignore' as const }
  if (Array.isArray(facets)) return facets.map((facet: string) => [facet, defaults])
  return Object.entries(facets).map(([facet, request]) => [
    facet,
    { ...defaults, ...(request === true ? {} : request) },
  ])
}

/** Every year or month from the first to the last. */
function withoutGaps(values: readonly string[], length: number): string[] {
  if (values.length === 0) return []
  const index = (value: string): number =>
    Number(value.slice(0, 4)) * 12 + (length > 4 ? Number(value.slice(5)) - 1 : 0)
  const step = length > 4 ? 1 : 12
  const filled: string[] = []
  for (let each = index(values[0]!); each <= index(values.at(-1)!); each += step) {
    const year = String(Math.floor(each / 12)).padStart(4, '0')
    filled.push(length > 4 ? `${year}-${String((each % 12) + 1).padStart(2, '0')}` : year)
  }
  return filled
}

/**
 * A field's length as scores see it: itself up to 15; beyond, classes begin at 16 and then
 * five in every two doublings, rounded up, and stand for the middle of their range; the sixty-fourth is open, and stands for where it begins.
 */
export function roundedLength(length: number): number {
  if (length < 16) return length
  let start = 16
  for (let index = 1; index < 48; index++) {
    const next = Math.ceil(Number((16 * 2 ** (index / 2)).toFixed(6)))
    if (length < next) return (start + next - 1) / 2
    start = next
  }
  return start
}
