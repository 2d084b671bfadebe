/** Is the sample corpus consistent with its own statement of truth, and as varied as it says? */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BROKEN, CORPUS, expectedBroken, expectedReleases, filesBelow, RELEASES } from './expected.js'

const truth = expectedReleases()
const entries = [...truth]
const REASONS = ['unreadable', 'empty', 'binary', 'syntax', 'no-text', 'no-id', 'too-large', 'encoding', 'unsafe']

function isRealDate(date: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (match === null) return false
  const [, year = '', month = '01', day = '01'] = match
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`)
}

describe('expected.json', () => {
  it('covers every file and names no other', () => {
    const named = [...new Set(entries.map(([, { file }]) => file))].sort()
    expect(named).toEqual(filesBelow(RELEASES))
  })

  it('numbers the releases of a file without gaps, or uses stated ids', () => {
    for (const [id, { file }] of entries) {
      const number = /^(.*)#(\d+)$/.exec(id)
      if (number !== null) expect(number[1]).toBe(file)
      else if (id.includes('/') && !id.includes(':')) expect(id).toBe(file)
      if (number !== null && Number(number[2]) > 1) expect(truth.has(`${file}#${Number(number[2]) - 1}`)).toBe(true)
    }
  })

  it('gives titles, real dates, language tags and two-letter codes', () => {
    for (const [id, release] of entries) {
      expect(release.title.trim(), id).toBe(release.title)
      expect(release.title, id).not.toBe('')
      if (release.date !== null) expect(isRealDate(release.date), `${id}: ${release.date}`).toBe(true)
      expect(release.language, id).toMatch(/^[a-z]{2}$/)
      for (const code of [...release.countries, ...release.mentions]) expect(code, id).toMatch(/^[A-Z]{2}$/)
      expect(new Set(release.countries).size, id).toBe(release.countries.length)
      expect(release.mentions, id).toEqual([...new Set(release.mentions)].sort())
      expect(release.mentions, id).toEqual(expect.arrayContaining(release.countries))
    }
  })

  it('links duplicates and translations to releases that exist', () => {
    for (const [id, { duplicateOf, translationOf, language }] of entries) {
      for (const other of [duplicateOf, translationOf]) if (other !== undefined) expect(truth.has(other), id).toBe(true)
      if (translationOf !== undefined) expect(truth.get(translationOf)?.language, id).not.toBe(language)
      if (duplicateOf !== undefined) expect(truth.get(duplicateOf)?.language, id).toBe(language)
    }
  })

  it('holds what it must leave out: what is absent from a body stands in its file', () => {
    for (const [id, { file, absent = [] }] of entries) {
      if (!file.endsWith('.txt') || file.includes('utf16')) continue
      const text = readFileSync(join(RELEASES, file), 'latin1')
      for (const words of absent)
        expect(text.includes(Buffer.from(words, 'utf8').toString('latin1')), `${id}: ${words}`).toBe(true)
    }
  })
})

describe('the sample corpus', () => {
  const releases = entries.map(([, release]) => release)
  const counted = (language: string) => releases.filter((release) => release.language === language).length

  it('has at least 100 releases about at least 50 countries, 1998 to 2025', () => {
    expect(releases.length).toBeGreaterThanOrEqual(100)
    expect(new Set(releases.flatMap((release) => release.countries)).size).toBeGreaterThanOrEqual(50)
    const years = releases.flatMap((release) => (release.date === null ? [] : [Number(release.date.slice(0, 4))]))
    expect([Math.min(...years), Math.max(...years)]).toEqual([1998, 2025])
    for (let year = 1998; year <= 2025; year++) expect(years, String(year)).toContain(year)
  })

  it('is mostly English, then French and Spanish, with Arabic and four more', () => {
    expect(counted('en') * 2).toBeGreaterThan(releases.length)
    for (const language of ['fr', 'es']) expect(counted(language)).toBeGreaterThanOrEqual(10)
    expect(counted('ar')).toBeGreaterThanOrEqual(4)
    for (const language of ['pt', 'ru', 'de', 'it']) expect(counted(language), language).toBeGreaterThanOrEqual(1)
  })

  it('has undated releases, duplicates, translations and every kind of file', () => {
    expect(releases.filter((release) => release.date === null).length).toBeGreaterThanOrEqual(4)
    expect(releases.filter((release) => release.duplicateOf !== undefined).length).toBeGreaterThanOrEqual(4)
    expect(releases.filter((release) => release.translationOf !== undefined).length).toBeGreaterThanOrEqual(3)
    const kinds = new Set(releases.map((release) => release.file.slice(release.file.lastIndexOf('.') + 1)))
    expect([...kinds].sort()).toEqual(['atom', 'csv', 'gz', 'htm', 'html', 'json', 'jsonl', 'md', 'txt', 'xml'])
  })

  it('says its own size in the README', () => {
    const readme = readFileSync(join(CORPUS, 'README.md'), 'utf8')
    expect(readme).toContain(`${releases.length} releases`)
    expect(readme).toContain(`about ${new Set(releases.flatMap((release) => release.countries)).size} countries`)
  })
})

describe('the broken inputs', () => {
  it('are all described, with known reasons', () => {
    const broken = expectedBroken()
    expect([...broken.keys(), 'expected.json'].sort()).toEqual(filesBelow(BROKEN))
    for (const [file, { rejected, releases, why }] of broken) {
      for (const { reason } of rejected) expect(REASONS, file).toContain(reason)
      expect(releases === null || releases >= 0, file).toBe(true)
      expect(why, file).not.toBe('')
    }
  })
})
