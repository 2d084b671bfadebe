/** How does Dutch lose its endings? Porter's algorithm for Dutch, as Snowball 2 has it, by `@orama/stemmers`. */

import { stemmer } from '@orama/stemmers/dutch'
import { nld } from 'stopword/src/stopwords_nld.js'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'
import { stopList } from './stop-list.js'

export const language: LanguageModule = {
  tag: TAGS.nl,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written)),
  stopwords: stopList(nld, {
    more: 'onze jullie zijn werden wordt word sinds tussen tijdens volgens binnen buiten vanaf ',
  }),
}
