/** Does a search keep its word in the small: rows as they were given, marks on the words, pages that join up, aborts, several at once? */

import { beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import type { Archive } from '../../src/query/archive.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Source } from '../../src/source/source.js'
import type { Hit, MarkedText } from '../../src/types.js'
import { ENGLISH_RELEASES } from '../helpers/english-releases.js'
import { archiveFiles, archiveOf } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'
import { type Collection, generateCollection } from '../oracle/generate.js'
import { QueryMaker } from '../oracle/queries.js'

const marked = ({ text, marks }: MarkedText): string[] => marks.map(([start, end]) => text.slice(start, end))

const withoutTime = <T extends { ms: number }>(page: T): T => ({ ...page, ms: 0 })

describe('a row', () => {
  let archive: Archive
  const hit = async (query: string): Promise<Hit> => (await archive.search(query)).hits[0]!

  beforeAll(async () => {
    archive = await archiveOf(ENGLISH_RELEASES)
  })

  it('has what the release has', async () => {
    expect(await hit('stranded tripoli')).toMatchObject({
      id: 'returns-2009',
      title: 'Stranded Workers Fly Home from Tripoli',
      url: 'https://example.org/returns',
      date: '2009-03-14',
      datePrecision: 'day',
      dateSource: 'stated',
      year: 2009,
      countries: ['LY'],
      mentions: ['LY', 'GH'],
      language: 'en',
      facets: { topic: ['return', 'labour'], office: ['Geneva'] },
      origin: 'archive',
    })
    expect(await hit('drains')).toMatchObject({ date: '2011-02', datePrecision: 'month', year: 2011 })
    expect(await hit('aldeas')).toMatchObject({ date: '2004', datePrecision: 'year', mentions: [], facets: {} })
    const undated = await hit('boats')
    for (const name of ['date', 'year', 'datePrecision', 'language', 'url']) expect(undated).not.toHaveProperty(name)
  })

  it('is the release that was given', async () => {
    for (const release of ENGLISH_RELEASES) {
      expect(await archive.get(release.id)).toEqual(release)
      if (release.url) expect(await archive.getByUrl(release.url)).toEqual(release)
    }
    expect(await archive.get('https://example.org/returns')).toBeUndefined()
    expect(await archive.getByUrl('undated')).toBeUndefined()
  })

  it('marks the words in every form', async () => {
    const found = await hit('migrants returned')
    expect(found.id).toBe('returns-2009')
    expect(marked(found.snippet!).map((text) => text.toLowerCase())).toEqual(
      expect.arrayContaining(['migrant', 'returning', 'migrants']),
    )
    expect(marked((await hit('worker')).titleSnippet!)).toEqual(['Workers'])
  })

  it('marks a phrase as a whole and nothing else', async () => {
    const found = await hit('"police officers"')
    expect(marked(found.titleSnippet!)).toEqual(['Police Officers'])
    expect(marked(found.snippet!)).toEqual(['police officers'])
  })

  it('does not mark words of another field, nor excluded ones', async () => {
    expect(marked((await hit('title:camp')).snippet!)).toEqual([])
    const found = await hit('families -boats')
    for (const text of marked(found.snippet!)) expect(text).toMatch(/^famil/i)
  })

  it('marks through case and accents, in the text as it is', async () => {
    const found = await hit('deplacees CRUE')
    expect(marked(found.snippet!)).toEqual(['déplacées', 'crue'])
  })

  it('has a snippet as long as asked, or none', async () => {
    const { hits } = await archive.search('families', { snippet: { length: 40 } })
    for (const { snippet } of hits) expect(snippet!.text.length).toBeLessThanOrEqual(40 + 2)
    const plain = await archive.search('families', { snippet: false })
    for (const each of plain.hits) expect(each).not.toHaveProperty('snippet')
  })
})

describe('over a collection', () => {
  let collection: Collection
  let files: Map<string, Uint8Array>
  let archive: Archive

  beforeAll(async () => {
    collection = generateCollection(14, 400)
    files = await archiveFiles(collection.releases.map(({ release }) => release))
    archive = await openArchive(new MemorySource(files))
  })

  it('marks lie on the words of the query, in order, inside the text', async () => {
    const random = new Random(3)
    const maker = new QueryMaker(random, collection)
    for (let i = 0; i < 150; i++) {
      const words = [maker.word(), maker.word()]
      const { hits } = await archive.search({ or: words.map((term) => ({ term })) }, { limit: 5 })
      for (const { snippet, titleSnippet, terms } of hits) {
        for (const each of [snippet!, titleSnippet!]) {
          let last = 0
          for (const [start, end] of each.marks) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(each.text.length)
          for (const text of marked(each)) expect(words).toContain(text.toLowerCase().replaceAll(',', ''))
        }
        expect(terms.length).toBeGreaterThan(0)
        for (const term of terms) expect(words).toContain(term)
      }
    }
  })

  it('a row with a match in its body has a mark in its snippet', async () => {
    for (const word of collection.words.slice(20, 60)) {
      const { hits } = await archive.search(word, { fields: ['body'], limit: 5 })
      for (const { snippet } of hits) expect(snippet!.marks.length, word).toBeGreaterThan(0)
    }
  })

  it('pages join up to the whole, whatever their size', async () => {
    const query = `${collection.words[3]} OR ${collection.words[8]}`
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const whole = (await archive.search(query, { sort, limit: 1000, snippet: false })).hits
      for (const limit of [1, 7, 128, 999]) {
        const joined: Hit[] = []
        for (let offset = 0; offset < whole.length; offset += limit) {
          if (limit === 1 && offset > 20) break
          const page = await archive.search(query, { sort, limit, offset, snippet: false })
          expect(page.total).toBe(whole.length)
          joined.push(...page.hits)
        }
        expect(joined).toEqual(whole.slice(0, joined.length))
      }
      expect((await archive.search(query, { sort, offset: whole.length })).hits).toEqual([])
      expect((await archive.search(query, { sort, offset: 1_000_000_000 })).hits).toEqual([])
    }
  })

  it('several at once do not disturb one another', async () => {
    const random = new Random(4)
    const maker = new QueryMaker(random, collection)
    const searches = Array.from({ length: 60 }, () => [maker.tree(), { ...maker.options(), snippet: false }] as const)
    const alone = []
    for (const [tree, options] of searches) alone.push(withoutTime(await archive.search(tree, options)))
    const cold = await openArchive(new MemorySource(files), { cacheBytes: 200_000 })
    const together = await Promise.all(searches.map(([tree, options]) => cold.search(tree, options)))
    expect(together.map(withoutTime)).toEqual(alone)
  })

  it('does not change what it is given', async () => {
    const tree = Object.freeze({ and: Object.freeze([Object.freeze({ term: collection.words[0]! })]) }) as never
    const options = Object.freeze({
      where: Object.freeze({ country: Object.freeze(['MO']) }),
      facets: Object.freeze(['country']),
    })
    await archive.search(tree, options as never)
    expect(options).toEqual({ where: { country: ['MO'] }, facets: ['country'] })
  })

  it('gives away nothing that is its own: pages can be changed', async () => {
    const query = collection.words[2]!
    const first = await archive.search(query, { facets: ['country'] })
    const copy = structuredClone(withoutTime(first))
    first.hits.forEach((hit) => {
      hit.countries.push('changed')
      hit.mentions.length = 0
    })
    first.facets.country!.length = 0
    expect(withoutTime(await archive.search(query, { facets: ['country'] }))).toEqual(copy)
  })

  it('explains every hit by its score, and every miss by what fails', async () => {
    const random = new Random(5)
    for (let i = 0; i < 40; i++) {
      const words = Array.from({ length: 3 }, () => random.pick(collection.words.slice(0, 40)))
      const { hits } = await archive.search(words.join(' '), { limit: 2, snippet: false })
      for (const hit of hits) {
        const explanation = await archive.explain(words.join(' '), hit.id)
        expect(explanation.matched).toBe(true)
        expect(explanation.score + explanation.bonus).toBeCloseTo(hit.score, 9)
      }
      const { document } = random.pick(collection.releases)
      const explanation = await archive.explain(words.join(' '), document.id)
      if (explanation.matched) continue
      const held = new Set([...document.title.tokens, ...document.body.tokens].map(({ word }) => word))
      const missing = words.filter((word) => !held.has(word))
      expect(explanation.failed.map(({ clause }) => clause).sort()).toEqual([...missing].sort())
    }
  })

  it('explains a phrase by its score', async () => {
    const { tokens } = collection.releases[3]!.document.body
    const query = `"${tokens[0]!.word} ${tokens[1]!.word}"`
    const hit = (await archive.search(query, { limit: 1 })).hits[0]!
    const { score, bonus, terms } = await archive.explain(query, hit.id)
    expect([score, bonus]).toEqual([hit.score, 0])
    expect(terms.reduce((sum, term) => sum + term.score, 0)).toBeCloseTo(hit.score, 9)
    for (const term of terms) {
      expect(term).toMatchObject({ word: query, terms: tokens.slice(0, 2).map(({ word }) => word) })
      expect(term.docFreq).toBe((await archive.search(query, { limit: 0 })).total)
      expect(term.termFreq).toBeGreaterThan(0)
    }
  })

  it('finds no phrase in the first release that only has its words', async () => {
    const apart = { id: 'apart', date: '2001', title: '', body: 'Boats of the coast and rescue.', language: 'en' }
    const together = { id: 'together', date: '2002', title: '', body: 'Rescue boats.', language: 'en' }
    const two = await archiveOf([apart, together])
    expect((await two.explain('"rescue boats"', 'apart')).terms).toEqual([])
    expect((await two.explain('"rescue boats"', 'together')).terms).toMatchObject([{ termFreq: 1, docFreq: 1 }])
  })

  it('explains a hit that any of its words was enough for', async () => {
    const [word] = collection.words
    const query = `${word} ${collection.absentWords[0]}`
    const hit = (await archive.search(query, { relax: true, limit: 1 })).hits[0]!
    const explained = await archive.explain(query, hit.id, { relax: true })
    expect(explained).toMatchObject({ matched: true, score: hit.score })
    expect((await archive.explain(query, hit.id)).failed.map(({ clause }) => clause)).toEqual([
      collection.absentWords[0],
    ])
  })

  it('finds releases like one, itself left out', async () => {
    const { document } = collection.releases.find(({ document: { body } }) => body.length > 50)!
    const page = await archive.similar(document.id, { limit: 5 })
    expect(page.hits.length).toBe(5)
    expect(page.hits.map(({ id }) => id)).not.toContain(document.id)
    expect((await archive.similar('no such id')).total).toBe(0)
  })

  it('completes words with their number of releases', async () => {
    for (const word of collection.words.slice(0, 20)) {
      const suggestions = await archive.suggest(word.slice(0, 4))
      expect(suggestions.length).toBeGreaterThan(0)
      expect(suggestions.map(({ releases }) => releases)).toEqual(
        suggestions.map(({ releases }) => releases).sort((a, b) => b - a),
      )
      for (const { text, releases } of suggestions) {
        expect(text.startsWith(word.slice(0, 4))).toBe(true)
        expect((await archive.search(text, { limit: 0 })).total).toBe(releases)
      }
    }
  })
})

