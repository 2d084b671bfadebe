/** Does a page give its article, whatever its markup, within bounds of time and memory? */

import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/ingest/extract/article.js'
import { extractRelease } from '../../src/ingest/extract/extract-release.js'
import { parsePage } from '../../src/ingest/extract/page.js'
import { firstElement } from '../../src/ingest/extract/page-node.js'

const place = { file: 'page.html' }
const prose = (name: string): string =>
  `<p>The ${name} left the harbour at noon with four hundred people on board, most of them fishermen who had lost their boats in the storm, and nobody knows when the next one will leave.</p>`

describe('markup that nobody should write', () => {
  const cases: Record<string, [html: string, text: string]> = {
    nothing: ['', ''],
    blanks: ['  \n ', ''],
    words: ['just words here', 'just words here'],
    'a doctype': ['<!doctype html>', ''],
    'an empty root': ['<html></html>', ''],
    'a frameset': ['<frameset><frame src="a.htm"></frameset>', ''],
    'a comment': ['<!-- nothing -->', ''],
    'half a tag': ['<p>abc<div', 'abc'],
    'a body without a root': ['<body>Hello <b>world</b>', 'Hello world'],
    'conditional comments': [
      `<!--[if gt IE 8]><!--> <html class="no-js"> <!--<![endif]--><body>${prose('ferry')}</body></html>`,
      'The ferry left',
    ],
  }
  for (const [name, [html, text]] of Object.entries(cases))
    it(name, () => expect(readArticle(html).text.startsWith(text)).toBe(true))
})

describe('the footer of a page', () => {
  const page = (paragraphs: readonly string[]): string =>
    `<html><title>Night rescue off Malta</title><body><main><article><h1>Night rescue off Malta</h1>${paragraphs
      .map((text) => `<p>${text}</p>`)
      .join('')}</article></main><footer><p>Rights Watchers, 12 Rue de Lausanne, Geneva, Switzerland.</p>
      <p>Follow us on Facebook and Twitter</p></footer></body></html>`

  it.each([1, 2, 3])('is not taken for an article of %i short paragraphs', (count) => {
    const paragraphs = [
      'A boat with 85 people was rescued off Malta in the night, and brought to Valletta.',
      'The people on board had been at sea for six days without any food.',
      'Two of them are in hospital, and all are safe.',
    ].slice(0, count)
    const { text } = readArticle(page(paragraphs))
    for (const paragraph of paragraphs) expect(text).toContain(paragraph)
    expect(text).not.toContain('Lausanne')
  })
})

describe('bounds', () => {
  const deep: Record<string, string> = {
    div: '<div>'.repeat(100_000),
    'unknown elements': '<foo>'.repeat(100_000),
    tables: '<table><tr><td>'.repeat(100_000),
    lists: '<ul><li>'.repeat(60_000),
    fonts: '<font><b>'.repeat(60_000),
    'unclosed scripts': '<script>'.repeat(100_000),
    'unclosed comments': '<!--'.repeat(100_000),
    'angle brackets': '<'.repeat(400_000),
    'half tags': '<a '.repeat(400_000),
  }
  for (const [name, markup] of Object.entries(deep)) {
    it(
      `nested or repeated: ${name}`,
      () => expect(typeof readArticle(`<html><body>${markup}hello`).text).toBe('string'),
      20_000,
    )
  }

  it('text below the deepest nesting is kept', () => {
    const { text, cuts } = readArticle(
      `<html><body>${'<div>'.repeat(100_000)}hello${'</div>'.repeat(100_000)}</body></html>`,
    )
    expect(text).toBe('hello')
    expect(cuts.join()).toContain('flattened')
  })

  it('a page of 50 MB is read to a bound, and says so', async () => {
    const html = `<html><body><h1>A Very Long Page</h1>${prose('ferry').repeat(280_000)}</body></html>`
    expect(html.length).toBeGreaterThan(50e6)
    const { warnings, release } = await extractRelease({ place, kind: 'html', stated: {}, html })
    expect(release.body.length).toBeLessThan(9e6)
    expect(warnings.some(({ field, reason }) => field === 'body' && reason.startsWith('page read to'))).toBe(true)
  }, 60_000)

  it('JSON-LD nested without end is passed over', () => {
    expect(
      readArticle(
        `<html><head><script type="application/ld+json">${'['.repeat(200_000)}</script></head><body>${prose('ferry')}</body></html>`,
      ).text,
    ).toContain('ferry')
  })
})

