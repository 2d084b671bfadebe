/** Which documents of one segment pass a filter, and how are a set's documents spread over a facet's values? */

import type { DateRun } from '../format/dates.js'
import type { FacetColumn } from '../format/facets.js'
import type { Segment } from '../reader/segment.js'
import { addRange, type Bitset, countDocs, countRange, emptySet, fullSet, intersect, subtract } from './bitset.js'
import { type Counts, countsOf } from './counts.js'
import type { FilterClause, TimeRange } from './filter-clause.js'
import type { Labels } from './labels.js'
import { isWithin, LANGUAGE_FACET, rangesOf } from './language-range.js'
import { runDate, timeValueOf } from './run-date.js'
import { firstDay, isTime, lastDay, TIME_AXIS } from './time-axis.js'

/** The documents that have some of the values of a column, by the values: people narrow a search down by the same few again and again. */
const valueSets = new WeakMap<FacetColumn, Map<string, Bitset>>()

/** Sets of a column that are kept, which takes no more room than the column itself. */
const SETS_KEPT = 16

/** The facets and dates of one segment, resident. */
export class SegmentFilter {
  private readonly sets = new Map<FilterClause, Bitset>()

  constructor(
    private readonly segment: Segment,
    /** By name; null for a facet that this segment does not have. */
    private readonly columns: ReadonlyMap<string, FacetColumn | null>,
    /** Exact runs, when they were needed; else those of the root serve. */
    private readonly days: readonly DateRun[] | null,
    /** Turns a value as typed into one of a facet's values. */
    private readonly labels: Labels,
  ) {}

  /** The documents that meet a clause; the set is shared and must not be changed. */
  passes(clause: FilterClause): Bitset {
    let set = this.sets.get(clause)
    if (set === undefined) {
      set = clause.axis === TIME_AXIS ? this.timeSet(clause) : this.valueSet(clause)
      if (clause.not) {
        const others = fullSet(this.segment.docCount)
        subtract(others, set)
        set = others
      }
      this.sets.set(clause, set)
    }
    return set
  }

  /** The documents that meet all of the clauses; null without any. The set is shared and must not be changed. */
  passAll(clauses: readonly FilterClause[]): Bitset | null {
    if (clauses.length === 0) return null
    let set = this.passes(clauses[0]!)
    for (let i = 1; i < clauses.length; i++) {
      if (i === 1) set = set.slice()
      intersect(set, this.passes(clauses[i]!))
    }
    return set
  }

  private timeSet(clause: FilterClause): Bitset {
    const set = emptySet(this.segment.docCount)
    const runs = this.days ?? this.segment.root.months
    for (const range of clause.ranges) {
      for (const run of runs) if (overlaps(run, range)) addRange(set, run.start, run.end)
    }
    if (clause.empty) {
      // What is not known so precisely is in the empty bucket too, as in the counts.
      for (const run of runs) if (timeValueOf(clause.facet, run) === null) addRange(set, run.start, run.end)
      addRange(set, this.undatedFrom, this.segment.docCount)
    }
    return set
  }

  private get undatedFrom(): number {
    return this.segment.docCount - this.segment.root.statistics.undated
  }

  private valueSet(clause: FilterClause): Bitset {
    const column = this.columns.get(clause.facet)
    const { docCount } = this.segment
    if (!column) return clause.empty ? fullSet(docCount) : emptySet(docCount)
    const wanted: number[] = []
    const isLanguage = clause.facet === LANGUAGE_FACET
    const names = isLanguage ? rangesOf(column.values) : column.values
    for (const typed of clause.values) {
      const meant = this.labels.match(clause.facet, typed, names)
      if (meant === undefined) continue
      column.values.forEach((value, index) => {
        if (isLanguage ? isWithin(meant, value) : value === meant) wanted.push(index)
      })
    }
    let known = valueSets.get(column)
    if (known === undefined) valueSets.set(column, (known = new Map()))
    const key = `${clause.empty} ${wanted.join()}`
    let set = known.get(key)
    if (set === undefined) {
      set = docsWith(column, wanted, clause.empty)
      if (known.size >= SETS_KEPT) known.clear()
      known.set(key, set)
    }
    return set
  }

  /** How the documents of a set are spread over a facet. */
  count(facet: string, set: Bitset): Counts {
    if (isTime(facet)) return this.countTime(facet, set)
    const column = this.columns.get(facet)
    return column ? countValues(column, set) : { values: [], counts: [], none: countDocs(set) }
  }

  private countTime(facet: string, set: Bitset): Counts {
    const runs = facet === TIME_AXIS ? (this.days ?? []) : this.segment.root.months
    const sums = new Map<string, number>()
    let none = countRange(set, this.undatedFrom, this.segment.docCount)
    for (const run of runs) {
      const count = countRange(set, run.start, run.end)
      if (count === 0) continue
      const value = timeValueOf(facet, run)
      if (value === null) none += count
      else sums.set(value, (sums.get(value) ?? 0) + count)
    }
    return countsOf(sums, none)
  }
}

/** The documents that have one of the values, or where `empty` none at all. */
function docsWith({ sets, column }: FacetColumn, wanted: readonly number[], empty: boolean): Bitset {
  const passing = Uint8Array.from(sets, (members) =>
    Number(members.length === 0 ? empty : members.some((member) => wanted.includes(member))),
  )
  const docs = emptySet(column.length)
  for (let word = 0; word < docs.length; word++) {
    const start = word << 5
    const end = Math.min(start + 32, column.length)
    let bits = 0
    for (let doc = start; doc < end; doc++) bits |= passing[column[doc]!]! << (doc & 31)
    docs[word] = bits
  }
  return docs
}

// One set is counted at a time without waiting, so scratch space can be shared by all.
let bySet = new Int32Array(0)

function countValues({ values, sets, column }: FacetColumn, docs: Bitset): Counts {
  if (bySet.length < sets.length) bySet = new Int32Array(sets.length)
  bySet.fill(0, 0, sets.length)
  countSets(column, docs, bySet)
  const counts = new Int32Array(values.length)
  let none = 0
  for (let set = 0; set < sets.length; set++) {
    const count = bySet[set]!
    if (count === 0) continue
    const members = sets[set]!
    if (members.length === 0) none += count
    for (let i = 0; i < members.length; i++) counts[members[i]!]! += count
  }
  return { values, counts, none }
}

function countSets(column: FacetColumn['column'], docs: Bitset, counts: Int32Array): void {
  for (let index = 0; index < docs.length; index++) {
    let word = docs[index]! | 0
    while (word !== 0) {
      counts[column[(index << 5) + 31 - Math.clz32(word & -word)]!]!++
      word &= word - 1
    }
  }
}

/** A run of the root stands for its whole month, exact ones for their day; both overlap a range as their interval does. */
function overlaps(run: DateRun, range: TimeRange): boolean {
  const date = runDate(run)
  // In the root's runs a day of 1 means "some day of this month"; ranges that would see the difference use exact runs.
  return (range.to === null || firstDay(date) <= range.to) && (range.from === null || lastDay(date) >= range.from)
}
