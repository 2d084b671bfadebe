/** Where does a text name a country, and which one? */

import type { PlaceKind } from '../../places/gazetteer.js'
import { PLACE_LANGUAGES, type PlaceLanguage } from '../../places/place-language.js'
import {
  AGREEMENTS,
  CURRENCIES,
  isOpen,
  KIN,
  LANGUAGE_PREPOSITIONS,
  LANGUAGES_ONLY,
  LESSONS,
  NAMESAKES,
  type NamedCountries,
  NEEDS_SUPPORT,
  PLAIN_WORDS_IN_CAPITALS,
  STATE_UNIONS,
  settleCode,
} from './country-ambiguity.js'
import { longestMatch, type Match } from './country-match.js'
import { PLACE_FOLLOWERS, PLACES_AS_GIVEN_NAMES } from './country-people.js'
import { BREAK, type Words } from './country-words.js'

/** One naming of a country in a text. */
export interface CountryMention {
  code: string
  kind: PlaceKind
  /** The form that was found, folded. */
  form: string
  /** Which of the given texts, by its index. */
  part: number
  /** First and last word in that text. */
  first: number
  last: number
  /** True when the form leaves no doubt; the others are kept only with support. */
  sure: boolean
  /** True when the state or province that follows puts a town into another country than its best known namesake's. */
  moved: boolean
  /** True when the country only says in whose money a sum is. */
  currency: boolean
}

/** How a stretch of text between two paragraph breaks uses capitals. */
type Capitals = 'sentence' | 'title' | 'shouting'

function capitalsOf(words: Words, from: number, to: number): Capitals {
  let long = 0
  let upper = 0
  let capital = 0
  for (let i = from; i < to; i++) {
    const info = words.infos[i]
    if (info === undefined || info.text.length < 4 || info.case === 'none') continue
    long++
    if (info.case === 'upper') upper++
    else if (info.case === 'capital') capital++
  }
  if (long >= 1 && upper / long > 0.7) return 'shouting'
  return long >= 3 && (upper + capital) / long > 0.6 ? 'title' : 'sentence'
}

/** Is this the surname or given name of a person? */
function isPerson(words: Words, { form, last }: Match, first: number, capitals: Capitals): boolean {
  if (first !== last || form.spelling !== 'capital') return false
  const before = words.infos[first - 1]
  const gap = words.breaks[first]
  const isNameBefore = before?.person === true && before.case !== 'lower'
  if (isNameBefore && (gap === BREAK.space || (gap === BREAK.stop && before.text.length <= 4))) return true
  if (capitals === 'sentence' && isOneOfTheFamily(words, last)) return true
  if (capitals !== 'sentence' || !PLACES_AS_GIVEN_NAMES.has(form.text)) return false
  const after = words.infos[last + 1]
  if (after?.case !== 'capital' || words.breaks[last + 1] !== BREAK.space) return false
  return !PLACE_FOLLOWERS.has(after.folded) && after.nodes.length === 0
}

/** "Paris, his daughter, …", "Chad, her youngest son, …". */
function isOneOfTheFamily(words: Words, last: number): boolean {
  if (words.breaks[last + 1] !== BREAK.comma) return false
  if (
    !/^(?:his|her|their|my|son|sa|ses|su|sus|seu|sua|sein|seine|ihr|ihre|suo)$/.test(
      words.infos[last + 1]?.folded ?? '',
    )
  )
    return false
  const kin = [last + 2, last + 3].find((i) => KIN.has(words.infos[i]?.folded ?? ''))
  return kin !== undefined && (words.breaks[kin + 1] ?? BREAK.stop) >= BREAK.comma
}

const LANGUAGE_NOUN =
  /^(?:languages?|speaking|langues?|lenguas?|idiomas?|linguas?|lingue|sprachen?|язык\p{L}{0,3}|(?:ال|بال|لل|وال)?لغه)$/u

