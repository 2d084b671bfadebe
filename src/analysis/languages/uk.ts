/** How does Ukrainian lose its endings? By `natural`, which has the only kept stemmer; its leftover vowels are cut here. */

import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_uk.js'
import { ukr } from 'stopword/src/stopwords_ukr.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

// The stemmer leaves a vowel of some cases ("міграції" as міграці, "міграція" as міграц) and the sign of softness.
const LEFTOVER = /(?<=.{3})[аеєиіїйоуюяь]+$/

const CASES_OF_EC = /(?:ець|ц(?:я|і|ю|ем|ів|ям|ями|ях))$/

export const language: LanguageModule = {
  tag: TAGS.uk,
  letters: /^[а-яєіїґ]+$/,
  stem: (written) => stemmer.stem(written).replace(LEFTOVER, ''),
  // The vowel of "біженець" is gone in "біженці".
  kin: (surface) => {
    const base = surface.replace(CASES_OF_EC, '')
    return base === surface || base.length < 3 ? [] : [`${base}ець`, `${base}ці`]
  },
  stopwords: stopList(ukr, {
    less: 'давай давати',
    more: 'на та і в у з як які який яка яке яких якої цього цієї цих також через після перед між щодо серед проте однак',
  }),
}
