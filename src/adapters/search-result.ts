/** How is a page of results put into the protocol? Hits with highlights, counts as objects, and numbers of numbers. */

import type { FacetCount, Searchable, SearchPage } from '../types.js'
import { type Tags, WordFinder } from './match-levels.js'
import type { RequestPlan } from './request-plan.js'
import type {
  FacetStats,
  MarkedValue,
  SearchHit,
  SearchParams,
  SearchRequest,
  SearchResult,
} from './search-protocol.js'

const VALUES_PER_FACET = 100

/** The tags that a request wants around matches. */
export const tagsOf = (params: SearchParams): Tags => ({
  open: params.highlightPreTag ?? '<em>',
  close: params.highlightPostTag ?? '</em>',
})

/** The answer to one request. */
export async function searchResult(
  archive: Searchable,
  { params = {}, indexName = '' }: SearchRequest,
  plan: RequestPlan,
  found: SearchPage,
): Promise<SearchResult> {
  const nbHits = found.groups ?? found.total
  const counts = plan.facets.map((name) => [name, found.facets[name] ?? []] as const)
  const shown = counts.map(([name, rows]) => [name, shownCounts(rows, params)] as const)
  const isExact = !found.applied.cut
  return {
    hits: await hitsOf(archive, plan, found, tagsOf(params)),
    nbHits,
    page: plan.page,
    nbPages: plan.limit === 0 ? 0 : Math.ceil(nbHits / plan.limit),
    hitsPerPage: plan.limit,
    ...(params.offset !== undefined && { offset: params.offset, length: plan.limit }),
    query: plan.text,
    params: '',
    index: indexName,
    processingTimeMS: Math.round(found.ms),
    exhaustiveNbHits: isExact,
    exhaustiveFacetsCount: isExact,
    exhaustive: { nbHits: isExact, facetsCount: isExact },
    facets: Object.fromEntries(
      shown.map(([name, rows]) => [name, Object.fromEntries(rows.map(({ value, count }) => [String(value), count]))]),
    ),
    facets_stats: Object.fromEntries(
      counts.flatMap(([name, rows]) => {
        const stats = statsOf(rows)
        return stats === undefined ? [] : [[name, stats]]
      }),
    ),
    ...(params.facets?.includes('*') && { renderingContent: { facetOrdering: { facets: { order: plan.facets } } } }),
    userData: [
      {
        labels: Object.fromEntries(
          shown.map(([name, rows]) => [name, Object.fromEntries(rows.map(({ value, label }) => [value, label]))]),
        ),
        applied: found.applied,
        corrections: found.corrections,
      },
    ],
  }
}

async function hitsOf(archive: Searchable, plan: RequestPlan, found: SearchPage, tags: Tags): Promise<SearchHit[]> {
  const finder = new WordFinder(archive, plan.tree, found.applied)
  return Promise.all(
    found.hits.map(async (hit) => {
      const title = await finder.mark(hit.titleSnippet ?? { text: hit.title, marks: [] }, hit.language, tags)
      const body = await finder.mark(hit.snippet ?? { text: '', marks: [] }, hit.language, tags)
      const values: Record<string, string | readonly string[]> = {
        ...hit.facets,
        country: hit.countries,
        mention: hit.mentions,
      }
      const language: Record<string, string> = hit.language === undefined ? {} : { language: hit.language }
      return {
        ...values,
        ...hit,
        objectID: hit.id,
        _highlightResult: { ...unmarked({ ...values, ...language }), title, body },
        _snippetResult: {
          title: { value: title.value, matchLevel: title.matchLevel },
          body: { value: body.value, matchLevel: body.matchLevel },
        },
      }
    }),
  )
}

/** Values in which nothing is looked for, in the shape of those that are. */
function unmarked(
  values: Readonly<Record<string, string | readonly string[]>>,
): Record<string, MarkedValue | MarkedValue[]> {
  const made = (value: string): MarkedValue => ({ value, matchLevel: 'none', matchedWords: [] })
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? made(value) : value.map(made)]),
  )
}

/**
 * The values with most releases, by count or by name; the protocol has no bucket for releases without a value.
 *
 * @param params `maxValuesPerFacet` (default 100) and `sortFacetValuesBy`
 */
export function shownCounts(counts: readonly FacetCount[], params: SearchParams): FacetCount[] {
  const shown = counts
    .filter(({ value, count }) => value !== null && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, params.maxValuesPerFacet ?? VALUES_PER_FACET)
  if (params.sortFacetValuesBy === 'alpha') shown.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
  return shown
}

/** Over all values, whatever the number of those that are listed; a value counts as often as releases have it. */
function statsOf(counts: readonly FacetCount[]): FacetStats | undefined {
  const numbers = counts.filter(({ value, count }) => typeof value === 'number' && count > 0)
  if (numbers.length === 0) return undefined
  const values = numbers.map(({ value }) => Number(value))
  const releases = numbers.reduce((sum, { count }) => sum + count, 0)
  const sum = numbers.reduce((total, { value, count }) => total + Number(value) * count, 0)
  return { min: Math.min(...values), max: Math.max(...values), avg: sum / releases, sum }
}
