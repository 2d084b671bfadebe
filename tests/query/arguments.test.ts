/** Is every method told what it was given wrongly? Unknown names and wrong types are refused, with the names that there are. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../src/query/archive.js'
import { ENGLISH_RELEASES } from '../helpers/english-releases.js'
import { archiveOf } from '../helpers/memory-archive.js'

let archive: Archive

beforeAll(async () => {
  archive = await archiveOf(ENGLISH_RELEASES)
})

const { signal } = new AbortController()

async function listOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const row of rows) list.push(row)
  return list
}

/** What a program without types may hand in. */
const calls = (given: never): Record<string, () => Promise<unknown>> => ({
  search: () => archive.search('camp', given),
  suggest: () => archive.suggest('cam', given),
  get: () => archive.get('camp-2011', given),
  getByUrl: () => archive.getByUrl('https://example.org/returns', given),
  similar: () => archive.similar('camp-2011', given),
  explain: () => archive.explain('camp', 'camp-2011', given),
  analyse: () => archive.analyse('camp', given),
  all: () => listOf(archive.all('camp', given)),
})

const ALLOWED: Record<string, string> = {
  suggest: 'limit, signal',
  get: 'signal',
  getByUrl: 'signal',
  analyse: 'language',
}

const METHODS = Object.keys(calls({} as never))

describe.each(METHODS)('%s', (method) => {
  const call = (given: unknown) => calls(given as never)[method]!()

  it('refuses an option of no known name, and lists those that there are', async () => {
    for (const name of ['limti', 'constructor', '__proto__x', 'fitler']) {
      const failure: unknown = await call({ [name]: 3 }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'E_OPTION', where: `options.${name}` })
      const allowed = (failure as Error).message.split('Allowed: ')[1]
      if (ALLOWED[method]) expect(allowed).toBe(ALLOWED[method])
      else expect(allowed).toContain('where, facets, limit, offset, sort, fields, boost, combineWith')
    }
  })

  it('refuses options that are no object', async () => {
    for (const given of [3, 'limit', [], null, true])
      await expect(call(given)).rejects.toMatchObject({ code: 'E_OPTION', where: 'options' })
  })

  it('takes undefined for what is not given', async () => {
    await expect(call(undefined)).resolves.toBeDefined()
    await expect(call({})).resolves.toBeDefined()
    await expect(call(method === 'analyse' ? { language: undefined } : { signal: undefined })).resolves.toBeDefined()
  })
})

describe('values', () => {
  it.each<[string, object]>([
    ['suggest', { limit: '8' }],
    ['suggest', { limit: -1 }],
    ['suggest', { limit: 1001 }],
    ['suggest', { signal: {} }],
    ['get', { signal: 'now' }],
    ['getByUrl', { signal: 5 }],
    ['similar', { limit: Number.NaN }],
    ['similar', { where: 'MO' }],
    ['explain', { boost: { tittle: 2 } }],
    ['analyse', { language: 5 }],
    ['analyse', { language: 'not a tag' }],
    ['all', { include: 'hits' }],
  ])('%s %j', async (method, given) => {
    const where = expect.stringMatching(/^options\./)
    await expect(calls(given as never)[method]!()).rejects.toMatchObject({ code: 'E_OPTION', where })
  })

  it.each([undefined, null, 5, {}, ['camp']])('%j for a text', async (value) => {
    const text = value as never
    for (const call of [
      () => archive.suggest(text),
      () => archive.get(text),
      () => archive.getByUrl(text),
      () => archive.similar(text),
      () => archive.explain('camp', text),
      () => archive.analyse(text),
      () => archive.search(text),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'E_OPTION' })
  })

  it.each([null, undefined, 5, true, ['camp'], () => 'camp'])('%s for a query', async (value) => {
    const query = value as never
    for (const call of [
      () => archive.search(query),
      () => archive.explain(query, 'camp-2011'),
      () => archive.explain(query, 'nothing-of-this-id'),
      () => listOf(archive.all(query)),
    ]) {
      const message = expect.stringMatching(/^query: expected text or a tree/)
      await expect(call()).rejects.toMatchObject({ code: 'E_OPTION', where: 'query', message })
    }
  })

  it('that are right', async () => {
    expect(await archive.suggest('cam', { limit: 1, signal })).toHaveLength(1)
    expect(await archive.suggest('cam', { limit: 0 })).toEqual([])
    expect((await archive.get('camp-2011', { signal }))?.id).toBe('camp-2011')
    expect((await archive.getByUrl('https://example.org/returns', { signal }))?.id).toBe('returns-2009')
    expect((await archive.analyse('camps', { language: 'en' })).map(({ term }) => term)).toEqual(['camp'])
    expect(await listOf(archive.all('camp', { include: 'release', signal }))).toHaveLength(1)
  })
})
