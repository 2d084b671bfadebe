/** Do queries find the releases that mean the same, and no others? By analysis alone: word for word, or by concept. */

import { beforeAll, describe, expect, it } from 'vitest'
import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { NEAR_MISSES, PAIRS } from './pairs.js'

let analyser: Analyser

beforeAll(async () => {
  const languages = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it', 'zh']
  analyser = await Analyser.create(createDescription({ languages, lexicon: FULL_LEXICON }))
})

/** Every word of the query is there, but for stop words and for those that a concept of the text stands for. */
function finds(query: string, text: string, language: string): boolean {
  const held = new Set<string>()
  analyser.analyse(text, language, ({ stem, tag }) => held.add(`${tag} ${stem}`))
  const { tokens, spans } = analyser.analyseQuery(query)
  const isHeld = ({ variants }: { variants: readonly { stem: string; tag: number }[] }): boolean =>
    variants.some(({ stem, tag }) => held.has(`${tag} ${stem}`))
  const content = tokens.filter(
    ({ stopword, surface, start, end }) => !stopword || query.slice(start, end) === surface.toUpperCase(),
  )
  const wanted = content.length > 0 ? content : tokens
  return wanted.every(
    (token) => isHeld(token) || spans.some((span) => tokens.slice(span.from, span.to).includes(token) && isHeld(span)),
  )
}

describe('pairs', () => {
  it('has enough of them', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(200)
    expect(NEAR_MISSES.length).toBeGreaterThanOrEqual(200)
  })

  it('finds what means the same', () => {
    const missed = PAIRS.filter(({ query, text, language }) => !finds(query, text, language))
    expect(missed.map(({ query, text }) => `${query} => ${text}`)).toEqual([])
  })

  it('does not find near misses', () => {
    const found = NEAR_MISSES.filter(({ query, text, language }) => finds(query, text, language))
    expect(found.map(({ query, text }) => `${query} => ${text}`)).toEqual([])
  })
})
