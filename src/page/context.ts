/** What do the parts of the page share? The archive, the texts, and the way to another state. */

import type { Archive } from '../query/archive.js'
import type { PageState } from './state.js'
import type { Texts } from './texts.js'

/** What every part is given. */
export interface Context {
  archive: Archive
  texts: Texts
  state: PageState
  /** Goes to another state; where something other than the page changes, to its first page. */
  go(change: Partial<PageState>, how?: 'push' | 'replace'): void
  /** A number in the language of the interface. */
  number(value: number): string
  /** A value of a facet in the language of the interface. */
  label(facet: string, value: string | number | null): string
}
