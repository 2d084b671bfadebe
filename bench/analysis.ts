/** How well and how fast are words understood? Speed, stemmers, steps, and pairs of queries and releases. */

import { Analyser, createDescription, fold } from '../src/analysis/analyser.js'
import { porter2 } from '../src/analysis/languages/en-stem.js'
import { BLIND_NEAR_MISSES, BLIND_PAIRS } from '../tests/analysis/blind-pairs.js'
import { foundPairs, pairReleases } from '../tests/analysis/found-pairs.js'
import { NEAR_MISSES, PAIRS, type Pair } from '../tests/analysis/pairs.js'
import { chunkSizes } from '../tests/helpers/chunk-sizes.js'
import { measureSpeed } from './lib/analysis-speed.js'
import { openInMemory } from './lib/archives.js'
import { COLLECTIONS, ndcg10, readCollection } from './lib/collections.js'
import { readSnowball } from './lib/snowball-lists.js'
import { STEPS, TermRanking } from './lib/term-ranking.js'

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it', 'nl', 'uk']

export async function run(): Promise<void> {
  await printStemmers()
  await printSpeeds()
  const all = [...PAIRS, ...NEAR_MISSES, ...BLIND_PAIRS, ...BLIND_NEAR_MISSES]
  const found = new Set(await foundPairs(await openInMemory(pairReleases(all)), all))
  printPairs('pairs', PAIRS, NEAR_MISSES, found)
  printPairs('pairs of the second list', BLIND_PAIRS, BLIND_NEAR_MISSES, found)
  await printSteps()
}

/** Words that get the official stem: by the algorithm in its library, and in a text, where own rules come before and after. */
async function printStemmers(): Promise<void> {
  console.log(
    'stemmers: share of words with the stem of the Snowball list, folded; bytes of the chunk, minified, brotli',
  )
  const { bytes } = await chunkSizes()
  for (const language of LANGUAGES) {
    const size = bytes.get(language) === undefined ? 'in the core' : `${bytes.get(language)} B`
    const list = readSnowball(language)
    if (list === null) {
      console.log(`  ${language}  no list ${size.padStart(36)}`)
      continue
    }
    const analyser = await Analyser.create(createDescription({ languages: [language] }))
    const stemmer = await libraryStemmer(language)
    let library = 0
    let text = 0
    for (const [word, stem] of list.pairs) {
      if (fold(stemmer(word)) === fold(stem)) library++
      analyser.analyse(word, language, (term) => {
        if (term.stem === fold(stem)) text++
      })
    }
    const share = (count: number): string => `${((100 * count) / list.pairs.length).toFixed(2)} %`
    console.log(
      `  ${language}  Snowball ${list.version}, ${list.pairs.length} words: library ${share(library)}, in texts ${share(text)}; ${size}`,
    )
  }
}

async function libraryStemmer(language: string): Promise<(word: string) => string> {
  switch (language) {
    case 'en':
      return porter2
    case 'fr':
      return (await import('@orama/stemmers/french')).stemmer
    case 'es':
      return (await import('@orama/stemmers/spanish')).stemmer
    case 'ar':
      return (await import('@orama/stemmers/arabic')).stemmer
    case 'ru':
      return (await import('@orama/stemmers/russian')).stemmer
    case 'de':
      return (await import('@orama/stemmers/german')).stemmer
    case 'nl':
      return (await import('@orama/stemmers/dutch')).stemmer
    case 'it':
      return (await import('natural/lib/natural/stemmers/porter_stemmer_it.js')).default.stem
    default:
      return (await import('natural/lib/natural/stemmers/porter_stemmer_pt.js')).default.stem
  }
}

async function printSpeeds(): Promise<void> {
  console.log(
    '\nspeed: million words per CPU second, tokenised, stemmed (each distinct word once) and counted; and with all concepts looked for',
  )
  for (const language of LANGUAGES) {
    const speed = await measureSpeed(language)
    if (speed === null) continue
    const { texts, words, plain, withConcepts } = speed
    console.log(`  ${language}  ${plain.toFixed(2)}  ${withConcepts.toFixed(2)}   (${texts}, ${words} words)`)
  }
}

function printPairs(name: string, pairs: readonly Pair[], misses: readonly Pair[], found: ReadonlySet<Pair>): void {
  const right = pairs.filter((pair) => found.has(pair))
  const wrong = misses.filter((pair) => found.has(pair))
  console.log(
    `\n${name}: ${right.length} of ${pairs.length} found, ${wrong.length} of ${misses.length} near misses found`,
  )
  const print = ({ query, text }: Pair): void => console.log(`    ${query} => ${text}`)
  if (right.length < pairs.length) console.log('  not found')
  for (const pair of pairs) if (!found.has(pair)) print(pair)
  if (wrong.length > 0) console.log('  found amiss')
  wrong.forEach(print)
}

async function printSteps(): Promise<void> {
  console.log(
    '\nnDCG@10 with all steps of the analysis, and the change when one is left out; any word of the query sufficient',
  )
  for (const wanted of COLLECTIONS.filter(({ name }) => name.startsWith('xquad'))) {
    const collection = readCollection(wanted)
    if (collection === null) continue
    const scoreOf = async (ranking: TermRanking): Promise<number> => ndcg10(collection, (query) => ranking.rank(query))
    const whole = await scoreOf(await TermRanking.create(collection))
    console.log(`  ${wanted.name}  ${whole.toFixed(4)}`)
    for (const step of STEPS) {
      const change = (await scoreOf(await TermRanking.create(collection, step))) - whole
      console.log(`    without ${step.padEnd(18)} ${change < 0 ? '' : '+'}${change.toFixed(4)}`)
    }
  }
}
