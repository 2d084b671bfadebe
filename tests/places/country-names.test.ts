import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAPITALS } from '../../src/places/capitals.js'
import { CITIES } from '../../src/places/cities.js'
import { CLDR_CITIES } from '../../src/places/cities-cldr.js'
import { COUNTRIES, countryCode, countryLabel, countryOf, tableRows } from '../../src/places/countries.js'
import { COMPANY_FORMS_OF_ONE_COUNTRY, CURRENCIES_OF_ONE_COUNTRY } from '../../src/places/currencies.js'
import { DEMONYMS } from '../../src/places/demonyms.js'
import { foldName } from '../../src/places/fold-name.js'
import { FORMER_STATES } from '../../src/places/former-states.js'
import { INSTITUTIONS } from '../../src/places/institutions.js'
import { nationalityForms } from '../../src/places/nationality-forms.js'
import { NOT_PLACES } from '../../src/places/not-places.js'
import { PLACE_LANGUAGES, placeLanguage } from '../../src/places/place-language.js'
import { PROVINCE_ABBREVIATIONS, PROVINCES } from '../../src/places/provinces.js'

const NAMES: readonly [name: string, code: string][] = [
  ['Viet Nam', 'VN'],
  ['Syrian Arab Republic', 'SY'],
  ['Lao PDR', 'LA'],
  ['Bolivarian Republic of Venezuela', 'VE'],
  ['Venezuela (Bolivarian Republic of)', 'VE'],
  ['the former Yugoslav Republic of Macedonia', 'MK'],
  ['DRC', 'CD'],
  ['CAR', 'CF'],
  ['UAE', 'AE'],
  ['DPRK', 'KP'],
  ['KSA', 'SA'],
  ['Türkiye', 'TR'],
  ['TURKEY', 'TR'],
  ['Côte d’Ivoire', 'CI'],
  ["cote d'ivoire", 'CI'],
  ['Macau', 'MO'],
  ['Macao SAR China', 'MO'],
  ['State of Palestine', 'PS'],
  ['Timor-Leste', 'TL'],
  ['East Timor', 'TL'],
  ['Burma', 'MM'],
  ['Birmanie', 'MM'],
  ['Birmania', 'MM'],
  ['ميانمار', 'MM'],
  ['Бирма', 'MM'],
  ['Zaire', 'CD'],
  ['Swaziland', 'SZ'],
  ['Yugoslavia', 'RS'],
  ['Serbia and Montenegro', 'RS'],
  ['USSR', 'RU'],
  ['Kosovo', 'XK'],
  ['XK', 'XK'],
  ['mo', 'MO'],
  ['MAC', 'MO'],
  ['UK', 'GB'],
  ['U.S.A.', 'US'],
  ['U. S. A.', 'US'],
  ['États-Unis', 'US'],
  ['EE. UU.', 'US'],
  ['Deutschland', 'DE'],
  ['Elfenbeinküste', 'CI'],
  ['الأردن', 'JO'],
  ['Сирия', 'SY'],
  ['St. Lucia', 'LC'],
  ['Antigua & Barbuda', 'AG'],
  ['west-germany', 'DE'],
  ['ivory-coast', 'CI'],
  ['trinidad-tobago', 'TT'],
  ['us-virgin-islands', 'VI'],
  ['yemen-demo-republic', 'YE'],
]

describe('a country by its name', () => {
  it.each(NAMES)('%s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code)
  })

  it.each(['', 'nowhere', '__proto__', 'constructor', 'Europe', 'the', 'Global'])('%s is none', (name) => {
    expect(countryCode(name)).toBeUndefined()
  })

  it('finds every country by each of its names, its codes, and its names without accents or capitals', () => {
    for (const { code, alpha3, names } of COUNTRIES) {
      expect(countryCode(code)).toBe(code)
      expect(countryCode(alpha3)).toBe(code)
      for (const name of Object.values(names)
        .flat()
        .filter((name) => foldName(name).length > 3)) {
        expect([name, countryCode(name)]).toEqual([name, code])
        expect(countryCode(name.toUpperCase().replace('İ', 'I'))).toBe(code)
        expect(countryCode(foldName(name))).toBe(code)
      }
    }
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void countryCode(name)))
  })

  it('labels codes in any locale, and gives back what it does not know', () => {
    expect(countryLabel('MO')).toBe('Macao SAR China')
    expect(countryLabel('MM', 'fr')).toContain('Birmanie')
    expect(countryLabel('XK')).toBe('Kosovo')
    expect(countryLabel('not a code')).toBe('not a code')
    expect(countryLabel('MO', 'not a locale!')).toBe('MO')
  })
})

