/** Does a text that is read for some terms alone tell all of them, and each in its place? Compared with reading all of it. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription, fold } from '../../src/analysis/analyser.js'
import { classOf, LETTER } from '../../src/analysis/characters.js'
import { loadLanguage } from '../../src/analysis/languages.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { TAGS } from '../../src/analysis/tags.js'
import { respelled, stemOf } from '../../src/analysis/vocabulary.js'
import { WantedTerms } from '../../src/analysis/wanted-terms.js'

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it', 'nl', 'uk', 'zh', 'und']

const WORDS = [
  ...[
    'migrants',
    'gaol',
    'jailed',
    'Migration',
    'organisation',
    'éxito',
    'Œuvre',
    'Übung',
    'Straße',
    'dying',
    'ёлка',
    'Ёлки',
    'йод',
    'їжак',
  ],
  ...[
    'женщины',
    'здоров’я',
    'المهاجرين',
    'والهجرة',
    'ال',
    '社会',
    'ﬁnance',
    'Ｗｏｒｄ',
    '½',
    '12,345',
    '2011',
    'U.S.',
    "l'exil",
  ],
  ...[
    'post-conflict',
    'South Sudan',
    'Georgia',
    'Atlanta',
    'IDPs',
    'in New Mexico',
    'human trafficking',
    'Côte d’Ivoire',
  ],
  ...['.', '\n\n', ',', '—'],
]

let analyser: Analyser
let forgetful: Analyser

beforeAll(async () => {
  const description = createDescription({ languages: LANGUAGES, lexicon: FULL_LEXICON })
  analyser = await Analyser.create(description)
  forgetful = await Analyser.create(description, 20)
})

interface Told {
  stem: string
  tag: number
  place: number[]
}

function told(by: Analyser, text: string, language: string, wanted?: WantedTerms): Told[] {
  const terms: Told[] = []
  by.analyse(text, language, ({ stem, tag }, _, ...place) => terms.push({ stem, tag, place }), wanted)
  return terms
}

const texts = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 40,
  })
  .map((words) => words.join(' '))

describe('a text read for some terms', () => {
  it('tells them as reading all of it does, concepts or not, whatever was remembered', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...LANGUAGES),
        fc.array(fc.nat(), { maxLength: 4 }),
        (text, language, picks) => {
          const all = told(analyser, text, language)
          const terms = picks.flatMap((pick) => (all.length === 0 ? [] : [all[pick % all.length]!]))
          const isOne = ({ stem, tag }: Told): boolean => terms.some((each) => each.stem === stem && each.tag === tag)
          const expected = all.filter(isOne)
          const wanted = new WantedTerms(terms)
          expect(wanted.hasConcepts).toBe(terms.some(({ tag }) => tag === TAGS.concept))
          expect(told(forgetful, text, language, wanted).filter(isOne)).toEqual(expected)
          expect(told(forgetful, text, language)).toEqual(all)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('passes over words that begin otherwise', () => {
    const text = 'Boats were stopped off the coast, said officials in Rome on Monday'
    const read = told(analyser, text, 'en', new WantedTerms([{ stem: 'boat', tag: TAGS.en }])).map(({ stem }) => stem)
    expect(read).toEqual(['boat'])
  })
})

describe('the first letter of a word', () => {
  it('is folded by itself as it is in a word', () => {
    const odd: string[] = []
    for (let unit = 0; unit < 0x530; unit++) {
      if (classOf(unit) !== LETTER) continue
      const letter = String.fromCharCode(unit)
      for (const rest of ['x', 'а', 'S', 'ß']) if (fold(letter + rest)[0] !== fold(letter)[0]) odd.push(letter + rest)
    }
    expect(odd).toEqual([])
  })

  const data = fileURLToPath(new URL('../../../shared/data/snowball/', import.meta.url))
  const lists = { en: 'english', fr: 'french', es: 'spanish', it: 'italian', pt: 'portuguese', ru: 'russian' }

  it.skipIf(!existsSync(data)).each(Object.entries(lists))('lets it be its stem: %s', async (language, list) => {
    const module = await loadLanguage(language)
    const words = gunzipSync(readFileSync(`${data}${list}/voc.txt.gz`))
      .toString()
      .trimEnd()
      .split('\n')
      .filter((word) => !/['’]/.test(word))
    const odd = words.filter((word) => {
      const stems = [stemOf(module, word), stemOf(module, respelled(module, fold(word)))]
      return stems.some((stem) => !new WantedTerms([{ stem, tag: module.tag }]).mayBegin(word.charCodeAt(0)))
    })
    expect(words.length).toBeGreaterThan(20_000)
    expect(odd).toEqual([])
  })
})
