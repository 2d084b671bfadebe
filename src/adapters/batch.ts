/** Which searches answer a batch of requests? As few as there are different queries and windows of hits. */

import type { FacetRequest, Searchable, SearchPage } from '../types.js'
import type { RequestPlan } from './request-plan.js'

/** Requests that ask the same query: their windows, and all the facets that one of them counts. */
interface Group {
  windows: Map<string, RequestPlan>
  facets: Set<string>
}

const windowOf = ({ offset, limit, snippet }: RequestPlan): string => JSON.stringify([offset, limit, snippet])

/**
 * Answers each plan; the same page for those that ask the same.
 *
 * Widgets ask one query several times: for a page of hits, for the counts of a facet, for another page. Facets are counted
 * once for all of them, with the first window; requests without hits take any.
 */
export async function searchAll(archive: Searchable, plans: readonly RequestPlan[]): Promise<SearchPage[]> {
  const groups = new Map<string, Group>()
  const keys = plans.map((plan) => {
    const key = JSON.stringify([plan.query, plan.options])
    const group = groups.get(key) ?? { windows: new Map<string, RequestPlan>(), facets: new Set<string>() }
    groups.set(key, group)
    for (const facet of plan.facets) group.facets.add(facet)
    if (plan.limit > 0) group.windows.set(windowOf(plan), plan)
    return { key, plan, group }
  })
  const pages = new Map<string, Promise<{ counts: SearchPage; windows: Map<string, SearchPage> }>>()
  for (const { key, plan, group } of keys) if (!pages.has(key)) pages.set(key, searchGroup(archive, plan, group))
  return Promise.all(
    keys.map(async ({ key, plan }) => {
      const { counts, windows } = await pages.get(key)!
      const own = windows.get(windowOf(plan))
      return own === undefined ? { ...counts, hits: [] } : { ...own, facets: counts.facets }
    }),
  )
}

async function searchGroup(
  archive: Searchable,
  plan: RequestPlan,
  { windows, facets }: Group,
): Promise<{ counts: SearchPage; windows: Map<string, SearchPage> }> {
  const [first = [windowOf(plan), { ...plan, limit: 0, offset: 0 }] as const, ...others] = windows
  const search = async (
    [key, { query, options, limit, offset, snippet }]: readonly [string, RequestPlan],
    counted: Iterable<string>,
  ): Promise<[string, SearchPage]> => {
    const page = await archive.search(query, {
      ...options,
      limit,
      offset,
      ...(snippet !== undefined && { snippet }),
      facets: Object.fromEntries([...counted].map((name): [string, FacetRequest] => [name, { own: 'obey' }])),
    })
    return [key, page]
  }
  const found = await Promise.all([search(first, facets), ...others.map((window) => search(window, []))])
  return { counts: found[0]![1], windows: new Map(found) }
}
