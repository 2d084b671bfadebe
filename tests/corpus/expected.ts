/** What does the sample corpus claim to be? Its paths and the shape of its statements of truth. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))
export const RELEASES = join(CORPUS, 'releases')
export const BROKEN = join(CORPUS, 'broken')

/** Settings that one file of the corpus needs (see `corpus/README.md`). */
export const NESTED_FIELDS = {
  title: 'title.0.value',
  body: 'body.0.value',
  date: 'field_date.0.value',
  language: 'langcode.0.value',
}

/** The truth of one release. */
export interface Expected {
  file: string
  title: string
  date: string | null
  language: string
  countries: string[]
  mentions: string[]
  duplicateOf?: string
  translationOf?: string
  present?: string[]
  absent?: string[]
  note?: string
}

/** What a broken input must lead to. */
export interface ExpectedBroken {
  rejected: { line?: number; reason: string }[]
  releases: number | null
  warnings?: string[]
  why: string
}

export function expectedReleases(): Map<string, Expected> {
  return new Map(
    Object.entries(JSON.parse(readFileSync(join(CORPUS, 'expected.json'), 'utf8')) as Record<string, Expected>),
  )
}

export function expectedBroken(): Map<string, ExpectedBroken> {
  return new Map(
    Object.entries(JSON.parse(readFileSync(join(BROKEN, 'expected.json'), 'utf8')) as Record<string, ExpectedBroken>),
  )
}

/** Files below a folder, relative to it, with forward slashes, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
