/** How long does the worst take that a person can type? Pathological queries, and random ones, over Reuters-21578 on disk. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../src/open-node.js'
import type { Query, SearchOptions } from '../src/types.js'
import { QUERY_PIECES } from '../tests/helpers/query-pieces.js'
import { Random } from '../tests/helpers/random.js'
import { buildInMemory, writeFolder } from './lib/archives.js'
import { percentile, reutersReleases } from './lib/collections.js'

const RANDOM = Number(process.env.HOSTILE ?? 10_000)
const TIMES = 5

const letters = (most: number): string[] =>
  Array.from(
    { length: most },
    (_, i) => String.fromCharCode(97 + (i % 26)) + (i < 26 ? '' : String.fromCharCode(97 + Math.floor(i / 26))),
  )
const WORDS = 'the of said to in and a mln for it on dlrs reuter from is that its cts by at'.split(' ')

const QUERIES: readonly (readonly [label: string, query: Query, options?: SearchOptions])[] = [
  ['*', '*'],
  ['a*', 'a*'],
  [
    '26 one-letter prefixes',
    letters(26)
      .map((letter) => `${letter}*`)
      .join(' OR '),
  ],
  [
    '300 one-letter prefixes',
    letters(300)
      .map((letter) => `${letter}*`)
      .join(' '),
  ],
  ['20 frequent words, any', WORDS.join(' OR ')],
  ['20 frequent words, prefix and fuzzy', WORDS.join(' '), { prefix: true, fuzzy: 2, combineWith: 'OR' }],
  [
    '100 words, prefix and fuzzy',
    letters(100)
      .map((word) => `${word}${word}er`)
      .join(' '),
    { prefix: true, fuzzy: 2, combineWith: 'OR' },
  ],
  ['20 words ~9', WORDS.map((word) => `${word}ing~9`).join(' ')],
  [
    '100 words ~2',
    letters(100)
      .map((word) => `${word}ment~2`)
      .join(' OR '),
  ],
  ['"the" 20 times as a phrase', `"${'the '.repeat(20)}"`],
  ['"the" 20 times, sloppy', `"${'the '.repeat(20)}"~100`],
  ['20 frequent words as a phrase', `"${WORDS.join(' ')}"`],
  ['20 frequent words, sloppy', `"${WORDS.join(' ')}"~100`],
  ['"of the" ~1000000', '"of the"~1000000'],
  [
    '100 sloppy phrases',
    letters(100)
      .map((letter, i) => `"${WORDS[i % 20]} ${WORDS[(i * 7 + 3) % 20]}"~${1 + (i % 9)} ${letter}`)
      .join(' OR '),
  ],
  [
    '300 excluded hyphenated words',
    letters(300)
      .map((word) => `-the-${word}-of`)
      .join(' '),
  ],
  ['1,000 open brackets', `${'('.repeat(1000)}oil`],
  ['1,000 open quotes', '"oil '.repeat(1000)],
  ['200 nested groups', `${'(oil OR -('.repeat(200)}gas${'))'.repeat(200)}`],
  ['a megabyte of "a "', 'a '.repeat(2 ** 19)],
  ['a megabyte of one word', 'x'.repeat(2 ** 20)],
  ['a megabyte of "oil* "', 'oil* '.repeat(200_000)],
  ['a megabyte of quotes', '"'.repeat(2 ** 20)],
  ['a megabyte of marks', `a${'\u0301'.repeat(2 ** 20)}`],
]

/** Words of the collection among the pieces, so that there is something to find. */
const PIECES = [...QUERY_PIECES, 'oil', 'wheat', 'said', 'the', 'of', '1987']

function randomQuery(random: Random): string {
  return Array.from({ length: random.between(1, 30) }, () => random.pick(PIECES)).join('')
}

export async function run(): Promise<void> {
  const releases = reutersReleases()
  if (releases === null) return
  const folder = mkdtempSync(join(tmpdir(), 'datelines-hostile-'))
  try {
    writeFolder((await buildInMemory(releases)).files, folder)
    console.log(
      `corpus: Reuters-21578, ${releases.length} stories; ms of processor time in a fresh archive and afterwards (median of ${TIMES}); goal 100`,
    )
    // Compiled code is that of a server that has answered before.
    const warm = await openArchive(folder)
    for (const query of [
      'oil',
      '"oil prices"',
      '"crude oil"~5',
      'pric*',
      'whaet~1',
      'a b c d e',
      'oil -gas (wheat OR corn)',
    ])
      for (let i = 0; i < 200; i++) await warm.search(query, { prefix: i % 3 === 0, fuzzy: i % 5 === 0 })
    for (const [label, query, options = {}] of QUERIES) {
      const archive = await openArchive(folder)
      const first = await spent(() => archive.search(query, options))
      const times: number[] = []
      for (let i = 0; i < TIMES; i++) times.push((await spent(() => archive.search(query, options))).ms)
      const { total, applied } = first.value
      console.log(
        `${label.padEnd(40)} ${first.ms.toFixed(1).padStart(7)} ${percentile(times, 0.5).toFixed(1).padStart(7)}  finds ${total}${applied.cut ? ', cut' : ''}`,
      )
      await archive.close()
    }
    const random = new Random(5)
    const all: [number, string][] = []
    for (let i = 0; i < RANDOM; i++) {
      const text = randomQuery(random)
      all.push([
        (await spent(() => warm.search(text, { prefix: i % 2 === 0, fuzzy: i % 3 === 0 ? 2 : false }))).ms,
        text,
      ])
    }
    all.sort((a, b) => b[0] - a[0])
    console.log(`${RANDOM} random ones: median ${all[RANDOM >> 1]![0].toFixed(2)}; the worst:`)
    for (const [ms, text] of all.slice(0, 5))
      console.log(`  ${ms.toFixed(1).padStart(7)}  ${JSON.stringify(text).slice(0, 100)}`)
    await warm.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Processor time, since a search does not depend on what else the machine does. */
async function spent<T>(run: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const before = process.cpuUsage()
  const value = await run()
  const { user, system } = process.cpuUsage(before)
  return { value, ms: (user + system) / 1000 }
}
