/** Is the date of a release the right one of all that are near it, and none when there is no saying? */

import { describe, expect, it } from 'vitest'
import { type DateEvidence, findDate, readStatedDate } from '../../src/ingest/extract/date.js'
import { extractRelease } from '../../src/ingest/extract/extract-release.js'

const NOTHING: DateEvidence = { marked: [], addresses: [], lines: [], title: '', body: '', now: new Date('2025-12-31') }

function found(evidence: Partial<DateEvidence>): string | undefined {
  const finding = findDate({ ...NOTHING, ...evidence })
  return finding === undefined ? undefined : `${finding.date} ${finding.source}`
}

describe('the strongest evidence decides', () => {
  const marked = { value: '2009-05-12T10:00:00Z', label: 'JSON-LD datePublished', kind: 'published' as const }
  const body = 'Nairobi, 4 March 2008 – A text about 7 June 2007.'
  it('metadata before the address', () =>
    expect(found({ marked: [marked], addresses: ['/2010/01/02/x'] })).toBe('2009-05-12 metadata'))
  it('a posted line before the address', () =>
    expect(found({ lines: ['Posted on Fri. July-01-2016'], addresses: ['/2010/01/02/x'] })).toBe('2016-07-01 metadata'))
  it('the address before the text', () =>
    expect(found({ addresses: ['https://x.example/newsdesk/20100102'], body })).toBe('2010-01-02 url'))
  it('the dateline before the text', () => expect(found({ body })).toBe('2008-03-04 dateline'))
  it('a changed page is not a published one', () =>
    expect(found({ marked: [{ ...marked, kind: 'modified' }], body })).toBe('2008-03-04 dateline'))
  it('a line that tells of a change is passed over', () =>
    expect(found({ lines: ['Updated on 3 March 2014'] })).toBeUndefined())
})

describe('dates that are doubtful', () => {
  const told = async (stated: object, text?: string): Promise<[string | undefined, string[]]> => {
    const { release, warnings } = await extractRelease(
      { place: { file: 'a.txt' }, kind: text === undefined ? 'data' : 'text', stated, ...(text && { text }) },
      { now: NOTHING.now },
    )
    return [release.date, warnings.map(({ field, reason }) => `${field}: ${reason}`)]
  }
  const years = ['0001-01-01', '0001-01-01T00:00:00Z', 'Mon, 01 Jan 0001 00:00:00 +0000', '9999-12-31', '1019-05-04']
  it.each(years)('%s stands for none', async (date) => {
    const [found, reasons] = await told({ title: 'T', body: 'Geneva, 12 May 2009 – Text.', date })
    expect(found).toBe('2009-05-12')
    expect(reasons).toEqual([expect.stringMatching(/stands for no date/)])
  })
  it.each([
    ['TBILISI, 1/2/2010 - Refugees came home today.', '2010', /cannot be told apart/],
    ['GENEVA, 31 June 2010 - Refugees came home today.', '2010', /no calendar/],
    ['GENEVA, Monday, 16 June 2011 - Refugees came home today.', '2011-06-16', /day of the week/],
  ])('%s', async (text, date, reason) => {
    expect(await told({ title: 'T', language: 'en' }, text)).toEqual([date, [expect.stringMatching(reason)]])
  })
})

describe('addresses', () => {
  const cases: [address: string, date: string | undefined][] = [
    ['https://x.example/2016/03/29/title', '2016-03-29 url'],
    ['https://x.example/newsdesk/20160701', '2016-07-01 url'],
    ['https://x.example/briefing-24-mar-2003', '2003-03-24 url'],
    ['newsdesk/2016-03-29-title.txt', '2016-03-29 url'],
    ['https://x.example/2016/03/title', '2016-03 url'],
    ['https://x.example/2016/title', '2016 url'],
    ['https://x.example/2030-agenda', undefined],
    ['https://x.example/id/20169999', undefined],
    ['https://x.example/2099/01/01/', undefined],
  ]
  for (const [address, date] of cases) it(address, () => expect(found({ addresses: [address] })).toBe(date))
})

