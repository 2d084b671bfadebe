/** How does Ukrainian lose its endings? By `natural`, which has the only kept stemmer; its leftover vowels are cut here. */

import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_uk.js'
import { ukr } from 'stopword/src/stopwords_ukr.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

// The stemmer leaves a vowel of some cases ("міграції" as міграці, "міграція" as міграц) and the sign of softness.
const LEFTOVER = /(?<=.{3})[аеєиіїйоуюяь]+$/

// The stemmer takes "-ати" for the ending of a verb in "депутати" too, and knows few endings of verbs in -ити and -ати.
const NOUNS_IN_AT = /(?<=..)ат$/
const VERBS_IN_ATY = /(?<=..)(?:ати|ають|ає)(с[яь])?$/
const VERBS_IN_YTY = /(?<=..)(?:ити|ить|ять)(с[яь])?$/

const CASES_OF_EC = /(?:ець|ц(?:я|і|ю|ем|ів|ям|ями|ях))$/

export const language: LanguageModule = {
  tag: TAGS.uk,
  letters: /^[а-яєіїґ]+$/,
  stem: (written) => stemmer.stem(written).replace(LEFTOVER, ''),
  // The vowel of "біженець" is gone in "біженці".
  kin: (surface) => {
    const base = surface.replace(CASES_OF_EC, '')
    if (base !== surface && base.length >= 3) return [`${base}ець`, `${base}ці`]
    if (NOUNS_IN_AT.test(surface)) return [`${surface}и`]
    const [endings, forms] = VERBS_IN_ATY.test(surface)
      ? [VERBS_IN_ATY, ['ат', 'ати', 'ають', 'али']]
      : [VERBS_IN_YTY, ['ити', 'ить', 'ять', 'или']]
    return endings.test(surface) ? forms.map((form) => surface.replace(endings, `${form}$1`)) : []
  },
  stopwords: stopList(ukr, {
    less: 'давай давати',
    more: 'на та і в у з як які який яка яке яких якої цього цієї цих також через після перед між щодо серед проте однак',
  }),
}
