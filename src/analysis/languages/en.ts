/** How does English lose its endings? Porter2 through `stemr`, after the spelling families have met. */

import { stem as porter2 } from 'stemr'
import { eng } from 'stopword'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'

export const language: LanguageModule = {
  tag: TAGS.en,
  letters: /^[a-z]+$/,
  stem: porter2,
  stopwords: new Set(eng.map(fold)),
}
