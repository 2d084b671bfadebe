/** Can nothing be in a range? Shared by what refuses such a range and by what tells of it. */

import type { FilterClause } from './filter-clause.js'

/** The range of a clause that ends before it begins, as it is typed; undefined for every other clause. */
export function reversedRange({ bounds, ranges }: FilterClause): string | undefined {
  return bounds && ranges.length === 0 ? `${bounds.from}..${bounds.to}` : undefined
}
