/** Are the pages of errors told from releases, whatever they are called? */

import { describe, expect, it } from 'vitest'
import { errorPage } from '../../src/ingest/extract/error-page.js'
import { extractRelease } from '../../src/ingest/extract/extract-release.js'

const EXCUSE = 'The page you asked for is not here. Try the search, or go back to the start.'
const RELEASE = 'Two hundred people were turned back at the border on Friday, said the office in Tunis. '.repeat(20)

describe('titles', () => {
  it.each([
    '404 Not Found',
    '404',
    'Error 404',
    'HTTP Error 404 - File or directory not found.',
    'Page not found',
    'Page not found | International Newsroom',
    'Newsroom - Page Not Found',
    'Oops! Page not found',
    '404: Page introuvable',
    'Página no encontrada',
    'Página não encontrada',
    'Seite nicht gefunden',
    'Pagina non trovata',
    'Страница не найдена',
    'الصفحة غير موجودة',
    '403 Forbidden',
    '500 Internal Server Error',
    '503 Service Temporarily Unavailable',
    'Access Denied',
  ])('%s', (title) => expect(errorPage(title, EXCUSE)).toBe('certain'))

  it.each([
    'Syria: Access Denied',
    '404 migrants rescued off Lampedusa',
    'Boats not found after storm',
    'Page not found: how archives of migration vanish',
    'UN: 500 returned',
    'Convoy of 404',
    'Forbidden to leave',
  ])('"%s" is one of a release', (title) => expect(errorPage(title, EXCUSE)).toBeUndefined())

  it('above much text are only likely, or may be a release', () => {
    expect(errorPage('Page not found', RELEASE)).toBe('likely')
    expect(errorPage('Access Denied', RELEASE)).toBeUndefined()
  })
})

describe('a page of an error', () => {
  const place = { file: 'saved/404.html' }
  const html = (title: string, text: string): string =>
    `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`

  it('is rejected', async () => {
    const page = extractRelease({ place, kind: 'html', stated: {}, html: html('404 Not Found', EXCUSE) })
    await expect(page).rejects.toMatchObject({
      code: 'E_INPUT',
      reason: 'no-text',
      message: expect.stringContaining('saved/404.html: the page of an error'),
    })
    const bare = extractRelease({ place, kind: 'html', stated: {}, html: '<h1>403 Forbidden</h1><hr>nginx/1.22' })
    await expect(bare).rejects.toMatchObject({ reason: 'no-text' })
  })

  it('with much text, or stated, is taken in with a warning', async () => {
    const long = await extractRelease({ place, kind: 'html', stated: {}, html: html('Page not found', RELEASE) })
    expect(long.warnings).toMatchObject([{ file: 'saved/404.html', field: 'title', value: 'Page not found' }])
    const stated = { title: '404 Not Found', body: EXCUSE }
    const record = await extractRelease({ place, kind: 'data', stated })
    expect(record.warnings).toMatchObject([{ field: 'title' }])
  })
})

describe('a record without a text', () => {
  it('is taken in with a warning', async () => {
    const { release, warnings } = await extractRelease({
      place: { file: 'a.jsonl', line: 4 },
      kind: 'data',
      stated: { title: 'Boat reaches Lampedusa' },
    })
    expect(release).toMatchObject({ title: 'Boat reaches Lampedusa', body: '' })
    expect(warnings).toMatchObject([{ file: 'a.jsonl', line: 4, field: 'body', value: 'Boat reaches Lampedusa' }])
  })
})
