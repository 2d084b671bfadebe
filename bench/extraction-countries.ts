/** How well are the countries of a text found, and how fast, beside plain matching of names? */

import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { findCountries } from '../src/ingest/extract/countries.js'
import { CAPITALS } from '../src/places/capitals.js'
import { COUNTRIES, countryCode, tableRows } from '../src/places/countries.js'
import { DEMONYMS } from '../src/places/demonyms.js'

interface Story {
  title: string
  body: string
  /** Codes that people gave the text. */
  gold: Set<string>
}

interface Score {
  precision: number
  recall: number
  f1: number
}

const DATA = '../shared/data'

function readStories(file: string, field: string): Story[] | undefined {
  const path = `${DATA}/${file}`
  if (!existsSync(path)) return undefined
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((record) => Array.isArray(record[field]) && record[field].length > 0)
    .map((record) => ({
      title: String(record.title),
      body: String(record.body),
      gold: new Set((record[field] as string[]).map((name) => countryCode(name) ?? name)),
    }))
}

/** The baseline: English names, nationalities and capitals wherever they stand, without rules. */
function plainMatcher(): (text: string) => string[] {
  const codes = new Map<string, string>()
  const put = (form: string, code: string) => {
    if (form.length > 2 && !codes.has(form)) codes.set(form, code)
  }
  for (const { code, names } of COUNTRIES) for (const name of names.en) put(name.toLowerCase(), code)
  for (const table of [DEMONYMS.en, CAPITALS])
    for (const [code, forms] of tableRows(table))
      for (const form of forms) put(form.replace('?', '').toLowerCase(), code)
  const alternatives = [...codes.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  const pattern = new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?=s?(?!\\p{L}))`, 'gu')
  return (text) => [...new Set((text.toLowerCase().match(pattern) ?? []).flatMap((form) => codes.get(form) ?? []))]
}

/** Micro-averaged over all pairs of text and country; codes in `without` are left out on both sides. */
function scoreOf(stories: readonly Story[], answers: readonly (readonly string[])[], without: string[] = []): Score {
  let right = 0
  let given = 0
  let wanted = 0
  stories.forEach(({ gold }, i) => {
    const answer = (answers[i] ?? []).filter((code) => !without.includes(code))
    given += answer.length
    right += answer.filter((code) => gold.has(code)).length
    wanted += [...gold].filter((code) => !without.includes(code)).length
  })
  const precision = right / given
  const recall = right / wanted
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function print(label: string, { precision, recall, f1 }: Score): void {
  const figures = [precision, recall, f1].map((value) => value.toFixed(3)).join('  ')
  console.log(`  ${label.padEnd(44)} ${figures}`)
}

/** Prints precision, recall and F1 on TR-News and Reuters-21578, and stories per second. */
export async function run(): Promise<void> {
  const matchPlainly = plainMatcher()
  const plain = (stories: readonly Story[]) => stories.map(({ title, body }) => matchPlainly(`${title}\n${body}`))

  console.log('Countries: precision, recall, F1')
  const news = readStories('geo_trnews/docs.jsonl.gz', 'countries')
  if (news === undefined) console.log('  TR-News: skipped: no data')
  else {
    const mentions = news.map(({ title, body }) => findCountries({ title, body }).mentions)
    print(`mentions, TR-News, ${news.length} texts`, scoreOf(news, mentions))
    print('  plain matching', scoreOf(news, plain(news)))
  }

  const wire = readStories('reuters21578/docs.jsonl.gz', 'places')
  if (wire === undefined) {
    console.log('  Reuters-21578: skipped: no data')
    return
  }
  const begin = process.cpuUsage()
  const findings = wire.map(({ title, body }) => findCountries({ title, body }))
  const { user, system } = process.cpuUsage(begin)
  const seconds = (user + system) / 1e6
  const countries = findings.map((finding) => finding.countries)
  const isEven = (_: unknown, i: number) => i % 2 === 0
  const isOdd = (_: unknown, i: number) => i % 2 === 1
  const naive = plain(wire)
  print(`countries, Reuters, ${wire.length} stories, no US`, scoreOf(wire, countries, ['US']))
  print('  even-numbered', scoreOf(wire.filter(isEven), countries.filter(isEven), ['US']))
  print('  odd-numbered', scoreOf(wire.filter(isOdd), countries.filter(isOdd), ['US']))
  const named = findings.map((finding) => finding.mentions)
  print('  all mentions', scoreOf(wire, named, ['US']))
  print('  plain matching', scoreOf(wire, naive, ['US']))
  print('countries, Reuters, with US', scoreOf(wire, countries))
  print('  plain matching', scoreOf(wire, naive))
  console.log(`  ${Math.round(wire.length / seconds)} stories a second of processor time`)
}