describe('aborting', () => {
  let files: Map<string, Uint8Array>

  beforeAll(async () => {
    files = await archiveFiles(ENGLISH_RELEASES)
  })

  /** A source whose reads, but for the root, wait until they are let go. */
  function heldSource(): { source: Source; release: () => void; aborted: () => number } {
    const inner = new MemorySource(files)
    const waiting: (() => void)[] = []
    let aborted = 0
    const source: Source = {
      description: 'held',
      read: async (file, range, options = {}) => {
        if (file !== 'root.dl') {
          await new Promise<void>((resolve, reject) => {
            waiting.push(resolve)
            options.signal?.addEventListener('abort', () => {
              aborted++
              reject(options.signal!.reason)
            })
          })
        }
        return inner.read(file, range, options)
      },
      close: () => inner.close(),
    }
    const release = (): void => {
      for (const resolve of waiting.splice(0)) resolve()
    }
    return { source, release, aborted: () => aborted }
  }

  it('before the start', async () => {
    const archive = await openArchive(new MemorySource(files))
    await expect(archive.search('boats', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    await expect(archive.get('undated', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    await expect(openArchive(new MemorySource(files), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('while bytes are on their way, which are no longer waited for', async () => {
    const { source, aborted } = heldSource()
    const archive = await openArchive(source)
    const controller = new AbortController()
    const search = archive.search('boats', { signal: controller.signal })
    await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort()
    await expect(search).rejects.toMatchObject({ name: 'AbortError' })
    expect(aborted()).toBeGreaterThan(0)
  })

  it('gives the reason of the caller', async () => {
    const { source } = heldSource()
    const archive = await openArchive(source)
    const controller = new AbortController()
    const search = archive.search('boats', { signal: controller.signal })
    const reason = new Error('the page was left')
    controller.abort(reason)
    await expect(search).rejects.toBe(reason)
  })

  it('one search leaves another that waits for the same bytes alone', async () => {
    const { source, release } = heldSource()
    const archive = await openArchive(source)
    const controller = new AbortController()
    const first = archive.search('boats', { limit: 0, signal: controller.signal })
    const second = archive.search('boats', { limit: 0 })
    const third = archive.search('boats', { limit: 0, signal: new AbortController().signal })
    await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    release()
    expect((await second).total).toBe(1)
    expect((await third).total).toBe(1)
  })

  it('and asking again works', async () => {
    const { source, release } = heldSource()
    const archive = await openArchive(source)
    const controller = new AbortController()
    const first = archive.search('boats', { limit: 0, signal: controller.signal })
    const failed = expect(first).rejects.toMatchObject({ name: 'AbortError' })
    controller.abort()
    const again = archive.search('boats', { limit: 0 })
    await failed
    await new Promise((resolve) => setTimeout(resolve, 5))
    release()
    expect((await again).total).toBe(1)
  })

  it('an export', async () => {
    const archive = await openArchive(new MemorySource(files))
    const controller = new AbortController()
    const ids: string[] = []
    const run = async (): Promise<void> => {
      for await (const { id } of archive.all('', { signal: controller.signal })) {
        ids.push(id)
        controller.abort()
      }
    }
    // What has been read may still be handed out, but it ends or fails as an abort.
    await run().catch((error: Error) => expect(error.name).toBe('AbortError'))
    expect(ids.length).toBeGreaterThan(0)
  })
})

describe('near-duplicates', () => {
  let archive: Archive
  let collection: Collection

  beforeAll(async () => {
    collection = generateCollection(15, 150)
    const releases = collection.releases.map(({ release }) => release)
    // The same text again under other ids and dates, some with a sentence more.
    const copies = releases
      .filter(({ body }) => body.length > 400)
      .slice(0, 25)
      .flatMap((release, index) => [
        { ...release, id: `copy ${index}`, date: '2012-05-06', url: undefined as never },
        ...(index % 3 === 0
          ? [{ ...release, id: `again ${index}`, body: `${release.body} Ends.`, url: undefined as never }]
          : []),
      ])
    archive = await archiveOf([...releases, ...copies])
  })

  it('are shown once, and counted as releases', async () => {
    for (const query of ['', ...collection.words.slice(0, 30)]) {
      const options = { limit: 1000, facets: ['year', 'country'], snippet: false } as const
      const plain = await archive.search(query, options)
      const folded = await archive.search(query, { ...options, fold: true })
      expect(folded.total).toBe(plain.total)
      expect(folded.facets).toEqual(plain.facets)
      expect(folded.groups).toBe(folded.hits.length)
      expect(folded.hits.reduce((sum, { copies = 1 }) => sum + copies, 0)).toBe(plain.total)
      // What is shown stands in the order of all.
      const order = plain.hits.map(({ id }) => id)
      const places = folded.hits.map(({ id }) => order.indexOf(id))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    expect((await archive.search('', { fold: true, limit: 0 })).groups).toBeLessThanOrEqual(150)
  })

  it('fold the same on every page', async () => {
    const whole = (await archive.search('', { fold: true, limit: 1000, snippet: false })).hits
    const joined: Hit[] = []
    for (let offset = 0; offset < whole.length; offset += 17) {
      joined.push(...(await archive.search('', { fold: true, limit: 17, offset, snippet: false })).hits)
    }
    expect(joined).toEqual(whole)
  })
})
