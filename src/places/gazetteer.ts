/** Which sequences of words may name a place? Every name, nationality, city and province as one tree of words. */

import { AMBIGUOUS_NAMES } from './ambiguous-names.js'
import { CAPITALS } from './capitals.js'
import { CITIES } from './cities.js'
import { CLDR_CITIES } from './cities-cldr.js'
import { COUNTRIES, tableRows } from './countries.js'
import { DEMONYMS } from './demonyms.js'
import { foldName } from './fold-name.js'
import { INSTITUTIONS } from './institutions.js'
import { nationalityForms } from './nationality-forms.js'
import { NOT_PLACES } from './not-places.js'
import { PLACE_LANGUAGES } from './place-language.js'
import { PROVINCE_ABBREVIATIONS, PROVINCES } from './provinces.js'
import { nameWordKey } from './word-keys.js'

/** How a sequence of words stands for a country. `none` is a phrase that looks like a place and is not. */
export type PlaceKind =
  | 'name'
  | 'former'
  | 'nationality'
  | 'capital'
  | 'city'
  | 'province'
  | 'abbreviation'
  | 'institution'
  | 'none'

/** One way of naming a country. */
export interface PlaceForm {
  /** ISO 3166-1 alpha-2; empty for `none`. */
  code: string
  kind: PlaceKind
  /** Folded words with single spaces between them. */
  text: string
  /** Bit i is set when the form belongs to language i of `PLACE_LANGUAGES`. */
  languages: number
  /** How it has to be written: with capital letters, all in capitals, or in any way. */
  spelling: 'capital' | 'acronym' | 'any'
  /** With `capital`: which words have one, the first, the last or both. */
  capitals: 'first' | 'last' | 'both'
  /** True when the form is also something else, so that it needs support from the rest of the text. */
  shared: boolean
  /** True when the form is written with a comma, a bracket or a dash in it. */
  comma: boolean
}

/** A word within the tree: the forms that end with it, and the words that may follow. */
export interface PlaceNode {
  forms: PlaceForm[]
  next: Map<string, PlaceNode> | undefined
}

const ALL_LANGUAGES = (1 << PLACE_LANGUAGES.length) - 1
const KIND_ORDER: readonly PlaceKind[] = [
  'none',
  'name',
  'former',
  'nationality',
  'capital',
  'province',
  'city',
  'institution',
  'abbreviation',
]

// In capitals these leave no doubt, although their letters are also a word.
const CLEAR_IN_CAPITALS = /^(?:US|USA|UK)$/

function spellingOf(form: string, kind: PlaceKind): PlaceForm['spelling'] {
  const letters = form.replace(/[^\p{L}]/gu, '')
  if (kind === 'none') return 'any'
  if (kind === 'nationality') return /^\p{Lu}/u.test(form) ? 'capital' : 'any'
  if (letters.length <= 5 && letters.length > 1 && /^\p{Lu}+$/u.test(letters) && !/\s/.test(form.replace(/\.\s/g, '')))
    return 'acronym'
  return /\p{Lu}/u.test(form) ? 'capital' : 'any'
}

function capitalsOf(form: string): PlaceForm['capitals'] {
  const words = form.match(/[\p{L}\p{N}]+/gu) ?? []
  const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '')
  if (!isCapital(words.at(-1))) return 'first'
  return isCapital(words[0]) ? 'both' : 'last'
}

function buildGazetteer(): Map<string, PlaceNode> {
  const root = new Map<string, PlaceNode>()

  const add = (written: string, code: string, kind: PlaceKind, languages: number, shared: boolean) => {
    const form = written.replace(/^\?/, '').replace(/^the (?=.)/i, '')
    const words = foldName(form).split(' ')
    let level = root
    let node: PlaceNode | undefined
    for (const word of words) {
      const key = nameWordKey(word, kind === 'nationality' ? kind : 'place')
      node = level.get(key)
      if (node === undefined) {
        node = { forms: [], next: undefined }
        level.set(key, node)
      }
      level = node.next ??= new Map()
    }
    if (node === undefined) return
    const spelling = spellingOf(form, kind)
    const hasComma = /[,(—]/.test(form)
    const known = node.forms.find((f) => f.code === code && f.kind === kind && f.spelling === spelling)
    if (known !== undefined) {
      known.languages |= languages
      known.shared ||= shared
      known.comma ||= hasComma
      return
    }
    node.forms.push({
      code,
      kind,
      text: words.join(' '),
      languages,
      spelling,
      capitals: capitalsOf(form),
      shared,
      comma: hasComma,
    })
  }

  const ambiguous = new Map(tableRows(AMBIGUOUS_NAMES).map(([code, names]) => [code, new Set(names)]))
  for (const [code, phrases] of tableRows(NOT_PLACES))
    for (const phrase of phrases) add(phrase, code, code === '' ? 'none' : 'province', ALL_LANGUAGES, false)
  PLACE_LANGUAGES.forEach((language, i) => {
    for (const { code, names } of COUNTRIES)
      for (const name of names[language]) {
        const isShared = spellingOf(name, 'name') === 'acronym' && !CLEAR_IN_CAPITALS.test(name)
        add(name, code, 'name', 1 << i, isShared && (ambiguous.get(code)?.has(name) ?? false))
      }
    for (const [code, bases] of tableRows(DEMONYMS[language]))
      for (const base of bases)
        for (const form of nationalityForms(base, language)) add(form, code, 'nationality', 1 << i, false)
  })
  for (const { code, former } of COUNTRIES)
    for (const name of former) add(name, code, 'former', ALL_LANGUAGES, /^(?:GDR|DDR|RDA)$/.test(name))

  const seats = new Set<string>()
  const sharedCities = new Set<string>()
  for (const [kind, table] of [
    ['capital', CAPITALS],
    ['city', CITIES],
    ['province', PROVINCES],
    ['institution', INSTITUTIONS],
  ] as const)
    for (const [code, cities] of tableRows(table))
      for (const city of cities) {
        const key = `${code} ${foldName(city)}`
        if (kind === 'capital') seats.add(key)
        if (city.startsWith('?')) sharedCities.add(key)
        add(city, code, kind, ALL_LANGUAGES, city.startsWith('?'))
      }
  for (const row of CLDR_CITIES.trim().split('\n')) {
    const [code = '', ...cities] = row.split('|')
    const keys = cities.map((city) => `${code} ${foldName(city)}`)
    const kind = keys.some((key) => seats.has(key)) ? 'capital' : 'city'
    const shared = keys.some((key) => sharedCities.has(key))
    cities.forEach((city, i) => {
      if (city !== '') add(city, code, kind, 1 << i, shared)
    })
  }
  for (const [code, abbreviations] of tableRows(PROVINCE_ABBREVIATIONS))
    for (const abbreviation of abbreviations) add(abbreviation, code, 'abbreviation', ALL_LANGUAGES, false)
  sortForms(root)
  return root
}

function sortForms(level: Map<string, PlaceNode>): void {
  for (const node of level.values()) {
    if (node.forms.length > 1) node.forms.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind))
    if (node.next !== undefined) {
      if (node.next.size === 0) node.next = undefined
      else sortForms(node.next)
    }
  }
}

let gazetteer: Map<string, PlaceNode> | undefined

/** The tree of all forms by the key of their first word; built on first use (some 20 ms). */
export function placeTree(): ReadonlyMap<string, PlaceNode> {
  gazetteer ??= buildGazetteer()
  return gazetteer
}
