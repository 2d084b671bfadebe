/**
 * Which inflected forms does the name of a nationality have?
 *
 * Written by hand, after the usual rules of gender, number and case in each language.
 */

import type { PlaceLanguage } from './place-language.js'

/** Ending of the masculine singular, and the endings that replace it in the other forms; the first that fits holds. */
type Endings = readonly [ending: string, others: readonly string[]][]

const FRENCH: Endings = [
  ['ien', ['ienne', 'iens', 'iennes']],
  ['éen', ['éenne', 'éens', 'éennes']],
  ['ais', ['aise', 'aises']],
  ['ois', ['oise', 'oises']],
  ['uis', ['uise', 'uises']],
  ['ec', ['ecque', 'ecs', 'ecques']],
  ['on', ['onne', 'ons', 'onnes']],
  ['c', ['que', 'cs', 'ques']],
  ['e', ['es']],
  ['', ['e', 's', 'es']],
]

const SPANISH: Endings = [
  ['és', ['esa', 'eses', 'esas']],
  ['án', ['ana', 'anes', 'anas']],
  ['ón', ['ona', 'ones', 'onas']],
  ['ense', ['enses']],
  ['o', ['a', 'os', 'as']],
  ['í', ['íes', 'ís']],
  ['ú', ['úes', 'ús']],
  ['l', ['la', 'les', 'las']],
  ['s', ['sa', 'ses', 'sas']],
  ['n', ['na', 'nes', 'nas']],
  ['a', ['as']],
  ['e', ['es']],
  ['', ['es']],
]

const PORTUGUESE: Endings = [
  ['ês', ['esa', 'eses', 'esas']],
  ['ão', ['ã', 'ãos', 'ães', 'ãs']],
  ['ol', ['ola', 'óis', 'olas']],
  ['eu', ['eia', 'eus', 'eias']],
  ['o', ['a', 'os', 'as']],
  ['m', ['ns']],
  ['l', ['is']],
  ['', ['s', 'es', 'a', 'as']],
]

const ITALIAN: Endings = [
  ['co', ['ca', 'ci', 'chi', 'che']],
  ['go', ['ga', 'ghi', 'ghe']],
  ['io', ['ia', 'i', 'ie']],
  ['o', ['a', 'i', 'e']],
  ['ita', ['iti', 'ite']],
  ['ota', ['oti', 'ote']],
  ['a', ['i', 'e', 'he', 'hi']],
  ['e', ['i']],
]

function replaceEnding(base: string, endings: Endings): string[] {
  for (const [ending, others] of endings)
    if (base.endsWith(ending))
      return [base, ...others.map((other) => base.slice(0, base.length - ending.length) + other)]
  return [base]
}

function english(base: string): string[] {
  if (/man$/.test(base) && /^(?:French|Dutch|English|Irish)/.test(base)) return [base, base.replace(/man$/, 'men')]
  return /(?:s|sh|ese|ch)$/.test(base) ? [base] : [base, `${base}s`]
}

function german(base: string): string[] {
  if (/^\p{Ll}/u.test(base) || /isch$/.test(base))
    return ['', 'e', 'er', 'en', 'es', 'em'].map((ending) => base + ending)
  if (base.endsWith('e')) {
    const stem = base.slice(0, -1)
    return [base, `${base}n`, `${stem}in`, `${stem}innen`]
  }
  return [base, `${base}n`, `${base}s`, `${base}in`, `${base}innen`, `${base}en`]
}

function arabic(base: string): string[] {
  return ['', 'ة', 'ين', 'ون', 'ات', 'ان', 'ا'].map((ending) => base + ending)
}

/**
 * All forms of a nationality from its base form in `demonyms.ts`. Some that the language does not have are among them:
 * they do no harm in recognition. Russian forms are made by `wordKeys`, which strips endings on both sides.
 */
export function nationalityForms(base: string, language: PlaceLanguage): string[] {
  switch (language) {
    case 'en':
      return english(base)
    case 'fr':
      return replaceEnding(base, FRENCH)
    case 'es':
      return replaceEnding(base, SPANISH)
    case 'pt':
      return replaceEnding(base, PORTUGUESE)
    case 'it':
      return replaceEnding(base, ITALIAN)
    case 'de':
      return german(base)
    case 'ar':
      return arabic(base)
    case 'ru':
      return [base]
  }
}
