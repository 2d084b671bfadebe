import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCountries, regionsOf } from '../../src/ingest/extract/countries.js'
import { COUNTRIES } from '../../src/places/countries.js'
import { AMBIGUITY_CASES, type CountryCase, LANGUAGE_CASES, NAME_CASES, SUBJECT_CASES } from './country-cases.js'

const CODES = new Set(COUNTRIES.map((country) => country.code))

function findingOf({ title = '', body, language, dateline, statedRegion }: CountryCase) {
  return findCountries({ title, body, language, dateline, statedRegion })
}

describe.each([
  ['names', NAME_CASES],
  ['ambiguous names', AMBIGUITY_CASES],
  ['languages', LANGUAGE_CASES],
  ['subjects', SUBJECT_CASES],
] as const)('countries of a release: %s', (_kind, cases) => {
  it.each(cases.map((c) => [c.why, c] as const))('%s', (_why, c) => {
    const finding = findingOf(c)
    expect(finding.mentions).toEqual(c.mentions)
    if (c.countries !== undefined) expect(finding.countries).toEqual(c.countries)
  })
})

describe('the workshop in Macao', () => {
  const title = 'Police and Customs Officers in Macao Trained on Trafficking'
  const body = `The Social Welfare Bureau of China's Special Administrative Region of Macao will train 35 officers.

The training is led by an expert from a university in Beijing and by specialists from IOM's office in Hong Kong.

Macao is, according to the US State Department, a destination for the trafficking of women from mainland China,
Mongolia, Russia, the Philippines, Thailand, Vietnam, Burma and Central Asia.

In 2007, Macao set up a committee against human trafficking. In 2009 China signed the UN Convention.`

  it('is about Macao first, and China', () => {
    const { countries } = findCountries({ title, body, language: 'en' })
    expect(countries[0]).toBe('MO')
    expect(countries).toContain('CN')
    expect(countries).not.toContain('US')
  })

  it('names all countries of origin', () => {
    const { mentions } = findCountries({ title, body, language: 'en' })
    expect(mentions).toEqual(['MO', 'CN', 'HK', 'US', 'MN', 'RU', 'PH', 'TH', 'VN', 'MM'])
  })
})

describe('what always holds', () => {
  const word = fc.constantFrom(
    'Syria',
    'the',
    'Jordan',
    'Georgia',
    'US',
    ',',
    '.',
    '\n\n',
    'Congo',
    'Mr',
    'سوريا',
    'Сирии',
    'de',
    'and',
    'IOM',
    '–',
    'Geneva',
    'Korean',
    'in',
    '(',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
  )

  it('never throws; countries are among mentions, each once, all with known codes', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.option(text, { nil: undefined }),
        fc.constantFrom(undefined, 'en', 'fr-CH', 'xx', ''),
        (title, body, statedRegion, language) => {
          const { countries, mentions } = findCountries({ title, body, statedRegion, language })
          expect(new Set(mentions).size).toBe(mentions.length)
          expect(new Set(countries).size).toBe(countries.length)
          for (const code of countries) expect(mentions).toContain(code)
          for (const code of mentions) expect(CODES.has(code)).toBe(true)
        },
      ),
    )
  })

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(text, (body) => {
        expect(findCountries({ title: '', body })).toEqual(findCountries({ title: '', body }))
      }),
    )
  })

  it('reads long and odd texts in bounded time', () => {
    const odd = [
      '\ud800'.repeat(50_000),
      'a'.repeat(1_000_000),
      'Saint '.repeat(100_000),
      'U.'.repeat(200_000),
      'Congo, '.repeat(50_000),
      'Paris '.repeat(100_000),
      'Paris, Texas, Edmonton, Ky. '.repeat(20_000),
      '\n'.repeat(500_000),
    ]
    for (const body of odd) expect(findCountries({ title: '', body }).mentions.length).toBeLessThan(5)
  })
})

describe('regions', () => {
  it('are the UN M49 sub-regions of the countries', () => {
    expect(regionsOf(['IQ', 'JO', 'LY', 'MO', 'XX'])).toEqual(['Western Asia', 'Northern Africa', 'Eastern Asia'])
  })
})
