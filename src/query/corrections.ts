/** Did they mean something else? Spellings for words that the archive does not hold, offered and never applied. */

import type { Snapshot } from '../reader/snapshot.js'
import type { Correction, QueryTree } from '../types.js'
import { expandFuzzy } from './expand.js'
import { language } from './modules.js'
import { facetNames } from './page.js'
import type { SearchRequest } from './request.js'
import { type RunResult, runSearch } from './run.js'

/** Unknown words that are looked up, spellings of each that are tried, and words of phrases that are asked for. */
const MOST_WORDS = 4
const MOST_SPELLINGS = 4
const MOST_PHRASE_WORDS = 12

/** Words that the searches for an offer read in all; a phrase or a widened word counts for several. */
const MOST_READ = 60
const COSTLY = 5

/**
 * One offer for each unknown word: the nearest spelling, the most frequent among equals, of those with which the query
 * finds something. Where several words are unknown their offers belong together, in one query. What it finds with the
 * filters of the search is counted, and where that is nothing, nothing is offered.
 */
export async function findCorrections(
  snapshot: Snapshot,
  request: SearchRequest,
  result: RunResult,
): Promise<Correction[]> {
  const { run } = request
  const unknown = await unknownWords(snapshot, request, result)
  const looked = await Promise.all(
    unknown.map(async (word) => ({ word, spellings: await spellingsOf(snapshot, word, run.signal) })),
  )
  const words = looked.filter(({ spellings }) => spellings.length > 0)
  if (words.length === 0) return []
  const searched = (spellings: ReadonlyMap<string, string>): Promise<RunResult> =>
    runSearch(snapshot, { ...run, tree: respelled(run.tree, spellings), facets: new Map(), limit: 0 })
  const { prefixes, fuzzy } = result.applied
  const costs = result.leaves.map(({ leaf }) => (leaf.kind === 'phrase' ? COSTLY : 1))
  const reads = costs.reduce((sum, cost) => sum + cost, COSTLY * (prefixes.length + fuzzy.length))
  // The first spellings are tried however long the query is.
  let further = Math.floor(MOST_READ / reads) - 1
  let chosen = new Map(words.map(({ word, spellings }) => [word, spellings[0]!]))
  let found = await searched(chosen)
  for (const { word, spellings } of words) {
    for (const spelling of spellings.slice(1)) {
      if (found.unfiltered > 0 || further-- <= 0) break
      const other = new Map(chosen).set(word, spelling)
      const totals = await searched(other)
      if (totals.unfiltered > 0) [chosen, found] = [other, totals]
    }
  }
  if (found.total === 0) return []
  const { formatQuery } = await language()
  const { combineWith } = request
  const query = formatQuery(respelled(request.tree, chosen), { facets: facetNames(snapshot), combineWith })
  return [...chosen].map(([word, suggestion]) => ({ word, suggestion, query, releases: found.total }))
}

/** Words that the query looks for, in phrases too, and no release holds. */
async function unknownWords(snapshot: Snapshot, { run }: SearchRequest, result: RunResult): Promise<string[]> {
  const terms = textsOf(run.tree, 'term')
  const inPhrases = [...new Set(textsOf(run.tree, 'phrase').flatMap((text) => text.split(' ')))]
  const totals = await Promise.all(
    inPhrases.slice(0, MOST_PHRASE_WORDS).map(async (term) => {
      const tree: QueryTree = { term }
      const { unfiltered } = await runSearch(snapshot, { ...run, tree, clauses: [], facets: new Map(), limit: 0 })
      return { term, unfiltered }
    }),
  )
  const missing = totals.filter(({ unfiltered }) => unfiltered === 0).map(({ term }) => term)
  return [...new Set([...terms.filter((term) => result.unknown.includes(term)), ...missing])].slice(0, MOST_WORDS)
}

/** The texts of all leaves of a kind that are looked for, and not excluded. */
function textsOf(tree: QueryTree, kind: 'term' | 'phrase'): string[] {
  if ('and' in tree) return tree.and.flatMap((part) => textsOf(part, kind))
  if ('or' in tree) return tree.or.flatMap((part) => textsOf(part, kind))
  if (kind === 'term') return 'term' in tree ? [tree.term] : []
  return 'phrase' in tree ? [tree.phrase] : []
}

/** Forms of the archive that are spelled nearly so, nearest first and then most frequent first. */
async function spellingsOf(snapshot: Snapshot, word: string, signal: AbortSignal | undefined): Promise<string[]> {
  const { tokens } = snapshot.analyser.analyseQuery(word, { concepts: false })
  const token = tokens[0]
  if (tokens.length !== 1 || token?.kind !== 'word' || token.surface.length < 3) return []
  for (let edits = 1; edits <= (token.surface.length < 5 ? 1 : 2); edits++) {
    const { forms } = await expandFuzzy(snapshot.segments, token.surface, edits, signal)
    // The word itself is among them where it is held, but not in the field or the languages that were asked for.
    const others = forms.filter(({ surface }) => surface !== token.surface).map(({ display }) => display)
    const spellings = [...new Set(others)].filter((display) => !isStopWord(snapshot, display))
    if (spellings.length > 0) return spellings.slice(0, MOST_SPELLINGS)
  }
  return []
}

/** Nobody looks for a stop word. */
const isStopWord = ({ analyser }: Snapshot, word: string): boolean =>
  analyser.analyseQuery(word, { concepts: false }).tokens.every(({ stopword }) => stopword)

/** The tree with words written otherwise, but for those that are excluded. */
function respelled(tree: QueryTree, spellings: ReadonlyMap<string, string>): QueryTree {
  const other = (word: string): string => spellings.get(word) ?? word
  if ('and' in tree) return { and: tree.and.map((part) => respelled(part, spellings)) }
  if ('or' in tree) return { or: tree.or.map((part) => respelled(part, spellings)) }
  if ('term' in tree) return { ...tree, term: other(tree.term) }
  return 'phrase' in tree ? { ...tree, phrase: tree.phrase.split(' ').map(other).join(' ') } : tree
}
