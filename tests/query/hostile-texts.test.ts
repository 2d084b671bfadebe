/**
 * Are hostile texts marked and cut as others are? Lone surrogates, words of a megabyte, heaps of combining marks, mixed scripts,
 * marks of direction and joiners of no width, in titles and bodies: found, shown in bounds, and each time alike.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { highlight, parts } from '../../src/query/highlight.js'
import type { MarkedText, Release } from '../../src/types.js'
import { archiveOf } from '../helpers/memory-archive.js'

const ZALGO = `z${'\u0300\u0323\u0489'.repeat(400)}alg${'\u0301'.repeat(400)}o`

/** Each text holds the word "boats" in some disguise, or beside something. */
const TEXTS: readonly (readonly [name: string, text: string, query: string])[] = [
  ['a lone first half', 'before \ud83d boats \ud83d\ud83d after', 'boats'],
  ['a lone second half', '\udc00boats\udc00 after \udfff', 'boats'],
  ['halves in the wrong order', 'a \udc00\ud800 boats \udc00\ud800', 'boats'],
  ['a lone half inside of the word', 'bo\ud800ats and boats', 'boats'],
  ['a word of a megabyte', `${'x'.repeat(1_000_000)} boats`, 'boats'],
  ['the word amid a megabyte of letters', `boats ${'é'.repeat(500_000)} boats ${'я'.repeat(500_000)} boats`, 'boats'],
  ['a megabyte of one word', 'boats '.repeat(170_000), 'boats'],
  ['a megabyte without a space', `boats${'/boats'.repeat(170_000)}`, 'boats'],
  ['combining marks on every letter', 'b\u0308o\u0308a\u0308t\u0308s\u0308 sink', 'boats'],
  ['heaps of combining marks', `${ZALGO} boats ${ZALGO}`, 'boats'],
  ['marks with nothing under them', `${'\u0301'.repeat(5000)} boats \u0301`, 'boats'],
  ['Cyrillic letters among Latin ones', 'bоаts and boats', 'boats'],
  ['marks of direction', '\u202e\u2067boats\u2069\u202c \u200fboats\u200e', 'boats'],
  ['marks of direction inside of the word', 'bo\u200fat\u200es', 'boats'],
  ['joiners of no width', 'bo\u200dat\u200cs and b\u2060oats\ufeff', 'boats'],
  ['soft hyphens', 'bo\u00adats', 'boats'],
  ['full-width letters', 'ｂｏａｔｓ', 'boats'],
  ['Arabic with its signs', 'وَصَلَ المُهَاجِرُونَ بِالقَوَارِبِ boats', 'المهاجرون'],
  ['Hebrew, Thai and Han in one run', 'שלוםโลก世界boats', '世界'],
  ['flags and families', '👨‍👩‍👧‍👦🇲🇴boats👨🏽‍⚕️', 'boats'],
  ['controls', 'a\u0000b\u0007 boats \u001b[31m\u2028boats\u2029', 'boats'],
  ['markup', '<b>boats</b> & "boats" <script>alert(1)</script>', 'boats'],
]

const LENGTH = 120

let archive: Archive
beforeAll(async () => {
  const releases = TEXTS.flatMap(([, text], i): Release[] => [
    { id: `body-${i}`, title: 'T', body: text, language: 'en', facets: { text: String(i) } },
    // A title is shown whole.
    { id: `title-${i}`, title: text.slice(0, 2000), body: 'B', language: 'en', facets: { text: String(i) } },
  ])
  archive = await archiveOf(releases)
}, 60_000)

/** What must hold of every marked text. */
function check({ text, marks }: MarkedText): void {
  let last = 0
  for (const [start, end] of marks) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(text.length)
  expect(
    parts({ text, marks })
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
  const html = highlight({ text, marks })
  expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/)
  expect(html.match(/<mark>/g)?.length ?? 0).toBe(marks.length)
}

/** No mark and no border of the text goes through a pair of halves. */
function checkWhole(whole: string, { text, marks }: MarkedText): void {
  const isSplit = (context: string, place: number): boolean =>
    /[\ud800-\udbff]/.test(context[place - 1] ?? '') && /[\udc00-\udfff]/.test(context[place] ?? '')
  for (const place of marks.flat()) expect(isSplit(text, place)).toBe(false)
  const shown = text.replace(/^…\s*|\s*…$/gu, '')
  const at = whole.indexOf(shown)
  if (at < 0 || shown === '') return
  expect(isSplit(whole, at) || isSplit(whole, at + shown.length)).toBe(false)
}

describe('hostile texts', () => {
  it.each(TEXTS.map((row, i) => [...row, i] as const))('%s', async (_name, text, query, i) => {
    const options = { snippet: { length: LENGTH }, where: { text: String(i) } }
    const page = await archive.search(query, options)
    const body = page.hits.find(({ id }) => id === `body-${i}`)
    const title = page.hits.find(({ id }) => id === `title-${i}`)
    expect(body, 'found in the body').toBeDefined()
    expect(body!.snippet!.marks.length, 'marked').toBeGreaterThan(0)
    expect(body!.snippet!.text.length).toBeLessThanOrEqual(LENGTH + 2)
    for (const hit of [body, title]) {
      if (hit === undefined) continue
      for (const marked of [hit.snippet!, hit.titleSnippet!]) check(marked)
    }
    checkWhole(text, body!.snippet!)
    const collapsed = title?.title.replace(/\s+/g, ' ').trim()
    expect(title?.titleSnippet?.text).toBe(collapsed)
    const again = await archive.search(query, options)
    expect(again.hits).toEqual(page.hits)
  })

  it('a word or a sloppy phrase that is there many times is marked in time that grows with the text', async () => {
    for (const query of ['boats '.repeat(300), '"boats boats boats"~9', '"boats x"~3 OR boats']) {
      const page = await archive.search(query, { snippet: { length: LENGTH }, where: { text: '6' } })
      const hit = page.hits.find(({ id }) => id === 'body-6')
      expect(hit?.snippet?.marks.length, query.slice(0, 40)).toBeGreaterThan(5)
      check(hit!.snippet!)
    }
  })
})
