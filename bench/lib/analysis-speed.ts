/** How many words a second are tokenised and stemmed, by language? In CPU time, each distinct word stemmed once. */

import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { FULL_LEXICON } from '../../src/analysis/lexicon/index.js'
import { Random } from '../../tests/helpers/random.js'
import { readStories } from './collections.js'
import { readSnowball } from './snowball-lists.js'

/**
 * Each stretch of the texts is timed in every run, with a fresh analyser for each, and its fastest time counts: what else runs on the
 * machine makes some stretches of every run slow, and none of them fast.
 */
const RUNS = 7
const STRETCH_UNITS = 150_000
/** UTF-16 units of text a language is measured with, at the most. */
const MAX_UNITS = 16_000_000
/** Words of a text that is drawn from a list. */
const DRAWN_WORDS = 600_000

export interface Speed {
  language: string
  texts: string
  words: number
  /** Million words per CPU second, without and with the whole lexicon of concepts. */
  plain: number
  withConcepts: number
}

/** Measures a language; null where there is nothing to measure with. */
export async function measureSpeed(language: string): Promise<Speed | null> {
  const texts = textsOf(language)
  if (texts === null) return null
  const plain = await millionsPerSecond(texts.bodies, language, false)
  const { speed: withConcepts } = await millionsPerSecond(texts.bodies, language, true)
  return { language, texts: texts.from, words: plain.words, plain: plain.speed, withConcepts }
}

async function millionsPerSecond(
  bodies: readonly string[],
  language: string,
  concepts: boolean,
): Promise<{ words: number; speed: number }> {
  const description = createDescription({ languages: [language], lexicon: concepts ? FULL_LEXICON : [] })
  const stretches = stretchesOf(bodies)
  const fastest = stretches.map(() => Number.POSITIVE_INFINITY)
  let words = 0
  for (let run = 0; run < RUNS; run++) {
    // A fresh one each time: what was stemmed before is stemmed again.
    const analyser = await Analyser.create(description)
    words = 0
    const sink = (): void => {
      words++
    }
    stretches.forEach((stretch, index) => {
      const before = process.cpuUsage()
      for (const body of stretch) analyser.analyse(body, language, sink)
      const { user, system } = process.cpuUsage(before)
      fastest[index] = Math.min(fastest[index]!, user + system)
    })
  }
  return { words, speed: words / fastest.reduce((sum, micros) => sum + micros, 0) }
}

function stretchesOf(bodies: readonly string[]): string[][] {
  const stretches: string[][] = [[]]
  let units = 0
  for (const body of bodies) {
    if (units > STRETCH_UNITS) {
      stretches.push([])
      units = 0
    }
    stretches.at(-1)!.push(body)
    units += body.length
  }
  return stretches
}

function textsOf(language: string): { bodies: string[]; from: string } | null {
  const story = (
    name: string,
    isWanted: (id: string) => boolean = () => true,
  ): { bodies: string[]; from: string } | null => {
    const stories = readStories(name)?.filter(({ id }) => isWanted(id))
    return stories === undefined ? null : { bodies: bounded(stories.map(({ body }) => body)), from: name }
  }
  switch (language) {
    case 'en':
      return story('reuters21578')
    case 'fr':
    case 'es':
      return story('press_fr_es_zh', (id) => id.startsWith(language))
    case 'ar':
      return story('ant_arabic_news')
    case 'ru':
      return story('xquad_ru')
    default:
      return drawn(language)
  }
}

function bounded(bodies: readonly string[]): string[] {
  let units = 0
  return bodies.filter((body) => (units += body.length) <= MAX_UNITS)
}

/** A text drawn from a list of words, the n-th with a weight of 1/n; Ukrainian from the Russian list in Ukrainian letters. */
function drawn(language: string): { bodies: string[]; from: string } | null {
  const list = readSnowball(language === 'uk' ? 'ru' : language)
  if (list === null) return null
  const random = new Random(language.charCodeAt(0))
  const shuffled = list.pairs
    .map(([word]) => ({ word: language === 'uk' ? inUkrainian(word) : word, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ word }) => word)
  const words = Array.from(
    { length: DRAWN_WORDS },
    () => shuffled[Math.floor(shuffled.length ** random.next()) - 1] ?? shuffled[0]!,
  )
  const bodies: string[] = []
  for (let i = 0; i < words.length; i += 400) bodies.push(`${words.slice(i, i + 400).join(' ')}.`)
  return { bodies, from: `drawn from ${list.pairs.length} words` }
}

function inUkrainian(word: string): string {
  return word.replace(/ы/g, 'и').replace(/э/g, 'є').replace(/ъ/g, '’').replace(/ия$/, 'ія')
}
