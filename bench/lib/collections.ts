/** Which public collections are measured with? Read from the measurement data beside the project; absent ones are skipped aloud. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Release } from '../../src/types.js'

const DATA = '../shared/data'

export interface Story {
  id: string
  title: string
  body: string
  date?: string
  places?: string[]
}

function readLines<T>(path: string): T[] {
  return gunzipSync(readFileSync(path))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

/** The documents of a collection, or null with a message when the data is not there. */
export function readStories(name: string): Story[] | null {
  const path = join(DATA, name, 'docs.jsonl.gz')
  if (existsSync(path)) return readLines<Story>(path)
  console.log(`skipped: no data (${name})`)
  return null
}

/** Reuters-21578 as releases: stated language, places as countries. */
export function reutersReleases(): Release[] | null {
  return (
    readStories('reuters21578')?.map(({ id, title, body, date, places }) => ({
      id,
      title,
      body,
      ...(date === undefined ? {} : { date }),
      language: 'en',
      countries: places ?? [],
    })) ?? null
  )
}

/** A test collection with graded judgements. */
export interface Collection {
  name: string
  language: string
  stories: Story[]
  queries: { id: string; text: string }[]
  /** Grade by query, then document. */
  judgements: Map<string, Map<string, number>>
}

export const COLLECTIONS: readonly { name: string; language: string }[] = [
  { name: 'time', language: 'en' },
  { name: 'cranfield', language: 'en' },
  { name: 'scifact', language: 'en' },
  { name: 'xquad_en', language: 'en' },
  { name: 'xquad_es', language: 'es' },
  { name: 'xquad_ru', language: 'ru' },
]

export function readCollection({ name, language }: { name: string; language: string }): Collection | null {
  const stories = readStories(name)
  if (stories === null) return null
  const judgements = new Map<string, Map<string, number>>()
  for (const line of readFileSync(join(DATA, name, 'qrels.tsv'), 'utf8').split('\n')) {
    const [query, doc, grade] = line.split('\t')
    if (query === undefined || doc === undefined || grade === undefined) continue
    const grades = judgements.get(query) ?? new Map<string, number>()
    grades.set(doc, Number(grade))
    judgements.set(query, grades)
  }
  const queries = readLines<{ id: string; text: string }>(join(DATA, name, 'queries.jsonl.gz'))
  return { name, language, stories, queries, judgements }
}

/** nDCG@10 with gain 2^grade - 1, over the queries that have judgements. */
export function ndcg10(collection: Collection, rank: (query: string) => readonly string[]): number {
  let sum = 0
  let count = 0
  for (const { id, text } of collection.queries) {
    const grades = collection.judgements.get(id)
    if (grades === undefined) continue
    const gain = (grade: number): number => 2 ** grade - 1
    const discounted = (list: readonly number[]): number =>
      list.slice(0, 10).reduce((total, value, index) => total + gain(value) / Math.log2(index + 2), 0)
    const ideal = discounted([...grades.values()].sort((a, b) => b - a))
    if (ideal === 0) continue
    sum += discounted(rank(text).map((doc) => grades.get(doc) ?? 0)) / ideal
    count++
  }
  return sum / count
}

/** The median of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** The value that a share of some numbers do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
