/** What does a page import that opens an archive and searches, and does nothing else? The least that a visit must load. */

export { DatelinesError, isDatelinesError } from './errors.js'
export { openArchive } from './open-browser.js'
export { highlight, parts } from './query/highlight.js'
