/** How does Dutch lose its endings? Porter's algorithm for Dutch, as Snowball 2 has it, by `@orama/stemmers`. */

import { stemmer } from '@orama/stemmers/dutch'
import { nld } from 'stopword/src/stopwords_nld.js'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

const PLURALS: readonly [RegExp, string][] = [
  [/ie$/, 'ies'],
  [/ies$/, 'ie'],
  [/s$/, 'zen'],
  [/zen$/, 's'],
  [/f$/, 'ven'],
  [/ven$/, 'f'],
]

export const language: LanguageModule = {
  tag: TAGS.nl,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written)),
  // "Migratie" and "migraties", "grens" and "grenzen", "brief" and "brieven".
  kin: (surface) =>
    PLURALS.flatMap(([ending, other]) => (ending.test(surface) ? [surface.replace(ending, other)] : [])),
  stopwords: stopList(nld, {
    more: 'onze jullie zijn werden wordt word sinds tussen tijdens volgens binnen buiten vanaf ',
  }),
}
