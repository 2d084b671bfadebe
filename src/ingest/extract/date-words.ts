/** Which month or weekday does a word name, in any of the languages read? The only importer of `chrono-node`. */

import * as ar from 'chrono-node/ar'
import * as de from 'chrono-node/de'
import * as en from 'chrono-node/en'
import * as es from 'chrono-node/es'
import * as fi from 'chrono-node/fi'
import * as fr from 'chrono-node/fr'
import * as id from 'chrono-node/id'
import * as it from 'chrono-node/it'
import * as nl from 'chrono-node/nl'
import * as pt from 'chrono-node/pt'
import * as ru from 'chrono-node/ru'
import * as sv from 'chrono-node/sv'
import * as uk from 'chrono-node/uk'
import * as vi from 'chrono-node/vi'

interface Reader {
  parse(
    text: string,
    reference: Date,
  ): { start: { get(part: 'month' | 'weekday'): number | null; isCertain(part: 'month' | 'weekday'): boolean } }[]
  /** How a month stands in a full date of that language; `%` is the word. */
  frame: string
}

const READERS = new Map<string, Reader>(
  Object.entries({
    en: { parse: en.parse, frame: '1 % 2000' },
    fr: { parse: fr.parse, frame: '2 % 2000' },
    es: { parse: es.parse, frame: '1 de % de 2000' },
    pt: { parse: pt.parse, frame: '1 de % de 2000' },
    de: { parse: de.parse, frame: '1. % 2000' },
    it: { parse: it.parse, frame: '1 % 2000' },
    nl: { parse: nl.parse, frame: '1 % 2000' },
    ru: { parse: ru.parse, frame: '1 % 2000' },
    uk: { parse: uk.parse, frame: '1 % 2000' },
    ar: { parse: ar.parse, frame: '1 % 2000' },
    sv: { parse: sv.parse, frame: '1 % 2000' },
    fi: { parse: fi.parse, frame: '1. % 2000' },
    id: { parse: id.parse, frame: '1 % 2000' },
    vi: { parse: vi.parse, frame: '1 % 2000' },
  }),
)

/** Month names that the readers do not know: Maghreb Arabic, Austrian German, Catalan, Turkish. */
const OTHER_MONTHS = new Map<string, number>(
  Object.entries({
    جانفي: 1,
    فيفري: 2,
    مارس: 3,
    أفريل: 4,
    افريل: 4,
    ماي: 5,
    جوان: 6,
    جويلية: 7,
    أوت: 8,
    اوت: 8,
    jänner: 1,
    feber: 2,
    gener: 1,
    febrer: 2,
    març: 3,
    maig: 5,
    juny: 6,
    juliol: 7,
    agost: 8,
    setembre: 9,
    novembre: 11,
    desembre: 12,
    ocak: 1,
    şubat: 2,
    mart: 3,
    nisan: 4,
    mayıs: 5,
    haziran: 6,
    temmuz: 7,
    ağustos: 8,
    eylül: 9,
    ekim: 10,
    kasım: 11,
    aralık: 12,
  }),
)

/** A fixed day: nothing read may depend on the day of the build. */
const REFERENCE = new Date(2000, 0, 1, 12)
/** Words remembered; when full, the memory starts afresh. */
const MEMORY = 1 << 15

const months = new Map<string, number>()
const weekdays = new Map<string, number>()

/**
 * 1 to 12, or 0 when the word is no month's name. The language's own reading goes first, then English, then, unless
 * `among` is `'own'`, the others in a fixed order.
 */
export function monthOf(word: string, language = 'en', among: 'own' | 'all' = 'all'): number {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const known = OTHER_MONTHS.get(lower)
  if (known !== undefined) return known
  const own = language.toLowerCase().split('-', 1)[0] as string
  for (const name of [own, 'en', ...(among === 'all' ? READERS.keys() : [])]) {
    const month = remembered(months, name, lower, readMonth)
    if (month > 0) return month
  }
  return 0
}

/** 0 (Sunday) to 6, or -1 when the word is no weekday's name in the language or in English. */
export function weekdayOf(word: string, language = 'en'): number {
  const lower = word.toLowerCase()
  const own = language.toLowerCase().split('-', 1)[0] as string
  return Math.max(remembered(weekdays, own, lower, readWeekday), remembered(weekdays, 'en', lower, readWeekday)) - 1
}

function readMonth(reader: Reader, word: string): number {
  const start = reader.parse(reader.frame.replace('%', word), REFERENCE)[0]?.start
  return start?.isCertain('month') ? (start.get('month') ?? 0) : 0
}

/** 1 (Sunday) to 7, or 0. */
function readWeekday(reader: Reader, word: string): number {
  const start = reader.parse(word, REFERENCE)[0]?.start
  return start?.isCertain('weekday') ? (start.get('weekday') ?? -1) + 1 : 0
}

/** The readers take some tenths of a millisecond a word, and archives use few words beside their dates. */
function remembered(
  memory: Map<string, number>,
  name: string,
  word: string,
  read: (reader: Reader, word: string) => number,
): number {
  const reader = READERS.get(name)
  if (reader === undefined || (/\s/.test(word) && name !== 'ar')) return 0
  const key = `${name} ${word}`
  let value = memory.get(key)
  if (value === undefined) {
    value = read(reader, word)
    if (memory.size >= MEMORY) memory.clear()
    memory.set(key, value)
  }
  return value
}