describe('datelines', () => {
  const cases: [body: string, date: string | undefined, language?: string][] = [
    ['Geneva, 12 May 2009 – Text', '2009-05-12 dateline'],
    ['GENEVA (12 May 2009) - Text', '2009-05-12 dateline'],
    ['Genève, le 3 mars 2004 - Texte', '2004-03-03 dateline', 'fr'],
    ['SAN JOSÉ, 6 Noviembre, 2017.- Texto', '2017-11-06 dateline', 'es'],
    ['Port-au-Prince, Haiti, January 14, 2010: Text', '2010-01-14 dateline'],
    ['Dar es Salaam, 5 May 2005 - Text', '2005-05-05 dateline'],
    ['Stratford upon Avon, 5 May 2005 - Text', '2005-05-05 dateline'],
    ['Dar es Salaam, 4 Nov. 97. Text', '1997-11-04 dateline'],
    ['BAMAKO, 4 Nov. 97 - Text', '1997-11-04 dateline'],
    ['Geneva, 5 May 10.30 - Text', undefined],
    ['Rome, 5 May 20 people came', undefined],
    ['TBILISI, 1/2/2010 - Text', '2010 dateline'],
    ['GENEVA, 31 June 2010 - Text', '2010 dateline'],
    ['Бишкек, 17 мая 2006 года – Текст', '2006-05-17 dateline', 'ru'],
    ['القاهرة، 18 أبريل 2012 - نص', '2012-04-18 dateline', 'ar'],
    ['They said on 12 May 2009 – a Tuesday – that', '2009-05 text'],
  ]
  for (const [body, date, language] of cases)
    it(body, () => expect(found({ body, ...(language === undefined ? {} : { language }) })).toBe(date))
})

describe('running text', () => {
  it('a day named in it gives the month', () =>
    expect(found({ body: 'A workshop will be held on Monday 28 February 2011.' })).toBe('2011-02 text'))
  it('a weekday that does not fit refuses the day', () =>
    expect(found({ body: 'A workshop will be held on Tuesday 28 February 2011.' })).toBeUndefined())
  it('a day since which is the past', () =>
    expect(found({ body: 'He has lived there since 3 May 1999.' })).toBeUndefined())
  it('later years tell that a day is history', () =>
    expect(found({ body: 'The treaty of 3 May 1999 was renewed in 2008 and 2012.' })).toBeUndefined())
  it('aims for later years do not', () =>
    expect(found({ body: 'The plan of 3 May 2009 ends hunger by 2020 and serves the 2030 Agenda.' })).toBe(
      '2009-05 text',
    ))
  it('years alone are no date', () =>
    expect(found({ body: 'Founded in 1951, it had 120 members in 2010.' })).toBeUndefined())
  it('the future is refused', () =>
    expect(found({ body: 'It opens on 3 May 2031.', now: new Date('2020-01-01') })).toBeUndefined())
  it('far down only a day with its weekday counts', () => {
    const far = 'It rained. '.repeat(200)
    expect(found({ body: `${far}On 3 May 2009 they left.` })).toBeUndefined()
    expect(found({ body: `${far}On Sunday 3 May 2009 they left.` })).toBe('2009-05 text')
  })
})

describe('numbers with slashes', () => {
  it('are day first in Britain', () =>
    expect(found({ lines: ['04/05/2016'], language: 'en-GB' })).toBe('2016-05-04 dateline'))
  it('are month first in the United States', () =>
    expect(found({ lines: ['04/05/2016'], language: 'en-US' })).toBe('2016-04-05 dateline'))
  it('keep only their year in plain English', () =>
    expect(found({ lines: ['04/05/2016'], language: 'en' })).toBe('2016 metadata'))
  it('keep only their year behind "Posted", in any language', () =>
    expect(found({ lines: ['Posted: 04/05/2016'], language: 'fr' })).toBe('2016 metadata'))
  it('are settled by a weekday behind "Posted"', () =>
    expect(found({ lines: ['Posted: Tue, 04/05/2016'], language: 'fr' })).toBe('2016-04-05 metadata'))
  it('keep only their year in metadata', () =>
    expect(
      found({ marked: [{ value: '11/01/2023 12:43:42', label: 'meta date', kind: 'published' }], language: 'de' }),
    ).toBe('2023 metadata'))
  it('give way to a whole date that is less trusted', () =>
    expect(found({ lines: ['04/05/2016'], body: 'Geneva, 4 May 2016 – A text.' })).toBe('2016-05-04 dateline'))
})

