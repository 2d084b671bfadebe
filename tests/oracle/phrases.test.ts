/** Does a phrase find exactly the releases where its words can be moved into place? Tried with every choice of tokens. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { archiveOf } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { makeWords } from './vocabulary.js'

// Few words, so that they stand near one another in many orders, some of them twice in a phrase.
const WORDS = makeWords(8, 5)

const texts: string[][] = []
let archive: Archive

beforeAll(async () => {
  const random = new Random(12)
  for (let i = 0; i < 400; i++) texts.push(Array.from({ length: random.between(1, 14) }, () => random.pick(WORDS)))
  archive = await archiveOf(
    texts.map((words, index) => ({ id: `${index}`, title: '', body: words.join(' '), language: 'en' })),
  )
})

/** The fewest moves that put every word of a phrase in its place, with a token of its own for each; Infinity when one is missing. */
function fewestMoves(text: readonly string[], phrase: readonly string[]): number {
  let fewest = Number.POSITIVE_INFINITY
  const choose = (word: number, taken: readonly number[]): void => {
    if (word === phrase.length) {
      const places = taken.map((token, index) => token - index)
      fewest = Math.min(fewest, Math.max(...places) - Math.min(...places))
      return
    }
    text.forEach((each, token) => {
      if (each === phrase[word] && !taken.includes(token)) choose(word + 1, [...taken, token])
    })
  }
  choose(0, [])
  return fewest
}

async function found(phrase: readonly string[], slop: number): Promise<string[]> {
  const { hits } = await archive.search({ phrase: phrase.join(' '), slop }, { limit: 1000, snippet: false })
  return hits.map(({ id }) => id).sort()
}

const expected = (phrase: readonly string[], slop: number): string[] =>
  texts.flatMap((text, index) => (fewestMoves(text, phrase) <= slop ? [`${index}`] : [])).sort()

describe('phrases', () => {
  it('without slop: the words one after the other', async () => {
    const random = new Random(1)
    for (let i = 0; i < 60; i++) {
      const phrase = Array.from({ length: random.between(2, 4) }, () => random.pick(WORDS))
      expect(await found(phrase, 0), phrase.join(' ')).toEqual(expected(phrase, 0))
    }
  })

  it.each([1, 2, 3, 5, 8])('with slop %d and different words', async (slop) => {
    const random = new Random(slop)
    for (let i = 0; i < 30; i++) {
      const phrase = random.sample(WORDS, random.between(2, 4))
      expect(await found(phrase, slop), phrase.join(' ')).toEqual(expected(phrase, slop))
    }
  })

  it.each([1, 2, 3, 5, 8])('with slop %d and a word that comes twice', async (slop) => {
    const random = new Random(100 + slop)
    for (let i = 0; i < 30; i++) {
      const some = random.sample(WORDS, random.between(1, 2))
      const phrase = random.shuffle([...some, some[0]!, ...random.sample(some, random.below(2))])
      expect(await found(phrase, slop), phrase.join(' ')).toEqual(expected(phrase, slop))
    }
  })
})
