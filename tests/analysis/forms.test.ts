/** Do sentences of each language become the terms that they should, and do forms of a word find one another? */

import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { SENTENCES } from './sentences.js'

const LANGUAGES = [...new Set(SENTENCES.map(([language]) => language))]

let analyser: Analyser
beforeAll(async () => {
  analyser = await Analyser.create(createDescription({ languages: LANGUAGES }))
})

/** Whether a release in a language that holds one form is found by another. */
function finds(language: string, query: string, form: string): boolean {
  const held = new Set<string>()
  analyser.analyse(form, language, ({ stem, tag }) => held.add(`${tag} ${stem}`))
  const [token, ...more] = analyser.analyseQuery(query).tokens
  expect(more).toEqual([])
  return token!.variants.some(({ stem, tag }) => held.has(`${tag} ${stem}`))
}

/** Pairs of forms that do not find each other. */
const missed = (language: string, pairs: readonly (readonly [string, string])[]): string[] =>
  pairs.flatMap(([a, b]) =>
    [
      [a, b],
      [b, a],
    ].flatMap(([query, form]) => (finds(language, query!, form!) ? [] : [`${query} => ${form}`])),
  )

describe('sentences', () => {
  it('are there for ten languages and three without spaces, five or more with stems', () => {
    expect(LANGUAGES).toHaveLength(13)
    for (const language of LANGUAGES.slice(0, 10))
      expect(SENTENCES.filter(([each]) => each === language).length).toBeGreaterThanOrEqual(5)
  })

  it.each(SENTENCES)('%s: %s', (language, sentence, terms) => {
    const found: string[] = []
    analyser.analyse(sentence, language, ({ stem }, word) => {
      if (word !== null) found.push(word.stopword ? `(${stem})` : stem)
    })
    expect(found.join(' ')).toBe(terms)
  })
})

/** Words as they stand without an article. */
const ARABIC = [
  ['كوليرا', 'cholera'],
  ['ضحايا', 'victims'],
  ['ضحية', 'victim'],
  ['سكان', 'inhabitants'],
  ['بلدان', 'countries'],
  ['سوريا', 'Syria'],
  ['فيضانات', 'floods'],
  ['مياه', 'water'],
  ['صحة', 'health'],
  ['فتيات', 'girls'],
  ['مدن', 'towns'],
  ['قرية', 'village'],
  ['بيوت', 'houses'],
  ['قانون', 'law'],
  ['وزارة', 'ministry'],
  ['وزير', 'minister'],
  ['وزراء', 'ministers'],
  ['برنامج', 'programme'],
  ['إنسان', 'human being'],
  ['بنوك', 'banks'],
  ['بلاد', 'country'],
  ['بطالة', 'unemployment'],
  ['هجرة', 'migration'],
  ['مخيم', 'camp'],
] as const

describe('Arabic', () => {
  it.each(ARABIC)('%s (%s) is found with and without its article and what is written with it', (word) => {
    const forms = [word, ...['ال', 'وال', 'لل', 'بال', 'وبال'].map((clitic) => clitic + word)]
    const pairs = forms.flatMap((a) => forms.map((b) => [a, b] as const))
    expect(missed('ar', pairs)).toEqual([])
  })

  it('as people type it without hamza and dots', () => {
    for (const [query, form] of [
      ['الكارثه', 'كارثة'],
      ['كارثه', 'الكارثة'],
      ['الاغاثه', 'إغاثة'],
    ] as const)
      expect([query, finds('ar', query, form)]).toEqual([query, true])
  })

  it('joins no other words', () => {
    for (const [query, form] of [
      ['كتاب', 'كلاب'],
      ['وزير', 'زيارة'],
      ['بلد', 'ولد'],
    ] as const)
      expect([query, finds('ar', query, form)]).toEqual([query, false])
  })
})

describe('Ukrainian', () => {
  it('nouns in -ат, and verbs', () => {
    const pairs = [
      ['депутат', 'депутати'],
      ['результат', 'результати'],
      ['говорити', 'говорять'],
      ['просити', 'просить'],
      ['робити', 'робить'],
      ['допомагати', 'допомагають'],
      ['повертаються', 'повертатися'],
      ['захищають', 'захищає'],
    ] as const
    expect(missed('uk', pairs)).toEqual([])
    // Not the other way, since nouns in -ал have plurals that look so.
    expect([finds('uk', 'бачити', 'бачили'), finds('uk', 'отримають', 'отримали')]).toEqual([true, true])
  })
})
