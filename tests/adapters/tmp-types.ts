import type { SearchClient as Expected, InstantSearchOptions } from 'instantsearch.js'
import type { SearchClient } from '../../src/adapters/instantsearch.js'
export const f = (c: SearchClient): Expected => c
export const g = (made: SearchClient): NonNullable<InstantSearchOptions['searchClient']> => made
