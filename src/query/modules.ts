/**
 * Which parts of querying wait until they are asked for? A page that searches for plain words loads none of them, or those of
 * its facets; each is one file, read while the bytes that it works on are.
 */

import { onDemand } from '../bytes/on-demand.js'

/** Queries beyond plain words, options beyond the usual ones. */
export const language = onDemand(() => import('./query-language.js'))

/** Filters and counts. */
export const counting = onDemand(() => import('./counting.js'))

/** Prefixes, typos, corrections, suggestions. */
export const widening = onDemand(() => import('./widening.js'))

/** Phrases, words of several parts among them. */
export const phrases = onDemand(() => import('./phrase-lists.js'))

/** Every name of a country, for filters whose value the platform has no name for. */
export const countryNames = onDemand(() => import('../places/countries.js'))

/** Everything else that one may ask of an archive. */
export const extras = onDemand(() => import('./extras.js'))
