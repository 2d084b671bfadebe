/** What would ever more press releases look like? Seeded releases of made-up words, as many as wanted. */

import type { Release } from '../../src/types.js'
import { Random } from '../../tests/helpers/random.js'

/** Words by language, of which the most frequent few dozen make up half of a text. */
const VOCABULARY = 300_000

/** Zipf and Mandelbrot: the word of rank r is as frequent as 1 / (r + OFFSET) ^ EXPONENT. */
const OFFSET = 2.7
const EXPONENT = 1.07

/** One word in so many is written nowhere else: names, misspellings. */
const RARE = 0.004

/** Logarithmic mean and deviation of the words of a body: a median of 270, a mean of 300. */
const LENGTH = { mean: Math.log(270), deviation: 0.46 }

const LANGUAGES: readonly (readonly [language: string, share: number, syllables: readonly string[]])[] = [
  [
    'en',
    0.7,
    ['ra', 'ti', 'on', 'mi', 'gra', 'ter', 'sto', 'lin', 'che', 'fu', 'wor', 'ked', 'sha', 'bly', 'ness', 'ous'],
  ],
  [
    'fr',
    0.2,
    ['ré', 'ti', 'eau', 'mi', 'gra', 'tion', 'ous', 'lan', 'cha', 'fou', 'que', 'ment', 'sé', 'bli', 'er', 'ais'],
  ],
  [
    'es',
    0.1,
    ['ra', 'ci', 'ón', 'mi', 'gra', 'dor', 'sto', 'lla', 'che', 'fue', 'os', 'ado', 'ña', 'ble', 'ar', 'ien'],
  ],
]

const COUNTRIES =
  'SS LY HT IQ SY AF CO VE PH BD NE TD ML NG SO ET KE YE JO LB TR UA MD GR IT ES MX GT HN US CN MO MM TH KH'.split(' ')

let bounds: Float64Array | undefined

function zipfBounds(): Float64Array {
  const table = new Float64Array(VOCABULARY)
  let sum = 0
  for (let rank = 0; rank < VOCABULARY; rank++) table[rank] = sum += (rank + OFFSET) ** -EXPONENT
  for (let rank = 0; rank < VOCABULARY; rank++) table[rank]! /= sum
  return table
}

function zipfRank(random: Random): number {
  bounds ??= zipfBounds()
  const at = random.next()
  let low = 0
  let high = VOCABULARY - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (bounds[middle]! < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The word of a rank: one to six syllables, the frequent ones short. */
export function wordOf(rank: number, language = 0): string {
  const syllables = LANGUAGES[language]![2]
  let word = ''
  for (let left = rank + 3; left > 0; left = Math.floor(left / 16)) word += syllables[left % 16]
  return word
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

/** `count` releases from number `first` on, dated 1951 to 2026, more of them in later years. */
export function* generateReleases(count: number, first = 0): Generator<Release> {
  for (let number = first; number < first + count; number++) yield generateRelease(number)
}

function generateRelease(number: number): Release {
  const random = new Random(number * 2654435761 + 1)
  const share = random.next()
  const language = share < 0.7 ? 0 : share < 0.9 ? 1 : 2
  const words = (count: number): string => {
    let text = ''
    for (let i = 0; i < count; i++) {
      const chance = random.next()
      const word =
        chance < RARE
          ? `${wordOf(random.below(1e9), language)}${wordOf(number % 997, language)}`
          : chance < RARE + 0.015
            ? String(random.chance(0.4) ? random.between(1990, 2026) : random.below(5000))
            : wordOf(zipfRank(random), language)
      text += i === 0 ? word[0]!.toUpperCase() + word.slice(1) : ` ${word}`
    }
    return text
  }
  const body: string[] = []
  let left = Math.max(20, Math.round(Math.exp(LENGTH.mean + LENGTH.deviation * gaussian(random))))
  while (left > 0) {
    const sentences: string[] = []
    for (let sentence = random.between(2, 4); sentence > 0 && left > 0; sentence--) {
      const length = Math.min(left, random.between(12, 28))
      sentences.push(`${words(length)}.`)
      left -= length
    }
    body.push(sentences.join(' '))
  }
  const two = (value: number): string => String(value).padStart(2, '0')
  const year = 2026 - Math.floor(75 * random.next() ** 2.5)
  const countries = random.sample(COUNTRIES, random.between(1, 2))
  return {
    id: `release-${String(number).padStart(7, '0')}`,
    title: words(random.between(6, 12)),
    body: body.join('\n\n'),
    date: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    dateSource: 'stated',
    countries,
    mentions: [...countries, random.pick(COUNTRIES)].filter((code, index, all) => all.indexOf(code) === index),
    language: LANGUAGES[language]![0],
  }
}
