/** How much is a text about each country that it names? */

import type { PlaceKind } from '../../places/gazetteer.js'
import type { CountryMention } from './country-mentions.js'
import type { CountryRole } from './country-roles.js'
import { BREAK, type Words } from './country-words.js'

/** What is counted of one country in one text. */
export interface Prominence {
  code: string
  /** Namings in the role of subject, each with the weight of its kind. */
  weight: number
  /** Square root of the relative place of the first naming: 0 in the title or at the start, 1 at the end of all but short texts. */
  lateness: number
  /** `weight` against the most named other country, 0 to 1. */
  share: number
  /** True when nothing but one naming speaks for the country. */
  once: boolean
  /** Share of namings beside another country ("from Iraq, Jordan and Syria"). */
  listed: number
  /** Share of namings that are cities. */
  cities: number
  /** True when the title names countries, and not this one. */
  titleIsElsewhere: boolean
  /** Share of namings in the name of a company, bank or fund. */
  inCompanyNames: number
  /** Weight for each hundred words, at most 5. */
  density: number
  /** Natural logarithm of the number of countries that the text names. */
  variety: number
}

// A capital may be only where somebody spoke; a nationality may be one person's.
const KIND_WEIGHTS: Record<PlaceKind, number> = {
  name: 1,
  former: 1,
  nationality: 0.8,
  province: 0.8,
  abbreviation: 0.8,
  city: 0.7,
  capital: 0.6,
  institution: 0.4,
  none: 0,
}

const COMPANY_WORDS: ReadonlySet<string> = new Set(
  'ltd inc corp co bank fund plc airlines company corporation group holdings international'.split(' '),
)
const CONJUNCTIONS: ReadonlySet<string> = new Set('and or et ou y e o ed und oder и или و'.split(' '))

function isListedWith(mention: CountryMention, next: CountryMention, texts: readonly Words[]): boolean {
  const words = texts[mention.part]
  if (words === undefined || next.part !== mention.part || next.code === mention.code) return false
  const distance = next.first - mention.last
  if (distance === 1) return words.breaks[next.first] === BREAK.comma
  return distance === 2 && CONJUNCTIONS.has(words.infos[mention.last + 1]?.folded ?? '')
}

/** "Lugano, Switzerland" is one naming. */
function isSamePlace(before: CountryMention, mention: CountryMention): boolean {
  return before.code === mention.code && before.part === mention.part && before.last === mention.first - 1
}

function isInCompanyName({ part, last }: CountryMention, texts: readonly Words[]): boolean {
  const infos = texts[part]?.infos
  return COMPANY_WORDS.has(infos?.[last + 1]?.folded ?? '') || COMPANY_WORDS.has(infos?.[last + 2]?.folded ?? '')
}

const TITLE = 0
/** In a text of fewer words that names one country or two, every naming is an early one. */
const SHORT_BODY = 40

/**
 * Counts for every country among the mentions, in order of first mention. The first text is the title; `body` is the
 * index of the body.
 */
export function measureProminence(
  mentions: readonly CountryMention[],
  roles: readonly CountryRole[],
  texts: readonly Words[],
  body: number,
): Prominence[] {
  const bodyLength = Math.max(1, texts[body]?.infos.length ?? 0)
  const codes = new Set(mentions.map(({ code }) => code))
  const length = codes.size > 2 ? bodyLength : Math.max(bodyLength, SHORT_BODY)
  const found = new Map<string, Prominence & { count: number }>()
  const titleCodes = new Set(mentions.filter((m, i) => m.part === TITLE && roles[i] === 'subject').map((m) => m.code))
  mentions.forEach((mention, i) => {
    let p = found.get(mention.code)
    if (p === undefined) {
      const place = mention.part === body ? mention.first / length : 0
      p = {
        code: mention.code,
        weight: 0,
        lateness: Math.sqrt(place),
        share: 0,
        once: true,
        listed: 0,
        cities: 0,
        titleIsElsewhere: titleCodes.size > 0 && !titleCodes.has(mention.code),
        inCompanyNames: 0,
        density: 0,
        variety: 0,
        count: 0,
      }
      found.set(mention.code, p)
    }
    if (roles[i] !== 'subject') return
    const before = mentions[i - 1]
    const after = mentions[i + 1]
    if (before !== undefined && isSamePlace(before, mention)) return
    p.count++
    p.weight += KIND_WEIGHTS[mention.kind]
    if ((after && isListedWith(mention, after, texts)) || (before && isListedWith(before, mention, texts))) p.listed++
    if (mention.kind === 'city') p.cities++
    if (isInCompanyName(mention, texts)) p.inCompanyNames++
  })
  const all = [...found.values()]
  const weights = all.map((p) => p.weight).sort((a, b) => b - a)
  for (const p of all) {
    const rival = (p.weight === weights[0] ? weights[1] : weights[0]) ?? 0
    p.share = p.weight / (p.weight + rival + 0.5)
    p.once = p.count <= 1
    p.density = Math.min(5, (100 * p.weight) / bodyLength)
    p.variety = Math.log(all.length)
    p.cities /= Math.max(1, p.count)
    p.listed /= Math.max(1, p.count)
    p.inCompanyNames /= Math.max(1, p.count)
  }
  return all
}

/**
 * The terms of the score, in the order of `ABOUTNESS_WEIGHTS`: being named more than any other country, and how much
 * less that says when it begins late or the title names others; a single late naming; a list of many countries at the
 * start is what the text is about, one further down is not; cities of many countries are where things were said.
 */
export function aboutnessTerms(p: Prominence): number[] {
  return [
    1,
    p.share,
    p.lateness * p.share,
    p.once ? p.lateness : 0,
    p.variety * p.listed,
    p.lateness * p.listed,
    p.inCompanyNames,
    p.variety * p.density,
    p.variety * p.cities,
    p.titleIsElsewhere ? p.share : 0,
  ]
}

/**
 * Weights of a logistic regression on those of the first 10,000 Reuters-21578 stories that carry country tags, the USA
 * left out, rounded to a tenth. Fitted on either half and tried on the other, F1 is 0.776; `bench/extraction-countries.ts`
 * prints what they reach.
 */
const ABOUTNESS_WEIGHTS = [-1, 5.2, -4.4, -1, 0.8, -1.9, -1.1, 0.3, -1.4, -1.2]

/** Logit at and above which a text counts as being about a country: the value with the best F1 on the same stories. */
export const ABOUT = -0.35

/** How likely the text is about the country, as a logit. */
export function aboutness(prominence: Prominence): number {
  return aboutnessTerms(prominence).reduce((sum, term, i) => sum + term * (ABOUTNESS_WEIGHTS[i] ?? 0), 0)
}
