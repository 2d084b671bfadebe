/** Does ingest find in the sample corpus what a careful reader would state? */

import { beforeAll, describe, expect, it } from 'vitest'
import { findDuplicates } from '../../src/ingest/extract/near-duplicates.js'
import { type IngestItem, readReleases } from '../../src/ingest/read-releases.js'
import type { Release } from '../../src/types.js'
import { BROKEN, expectedBroken, expectedReleases, NESTED_FIELDS, RELEASES } from './expected.js'

/** Fields that are known to come out wrong, with the reason: an entry that no longer fails must be removed. */
const KNOWN: Record<string, string> = {
  'newsdesk/2022/belize-amnesty.txt mentions':
    'San Jose as a dateline: several towns, and nothing else names Costa Rica',
}

/** What a release is about is a judgement: so many of ten must agree with the reader's exactly, and lead with the same country. */
const AGREED_IN_TEN = { set: 8.5, first: 9 }

type Field = 'title' | 'date' | 'language' | 'mentions'

const NESTED = 'export/nodes.json'
const truth = expectedReleases()

async function collect(options: Parameters<typeof readReleases>[0]): Promise<IngestItem[]> {
  const items: IngestItem[] = []
  for await (const item of readReleases(options)) items.push(item)
  return items
}

/** Codes as a set, so that order and repetition do not matter. */
function asSet(codes: readonly string[] | undefined): string {
  return [...new Set(codes ?? [])].sort().join(' ')
}

describe('the sample corpus', () => {
  let items: IngestItem[] = []
  let found = new Map<string, Release>()

  beforeAll(async () => {
    items = [
      ...(await collect({ cwd: RELEASES, include: ['**/*'], exclude: [NESTED] })),
      ...(await collect({ cwd: RELEASES, include: [NESTED], fields: NESTED_FIELDS })),
    ]
    found = new Map(items.flatMap((item) => (item.kind === 'release' ? [[item.release.id, item.release]] : [])))
  })

  it('is taken in whole, under the expected ids', () => {
    expect(items.filter((item) => item.kind !== 'release')).toEqual([])
    expect([...found.keys()].sort()).toEqual([...truth.keys()].sort())
  })

  const readers: Record<Field, [got: (release: Release) => string, wanted: (id: string) => string]> = {
    title: [(release) => release.title, (id) => truth.get(id)!.title],
    date: [(release) => release.date ?? 'undated', (id) => truth.get(id)!.date ?? 'undated'],
    language: [(release) => release.language ?? 'none', (id) => truth.get(id)!.language],
    mentions: [(release) => asSet(release.mentions), (id) => asSet(truth.get(id)!.mentions)],
  }
  for (const [field, [got, wanted]] of Object.entries(readers)) {
    it(`has the right ${field}`, () => {
      const wrong: Record<string, string> = {}
      for (const id of truth.keys()) {
        const release = found.get(id)
        if (release === undefined || got(release) === wanted(id)) continue
        wrong[`${id} ${field}`] = `got ${got(release)}, expected ${wanted(id)}`
      }
      const known = Object.keys(KNOWN).filter((key) => key.endsWith(` ${field}`))
      const unexpected = Object.fromEntries(Object.entries(wrong).filter(([key]) => !known.includes(key)))
      expect(unexpected).toEqual({})
      expect(known.filter((key) => wrong[key] === undefined)).toEqual([])
    })
  }

  it('agrees with the reader on what nearly all releases are about', () => {
    const wrong: string[] = []
    const otherFirst: string[] = []
    for (const [id, { countries }] of truth) {
      const codes = found.get(id)?.countries ?? []
      if (asSet(codes) !== asSet(countries)) wrong.push(`${id}: got ${asSet(codes)}, expected ${asSet(countries)}`)
      if (codes[0] !== countries[0]) otherFirst.push(`${id}: got ${codes[0]}, expected ${countries[0]}`)
    }
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(truth.size * (1 - AGREED_IN_TEN.set / 10))
    expect(otherFirst.length, otherFirst.join('\n')).toBeLessThanOrEqual(truth.size * (1 - AGREED_IN_TEN.first / 10))
  })

  it('leaves menus, contacts and metadata out of the text, and keeps what belongs to it', () => {
    const wrong: string[] = []
    for (const [id, { absent = [], present = [] }] of truth) {
      const body = found.get(id)?.body
      if (body === undefined) continue
      for (const words of absent) if (body.includes(words)) wrong.push(`${id}: still has ${JSON.stringify(words)}`)
      for (const words of present) if (!body.includes(words)) wrong.push(`${id}: lacks ${JSON.stringify(words)}`)
    }
    expect(wrong).toEqual([])
  })

  it('tells which releases are the same text again', () => {
    const wanted = new Map<string, Set<string>>()
    for (const [id, { duplicateOf }] of truth) {
      if (duplicateOf === undefined) continue
      const group = wanted.get(duplicateOf) ?? new Set([duplicateOf])
      wanted.set(duplicateOf, group.add(id))
      wanted.set(id, group)
    }
    const sorted = (groups: Iterable<Iterable<string>>): string[] =>
      [...groups].map((ids) => [...ids].sort().join()).sort()
    expect(sorted(findDuplicates([...found.values()]).map(({ ids }) => ids))).toEqual(sorted(new Set(wanted.values())))
  })

  it('keeps the exceptions few', () => {
    expect(Object.keys(KNOWN).length).toBeLessThanOrEqual(3)
  })
})

describe('the broken inputs', () => {
  for (const [file, { rejected, releases, warnings = [] }] of expectedBroken()) {
    it(`${file}: ${rejected.map(({ reason }) => reason).join(', ') || 'taken in'}`, async () => {
      const items = await collect({ cwd: BROKEN, include: [file] })
      const rejections = items.flatMap((item) => (item.kind === 'rejected' ? [item.rejection] : []))
      const taken = items.flatMap((item) => (item.kind === 'release' ? [item] : []))
      if (releases !== null) expect(taken.length).toBe(releases)
      if (releases !== null || rejected.length > 0) {
        expect(
          rejections.map(({ line, reason }) =>
            line === undefined || rejected.every((one) => one.line === undefined) ? { reason } : { line, reason },
          ),
        ).toEqual(rejected)
      }
      for (const { message } of rejections) expect(message.length).toBeGreaterThan(5)
      for (const { release } of taken) expect(release.body.length).toBeLessThan(5_000)
      const fields = taken.flatMap((item) => item.warnings.map((warning) => warning.field))
      for (const field of warnings) expect(fields).toContain(field)
    })
  }
})
