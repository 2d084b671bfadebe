/** Is what is stated believed, what is missing found, and what cannot be a release refused? */

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ExtractInput, extractRelease } from '../../src/ingest/extract/extract-release.js'
import { detectLanguage } from '../../src/ingest/extract/language.js'

const place = { file: 'a.jsonl', line: 3 }
const data = (stated: ExtractInput['stated']): ExtractInput => ({ place, kind: 'data', stated })

describe('stated fields', () => {
  it('are believed', async () => {
    const stated = {
      id: 'x',
      title: 'Titre',
      body: 'Texte.',
      date: '2004',
      language: 'fr',
      countries: ['NE'],
      mentions: ['NE', 'TD'],
      url: 'https://x.example/1',
      facets: { topic: 'water' },
    }
    const { release, how } = await extractRelease(data(stated))
    expect(release).toMatchObject({ ...stated, facets: { topic: 'water' }, dateSource: 'stated' })
    expect(how).toMatchObject({
      title: 'stated',
      body: 'stated',
      date: 'stated',
      language: 'stated',
      countries: 'stated',
    })
  })

  it('keep their lines, but for hard wraps', async () => {
    const body = 'Contact: Jane, Tel: +1 202 555 0100\n\nENDS\n\nThis stays.'
    expect((await extractRelease(data({ title: 'T', body }))).release.body).toBe(body)
  })

  it('lend a title from the first words of the text', async () => {
    const { release, how } = await extractRelease(data({ body: 'The ferry left at noon. Nobody saw it.' }))
    expect(release.title).toBe('The ferry left at noon')
    expect(how.title).toBe('first words of the text')
  })

  it('that are empty make an empty release with a warning', async () => {
    const { release, warnings } = await extractRelease(data({ id: 'x', title: '', body: ' ', date: '1987-02-26' }))
    expect(release).toMatchObject({ id: 'x', title: '', body: '', date: '1987-02-26' })
    expect(warnings).toMatchObject([{ field: 'body', file: 'a.jsonl', line: 3 }])
  })

  it('without contacts give none unless they are to be kept', async () => {
    const input: ExtractInput = {
      place,
      kind: 'text',
      stated: {},
      text: 'A Title of Four Words\n\nText of the release.\n\nFor more information, please contact: Jo Example, Tel: +41 22 555 01 11',
    }
    expect((await extractRelease(input)).release.contacts).toBeUndefined()
    expect((await extractRelease(input, { contacts: 'keep' })).release.contacts).toEqual([
      { name: 'Jo Example', phone: '+41 22 555 01 11' },
    ])
  })
})

describe('no release', () => {
  for (const [name, input] of Object.entries<ExtractInput>({
    'a record without text': data({ id: 'x', date: '2010-01-01' }),
    'an empty text': { place, kind: 'text', stated: {}, text: ' \n ' },
    'a page without text': {
      place,
      kind: 'html',
      stated: {},
      html: '<html><head><script>var a</script></head><body><nav><a href="/">Home</a></nav></body></html>',
    },
  })) {
    it(name, async () => {
      await expect(extractRelease(input)).rejects.toMatchObject({
        name: 'DatelinesError',
        code: 'E_INPUT',
        reason: 'no-text',
        where: 'a.jsonl:3',
      })
    })
  }
})

