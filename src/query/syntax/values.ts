/**
 * How is the value of a filter written in a query (`country:MO,CN`) or an address (`country=MO,CN`)?
 *
 *     filter := item (',' item)*
 *     item   := value | '"' value '"' | time? '..' time? | 'none' | '*'
 *
 * `none` is the bucket of releases without a value, `*` stands for every release that has one; in quotes they are plain
 * values. Ranges belong to year, month and date alone, whose values are checked. A backslash makes the character after
 * it an ordinary one.
 */

import type { Filter, FilterRange, FilterValue, QueryTree } from '../../types.js'
import { filterLeaf, isTime, plainValue, timeValue } from '../filters.js'
import { flatten, quote, unescaped } from './characters.js'
import { joinTrees } from './tree.js'

/** One item of a filter: a value, a range, or `*`. */
export type FilterItem = { value: FilterValue } | { range: FilterRange } | { any: true }

/** Where an item that starts at `start` in flattened text ends, or -1 for a quotation mark that is not closed. */
export function itemEnd(flat: string, start: number, stops: string): number {
  if (flat[start] === '"') return flat.indexOf('"', start + 1) + 1 || -1
  let end = start
  while (end < flat.length && !stops.includes(flat[end]!)) end++
  return end
}

function readItem(facet: string, raw: string, flat: string): FilterItem | undefined {
  const quoted = flat[0] === '"'
  if (!quoted && /^none$/i.test(flat)) return { value: null }
  if (flat === '*') return { any: true }
  if (!isTime(facet)) return { value: unescaped(quoted ? raw.slice(1, -1) : raw) }
  // Phones write three dots for two, and people a dash between years.
  const bounds = flat
    .replace(/"/g, '')
    .replace(/^(\d{4})[-–](\d{4})$/, '$1..$2')
    .split(/\.{2,3}|…/)
  const times = bounds.map(timeValue)
  if (times.length > 2 || bounds.some((bound, i) => bound && !times[i]) || !times.some(Boolean)) return
  const [from, to] = times.map((time) => time && plainValue(facet, time))
  if (times.length < 2) return { value: from! }
  const range: FilterRange = {}
  if (from) range.from = from
  if (to) range.to = to
  return { range }
}

/**
 * Reads the items of a filter; empty ones are passed over.
 *
 * @param flat the same text, {@link flatten}ed
 * @returns undefined when the text is no filter on this facet
 */
export function readItems(facet: string, text: string, flat: string): FilterItem[] | undefined {
  const items: FilterItem[] = []
  for (let start = 0; start < text.length; start++) {
    const end = itemEnd(flat, start, ',')
    if (end < 0 || (end < text.length && flat[end] !== ',')) return
    const raw = text.slice(start, end)
    if (raw.trim() && raw.length - +(flat[start] === '"') * 2) {
      const item = readItem(facet, raw.trim(), flat.slice(start, end).trim())
      if (!item) return
      items.push(item)
    }
    start = end
  }
  return items.length ? items : undefined
}

/** Items of one facet, any of which may hold, as a tree in normal form. */
export function itemsTree(facet: string, items: readonly FilterItem[]): QueryTree {
  const values = items.flatMap((item) => ('value' in item ? [item.value] : []))
  const trees = values.length ? [filterLeaf(facet, values.length > 1 ? values : values[0]!)] : []
  for (const item of items) if ('range' in item) trees.push(filterLeaf(facet, item.range))
  if (items.some((item) => 'any' in item)) trees.push({ not: filterLeaf(facet, null) })
  return joinTrees('or', trees)!
}

const printTime = (time: FilterValue | undefined): string =>
  typeof time === 'number' ? String(time).padStart(4, '0') : (time ?? '')

function printValue(facet: string, value: FilterValue): string {
  if (value === null) return 'none'
  if (isTime(facet)) return printTime(value)
  const text = String(value)
  const flat = flatten(text)
  return /^(none|\*|)$/i.test(flat) || /[ ,"()\\]/.test(text + flat) ? quote(text) : text
}

/** A filter in normal form (a value, alternatives or a range) as text. */
export function printFilter(facet: string, filter: Filter): string {
  if (Array.isArray(filter)) return filter.map((value) => printValue(facet, value)).join()
  if (typeof filter !== 'object' || !filter) return printValue(facet, filter)
  const { from, to } = filter as FilterRange
  return `${printTime(from)}..${printTime(to)}`
}
