/** Are the most frequent forms used, whatever segments and packs they are in? Against all of them, sorted. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { compareCodePoints } from '../../src/bytes/utf8.js'
import { openWords, type WordEntry, writeWords } from '../../src/format/words.js'
import { expandFuzzy, expandPrefix } from '../../src/query/expand.js'
import type { Segment } from '../../src/reader/segment.js'

/** A segment that has nothing but surface forms, in packs of three. */
function segmentOf(entries: readonly WordEntry[]): Segment {
  const packs = Array.from({ length: Math.ceil(entries.length / 3) }, (_, index) =>
    openWords(new ByteReader(writeWords(entries.slice(3 * index, 3 * index + 3)), 'words')),
  )
  return {
    packsWithPrefix: () => packs.map((_, index) => index),
    words: (ordinal: number) => packs[ordinal]!,
  } as unknown as Segment
}

/** Every form by its frequency over all segments, then in order. */
function plainly(segments: readonly (readonly WordEntry[])[]): { form: string; releases: number }[] {
  const sums = new Map<string, number>()
  for (const { surface, tag, docFreq, removed = 0 } of segments.flat())
    sums.set(`${surface} ${tag}`, (sums.get(`${surface} ${tag}`) ?? 0) + docFreq - removed)
  return [...sums]
    .map(([form, releases]) => ({ form, releases }))
    .filter(({ releases }) => releases > 0)
    .sort((a, b) => b.releases - a.releases || compareCodePoints(a.form, b.form))
}

const surface = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{10400}'), minLength: 1, maxLength: 3 })
const frequency = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1021, max: 1026 }))
const entry = fc.record({ surface, tag: fc.integer({ min: 0, max: 2 }), docFreq: frequency, removed: frequency })
const segment = fc
  .uniqueArray(entry, { maxLength: 40, selector: ({ surface, tag }) => `${surface} ${tag}` })
  .map((entries) =>
    entries
      .sort((a, b) => compareCodePoints(a.surface, b.surface) || a.tag - b.tag)
      .map(
        ({ removed, ...each }): WordEntry => ({
          ...each,
          stem: each.surface,
          ...(removed % 3 === 1 ? { removed } : {}),
        }),
      ),
  )
const segments = fc.array(segment, { minLength: 1, maxLength: 3 })
const most = fc.integer({ min: 1, max: 45 })

describe('the most frequent forms', () => {
  it.each([
    ['that begin so', (parts: Segment[], count: number) => expandPrefix(parts, '', undefined, count)],
    ['that are nearly so', (parts: Segment[], count: number) => expandFuzzy(parts, 'ab', 6, undefined, count)],
  ])('%s', async (_name, expand) => {
    await fc.assert(
      fc.asyncProperty(segments, most, async (parts, count) => {
        const all = plainly(parts)
        const { forms, cut } = await expand(parts.map(segmentOf), count)
        expect(forms.map(({ surface, tag, releases }) => ({ form: `${surface} ${tag}`, releases }))).toEqual(
          all.slice(0, count),
        )
        expect(cut).toBe(all.length > count)
      }),
      { numRuns: 300 },
    )
  })
})
