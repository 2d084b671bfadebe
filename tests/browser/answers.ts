/** What is asked in every browser, and in Node, to compare the answers? */

type Build = typeof import('../../src/build.js')
type Library = typeof import('../../src/browser.js')

export const QUERIES = [
  'migrants',
  '"human trafficking"',
  'return* country:LY',
  'camp OR shelter',
  'familias',
  'haiti -cholera',
]

/** The archive of the sample corpus, with some releases or all. */
export async function buildCorpus(out: string, include = ['corpus/releases/**/*']): Promise<void> {
  const { buildArchive } = (await import(new URL('../../dist/build.js', import.meta.url).href)) as Build
  await buildArchive({ include, out, keep: 0 })
}

/** Everything of an answer that does not depend on the clock. Its source runs in pages: it uses nothing from outside itself. */
export async function ask(opened: Awaited<ReturnType<Library['openArchive']>>, queries: string[]) {
  const answers = []
  for (const query of queries) {
    const { ms: _ms, ...page } = await opened.search(query, { facets: ['year', 'country', 'language'], fuzzy: 'auto' })
    answers.push(page)
  }
  const first = answers.find(({ hits }) => hits.length > 0)?.hits[0]?.id ?? ''
  return {
    info: opened.info,
    answers,
    suggestions: await opened.suggest('mig'),
    phrases: await opened.suggest('human tra'),
    release: await opened.get(first),
    none: (await opened.get('no such release')) === undefined,
    similar: (await opened.similar(first)).hits.map(({ id }) => id),
  }
}
