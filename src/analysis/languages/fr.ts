/** How does French lose its endings? */

import { stemmer } from '@orama/stemmers/french'
import { fra } from 'stopword'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'

export const language: LanguageModule = {
  tag: TAGS.fr,
  letters: /^[a-z]+$/,
  stem: (surface) => fold(stemmer(surface)),
  stopwords: new Set(fra.map(fold)),
}
