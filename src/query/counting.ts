/** What do filters and counts need? Loaded on demand, see `modules.ts`. */

export { facetCounts } from './facet-counts.js'
export { readFilterValues, refuseUnknown } from './filter-values.js'
export { SegmentFilter } from './segment-filter.js'
