/** In which role is a country named: as what the text is about, or as somebody's money, office or seat? */

import { foldName } from '../../places/fold-name.js'
import type { CountryMention } from './country-mentions.js'
import { BREAK, type Words } from './country-words.js'

/**
 * - `subject` any naming that may say what the text is about
 * - `aside` a donor, the seat of an office or company, a currency: it weighs nothing
 */
export type CountryRole = 'subject' | 'aside'

function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(foldName))
}

// Within so many words after one of these, a country is whose money it is.
const DONOR_REACH = 7
const DONOR_WORDS = foldedSet(
  'funded funding donor donors donated sponsored cofunded financé financée financés financées financement financements bailleurs donateurs financiado financiada financiados financiadas financiamiento financiación donantes donante finanziato finanziata finanziati donatori gefördert gefördertes finanziert doadores финансируемый финансируемая финансировании بتمويل الممول',
)
const THANKS_WORDS = foldedSet(
  'support contribution contributions grant soutien appui contribution apoyo aporte contribución apoio',
)
const THANKS_BEFORE = foldedSet(
  'with generous thanks through financial avec grâce financier con gracias financiero com graças',
)

// "IOM's office in Hong Kong", "headquartered in Vienna", "son siège à Genève".
const SEAT_WORDS = foldedSet(
  'office offices headquarters headquartered based bureau bureaux siège sede oficina oficinas escritório Büro Sitz университета university',
)
const SEAT_PREPOSITIONS = foldedSet('in at à au en de em of for pour para')
const BASED_AFTER = foldedSet('based headquartered')

/** Cities and countries, folded, where organisations speak from: as a dateline they say nothing of the subject. */
const SEATS = foldedSet(
  'Geneva Genève Ginebra Genebra Genf Ginevra Switzerland Suisse Suiza Schweiz Женева جنيف سويسرا',
)
/** Regional offices: as a dateline they count only where the country is named again. */
const REGIONAL_SEATS = foldedSet(
  'Panama Nairobi Kenya Vienna Vienne Austria Bangkok Thailand Dakar Cairo Brussels Bruxelles Belgium Pretoria Washington York Manila',
)
const DATELINE_WORDS = 8

/** The number of words of a dateline ("Geneva –", "San José, 3 March 2004 -") at the start of a text, or 0. */
function datelineLength({ breaks, infos, text, ends, starts }: Words): number {
  const limit = Math.min(DATELINE_WORDS, infos.length - 1)
  for (let i = 1; i <= limit; i++) {
    if (breaks[i] === BREAK.paragraph) return 0
    const gap = text.slice(ends[i - 1] ?? 0, starts[i] ?? 0)
    if (/\s*[-–—―]+\s|\s[-–—―]|[.,:]\s*[-–—―]|\):?\s*[-–—―]/.test(gap) && gap !== '-') return i
  }
  return 0
}

/** The role of each mention; `body` is the index of the body among the texts. */
export function rolesOf(mentions: readonly CountryMention[], texts: readonly Words[], body: number): CountryRole[] {
  const bodyWords = texts[body]
  const dateline = bodyWords === undefined ? 0 : datelineLength(bodyWords)
  return mentions.map((mention) => {
    const words = texts[mention.part]
    if (words === undefined || mention.currency) return 'aside'
    if (mention.part === body && mention.last < dateline && isSeatDateline(mention, mentions, dateline, body))
      return 'aside'
    return isSeat(words, mention) || isDonor(words, mention) ? 'aside' : 'subject'
  })
}

function isSeatDateline(
  { form, code }: CountryMention,
  mentions: readonly CountryMention[],
  dateline: number,
  body: number,
): boolean {
  if (SEATS.has(form)) return true
  const lastWord = form.slice(form.lastIndexOf(' ') + 1)
  return (
    REGIONAL_SEATS.has(lastWord) &&
    !mentions.some((other) => other.code === code && (other.part !== body || other.first >= dateline))
  )
}

function isSeat({ infos, breaks }: Words, { first, last, kind }: CountryMention): boolean {
  const after = infos[last + 1]
  if (after !== undefined && breaks[last + 1] === BREAK.hyphen && BASED_AFTER.has(after.folded)) return true
  if (kind === 'nationality' || first < 2) return false
  const before = infos[first - 1]?.folded ?? ''
  return SEAT_PREPOSITIONS.has(before) && SEAT_WORDS.has(infos[first - 2]?.folded ?? '')
}

function isDonor({ infos, breaks }: Words, { first }: CountryMention): boolean {
  for (let i = first; i > 0 && first - i < DONOR_REACH; i--) {
    if ((breaks[i] ?? BREAK.paragraph) >= BREAK.stop) return false
    const word = infos[i - 1]?.folded ?? ''
    if (DONOR_WORDS.has(word)) return true
    if (
      THANKS_WORDS.has(word) &&
      (THANKS_BEFORE.has(infos[i - 2]?.folded ?? '') || THANKS_BEFORE.has(infos[i - 3]?.folded ?? ''))
    )
      return true
  }
  return false
}