describe('what a page says of itself', () => {
  const head = (markup: string): string =>
    `<html lang="en"><head>${markup}</head><body><article><h1>Ferry Leaves</h1>${prose('ferry')}${prose('tug')}</article></body></html>`
  const dates: [name: string, markup: string, date: string][] = [
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-03-04T10:00:00Z","dateModified":"2019-01-01"}</script>',
      '2015-03-04',
    ],
    [
      'JSON-LD in a graph',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2015-03-04"}]}</script>',
      '2015-03-04',
    ],
    [
      'broken JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-03-04",,}</script>',
      '2015-03-04',
    ],
    ['OpenGraph', '<meta property="article:published_time" content="2015-03-04T23:00:00-05:00">', '2015-03-04'],
    ['Dublin Core', '<META NAME="DC.Date" CONTENT="2015-03-04">', '2015-03-04'],
    ['data in a script', '<script>window.page = {"published_at":"2015-03-04T10:00:00Z"}</script>', '2015-03-04'],
  ]
  for (const [name, markup, date] of dates) {
    it(`date: ${name}`, async () => {
      const { release } = await extractRelease({ place, kind: 'html', stated: {}, html: head(markup) })
      expect(release).toMatchObject({ title: 'Ferry Leaves', date, dateSource: 'metadata' })
    })
  }

  const printed: [name: string, html: string, date: string | undefined][] = [
    ['by the title', `<h1>Ferry Leaves</h1><p class="date">4 March 2015</p>${prose('ferry')}`, '2015-03-04'],
    [
      'in pieces',
      `<h1>Ferry Leaves</h1><div><span>Mar</span><span>4</span><span>2015</span></div>${prose('ferry')}`,
      '2015-03-04',
    ],
    [
      'in a time element',
      `<h1>Ferry Leaves</h1><time datetime="2015-03-04">last week</time>${prose('ferry')}`,
      '2015-03-04',
    ],
    [
      'below the text, said of publishing',
      `<h1>Ferry Leaves</h1>${prose('ferry').repeat(6)}<p>Published on 4 March 2015 by the desk</p>`,
      '2015-03-04',
    ],
    [
      'not in a comment',
      `<h1>Ferry Leaves</h1>${prose('ferry')}<div class="comments"><p>4 March 2015</p><p>So sad</p></div>`,
      undefined,
    ],
    ['not of a change', `<h1>Ferry Leaves</h1><p>Last updated: 4 March 2015</p>${prose('ferry')}`, undefined],
    ['not a copyright', `<h1>Ferry Leaves</h1>${prose('ferry')}<footer>© 4 March 2015</footer>`, undefined],
  ]
  for (const [name, html, date] of printed) {
    it(`date printed ${name}`, async () => {
      const { release } = await extractRelease({
        place,
        kind: 'html',
        stated: {},
        html: `<html><head><title>Ferry Leaves</title></head><body>${html}</body></html>`,
      })
      expect(release.date).toBe(date)
    })
  }

  const titles: [title: string, heading: string, wanted: string][] = [
    ['Ferry Leaves | Newsroom', 'Ferry Leaves', 'Ferry Leaves'],
    ['Newsroom - Ferry Leaves Port of Bari', 'Ferry Leaves Port of Bari', 'Ferry Leaves Port of Bari'],
    ['CHAD – Airlift for Refugees', 'Latest', 'CHAD – Airlift for Refugees'],
    ['Haïti : du savon contre le choléra', '', 'Haïti : du savon contre le choléra'],
    ['Liver with Apples and Onions | Love from the Kitchen', 'Love from the Kitchen', 'Liver with Apples and Onions'],
    ['Boats &amp;#8217;n Nets', '', 'Boats ’n Nets'],
  ]
  for (const [title, heading, wanted] of titles) {
    it(`title: ${title}`, () => {
      const html = `<html><head><title>${title}</title></head><body><h1>${heading}</h1>${prose('ferry')}</body></html>`
      expect(readArticle(html).title).toBe(wanted)
    })
  }
})

describe('the frame of a page', () => {
  const html = `<html><head><title>Ferry Leaves</title></head><body>
    <nav><a href="/">Home</a></nav><div class="social-share">Share this: <a href="#">Facebook</a></div>
    <main><h1>Ferry Leaves</h1>${prose('ferry')}
    <figure><img src="a.jpg"><figcaption>A ferry. Photo: Desk 2015</figcaption></figure>${prose('tug')}
    <p>Read also: <a href="/b">Another ferry</a></p>
    <ul><li><a href="/c">First other page</a></li><li><a href="/d">Second other page</a></li></ul>${prose('pilot')}</main>
    <div class="newsletter">Sign up for our newsletter</div><footer>All rights reserved</footer></body></html>`

  it('is not in the text', () => {
    const { text } = readArticle(html)
    for (const words of ['ferry left', 'tug left', 'pilot left']) expect(text).toContain(words)
    for (const words of ['Home', 'Facebook', 'Photo', 'Another ferry', 'other page', 'newsletter', 'rights'])
      expect(text).not.toContain(words)
  })

  it('is not judged in fragments, where all is text', () => {
    expect(readArticle('<p>One</p><ul><li><a href="/a">Two</a></li></ul>').text).toBe('One\n\n- Two')
  })

  it('is not judged without extraction', async () => {
    const { release } = await extractRelease({ place, kind: 'html', stated: { title: 'T' }, html }, { extract: false })
    expect(release.body).toContain('newsletter')
    expect(release.date ?? release.language ?? release.countries).toBeUndefined()
  })
})

describe('selectors', () => {
  const html = `<html><head><title>Wrong</title></head><body><h2 class="t">Right</h2><span id="d">4 March 2015</span><div id="b"><p>Only this.</p></div><p>Not this.</p></body></html>`
  it('say where things are', async () => {
    const { release, how } = await extractRelease({
      place,
      kind: 'html',
      stated: {},
      html,
      select: { title: 'h2.t', body: '#b', date: '#d' },
    })
    expect(release).toMatchObject({ title: 'Right', body: 'Only this.', date: '2015-03-04' })
    expect(how.body).toBe('selector "#b"')
  })
  it('that find nothing are passed over', async () => {
    const { release } = await extractRelease({ place, kind: 'html', stated: {}, html, select: { title: '.none' } })
    expect(release.title).toBe('Wrong')
  })
  it('that are none are an error of the options', async () => {
    const bad = extractRelease({ place, kind: 'html', stated: {}, html, select: { body: '##' } })
    await expect(bad).rejects.toMatchObject({ name: 'DatelinesError', code: 'E_OPTION' })
  })
})

describe('parsing', () => {
  it('finds attributes in capitals', () => {
    const { root } = parsePage('<HTML><BODY><A HREF="a.htm" TITLE="A = B">x</A></BODY></HTML>')
    expect(firstElement(root, 'a')?.attribs).toEqual({ href: 'a.htm', title: 'A = B' })
  })
})
