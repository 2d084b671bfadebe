/**
 * How is the value of a filter written in a query (`country:MO,CN`) or an address (`country=MO,CN`)?
 *
 *     filter := item (',' item)*
 *     item   := value | '"' value '"' | time? '..' time? | 'none' | '*'
 *
 * `none` is the bucket of releases without a value, `*` stands for every release that has one; in quotation marks they
 * are plain values. Ranges belong to year, month and date alone, whose values are checked.
 */

import type { Filter, FilterRange, FilterValue, QueryTree } from '../../types.js'
import { filterLeaf, plainValue, timeValue } from '../filters.js'
import { spreadNames } from '../spread-names.js'
import { isTime } from '../time-axis.js'
import { plainSyntax, quotable, unescaped } from './characters.js'
import { joinTrees } from './tree.js'

/** One item of a filter: a value, a range, or `*`. */
export type FilterItem = { value: FilterValue } | { range: FilterRange } | { any: true }

/** Reads an item; undefined when it is none of the facet's, null when it is empty. */
function readItem(facet: string, text: string): FilterItem | undefined | null {
  const quoted = /^"([\s\S]*)"$/.exec(text)?.[1]
  if (!text) return null
  if (quoted === undefined && /^none$/i.test(text)) return { value: null }
  if (text === '*') return { any: true }
  if (!isTime(facet)) return { value: unescaped(quoted ?? text) }
  // Phones write three dots for two, and people a dash between years.
  const bounds = (quoted ?? text.replace(/^(\d{4})[-–](\d{4})$/, '$1..$2')).split(/\.{2,3}|…/)
  const [from, to] = bounds.map((bound) => bound && plainValue(facet, timeValue(bound)))
  if (bounds.length > 2 || from === undefined || (bounds[1] && to === undefined) || !(from || to)) return
  if (bounds.length < 2) return { value: from }
  const range: FilterRange = {}
  if (from) range.from = from
  if (to) range.to = to
  return { range }
}

/**
 * Reads the items of a filter; empty ones are passed over.
 *
 * @param text in plain syntax
 * @returns undefined when there are none, or one is no value of the facet
 */
export function readItems(facet: string, text: string): FilterItem[] | undefined {
  const pieces = text.match(/("([^"\\]|\\[\s\S])*"|\\[\s\S]|[^,])+/g) ?? []
  const items = pieces.map((piece) => readItem(facet, piece.trim())).filter((item) => item !== null)
  return items.length && items.every(Boolean) ? (items as FilterItem[]) : undefined
}

/** Items of one facet, any of which may hold, as a tree in normal form. */
export function itemsTree(facet: string, items: readonly FilterItem[]): QueryTree {
  const given = items.flatMap((item) => ('value' in item ? [item.value] : []))
  // In normal form each value stands once, the empty bucket last.
  const named = [
    ...new Set(
      spreadNames(
        facet,
        given.filter((value) => value !== null),
      ),
    ),
  ]
  const values: FilterValue[] = given.includes(null) ? [...named, null] : named
  const trees = values.length ? [filterLeaf(facet, values.length > 1 ? values : values[0]!)] : []
  for (const item of items) if ('range' in item) trees.push(filterLeaf(facet, item.range))
  if (items.some((item) => 'any' in item)) trees.push({ not: filterLeaf(facet, null) })
  return joinTrees('or', trees)!
}

const printTime = (time: FilterValue = ''): string => (typeof time === 'number' ? `000${time}`.slice(-4) : `${time}`)

function printValue(facet: string, value: FilterValue): string {
  if (value === null) return 'none'
  if (isTime(facet)) return printTime(value)
  const text = `${value}`
  return /^(none|\*|)$|[ ,"()\\]/i.test(text) || plainSyntax(text) !== text ? `"${quotable(text, /"/g)}"` : text
}

/** A filter in normal form (a value, alternatives or a range) as text. */
export function printFilter(facet: string, filter: Filter): string {
  if (Array.isArray(filter)) return filter.map((value) => printValue(facet, value)).join()
  if (typeof filter !== 'object' || !filter) return printValue(facet, filter)
  const { from, to } = filter as FilterRange
  return `${printTime(from)}..${printTime(to)}`
}
