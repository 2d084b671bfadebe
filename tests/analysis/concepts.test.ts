/** Are names and phrases recognised where they are meant, and nowhere else? */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { formSequences } from '../../src/analysis/concept-forms.js'
import { decodeConcepts, encodeConcept, idOfRow, joinPhrases } from '../../src/analysis/concept-rows.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { isDatelinesError } from '../../src/errors.js'

const SEED = fileURLToPath(new URL('../../../shared/data/seed/iom-macao-workshop.txt', import.meta.url))

let analyser: Analyser

beforeAll(async () => {
  analyser = await Analyser.create(
    createDescription({ languages: ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it'], lexicon: FULL_LEXICON }),
  )
})

/** The concepts of a text, as `id@position[source]`. */
function conceptsOf(text: string, language = 'en', from = analyser): string {
  const found: { text: string; position: number }[] = []
  from.analyse(text, language, ({ stem }, word, position, start, end) => {
    if (word === null) found.push({ text: `${stem}@${position}[${text.slice(start, end)}]`, position })
  })
  return found
    .sort((a, b) => a.position - b.position)
    .map((each) => each.text)
    .join(' ')
}

describe('in texts', () => {
  it.each([
    ['Returns to Burma and Macau', 'en', 'MM@2[Burma] MO@4[Macau]'],
    ['Chad Blair, in Chad Thursday, said Chad was', 'en', 'TD@3[Chad] TD@6[Chad]'],
    ['Chad J. Martin; Jordan Smith', 'en', ''],
    ['returnees from Jordan Tuesday', 'en', 'returnee@0[returnees] JO@2[Jordan]'],
    ['Georgia and Armenia', 'en', 'GE@0[Georgia] AM@2[Armenia]'],
    ['a court in Atlanta; detained in Georgia', 'en', ''],
    ['Lake Chad, New Mexico, Guinea pigs, Papua New Guinea', 'en', 'PG@6[Papua New Guinea]'],
    ['South Sudan, Sudan', 'en', 'SS@0[South Sudan] SD@2[Sudan]'],
    [
      'Republic of the Congo, Democratic Republic of the Congo, the Congo',
      'en',
      'CG@0[Republic of the Congo] CD@4[Democratic Republic of the Congo]',
    ],
    ['told us, the US and the U.S. team', 'en', 'US@3[US] US@6[U.S.]'],
    ['JOIN US TODAY', 'en', ''],
    ['WHO WE ARE', 'en', ''],
    ['who said the WHO did', 'en', 'who@3[WHO]'],
    ['a turkey in Turkey', 'en', 'TR@3[Turkey]'],
    ['funded by Sida', 'en', ''],
    ['IOM, Isle of Man', 'en', 'iom@0[IOM] IM@1[Isle of Man]'],
    ['St. Lucia', 'en', 'LC@0[St. Lucia]'],
    ['human\ntrafficking', 'en', 'human-trafficking@0[human\ntrafficking]'],
    ['human. Trafficking', 'en', ''],
    ['human\n\ntrafficking', 'en', ''],
    ['smuggling of migrants', 'en', 'migrant-smuggling@0[smuggling of migrants] migrant@2[migrants]'],
    [
      'Internally displaced persons (IDPs)',
      'en',
      'idp@0[Internally displaced persons] displaced-person@1[displaced persons] idp@3[IDPs]',
    ],
    [
      'post-2015: non-refoulement, nonrefoulement',
      'en',
      'non-refoulement@2[non-refoulement] non-refoulement@4[nonrefoulement]',
    ],
    ['la traite des êtres humains au Tchad', 'fr', 'human-trafficking@1[traite des êtres humains] TD@6[Tchad]'],
    ['en Côte d’Ivoire', 'fr', 'CI@1[Côte d’Ivoire]'],
    ['un enfant', 'fr', ''],
    ['desplazadas internas en Birmania', 'es', 'idp@0[desplazadas internas] MM@3[Birmania]'],
    ['وميانمار في السودان وللسودان', 'ar', 'MM@0[وميانمار] SD@2[السودان] SD@3[وللسودان]'],
    ['В Мьянме, Бирмы и Российской Федерации', 'ru', 'MM@1[Мьянме] MM@2[Бирмы] RU@4[Российской Федерации]'],
    ['Того не было мало', 'ru', ''],
    ['in den Vereinigten Arabischen Emiraten', 'de', 'AE@2[Vereinigten Arabischen Emiraten]'],
  ])('%s', (text, language, concepts) => {
    expect(conceptsOf(text, language)).toBe(concepts)
  })

  it.skipIf(!existsSync(SEED))('the seed release (skipped: no data)', () => {
    const text = readFileSync(SEED, 'utf8')
    const held = new Set(conceptsOf(text).match(/[\w:-]+(?=@)/g))
    for (const id of ['MO', 'MM', 'CN', 'MN', 'RU', 'PH', 'TH', 'VN', 'US', 'human-trafficking'])
      expect(held).toContain(id)
    expect(held).not.toContain('migrant-smuggling')
  })
})

describe('in queries', () => {
  const spansOf = (text: string, options?: { concepts?: boolean }): string =>
    analyser
      .analyseQuery(text, options)
      .spans.map(({ kind, from, to, variants }) => `${kind} ${from}-${to} ${variants[0]!.stem}`)
      .join(', ')

  it.each([
    ['macau', 'concept 0-1 MO'],
    ['birmanie camps', 'concept 0-1 MM'],
    ['chad', 'concept 0-1 TD'],
    ['us', ''],
    ['US', 'concept 0-1 US'],
    ['idp', 'concept 0-1 idp'],
    ['who', ''],
    ['WHO', 'concept 0-1 who'],
    ['internally displaced', ''],
    ['republic of the union of myanmar', 'concept 0-6 MM'],
    ['the Islamic Republic of Iran', 'concept 1-5 IR'],
    ['République du Tchad', 'concept 0-3 TD'],
    ['new mexico', ''],
    ['trafficking ; in ; persons', 'concept 0-3 human-trafficking'],
    ['post-conflict', 'whole 0-2 postconflict'],
    ["Sana'a", 'whole 0-2 sanaa, concept 0-2 city:sanaa'],
    ['COVID-19', 'whole 0-2 covid19, concept 0-2 covid-19'],
  ])('%s', (text, spans) => {
    expect(spansOf(text)).toBe(spans)
  })

  it('leaves them out when they are not wanted', () => {
    expect(spansOf('macau post-conflict', { concepts: false })).toBe('whole 1-3 postconflict')
  })

  it('gives a name in another script the concept as well', () => {
    expect(analyser.analyseQuery('ميانمار').spans[0]?.variants).toEqual([{ stem: 'MM', tag: 31 }])
  })
})

describe('query tokens', () => {
  it('have the terms of each language asked, once each, and the unstemmed one', () => {
    const [token] = analyser.analyseQuery('news', { languages: ['en', 'fr'] }).tokens
    expect(token?.variants).toEqual([
      { stem: 'news', tag: 1 },
      { stem: 'new', tag: 2 },
      { stem: 'news', tag: 0 },
    ])
    expect(analyser.analyseQuery('2011').tokens[0]).toMatchObject({
      kind: 'number',
      variants: [{ stem: '2011', tag: 0 }],
    })
    expect(analyser.analyseQuery('Мьянма', { languages: ['en'] }).tokens[0]?.variants).toEqual([
      { stem: 'мьянма', tag: 0 },
    ])
    expect(analyser.analyseQuery('x', { languages: ['constructor'] }).tokens[0]?.variants).toEqual([
      { stem: 'x', tag: 0 },
    ])
  })

  it('typed without accents mean every accented form', () => {
    const stems = (text: string): string[] =>
      analyser.analyseQuery(text, { languages: ['es'] }).tokens[0]!.variants.map(({ stem }) => stem)
    expect(stems('podian')).toEqual(expect.arrayContaining(stems('podían').slice(0, 1)))
    expect(stems('migracion')[0]).toBe(stems('migración')[0])
    expect(stems('nigeria')).not.toContain('nig')
  })

  it('are stop words in the language that the query is in', () => {
    const stops = (text: string): string =>
      analyser
        .analyseQuery(text)
        .tokens.filter(({ stopword }) => stopword)
        .map(({ surface }) => surface)
        .join(' ')
    expect(stops('the son of a migrant')).toBe('the of a')
    expect(stops('son et lumière')).toBe('son et')
    expect(stops('los niños de la frontera')).toBe('los de la')
    expect(stops('migrants')).toBe('')
  })
})

describe('the lexicon', () => {
  it('has 150 terms of the field or more, 250 countries, and no id twice but by script', () => {
    const ids = FULL_LEXICON.map(({ id }) => id)
    expect(new Set(ids.filter((id) => /^[a-z][a-z0-9-]*$/.test(id))).size).toBeGreaterThanOrEqual(150)
    expect(new Set(ids.filter((id) => /^[A-Z]{2}$/.test(id))).size).toBe(250)
    const fields = ids.filter((id) => /^[a-z0-9-]+$/.test(id))
    expect(new Set(fields).size).toBe(fields.length)
  })

  it('is written within the bounds of its notation', () => {
    for (const { id, forms } of FULL_LEXICON) {
      for (const form of forms) {
        const sequences = formSequences(form)
        expect([id, form, sequences.length <= 96 && sequences.length > 0]).toEqual([id, form, true])
        expect([form, sequences.some((words) => words.length === 0)]).toEqual([form, false])
        expect(form).not.toMatch(/^\s|\s$|\?|\[|\s{2}/)
      }
    }
  })

  it('comes back from its rows', () => {
    for (const concept of FULL_LEXICON) expect(decodeConcepts(encodeConcept(concept))).toEqual([concept])
    const joined = joinPhrases(FULL_LEXICON.map(encodeConcept)).flatMap((row) => decodeConcepts(row) ?? [])
    expect(new Set(joined.map(encodeConcept))).toEqual(new Set(FULL_LEXICON.map(encodeConcept)))
  })

  it('gives no form to two concepts of one kind', () => {
    const owners = new Map<string, string>()
    for (const { id, forms, isName } of FULL_LEXICON) {
      if (!isName || id.startsWith('-')) continue
      for (const form of forms) {
        for (const words of formSequences(form.replace(/^[=@~]/, ''))) {
          const key = words.join(' ')
          expect(`${key}: ${owners.get(key) ?? id}`).toBe(`${key}: ${id}`)
          owners.set(key, id)
        }
      }
    }
  })
})

describe('what an archive carries', () => {
  it('is the concepts it holds, and the longer names around them', async () => {
    const builder = await Analyser.create(
      createDescription({
        languages: ['en', 'fr', 'de'],
        lexicon: FULL_LEXICON,
        synonyms: [['Mexico desk', 'desk M']],
      }),
    )
    builder.analyse('Shelters in Mexico for IDPs, none in New Mexico. Our Mexico desk.', 'en', () => {})
    expect([...builder.concepts].sort()).toEqual(['-New Mexico', 'MX', 'idp', 'own:mexico desk'])
    const held = builder.description.concepts!.filter((row) => builder.concepts.has(idOfRow(row)))
    const reader = await Analyser.create({ ...builder.description, concepts: joinPhrases(held) })
    expect(conceptsOf('Shelters in Mexico for IDPs', 'en', reader)).toBe('MX@2[Mexico] idp@4[IDPs]')
    expect(conceptsOf('New Mexico', 'en', reader)).toBe('')
    expect(reader.analyseQuery('المكسيك').spans[0]?.variants[0]?.stem).toBe('MX')
    expect(reader.analyseQuery('desk m').spans[0]?.variants[0]?.stem).toBe('own:mexico desk')
  })
})

describe('own synonyms and stop words', () => {
  it('join what the user says, in any case', async () => {
    const own = await Analyser.create(
      createDescription({
        languages: ['en'],
        synonyms: [
          ['TVRH', 'assisted (return) help|x'],
          ['a', 'b', 'c'],
        ],
      }),
    )
    expect(conceptsOf('TVRH; Assisted return help x', 'en', own)).toBe(
      'own:tvrh@0[TVRH] own:tvrh@1[Assisted return help x]',
    )
    expect(own.analyseQuery('c').spans[0]?.variants[0]?.stem).toBe('own:a')
  })

  it('are refused when they join nothing', () => {
    for (const synonyms of [[['one']], [[]], [['a', 'A']], [['a', '()']]]) {
      try {
        createDescription({ synonyms })
        expect.unreachable()
      } catch (error) {
        expect(isDatelinesError(error) && error.code).toBe('E_OPTION')
      }
    }
  })

  it('leave words out by language, or everywhere', async () => {
    const own = await Analyser.create(
      createDescription({ languages: ['en', 'fr'], stopwords: { en: ['Said'], '*': ['IOM'], so: ['iyo'] } }),
    )
    const stops = own.analyseQuery('IOM said iyo dit').tokens.map(({ stopword }) => stopword)
    expect(stops).toEqual([true, true, true, false])
    own.analyse('IOM said', 'en', () => {})
    own.analyse('iyo said IOM', 'so', () => {})
    expect(own.words.map(({ surface, stopword }) => `${surface} ${stopword}`)).toEqual([
      'iom true',
      'said true',
      'iyo true',
      'said false',
      'iom true',
    ])
  })
})
