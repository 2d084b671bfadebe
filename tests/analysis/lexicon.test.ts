/** Is the lexicon what it says? Its rows can be read back, stand for one thing each, and say what they should of names and people. */

import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription, TAGS } from '../../src/analysis/analyser.js'
import { formSequences } from '../../src/analysis/concept-forms.js'
import { decodeConcepts, encodeConcept, idOfRow, joinPhrases } from '../../src/analysis/concept-rows.js'
import { CITY_NAMES } from '../../src/analysis/lexicon/city-names.js'
import { FIELD_OTHERWISE, FIELD_TERMS } from '../../src/analysis/lexicon/field-terms.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { declinedGerman, declinedRussian } from '../../src/analysis/lexicon/inflection.js'

const ids = (): string[] => FULL_LEXICON.map(({ id }) => id)

describe('the lexicon', () => {
  it('has the countries, cities and terms of the field that it promises', () => {
    const known = new Set(ids())
    expect(FIELD_TERMS.trim().split('\n').length).toBeGreaterThanOrEqual(150)
    expect([...known].filter((id) => /^[A-Z]{2}$/.test(id)).length).toBeGreaterThanOrEqual(245)
    expect([...known].filter((id) => id.startsWith('city:')).length).toBe(CITY_NAMES.trim().split('\n').length)
    for (const id of [
      'MM',
      'MO',
      'idp',
      'human-trafficking',
      'avrr',
      'displacement-tracking-matrix',
      'city:kyiv',
      'city:mumbai',
    ])
      expect(known.has(id), id).toBe(true)
    for (const id of Object.keys(FIELD_OTHERWISE)) expect(known.has(id), id).toBe(true)
  })

  it('has terms of the field in English, French and Spanish', () => {
    const lacking = FIELD_TERMS.trim()
      .split('\n')
      .filter((row) => !/^[a-z0-9-]+\|[^|]/.test(row))
    expect(lacking).toEqual([])
  })

  it('comes back from its rows, alone and joined', () => {
    const rows = FULL_LEXICON.map(encodeConcept)
    rows.forEach((row, i) => {
      expect(decodeConcepts(row)).toEqual([FULL_LEXICON[i]])
      expect(idOfRow(row)).toBe(FULL_LEXICON[i]!.id)
    })
    const joined = joinPhrases(rows)
    expect(joined.length).toBeLessThan(rows.length)
    const back = joined.flatMap((row) => decodeConcepts(row)!)
    expect(back.map(({ id }) => id).sort()).toEqual(ids().sort())
  })

  it('refuses rows that are damaged', () => {
    for (const row of ['', '|a;b', `x|${'a'.repeat(301)}`, `x|${'a;'.repeat(30_000)}`])
      expect(decodeConcepts(row), row.slice(0, 20)).toBeUndefined()
  })

  it('has no form without words, and none of a single letter', () => {
    const bad = FULL_LEXICON.flatMap(({ id, forms }) =>
      forms
        .filter((form) =>
          formSequences(form.replace(/^[=@~]/, '')).some(
            (words) => words.length === 0 || (words.length === 1 && words[0]!.length < 2),
          ),
        )
        .map((form) => `${id}: ${form}`),
    )
    expect(bad).toEqual([])
  })
})

describe('forms', () => {
  it.each<[string, string[]]>([
    ['Macao', ['macao']],
    ['IDP(s)', ['idps', 'idp']],
    ['(child|children) at sea', ['child at sea', 'children at sea']],
    ['(for (the )|)displaced', ['for the displaced', 'for displaced', 'displaced']],
    ['Côte d’Ivoire', ['cote d ivoire']],
    ['post-conflict', ['post conflict', 'postconflict']],
    ['broken (form', ['broken form']],
  ])('%s', (form, expected) => {
    expect(formSequences(form).map((words) => words.join(' '))).toEqual(expected)
  })

  it('are bounded', () => {
    expect(formSequences('(a|b)(c|d)(e|f)(g|h)(i|j)(k|l)(m|n)(o|p)'.repeat(5)).length).toBeLessThanOrEqual(200)
  })

  it('have the cases of German and Russian names', () => {
    const has = (form: string, words: string): boolean =>
      formSequences(form).some((sequence) => sequence.join(' ') === words)
    expect(has(declinedRussian('Мьянма'), 'мьянмы')).toBe(true)
    expect(has(declinedRussian('Судан'), 'судане')).toBe(true)
    expect(has(declinedGerman('Sudan'), 'sudans')).toBe(true)
    expect(has(declinedRussian('Того'), 'того')).toBe(true)
  })
})

describe('names', () => {
  let analyser: Analyser
  beforeAll(async () => {
    analyser = await Analyser.create(createDescription({ languages: ['en', 'es', 'it'], lexicon: FULL_LEXICON }))
  })

  const conceptsIn = (text: string, language = 'en'): string[] => {
    const found: string[] = []
    analyser.analyse(text, language, ({ stem, tag }) => {
      if (tag === TAGS.concept) found.push(stem)
    })
    return found
  }

  it.each<[string, string[]]>([
    ['Senator Juan Montenegro visited the port', []],
    ['Mr. Chad and Dr Jane Jordan spoke', []],
    ['He left for Montenegro, and Senator Lee for Jordan', ['ME', 'JO']],
    ['The family reunion dinner was held', []],
    ['A family reunion programme began', ['family-reunification']],
    ['Santa Lucia hospital in Kiev', ['city:kyiv']],
    ['Roma families', []],
    ['Bishops in Rome', ['city:rome']],
  ])('%s', (text, expected) => {
    expect(conceptsIn(text)).toEqual(expected)
  })
})
