/** Are printed dates read as they are meant, in every form and language met, and nothing else taken for one? */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isCalendarDate,
  isoDate,
  type NumericOrder,
  printedDates,
  readTimestamp,
} from '../../src/ingest/extract/date-forms.js'
import { monthOf, weekdayOf } from '../../src/ingest/extract/date-words.js'

function read(text: string, language?: string, order?: NumericOrder): string[] {
  return printedDates(text, {
    ...(language === undefined ? {} : { language }),
    ...(order === undefined ? {} : { order }),
  }).map(isoDate)
}

describe('printed dates', () => {
  const cases: [text: string, iso: string, language?: string, order?: NumericOrder][] = [
    ['on Monday 28 February 2011', '2011-02-28'],
    ['Geneva, 12 May 2009 –', '2009-05-12'],
    ['May 12th, 2009', '2009-05-12'],
    ['the 3rd of June, 2010', '2010-06-03'],
    ['24-Mar-2003', '2003-03-24'],
    ['24 Mar 2003', '2003-03-24'],
    ['July-01-2016', '2016-07-01'],
    ['Posted on Fri. July-01-2016', '2016-07-01'],
    ['2016-06-30', '2016-06-30'],
    ['2016/6/30', '2016-06-30'],
    ['30/06/2016', '2016-06-30'],
    ['06/30/2016', '2016-06-30'],
    ['30.06.2016', '2016-06-30'],
    ['3.5.13', '2013-05-03'],
    ['Tue, 12/17/2019 - 18:20', '2019-12-17'],
    ['Thu, 12/05/2019 - 16:41', '2019-12-05'],
    ['05/12/2019', '2019-05-12', 'en', 'month-first'],
    ['05/12/2019', '2019-12-05', 'fr', 'day-first'],
    ['12-15 May 2009', '2009-05-12'],
    ['1er janvier 2017', '2017-01-01', 'fr'],
    ['Genève, le 3 mars 2004', '2004-03-03', 'fr'],
    ['le 12 févr. 2014', '2014-02-12', 'fr'],
    ['6 Noviembre, 2017', '2017-11-06', 'es'],
    ['Noviembre 6, 2017', '2017-11-06', 'es'],
    ['lunes, 3 de julio del 2010', '2010-07-03', 'es'],
    ['6 de março de 2009', '2009-03-06', 'pt'],
    ['6. August 2009', '2009-08-06', 'de'],
    ['12. Jänner 2011', '2011-01-12', 'de'],
    ['1º luglio 2012', '2012-07-01', 'it'],
    ['17 мая 2006 года', '2006-05-17', 'ru'],
    ['18 مايو 2017', '2017-05-18', 'ar'],
    ['18 كانون الثاني/يناير 2017', '2017-01-18', 'ar'],
    ['18 جانفي 2017', '2017-01-18', 'ar'],
    ['١٨ مايو ٢٠١٧', '2017-05-18', 'ar'],
    ['2019年5月17日', '2019-05-17', 'zh'],
    ['2019년 5월 17일', '2019-05-17', 'ko'],
    ['in May 2009', '2009-05'],
    ['mai 2009', '2009-05', 'fr'],
    ['1 mars 2009', '2009-03-01', 'en'],
  ]
  for (const [text, iso, language, order] of cases) it(text, () => expect(read(text, language, order)).toEqual([iso]))

  it('a slash that may be read both ways gives the year only', () => {
    const [date] = printedDates('04/05/2016')
    expect(date).toMatchObject({ year: 2016, ambiguous: true })
    expect(date?.month).toBeUndefined()
  })

  it('the weekday is a check', () => {
    expect(printedDates('Monday 28 February 2011')[0]?.weekdayFits).toBe(true)
    expect(printedDates('Tuesday 28 February 2011')[0]?.weekdayFits).toBe(false)
    expect(printedDates('28 February 2011')[0]?.weekdayFits).toBeUndefined()
  })

  for (const text of [
    'since 1951',
    'In 2007, a committee',
    'compared to 2016',
    'the 2030 Agenda',
    'its 2010 report',
    '31/02/2016',
    '99/99/2016',
    '63,316 people',
    '+41 22 555 01 47',
    'ISBN 92-4-2011-12-99',
    '30 February 2011',
    'Article 5, 2011',
  ])
    it(`no date: ${text}`, () => expect(read(text)).toEqual([]))

  it('what is written in a form is read back, in any language', () => {
    const months: Record<string, string[]> = {
      en: [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ],
      fr: [
        'janvier',
        'février',
        'mars',
        'avril',
        'mai',
        'juin',
        'juillet',
        'août',
        'septembre',
        'octobre',
        'novembre',
        'décembre',
      ],
      es: [
        'enero',
        'febrero',
        'marzo',
        'abril',
        'mayo',
        'junio',
        'julio',
        'agosto',
        'septiembre',
        'octubre',
        'noviembre',
        'diciembre',
      ],
      pt: [
        'janeiro',
        'fevereiro',
        'março',
        'abril',
        'maio',
        'junho',
        'julho',
        'agosto',
        'setembro',
        'outubro',
        'novembro',
        'dezembro',
      ],
      de: [
        'Januar',
        'Februar',
        'März',
        'April',
        'Mai',
        'Juni',
        'Juli',
        'August',
        'September',
        'Oktober',
        'November',
        'Dezember',
      ],
      it: [
        'gennaio',
        'febbraio',
        'marzo',
        'aprile',
        'maggio',
        'giugno',
        'luglio',
        'agosto',
        'settembre',
        'ottobre',
        'novembre',
        'dicembre',
      ],
      ru: [
        'января',
        'февраля',
        'марта',
        'апреля',
        'мая',
        'июня',
        'июля',
        'августа',
        'сентября',
        'октября',
        'ноября',
        'декабря',
      ],
      ar: [
        'يناير',
        'فبراير',
        'مارس',
        'أبريل',
        'مايو',
        'يونيو',
        'يوليو',
        'أغسطس',
        'سبتمبر',
        'أكتوبر',
        'نوفمبر',
        'ديسمبر',
      ],
    }
    const day = fc.record({
      year: fc.integer({ min: 1900, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(day, fc.constantFrom(...Object.keys(months)), (date, language) => {
        const name = months[language]![date.month - 1]!
        expect(read(`${date.day} ${name} ${date.year}`, language)).toEqual([isoDate(date)])
      }),
      { seed: 7, numRuns: 400 },
    )
  })

  it('never throws and never gives an impossible day', () => {
    const pieces = fc.constantFrom(
      '12',
      '31',
      '2011',
      '/',
      '-',
      '.',
      ' ',
      'May',
      'mai',
      'Monday',
      ',',
      'de',
      '年',
      '月',
      'T',
      '٢',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
        for (const date of printedDates(parts.join(''))) expect(date.ambiguous || isCalendarDate(date)).toBe(true)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})

describe('timestamps', () => {
  const cases: [value: string, utc: string | undefined, local?: string][] = [
    ['2009', '2009'],
    ['2009-05', '2009-05'],
    ['2009-05-12', '2009-05-12'],
    ['20090512', '2009-05-12'],
    ['2009-05-12T23:30:00-05:00', '2009-05-13', '2009-05-12'],
    ['2009-05-12T01:30:00+0200', '2009-05-11', '2009-05-12'],
    ['2009-05-12T23:30:00Z', '2009-05-12'],
    ['2009-05-12 23:30:00', '2009-05-12'],
    ['Tue, 12 May 2009 23:30:00 -0500', '2009-05-13', '2009-05-12'],
    ['Tue, 12 May 2009 23:30:00 GMT', '2009-05-12'],
    ['2009-02-30', undefined],
    ['2009-13', undefined],
    ['soon', undefined],
    ['', undefined],
  ]
  for (const [value, utc, local = utc] of cases) {
    it(value === '' ? 'nothing' : value, () => {
      const iso = (zone: 'utc' | 'local'): string | undefined => {
        const date = readTimestamp(value, zone)
        return date === undefined ? undefined : isoDate(date)
      }
      expect(iso('utc')).toBe(utc)
      expect(iso('local')).toBe(local)
    })
  }
})

describe('words', () => {
  it('months', () => {
    expect(
      ['sept', 'Okt.', 'mayo', 'août', 'мая', 'ekim', 'people', '__proto__', 'constructor'].map((word) =>
        monthOf(word),
      ),
    ).toEqual([9, 10, 5, 8, 5, 10, 0, 0, 0])
    expect(monthOf('mars', 'en', 'own')).toBe(0)
  })
  it('weekdays', () => {
    expect(weekdayOf('Friday')).toBe(5)
    expect(weekdayOf('vendredi', 'fr')).toBe(5)
    expect(weekdayOf('table')).toBe(-1)
  })
})