/** "in English and French": the language, not the people. */
function isLanguage(words: Words, { last }: Match, first: number, languageEnd: number): boolean {
  const before = words.infos[first - 1]
  if (before === undefined) return false
  if (LANGUAGE_NOUN.test(before.folded) || LANGUAGE_NOUN.test(words.infos[last + 1]?.folded ?? '')) return true
  const earlier = words.infos[first - 2]?.folded ?? ''
  if (LANGUAGES_ONLY.has(before.folded) || (before.functionWord !== 0 && LANGUAGES_ONLY.has(earlier))) return true
  if (before.folded === 'ni' && LANGUAGES_ONLY.has(earlier)) return true
  if (before.folded === 'de' && LESSONS.has(earlier)) return true
  const isListed = languageEnd >= 0 && languageEnd >= first - 2
  if (!isListed && !(words.breaks[first] === BREAK.space && LANGUAGE_PREPOSITIONS.has(before.folded))) return false
  const after = words.infos[last + 1]
  return (
    after === undefined || words.breaks[last + 1] !== BREAK.space || after.functionWord !== 0 || after.folded === 'or'
  )
}

function scan(
  words: Words,
  part: number,
  language: PlaceLanguage | undefined,
  out: CountryMention[],
  people: Set<string>,
): void {
  const languageBit = language === undefined ? 0 : 1 << PLACE_LANGUAGES.indexOf(language)
  const count = words.infos.length
  let capitals: Capitals = 'sentence'
  let languageEnd = -1
  let paragraphEnd = 0
  for (let i = 0; i < count; i++) {
    if (i >= paragraphEnd) {
      paragraphEnd = i + 1
      while (paragraphEnd < count && words.breaks[paragraphEnd] !== BREAK.paragraph) paragraphEnd++
      capitals = capitalsOf(words, i, paragraphEnd)
    }
    if (words.infos[i]?.nodes.length === 0) continue
    const match = longestMatch(words, i, languageBit)
    if (match === undefined) continue
    const { form, last } = match
    const first = i
    i = last
    if (form.kind === 'none') continue
    if (form.kind === 'nationality' && isLanguage(words, match, first, languageEnd)) {
      languageEnd = last
      continue
    }
    if (isPerson(words, match, first, capitals)) {
      people.add(form.text)
      continue
    }
    // "Little Italy" is a quarter elsewhere.
    if (words.infos[first - 1]?.folded === 'little') continue
    if (form.kind === 'abbreviation' && form.text.length <= 2 && capitals === 'shouting') continue
    if (form.kind === 'capital' || form.kind === 'city') {
      // "the Paris accord", "the Khartoum Process": known by the city where it was signed.
      const after = words.infos[last + 1]
      if (after !== undefined && words.breaks[last + 1] === BREAK.space && AGREEMENTS.has(after.folded)) continue
    }
    const code = moveToProvince(out, match, part, first, words)
    if (words.text.charCodeAt(words.ends[last] ?? 0) === 36) continue
    out.push({
      code,
      kind: form.kind,
      form: form.text,
      part,
      first,
      last,
      sure: isSure(words, match, first, capitals, language, languageBit),
      moved: false,
      currency: CURRENCIES.has(words.infos[last + 1]?.folded ?? ''),
    })
    const second = STATE_UNIONS.get(form.text)
    if (second !== undefined) out.push({ ...out.at(-1)!, code: second })
  }
}

function isSure(
  words: Words,
  { form, last }: Match,
  first: number,
  capitals: Capitals,
  language: PlaceLanguage | undefined,
  languageBit: number,
): boolean {
  const head = words.infos[first]
  if (form.shared || head === undefined) return false
  if (NEEDS_SUPPORT.has(form.text)) {
    // "le Salvador", "au Salvador"; "La Réunion": the article makes it the country in French.
    const before = words.infos[first - 1]?.folded ?? ''
    if (/^emirat(?:es|os|s)$/.test(form.text)) return /^(?:the|les|aux|des|los|os|dos|nos)$/.test(before)
    if (form.text === 'maurice') return before === 'ile'
    return (
      language === 'fr' &&
      /^(?:le|la|au|du|a la|ile)$/.test(before) &&
      /^(?:salvador|reunion|grenade|liban)$/.test(form.text)
    )
  }
  if (capitals === 'shouting' && PLAIN_WORDS_IN_CAPITALS.has(form.text) && !head.text.includes('.')) return false
  if (form.text === 'america' || form.text === 'amerique')
    return language === 'en' || language === 'it' || language === 'de'
  if (
    PLAIN_WORDS_IN_CAPITALS.has(form.text) &&
    (words.breaks[first] ?? BREAK.stop) >= BREAK.stop &&
    form.kind === 'city'
  )
    return false
  const isForeign = form.kind !== 'province' && languageBit !== 0 && (form.languages & languageBit) === 0
  return !isForeign || (first !== last ? true : form.text.length >= 6 || head.case === 'none')
}

