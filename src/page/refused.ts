/** Which filters of an address can this archive not apply? They are taken out and told. */

import { isDatelinesError } from '../errors.js'
import type { Archive } from '../query/archive.js'
import type { Filter, FilterValue, Where } from '../types.js'
import type { PageState } from './state.js'

/** A filter that is a list, as its values; any other as one. */
const partsOf = (filter: Filter | undefined): (Filter | FilterValue)[] =>
  filter === undefined ? [] : Array.isArray(filter) ? filter : [filter]

/** The filters, and of lists the values, that the archive refuses. */
export async function refusedValues(
  archive: Archive,
  where: Where,
  signal: AbortSignal,
): Promise<[facet: string, value: Filter][]> {
  const parts = Object.entries(where).flatMap(([facet, filter]) =>
    partsOf(filter).map((value): [string, Filter] => [facet, value]),
  )
  const refused = await Promise.all(
    parts.map(([facet, value]) =>
      archive.search('', { where: { [facet]: value }, limit: 0, signal }).then(
        () => false,
        (error: unknown) => isDatelinesError(error) && error.code === 'E_OPTION',
      ),
    ),
  )
  return parts.filter((_, index) => refused[index])
}

/** A state without some of its filters, which it tells as unread. */
export function withoutValues(state: PageState, isOut: (facet: string, value: Filter) => boolean): PageState {
  const where: Where = {}
  const unread = [...state.unread]
  for (const [facet, filter] of Object.entries(state.where)) {
    const parts = partsOf(filter)
    const out = parts.filter((value) => isOut(facet, value))
    const text = (value: Filter): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
    if (out.length > 0) unread.push(`${facet}=${out.map(text).join()}`)
    if (out.length === 0) where[facet] = filter
    else if (out.length < parts.length) where[facet] = parts.filter((value) => !out.includes(value)) as FilterValue[]
  }
  return { ...state, where, unread }
}
