/** How does Spanish lose its endings? */

import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_es.js'
import { spa } from 'stopword'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'

export const language: LanguageModule = {
  tag: TAGS.es,
  letters: /^[a-z]+$/,
  stem: (surface) => fold(stemmer.stem(surface)),
  stopwords: new Set(spa.map(fold)),
}
