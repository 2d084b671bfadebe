/** How does French lose its endings? Snowball's algorithm by `@orama/stemmers`: closer to the official lists than `natural`. */

import { stemmer } from '@orama/stemmers/french'
import { fra } from 'stopword'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'
import { stopList } from './stop-list.js'

// Endings that carry this accent in (nearly) every word that has them.
const ENDINGS: readonly [RegExp, string][] = [
  [/erent$/, 'èrent'],
  [/iere(s?)$/, 'ière$1'],
  [/ee(s?)$/, 'ée$1'],
  [/([ao])i(que|sme|ste)(s?)$/, '$1ï$2$3'],
  [/(al|il|ar|or|ur|iv|[aou]c|ric|tic|os)ite(s?)$/, '$1ité$2'],
]

export const language: LanguageModule = {
  tag: TAGS.fr,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written)),
  respell: (surface) => {
    for (const [ending, accented] of ENDINGS) if (ending.test(surface)) return surface.replace(ending, accented)
    return surface
  },
  accents: { a: 'àâ', c: 'ç', e: 'éèê', i: 'ïî', o: 'ô', u: 'ûù' },
  stopwords: stopList(fra, {
    more: 'jusqu lorsqu puisqu quoiqu presqu quelqu si ni car donc or dont ainsi aussi afin comme entre vers chez depuis pendant selon lors plus moins très tout tous toute toutes cette celui celle ceux celles',
    less: 'or avoir faire',
  }),
}
