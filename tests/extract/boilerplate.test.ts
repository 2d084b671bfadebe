/** Are lines that a folder repeats taken out, and nothing that belongs to a release? */

import { describe, expect, it } from 'vitest'
import { BoilerplateModel } from '../../src/ingest/extract/boilerplate.js'

const MENU = ['Home', 'Our desk and what it does', 'Where the boats are']
const FOOT = ['', 'The desk has watched this coast since 1998 and is open on weekdays.', 'Updated: 3 hours ago']

function model(texts: string[], folder = 'desk'): BoilerplateModel {
  const learnt = new BoilerplateModel()
  for (const [i, text] of texts.entries()) learnt.learn(`${folder}/${i}.txt`, text)
  return learnt
}

const body = (i: number): string[] => [
  `Boat number ${'abcdefghij'[i]} arrives`,
  '',
  `The boat called ${'abcdefghij'[i]} arrived at dawn with its crew.`,
]
const page = (i: number): string[] => [...MENU, ...body(i), ...FOOT.slice(0, 2), `Updated: ${i} hours ago`]

describe('boilerplate', () => {
  const pages = Array.from({ length: 8 }, (_, i) => page(i).join('\n'))

  it('is what many documents have, figures aside', () => {
    expect(model(pages).strip('desk/0.txt', page(0)).join('\n').trim()).toBe(body(0).join('\n'))
  })

  it('is a matter of the folder', () => {
    expect(model(pages).strip('other/0.txt', page(0))).toEqual(page(0))
  })

  it('is not learnt from two documents', () => {
    expect(model(pages.slice(0, 2)).strip('desk/0.txt', page(0))).toEqual(page(0))
  })

  it('is not learnt from copies of one release', () => {
    const copies = Array.from({ length: 8 }, () => pages[0]!)
    expect(model(copies).strip('desk/0.txt', page(0))).toEqual(page(0))
  })

  it('spares a title that many releases bear', () => {
    const update = (i: number): string[] => [
      'Weekly Humanitarian Update',
      '',
      `In week ${'abcdefghij'[i]} the river rose and the road to the ${'abcdefghij'[i]} bridge was closed by the army.`,
    ]
    const learnt = model(Array.from({ length: 8 }, (_, i) => update(i).join('\n')))
    expect(learnt.strip('desk/0.txt', update(0))).toEqual(update(0))
  })

  describe('where releases of one month have the same shape', () => {
    const WORDS = ['Fishermen drowned', 'Police fired', 'Teachers went on strike', 'Rain came']
    const release = (i: number, title: string, date = `${11 + i} August 2019`): string[] => [
      title,
      '',
      date,
      '',
      `${WORDS[i]} in the town of ${'ABCD'[i]}, and many people lost what they had there.`,
    ]

    it('is neither the date nor a title with a number', () => {
      for (const title of ['Situation report no. %', 'Weekly update on the situation']) {
        const releases = WORDS.map((_, i) => release(i, title.replace('%', String(i + 1))))
        const learnt = model(releases.map((lines) => lines.join('\n')))
        for (const [i, lines] of releases.entries()) expect(learnt.strip(`desk/${i}.txt`, lines)).toEqual(lines)
      }
    })

    it('is not the date of several of a day', () => {
      const releases = WORDS.map((words, i) => release(i, `${words} today`, '11 August 2019'))
      const learnt = model(releases.map((lines) => lines.join('\n')))
      for (const [i, lines] of releases.entries()) expect(learnt.strip(`desk/${i}.txt`, lines)).toEqual(lines)
    })

    it('is the day on which all of a large folder was saved', () => {
      const letters = (i: number): string => 'abcdefghijklmnopqrstuvwxyz'[i]!.repeat(5)
      const saved = Array.from({ length: 24 }, (_, i) => [
        'Saved on 5 May 2021',
        `Title ${letters(i)} of this release`,
        '',
        `The people of ${letters(i)} have come home after the long rains of the year.`,
      ])
      const learnt = model(saved.map((lines) => lines.join('\n')))
      expect(learnt.strip('desk/0.txt', saved[0]!)).toEqual(saved[0]!.slice(1))
    })
  })

  it('spares the end of a wrapped sentence that others happen to have', () => {
    const text = (i: number): string[] => [
      `The ${'abcdefghij'[i]} families who came over the mountains in spring and`,
      'the country.',
      `The ${'abcdefghij'[i]} guards let them pass.`,
    ]
    const learnt = model(Array.from({ length: 8 }, (_, i) => text(i).join('\n')))
    expect(learnt.strip('desk/0.txt', text(0))).toEqual(text(0))
  })

  it('spares a document of which nothing would be left', () => {
    expect(model(pages).strip('desk/9.txt', [...MENU])).toEqual(MENU)
  })

  describe('of versions of one release', () => {
    const text = [
      'Refugees in Chad Get Wells',
      '',
      'NDJAMENA, 5 May 2005 - Refugees from Darfur got wells in Chad, the mission said. The wells were dug by forty men.',
      '',
      'The wells are sixty metres deep, and each will give water to two thousand people in the camps of the east.',
    ]
    const versions = [
      ['News Release 17/2005', '', ...text],
      ['Ref: PR/05/17', '', ...text],
      ['Re-issued 9 May 2005', '', ...text],
      [...text, '', 'The figure of forty men was put right by the mission on the day after the release.'],
    ]
    const all = versions.map((lines) => lines.join('\n'))

    it('is not learnt', () => {
      for (const version of versions) expect(model(all).strip('desk/0.txt', version)).toEqual(version)
    })

    it('is not learnt among others, whose own frame is', () => {
      const mixed = model([...pages, ...all])
      for (const version of versions) expect(mixed.strip('desk/0.txt', version)).toEqual(version)
      expect(mixed.strip('desk/0.txt', page(0)).join('\n').trim()).toBe(body(0).join('\n'))
    })

    it('is not taken out where it is all the prose there is', () => {
      const about = text.slice(-1)
      const long = (i: number): string => `The ${'abc'[i]} people of camp ${'abc'[i]} said so. `.repeat(12)
      const learnt = model([0, 1, 2].map((i) => [long(i), '', ...about].join('\n')))
      expect(learnt.strip('desk/0.txt', [long(4), '', ...about])).toEqual([long(4), ''])
      const bare = ['News Release of the mission', '', ...about]
      expect(learnt.strip('desk/0.txt', bare)).toEqual(bare)
    })
  })

  it('spares a heading that releases of other numbers bear too', () => {
    const firsts = ['Press Release No. 17/2005', 'Press Release No. 18/2005', 'Ref: PR/05/20', 'News Release 2005/21']
    const release = (i: number): string[] => [
      firsts[i]!,
      '',
      'Refugees in Tanzania Get Wells',
      '',
      `The well of camp ${'abcd'[i]} was dug by ${'abcd'[i]} men in three months and a day of ${'abcd'[i]} weeks.`,
    ]
    const learnt = model(firsts.map((_, i) => release(i).join('\n')))
    for (const i of firsts.keys()) expect(learnt.strip('desk/0.txt', release(i))).toContain(release(0)[2])
  })

  it('spares what releases quote, but not a label between paragraphs', () => {
    const quote = '"The foundation made the whole programme possible," the minister said at the ceremony.'
    const wrapped = [
      '"The foundation made the whole programme',
      'possible," the minister said at the ceremony in town.',
    ]
    const quoting = (i: number, quoted: string[]): string[] => [
      `Boat ${'abcdefghij'[i]} arrives`,
      `The boat called ${'abcdefghij'[i]} arrived at dawn with a crew of ${'abcdefghij'[i]} sailors.`,
      ...quoted,
      'Read also',
      `The port of ${'abcdefghij'[i]} was closed for the night by order of the mayor.`,
    ]
    for (const quoted of [[quote], wrapped]) {
      const all = Array.from({ length: 8 }, (_, i) => [...MENU, ...quoting(i, quoted), ...FOOT])
      const stripped = model(all.map((lines) => lines.join('\n'))).strip('desk/0.txt', all[0]!)
      expect(stripped).toEqual([...quoting(0, quoted).filter((line) => line !== 'Read also'), ''])
    }
  })

  it('keeps its memory bounded', () => {
    const learnt = new BoilerplateModel()
    for (let i = 0; i < 40; i++) {
      const unique = Array.from(
        { length: 4000 },
        (_, line) =>
          `line ${String.fromCharCode(97 + (line % 26))}${(line * 40 + i).toString(36).replace(/\d/g, (d) => 'ghijklmnop'[Number(d)]!)}`,
      )
      learnt.learn(`desk/${i}.txt`, [...MENU, ...unique].join('\n'))
    }
    expect(learnt.isRepeated('desk/x.txt', MENU[1]!)).toBe(true)
    expect(learnt.isRepeated('desk/x.txt', 'line never seen')).toBe(false)
  })
})
