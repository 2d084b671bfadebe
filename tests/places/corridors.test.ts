import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCorridors } from '../../src/ingest/extract/corridors.js'

/** Text, origins and destinations; an empty pair where the text states no corridor. */
const CASES: readonly [text: string, origins: string[], destinations: string[]][] = [
  ['Police ended the trafficking of women from Moldova, Romania and Ukraine to Italy.', ['MD', 'RO', 'UA'], ['IT']],
  ['Some 300 people returned from Libya to Niger this week.', ['LY'], ['NE']],
  ['Syrian refugees in Jordan receive cash.', ['SY'], ['JO']],
  ['Syrian and Iraqi refugees living in Jordan, Lebanon and Turkey receive cash.', ['SY', 'IQ'], ['JO', 'LB', 'TR']],
  ['IOM helps stranded Bangladeshi migrants stranded in Libya.', ['BD'], ['LY']],
  ['Another 28 Moroccans returned home from Libya.', ['LY'], ['MA']],
  ['Somali refugees were repatriated from Kenya to Somalia.', ['KE'], ['SO']],
  ['Refugees from Eritrea and Sudan were registered.', ['ER', 'SD'], []],
  [
    'Macao has been a destination for the trafficking of women from mainland China, Mongolia, Russia, the Philippines, Thailand, Vietnam, Burma and Central Asia.',
    ['CN', 'MN', 'RU', 'PH', 'TH', 'VN', 'MM'],
    ['MO'],
  ],
  ['Boats brought migrants to Italy from Libya.', ['LY'], ['IT']],
  ['A charter flight carried 160 migrants from Tripoli in Libya to the Gambia.', ['LY'], ['GM']],
  ['Des migrants maliens bloqués en Algérie attendent.', ['ML'], ['DZ']],
  ['Quelque 150 migrants sont rentrés de Libye vers la Guinée.', ['LY'], ['GN']],
  ['Les réfugiés syriens en Turquie et au Liban sont aidés.', ['SY'], ['TR', 'LB']],
  ['Les migrants en provenance du Soudan ont été accueillis.', ['SD'], []],
  ['La trata de mujeres de Colombia a España continúa.', ['CO'], ['ES']],
  ['Los refugiados venezolanos en Colombia y Perú necesitan apoyo.', ['VE'], ['CO', 'PE']],
  ['Unos 100 migrantes retornaron desde México hacia Honduras.', ['MX'], ['HN']],
  ['Delegates from Pakistan, Nepal and India met in Sri Lanka.', [], []],
  ['The project runs from Chile to Mexico.', [], []],
  ['Courses range from Kenyan law to Somali history.', [], []],
  ['The Syrian government invited Jordan to talks.', [], []],
  ['Jordan and Syria share a border.', [], []],
  ['Officials from Italy travelled to a meeting. Refugees attended.', [], []],
  ['Iraqi refugees in Iraq.', [], []],
  ['The Japanese ambassador in Kenya visited refugees.', [], []],
  ['Planes crossed the border from Syria into Iraq.', [], []],
  ['The airliner was en route from Iraq to Korea.', [], []],
  ['The decision banned refugees from Australia.', [], []],
  ['A smuggler awaits extradition from Indonesia to Australia.', [], []],
  ['Americans in Afghanistan worked with the ministry.', [], []],
  ['', [], []],
]

describe('corridors', () => {
  it.each(CASES)('%s', (body, origins, destinations) => {
    expect(findCorridors({ title: '', body })).toEqual({ origins, destinations })
  })

  it('reads the title too, and a sentence broken over lines', () => {
    expect(
      findCorridors({ title: 'Iraqi Refugees in Jordan Vote', body: 'Migrants were flown from\nLibya to\nGhana.' }),
    ).toEqual({ origins: ['IQ', 'LY'], destinations: ['JO', 'GH'] })
  })

  it('never throws, and names only countries of the text', () => {
    const words = fc.constantFrom(
      'refugees',
      'from',
      'to',
      'in',
      'Syria',
      'Syrian',
      'Jordan',
      ',',
      'and',
      '.',
      'trafficking',
      'returned',
      'de',
      'réfugiés',
      'a',
      'Libya',
      'the',
      '\n\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const { origins, destinations } = findCorridors({ title: '', body: list.join(' ') })
        for (const code of [...origins, ...destinations]) expect(['SY', 'JO', 'LY']).toContain(code)
      }),
    )
  })
})
