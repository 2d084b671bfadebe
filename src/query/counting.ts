/** What do filters and counts need? Loaded on demand, see `modules.ts`. */

export { joinCounts } from './counts.js'
export { facetCounts } from './facet-counts.js'
export { readFilterValues, refuseUnknown } from './filter-values.js'
export { SegmentFilter } from './segment-filter.js'
