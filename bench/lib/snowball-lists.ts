/** Where are the official lists of words and their stems? Beside the project, or as Debian's package `snowball-data` installs them. */

import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const FOLDERS: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  es: 'spanish',
  ar: 'arabic',
  pt: 'portuguese',
  ru: 'russian',
  de: 'german',
  it: 'italian',
  nl: 'dutch',
}

/** Lists beside the project are of Snowball 3, those of the package (20210120) of Snowball 2. `SNOWBALL_DATA` names another folder for these. */
const PLACES = [
  { folder: '../shared/data/snowball', version: 3 },
  { folder: process.env.SNOWBALL_DATA ?? '/usr/share/snowball/data', version: 2 },
]

/** Words of a list, at the most: of the nine million Arabic ones every so many is taken. */
const MAX_WORDS = 70_000

export interface SnowballList {
  version: number
  /** Words with their stems. */
  pairs: [word: string, stem: string][]
}

/** The list of a language; null when it is nowhere. Words with an apostrophe are left out: taking off an article is the tokenizer's work. */
export function readSnowball(language: string): SnowballList | null {
  const name = FOLDERS[language]
  for (const { folder, version } of PLACES) {
    const words = readLines(`${folder}/${name}/voc.txt`)
    const stems = readLines(`${folder}/${name}/output.txt`)
    if (words === null || stems === null) continue
    const step = Math.ceil(words.length / MAX_WORDS)
    const pairs = words.map((word, i) => [word, stems[i]!] as [string, string])
    return { version, pairs: pairs.filter(([word], i) => i % step === 0 && !/['’]/.test(word)) }
  }
  return null
}

function readLines(path: string): string[] | null {
  if (existsSync(path)) return readFileSync(path, 'utf8').trimEnd().split('\n')
  const packed = `${path}.gz`
  return existsSync(packed) ? gunzipSync(readFileSync(packed)).toString().trimEnd().split('\n') : null
}
