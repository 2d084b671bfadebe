/** Which names and phrases mean the same? The whole lexicon, for builds; archives carry the part that they hold. */

import type { Concept } from '../concepts.js'

/** Every concept the library knows. */
export const FULL_LEXICON: readonly Concept[] = []
