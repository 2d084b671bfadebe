/** How does Spanish lose its endings? Snowball's algorithm by `@orama/stemmers`: as exact as `natural`, and five times as fast. */

import { stemmer } from '@orama/stemmers/spanish'
import { spa } from 'stopword/src/stopwords_spa.js'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

// Endings that carry this accent in (nearly) every word that has them.
const ENDINGS: readonly [RegExp, string][] = [
  [/([cs])ion$/, '$1ión'],
  [/(og|graf|quet|arqu|gam)ia(s?)$/, '$1ía$2'],
  [/([aei]r)ia(mos|n)$/, '$1ía$2'],
  [/abamos$/, 'ábamos'],
]

export const language: LanguageModule = {
  tag: TAGS.es,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written)),
  respell: (surface) => {
    for (const [ending, accented] of ENDINGS) if (ending.test(surface)) return surface.replace(ending, accented)
    return surface
  },
  accents: { a: 'á', e: 'é', i: 'í', n: 'ñ', o: 'ó', u: 'úü' },
  stopwords: stopList(spa, {
    more: 'de del al e u es son era eran fue fueron ser sido siendo está están estaba estaban estar hubo ha han había haber hay he esta este esto estos estas esa esos esas aquel aquella aquellos aquellas ellos ellas les me te nosotros usted ustedes nuestro nuestra nuestros nuestras mi mis tu tus si cada entre según así tan tanto muy ante bajo tras mediante que cuyo cuya cuyos cuyas quienes cuales otros otra otras otro todo toda todos todas',
    less: 'poco',
  }),
}