describe('stated dates', () => {
  const cases: [value: string, iso: string | undefined][] = [
    ['2009-05-12T23:30:00-05:00', '2009-05-13'],
    ['24 Mar 2003', '2003-03-24'],
    ['12 May 2009', '2009-05-12'],
    ['2099-01-01', '2099-01-01'],
    ['2009-02-30', undefined],
    ['17-Mar-12', '2012-03-17'],
    ['mars 2012', '2012-03'],
    ['Tue, 05 Apr 16 10:00:00 GMT', '2016-04-05'],
    ['Mon, 01 Jan 0001 00:00:00 +0000', '0001-01-01'],
    ['next week', undefined],
    ['x'.repeat(5000), undefined],
  ]
  for (const [value, iso] of cases) it(value.slice(0, 40), () => expect(readStatedDate(value)?.date).toBe(iso))

  it.each([
    ['04/05/2016', 'en', '2016', /cannot be told apart/],
    ['04/05/2016', 'en-GB', '2016-05-04', undefined],
    ['04/05/2016', 'fr', '2016-05-04', undefined],
    ['25/05/2016', 'en', '2016-05-25', undefined],
    ['Wednesday 04/05/2016', 'en', '2016-05-04', undefined],
    ['1819-05-04', 'en', '1819-05-04', /far off/],
    ['2109-05-04', 'en', '2109-05-04', /far off/],
    ['2026-05-04', 'en', '2026-05-04', undefined],
  ])('%s in %s is %s', async (date, language, iso, reason) => {
    const stated = { title: 'T', body: 'Text.', date, language }
    const now = new Date('2025-12-31')
    const { release, warnings } = await extractRelease(
      { place: { file: 'a.json', line: 3 }, kind: 'data', stated },
      { now },
    )
    expect(release).toMatchObject({ date: iso, dateSource: 'stated' })
    if (reason === undefined) expect(warnings).toEqual([])
    else
      expect(warnings).toMatchObject([
        { file: 'a.json', line: 3, field: 'date', value: date, reason: expect.stringMatching(reason) },
      ])
  })

  it('in the future are kept, and impossible ones are reported and looked for elsewhere', async () => {
    const place = { file: 'a.json' }
    const future = await extractRelease({
      place,
      kind: 'data',
      stated: { title: 'T', body: 'Text.', date: '2099-01-01' },
    })
    expect(future.release).toMatchObject({ date: '2099-01-01', dateSource: 'stated' })
    for (const [date, body, extract, kept] of [
      ['2015-02-31', 'Text.', true, '2015'],
      ['2015-13-05', 'Text.', false, '2015'],
      ['31/06/2015', 'Geneva, 12 May 2009 – Text.', true, '2015'],
      ['31 June 2015', 'Text.', true, '2015'],
      ['2015-02-31 and 2016-02-31', 'Text.', true, undefined],
      ['soon', 'Text.', true, undefined],
    ] as const) {
      const stated = { title: 'T', body, date, language: 'en' }
      const { release, warnings } = await extractRelease({ place, kind: 'data', stated }, { extract })
      expect([date, release.date, release.dateSource]).toEqual([date, kept, kept && 'stated'])
      expect(warnings).toMatchObject([{ field: 'date', value: date }])
    }
    const impossible = await extractRelease({
      place,
      kind: 'data',
      stated: { title: 'T', body: 'Geneva, 12 May 2009 – Text.', date: '2009-02-30' },
    })
    expect(impossible.release).toMatchObject({ date: '2009-05-12', dateSource: 'dateline' })
    const reason = 'a day that no calendar has; at most its year is kept'
    expect(impossible.warnings).toEqual([{ file: 'a.json', field: 'date', value: '2009-02-30', reason }])
  })
})
