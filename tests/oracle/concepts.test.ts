/**
 * Are words that mean the same found as one term? Synonyms given to a build, of one word and of two, against a plain reading
 * of what that means: a release that holds any form holds the concept, as often as forms stand in it.
 */

import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { RANKING } from '../../src/query/bm25.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { roundedLength } from './brute-force.js'
import { ROUNDS } from './queries.js'
import { makeWords } from './vocabulary.js'

const WORDS = makeWords(91, 14)
/** Two words for one thing; a word for what two others say side by side. */
const [one, other, short, first, second] = WORDS as [string, string, string, string, string]
const SYNONYMS = [
  [one, other],
  [short, `${first} ${second}`],
]
const PLAIN = WORDS.slice(3)

interface Text {
  id: string
  words: string[]
}

/** Where forms of a concept stand; of two words the first. */
function formsIn(words: readonly string[], forms: readonly string[]): number {
  let count = 0
  words.forEach((word, at) => {
    if (forms.includes(word) || forms.includes(`${word} ${words[at + 1]}`)) count++
  })
  return count
}

const countOf = (words: readonly string[], wanted: string): number => words.filter((word) => word === wanted).length

type Count = (words: readonly string[]) => number

/** What words typed side by side stand for: what must be there, and what is scored. */
function readQuery(typed: readonly string[]): { matches: (words: readonly string[]) => boolean; leaves: Count[] } {
  const tests: ((words: readonly string[]) => boolean)[] = []
  const leaves: Count[] = []
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i]!
    if (word === first && typed[i + 1] === second) {
      const concept: Count = (words) => formsIn(words, SYNONYMS[1]!)
      const parts = [first, second].map(
        (part): Count =>
          (words) =>
            countOf(words, part),
      )
      tests.push((words) => concept(words) > 0 || parts.every((part) => part(words) > 0))
      leaves.push(concept, ...parts)
      i++
      continue
    }
    const group = SYNONYMS.find((forms) => forms.includes(word))
    // The word itself and the concept are one term, whose frequencies are added up.
    const leaf: Count = (words) => countOf(words, word) + (group ? formsIn(words, group) : 0)
    tests.push((words) => leaf(words) > 0)
    leaves.push(leaf)
  }
  return { matches: (words) => tests.every((test) => test(words)), leaves }
}

function expected(texts: readonly Text[], typed: readonly string[]): { id: string; score: number }[] {
  const { matches, leaves } = readQuery(typed)
  const average = texts.reduce((sum, { words }) => sum + words.length, 0) / texts.length
  const idfs = leaves.map((leaf) => {
    const docFreq = texts.filter(({ words }) => leaf(words) > 0).length
    return Math.log(1 + (texts.length - docFreq + 0.5) / (docFreq + 0.5))
  })
  const { k1, b } = RANKING
  const found = texts
    .filter(({ words }) => matches(words))
    .map(({ id, words }) => {
      const norm = k1 * (1 - b + (b * roundedLength(words.length)) / average)
      const score = leaves.reduce((sum, leaf, index) => {
        const freq = leaf(words)
        return sum + (freq === 0 ? 0 : (idfs[index]! * freq * (k1 + 1)) / (freq + norm))
      }, 0)
      return { id, score }
    })
  return found.sort((x, y) => (Math.abs(y.score - x.score) > 1e-9 ? y.score - x.score : x.id < y.id ? -1 : 1))
}

const random = new Random(14)
const texts = Array.from(
  { length: 300 },
  (_, index): Text => ({
    id: `r${String(index).padStart(3, '0')}`,
    words: Array.from({ length: random.between(3, 40) }, () =>
      random.chance(0.3) ? random.pick(WORDS) : random.pick(PLAIN),
    ),
  }),
)

const release = ({ id, words }: Text): Release => ({ id, title: '', body: words.join(' '), language: 'en' })

async function compare(archive: Archive, left: readonly Text[], typed: readonly string[]): Promise<void> {
  const page = await archive.search(typed.join(' '), { limit: 1000, snippet: false })
  const hits = expected(left, typed)
  const scores = new Map(hits.map(({ id, score }) => [id, score]))
  const sorted = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort()
  expect([typed, page.total, sorted(page.hits)]).toEqual([typed, hits.length, sorted(hits)])
  page.hits.forEach(({ id, score }, index) => {
    expect(score).toBeCloseTo(scores.get(id)!, 8)
    // Sums of the same numbers may be rounded apart, so that equal scores may stand in either order.
    expect(score).toBeCloseTo(hits[index]!.score, 8)
  })
}

describe('synonyms', () => {
  it('are found and ranked as one term', async () => {
    const archive = await openArchive(new MemorySource(await archiveFiles(texts.map(release), { synonyms: SYNONYMS })))
    for (let i = 0; i < 400 * ROUNDS; i++) {
      const typed = Array.from({ length: random.between(1, 4) }, () => random.pick(WORDS.slice(0, 9)))
      if (random.chance(0.3)) typed.splice(random.below(typed.length), 0, first, second)
      await compare(archive, texts, typed)
    }
  })

  it('are plain words where concepts are not wanted', async () => {
    const archive = await openArchive(new MemorySource(await archiveFiles(texts.map(release), { synonyms: SYNONYMS })))
    for (const word of [one, other, short]) {
      const { total } = await archive.search(word, { concepts: false, limit: 0 })
      expect(total).toBe(texts.filter(({ words }) => words.includes(word)).length)
    }
  })
})