describe('the tables', () => {
  it('hold each country once, with both codes, a region and a name in every language', () => {
    expect(new Set(COUNTRIES.map((country) => country.code)).size).toBe(COUNTRIES.length)
    expect(COUNTRIES.length).toBe(250)
    for (const country of COUNTRIES) {
      expect(country.alpha3).toMatch(/^[A-Z]{3}$/)
      expect(country.region).toMatch(/^[A-Z][a-z]/)
      for (const language of PLACE_LANGUAGES) expect(country.names[language][0]).toBeTruthy()
    }
  })

  it('share no name between two countries', () => {
    const owners = new Map<string, string>()
    for (const { code, names } of COUNTRIES)
      for (const name of Object.values(names).flat()) {
        const key = foldName(name)
        expect([name, owners.get(key) ?? code]).toEqual([name, code])
        owners.set(key, code)
      }
  })

  it('mark as ambiguous only names that exist', () => {
    for (const { code, names, ambiguous } of COUNTRIES) {
      const known = new Set(Object.values(names).flat().map(foldName))
      const unknown = ambiguous.filter(
        (name) => !known.has(foldName(name.replace(/^the /, ''))) && !known.has(foldName(name)),
      )
      expect([code, unknown]).toEqual([code, []])
    }
  })

  it('use known codes only, and no empty values', () => {
    const tables = {
      CAPITALS,
      CITIES,
      CLDR_CITIES,
      PROVINCES,
      PROVINCE_ABBREVIATIONS,
      INSTITUTIONS,
      FORMER_STATES,
      NOT_PLACES,
      CURRENCIES_OF_ONE_COUNTRY,
      COMPANY_FORMS_OF_ONE_COUNTRY,
      ...DEMONYMS,
    }
    for (const [table, text] of Object.entries(tables))
      for (const [code, values] of tableRows(text)) {
        expect([table, code, code === '' || countryOf(code) !== undefined]).toEqual([table, code, true])
        for (const value of values) expect([table, code, foldName(value) !== '']).toEqual([table, code, true])
      }
  })
})

describe('forms of nationalities', () => {
  it.each([
    ['Syrian', 'en', ['Syrian', 'Syrians']],
    ['marocain', 'fr', ['marocain', 'marocaine', 'marocains', 'marocaines']],
    ['syrien', 'fr', ['syrien', 'syrienne', 'syriens', 'syriennes']],
    ['hondureño', 'es', ['hondureño', 'hondureña', 'hondureños', 'hondureñas']],
    ['francés', 'es', ['francés', 'francesa', 'franceses', 'francesas']],
    ['sudanês', 'pt', ['sudanês', 'sudanesa', 'sudaneses', 'sudanesas']],
    ['tedesco', 'it', ['tedesco', 'tedesca', 'tedeschi', 'tedesche']],
    ['syrisch', 'de', ['syrisch', 'syrische', 'syrischen']],
    ['Kurde', 'de', ['Kurde', 'Kurden', 'Kurdin']],
    ['سوري', 'ar', ['سوري', 'سورية', 'سوريون', 'سوريين']],
  ] as const)('%s (%s)', (base, language, forms) => {
    expect(nationalityForms(base, language)).toEqual(expect.arrayContaining([...forms]))
  })
})

describe('place languages', () => {
  it('are base tags', () => {
    expect(placeLanguage('fr-CH')).toBe('fr')
    expect(placeLanguage('PT_br')).toBe('pt')
    expect(placeLanguage('nl')).toBeUndefined()
    expect(placeLanguage(undefined)).toBeUndefined()
  })
})
