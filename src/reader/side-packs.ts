/** How are the packs opened that a search for plain words does without? Loaded on demand, see `segment-reader.ts`. */

export { openDates } from '../format/dates.js'
export { openFacet } from '../format/facets.js'
export { openIds } from '../format/ids.js'
export { openRemoved } from '../format/removed.js'