describe('languages', () => {
  const cases: [text: string, language: string][] = [
    ['The boats left the harbour before the storm reached the coast.', 'en'],
    ['THE BOATS LEFT THE HARBOUR BEFORE THE STORM REACHED THE COAST', 'en'],
    ['Les bateaux ont quitté le port avant que la tempête n’atteigne la côte.', 'fr'],
    ['Los barcos salieron del puerto antes de que la tormenta llegara a la costa.', 'es'],
    ['غادرت القوارب الميناء قبل أن تصل العاصفة إلى الساحل', 'ar'],
    ['Лодки вышли из порта раньше, чем буря дошла до берега.', 'ru'],
    ['Os barcos saíram do porto antes de a tempestade chegar à costa.', 'pt'],
    ['船只在风暴到达海岸之前离开了港口。', 'zh'],
  ]
  for (const [text, language] of cases)
    it(`${language}: ${text.slice(0, 20)}`, async () => expect((await detectLanguage(text))?.language).toBe(language))

  it('are not guessed from a few letters or from smudges', async () => {
    expect(await detectLanguage('IOM')).toBeUndefined()
    expect(await detectLanguage('P . A  R , L')).toBeUndefined()
    expect(await detectLanguage('12 / 34 -- 56')).toBeUndefined()
    expect(await detectLanguage('Haiti\nCholera.')).toBeUndefined()
    expect(await detectLanguage('Chad airlift')).toBeUndefined()
  })

  it('of texts that leave it open are those of their page', async () => {
    const html = '<html lang="en-GB"><body><h1>Haiti: cholera</h1><p>Photo.</p></body></html>'
    const { release, how } = await extractRelease({ place, kind: 'html', stated: {}, html })
    expect([release.language, how.language]).toEqual(['en', 'page language "en-GB"'])
  })

  it('are chosen among those that may occur, and named as there', async () => {
    expect(
      await detectLanguage('Os barcos saíram do porto antes de a tempestade chegar.', ['en', 'es-MX']),
    ).toMatchObject({ language: 'es-MX' })
    expect(await detectLanguage('x', ['fr'])).toMatchObject({ language: 'fr' })
  })
})

describe('a short text', () => {
  it.each([
    ['Airlift ends', 'All 40 home in Dhaka.', ['BD']],
    ['Update', 'The last bus came in from Goma.', ['CD']],
    ['Update', 'Geneva – Funding is short this year.', undefined],
  ])('%s: %s', async (title, body, countries) =>
    expect((await extractRelease(data({ title, body }))).release.countries).toEqual(countries),
  )
})

describe('the seed release', () => {
  const path = new URL('../../../shared/data/seed/iom-macao-workshop.txt', import.meta.url)
  it.skipIf(!existsSync(path))('comes out as a reader would state it (skipped: no data)', async () => {
    const input: ExtractInput = {
      place: { file: 'seed.txt' },
      kind: 'text',
      stated: {},
      text: readFileSync(path, 'utf8'),
    }
    const { release } = await extractRelease(input)
    expect(release.title).toBe('IOM and Macao Social Welfare Bureau Host Counter-Trafficking Workshop')
    expect(release.date).toBe('2011-02')
    expect(release.countries?.[0]).toBe('MO')
    const paragraphs = release.body.split('\n\n')
    expect(paragraphs).toHaveLength(6)
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[A-Z].*\.$/)
    for (const words of ['Where we work', 'Take Action', '23322441', 'mailto', 'Gloria'])
      expect(`${release.title} ${release.body}`).not.toContain(words)
  })
})

describe('a page of which only the title is left', () => {
  it('is taken in with a warning', async () => {
    const html = '<html><head><title>Annual Report</title></head><body><nav><a href="/">Home</a></nav></body></html>'
    const { release, warnings } = await extractRelease({ place: { file: 'a.html' }, kind: 'html', stated: {}, html })
    expect(release).toMatchObject({ title: 'Annual Report', body: '' })
    expect(warnings).toMatchObject([{ file: 'a.html', field: 'body', value: 'Annual Report' }])
  })
})

describe('the language of a title', () => {
  it.each([
    ['T R A N S C R I P T  O F  T H E  M I N I S T E R', 'en'],
    ['www.example.org: statement on the return of families', 'en'],
    ['Retour des familles déplacées dans leurs villages', 'fr'],
    ['Regreso de las familias desplazadas a sus pueblos', 'es'],
  ])('%s', async (title, language) => expect((await detectLanguage(title))?.language).toBe(language))
  it.each(['www.example.org', 'E & O E', '12 / 3'])('%s has none', async (title) =>
    expect(await detectLanguage(title)).toBeUndefined(),
  )
})
