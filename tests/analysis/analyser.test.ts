/** Does a text become the tokens it should, in the right places? */

import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription, fold } from '../../src/analysis/analyser.js'
import { isDatelinesError } from '../../src/errors.js'
import { TOKEN_CASES } from './tokens.js'

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it', 'nl', 'uk', 'zh', 'ja', 'th', 'ko', 'sw', 'so']

let analyser: Analyser

beforeAll(async () => {
  analyser = await Analyser.create(createDescription({ languages: LANGUAGES }))
})

/** The tokens of a text, as the cases have them. */
function tokensOf(text: string, language: string | undefined): string {
  const tokens: string[] = []
  analyser.analyse(text, language, ({ stem, tag }, _word, position, start, end) => {
    tokens.push(`${position}:${stem}/${tag}[${text.slice(start, end)}]`)
  })
  return tokens.join(' ')
}

describe('tokens', () => {
  it.each(TOKEN_CASES)('$name', ({ text, language = 'en', tokens }) => {
    expect(tokensOf(text, language)).toBe(tokens)
  })

  it('counts positions', () => {
    const count = (text: string): number => analyser.analyse(text, 'en', () => {})
    expect(count('')).toBe(0)
    expect(count('one two')).toBe(2)
    expect(count('post-conflict')).toBe(2)
    expect(count('one\n\ntwo')).toBe(3)
    expect(count('\n\none\n\n')).toBe(1)
  })

  it('cuts long words, and goes on after them', () => {
    const text = `${'x'.repeat(1_000_000)} end`
    const seen: string[] = []
    analyser.analyse(text, 'sw', (_term, word, position, start, end) => {
      seen.push(`${position} ${word?.surface.length} ${start}-${end}`)
    })
    expect(seen).toEqual(['0 64 0-1000000', '1 3 1000001-1000004'])
  })

  it('numbers terms and words without gaps', async () => {
    const fresh = await Analyser.create(createDescription({ languages: ['en', 'fr'] }))
    fresh.analyse('Migrants and migrant. News', 'en', () => {})
    fresh.analyse('Nouvelles news', 'fr', () => {})
    expect(fresh.terms.map(({ stem, tag }) => `${stem}/${tag}`)).toEqual([
      'migrant/1',
      'and/1',
      'news/1',
      'nouvel/2',
      'new/2',
    ])
    expect(fresh.words.map(({ surface }) => surface)).toEqual([
      'migrants',
      'and',
      'migrant',
      'news',
      'nouvelles',
      'news',
    ])
    expect(fresh.terms.every(({ ordinal }, i) => ordinal === i)).toBe(true)
    expect(fresh.words.every(({ ordinal }, i) => ordinal === i)).toBe(true)
    expect(fresh.words.map(({ stopword }) => stopword)).toEqual([false, true, false, false, false, false])
  })

  it('uses the default language where none is given', async () => {
    const french = await Analyser.create(createDescription({ languages: ['en'], defaultLanguage: 'fr' }))
    const tags: number[] = []
    french.analyse('migrations', undefined, (term) => tags.push(term.tag))
    const plain = await Analyser.create(createDescription({ languages: ['en'] }))
    plain.analyse('migrations', undefined, (term) => tags.push(term.tag))
    expect(tags).toEqual([2, 0])
  })
})

describe('spelling families', () => {
  const FAMILIES = [
    ['organisation', 'organization', 'organisations', 'organizations'],
    ['labour', 'labor'],
    ['programme', 'program', 'programmes'],
    ['centre', 'center', 'centres'],
    ['travellers', 'travelers'],
    ['paediatric', 'pediatric'],
    ['defence', 'defense'],
    ['licence', 'license'],
    ['women', 'woman'],
    ['children', 'child'],
    ['crises', 'crisis'],
    ['analyses', 'analysis'],
    ['recognised', 'recognized', 'recognise'],
    ['neighbouring', 'neighboring'],
    ['enrolment', 'enrollment'],
    ['advisor', 'adviser'],
  ]
  const APART = [
    ['organ', 'organization'],
    ['international', 'internal'],
    ['university', 'universe'],
    ['news', 'new'],
    ['migrant', 'migration'],
    ['promise', 'promize'],
    ['four', 'for'],
    ['poem', 'pem'],
    ['emergency', 'emerge'],
  ]
  const stemOf = (word: string): string => {
    let stem = ''
    analyser.analyse(word, 'en', (term) => {
      stem = term.stem
    })
    return stem
  }

  it.each(FAMILIES)('%s is %s', (...words) => {
    expect(new Set(words.map(stemOf)).size).toBe(1)
  })

  it.each(APART)('%s is not %s', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b))
  })
})

describe('fold', () => {
  it.each([
    ['MIGRACIÓN', 'migracion'],
    ['Türkiye', 'turkiye'],
    ['Ёлка', 'елка'],
    ['Україна', 'україна'],
    ['й', 'й'],
    ['и\u0306', 'й'],
    ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['مُؤَسَّسَة', 'موسسه'],
    ['कृषि', 'कृषि'],
    ['שָׁלוֹם', 'שלום'],
    ['Đồng', 'dong'],
    ['ẞ', 'ss'],
    ['', ''],
  ])('%s becomes %s', (written, folded) => {
    expect(fold(written)).toBe(folded)
    expect(fold(fold(written))).toBe(folded)
  })
})

describe('descriptions', () => {
  const failure = async (description: unknown): Promise<string | undefined> => {
    try {
      await Analyser.create(description as Parameters<typeof Analyser.create>[0])
    } catch (error) {
      return isDatelinesError(error) ? error.code : 'not ours'
    }
    return undefined
  }

  it('refuses what it cannot rebuild', async () => {
    expect(await failure({ version: 99, languages: [] })).toBe('E_ANALYSIS')
    expect(await failure({})).toBe('E_ANALYSIS')
    expect(await failure(null)).toBe('E_ANALYSIS')
    expect(await failure([])).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: 'en' })).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: [3] })).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: ['en'], concepts: [{}] })).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: ['en'], concepts: ['x|'.padEnd(400, '(a|b)')] })).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: ['en'], stopwords: { en: 'the' } })).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: ['en'], defaultLanguage: 7 })).toBe('E_ANALYSIS')
    expect(await failure({ version: 1, languages: ['constructor', '__proto__', 'toString'] })).toBeUndefined()
  })

  it('survives JSON, and is the same analysis', async () => {
    const description = createDescription({
      languages: ['en-GB', 'fr'],
      synonyms: [['AVRR', 'return aid']],
      stopwords: { en: ['said'] },
    })
    const again = await Analyser.create(JSON.parse(JSON.stringify(description)))
    const first = await Analyser.create(description)
    const text = 'He said: AVRR (return aid) helps.'
    const tokens = [first, again].map((each) => {
      const seen: unknown[] = []
      each.analyse(text, 'en', (term, word, ...rest) => seen.push(term, word?.stopword, ...rest))
      return seen
    })
    expect(tokens[0]).toEqual(tokens[1])
  })
})
