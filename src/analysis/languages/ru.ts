/** How does Russian lose its endings? Snowball's algorithm by `@orama/stemmers`: `natural` departs from it in one word of ninety. */

import { stemmer } from '@orama/stemmers/russian'
import { rus } from 'stopword/src/stopwords_rus.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

const CASES_OF_EC = /(?:ец|ц(?:а|ы|у|е|ем|ев|ам|ами|ах))$/

export const language: LanguageModule = {
  tag: TAGS.ru,
  letters: /^[а-я]+$/,
  stem: (written) => stemmer(written),
  // The vowel of "беженец" is gone in "беженцы".
  kin: (surface) => {
    const base = surface.replace(CASES_OF_EC, '')
    return base === surface || base.length < 3 ? [] : [`${base}ец`, `${base}цы`]
  },
  stopwords: stopList(rus, {
    less: 'сказал сегодня человек',
    more: 'также которые который которая которое которых которой это эта эти этих этими их его её между около из-за однако поэтому около среди',
  }),
}
