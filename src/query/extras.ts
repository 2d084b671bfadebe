/** What else may one ask of an archive? Loaded on demand, see `modules.ts`. */

export { analyseText } from './analysed.js'
export { explainHit } from './explain.js'
export { exportAll } from './export.js'
export { foldHits } from './fold-hits.js'
export { findRelease, findReleaseByUrl } from './lookup.js'
export { withoutRepeats } from './repeats.js'
export { similarTo } from './similar.js'
