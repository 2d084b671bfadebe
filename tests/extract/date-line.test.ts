/** Is a line of a date told from a title that holds one, in any language, and read as precisely as it speaks? */

import { describe, expect, it } from 'vitest'
import { type ExtractInput, extractRelease } from '../../src/ingest/extract/extract-release.js'

const TEXTS: Record<string, [title: string, body: string]> = {
  en: ['Returns from Kenya go on', 'Buses left the camp of Dadaab with two hundred people for the border.'],
  fr: [
    'Les retours du Kenya continuent',
    'Les autobus ont quitté le camp de Dadaab avec deux cents personnes pour la frontière.',
  ],
  es: [
    'Siguen los retornos desde Kenia',
    'Los autobuses salieron del campo de Dadaab con doscientas personas hacia la frontera.',
  ],
  ar: ['استمرار العودة من كينيا', 'غادرت الحافلات مخيم داداب وعلى متنها مئتا شخص نحو الحدود.'],
  pt: [
    'Regresso do Quénia continua',
    'Os autocarros deixaram o campo de Dadaab com duzentas pessoas para a fronteira.',
  ],
  ru: ['Возвращение из Кении продолжается', 'Автобусы выехали из лагеря Дадааб с двумястами людьми к границе.'],
  de: ['Rückkehr aus Kenia geht weiter', 'Die Busse verließen das Lager Dadaab mit zweihundert Menschen zur Grenze.'],
  it: [
    'Continuano i ritorni dal Kenya',
    'Gli autobus hanno lasciato il campo di Dadaab con duecento persone verso il confine.',
  ],
  zh: ['从肯尼亚返回的人继续增加', '公共汽车载着两百人离开达达阿布营地前往边境。'],
}

function extractText(text: string, stated: ExtractInput['stated'] = {}) {
  const now = new Date('2025-12-31')
  return extractRelease({ place: { file: 'a.txt' }, kind: 'text', stated, text }, { now })
}

describe('a line above the title', () => {
  it.each([
    ['March 2007', 'en', '2007-03'],
    ['MARCH, 2007', 'en', '2007-03'],
    ['Date: March 2007', 'en', '2007-03'],
    ['Date: Mar. 2007', 'en', '2007-03'],
    ['Date: 03/2007', 'en', '2007-03'],
    ['Date: 2007-03', 'en', '2007-03'],
    ['Date: 2007', 'en', '2007'],
    ['Date: spring 2007', 'en', '2007'],
    ['Date: March–April 2007', 'en', '2007'],
    ['Posted: March 2007', 'en', '2007-03'],
    ['PRESS RELEASE / May 2003', 'en', '2003-05'],
    ['News Release, May 2003', 'en', '2003-05'],
    ['Press Release No. 45, March 2007', 'en', '2007-03'],
    ['Press Release No. 12, March 2007', 'en', '2007-03'],
    ['Date: 12 March 2007', 'en', '2007-03-12'],
    ['mars 2007', 'fr', '2007-03'],
    ['COMMUNIQUÉ DE PRESSE / mai 2003', 'fr', '2003-05'],
    ['Communiqué n° 12, août 2003', 'fr', '2003-08'],
    ['Publié en décembre 2003', 'fr', '2003-12'],
    ['marzo de 2007', 'es', '2007-03'],
    ['Fecha: marzo del 2007', 'es', '2007-03'],
    ['مارس 2007', 'ar', '2007-03'],
    ['التاريخ: مارس ٢٠٠٧', 'ar', '2007-03'],
    ['آذار/مارس 2007', 'ar', '2007-03'],
    ['março de 2007', 'pt', '2007-03'],
    ['Март 2007 года', 'ru', '2007-03'],
    ['März 2007', 'de', '2007-03'],
    ['Datum: Dezember 2007', 'de', '2007-12'],
    ['marzo 2007', 'it', '2007-03'],
    ['2007年3月', 'zh', '2007-03'],
  ])('"%s" (%s) is the date %s, and no title', async (line, language, date) => {
    const [title, body] = TEXTS[language]!
    for (const text of [`${line}\n\n${title}\n\n${body}`, `${title}\n${line}\n\n${body}`]) {
      const { release, warnings } = await extractText(text)
      expect(release).toMatchObject({ title, body, date, language })
      expect(warnings).toEqual([])
    }
  })

  it.each(['Press Release 5/2005', 'PRESS RELEASE No. 05/2005', 'Communiqué 5/2005', 'News release: 11/2005'])(
    '"%s" is the number of a release',
    async (line) => {
      for (const text of [
        `${line}\n\n${TEXTS.en![0]}\n\n${TEXTS.en![1]}`,
        `${TEXTS.en![0]}\n${line}\n\n${TEXTS.en![1]}`,
      ])
        expect((await extractText(text)).release.date).toBeUndefined()
    },
  )

  it.each(['Annual Report March 2007', 'Haiti, March 2010', 'Report 2007', 'Europe 2020'])(
    '"%s" is a title',
    async (line) => {
      const { release } = await extractText(`${line}\n\n${TEXTS.en![1]}`)
      expect(release.title).toBe(line)
      expect(release.date).toBeUndefined()
    },
  )

  it('with a town is a dateline, which belongs to the text', async () => {
    const [title, body] = TEXTS.en!
    expect((await extractText(`Geneva, March 2007\n\n${title}\n\n${body}`)).release).toMatchObject({
      title,
      body: `Geneva, March 2007\n\n${body}`,
      date: '2007-03',
    })
    expect((await extractText(`${title}\n\nGeneva, March 2007 – ${body}`)).release.date).toBe('2007-03')
    expect((await extractText(`${title}\n\nIn March 2007 – the rain was over – buses left.`)).release.date).toBe(
      undefined,
    )
  })

  it('gives way to a day of that month in the address, and to no other', async () => {
    const [title, body] = TEXTS.en!
    const input = (file: string): ExtractInput => ({
      place: { file },
      kind: 'text',
      stated: {},
      text: `Date: March 2007\n\n${title}\n\n${body}`,
    })
    expect((await extractRelease(input('news/20070314.txt'))).release.date).toBe('2007-03-14')
    expect((await extractRelease(input('saved/2016/05/12/returns.txt'))).release.date).toBe('2007-03')
  })
})

