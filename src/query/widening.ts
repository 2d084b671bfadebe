/** What do prefixes, typos and suggestions need? Loaded on demand, see `modules.ts`. */

export { applyExpansions } from './apply-expansions.js'
export { findCorrections } from './corrections.js'
export { suggestFor } from './suggest.js'
