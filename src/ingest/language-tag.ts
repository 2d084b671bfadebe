/** Which language is meant by what a record states? A BCP 47 tag from tags, three-letter codes and plain names. */

/** Names of the languages that releases are stated to be in, as their own speakers and English, French, Spanish write them; written by hand. */
const NAMES: Record<string, string> = {
  english: 'en',
  anglais: 'en',
  inglés: 'en',
  ingles: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  francés: 'fr',
  frances: 'fr',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  castellano: 'es',
  espagnol: 'es',
  arabic: 'ar',
  العربية: 'ar',
  عربي: 'ar',
  arabe: 'ar',
  árabe: 'ar',
  portuguese: 'pt',
  português: 'pt',
  portugues: 'pt',
  portugais: 'pt',
  portugués: 'pt',
  russian: 'ru',
  русский: 'ru',
  russe: 'ru',
  ruso: 'ru',
  chinese: 'zh',
  中文: 'zh',
  chinois: 'zh',
  chino: 'zh',
  german: 'de',
  deutsch: 'de',
  allemand: 'de',
  alemán: 'de',
  italian: 'it',
  italiano: 'it',
  italien: 'it',
  ukrainian: 'uk',
  українська: 'uk',
  turkish: 'tr',
  türkçe: 'tr',
  dutch: 'nl',
  nederlands: 'nl',
  persian: 'fa',
  farsi: 'fa',
  فارسی: 'fa',
  dari: 'fa-AF',
  pashto: 'ps',
  japanese: 'ja',
  日本語: 'ja',
  thai: 'th',
  vietnamese: 'vi',
  indonesian: 'id',
  swahili: 'sw',
  somali: 'so',
  amharic: 'am',
  hindi: 'hi',
  urdu: 'ur',
  bengali: 'bn',
  romanian: 'ro',
  română: 'ro',
  polish: 'pl',
  polski: 'pl',
  greek: 'el',
  ελληνικά: 'el',
  serbian: 'sr',
  croatian: 'hr',
  bosnian: 'bs',
  albanian: 'sq',
  haitian: 'ht',
  creole: 'ht',
  'haitian creole': 'ht',
  burmese: 'my',
  nepali: 'ne',
  sinhala: 'si',
  tamil: 'ta',
  korean: 'ko',
  georgian: 'ka',
  armenian: 'hy',
  azerbaijani: 'az',
}

/** ISO 639-2 and 639-3 codes of languages that also have a two-letter one. */
const THREE_LETTERS: Record<string, string> = {
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  ara: 'ar',
  por: 'pt',
  rus: 'ru',
  zho: 'zh',
  chi: 'zh',
  cmn: 'zh',
  deu: 'de',
  ger: 'de',
  ita: 'it',
  ukr: 'uk',
  tur: 'tr',
  nld: 'nl',
  dut: 'nl',
  fas: 'fa',
  per: 'fa',
  pus: 'ps',
  jpn: 'ja',
  tha: 'th',
  vie: 'vi',
  ind: 'id',
  swa: 'sw',
  som: 'so',
  amh: 'am',
  hin: 'hi',
  urd: 'ur',
  ben: 'bn',
  ron: 'ro',
  rum: 'ro',
  pol: 'pl',
  ell: 'el',
  gre: 'el',
  srp: 'sr',
  hrv: 'hr',
  bos: 'bs',
  sqi: 'sq',
  alb: 'sq',
  hat: 'ht',
  mya: 'my',
  bur: 'my',
  nep: 'ne',
  sin: 'si',
  tam: 'ta',
  kor: 'ko',
  kat: 'ka',
  geo: 'ka',
  hye: 'hy',
  arm: 'hy',
  aze: 'az',
}

/** Tags that stand for no language. */
const NO_LANGUAGE = new Set(['und', 'zxx', 'mul', 'mis', 'x-default'])

/** True for a BCP 47 tag in any case: `en`, `fr-CA`, `pt-br`. Names and three-letter codes of `en` and the like are none. */
export function isLanguageTag(text: string): boolean {
  return languageTag(text)?.toLowerCase() === text.toLowerCase().replaceAll('_', '-')
}

/** The BCP 47 tag of a stated language, in its usual case; undefined when it is none. */
export function languageTag(stated: string): string | undefined {
  const text = stated.trim().toLowerCase()
  if (Object.hasOwn(NAMES, text)) return NAMES[text]
  const parts = /^([a-z]{2,3})((?:[-_][a-z0-9]{2,8})*)(?:[.@].*)?$/.exec(text)
  if (parts === null || NO_LANGUAGE.has(text)) return undefined
  const [, primary = '', rest = ''] = parts
  const subtags = rest
    .split(/[-_]/)
    .slice(1)
    .map((subtag) =>
      subtag.length === 4
        ? subtag[0]!.toUpperCase() + subtag.slice(1)
        : subtag.length === 2
          ? subtag.toUpperCase()
          : subtag,
    )
  return [Object.hasOwn(THREE_LETTERS, primary) ? THREE_LETTERS[primary]! : primary, ...subtags].join('-')
}