// Towns of these federations share names with the world's cities, and are told apart by their state.
const FEDERATIONS = new Set(['US', 'CA', 'AU'])

/** "Paris, Texas" and "Athens, Ga.": the town before the state is in the state's country. Returns the code of the match. */
function moveToProvince(out: CountryMention[], { form }: Match, part: number, first: number, words: Words): string {
  const before = out.at(-1)
  if (before === undefined || before.part !== part || before.last !== first - 1) return form.code
  if (words.breaks[first] !== BREAK.comma || !FEDERATIONS.has(form.code) || before.code === form.code) return form.code
  // "Perth, W.A."
  if (form.kind === 'abbreviation' && before.code === 'AU') return 'AU'
  const isTown = before.kind === 'city' || before.kind === 'capital'
  if (form.kind === 'abbreviation' || (form.kind === 'province' && isTown)) {
    before.code = form.code
    before.kind = 'city'
    before.moved = true
    before.sure = true
  } else if (form.kind === 'name' && /^georgia$/.test(before.form)) {
    before.code = form.code
    before.kind = 'province'
    before.form = 'state of georgia'
    before.sure = true
  }
  return form.code
}

/** Moves towns to the country of their namesake where the text says so and names nothing else of their own. */
function relocateTowns(found: readonly CountryMention[], provinces: ReadonlySet<string>): void {
  const moved = new Map<string, string>()
  const formsOf = new Map<string, Set<string>>()
  for (const { form, code, moved: isMoved } of found) {
    if (isMoved) moved.set(form, code)
    const forms = formsOf.get(code)
    if (forms === undefined) formsOf.set(code, new Set([form]))
    else forms.add(form)
  }
  for (const mention of found) {
    if ((mention.kind !== 'city' && mention.kind !== 'capital') || (formsOf.get(mention.code)?.size ?? 0) > 1) continue
    mention.code = moved.get(mention.form) ?? namesakeIn(mention, provinces) ?? mention.code
  }
}

/** The country of a namesake of this town, if the text names a province of it. */
function namesakeIn({ form, kind }: CountryMention, provinces: ReadonlySet<string>): string | undefined {
  return kind === 'city' ? NAMESAKES.get(form)?.find((code) => provinces.has(code)) : undefined
}

/**
 * All namings of countries in some texts (title, body …), in order, each settled from what all the texts say.
 * Linear in the length of the texts.
 */
export function findMentions(texts: readonly Words[], language: PlaceLanguage | undefined): CountryMention[] {
  const found: CountryMention[] = []
  const people = new Set<string>()
  texts.forEach((words, part) => {
    scan(words, part, language, found, people)
  })
  const sure = new Map<string, number>()
  const places = new Set<string>()
  const forms = new Set<string>()
  const provinces = new Set<string>()
  for (const mention of found) {
    forms.add(mention.form)
    // Once a person bears the name, the name alone is that person again unless something else names the country.
    if (people.has(mention.form)) mention.sure = false
    if (!mention.sure || isOpen(mention)) continue
    sure.set(mention.code, (sure.get(mention.code) ?? 0) + 1)
    if (mention.kind !== 'name' && mention.kind !== 'nationality') places.add(mention.code)
    if (mention.kind === 'province' || mention.kind === 'abbreviation') provinces.add(mention.code)
  }
  relocateTowns(found, provinces)
  const named: NamedCountries = { sure, places, forms }
  for (const mention of found) if (isOpen(mention)) mention.code = settleCode(mention, named)
  return found.filter((mention) => mention.sure || (sure.get(mention.code) ?? 0) > 0)
}
