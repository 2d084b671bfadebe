/**
 * How was the archive of format 1.0 made, and what was it asked? The recipe of `archive-1.0`, which is made anew only while that format
 * is not published: `WRITE_ARCHIVE=1 npx vitest run tests/growth/format-1.0.test.ts`.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { openArchive } from '../../src/open-node.js'
import type { Release, SearchOptions } from '../../src/types.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'
import { add, build } from './changes-by-hand.js'
import { makeRelease } from './releases.js'

/** What was asked, and what was answered. */
export interface Recorded {
  info: object
  answers: {
    query: string
    options: SearchOptions
    total: number
    groups?: number
    ids: string
    facets: Record<string, string>
  }[]
  suggestions: { text: string; found: string }[]
  stored: Release[]
  gone: string[]
}

export const SETTINGS = { synonyms: [['gizmo', 'widget']], stopwords: { en: ['bulletin'] } }

const BULLETIN: Release = {
  id: 'r0',
  title: 'Bulletin on gizmos',
  body: 'A gizmo was sent to the camp.\n\nThe border stayed open, zuerst offen.',
  date: '2011-03-14',
  dateSource: 'stated',
  language: 'en',
  countries: ['SS'],
  mentions: ['SS', 'LY'],
  url: 'https://example.org/r0',
  facets: { topic: ['health', 'return'], office: 'Juba' },
  contacts: [{ name: 'A. Person', email: 'person@example.org' }],
}

function makeReleases(): Release[] {
  const random = new Random(100)
  const all = Array.from({ length: 34 }, (_, index) => makeRelease(random, `r${index}`))
  all[0] = BULLETIN
  all[1] = { ...BULLETIN, id: 'r1', date: '2011-03-15', url: 'https://example.org/copy' }
  return all
}

const LONG = generateCollection(7, 80)

const QUESTIONS: [query: string, options: SearchOptions][] = [
  ['', { facets: ['year', 'country', 'topic', 'language'] }],
  ['trafficking', {}],
  ['human trafficking', { facets: ['year', 'country'] }],
  ['"human trafficking"', { sort: 'relevance' }],
  ["côte d'ivoire", {}],
  ['idp', { facets: ['mention'] }],
  ['burma', { where: { language: 'en' } }],
  ['migrants OR migrantes', { facets: ['month'] }],
  ['organisation assisted', {}],
  ['widget', {}],
  ['widget', { concepts: false }],
  ['bulletin gizmo', { fold: true }],
  ['title:workshop', {}],
  ['the in of', {}],
  ['traff* shel*', {}],
  ['shleter~ -return', {}],
  ['"camp border"~4 OR 17', {}],
  ['zuerst', {}],
  ['date:2010..2011-06 country:MO', { facets: ['office'] }],
  ['', { where: { topic: ['health', null] }, sort: 'oldest' }],
  ['', { where: { year: null } }],
  [`${LONG.words[1]} ${LONG.words[2]}`, { facets: ['topic'], sort: 'relevance' }],
  [`"${LONG.words[0]} ${LONG.words[1]}"`, {}],
  [`${LONG.words[40]} OR ${LONG.words[60]} OR ${LONG.words[90]}`, { sort: 'relevance' }],
]

/** The values of page facets as text. */
export function told(facets: Record<string, { value: unknown; count: number }[]>): Record<string, string> {
  const texts = Object.entries(facets).map(([name, values]) => [
    name,
    values.map(({ value, count }) => `${value} ${count}`).join(', '),
  ])
  return Object.fromEntries(texts)
}

/** Builds, adds to and removes from an archive, and records what it answers. */
export async function writeArchive(out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const directory = join(out, 'archive')
  const all = makeReleases()
  const long = LONG.releases.map(({ release }) => release)
  const replaced = { ...all[5]!, title: 'Replaced: a workshop in Macao', countries: ['MO'] }
  const { topic: _, ...facets } = BULLETIN.facets ?? {}
  const lost: Release = { ...all[2]!, facets: { ...facets, desk: 'night' } }
  await build(directory, [...all.slice(0, 2), lost, ...all.slice(3, 24), ...long], {
    ...SETTINGS,
    defaultLanguage: 'fr',
    keep: 0,
  })
  await add(directory, [...all.slice(26), replaced], { keep: 0 })
  await removeFromArchive(directory, ['r2', 'r27'], { keep: 0 })
  const archive = await openArchive(directory)
  const answers: Recorded['answers'] = []
  for (const [query, given] of QUESTIONS) {
    const options: SearchOptions = { sort: 'newest', limit: 100, snippet: false, ...given }
    const { total, groups, hits, facets } = await archive.search(query, options)
    const ids = hits.map(({ id }) => id).join(' ')
    answers.push({ query, options, total, ...(groups === undefined ? {} : { groups }), ids, facets: told(facets) })
  }
  const suggestions: Recorded['suggestions'] = []
  for (const text of ['mi', 'tra', 'human tra', 'fa', '20']) {
    const found = (await archive.suggest(text)).map((each) => `${each.text} ${each.releases}`).join(', ')
    suggestions.push({ text, found })
  }
  const { releases, segments, languages, years, undated, facets: names } = archive.info
  const recorded: Recorded = {
    info: { releases, segments, languages, years, undated, facets: names },
    answers,
    suggestions,
    stored: [all[0]!, all[1]!, replaced, all[30]!],
    gone: ['r2', 'r27', 'r25', 'nobody'],
  }
  await archive.close()
  writeFileSync(join(out, 'answers.json'), `${JSON.stringify(recorded, null, 1)}\n`)
}