describe('a date that no release can have is told, with its place, and at most its year is kept', () => {
  const [title, body] = TEXTS.en!
  it.each([
    [`Date: 31 February 2007\n\n${title}\n\n${body}`, 1, '31 February 2007', /no calendar/],
    [`${title}\r\n31/02/2007\r\n\r\n${body}`, 2, '31/02/2007', /no calendar/],
    [`${title}\n\nGeneva, 31 February 2007 – ${body}`, 3, '31 February 2007', /no calendar/],
    [`${title}\n\nGeneva, 3 February 2047 – ${body}`, 3, '3 February 2047', /to come/],
    [`${title}\n\n${body}\n\nPosted on 12 May 2047`, 5, '12 May 2047', /to come/],
    [`${title}\nDate: May 2047\n\n${body}`, 2, 'May 2047', /to come/],
    [`${title}\nDate: 12 May 1847\n\n${body}`, 2, '12 May 1847', /far off/],
  ])('%#', async (text, line, value, reason) => {
    const { release, warnings } = await extractText(text)
    expect(release.title).toBe(title)
    expect(release.date).toBe(value.includes('2007') ? '2007' : undefined)
    expect(warnings).toEqual([{ file: 'a.txt', line, field: 'date', value, reason: expect.stringMatching(reason) }])
  })

  it('in the metadata of a page too', async () => {
    const html = `<html><head><meta property="article:published_time" content="2047-05-12T10:00:00Z"><title>${title}</title></head><body><h1>${title}</h1><p>${body}</p></body></html>`
    const { release, warnings } = await extractRelease(
      { place: { file: 'a.html' }, kind: 'html', stated: {}, html },
      { now: new Date('2025-12-31') },
    )
    expect(release.date).toBeUndefined()
    expect(warnings).toMatchObject([{ file: 'a.html', field: 'date', value: '2047-05-12' }])
  })

  it('but days to come in the text are none of its dates', async () => {
    const { warnings } = await extractText(`${title}\n\n${body} A meeting will be held on 12 May 2047.`)
    expect(warnings).toEqual([])
  })
})

describe('a day and a month that cannot be told apart', () => {
  it.each([
    ['04/05/2015', '2015-05-04 or 2015-04-05'],
    ['11.12.2009', undefined],
    ['1/2/1999', '1999-02-01 or 1999-01-02'],
  ])('%s', async (printed, readings) => {
    const [title, body] = TEXTS.en!
    const { release, warnings } = await extractText(`${title}\nDate: ${printed}\n\n${body}`)
    if (readings === undefined) return expect(warnings).toEqual([])
    expect(release.date).toBe(printed.slice(-4))
    expect(warnings).toMatchObject([
      { file: 'a.txt', line: 2, value: printed, reason: expect.stringContaining(`Write it as ${readings}`) },
    ])
    const stated = await extractText(body, { title, date: printed })
    expect(stated.warnings[0]?.reason).toBe(warnings[0]?.reason)
  })
})
